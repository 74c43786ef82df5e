"""What changed in a scheme: who went where between two moments, and the flows over several.

Every figure is fit for any eye but the names, which managers may see: flows of fewer than five
people are told as such, and nobody is named on a way that fewer than five went.
"""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from segmentation.run import SegmentationRun
from segmentation.values import AnswerTable
from use_cases.access import require
from use_cases.ports import Clock, OpenWork, UnitOfWork
from use_cases.records import Person, Role, Scheme, StoredSegment
from use_cases.reporting.suppression import FEW, Count, alone, parts
from use_cases.segments.moments import LOOKED_BACK, Moment, Past, moments, run_at, waves
from use_cases.segments.segmenting import SchemeGone

if TYPE_CHECKING:  # They bring numpy and scipy in, which the bot starts without.
    from segmentation.following.drift import Drift
    from segmentation.following.migration import Migration
    from segmentation.following.movers import Pull
    from segmentation.following.waves import Followed

NAMES_MAX = 10  # of those who went one way

Follow = Callable[
    [Sequence[tuple[SegmentationRun, AnswerTable]], Mapping[int, int]], Awaitable["Followed"]
]
"""Runs with their answers, and what each merged segment stands as."""
"""Runs segmentation.following.waves.followed somewhere that does not hold up the bot."""


