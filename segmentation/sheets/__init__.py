"""Spreadsheets of answers become coded answers."""
