"""The columns that tell with how much care a response was given: its weight and each sign."""

from collections.abc import Sequence
from functools import cache

from surveys.quality.flags import Flag, weight_of
from use_cases.exporting.about import about_column
from use_cases.exporting.values import Cell, Code, Column, Measure, Says, Shape

_SIGNS = {
    Flag.READING: Says.FLAG_READING,
    Flag.HURRY: Says.FLAG_HURRY,
    Flag.STRAIGHT: Says.FLAG_STRAIGHT,
    Flag.CONTRADICTION: Says.FLAG_CONTRADICTION,
    Flag.NONSENSE: Says.FLAG_NONSENSE,
}
_SHOWS = (Code(value=1, label=Says.YES), Code(value=0, label=Says.NO))

CARE: tuple[Column, ...] = (
    about_column("weight", Shape.NUMBER, Measure.SCALE, Says.WEIGHT, whole=False),
    *(
        about_column(f"flag_{flag}", Shape.CODE, Measure.NOMINAL, says, *_SHOWS)
        for flag, says in _SIGNS.items()
    ),
)
NOT_JUDGED: Sequence[Cell] = (None,) * len(CARE)
"""Of a response that is not complete."""


@cache  # There are few sets of five signs.
def care_cells(flags: frozenset[Flag]) -> Sequence[Cell]:
    """The cells of those columns."""
    return weight_of(flags), *(int(flag in flags) for flag in _SIGNS)
