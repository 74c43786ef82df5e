"""The full table of a scheme: every line of the profile, everybody and each segment."""

from dataclasses import dataclass

from bot.reports.sentences import Sentences
from use_cases.reporting.values import Cell, Row, SchemeReport


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLine:
    """One line; `heading` where the options of a new question begin."""

    heading: str
    label: str
    everybody: str
    cells: list[tuple[str, str]]  # The figure and its difference.


def table_lines(says: Sentences, scheme: SchemeReport) -> list[TableLine]:
    """The lines in the order of the survey."""
    lines, asked = [], None
    for row in scheme.rows:
        new = row.label is not None and row.item != asked and bool(says.text(row.prompt))
        asked = row.item
        lines.append(
            TableLine(
                heading=says.text(row.prompt) if new else "",
                label=says.label_with_unit(row),
                everybody=says.numbers.estimate(row.everybody, row),
                cells=[_cell(says, cell, row) for cell in row.cells],
            )
        )
    return lines


def _cell(says: Sentences, cell: Cell, row: Row) -> tuple[str, str]:
    return says.numbers.estimate(cell.estimate, row), says.numbers.difference(cell, row)
