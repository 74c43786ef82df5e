"""Managers find segments, look at them and name them."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace

from segmentation.run import Membership, SegmentationRun
from segmentation.values import PEOPLE_MIN, AnswerTable, Recipe
from surveys.questions import Basis, Survey
from use_cases.access import require
from use_cases.placing import membership, read_run, run_document
from use_cases.ports import Clock, OpenWork, UnitOfWork
from use_cases.previews import living_segment
from use_cases.records import (
    Person,
    ResponseCounts,
    Role,
    Scheme,
    StoredMembership,
    StoredRun,
    StoredSegment,
    StoredSurvey,
)

BASES = (Basis.PSYCHOGRAPHIC, Basis.NEEDS)
"""The schemes that come out of the box."""

SEGMENT_NAME_CHARS_MAX = 40


def bases_of(survey: Survey) -> tuple[Basis, ...]:
    """The schemes that the survey's questions allow."""
    return tuple(basis for basis in BASES if Recipe.from_survey(survey, basis).items)


Compute = Callable[[AnswerTable, Recipe, SegmentationRun | None], Awaitable[SegmentationRun]]
"""Runs segmentation.segment somewhere that does not hold up the bot (another process)."""


class NothingToSegment(Exception):
    """The survey is unknown or marks no question with the basis."""


