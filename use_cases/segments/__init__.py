"""Segments found, named, and people placed in them."""
