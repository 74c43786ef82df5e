# mypy: disable-error-code="import-untyped"
"""Files that people hand to the shell, read as they are: every cell stays a string."""

import csv
import math
import sys
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from pathlib import Path

import pandas as pd

from bot.shell.sentences import Refused
from segmentation.sheets.faults import Fault, UnusableSheet
from segmentation.sheets.kinds import ColumnKind, number
from segmentation.sheets.separators import unclear
from surveys.decoding import NotText, decoded

SEPARATORS = (",", ";", "\t")
OTHER_FORMATS = {b"%PDF": "a PDF", b"PK\x03\x04": "a spreadsheet or archive"}


def read_frame(path: Path) -> pd.DataFrame:
    """The rows of a CSV parted by commas, semicolons or tabs; unnamed columns go.

    It is in UTF-8, in UTF-16 as spreadsheets write "Unicode text", or in Windows-1251.
    """
    text = read_text(path)
    if not text.strip():
        raise Refused(f"{path.name} is empty.")
    head, separator = _header(text)
    if not any(name.strip() for name in head):
        raise Refused(f"{path.name} does not begin with a line of column names.")
    try:
        frame = pd.read_csv(
            StringIO(text),
            sep=separator,
            header=None,
            names=range(len(head)),
            index_col=False,
            dtype=str,
            na_filter=False,
            on_bad_lines="error",
        )
    except (pd.errors.ParserError, pd.errors.EmptyDataError, ValueError) as fault:
        raise Refused(f"{path.name} cannot be read as CSV ({_one_line(fault)}).") from None
    frame = frame.iloc[1:].reset_index(drop=True).fillna("")
    frame.columns = pd.Index(head, dtype=object)
    return frame.loc[:, [bool(name.strip()) for name in head]]


def read_text(path: Path) -> str:
    """The text of a file; Refused says what it is instead."""
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise Refused(f"{path} cannot be read: {fault.strerror or fault}.") from None
    for beginning, name in OTHER_FORMATS.items():
        if content.startswith(beginning):
            raise Refused(f"{path.name} is {name}, not a CSV.")
    try:
        found = decoded(content)
    except NotText:
        what = "text" if b"\0" in content else "text in UTF-8; save it as CSV in UTF-8"
        raise Refused(f"{path.name} is not {what}.") from None
    if "\0" in found.text:
        raise Refused(f"{path.name} is not text.")
    if found.guessed:
        print(
            f"tenkeys: {path.name} is not in UTF-8; read as Windows-1251. Where words look wrong, "
            "save it as CSV in UTF-8.",
            file=sys.stderr,
        )
    return found.text


def _header(text: str) -> tuple[list[str], str]:
    """The column names and what parts them; a second line with more cells is a fault."""
    start = text.lstrip("\r\n")[:1_000_000]
    line = start.splitlines()[0]
    separator = max(SEPARATORS, key=lambda mark: _outside_quotes(line, mark))
    try:
        rows = csv.reader(StringIO(start, newline=""), delimiter=separator)
        head = next(rows)
        second = next(rows, [])
    except csv.Error as fault:
        raise Refused(f"the file cannot be read as CSV ({_one_line(fault)}).") from None
    if len(second) > len(head):
        raise Refused(f"the rows have {len(second)} cells, but only {len(head)} columns are named.")
    return head, separator


def _outside_quotes(line: str, mark: str) -> int:
    return sum(part.count(mark) for part in line.split('"')[::2])


def _one_line(fault: Exception) -> str:
    return " ".join(str(fault).split()).rstrip(".")


def read_kinds(path: Path) -> dict[str, ColumnKind]:
    """The kinds that a CSV `column,kind` names."""
    rows = [row for row in csv.reader(StringIO(read_text(path), newline="")) if any(row)]
    if rows and [cell.strip().casefold() for cell in rows[0][:2]] == ["column", "kind"]:
        rows = rows[1:]
    kinds = {}
    for row in rows:
        if len(row) != 2:
            raise Refused(f"every line of {path.name} is a column and its kind.")
        column, kind = row[0], row[1].strip().casefold()
        if kind not in set(ColumnKind):
            known = ", ".join(ColumnKind)
            raise Refused(f"“{row[1].strip()}” is no kind of a column; kinds are {known}.")
        kinds[column] = ColumnKind(kind)
    return kinds


def read_items(text: str, columns: Sequence[str]) -> tuple[str, ...]:
    """The columns named in one line of CSV; blanks around a name may be left out or added."""
    stripped = {name.strip(): name for name in columns}
    named = next(csv.reader([text], skipinitialspace=True), [])
    found = [name if name in columns else stripped.get(name.strip(), name) for name in named]
    return tuple(dict.fromkeys(name for name in found if name.strip()))


def row_ids(frame: pd.DataFrame, id_column: str | None) -> tuple[str, ...]:
    """The cells of the id column, each only once; without one the numbers of the rows from 1."""
    if id_column is None:
        return tuple(str(row) for row in range(1, len(frame) + 1))
    if id_column not in frame.columns:
        raise UnusableSheet(Fault.NO_SUCH_COLUMN, id_column)
    ids = frame[id_column].str.strip()
    if (ids == "").sum() > 1:
        raise UnusableSheet(Fault.NO_ID, id_column)
    if not ids.is_unique:
        raise UnusableSheet(Fault.DUPLICATE_ID, str(ids[ids.duplicated()].iloc[0]))
    return tuple(ids)


def refuse_infinite(frame: pd.DataFrame, kinds: Mapping[str, ColumnKind]) -> None:
    """Refuse infinite numbers in columns that are read as answers, whatever their kind."""
    wordy = {ColumnKind.TEXT, ColumnKind.ID, ColumnKind.IGNORE, ColumnKind.MULTIPLE}
    for name in frame.columns:
        if kinds.get(name, ColumnKind.IGNORE) in wordy:
            continue
        if any(math.isinf(number(str(cell)) or 0.0) for cell in frame[name].unique()):
            raise UnusableSheet(Fault.INFINITE, name)


def refuse_unclear(frame: pd.DataFrame, columns: Iterable[str]) -> None:
    """Refuse numbers of which a comma may part thousands or decimals."""
    for name in columns:
        if name in frame.columns and unclear(map(str, frame[name].unique())):
            raise UnusableSheet(Fault.UNCLEAR_NUMBER, name)
