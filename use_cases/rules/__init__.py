"""Segments by rules: written, counted, kept up to date; and the facts that rules ask about."""
