"""A spreadsheet as sheets of rows, each cell knowing where it stands; .xlsx, .xls and .csv."""

import csv
import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

SHEETS = ("survey", "choices", "settings")
UNPACKED_BYTES_MAX = 30_000_000  # A small archive can hold a very large file.
ROWS_MAX = 2_000

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
        book = {} if too_large else read(io.BytesIO(content))
    except PyXFormError as fault:
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
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
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
            headers[sheet] = {head: i for i, head in enumerate(cells, 1 + shift) if head}
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
