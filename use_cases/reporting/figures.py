"""A manager asks how a segment fares: its figures of success, and what was spent on it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal

from segmentation.purchases.costs import spent, standing
from segmentation.purchases.figures import (
    FROM_PAYMENTS,
    PEOPLE_MIN,
    PERIOD_DAYS,
    Costs,
    Figure,
    Measure,
    Sums,
    figures_of,
)
from use_cases.access import require
from use_cases.importing.deeds import CURRENCY
from use_cases.importing.readings import Unclear, read_amount
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, Role
from use_cases.records.figures import Cost, CostKind, PlaceKind, SegmentPlace

POINT_VALUE = "point_value"
"""The fact of the house: what a point is worth, in the smallest unit of money."""

PERIOD = timedelta(days=PERIOD_DAYS)
POINT_VALUE_MAX = Decimal(10**9)


class AmountUnclear(Exception):
    """What was written is no amount of money."""


class CostBelowNothing(Exception):
    """More would be taken back than was noted: `noted` is what stands, in the smallest unit."""

    def __init__(self, noted: int) -> None:
        super().__init__(noted)
        self.noted = noted


class SegmentIsGone(Exception):
    """There is no such segment any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentFigures:
    """What may be told of a segment; figures that would be about fewer than five are left out.

    `empty` are those that nothing was counted for yet: nobody was invited, no such question asked.
    `costs` is what managers noted within the period; `point_value` is in the smallest unit;
    `paid_since` is the earliest payment that was brought in, of anybody.
    """

    few: bool = False  # The segment itself has fewer than five people.
    size: Figure | None = None  # How many members there are: a count, without an interval.
    figures: Mapping[Measure, Figure] = field(default_factory=dict)
    empty: frozenset[Measure] = frozenset()
    paid_since: datetime | None = None
    costs: Costs = field(default_factory=Costs)
    currency: str | None = None
    point_value: Decimal | None = None

    @property
    def payments_known(self) -> bool:
        """Whether anything can be said of money."""
        return self.paid_since is not None

    def missing(self) -> tuple[Measure, ...]:
        """What cannot be told, in order; not those that wait for payments."""
        waiting = FROM_PAYMENTS if not self.payments_known else frozenset()
        return tuple(m for m in Measure if m not in self.figures and m not in waiting)


async def figures_told(work: UnitOfWork, place: SegmentPlace, clock: Clock) -> SegmentFigures:
    """The figures of the last PERIOD_DAYS days."""
    now = clock.now()
    return await figures_from(work, place, await work.figures.sums(place, now), now)


async def figures_from(
    work: UnitOfWork, place: SegmentPlace, sums: Sums, at: datetime
) -> SegmentFigures:
    """The figures that follow from the sums at `at`."""
    value = await work.house.get(POINT_VALUE)
    costs = await _costs(work, place, at)
    since = await work.figures.first_payment()
    few = sums.members < PEOPLE_MIN
    told = {} if few else _tellable(sums, figures_of(sums, costs), payments=since is not None)
    return SegmentFigures(
        few=few,
        size=None if few else Figure(float(sums.members), None, None, sums.members),
        figures=told,
        paid_since=since,
        empty=_without_base(sums),
        costs=costs,
        currency=await work.house.get(CURRENCY),
        point_value=Decimal(value) if value is not None else None,
    )


async def _costs(work: UnitOfWork, place: SegmentPlace, at: datetime) -> Costs:
    """What stands of the notes of the period that ended at `at`."""
    noted = await _noted(work, place)

    def of(kind: CostKind) -> int | None:
        return spent([(n.at, n.amount) for n in noted if n.kind is kind], at - PERIOD, at)

    return Costs(acquisition=of(CostKind.ACQUISITION), messages=of(CostKind.MESSAGES))


async def _noted(work: UnitOfWork, place: SegmentPlace) -> list[Cost]:
    """What was noted on a segment, and on those that were merged into it."""
    segment = None
    if place.kind is PlaceKind.SEGMENT:
        segment = await work.segments.get_segment(place.id)
    if segment is None:
        return list(await work.figures.costs_of(place))
    return [
        cost
        for each in await work.runs.all_segments(segment.scheme_id)
        if each.stands_as == segment.stands_as
        for cost in await work.figures.costs_of(SegmentPlace(PlaceKind.SEGMENT, each.id))
    ]


