"""A division against the same season a year before: sizes, figures, and what people answered.

Each side is one wave: the answers that were completed within PERIOD_DAYS days, of each person the
newest, by the segments in which people stood at its end. Lines, intervals and what may not be
shown are those of the segment report (`profile`, `suppression`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from segmentation.following.seasons import Lack, Seasonal, a_year_before, clear, compared
from segmentation.purchases.figures import Figure
from surveys.answers import Answer
from surveys.questions import ChoiceKey, Question, QuestionKey, Scale, Survey, choices_of
from surveys.routing import counted_answers
from surveys.text import Text
from use_cases.access import require
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, Role, Scheme, StoredSegment
from use_cases.records.figures import PlaceKind, SegmentPlace
from use_cases.reporting.figures import PERIOD, SegmentIsGone
from use_cases.reporting.profile import Crowd, rows_of
from use_cases.reporting.seasons import SegmentSeasons, seasons_told
from use_cases.reporting.suppression import Count, alone, parts
from use_cases.reporting.values import Estimate, Row

Given = Mapping[QuestionKey, Answer]
_Walk = tuple[int, datetime, Given]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSeason:
    """One line of a profile on both sides; `segment_id` None is everybody.

    A share (0-1) where `option` is set, else a mean in the unit of the question. `clear`: it
    stands out though so many lines are looked at.
    """

    segment_id: int | None
    item: QuestionKey
    option: ChoiceKey | None
    prompt: Text
    label: Text | None
    season: Seasonal
    clear: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeSeasons:
    """A division at `at` and a year before. `lack` says why no answers are compared; the two
    counts are how many people answered in either season."""

    scheme: Scheme
    at: datetime
    before: datetime
    segments: tuple[tuple[StoredSegment, SegmentSeasons], ...]
    answered_now: Count
    answered_then: Count
    answers: tuple[AnswerSeason, ...] = ()
    lack: Lack | None = None


@dataclass(frozen=True, slots=True)
class CompareSchemeSeasons:
    """A manager, or a report, asks how a division fares against the same season a year before.

    Raises NotAllowed for residents, SegmentIsGone.
    """

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person, scheme_id: int) -> SchemeSeasons:
        await require(self.work, actor, Role.MANAGER, "segments.follow", self.clock)
        scheme = await self.work.segments.get_scheme(scheme_id)
        if scheme is None:
            raise SegmentIsGone
        return await scheme_seasons(self.work, scheme, self.clock.now())


async def scheme_seasons(work: UnitOfWork, scheme: Scheme, at: datetime) -> SchemeSeasons:
    """Compare every living segment with itself, and the answers of its people with those of the
    people who stood in it then."""
    before = a_year_before(at)
    segments = await work.segments.segments(scheme.id)
    told = [
        (each, await seasons_told(work, SegmentPlace(PlaceKind.SEGMENT, each.id), at))
        for each in segments
    ]
    survey = await work.surveys.latest(scheme.survey_key)
    sides = _Sides((), (), 0, 0)
    if survey is not None:
        sides = await _sides(work, scheme, survey.survey, segments, (at, before))
    lack = _lack(sides)
    return SchemeSeasons(
        scheme=scheme,
        at=at,
        before=before,
        segments=tuple(told),
        answered_now=alone(sides.people_now),
        answered_then=alone(sides.people_then),
        answers=_answers(sides, segments) if lack is None else (),
        lack=lack,
    )


@dataclass(frozen=True, slots=True)
class _Sides:
    """The same lines on both sides, and how many people answered on each."""

    now: Sequence[Row]
    then: Sequence[Row]
    people_now: int
    people_then: int


def _lack(sides: _Sides) -> Lack | None:
    if not alone(sides.people_now).shown or not sides.people_now:
        return Lack.FEW_NOW
    if not sides.people_then:
        return Lack.NO_DATA
    return None if alone(sides.people_then).shown else Lack.FEW_THEN


async def _sides(
    work: UnitOfWork,
    scheme: Scheme,
    survey: Survey,
    segments: Sequence[StoredSegment],
    moments: tuple[datetime, datetime],
) -> _Sides:
    walks = await _walks(work, survey)
    everything = {each.id: each.stands_as for each in await work.runs.all_segments(scheme.id)}
    rows, people = [], []
    for moment in moments:
        stood = {
            who: everything.get(where, where) if where is not None else None
            for who, where in (await work.runs.standing(scheme.id, moment)).items()
        }
        given = _wave(walks, moment, stood)
        crowds, rest = _crowds(given, stood, segments)
        rows.append([row for asked in survey.questions for row in rows_of(asked, crowds, rest)])
        people.append(len(given))
    return _Sides(rows[0], rows[1], people[0], people[1])


async def _walks(work: UnitOfWork, survey: Survey) -> list[_Walk]:
    """Every completed walk through any version, by time, with what it answered to questions that
    were asked as `survey` asks them."""
    versions: dict[int, Survey | None] = {}
    found = []
    for walk in await work.responses.walks(survey.key):
        if walk.survey_id not in versions:
            stored = await work.surveys.get(walk.survey_id)
            versions[walk.survey_id] = stored.survey if stored is not None else None
        asked = versions[walk.survey_id]
        if asked is not None and walk.completed_at is not None:
            same = _asked_alike(asked, survey)
            counted = counted_answers(asked, walk.response.answers)
            given = {key: answer for key, answer in counted.items() if key in same}
            found.append((walk.person_id, walk.completed_at, given))
    return sorted(found, key=lambda walk: (walk[1], walk[0]))


def _wave(
    walks: Sequence[_Walk], at: datetime, stood: Mapping[int, int | None]
) -> dict[int, Given]:
    """Of each person who stood somewhere the newest walk of the season."""
    return {
        person: given
        for person, completed, given in walks
        if person in stood and at - PERIOD < completed <= at
    }


def _asked_alike(then: Survey, now: Survey) -> frozenset[QuestionKey]:
    """The questions that both ask alike: the same kind, the same ends, the same options."""
    return frozenset(
        question.key
        for question in now.questions
        if (was := then.question(question.key)) is not None and _form(was) == _form(question)
    )


def _form(question: Question) -> tuple[object, ...]:
    ends = (question.low, question.high) if isinstance(question, Scale) else ()
    return type(question), ends, frozenset(choice.key for choice in choices_of(question))


def _crowds(
    given: Mapping[int, Given],
    stood: Mapping[int, int | None],
    segments: Sequence[StoredSegment],
) -> tuple[list[Crowd], Crowd]:
    """Who answered, by segment, and the rest; with the public side of each number."""
    people = [[given[who] for who in given if stood[who] == each.id] for each in segments]
    living = {each.id for each in segments}
    outside = [given[who] for who in given if stood[who] not in living]
    sizes = parts([*map(len, people), len(outside)], len(given))
    crowds = [Crowd(each, size) for each, size in zip(people, sizes, strict=False)]
    return crowds, Crowd(outside, sizes[-1])


def _answers(sides: _Sides, segments: Sequence[StoredSegment]) -> tuple[AnswerSeason, ...]:
    lines: list[tuple[int | None, Row, Seasonal]] = []
    for now, then in zip(sides.now, sides.then, strict=True):
        lines.append((None, now, _compared(now.everybody, then.everybody)))
        cells = zip(segments, now.cells, then.cells, strict=True)
        lines += [(s.id, now, _compared(a.estimate, b.estimate)) for s, a, b in cells]
    standing_out = clear([season.difference for _, _, season in lines])
    return tuple(
        AnswerSeason(
            segment_id=segment_id,
            item=row.item,
            option=row.option,
            prompt=row.prompt,
            label=row.label,
            season=season,
            clear=stands_out,
        )
        for (segment_id, row, season), stands_out in zip(lines, standing_out, strict=True)
    )


def _compared(now: Estimate, then: Estimate) -> Seasonal:
    return compared(_figure(now), _figure(then))


def _figure(estimate: Estimate) -> Figure | None:
    if estimate.value is None:
        return None
    return Figure(estimate.value, estimate.low, estimate.high, 0)
