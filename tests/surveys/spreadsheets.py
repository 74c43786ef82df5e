"""Spreadsheets for stories: written as text tables, saved as what people send."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

import openpyxl

Sheets = Mapping[str, str]
"""By the name of the sheet, its rows one a line, cells parted by |."""


def as_tables(path: Path) -> dict[str, str]:
    """The sheets of a CSV file, to be changed and saved again."""
    found: dict[str, list[str]] = {}
    name = ""
    for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")):
        name = row[0] or name
        if any(row[1:]):
            found.setdefault(name, []).append(" | ".join(row[1:]))
    return {sheet: "\n".join(rows) for sheet, rows in found.items()}


def cells(table: str) -> list[list[str]]:
    return [
        [cell.strip() for cell in line.strip().strip("|").split("|")]
        for line in table.strip().splitlines()
    ]


def as_xlsx(sheets: Sheets) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, table in sheets.items():
        sheet = book.create_sheet(name)
        for row in cells(table):
            sheet.append([cell or None for cell in row])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def as_csv(sheets: Sheets) -> bytes:
    content = io.StringIO(newline="")
    writer = csv.writer(content)
    for name, table in sheets.items():
        writer.writerow([name])
        writer.writerows([["", *row] for row in cells(table)])
    return content.getvalue().encode()
