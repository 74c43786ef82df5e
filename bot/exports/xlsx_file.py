"""XLSX: answers in words, the same in codes, and the codebook; rows go to disk as they come."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from bot.exports.codebook import codebook_rows, headings
from bot.exports.forms import Form
from bot.exports.labels import Labels
from use_cases.exporting.table import Table
from use_cases.exporting.values import Cell, Column, Row

ROWS_PER_SHEET_MAX = 1_048_575  # Excel's own limit, less the heading.
COLUMNS_MAX = 16_384
CELL_CHARS_MAX = 32_767
CUT = "…"
_FIRST_YEAR = 1900  # Excel knows no days before; they stand as text.

_WIDTH, _WIDE = 14, 44
_ACCENT = "#2A6F97"


class TooWide(Exception):
    """More columns than a sheet can have."""


class XlsxFile:
    """A workbook of three sheets; beyond Excel's last row the answers go on, on another sheet."""

    def __init__(
        self, path: Path, table: Table, form: Form, *, rows_max: int = ROWS_PER_SHEET_MAX
    ) -> None:
        import xlsxwriter

        if len(table.columns) > COLUMNS_MAX:
            raise TooWide
        self.path = path
        self._columns, self._labels = table.columns, Labels(form.language)
        self._rows_max = rows_max
        self._book = xlsxwriter.Workbook(
            str(path),
            {
                "constant_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            },
        )
        self._formats = _formats(self._book)
        self._codes = [self._labels.codes(column) for column in table.columns]
        self._sheets = 0
        self._next_sheets()

    def write(self, rows: Sequence[Row]) -> None:
        """Add rows."""
        for row in rows:
            if self._row > self._rows_max:
                self._next_sheets()
            for place, cell in enumerate(row):
                if cell is not None:
                    put(self._plain, self._row, place, cell, self._formats)
                    said = self._labels.cell(cell, self._codes[place])
                    put(self._worded, self._row, place, said, self._formats)
            self._row += 1

    def close(self) -> list[Path]:
        """Write the codebook and put the workbook together."""
        sheet = self._book.add_worksheet(self._labels.words("export-sheet-codebook"))
        sheet.set_column(0, 1, _WIDE)
        sheet.set_column(2, 4, _WIDTH)
        sheet.set_column(5, 5, _WIDE)
        sheet.set_column(6, 9, _WIDTH)
        _head(sheet, headings(self._labels), self._formats)
        for number, row in enumerate(codebook_rows(self._columns, self._labels), start=1):
            for place, cell in enumerate(row):
                if cell is not None:
                    put(sheet, number, place, cell, self._formats)
        self._book.close()
        return [self.path]

    def _next_sheets(self) -> None:
        self._sheets += 1
        number = f" {self._sheets}" if self._sheets > 1 else ""
        self._worded = self._sheet("answers", number, self._labels.column)
        self._plain = self._sheet("codes", number, lambda column: column.name)
        self._row = 1

    def _sheet(self, which: str, number: str, heading: Callable[[Column], str]) -> Any:
        sheet = self._book.add_worksheet(self._labels.words(f"export-sheet-{which}") + number)
        sheet.set_column(0, len(self._columns) - 1, _WIDTH)
        _head(sheet, [heading(column) for column in self._columns], self._formats)
        return sheet


def _formats(book: Any) -> dict[type, Any]:
    """How cells look, by what they hold."""
    return {
        str: book.add_format({"bold": True, "font_color": "white", "bg_color": _ACCENT,
                              "text_wrap": True, "valign": "top"}),
        datetime: book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
        date: book.add_format({"num_format": "yyyy-mm-dd"}),
        time: book.add_format({"num_format": "hh:mm"}),
    }  # fmt: skip


def _head(sheet: Any, names: Sequence[str], formats: dict[type, Any]) -> None:
    for place, name in enumerate(names):
        sheet.write_string(0, place, cut(name), formats[str])
    sheet.freeze_panes(1, 1)


def put(sheet: Any, row: int, place: int, cell: Cell, formats: dict[type, Any]) -> None:
    """Write one cell as what it is: words are never formulas, links or numbers."""
    match cell:
        case str():
            sheet.write_string(row, place, cut(cell))
        case datetime():
            moment = cell.astimezone(UTC).replace(tzinfo=None)
            sheet.write_datetime(row, place, moment, formats[datetime])
        case date() if cell.year < _FIRST_YEAR:
            sheet.write_string(row, place, cell.isoformat())
        case date():
            sheet.write_datetime(row, place, cell, formats[date])
        case time():
            sheet.write_datetime(row, place, cell, formats[time])
        case _:
            sheet.write_number(row, place, cell)


def cut(text: str) -> str:
    """The text, as much of it as a cell can hold."""
    return text if len(text) <= CELL_CHARS_MAX else text[: CELL_CHARS_MAX - len(CUT)] + CUT
