"""Scales that several items measure, and the styles in which people fill them in."""
