"""How a segment fares against the same season a year before: its size and figures of success."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from segmentation.following.seasons import Seasonal, a_year_before, compared, sizes_compared
from segmentation.purchases.figures import FROM_PAYMENTS, Figure, Measure
from use_cases.access import require
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, Role
from use_cases.records.figures import PlaceKind, SegmentPlace
from use_cases.reporting.figures import PERIOD, SegmentFigures, SegmentIsGone, figures_from, name_of

_PERIODS_NEEDED = {Measure.RETENTION: 2, Measure.CHURN: 2}
"""How many periods of payments a figure is made of; one, if it is not named here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentSeasons:
    """A segment at `at` and a year `before`; a figure that neither side has is left out."""

    at: datetime
    before: datetime
    size: Seasonal
    figures: Mapping[Measure, Seasonal] = field(default_factory=dict)
    now: SegmentFigures = field(default_factory=SegmentFigures)


async def seasons_told(work: UnitOfWork, place: SegmentPlace, at: datetime) -> SegmentSeasons:
    """Compare the segment at `at` with itself a year before.

    Then counts whoever was a member then and is still known to the bot, by what was answered, paid
    and sent until then; see docs/seasons.md.
    """
    before = a_year_before(at)
    now = await figures_from(work, place, here := await work.figures.sums(place, at), at)
    there = await work.figures.sums(place, before, past=True)
    then = await figures_from(work, place, there, before)
    both = await work.figures.still_there(place, before)
    size = sizes_compared(here.members, there.members, both)
    seasonal = {
        measure: compared(
            now.figures.get(measure),
            then.figures.get(measure),
            reaches=there.members > 0 and _reaches(measure, now.paid_since, before),
        )
        for measure in Measure
        if measure in now.figures or measure in then.figures
    }
    return SegmentSeasons(at=at, before=before, size=size, figures=seasonal, now=now)


def _reaches(measure: Measure, paid_since: datetime | None, before: datetime) -> bool:
    """Whether payments are known of the whole time that the figure of then is made of."""
    if measure not in FROM_PAYMENTS:
        return True
    return paid_since is not None and paid_since <= before - PERIOD * _PERIODS_NEEDED.get(
        measure, 1
    )


def of_measure(seasons: SegmentSeasons, measure: Measure | None) -> Seasonal:
    """The comparison of one figure; None: of the size. One that neither side has is compared too,
    and says why it tells nothing."""
    if measure is None:
        return seasons.size
    nothing: Figure | None = None
    return seasons.figures.get(measure) or compared(nothing, nothing)


@dataclass(frozen=True, slots=True)
class CompareSeasons:
    """A manager, or a report, asks how a segment fares against the same season a year before.

    Raises NotAllowed for residents, SegmentIsGone.
    """

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person, place: SegmentPlace) -> SegmentSeasons:
        await require(self.work, actor, Role.MANAGER, "figures.look", self.clock)
        if place.kind is not PlaceKind.SCHEME:
            await name_of(self.work, place)
        elif await self.work.segments.get_scheme(place.id) is None:
            raise SegmentIsGone
        return await seasons_told(self.work, place, self.clock.now())
