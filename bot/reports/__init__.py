"""Segment reports as files: one HTML page and one workbook."""
