"""What was spent within some days, where notes can be taken back by a minus."""

from collections.abc import Iterable
from datetime import datetime
from operator import itemgetter


def standing(noted: Iterable[tuple[datetime, int]]) -> list[tuple[datetime, int]]:
    """What is left of the notes, by time: a minus takes back what was noted last before it.

    More than was noted cannot be taken back: the rest of such a minus counts for nothing.
    """
    left: list[tuple[datetime, int]] = []
    for at, amount in sorted(noted, key=itemgetter(0)):  # Of one moment in the order given.
        back = -amount
        while back > 0 and left:
            before, was = left.pop()
            if was > back:
                left.append((before, was - back))
            back -= was
        if amount > 0:
            left.append((at, amount))
    return left


def spent(noted: Iterable[tuple[datetime, int]], since: datetime, until: datetime) -> int | None:
    """The sum of what was noted after `since` up to `until`, never below nothing; None: nothing
    was noted then."""
    within = [amount for at, amount in standing(n for n in noted if n[0] <= until) if at > since]
    return sum(within) if within else None
