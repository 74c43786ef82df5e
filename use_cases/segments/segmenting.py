"""Managers find segments, look at them and name them."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from segmentation.following.count import SegmentCount
from segmentation.grounds import OUT_OF_THE_BOX, Grounds
from segmentation.run import Membership, SegmentationRun, Verdict
from segmentation.values import PEOPLE_MIN, AnswerTable, Method, Recipe
from segmentation.votes.asked import as_asked_for
from surveys.questions import Basis, Survey
from use_cases.access import require
from use_cases.broadcasting.previews import living_segment
from use_cases.ports import Clock, OpenWork, UnitOfWork
from use_cases.quality import looked_hasty
from use_cases.records import (
    Person,
    ResponseCounts,
    Role,
    RunEntry,
    RunNote,
    Scheme,
    StoredRun,
    StoredSegment,
    StoredSurvey,
)
from use_cases.segments.approving import keep_run, proposed_of, resized, rests
from use_cases.segments.counting import count_after, fingerprint_of
from use_cases.segments.doings import (
    NO_SURVEY,
    as_asked,
    doers,
    doings_in_use,
    read_doings,
)
from use_cases.segments.drifting import WatchDrift
from use_cases.segments.keeping import lost_pins
from use_cases.segments.placing import hasty_of, read_run
from use_cases.segments.theme_names import named_run
from use_cases.segments.themes import themed_survey
from use_cases.segments.weighing import weigh

SEGMENT_NAME_CHARS_MAX = 40


def bases_of(survey: Survey) -> tuple[Basis, ...]:
    """The bases on which the survey asks something that segments can be made of."""
    return tuple(basis for basis in Basis if Recipe.from_survey(survey, basis).items)


def given_of(survey: Survey) -> tuple[Grounds, ...]:
    """On which grounds segments are looked for without anybody asking for it."""
    return tuple(each for each in OUT_OF_THE_BOX if each.bases[0] in bases_of(survey))


async def grounds_in_use(work: UnitOfWork, survey: Survey) -> tuple[Grounds, ...]:
    """Those that come out of the box, then those on which a manager had segments looked for."""
    found = list(given_of(survey))
    for scheme in await work.segments.schemes():
        mine = scheme.survey_key == survey.key and scheme.grounds not in found
        if not mine or not Recipe.from_survey(survey, scheme.grounds).items:
            continue
        if await work.segments.latest_run(scheme.id) is not None:
            found.append(scheme.grounds)
    return tuple(found)


Compute = Callable[[AnswerTable, Recipe, SegmentationRun | None], Awaitable[SegmentationRun]]
"""Runs segmentation.segment somewhere that does not hold up the bot (another process)."""


class NothingToSegment(Exception):
    """The survey is unknown or marks no question for the grounds."""


class SchemeGone(NothingToSegment):
    """There is no such scheme any more, or not the survey that it rested on."""


class NoSegmentsYet(NothingToSegment):
    """The scheme is there, but no segments were found in it."""


class NameUnfit(Exception):
    """A segment's name is empty, too long, or taken within the scheme."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeView:
    """One scheme as managers see it: its newest run, living segments and current sizes.

    `run` is None before the first one. `undecided` people answered but belong nowhere clearly.
    `lost` are pinned segments that a later run did not find, so that nothing was changed.
    """

    scheme: Scheme
    survey: StoredSurvey | None  # None where the scheme rests on what people did.
    run: SegmentationRun | None
    stored_run: StoredRun | None
    segments: tuple[StoredSegment, ...]
    sizes: Mapping[int, int] = field(default_factory=dict)  # by segment id
    undecided: int = 0
    counts: ResponseCounts = field(default_factory=lambda: ResponseCounts(0, 0))
    needed: int = PEOPLE_MIN
    lost: tuple[StoredSegment, ...] = ()
    proposed: int | None = None  # The run that waits for a decision.
    hasty: bool = False  # Nothing was found, and nearly all answers look hasty.
    count: SegmentCount | None = None  # How many segments, and which number challenges it.

    @property
    def asked(self) -> Survey:
        """The questions by which segments are told apart; themes are choices of theirs."""
        if self.survey is not None:
            return themed_survey(self.survey.survey, self.run)
        return as_asked(self.run.recipe if self.run is not None else None)


