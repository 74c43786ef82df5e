"""Surveys written in a spreadsheet, as XLSForm has it: what Kobo and ODK read, read here too."""
