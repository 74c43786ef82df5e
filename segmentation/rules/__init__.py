"""Segments that people define themselves: rules over what is known of each person."""
