"""Segments by rules as managers see them."""
