"""Commands of the shell beside `tenkeys run`. Nothing heavy is imported here."""
