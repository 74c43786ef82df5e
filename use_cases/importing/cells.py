"""A file as rows of cells: CSV in any of the usual encodings and separators, or a workbook."""

import csv
import io
import re
import zipfile
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import islice

from surveys.decoding import Decoded, NotText, decoded

FILE_BYTES_MAX = 5_000_000
UNPACKED_BYTES_MAX = 150_000_000  # A small archive can hold a very large file.
ROWS_MAX = 50_000
COLUMNS_MAX = 200  # A spreadsheet with a coloured row says that it has sixteen thousand.
HEADER_WITHIN = 20  # Titles and stamps may stand above the header.
HEADER_CHARS_MAX = 60
_XLSX, _XLS = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_SEPARATORS = ";,\t|"
_HALF_SECOND = timedelta(microseconds=500_000)
# Control characters, which databases refuse, and marks that nobody sees: telephones copied from an
# address book have them on both sides.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff]"
)

Grid = Sequence[Sequence[str]]
Dated = Callable[[date | time], str]
"""How a cell is written that a spreadsheet holds as a date or a time."""


class Unread(StrEnum):
    """Why a file holds no table that can be read."""

    NO_HEADER = "no-header"  # No row names the columns that are needed.
    NO_TABLE = "no-table"  # No spreadsheet and no text.
    NO_ROWS = "no-rows"
    TOO_LONG = "too-long"


class Unreadable(Exception):
    """The file holds no table that can be read."""

    def __init__(self, why: Unread) -> None:
        super().__init__(why)
        self.why = why


class Number(str):
    """A cell that the spreadsheet holds as a number: its point parts decimals for certain."""

    __slots__ = ()


def iso(moment: date | time) -> str:
    """ISO 8601; what a spreadsheet's arithmetic left of a microsecond is rounded away."""
    if isinstance(moment, datetime):
        moment = (moment + _HALF_SECOND).replace(microsecond=0)
        return moment.date().isoformat() if moment.time() == time() else moment.isoformat(" ")
    return moment.isoformat()


def grids(content: bytes, dated: Dated = iso) -> Iterator[Grid]:
    """Every way to read the file as a table: its sheets, or its separators; raises Unreadable."""
    if content.startswith(_XLSX):
        yield from _xlsx(content, dated)
    elif content.startswith(_XLS):
        yield from _xls(content, dated)
    else:
        yield from _texts(_UNSEEN.sub("", _decoded(content).text))


def _texts(text: str) -> Iterator[Grid]:
    found = False
    for separator in _SEPARATORS:
        if separator not in text:
            continue
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        try:
            yield [[cell.strip() for cell in row] for row in islice(rows, ROWS_MAX + 99)]
        except csv.Error:
            continue
        found = True
    if not found:  # One column parts nothing.
        yield [[line.strip().strip('"')] for line in text.splitlines()[: ROWS_MAX + 99]]


def is_guessed(content: bytes) -> bool:
    """Whether the letters of a text are a guess: nothing in the file says which they are."""
    if content.startswith((_XLSX, _XLS)):
        return False
    return _decoded(content).guessed


def _decoded(content: bytes) -> Decoded:
    if b"\0" in content and not content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        raise Unreadable(Unread.NO_TABLE)
    try:
        return decoded(content)
    except NotText:
        raise Unreadable(Unread.NO_TABLE) from None


def _xlsx(content: bytes, dated: Dated) -> Iterator[Grid]:
    from openpyxl import load_workbook

    try:
        _unpackable(content)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        for sheet in book.worksheets:
            rows = sheet.iter_rows(values_only=True, max_col=COLUMNS_MAX)
            yield [_filled(row, dated) for row in islice(rows, ROWS_MAX + 99)]
    except Unreadable:
        raise
    except Exception as fault:  # A broken archive breaks its reader in any way it likes.
        raise Unreadable(Unread.NO_TABLE) from fault


def _unpackable(content: bytes) -> None:
    """Raises Unreadable where the archive would fill the memory."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        unpacked = sum(each.file_size for each in archive.infolist())
    if unpacked > UNPACKED_BYTES_MAX:
        raise Unreadable(Unread.TOO_LONG)


def _filled(row: Sequence[object], dated: Dated) -> list[str]:
    """The cells of a row up to the last one that has anything."""
    cells = [_cell(value, dated) for value in row]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _xls(content: bytes, dated: Dated) -> Iterator[Grid]:
    import xlrd  # type: ignore[import-untyped]

    def cell(of: xlrd.sheet.Cell) -> str:
        if of.ctype != xlrd.XL_CELL_DATE:
            return _cell(of.value, dated)
        return dated(xlrd.xldate_as_datetime(of.value, book.datemode))

    try:
        book = xlrd.open_workbook(file_contents=content)
        for sheet in book.sheets():
            yield [
                [cell(each) for each in sheet.row(n)]
                for n in range(min(sheet.nrows, ROWS_MAX + 99))
            ]
    except Exception as fault:
        raise Unreadable(Unread.NO_TABLE) from fault


def _cell(value: object, dated: Dated) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value)
        case float() if value.is_integer():
            return Number(int(value))
        case int() | float():
            return Number(value)
        case date() | time():
            return dated(value)
        case _:
            return _UNSEEN.sub("", str(value)).strip()
