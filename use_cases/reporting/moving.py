"""Who moved between segments since about a month ago, for the report: shares, no names."""

from dataclasses import dataclass, replace

from use_cases.ports import OpenWork
from use_cases.records import Person
from use_cases.reporting.values import Moves, ReportData, SchemeReport
from use_cases.segments.following import Changes, FollowSegments, NothingToFollow


@dataclass(frozen=True, slots=True)
class AddMoves:
    """Puts into a report what changed in each of its schemes, where there is a past to compare."""

    open_work: OpenWork
    follow: FollowSegments

    async def __call__(self, actor: Person, report: ReportData) -> ReportData:
        schemes = [await self._with_moves(actor, report, each) for each in report.schemes]
        return replace(report, schemes=tuple(schemes))

    async def _with_moves(
        self, actor: Person, report: ReportData, told: SchemeReport
    ) -> SchemeReport:
        if not told.segments:
            return told
        async with self.open_work() as work:
            scheme = await work.segments.scheme(report.survey.key, told.grounds)
            await work.commit()
        try:
            return replace(told, moves=moves_of(await self.follow.since(actor, scheme.id)))
        except NothingToFollow:
            return told


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
