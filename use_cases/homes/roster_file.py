"""A file of flats as rows: CSV in any of the usual encodings and separators, or a workbook."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from use_cases.importing.cells import (
    FILE_BYTES_MAX,
    HEADER_CHARS_MAX,
    HEADER_WITHIN,
    ROWS_MAX,
    Unread,
    Unreadable,
    grids,
    is_guessed,
)

__all__ = [
    "FILE_BYTES_MAX",
    "RosterTable",
    "Unread",
    "UnreadableRoster",
    "looks_like_roster",
    "read_roster",
]

UnreadableRoster = Unreadable
A_DATE = "\x00date"  # Where a spreadsheet made a date of "4/5".


class Column(StrEnum):
    """What a column is about; in the order in which a header's words are understood."""

    SHARE = "share"
    AREA = "area"
    FLOOR = "floor"
    ENTRANCE = "entrance"
    FLAT = "flat"
    DISTRICT = "district"
    CITY = "city"
    REGION = "region"
    BUILDING = "building"


WORDS: Mapping[Column, tuple[str, ...]] = {
    Column.SHARE: ("доля", "доли", "частка", "частки", "share"),
    Column.AREA: ("площадь", "площа", "area", "м2", "кв м", "sqm", "m2"),
    Column.FLOOR: ("этаж", "поверх", "floor", "storey"),
    Column.ENTRANCE: ("подъезд", "подьезд", "парадная", "парадне", "підїзд", "подїзд", "секция",
                      "секція", "entrance", "section", "staircase"),
    Column.FLAT: ("квартира", "квартиры", "квартири", "кв", "помещение", "приміщення", "flat",
                  "apartment", "apt", "unit"),
    Column.DISTRICT: ("район", "district", "мікрорайон", "микрорайон"),
    Column.CITY: ("город", "місто", "населённый", "населенный", "city", "town"),
    Column.REGION: ("область", "регион", "регіон", "край", "region", "oblast", "state"),
    Column.BUILDING: ("дом", "дома", "будинок", "будинку", "корпус", "строение", "адрес", "адреса",
                      "building", "house", "address"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterTable:
    """The rows under the header, each with its number in the file and its cells by column.

    `ignored` are headers that say nothing of a flat: names and phones of people, say.
    """

    columns: frozenset[Column]
    rows: Sequence[tuple[int, Mapping[Column, str]]]
    ignored: tuple[str, ...] = ()
    guessed: bool = False  # Its letters: the file does not say which they are.


def looks_like_roster(content: bytes) -> bool:
    """Whether the file is a table of flats and no survey."""
    try:
        found = _with_header(grids(content, lambda _: A_DATE))
    except UnreadableRoster:
        return False
    headers = {cell.strip().casefold() for cell in found.grid[found.at]}
    others = set(found.columns.values()) & {
        Column.BUILDING, Column.ENTRANCE, Column.FLOOR, Column.AREA
    }  # fmt: skip
    return bool(others) and not {"type", "name"} <= headers


def read_roster(content: bytes) -> RosterTable:
    """The table of flats; raises UnreadableRoster."""
    found = _with_header(grids(content, lambda _: A_DATE))
    rows: list[tuple[int, Mapping[Column, str]]] = []
    for number, line in enumerate(found.grid[found.at + 1 :], found.at + 2):
        if not any(line):
            continue
        if len(rows) >= ROWS_MAX:
            raise UnreadableRoster(Unread.TOO_LONG)
        rows.append((number, {c: line[i] for i, c in found.columns.items() if i < len(line)}))
    if not rows:
        raise UnreadableRoster(Unread.NO_ROWS)
    headers = enumerate(found.grid[found.at])
    return RosterTable(
        columns=frozenset(found.columns.values()),
        rows=rows,
        ignored=tuple(cell for i, cell in headers if cell and i not in found.columns),
        guessed=is_guessed(content),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    grid: Sequence[Sequence[str]]
    at: int
    columns: Mapping[int, Column]


def _with_header(grids: Iterator[Sequence[Sequence[str]]]) -> _Found:
    """The reading of the file, and the row in it, in which most columns are understood."""
    best: _Found | None = None
    for grid in grids:
        for at, line in enumerate(islice(grid, HEADER_WITHIN)):
            columns = _columns(line)
            if Column.FLAT in columns.values() and (
                best is None or len(columns) > len(best.columns)
            ):
                best = _Found(grid, at, columns)
    if best is None:
        raise UnreadableRoster(Unread.NO_HEADER)
    return best


def _columns(line: Sequence[str]) -> dict[int, Column]:
    """Which column is about what; the first of two alike counts."""
    understood: dict[int, Column] = {}
    for i, cell in enumerate(line):
        column = _understood(cell)
        if column is not None and column not in understood.values():
            understood[i] = column
    return understood


def _understood(header: str) -> Column | None:
    header = header.strip().removesuffix(":")
    if len(header) > HEADER_CHARS_MAX or ":" in header:  # "title: …" is a line of YAML.
        return None
    plain = re.sub(r"['’`ʼ\"]", "", header.casefold()).replace("²", "2")
    words = re.findall(r"\w+", plain)
    together = f" {' '.join(words)} "
    for column, known in WORDS.items():
        if any(f" {word} " in together for word in known):
            return column
    return None
