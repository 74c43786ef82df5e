"""Stories that protect the product; the folders mirror the packages."""
