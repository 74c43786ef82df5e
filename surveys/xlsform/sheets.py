"""A spreadsheet as sheets of rows, each cell knowing where it stands; .xlsx, .xls and .csv."""

import csv
import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from surveys.decoding import NotText, decoded

SHEETS = ("survey", "choices", "settings", "entities", "osm", "external_choices")
UNPACKED_BYTES_MAX = 30_000_000  # A small archive can hold a very large file.
ROWS_MAX = 2_000

_LOOKED_AT = 20
_HEADER_CHARS_MAX = 60
_MARKUP = re.compile(r"[:{}\[\]#]")  # Of a survey file: no table has these in its headers.
_TWICE = re.compile(r"Duplicate column header: (.+)")
_XLSX, _XLS = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


_SAME_HEADER = {
    "caption": "label", "command": "type", "tag": "name", "value": "name", "relevance": "relevant",
    "constraining_message": "constraint_message", "constraint message": "constraint_message",
    "jr:constraintmsg": "constraint_message", "constraint-msg": "constraint_message",
    "calculate": "calculation", "list name": "list_name", "list-name": "list_name",
    "count": "repeat_count", "jr:count": "repeat_count", "choice filter": "choice_filter",
    "id_string": "form_id", "set_form_id": "form_id", "title": "form_title",
    "set_form_title": "form_title", "read_only": "readonly", "default language": "default_language",
}  # fmt: skip
_PREFIXES = ("bind::", "bind:", "control::", "control:", "body::", "media::", "media:")


def canonical(header: str) -> str:
    """The header as XLSForm calls it now, in lower case; a language behind it stays."""
    name = " ".join(header.casefold().split())
    for prefix in _PREFIXES:
        name = name.removeprefix(prefix)
    if name in _SAME_HEADER:
        return _SAME_HEADER[name]
    head, colon, language = name.partition(":")
    return _SAME_HEADER.get(head.strip(), head.strip()) + colon + language


class UnreadableWorkbook(Exception):
    """The bytes are no spreadsheet that can be opened."""


class HeaderTwice(UnreadableWorkbook):
    """Two columns of one sheet have the same header; `sheet` is "" where nobody knows which."""

    def __init__(self, header: str, sheet: str = "", row: int = 1, column: int = 1) -> None:
        super().__init__(header)
        self.header, self.sheet, self.row, self.column = header, sheet, row, column


