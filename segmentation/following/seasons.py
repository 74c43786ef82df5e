"""The same season a year before: when it was, and how far a figure differs from what it was then.

One definition for everything that is compared (docs/seasons.md). The interval of a difference is
put together from those of its two sides (Zou and Donner 2008): of two shares that is Newcombe's
(1998, method 10), of two means Welch's with normal quantiles. Both sides count as independent;
where the same people stand on both, the true interval is narrower, never wider by much.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from math import sqrt
from statistics import NormalDist

from segmentation.purchases.figures import PEOPLE_MIN, Figure, Z

FALSE_SHARE_MAX = 0.05
"""Of the differences that are called clear among many, so many may be chance."""


class Lack(StrEnum):
    """Why nothing is compared."""

    NO_DATA = "no-data"  # What is known does not reach back to that season.
    FEW_THEN = "few-then"
    FEW_NOW = "few-now"


class Turn(StrEnum):
    """What the interval of a difference says."""

    MORE = "more"
    LESS = "less"
    UNSURE = "unsure"  # It holds nought; or there is no interval.


@dataclass(frozen=True, slots=True)
class Difference:
    """Now less then, with its 95 % interval; None: no interval is known."""

    value: float
    low: float | None
    high: float | None

    @property
    def turn(self) -> Turn:
        if self.low is not None and self.low > 0:
            return Turn.MORE
        if self.high is not None and self.high < 0:
            return Turn.LESS
        return Turn.UNSURE

    @property
    def p(self) -> float:
        """How easily chance alone comes this far: 1 without an interval."""
        bound = self.low if self.value > 0 else self.high
        if bound is None or self.value == 0:
            return 1.0
        if bound == self.value:
            return 0.0
        return 2 * NormalDist().cdf(-Z * abs(self.value / (self.value - bound)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Seasonal:
    """A figure now and in the same season a year before; `lack` says why they are not compared."""

    now: Figure | None = None
    then: Figure | None = None
    difference: Difference | None = None
    lack: Lack | None = None


def a_year_before(moment: datetime) -> datetime:
    """The same day and hour a year earlier; of 29 February it is the 28th."""
    try:
        return moment.replace(year=moment.year - 1)
    except ValueError:
        return moment.replace(year=moment.year - 1, day=28)


def compared(now: Figure | None, then: Figure | None, *, reaches: bool = True) -> Seasonal:
    """Two values of one figure; `reaches`: what it is made of is known of that whole season."""
    if now is None:
        return Seasonal(then=then if reaches else None, lack=Lack.FEW_NOW)
    if not reaches:
        return Seasonal(now=now, lack=Lack.NO_DATA)
    if then is None:
        return Seasonal(now=now, lack=Lack.FEW_THEN)
    return Seasonal(now=now, then=then, difference=difference(now, then))


def difference(now: Figure, then: Figure) -> Difference:
    """Now less then."""
    value = now.value - then.value
    if now.low is None or now.high is None or then.low is None or then.high is None:
        return Difference(value, None, None)
    down = sqrt((now.value - now.low) ** 2 + (then.high - then.value) ** 2)
    up = sqrt((now.high - now.value) ** 2 + (then.value - then.low) ** 2)
    return Difference(value, value - down, value + up)


def sizes_compared(now: int, then: int, both: int) -> Seasonal:
    """How many people there are against how many there were; `both` are in now and were then.

    Who came and who left are two counts of chance (Poisson, by score intervals): as much coming
    and going as there was could by itself have made such a difference, or could not.
    """
    here = Figure(float(now), None, None, now) if now >= PEOPLE_MIN else None
    if then == 0:
        return Seasonal(now=here, lack=Lack.FEW_NOW if here is None else Lack.NO_DATA)
    there = Figure(float(then), None, None, then) if then >= PEOPLE_MIN else None
    if here is None or there is None:
        return compared(here, there)
    moved = difference(_counted(now - both), _counted(then - both))
    return Seasonal(now=here, then=there, difference=moved)


def _counted(people: int) -> Figure:
    """A count with the score interval of its Poisson mean."""
    middle, half = people + Z * Z / 2, Z * sqrt(people + Z * Z / 4)
    return Figure(float(people), middle - half, middle + half, people)


def clear(differences: Sequence[Difference | None]) -> tuple[bool, ...]:
    """Which of many stand out when all of them are looked at together.

    Benjamini and Hochberg (1995): of those called clear at most FALSE_SHARE_MAX are chance.
    """
    known = sorted((d.p, i) for i, d in enumerate(differences) if d is not None)
    found: set[int] = set()
    for rank, (p, _) in enumerate(known, start=1):
        if p <= FALSE_SHARE_MAX * rank / len(known):
            found = {i for _, i in known[:rank]}
    return tuple(i in found for i in range(len(differences)))
