"""Segments and people from run to run."""
