"""One store for each port: statements over the tables."""
