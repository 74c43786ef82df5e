"""Who moved between segments since about a month ago, for the report: shares, no names."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from surveys.field.rates import wilson
from use_cases.ports import OpenWork, UnitOfWork
from use_cases.records import Person, Scheme
from use_cases.reporting.suppression import FEW, parts
from use_cases.reporting.values import Moves, ReportData, SchemeReport
from use_cases.segments.following import Changes, FollowSegments, NothingToFollow
from use_cases.segments.moments import LOOKED_BACK, moments


@dataclass(frozen=True, slots=True)
class AddMoves:
    """Puts into a report what changed in each of its schemes, where there is a past to compare."""

    open_work: OpenWork
    follow: FollowSegments

    async def __call__(self, actor: Person | None, report: ReportData) -> ReportData:
        schemes = [await self._with_moves(actor, report, each) for each in report.schemes]
        return replace(report, schemes=tuple(schemes))

    async def _with_moves(
        self, actor: Person | None, report: ReportData, told: SchemeReport
    ) -> SchemeReport:
        if not told.segments:
            return told
        async with self.open_work() as work:
            key = "" if told.grounds.doings else report.survey.key
            scheme = await work.segments.scheme(key, told.grounds)
            counted = await _stood(work, scheme, report.made_at) if not key else None
            await work.commit()
        if not key:
            return replace(told, moves=counted)
        try:
            return replace(told, moves=moves_of(await self.follow.since(actor, scheme.id)))
        except NothingToFollow:
            return told


async def _stood(work: UnitOfWork, scheme: Scheme, now: datetime) -> Moves | None:
    """Where people stood then and stand now, as written down: nobody is placed by guessing where
    segments are cut by what people did."""
    offered = moments(await work.runs.entries(scheme.id), now)
    if not offered:
        return None
    since = min(offered, key=lambda each: abs(each.at - (now - LOOKED_BACK[0]))).at
    known = await work.runs.all_segments(scheme.id)
    by_id = {each.id: each for each in known}
    shown = {each.id: by_id.get(each.stands_as, each).number for each in known}
    before = {
        person: shown[where]
        for person, where in (await work.runs.standing(scheme.id, since)).items()
        if where in shown
    }
    after = {
        m.person_id: shown[m.segment_id]
        for m in await work.segments.memberships(scheme.id)
        if m.segment_id in shown
    }
    return counted_moves(before, after, since)


def counted_moves(
    before: Mapping[int, int], after: Mapping[int, int], since: datetime
) -> Moves | None:
    """Of those who have a segment (its number) both times; None where they are fewer than five, or
    so few went, or stayed, that the share would tell of them."""
    both = sorted(before.keys() & after.keys())
    moved = sum(before[person] != after[person] for person in both)
    if len(both) < FEW or any(0 < each < FEW for each in (moved, len(both) - moved)):
        return None
    went = Counter((before[person], after[person]) for person in both)
    rows, columns = (sorted({way[i] for way in went}) for i in (0, 1))
    low, high = wilson(moved, len(both))
    cells = []
    for a in rows:
        row = [went[a, b] for b in columns]
        public = parts(row, sum(row))
        cells.append(tuple(count.value / sum(row) if count.shown else None for count in public))
    return Moves(
        since=since,
        people=len(both),
        moved=moved / len(both),
        low=low,
        high=high,
        noise=None,
        before=tuple(rows),
        after=tuple(columns),
        cells=tuple(cells),
    )


def moves_of(changes: Changes) -> Moves:
    """The table of where people went, by the numbers of segments."""
    flows = changes.flows
    number = {key: segment.number for key, segment in flows.segments.items()}
    before = sorted({number[link.before] for link in flows.links})
    after = sorted({number[link.after] for link in flows.links})
    cells = {(number[link.before], number[link.after]): link.of_before for link in flows.links}
    return Moves(
        since=changes.since.at,
        people=changes.step.people,
        moved=changes.step.moved,
        low=changes.step.low,
        high=changes.step.high,
        noise=changes.step.noise,
        before=tuple(before),
        after=tuple(after),
        cells=tuple(tuple(cells.get((a, b), 0.0) for b in after) for a in before),
    )
