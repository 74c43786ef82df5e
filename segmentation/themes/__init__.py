"""Themes of open answers: found in the texts themselves, named by their words, kept as numbers."""
