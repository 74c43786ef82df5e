"""Which columns are votes on statements, to be read together: many of them, mostly not cast."""

import re
from collections.abc import Mapping, Sequence

from segmentation.sheets.kinds import VOTES, ColumnKind
from segmentation.sheets.ladders import plain

STATEMENTS_MIN = 10  # so many votes ...
SPARSE = 0.7  # ... of which no larger share is cast are read together
MOSTLY = 0.9  # of the columns to segment on: the others then describe the groups
MAY_BE_VOTES = frozenset(
    {ColumnKind.VOTE, ColumnKind.BINARY, ColumnKind.CATEGORICAL, ColumnKind.ORDINAL}
)
NO_STATEMENT = re.compile(
    r"^(.*[ _.-])?(id|group|cluster|segment|группа|група|кластер|сегмент)$", re.IGNORECASE
)
"""Names of columns that number groups, as Polis exports its own (group-id): 0 and 1, no votes."""
Cells = Mapping[str, Mapping[str, int]]


def with_votes(
    kinds: Mapping[str, ColumnKind], guessed: Sequence[str], cells: Cells, rows: int, *, asked: bool
) -> dict[str, ColumnKind]:
    """The kinds, where statements that nobody turned down are votes like those beside them.

    That is so where votes were `asked` for, and where the columns are ballots.
    """
    fit = [
        c
        for c in guessed
        if kinds[c] in MAY_BE_VOTES and not NO_STATEMENT.match(c) and _hold_votes(cells[c])
    ]
    sure = sum(kinds[c] is ColumnKind.VOTE for c in fit)
    if 2 * sure < len(fit) or not (asked or are_ballots(fit, cells, rows)):
        return dict(kinds)
    return {**kinds, **dict.fromkeys(fit, ColumnKind.VOTE)}


def are_ballots(columns: Sequence[str], cells: Cells, rows: int) -> bool:
    """Whether these columns of votes are many, and most votes were not cast."""
    cast = sum(sum(cells[column].values()) for column in columns)
    return len(columns) >= STATEMENTS_MIN and cast < SPARSE * len(columns) * rows


def _hold_votes(cells: Mapping[str, int]) -> bool:
    return bool(cells) and all(plain(cell) in VOTES for cell in cells)