class NameUnfit(Exception):
    """A segment's name is empty, too long, or taken within the scheme."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeView:
    """One scheme as managers see it: its newest run, living segments and current sizes.

    `run` is None before the first one. `undecided` people answered but belong nowhere clearly.
    """

    scheme: Scheme
    survey: StoredSurvey
    run: SegmentationRun | None
    stored_run: StoredRun | None
    segments: tuple[StoredSegment, ...]
    sizes: Mapping[int, int] = field(default_factory=dict)  # by segment id
    undecided: int = 0
    counts: ResponseCounts = field(default_factory=lambda: ResponseCounts(0, 0))
    needed: int = PEOPLE_MIN


def _previous(
    run: SegmentationRun | None,
    memberships: tuple[StoredMembership, ...],
    segments: tuple[StoredSegment, ...],
) -> SegmentationRun | None:
    """The newest run with its people put back, for continuity."""
    if run is None:
        return None
    keys = {segment.id: int(segment.key) for segment in segments}
    people = {
        m.person_id: Membership(keys[m.segment_id], m.confidence, True)
        for m in memberships
        if m.segment_id in keys
    }
    return replace(run, memberships=people)


@dataclass(frozen=True, slots=True)
class FindSegments:
    """Segment a survey's respondents on one basis; segments keep their ids from run to run.

    `actor` None is the nightly job. Reading, computing and writing are three steps, so that the
    database is free while numbers are crunched; people erased meanwhile are left out.
    """

    open_work: OpenWork
    clock: Clock
    compute: Compute
    running: dict[tuple[str, Basis], asyncio.Lock] = field(default_factory=dict)

    async def __call__(self, actor: Person | None, survey_key: str, basis: Basis) -> SchemeView:
        async with self.running.setdefault((survey_key, basis), asyncio.Lock()):
            async with self.open_work() as work:
                if actor is not None:
                    await require(work, actor, Role.MANAGER, "segments.find", self.clock)
                scheme, table, recipe, previous = await self._read(work, survey_key, basis)
                await work.commit()
            run = await self.compute(table, recipe, previous)
            async with self.open_work() as work:
                await self._keep(work, scheme, run)
                await work.commit()
                return await view_scheme(work, scheme)

    async def _read(
        self, work: UnitOfWork, survey_key: str, basis: Basis
    ) -> tuple[Scheme, AnswerTable, Recipe, SegmentationRun | None]:
        survey = await work.surveys.latest(survey_key)
        recipe = Recipe.from_survey(survey.survey, basis) if survey else None
        if recipe is None or not recipe.items:
            raise NothingToSegment
        scheme = await work.segments.scheme(survey_key, basis)
        stored = await work.segments.latest_run(scheme.id)
        previous = _previous(
            read_run(stored) if stored else None,
            tuple(await work.segments.memberships(scheme.id)),
            tuple(await work.segments.segments(scheme.id)),
        )
        keys = {item.key for item in recipe.items}
        answers = {
            person: {key: answer for key, answer in given.items() if key in keys}
            for person, given in (await work.responses.completed_answers(survey_key)).items()
        }
        return scheme, AnswerTable.of(answers), recipe, previous

    async def _keep(self, work: UnitOfWork, scheme: Scheme, run: SegmentationRun) -> None:
        now = self.clock.now()
        stored = await work.segments.add_run(
            scheme.id, run_document(run), people=run.people, at=now
        )
        keys = [str(segment.id) for segment in run.segments]
        living = {s.key: s for s in await work.segments.set_segments(scheme.id, keys)}
        there = {person.id for person in await work.people.get_many(run.memberships)}
        await work.segments.place(
            membership(person, placed, stored, living, now)
            for person, placed in sorted(run.memberships.items())
            if person in there
        )


async def view_scheme(work: UnitOfWork, scheme: Scheme) -> SchemeView:
    """The scheme as it stands now."""
    survey = await work.surveys.latest(scheme.survey_key)
    if survey is None:
        raise NothingToSegment
    stored = await work.segments.latest_run(scheme.id)
    segments = tuple(await work.segments.segments(scheme.id))
    sizes = {segment.id: 0 for segment in segments}
    undecided = 0
    for place in await work.segments.memberships(scheme.id):
        if place.segment_id in sizes:
            sizes[place.segment_id] += 1
        else:
            undecided += 1
    return SchemeView(
        scheme=scheme,
        survey=survey,
        run=read_run(stored) if stored else None,
        stored_run=stored,
        segments=segments,
        sizes=sizes,
        undecided=undecided,
        counts=await work.responses.counts(scheme.survey_key),
    )


@dataclass(frozen=True, slots=True)
class ListSegments:
    """A manager looks at the schemes of all published surveys, the not yet computed ones too."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person) -> list[SchemeView]:
        await require(self.work, actor, Role.MANAGER, "segments.list", self.clock)
        views = []
        newest = [stored.survey.key for stored in await self.work.surveys.newest_versions()]
        closed = [scheme.survey_key for scheme in await self.work.segments.schemes()]
        for key in dict.fromkeys([*newest, *closed]):
            survey = await self.work.surveys.latest(key)
            if survey is None:
                continue
            for basis in bases_of(survey.survey):
                scheme = await self.work.segments.scheme(key, basis)
                views.append(await view_scheme(self.work, scheme))
        await self.work.commit()
        return views

    async def one(self, actor: Person, scheme_id: int) -> SchemeView:
        """One scheme; raises NothingToSegment if there is none of that id."""
        await require(self.work, actor, Role.MANAGER, "segments.list", self.clock)
        scheme = await self.work.segments.get_scheme(scheme_id)
        if scheme is None:
            raise NothingToSegment
        return await view_scheme(self.work, scheme)

    async def around(self, actor: Person, segment_id: int) -> tuple[SchemeView, StoredSegment]:
        """A living segment in its scheme; raises NoSuchSegment if it is gone."""
        await require(self.work, actor, Role.MANAGER, "segments.list", self.clock)
        segment = await living_segment(self.work, segment_id)
        return await self.one(actor, segment.scheme_id), segment


@dataclass(frozen=True, slots=True)
class RenameSegment:
    """A manager gives a segment a name of their own; it stays through later runs."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person, segment_id: int, name: str) -> StoredSegment:
        await require(self.work, actor, Role.MANAGER, "segments.rename", self.clock)
        segment = await self.work.segments.get_segment(segment_id)
        if segment is None:
            raise NothingToSegment
        name = " ".join(name.split())
        siblings = await self.work.segments.segments(segment.scheme_id)
        taken = {s.name.casefold() for s in siblings if s.name and s.id != segment_id}
        if not name or len(name) > SEGMENT_NAME_CHARS_MAX or name.casefold() in taken:
            raise NameUnfit
        await self.work.segments.rename(segment_id, name)
        await self.work.audit.note(actor.id, "segments.rename", at=self.clock.now())
        await self.work.commit()
        return replace(segment, name=name)