async def _previous_run(work: UnitOfWork, scheme: Scheme) -> SegmentationRun | None:
    """The run in force with its people put back, for continuity."""
    stored = await work.segments.latest_run(scheme.id)
    if stored is None:
        return None
    segments = await work.segments.segments(scheme.id, as_found=True)
    keys = {segment.id: int(segment.key) for segment in segments}
    people = {
        m.person_id: Membership(keys[m.segment_id], m.confidence, True)
        for m in await work.segments.memberships(scheme.id, as_found=True)
        if m.segment_id in keys
    }
    return replace(read_run(stored), memberships=people)


@dataclass(frozen=True, slots=True)
class FindSegments:
    """Segment a survey's respondents on some grounds; segments keep their ids from run to run.

    `actor` None is the nightly job. Reading, computing and writing are three steps, so that the
    database is free while numbers are crunched; people erased meanwhile are left out.
    """

    open_work: OpenWork
    clock: Clock
    compute: Compute
    watch: WatchDrift | None = None  # Says beside a proposal what the answers differ in.
    running: dict[tuple[str, Grounds], asyncio.Lock] = field(default_factory=dict)

    async def __call__(self, actor: Person | None, survey_key: str, grounds: Grounds) -> SchemeView:
        async with self.running.setdefault((survey_key, grounds), asyncio.Lock()):
            async with self.open_work() as work:
                if actor is not None:
                    await require(work, actor, Role.MANAGER, "segments.find", self.clock)
                scheme, table, recipe, previous = await self._read(work, survey_key, grounds)
                await work.commit()
                entries = await work.runs.entries(scheme.id)
                note = RunNote(fingerprint=await asyncio.to_thread(fingerprint_of, table, recipe))
                if actor is None and rests(entries, note, self.clock.now()):
                    return await view_scheme(work, scheme)
            run, note = await self._fit(table, recipe, previous, entries, note)
            drifted = await self.watch.alarms(scheme) if self.watch and previous else ()
            async with self.open_work() as work:
                lost = await lost_pins(work, scheme, run)
                at, by = self.clock.now(), actor.id if actor is not None else None
                hasty = await _hasty(work, scheme, run)
                await keep_run(work, scheme, run, note, by=by, at=at, drifted=drifted, hasty=hasty)
                await work.commit()
                return replace(await view_scheme(work, scheme), lost=lost)

    async def _fit(
        self,
        table: AnswerTable,
        recipe: Recipe,
        previous: SegmentationRun | None,
        entries: Sequence[RunEntry],
        note: RunNote,
    ) -> tuple[SegmentationRun, RunNote]:
        """The run that counts: with as many segments as are shown until others won several runs."""
        run = await self.compute(table, recipe, previous)
        seen = {entry.note.fingerprint for entry in entries}
        fresh = note.fingerprint not in seen and run.verdict is not Verdict.TOO_FEW
        note = replace(note, best=run.chosen if fresh else None)
        shown = previous.chosen if previous is not None else 0
        by_rule = recipe.segments is not None or recipe.method is Method.RFM
        if not shown or by_rule or run.verdict is Verdict.TOO_FEW:
            return run, note
        so_far = count_after(entries, shown)
        wanted = (so_far.after(run.chosen) if fresh else so_far).shown
        if wanted != run.chosen and wanted and not resized(recipe, previous):
            known = replace(previous, sought=run.sought) if previous is not None else None
            held = await self.compute(table, replace(recipe, segments=wanted), known)
            run = run if held.below_floor else held  # No number outlasts its people.
        return run, note

    async def _read(
        self, work: UnitOfWork, survey_key: str, grounds: Grounds
    ) -> tuple[Scheme, AnswerTable, Recipe, SegmentationRun | None]:
        if grounds.doings is not None:
            return await self._read_doings(work, grounds)
        survey = await work.surveys.latest(survey_key)
        scheme = await work.segments.scheme(survey_key, grounds)
        if survey is None:
            raise NothingToSegment
        recipe = Recipe.from_survey(survey.survey, grounds, themes=scheme.themes)
        recipe = recipe.allowing(scheme.smallest)
        if not recipe.items:
            raise NothingToSegment
        previous = await _previous_run(work, scheme)
        keys = recipe.questions
        everything = await work.responses.completed_answers(survey_key)
        answers = {
            person: {key: answer for key, answer in given.items() if key in keys}
            for person, given in everything.items()
        }
        weighing = await weigh(work, survey.survey, everything)
        table = AnswerTable.of(answers, weighing.weights if weighing else None)
        return scheme, table, as_asked_for(recipe, table, previous), previous

    async def _read_doings(
        self, work: UnitOfWork, grounds: Grounds
    ) -> tuple[Scheme, AnswerTable, Recipe, SegmentationRun | None]:
        assert grounds.doings is not None
        table, recipe = await read_doings(work, grounds.doings, self.clock.now())
        if not recipe.items:
            raise NothingToSegment
        scheme = await work.segments.scheme(NO_SURVEY, grounds)
        if recipe.method is not Method.RFM:
            recipe = recipe.allowing(scheme.smallest)
        return scheme, table, recipe, await _previous_run(work, scheme)