class NothingToFollow(Exception):
    """The scheme has no segments yet, or nobody answered both then and now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One stream between two neighbouring waves; `before` and `after` are segment keys.

    `share` is of everybody who is in both, noise taken out; None where fewer than five went.
    """

    step: int
    before: str
    after: str
    share: float | None
    of_before: float | None  # The same, of those who were in `before`.


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What happened between two neighbouring waves; shares of those who are in both.

    `moved` has its 95 % interval; `noise` is what errors of placing alone would show as moved.
    """

    people: int
    moved: float
    low: float
    high: float
    counted: float
    noise: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WavePoint:
    """One wave: when, and the share of each segment by its key, of the `people` placed then.

    Segments of fewer than five people are left out; another one is a little vague then.
    """

    at: datetime
    shares: Mapping[str, float]
    people: int = 0  # 0: not known


@dataclass(frozen=True, slots=True, kw_only=True)
class Flows:
    """Waves and the streams between them, ready to be drawn. `segments` are by key, also retired.

    `steps` holds None where fewer than five people are in both waves.
    """

    scheme: Scheme
    segments: Mapping[str, StoredSegment]
    waves: tuple[WavePoint, ...]
    links: tuple[Link, ...]
    steps: tuple[Step | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Those who surely went from one segment to another, and the answers that moved them."""

    before: str
    after: str
    people: int
    answers: tuple["Pull", ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What changed between a moment and now; `flows` has just these two waves."""

    flows: Flows
    since: Moment
    ways: tuple[Way, ...]
    drift: "Drift | None"
    relabelled: Count  # How many are in another segment on paper than they were then.

    @property
    def step(self) -> Step:
        """The one step."""
        step = self.flows.steps[0]
        assert step is not None, "without people in both there are no changes to show"
        return step


@dataclass(frozen=True, slots=True)
class FollowSegments:
    """A manager looks at what changed; `actor` None is whoever has the database.

    Reading and computing are apart, as in FindSegments.
    """

    open_work: OpenWork
    clock: Clock
    follow: Follow

    async def moments(self, actor: Person | None, scheme_id: int) -> list[Moment]:
        """The times that the present can be compared with, newest first."""
        async with self.open_work() as work:
            if actor is not None:
                await require(work, actor, Role.MANAGER, "segments.follow", self.clock)
            return moments(await work.runs.entries(scheme_id), self.clock.now())

    async def since(
        self, actor: Person | None, scheme_id: int, at: datetime | None = None
    ) -> Changes:
        """From the offered moment next to `at` until now; without it from about a month ago.

        Raises NothingToFollow where there is nothing to compare, NotAllowed for residents.
        """
        offered = await self.moments(actor, scheme_id)
        if not offered:
            raise NothingToFollow
        wanted = at or self.clock.now() - LOOKED_BACK[0]
        since = min(offered, key=lambda m: abs(m.at - wanted))
        async with self.open_work() as work:
            entries = await work.runs.entries(scheme_id)
            now = waves(entries, self.clock.now())[-1]
            flows, found = await self._followed(work, scheme_id, [since, now])
            if flows.steps[0] is None:
                raise NothingToFollow
            return Changes(
                flows=flows,
                since=since,
                ways=await _ways(work, found, _stands(flows.segments)),
                drift=found.drift,
                relabelled=await _relabelled(work, scheme_id, since.at, now.at),
            )

    async def flows(self, actor: Person | None, scheme_id: int) -> Flows:
        """Over several waves, from the first run to now: the values of a picture of streams.

        Raises NothingToFollow before there are two waves.
        """
        async with self.open_work() as work:
            if actor is not None:
                await require(work, actor, Role.MANAGER, "segments.follow", self.clock)
            points = waves(await work.runs.entries(scheme_id), self.clock.now())
            if len(points) < 2:
                raise NothingToFollow
            flows, _ = await self._followed(work, scheme_id, points)
            return flows

    async def _followed(
        self, work: UnitOfWork, scheme_id: int, points: Sequence[Moment]
    ) -> tuple[Flows, "Followed"]:
        scheme = await work.segments.get_scheme(scheme_id)
        if scheme is None:
            raise SchemeGone
        past = await Past.of(work, scheme.survey_key)
        runs = {point.run_id: await run_at(work, point) for point in points}
        steps = [
            (point, run, past.table(run, point.at))
            for point in points
            if (run := runs[point.run_id]) is not None
        ]
        steps = [each for each in steps if each[2].people]
        if len(steps) < 2 or steps[-1][0] != points[-1]:
            raise NothingToFollow
        segments = {each.key: each for each in await work.runs.all_segments(scheme_id)}
        await work.rollback()  # The database is free while numbers are crunched.
        stands = {int(a): int(b) for a, b in _stands(segments).items()}
        found = await self.follow([(run, table) for _, run, table in steps], stands)
        return _flows(scheme, segments, [(p, r) for p, r, _ in steps], found), found


def _stands(segments: Mapping[str, StoredSegment]) -> dict[str, str]:
    """The key of the segment that each stands as: itself, or the one that it is merged into."""
    by_id = {each.id: each.key for each in segments.values()}
    return {key: by_id.get(each.stands_as, key) for key, each in segments.items()}


def _flows(
    scheme: Scheme,
    segments: Mapping[str, StoredSegment],
    steps: Sequence[tuple[Moment, SegmentationRun]],
    found: "Followed",
) -> Flows:
    known = [m if m is not None and m.shared >= FEW else None for m in found.migrations]
    stands = _stands(segments)
    links = [
        link for place, each in enumerate(known) if each for link in _links(place, each, stands)
    ]
    return Flows(
        scheme=scheme,
        segments=segments,
        waves=tuple(
            WavePoint(at=point.at, shares=shares_told(run), people=_placed(run))
            for point, run in steps
        ),
        links=tuple(links),
        steps=tuple(_step(each) if each else None for each in known),
    )


def _placed(run: SegmentationRun) -> int:
    return sum(segment.size for segment in run.segments)


def shares_told(run: SegmentationRun) -> dict[str, float]:
    """Without segments of fewer than five, and so that what is left does not tell their size."""
    sizes = [segment.size for segment in run.segments]
    if all(size >= FEW for size in sizes):
        return {str(segment.id): segment.share for segment in run.segments}
    public = parts(sizes, sum(sizes))
    return {
        str(segment.id): count.value / sum(sizes)
        for segment, count in zip(run.segments, public, strict=True)
        if count.shown
    }


def _links(place: int, migration: "Migration", stands: Mapping[str, str]) -> list[Link]:
    """The streams of one step, merged segments as one."""
    went: dict[tuple[str, str], float] = defaultdict(float)
    were: dict[str, float] = defaultdict(float)
    for before, row in zip(migration.before, migration.flows, strict=True):
        for after, share in zip(migration.after, row, strict=True):
            a, b = (stands.get(str(key), str(key)) for key in (before, after))
            went[a, b] += share
            were[a] += share
    return [
        Link(
            step=place,
            before=before,
            after=after,
            share=share if share * migration.shared >= FEW else None,
            of_before=share / were[before] if share * migration.shared >= FEW else None,
        )
        for (before, after), share in went.items()
        if share * migration.shared >= 0.5  # Less than half a person is nobody.
    ]


def _step(migration: "Migration") -> Step:
    return Step(
        people=migration.shared,
        moved=migration.moved,
        low=migration.moved_low,
        high=migration.moved_high,
        counted=migration.moved_counted,
        noise=migration.noise,
    )


async def _ways(work: UnitOfWork, found: "Followed", stands: Mapping[str, str]) -> tuple[Way, ...]:
    """The ways that five people or more went, with the names of the surest."""
    ways = []
    for flow in found.flows:
        before, after = (stands.get(str(each), str(each)) for each in (flow.before, flow.after))
        if flow.people < FEW or before == after:
            continue
        went = [m for m in found.movers if (m.before, m.after) == (flow.before, flow.after)]
        went.sort(key=lambda mover: (-mover.probability, int(mover.id)))
        ids = [int(mover.id) for mover in went]
        names = {person.id: person.name for person in await work.people.get_many(ids)}
        known = [name for one in ids if (name := names.get(one))]
        ways.append(
            Way(
                before=str(flow.before),
                after=str(flow.after),
                people=flow.people,
                answers=flow.answers,
                names=tuple(known[:NAMES_MAX]),
            )
        )
    return tuple(ways)


async def _relabelled(work: UnitOfWork, scheme_id: int, then: datetime, now: datetime) -> Count:
    """How many of those placed both then and now are called otherwise; merged segments are one."""
    stands = {each.id: each.stands_as for each in await work.runs.all_segments(scheme_id)}
    before, after = [
        {
            who: stands.get(where) if where is not None else None
            for who, where in (await work.runs.standing(scheme_id, at)).items()
        }
        for at in (then, now)
    ]
    return alone(sum(who in after and before[who] != after[who] for who in before))
