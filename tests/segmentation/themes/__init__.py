"""Themes of open answers."""
