"""Commands of the shell: answers in files, segments in files. Nothing heavy is imported here."""
