"""One number of segments solved; the search for the number."""