@dataclass(frozen=True, slots=True)
class Cell:
    """What is written in one cell; row and column count from 1."""

    text: str
    sheet: str
    row: int
    column: int
    header: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row by its headers, in lower case and without needless spaces."""

    sheet: str
    number: int
    cells: Mapping[str, Cell] = field(default_factory=dict)
    turn: str = ""  # Of which choice, where a loop asks the same row about several.

    @property
    def place(self) -> tuple[int, str]:
        """What no other row has."""
        return self.number, self.turn

    def text(self, header: str) -> str:
        """What is written under the header, "" if nothing."""
        return self.cells[header].text if header in self.cells else ""

    def cell(self, header: str) -> Cell:
        """The cell under the header; where there is none, the row itself."""
        return self.cells.get(header) or Cell("", self.sheet, self.number, 1, header)


Workbook = Mapping[str, tuple[Row, ...]]
"""The rows of each sheet that was found, by its name in lower case."""


def is_workbook(content: bytes) -> bool:
    """Whether the bytes are a spreadsheet, whatever the file is called."""
    if content.startswith((_XLSX, _XLS)):
        return True
    try:
        lines = list(islice((line for line in _lines(content) if any(line)), 2))
    except csv.Error:
        return False
    return any(_is_header(line) or line[0].strip().casefold() in SHEETS for line in lines)


def headers_of(content: bytes) -> tuple[str, ...]:
    """The first line of what is a table of another kind; () if it looks like no table at all."""
    try:
        listed = (line for line in _lines(content) if any(cell.strip() for cell in line))
        lines = list(islice(listed, _LOOKED_AT))
    except csv.Error:
        return ()
    first = [cell.strip() for cell in lines[0]] if lines else []
    alike = sum(len(line) == len(first) for line in lines) > len(lines) / 2
    named = all(0 < len(cell) <= _HEADER_CHARS_MAX and not _MARKUP.search(cell) for cell in first)
    return tuple(first) if len(first) > 1 and len(lines) > 1 and alike and named else ()


def _is_header(line: list[str]) -> bool:
    """Whether these are the headers of the sheet "survey"."""
    return {"type", "name"} <= {canonical(cell) for cell in line}


def read_workbook(content: bytes) -> Workbook:
    """The sheets; raises UnreadableWorkbook."""
    if content.startswith((_XLSX, _XLS)):
        return _from_excel(content)
    try:
        return _from_csv(list(_lines(content)))
    except csv.Error as fault:
        raise UnreadableWorkbook(str(fault)) from fault


def _from_excel(content: bytes) -> Workbook:
    from pyxform.errors import PyXFormError
    from pyxform.xls2json_backends import xls_to_dict, xlsx_to_dict

    try:
        is_new = content.startswith(_XLSX)
        too_large = is_new and _unpacked(content) > UNPACKED_BYTES_MAX
        read = xlsx_to_dict if is_new else xls_to_dict
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Of colours and pictures that nobody reads here.
            book = {} if too_large else read(io.BytesIO(content))
    except PyXFormError as fault:
        twice = _TWICE.search(str(fault))
        if twice is not None:
            raise HeaderTwice(twice[1]) from fault
        raise UnreadableWorkbook(str(fault)) from fault
    except Exception as fault:  # A broken archive breaks its reader in any way it likes.
        raise UnreadableWorkbook(type(fault).__name__) from fault
    if too_large:
        raise UnreadableWorkbook("too large when unpacked")
    return {
        name: tuple(_rows(name, _headers(book, name), enumerate(book[name], 2)))
        for name in SHEETS
        if name in book
    }


def _unpacked(content: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return sum(each.file_size for each in archive.infolist())


def _headers(book: Mapping[str, list[dict[str, object]]], sheet: str) -> dict[str, int]:
    """The columns in which the headers stand."""
    listed = next(iter(book.get(f"{sheet}_header", [])), {})
    return {header: column for column, header in enumerate(listed, 1)}


def _rows(
    sheet: str, headers: Mapping[str, int], rows: Iterator[tuple[int, Mapping[str, object]]]
) -> Iterator[Row]:
    for number, written in rows:
        if number > ROWS_MAX:
            return
        cells: dict[str, Cell] = {}
        for header, value in written.items():
            text = str(value).strip()
            if text:
                cells.setdefault(
                    canonical(header), Cell(text, sheet, number, headers.get(header, 1), header)
                )
        if cells:
            yield Row(sheet, number, cells)


def _lines(content: bytes) -> Iterator[list[str]]:
    """The lines of a CSV file by its own separator; blank lines are kept, to count rows right."""
    try:
        text = decoded(content).text
    except NotText:
        return
    if text.lstrip().startswith("|"):  # A table of Markdown, as people write to each other.
        for line in text.splitlines():
            yield [cell.strip() for cell in line.strip().removesuffix("|").split("|")[1:]]
        return
    start = text[:500]
    separator = max(",;\t", key=start.count)
    yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=False)


def _from_csv(lines: list[list[str]]) -> Workbook:
    """Sheets one under another, their names in the first column; or the survey sheet alone."""
    found: dict[str, list[tuple[int, dict[str, object]]]] = {}
    headers: dict[str, dict[str, int]] = {}
    sheet, shift = "", 1
    first = next((line for line in lines if any(line)), [])
    if _is_header(first) and first[0].strip():
        sheet, shift = "survey", 0
        found[sheet] = []
    for number, line in enumerate(lines, 1):
        name = line[0].strip().casefold() if line and shift else ""
        if name:
            sheet = name
            found.setdefault(sheet, [])
        cells = [cell.strip() for cell in line[shift:]]
        if not any(cells) or not sheet:
            continue
        if sheet not in headers:
            headers[sheet] = {}
            for i, head in enumerate(cells, 1 + shift):
                if head and head in headers[sheet]:
                    raise HeaderTwice(head, sheet, number, i)
                headers[sheet] |= {head: i} if head else {}
            continue
        columns = {i: head for head, i in headers[sheet].items()}
        listed = enumerate(cells, 1 + shift)
        found[sheet].append((number, {columns[i]: text for i, text in listed if i in columns}))
    if len(found) == 1:  # One sheet is the survey, whatever it is called.
        found, headers = {"survey": found[sheet]}, {"survey": headers.get(sheet, {})}
    return {
        name: tuple(_rows(name, headers.get(name, {}), iter(rows)))
        for name, rows in found.items()
        if name in SHEETS
    }