async def _hasty(work: UnitOfWork, scheme: Scheme, run: SegmentationRun) -> bool:
    """Whether nothing was found, and nearly all answers look hasty."""
    survey = await work.surveys.latest(scheme.survey_key)
    if run.verdict is not Verdict.NONE or survey is None:
        return False
    return await looked_hasty(work, survey.survey)


async def view_scheme(work: UnitOfWork, scheme: Scheme) -> SchemeView:
    """The scheme as it stands now."""
    survey = await work.surveys.latest(scheme.survey_key)
    if survey is None and scheme.survey_key:
        raise SchemeGone
    stored = await work.segments.latest_run(scheme.id)
    run = await named_run(work, scheme.id, stored) if stored else None
    segments = tuple(await work.segments.segments(scheme.id))
    sizes = {segment.id: 0 for segment in segments}
    entries = await work.runs.entries(scheme.id)
    waiting = proposed_of(entries)
    undecided = 0
    for place in await work.segments.memberships(scheme.id):
        if place.segment_id in sizes:
            sizes[place.segment_id] += 1
        else:
            undecided += 1
    hasty = hasty_of(stored) if stored is not None else False
    if hasty is None and run is not None:  # A run from before that was noted.
        hasty = await _hasty(work, scheme, run)
    known = await doers(work, scheme.grounds.doings) if scheme.grounds.doings else None
    return SchemeView(
        scheme=scheme,
        survey=survey,
        run=run,
        stored_run=stored,
        segments=segments,
        sizes=sizes,
        undecided=undecided,
        counts=known.counts if known else await work.responses.counts(scheme.survey_key),
        needed=known.needed if known else PEOPLE_MIN,
        hasty=bool(hasty),
        proposed=waiting.id if waiting is not None else None,
        count=count_after(entries, run.chosen) if run is not None and run.chosen else None,
    )


async def published(work: UnitOfWork) -> list[StoredSurvey]:
    """The surveys that are published, and those closed since."""
    newest = [stored.survey.key for stored in await work.surveys.newest_versions()]
    closed = [scheme.survey_key for scheme in await work.segments.schemes()]
    found = [await work.surveys.latest(key) for key in dict.fromkeys([*newest, *closed])]
    return [survey for survey in found if survey is not None]


@dataclass(frozen=True, slots=True)
class ListSegments:
    """A manager looks at the schemes in use of all published surveys.

    Those out of the box are there before they are computed, the others from then on.
    """

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person) -> list[SchemeView]:
        await require(self.work, actor, Role.MANAGER, "segments.list", self.clock)
        views = []
        for survey in await published(self.work):
            for grounds in await grounds_in_use(self.work, survey.survey):
                scheme = await self.work.segments.scheme(survey.survey.key, grounds)
                views.append(await view_scheme(self.work, scheme))
        for grounds in await doings_in_use(self.work):
            scheme = await self.work.segments.scheme(NO_SURVEY, grounds)
            views.append(await view_scheme(self.work, scheme))
        await self.work.commit()
        return views

    async def one(self, actor: Person, scheme_id: int) -> SchemeView:
        """One scheme; raises SchemeGone if there is none of that id."""
        await require(self.work, actor, Role.MANAGER, "segments.list", self.clock)
        scheme = await self.work.segments.get_scheme(scheme_id)
        if scheme is None:
            raise SchemeGone
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