def _without_base(sums: Sums) -> frozenset[Measure]:
    """The measures of which not even one person is known."""
    bases = {
        Measure.ANSWER_RATE: sums.invited,
        Measure.CONVERSION: sums.reached,
        Measure.AVERAGE_ORDER: sums.buyers,
        Measure.RETENTION: sums.bought_before,
        Measure.CHURN: sums.bought_before,
        Measure.ACQUISITION_COST: sums.newcomers,
        Measure.RETURN_ON_COST: sums.reached,
        Measure.NPS: sums.rated,
        Measure.CSAT: sums.judged,
        Measure.GROWTH: sums.members_before,
    }
    return frozenset(measure for measure, people in bases.items() if not people)


def _tellable(
    sums: Sums, figures: Mapping[Measure, Figure], *, payments: bool
) -> dict[Measure, Figure]:
    """Without shares of one to four people, or of all but so many; without payments that nobody
    brought in, which are not payments of nothing."""
    parts = {
        Measure.ANSWER_RATE: (sums.answered, sums.invited),
        Measure.CONVERSION: (sums.converted, sums.reached),
        Measure.RETENTION: (sums.stayed, sums.bought_before),
        Measure.CHURN: (sums.stayed, sums.bought_before),
        Measure.CSAT: (sums.satisfied, sums.judged),
        Measure.RETURN_ON_COST: (sums.converted, sums.reached),
    }
    hidden = {
        measure
        for measure, (part, whole) in parts.items()
        if any(0 < people < PEOPLE_MIN for people in (part, whole - part))
    }
    if not payments:
        hidden |= FROM_PAYMENTS
    return {measure: figure for measure, figure in figures.items() if measure not in hidden}


@dataclass(frozen=True, slots=True)
class LookAtFigures:
    """A manager looks at the figures of one segment; raises SegmentIsGone."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person, place: SegmentPlace) -> tuple[str, SegmentFigures]:
        """Its own name ("" where it has none) and its figures."""
        await require(self.work, actor, Role.MANAGER, "figures.look", self.clock)
        name = await name_of(self.work, place)
        return name, await figures_told(self.work, place, self.clock)


async def name_of(work: UnitOfWork, place: SegmentPlace) -> str:
    """What the segment is called; "" where nobody named it."""
    if place.kind is PlaceKind.RULE:
        rule = await work.rules.get(place.id)
        if rule is None:
            raise SegmentIsGone
        return rule.name
    whole = place.kind is PlaceKind.SCHEME  # It is looked at part by part.
    segment = None if whole else await work.segments.get_segment(place.id)
    if segment is None or segment.retired:
        raise SegmentIsGone
    return segment.name or ""


@dataclass(frozen=True, slots=True)
class NoteCost:
    """A manager notes what was spent on a segment, or with a minus what was noted too much.

    Raises AmountUnclear, and CostBelowNothing where more would be taken back than was noted.
    """

    work: UnitOfWork
    clock: Clock

    async def __call__(
        self, actor: Person, place: SegmentPlace, kind: CostKind, text: str
    ) -> SegmentFigures:
        await require(self.work, actor, Role.MANAGER, "figures.cost", self.clock)
        await name_of(self.work, place)
        try:
            amount, _ = read_amount(text)
        except Unclear as fault:
            raise AmountUnclear from fault
        if amount == 0:
            raise AmountUnclear
        now = self.clock.now()
        left = await self._standing(place, kind)
        if left + amount < 0:
            raise CostBelowNothing(left)
        await self.work.figures.add_cost(Cost(place, kind, amount, now, actor.id))
        detail = f"{place.key} {kind} {amount}"
        await self.work.audit.note(actor.id, "figures.cost", at=now, detail=detail)
        found = await figures_told(self.work, place, self.clock)
        await self.work.commit()
        return found

    async def _standing(self, place: SegmentPlace, kind: CostKind) -> int:
        """What was noted so far and not taken back."""
        noted = await _noted(self.work, place)
        left = standing((each.at, each.amount) for each in noted if each.kind is kind)
        return sum(amount for _, amount in left)


@dataclass(frozen=True, slots=True)
class SetPointValue:
    """A manager says what a point is worth, in whole money ("0,5"); raises AmountUnclear."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person, text: str) -> Decimal:
        await require(self.work, actor, Role.MANAGER, "figures.point", self.clock)
        try:
            value = Decimal(text.strip().replace(",", ".")) * 100
        except ArithmeticError as fault:  # No number, or one with too many noughts.
            raise AmountUnclear from fault
        if not value.is_finite() or not 0 < value <= POINT_VALUE_MAX:
            raise AmountUnclear
        await self.work.house.set(POINT_VALUE, str(value.normalize()))
        await self.work.audit.note(
            actor.id, "figures.point", at=self.clock.now(), detail=str(value.normalize())
        )
        await self.work.commit()
        return value
