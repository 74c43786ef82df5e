"""Why a cell holds no answer: not shown, skipped, not known … or nobody knows."""

from collections.abc import Mapping
from enum import StrEnum

from segmentation.sheets.kinds import number


class Silence(StrEnum):
    """What a cell without an answer tells; EMPTY and CODE say only that there is none."""

    NOT_REACHED = "not_reached"
    NOT_SHOWN = "not_shown"
    SKIPPED = "skipped"
    DONT_KNOW = "dont_know"
    PREFER_NOT = "prefer_not"
    CODE = "other_code"
    EMPTY = "empty"


OWN = {
    -95: Silence.NOT_REACHED,
    -96: Silence.NOT_SHOWN,
    -97: Silence.SKIPPED,
    -98: Silence.DONT_KNOW,
    -99: Silence.PREFER_NOT,
}
"""As our exports write them (docs/decisions/0017); where people may answer such numbers themselves,
-9000000000000950 to -9000000000000990 stand for the same."""

_FAR = -9_000_000_000_000_000
SURELY_OWN = frozenset({Silence.NOT_REACHED, Silence.NOT_SHOWN, Silence.SKIPPED})


def silences(
    cells: Mapping[str, Mapping[str, int]], absent: Mapping[str, tuple[str, ...]], rows: int
) -> dict[str, dict[Silence, int]]:
    """How many cells of each column are silent, by why; columns that everybody answered are left
    out. -98 and -99 mean what ours mean only in a file that is surely ours; other files use them
    for anything.
    """
    codes = {name: {code: _own(code) for code in absent.get(name, ())} for name in cells}
    ours = any(why in SURELY_OWN for column in codes.values() for why in column.values())
    found: dict[str, dict[Silence, int]] = {}
    for name, counts in cells.items():
        silent: dict[Silence, int] = {}
        for code, why in codes[name].items():
            kind = why if ours else Silence.CODE
            silent[kind] = silent.get(kind, 0) + counts[code]
        if empty := rows - sum(counts.values()):
            silent[Silence.EMPTY] = empty
        if silent:
            found[name] = silent
    return found


def _own(code: str) -> Silence:
    value = number(code)
    if value is None:
        return Silence.CODE
    small = (value - _FAR) / 10 if value <= _FAR else value
    return OWN.get(int(small), Silence.CODE) if small == int(small) else Silence.CODE
