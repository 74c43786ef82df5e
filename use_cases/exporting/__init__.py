"""Answers as a table for other programs: which columns there are, what stands in cells."""
