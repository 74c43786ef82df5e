"""The table of who moved where, as the page shows it."""

from dataclasses import dataclass

from bot.reports.charts import colour_class
from bot.reports.sentences import Sentences
from use_cases.reporting.suppression import FEW
from use_cases.reporting.values import Moves

FEW_PEOPLE = f"<{FEW}"


@dataclass(frozen=True, slots=True, kw_only=True)
class MovesTable:
    """Words and numbers; a column or row is the colour and name of a segment."""

    title: str
    moved: str
    columns: list[tuple[str, str]]
    rows: list[tuple[tuple[str, str], list[str]]]


def moves_table(says: Sentences, moves: Moves | None, names: dict[int, str]) -> MovesTable | None:
    """What changed, or None where there is no past to compare with."""
    if moves is None:
        return None
    words, numbers = says.words, says.numbers

    def named(number: int) -> tuple[str, str]:
        known = names.get(number) or words("segment-gone-name", number=number)
        return colour_class(number), known

    def cell(share: float | None) -> str:
        return FEW_PEOPLE if share is None else numbers.percent(share)

    return MovesTable(
        title=words("report-moves-title", date=numbers.date(moves.since)),
        moved=says.moves_said(moves),
        columns=[named(number) for number in moves.after],
        rows=[
            (named(number), [cell(share) for share in row])
            for number, row in zip(moves.before, moves.cells, strict=True)
        ],
    )
