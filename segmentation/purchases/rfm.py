"""Recency, frequency, monetary value: quintiles, and the plain words cold, warm, hot.

Hughes (1994), Strategic Database Marketing. Quintiles are of mid-ranks, so that equals have equal
scores and the order of people changes nothing.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

QUINTILES = 5
PEOPLE_MIN = 25  # Five a quintile; with fewer the scores say nothing.
HOT_FROM, WARM_FROM = 4.0, 2.5  # Of the mean of the three scores.


class Warmth(StrEnum):
    """The plain words for the mean of the three scores."""

    COLD = "cold"
    WARM = "warm"
    HOT = "hot"


@dataclass(frozen=True, slots=True)
class Paid:
    """Something that somebody paid; `amount` in the smallest unit of money."""

    at: datetime
    amount: int


@dataclass(frozen=True, slots=True)
class Totals:
    """What somebody's payments come to; `amount` with refunds taken off."""

    last: datetime
    times: int
    amount: int


@dataclass(frozen=True, slots=True)
class Rfm:
    """Scores from 1 to 5; 5 is recent, often, much."""

    recency: int
    frequency: int
    monetary: int

    @property
    def warmth(self) -> Warmth:
        mean = (self.recency + self.frequency + self.monetary) / 3
        if mean >= HOT_FROM:
            return Warmth.HOT
        return Warmth.WARM if mean >= WARM_FROM else Warmth.COLD


def rfm(paid: Mapping[int, Sequence[Paid]]) -> dict[int, Rfm] | None:
    """Everybody's scores, of those who paid at all; None where they are fewer than PEOPLE_MIN."""
    totals = {
        person: Totals(max(e.at for e in each), len(each), sum(e.amount for e in each))
        for person, each in paid.items()
        if each
    }
    return scores(totals)


def scores(totals: Mapping[int, Totals]) -> dict[int, Rfm] | None:
    """As `rfm`, from what each payer's payments come to; refunds are no payments."""
    payers = {person: each for person, each in totals.items() if each.times}
    if len(payers) < PEOPLE_MIN:
        return None
    recency = quintiles({p: each.last.timestamp() for p, each in payers.items()})
    frequency = quintiles({p: each.times for p, each in payers.items()})
    monetary = quintiles({p: each.amount for p, each in payers.items()})
    return {p: Rfm(recency[p], frequency[p], monetary[p]) for p in sorted(payers)}


def quintiles(values: Mapping[int, float]) -> dict[int, int]:
    """1 for the lowest fifth to 5 for the highest, by mid-rank."""
    ordered = sorted(values.values())
    people = len(ordered)

    def score(value: float) -> int:
        below, not_above = bisect_left(ordered, value), bisect_right(ordered, value)
        share = (below + not_above) / (2 * people)
        return min(QUINTILES, 1 + int(QUINTILES * share))

    return {person: score(value) for person, value in values.items()}
