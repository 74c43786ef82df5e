"""Exports as files: CSV, JSON, XLSX, SPSS."""
