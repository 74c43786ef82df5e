"""Figures of success, one definition each, with intervals at 95 %.

They are computed from `Sums`, which a database, pandas or a loop can add up over the members of a
segment; whoever computes them elsewhere must come to the same value (docs/figures.md). Money is in
its smallest unit. "Now" is the last PERIOD_DAYS days, "before" are as many days before those.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from statistics import NormalDist

from surveys.field.rates import wilson

Z = NormalDist().inv_cdf(0.975)
PEOPLE_MIN = 5
"""Nothing is said about fewer people."""

PERIOD_DAYS = 90
CONVERSION_DAYS = 14
"""Whoever pays within so many days of the first message that reached them was converted."""


class Measure(StrEnum):
    """Each figure, in the order in which they are shown."""

    ANSWER_RATE = "answer-rate"
    CONVERSION = "conversion"
    AVERAGE_ORDER = "average-order"
    RETENTION = "retention"
    CHURN = "churn"
    LIFETIME_VALUE = "lifetime-value"
    ACQUISITION_COST = "acquisition-cost"
    RETURN_ON_COST = "return-on-cost"
    NPS = "nps"
    CSAT = "csat"
    GROWTH = "growth"
    EARNED = "earned"
    SPENT = "spent"


SHARES = frozenset(
    {
        *(Measure.ANSWER_RATE, Measure.CONVERSION, Measure.RETENTION, Measure.CHURN, Measure.CSAT),
        *(Measure.GROWTH, Measure.RETURN_ON_COST),
    }
)
MONEY = frozenset({Measure.AVERAGE_ORDER, Measure.LIFETIME_VALUE, Measure.ACQUISITION_COST})
FROM_PAYMENTS = frozenset(
    {
        *(Measure.CONVERSION, Measure.AVERAGE_ORDER, Measure.RETENTION, Measure.CHURN),
        *(Measure.LIFETIME_VALUE, Measure.RETURN_ON_COST),
    }
)
"""What nothing can be said of before payments or purchases were brought in."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with its interval; `people` is how many it rests on. None: no interval is known."""

    value: float
    low: float | None
    high: float | None
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """What the members of a segment come to; `..._2` are sums of squares over people.

    Orders are payments and purchases of more than nothing; `value` are all amounts ever, refunds
    taken off.
    """

    members: int = 0
    members_before: int = 0  # A period ago.
    newcomers: int = 0  # Members who met the bot now.
    invited: int = 0  # To any survey, now.
    answered: int = 0  # Of those, who completed one since.
    reached: int = 0  # By any message, now.
    converted: int = 0
    gain: int = 0  # What the converted paid within CONVERSION_DAYS.
    bought_before: int = 0
    stayed: int = 0  # Of those, who bought now.
    buyers: int = 0  # Now.
    orders: int = 0
    orders_2: float = 0.0
    paid: int = 0
    paid_2: float = 0.0
    paid_orders: float = 0.0  # Of the products of both.
    value: int = 0
    value_2: float = 0.0
    rated: int = 0  # 0 to 10; each person's newest rating.
    promoters: int = 0
    detractors: int = 0
    judged: int = 0  # Satisfaction, likewise.
    satisfied: int = 0
    earned: int = 0
    earned_2: float = 0.0
    spent: int = 0
    spent_2: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """What managers say was spent now; None: they said nothing."""

    acquisition: int | None = None
    messages: int | None = None


def figures_of(sums: Sums, costs: Costs) -> Mapping[Measure, Figure]:
    """Every figure that there is enough for."""
    found = {
        Measure.ANSWER_RATE: share(sums.answered, sums.invited),
        Measure.CONVERSION: share(sums.converted, sums.reached),
        Measure.AVERAGE_ORDER: average_order(sums),
        Measure.RETENTION: share(sums.stayed, sums.bought_before),
        Measure.CHURN: share(sums.bought_before - sums.stayed, sums.bought_before),
        Measure.LIFETIME_VALUE: mean(sums.value, sums.value_2, sums.members),
        Measure.ACQUISITION_COST: acquisition_cost(costs.acquisition, sums.newcomers),
        Measure.RETURN_ON_COST: return_on_cost(sums.gain, costs.messages, sums.reached),
        Measure.NPS: nps(sums.promoters, sums.detractors, sums.rated),
        Measure.CSAT: share(sums.satisfied, sums.judged),
        Measure.GROWTH: growth(sums.members, sums.members_before),
        Measure.EARNED: mean(sums.earned, sums.earned_2, sums.members),
        Measure.SPENT: mean(sums.spent, sums.spent_2, sums.members),
    }
    return {measure: figure for measure, figure in found.items() if figure is not None}


def share(part: int, whole: int) -> Figure | None:
    """A share with Wilson's interval; None about fewer than PEOPLE_MIN."""
    if whole < PEOPLE_MIN:
        return None
    low, high = wilson(part, whole)
    return Figure(part / whole, low, high, whole)


def average_order(sums: Sums) -> Figure | None:
    """All that was paid over the number of orders; the interval counts people, not orders."""
    if sums.buyers < PEOPLE_MIN:
        return None
    value, people = sums.paid / sums.orders, sums.buyers
    spread = sums.paid_2 - 2 * value * sums.paid_orders + value * value * sums.orders_2
    error = sqrt(people / (people - 1) * max(spread, 0.0)) / sums.orders
    return Figure(value, value - Z * error, value + Z * error, people)


def mean(total: float, squares: float, people: int) -> Figure | None:
    """A mean with its interval; None about fewer than PEOPLE_MIN."""
    if people < PEOPLE_MIN:
        return None
    middle = total / people
    variance = max(squares - people * middle * middle, 0.0) / (people - 1)
    error = sqrt(variance / people)
    return Figure(middle, middle - Z * error, middle + Z * error, people)


def nps(promoters: int, detractors: int, people: int) -> Figure | None:
    """Promoters (9, 10) less detractors (0 to 6), in points from -100 to 100."""
    if people < PEOPLE_MIN:
        return None
    middle = (promoters - detractors) / people
    error = sqrt(max((promoters + detractors) / people - middle * middle, 0.0) / people)
    low, high = max(-1.0, middle - Z * error), min(1.0, middle + Z * error)
    return Figure(100 * middle, 100 * low, 100 * high, people)


def growth(now: int, before: int) -> Figure | None:
    """How many more members than before, as a share of those before."""
    if before < PEOPLE_MIN or now < PEOPLE_MIN:
        return None
    return Figure(now / before - 1, None, None, before)


def acquisition_cost(cost: int | None, newcomers: int) -> Figure | None:
    """What a newcomer cost."""
    if cost is None or newcomers < PEOPLE_MIN:
        return None
    return Figure(cost / newcomers, None, None, newcomers)


def return_on_cost(gain: int, cost: int | None, people: int) -> Figure | None:
    """(gain - cost) / cost of the messages that reached so many people."""
    if cost is None or cost <= 0 or people < PEOPLE_MIN:
        return None
    return Figure((gain - cost) / cost, None, None, people)
