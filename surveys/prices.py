"""Price sensitivity after Van Westendorp (1976): which prices people find fit, from four questions.

Of each price it is known how many would call it too cheap, cheap (a bargain), expensive, too
expensive. Where two of the curves cross, a price is named:

- marginal cheapness (PMC): as many say "too cheap" as "expensive": below it doubts begin;
- indifference (IPP): as many say "cheap" as "expensive": what people are used to;
- optimal (OPP): as many say "too cheap" as "too expensive": fewest are put off;
- marginal expensiveness (PME): as many say "cheap" as "too expensive": above it buyers leave.

From PMC to PME is the range of acceptable prices (the narrower of the two readings in use). How
sure each point is, a bootstrap over people says.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from surveys.answers import Answer, Counted
from surveys.questions import NumberQuestion, QuestionKey, Survey

PEOPLE_MIN = 30  # Fewer give curves that jump with every answer.
RESAMPLES = 1_000
SEED = 4
FEW = 5  # People; fewer are not spoken of.
SURE = 0.95  # The share of resamples between the ends of an interval.

CONSTRUCTS = ("too_cheap", "cheap", "expensive", "too_expensive")
"""By which the four questions are known, in rising order of price."""

Prices = tuple[float, float, float, float]


class Point(StrEnum):
    """Where two curves cross."""

    PMC = "pmc"
    OPP = "opp"
    IPP = "ipp"
    PME = "pme"


_CROSSINGS = {Point.PMC: (0, 2), Point.OPP: (0, 3), Point.IPP: (1, 2), Point.PME: (1, 3)}
"""The falling and the rising curve of each point, by their place among the four."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A price, and the interval in which 95 of 100 resamples find it."""

    price: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What the answers of `people` say; `left_out` gave fewer than four prices, or in no order.

    `curves` holds, for each price of the grid, the share of people who call it too cheap, cheap,
    expensive, too expensive; None where it would tell of one to four people.
    """

    people: int
    left_out: int
    points: Mapping[Point, Estimate]
    grid: tuple[float, ...]
    curves: tuple[tuple[float | None, ...], ...]


@dataclass(frozen=True, slots=True)
class TooFewPrices:
    """So many people gave four prices in order, and PEOPLE_MIN are needed."""

    people: int
    left_out: int
    needed: int = PEOPLE_MIN


def price_questions(survey: Survey) -> tuple[QuestionKey, ...] | None:
    """The four questions on price, in rising order; None if the survey does not ask them."""
    by_construct = {
        question.construct: question.key
        for question in survey.questions
        if isinstance(question, NumberQuestion) and question.construct in CONSTRUCTS
    }
    if len(by_construct) < len(CONSTRUCTS):
        return None
    return tuple(by_construct[construct] for construct in CONSTRUCTS)


def prices_given(
    keys: Sequence[QuestionKey], people: Iterable[Mapping[QuestionKey, Answer]]
) -> tuple[list[Prices], int]:
    """Those who gave all four prices in order; and how many did not."""
    given: list[Prices] = []
    left_out = 0
    for answers in people:
        found = [answers.get(key) for key in keys]
        values = [answer.value for answer in found if isinstance(answer, Counted)]
        if len(values) == len(CONSTRUCTS) and values == sorted(values):
            given.append((values[0], values[1], values[2], values[3]))
        elif values:
            left_out += 1
    return given, left_out


def measure(
    given: Sequence[Prices], left_out: int = 0, *, resamples: int = RESAMPLES
) -> Sensitivity | TooFewPrices:
    """The four points with their intervals; the order of people makes no difference."""
    import numpy as np

    if len(given) < PEOPLE_MIN:
        return TooFewPrices(len(given), left_out)
    table = np.array(sorted(given), dtype=float)
    grid = np.unique(table)
    points = _points(table, grid)
    dice = np.random.default_rng(SEED)
    again = [
        _points(table[dice.integers(0, len(table), len(table))], grid) for _ in range(resamples)
    ]
    tail = 100 * (1 - SURE) / 2
    found = {}
    for point, price in points.items():
        spread = [resampled[point] for resampled in again]
        low, high = np.percentile(spread, [tail, 100 - tail])
        found[point] = Estimate(price, float(low), float(high))
    curves = tuple(_public(curve, len(table)) for curve in _curves(table, grid))
    return Sensitivity(len(table), left_out, found, tuple(float(p) for p in grid), curves)


def _public(curve: Any, people: int) -> tuple[float | None, ...]:
    """Without the shares that a handful of people make up, or that leave a handful out."""
    shares = []
    for share in curve:
        count = round(float(share) * people)
        few = 0 < min(count, people - count) < FEW
        shares.append(None if few else float(share))
    return tuple(shares)


def _curves(table: Any, grid: Any) -> list[Any]:
    """For each price: who says too cheap, cheap (falling); expensive, too expensive (rising)."""
    import numpy as np

    people = len(table)
    curves = []
    for place in range(len(CONSTRUCTS)):
        named = np.sort(table[:, place])
        if place < 2:
            curves.append((people - np.searchsorted(named, grid, side="left")) / people)
        else:
            curves.append(np.searchsorted(named, grid, side="right") / people)
    return curves


def _points(table: Any, grid: Any) -> dict[Point, float]:
    curves = _curves(table, grid)
    return {
        point: _crossing(grid, curves[falling], curves[rising])
        for point, (falling, rising) in _CROSSINGS.items()
    }


def _crossing(grid: Any, falling: Any, rising: Any) -> float:
    """The price at which the curves meet, in a straight line between the prices beside it."""
    import numpy as np

    above = rising - falling
    place = int(np.argmax(above >= 0))  # At the highest price nobody calls it cheap any more.
    if place == 0 or above[place] == above[place - 1]:
        return float(grid[place])
    share = -above[place - 1] / (above[place] - above[place - 1])
    return float(grid[place - 1] + share * (grid[place] - grid[place - 1]))
