"""A table with its header found and its columns understood, or named by a manager."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from use_cases.importing.cells import (
    HEADER_WITHIN,
    ROWS_MAX,
    Grid,
    Unread,
    Unreadable,
    grids,
    is_guessed,
)
from use_cases.importing.columns import (
    COLUMNS_OF,
    KEYS,
    Column,
    Subject,
    is_bare_number,
    understood,
)

Mapped = Mapping[str, Column | None]
"""What a manager says of columns, by header; None: it is not to be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The rows under the header, each with its number in the file.

    `columns` says what the cells at an index are; the others are not read.
    """

    headers: Sequence[str]
    rows: Sequence[tuple[int, Sequence[str]]]
    columns: Mapping[int, Column]
    guessed: bool = False  # Its letters: the file does not say which they are.

    @property
    def ignored(self) -> tuple[str, ...]:
        """Headers of what is not read."""
        return tuple(h for i, h in enumerate(self.headers) if h and i not in self.columns)

    def header_of(self, column: Column) -> str:
        """The header over that column; its own name where there is none."""
        found = (self.headers[i] for i, each in self.columns.items() if each is column)
        return next(found, "") or column.value

    def cells(self, row: Sequence[str]) -> dict[Column, str]:
        """The cells of a row by what they say; own fields are `fields`."""
        return {
            column: row[i]
            for i, column in self.columns.items()
            if column is not Column.FIELD and i < len(row) and row[i]
        }

    def fields(self, row: Sequence[str]) -> dict[str, str]:
        """The fields of the house's own in a row, by header."""
        return {
            self.headers[i]: row[i]
            for i, column in self.columns.items()
            if column is Column.FIELD and i < len(row) and row[i]
        }


def looks_like_import(content: bytes) -> bool:
    """Whether the file is a table of things done or of people, and neither survey nor roster."""
    try:
        grid, at = _header(content, None)
    except Unreadable:
        return False
    if at < 0:
        return False
    found = set(_guessed(grid[at], None).values())
    named = {cell.strip().casefold() for cell in grid[at]}
    if {"type", "name"} <= named:
        return False
    telegram = bool(found & {Column.TELEGRAM, Column.USERNAME})
    person = telegram or bool(found & {Column.PHONE, Column.EMAIL, Column.EXTERNAL})
    home = Column.FLAT in found
    deed = {Column.ITEM, Column.CATEGORY} & found and not home
    if Column.DATE in found and (Column.AMOUNT in found or deed):
        return person or home
    return telegram or (person and not home)  # A roster may have phones and accounts.


def read_sheet(content: bytes, subject: Subject, mapped: Mapped | None = None) -> Sheet:
    """The table as one of that subject; raises Unreadable."""
    grid, at = _header(content, subject)
    width = max((len(row) for row in grid), default=0)
    headers = list(grid[at]) if at >= 0 else []
    headers += [""] * (width - len(headers))
    headers = [header or str(i) for i, header in enumerate(headers, 1)]
    rows = [(n, row) for n, row in enumerate(grid[at + 1 :], at + 2) if any(row)]
    if not rows:
        raise Unreadable(Unread.NO_ROWS)
    if len(rows) > ROWS_MAX:
        raise Unreadable(Unread.TOO_LONG)
    guessed = _guessed(headers, subject) if at >= 0 else {0: _kind_of(rows[0][1][0])}
    guessed = {i: c for i, c in guessed.items() if not _counts_rows(i, headers, rows)}
    return Sheet(
        headers=tuple(headers),
        rows=rows,
        columns=_named(headers, guessed, mapped or {}),
        guessed=is_guessed(content),
    )


def needed(sheet: Sheet, subject: Subject) -> frozenset[Column]:
    """Columns without which no row can be taken."""
    there = set(sheet.columns.values())
    missing: set[Column] = set()
    if subject not in {Subject.PEOPLE, Subject.LIST}:
        missing |= {Column.DATE} - there
    if subject in {Subject.PAYMENT, Subject.PURCHASE}:
        missing |= {Column.AMOUNT} - there
    if not there & (set(KEYS) - {Column.BUILDING}):
        missing.add(Column.TELEGRAM)
    return frozenset(missing)


def _header(content: bytes, subject: Subject | None) -> tuple[Grid, int]:
    """The reading of the file, and the row in it, in which most columns are understood.

    Where none is, the first row that has anything; -1 for a bare list of people.
    """
    best: tuple[int, Grid, int] | None = None
    fallback: Grid | None = None
    for grid in grids(content):
        for at, line in enumerate(islice(grid, HEADER_WITHIN)):
            found = len(_guessed(line, subject))
            if found and (best is None or found > best[0]):
                best = (found, grid, at)
        if fallback is None and any(any(row) for row in grid):
            fallback = grid
    if best is not None:
        return best[1], best[2]
    if fallback is None:
        raise Unreadable(Unread.NO_ROWS)
    first = next(at for at, row in enumerate(fallback) if any(row))
    if subject is Subject.LIST and _kind_of(fallback[first][0], sure=True) is not None:
        return fallback, -1
    return fallback, first


def _guessed(line: Sequence[str], subject: Subject | None) -> dict[int, Column]:
    """Which column is about what; the first of two alike counts, a bare "number" the last."""
    found: dict[int, Column] = {}
    for i, cell in sorted(enumerate(line), key=lambda each: is_bare_number(each[1])):
        column = understood(cell, subject)
        if column is not None and column not in found.values():
            found[i] = column
    return found


def _named(
    headers: Sequence[str], guessed: Mapping[int, Column | None], mapped: Mapped
) -> dict[int, Column]:
    """The guesses, corrected; what a manager names is no longer guessed elsewhere."""
    taken = {column for column in mapped.values() if column not in {None, Column.FIELD}}
    columns = {i: c for i, c in guessed.items() if c is not None and c not in taken}
    for i, header in enumerate(headers):
        if header in mapped:
            column = mapped[header]
            columns.pop(i, None)
            if column is not None:
                columns[i] = column
    return columns


def _counts_rows(i: int, headers: Sequence[str], rows: Sequence[tuple[int, Sequence[str]]]) -> bool:
    """Whether the column says 1, 2, 3…: the lines of this file, which the next one has again."""
    if not is_bare_number(headers[i]):
        return False
    return all(len(row) > i and row[i] == str(n) for n, (_, row) in enumerate(rows, 1))


def _kind_of(cell: str, *, sure: bool = False) -> Column | None:
    """What a bare list of people has: numbers of Telegram, names there, or phones."""
    plain = cell.strip()
    if plain.startswith("@"):
        return Column.USERNAME
    if plain.startswith("+"):
        return Column.PHONE
    if plain.isdecimal():
        return Column.PHONE if plain.startswith("0") else Column.TELEGRAM
    return None if sure else Column.USERNAME


def offered(subject: Subject) -> tuple[Column, ...]:
    """What a column of such a table can be said to be, in a fixed order."""
    return tuple(column for column in Column if column in COLUMNS_OF[subject])
