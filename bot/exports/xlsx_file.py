"""XLSX: answers in words, the same in codes, and the codebook; rows go to disk as they come.

On the sheet in words every column is of one kind: what can be a number and a word (a point and
what it means, a number and why there is none) has a column for each, side by side.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from bot.exports.codebook import codebook_rows, headings
from bot.exports.forms import Form
from bot.exports.labels import BETWEEN, Labels
from use_cases.exporting.table import Table
from use_cases.exporting.values import Cell, Column, Measure, Row, Says, Shape

ROWS_PER_SHEET_MAX = 1_048_575  # Excel's own limit, less the heading.
COLUMNS_MAX = 16_384
CELL_CHARS_MAX = 32_767
CUT = "…"
_FIRST_YEAR = 1900  # Excel knows no days before; they stand as text.

_WIDTH, _WIDE = 14, 44
_ACCENT = "#2A6F97"


class TooWide(Exception):
    """More columns than a sheet can have."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A column on the sheet in words: one, or a number and beside it what it means."""

    headings: tuple[str, ...]
    codes: dict[int, str]
    unmeasured: frozenset[int] = frozenset()  # Numbers that stand for words only.

    @property
    def wide(self) -> int:
        return len(self.headings)

    def cells(self, cell: Cell) -> tuple[Cell, ...]:
        """What stands in those columns."""
        word = self.codes.get(cell) if isinstance(cell, int) else None
        if self.wide == 1:
            return (cell if word is None else word,)
        return (None if cell in self.unmeasured else cell, word)


def _said(column: Column, labels: Labels) -> _Said:
    """Numbers and words apart where a column can hold both; names of choices are words alone."""
    heading, codes = labels.column(column), labels.codes(column)
    names = column.shape is Shape.CODE and column.measure is Measure.NOMINAL
    if not codes or names:
        return _Said((heading,), codes)
    own = {code.value for code in column.codes if isinstance(code.label, Says)}
    beside = f"{heading}{BETWEEN}{labels.words('export-in-words')}"
    return _Said((heading, beside), codes, frozenset(own | set(column.reasons)))


class XlsxFile:
    """A workbook of three sheets; beyond Excel's last row the answers go on, on another sheet."""

    def __init__(
        self, path: Path, table: Table, form: Form, *, rows_max: int = ROWS_PER_SHEET_MAX
    ) -> None:
        import xlsxwriter

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
        self._said = [_said(column, self._labels) for column in table.columns]
        if sum(said.wide for said in self._said) > COLUMNS_MAX:
            raise TooWide
        self._sheets = 0
        self._next_sheets()

    def write(self, rows: Sequence[Row]) -> None:
        """Add rows."""
        for row in rows:
            if self._row > self._rows_max:
                self._next_sheets()
            worded = 0
            for place, (cell, said) in enumerate(zip(row, self._said, strict=True)):
                if cell is not None:
                    put(self._plain, self._row, place, cell, self._formats)
                    for beside, told in enumerate(said.cells(cell)):
                        if told is not None:
                            put(self._worded, self._row, worded + beside, told, self._formats)
                worded += said.wide
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
        told = [name for said in self._said for name in said.headings]
        self._worded = self._sheet("answers", number, told)
        self._plain = self._sheet("codes", number, [column.name for column in self._columns])
        self._row = 1

    def _sheet(self, which: str, number: str, names: Sequence[str]) -> Any:
        sheet = self._book.add_worksheet(self._labels.words(f"export-sheet-{which}") + number)
        sheet.set_column(0, len(names) - 1, _WIDTH)
        _head(sheet, names, self._formats)
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
