"""Cells of text formats: moments and times as ISO 8601 writes them."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time

from use_cases.exporting.values import Cell, Column, Row, Shape

Plain = int | float | str | None

_FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\n", "\r", "'")


def plain(cell: Cell) -> Plain:
    """ "2026-03-14T12:00:00Z", "2026-03-14", "18:30"; numbers and texts as they are."""
    match cell:
        case datetime():
            return f"{cell.replace(tzinfo=None).isoformat(timespec='seconds')}Z"
        case date():
            return cell.isoformat()
        case time():
            return cell.isoformat("minutes")
    return cell


def harmless(cell: Cell) -> Plain:
    """A text that a spreadsheet would take for a formula gets an apostrophe before it.

    So does a text that begins with one: taking one off gives back what was said.
    """
    if isinstance(cell, str) and cell.startswith(_FORMULA_BEGINS):
        return f"'{cell}"
    return plain(cell)


class PlainRows:
    """Turns rows into plain cells, touching only the columns that need it."""

    def __init__(self, columns: Sequence[Column], text: Callable[[Cell], Plain] | None = None):
        say: dict[Shape, Callable[[Cell], Plain]] = {
            Shape.MOMENT: plain,
            Shape.DATE: plain,
            Shape.TIME: plain,
        }
        if text is not None:
            say[Shape.TEXT] = text
        self._places = [
            (place, say[column.shape])
            for place, column in enumerate(columns)
            if column.shape in say
        ]

    def __call__(self, row: Row) -> list[Plain]:
        """The row, as text formats write it."""
        cells: list[Cell] = list(row)
        for place, say in self._places:
            if cells[place] is not None:
                cells[place] = say(cells[place])
        return cells  # type: ignore[return-value]
