"""Collects what the portraits of a scheme's segments are drawn from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from segmentation.run import SegmentationRun
from segmentation.values import AnswerTable, Item, item_from_question
from surveys.answers import Answer
from surveys.questions import Question, QuestionKey, Survey
from use_cases.access import require
from use_cases.fieldwork.seal import is_under_seal
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, Role, Scheme, StoredMembership, StoredSegment
from use_cases.reporting.doing import as_answers
from use_cases.reporting.quotes import quotes_of
from use_cases.reporting.suppression import Count, parts
from use_cases.reporting.values import Quote
from use_cases.segments.doings import as_asked
from use_cases.segments.segmenting import SchemeGone
from use_cases.segments.theme_names import named_run
from use_cases.segments.themes import themed

if TYPE_CHECKING:
    from segmentation.themes.vectors import Encoder

Given = Mapping[QuestionKey, Answer]

DAYS_MIN = 5  # on which people answered, before hours say anything of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Everybody's answers to every survey, with where they stand. Questions of other surveys than
    the scheme's own have keys of the form "survey/question".

    `sizes` are public; `hours` (0-23, where the house is) of each segment are those at which its
    people finished answering. Whatever is in here can be sent to another process.
    """

    segments: tuple[StoredSegment, ...]
    sizes: tuple[Count, ...]
    people: int
    run: SegmentationRun | None
    questions: Mapping[QuestionKey, Question]
    items: tuple[Item, ...]
    places: tuple[int | None, ...]
    table: AnswerTable
    hours: tuple[tuple[int, ...], ...]
    quotes: tuple[tuple[Quote, ...], ...]


@dataclass(frozen=True, slots=True)
class GatherMaterial:
    """A manager wants to know who the people of a scheme's segments are.

    Raises use_cases.segments.segmenting.SchemeGone if there is no such scheme.
    """

    work: UnitOfWork
    clock: Clock
    zone: ZoneInfo

    async def __call__(self, actor: Person, scheme_id: int) -> Material:
        await require(self.work, actor, Role.MANAGER, "segments.portrait", self.clock)
        scheme = await self.work.segments.get_scheme(scheme_id)
        if scheme is None:
            raise SchemeGone
        return await gather_material(self.work, scheme, self.zone, self.clock)


async def gather_material(
    work: UnitOfWork, scheme: Scheme, zone: ZoneInfo, clock: Clock
) -> Material:
    """Read everything; surveys that are under seal are left out.

    What people did is read as if it had been asked, where the scheme rests on it."""
    segments = tuple(await work.segments.segments(scheme.id))
    placed = await work.segments.memberships(scheme.id)
    stored = await work.segments.latest_run(scheme.id)
    surveys = await _surveys(work, scheme)
    given = {key: await work.responses.completed_answers(key) for key in surveys}
    questions, answers = _together(scheme, surveys, given)
    run = await named_run(work, scheme.id, stored) if stored is not None else None
    if scheme.grounds.doings is not None:
        done = await as_answers(work, scheme, clock)
        asked = as_asked(run.recipe if run is not None else None).questions
        questions = {question.key: question for question in asked} | questions
        answers = {p: {**answers.get(p, {}), **done.get(p, {})} for p in {*answers, *done}}
    own = given.get(scheme.survey_key)
    people = tuple(sorted(own if own is not None else {m.person_id for m in placed}))
    order = {segment.id: place for place, segment in enumerate(segments)}
    stand = {m.person_id: order.get(m.segment_id or 0) for m in placed}
    places = tuple(stand.get(person) for person in people)
    wholes = [places.count(place) for place in (*range(len(segments)), None)]
    survey = surveys.get(scheme.survey_key)
    return Material(
        segments=segments,
        sizes=parts(wholes, sum(wholes))[:-1],
        people=len(people),
        run=run,
        questions=questions,
        items=tuple(items_of(questions)),
        places=places,
        table=AnswerTable.of({person: answers.get(person, {}) for person in people}),
        hours=await _hours(work, surveys, stand, len(segments), zone),
        quotes=tuple(
            quotes_of(survey, [(own or {})[m] for m in _typical(placed, s.id, own or {})])
            if survey is not None
            else ()
            for s in segments
        ),
    )


def read_material(material: Material, encoder: "Encoder | None") -> Material:
    """The material with the themes of the run in the place of texts; it takes a while."""
    run = material.run
    if run is None or not run.themes:
        return material
    from segmentation.themes.reading import as_read

    questions = {key: themed(question, run) for key, question in material.questions.items()}
    return replace(
        material,
        questions=questions,
        items=tuple(items_of(questions)),
        table=as_read(run, material.table, encoder),
    )


async def _surveys(work: UnitOfWork, scheme: Scheme) -> dict[str, Survey]:
    """The scheme's own survey first, then the others."""
    newest = [stored.survey.key for stored in await work.surveys.newest_versions()]
    found: dict[str, Survey] = {}
    for key in dict.fromkeys([scheme.survey_key, *sorted(newest)]):
        stored = await work.surveys.latest(key) if key else None
        if stored is not None and not await is_under_seal(work, key):
            found[key] = stored.survey
    return found


def _together(
    scheme: Scheme, surveys: Mapping[str, Survey], given: Mapping[str, Mapping[int, Given]]
) -> tuple[dict[QuestionKey, Question], dict[int, dict[QuestionKey, Answer]]]:
    """All questions and everybody's answers under one set of keys."""
    questions: dict[QuestionKey, Question] = {}
    answers: dict[int, dict[QuestionKey, Answer]] = {}
    for key, survey in surveys.items():
        named = {
            q.key: q.key if key == scheme.survey_key else QuestionKey(f"{key}/{q.key}")
            for q in survey.questions
        }
        questions |= {named[q.key]: q for q in survey.questions}
        for person, said in given[key].items():
            mine = answers.setdefault(person, {})
            mine |= {named[k]: answer for k, answer in said.items() if k in named}
    return questions, answers


def items_of(questions: Mapping[QuestionKey, Question]) -> list[Item]:
    """What can be described of the questions, under their keys."""
    items = ((key, item_from_question(question)) for key, question in questions.items())
    return [replace(item, key=key) for key, item in items if item is not None]


async def _hours(
    work: UnitOfWork,
    surveys: Mapping[str, Survey],
    stand: Mapping[int, int | None],
    segments: int,
    zone: ZoneInfo,
) -> tuple[tuple[int, ...], ...]:
    """At what hour people finished their surveys; what a manager entered is not their hour.

    Answers of a few days say when the survey came, not when people have time: none then."""
    times: list[list[datetime]] = [[] for _ in range(segments)]
    for key in surveys:
        for walk in await work.responses.walks(key):
            place = stand.get(walk.person_id)
            if place is not None and walk.completed_at is not None and not walk.assisted:
                times[place].append(walk.completed_at.astimezone(zone))
    several = [len({each.date() for each in mine}) >= DAYS_MIN for mine in times]
    return tuple(
        tuple(each.hour for each in mine) if enough else ()
        for mine, enough in zip(times, several, strict=True)
    )


def _typical(
    placed: Sequence[StoredMembership], segment_id: int, own: Mapping[int, Given]
) -> list[int]:
    """Members who answered, the most typical first."""
    inside = [m for m in placed if m.segment_id == segment_id and m.person_id in own]
    inside.sort(key=lambda m: (-round(m.confidence, 3), m.person_id))
    return [m.person_id for m in inside]
