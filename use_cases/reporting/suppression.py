"""What may be shown of a head-count: nothing that tells which of 0 to 4 a small one is.

Showing "<5" is not enough where the rest adds up: 30 people, of whom 28 said yes, tells of two who
did not. So one other part of the whole is made vague, by exactly as much as is hidden. Which part,
and what is shown for it, follows from what is public alone; every figure of a report is computed
from these public counts, never from the true ones, and so none of them can give the secret away.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

FEW = 5
"""Counts below it are shown as "<5"."""

HIDDEN_MAX = FEW - 1


class Kind(StrEnum):
    """How much of a count is public."""

    EXACT = "exact"
    ABOUT = "about"  # A little vague, because a neighbouring count is small.
    AT_LEAST = "at least"  # All of the whole but fewer than FEW.
    FEW = "few"  # Fewer than FEW; shown as "<5".
    HIDDEN = "hidden"  # Would give away a small neighbour; shown as a dash.


@dataclass(frozen=True, slots=True)
class Count:
    """The public side of a head-count; `value` is what is shown of it where it is shown."""

    kind: Kind
    value: float

    @property
    def shown(self) -> bool:
        """Whether a figure may be built on it."""
        return self.kind not in (Kind.FEW, Kind.HIDDEN)

    @property
    def middle(self) -> float:
        """The best guess that the public can make."""
        return self.value + (HIDDEN_MAX / 2 if self.kind is Kind.AT_LEAST else 0)

    @property
    def exact(self) -> bool:
        """Whether it is the true count."""
        return self.kind is Kind.EXACT


SOME = Count(Kind.FEW, HIDDEN_MAX / 2)
UNKNOWN = Count(Kind.HIDDEN, 0.0)


def alone(count: int) -> Count:
    """A count that nothing public contains: exact from five on, and for nobody."""
    return Count(Kind.EXACT, count) if count == 0 or count >= FEW else SOME


def parts(
    counts: Sequence[int], total: float, *, unsure: bool = False, zero_is_few: bool = False
) -> tuple[Count, ...]:
    """The public counts of parts that make up the public `total`.

    If any part is small, the first part that can cover for it is made vague: it and the small ones
    together are public, how they share it is not. Parts too small to cover are hidden on the way.
    A whole of fewer than five is itself no public number (see `alone`): then nothing is shown.
    `unsure` says that the total is a little vague itself. With `zero_is_few` nobody is few, too.
    """
    if 0 < sum(counts) < FEW:
        return tuple(UNKNOWN for _ in counts)
    small = {i for i, n in enumerate(counts) if n < FEW and (n > 0 or zero_is_few)}
    if not small and not unsure:
        return tuple(Count(Kind.EXACT, n) for n in counts)
    known = {i for i in range(len(counts)) if i not in small}
    secret_max = HIDDEN_MAX * (len(small) + unsure)
    for i in sorted(i for i in known if counts[i] >= FEW):
        known.discard(i)
        rest = total - sum(counts[j] for j in known)
        if rest >= secret_max + FEW:
            cover = Count(Kind.ABOUT, rest - secret_max / 2)
            return tuple(_part(j, counts, known, small, i, cover) for j in range(len(counts)))
        secret_max += secret_max + FEW - 1  # All that a part too small to cover can hide.
    return tuple(UNKNOWN for _ in counts)


def _part(
    index: int, counts: Sequence[int], known: set[int], small: set[int], at: int, cover: Count
) -> Count:
    if index == at:
        return cover
    if index in small:
        return SOME
    return Count(Kind.EXACT, counts[index]) if index in known else UNKNOWN


def of_whole(count: int, whole: Count, members: int) -> Count:
    """The public count of those among `members` who did something that the others did not.

    `whole` is the public side of `members`. Both "few did" and "few did not" are kept vague.
    """
    if not whole.shown:
        return UNKNOWN
    if count < FEW:
        return SOME
    if members - count < FEW or whole.value - count < FEW:
        return Count(Kind.AT_LEAST, max(whole.value - HIDDEN_MAX, 0))
    return Count(Kind.EXACT, count)
