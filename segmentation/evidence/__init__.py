"""What speaks for and against a number of segments, and the verdict."""
