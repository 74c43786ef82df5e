"""What a new run would do to people who have a segment already: who would be called otherwise."""

from collections import Counter
from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from math import comb

RELABELLED_MAX = 0.02  # A run that moves no larger share, and keeps the segments, needs no leave.


@dataclass(frozen=True, slots=True, kw_only=True)
class Relabelling:
    """Places of the people who stand in the scheme now, held against those that a run gives them.

    `moved` change their segment, `joined` were undecided, `left` would be; `stay` is everybody
    else. `agreement` is the adjusted Rand index (Hubert and Arabie 1985) over those with a segment
    in both, None without any.
    """

    stay: int
    moved: int
    joined: int
    left: int
    appears: tuple[str, ...]
    disappears: tuple[str, ...]
    agreement: float | None

    @property
    def people(self) -> int:
        """Everybody who stands in both."""
        return self.stay + self.changed

    @property
    def changed(self) -> int:
        """Whoever would be called otherwise."""
        return self.moved + self.joined + self.left

    @property
    def slight(self) -> bool:
        """Whether nobody need be asked: the same segments, and hardly anybody moves."""
        few = self.changed <= RELABELLED_MAX * max(self.people, 1)
        return few and not self.appears and not self.disappears


def relabelling(
    before: Mapping[int, str | None],
    after: Mapping[int, str | None],
    living: Collection[str],
    found: Collection[str],
    shown_as: Mapping[str, str] | None = None,
) -> Relabelling:
    """Compare places by person (None: undecided); `living` and `found` are keys of segments.

    `shown_as` holds the keys of merged segments by those of their parts: whoever goes from part to
    part is called as before.
    """
    merged = shown_as or {}

    def shown(key: str | None) -> str | None:
        return None if key is None else merged.get(key, key)

    both = [(shown(before[who]), shown(after[who])) for who in before if who in after]
    inside = [(a, b) for a, b in both if a is not None and b is not None]
    living_ones, found_ones = set(map(shown, living)), set(map(shown, found))
    return Relabelling(
        stay=sum(a == b for a, b in both),
        moved=sum(a != b for a, b in inside),
        joined=sum(a is None and b is not None for a, b in both),
        left=sum(a is not None and b is None for a, b in both),
        appears=tuple(key for key in found if shown(key) not in living_ones),
        disappears=tuple(key for key in living if shown(key) not in found_ones),
        agreement=adjusted_rand(inside) if inside else None,
    )


def adjusted_rand(pairs: Collection[tuple[Hashable, Hashable]]) -> float:
    """Agreement of two groupings beyond chance: 1 is the same, 0 is what chance gives."""
    together = sum(comb(n, 2) for n in Counter(pairs).values())
    rows = sum(comb(n, 2) for n in Counter(a for a, _ in pairs).values())
    columns = sum(comb(n, 2) for n in Counter(b for _, b in pairs).values())
    chance = rows * columns / max(comb(len(pairs), 2), 1)
    most = (rows + columns) / 2
    return 1.0 if most == chance else (together - chance) / (most - chance)
