"""Live results of a survey: counts that may be shown, for managers and for those who answered."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from surveys.answers import Answer, Chosen, Counted, Judged, Picked, Ranked, Rated
from surveys.field.raking import Raked, rake
from surveys.field.settings import PEOPLE_OF_BUILDINGS, FieldSettings
from surveys.maxdiff.scoring import sample_scores
from surveys.questions import (
    MaxDiff,
    MultipleChoice,
    NumberQuestion,
    Question,
    QuestionKey,
    Scale,
    Survey,
    choices_of,
)
from use_cases.access import NotAllowed, require
from use_cases.conversations.faults import SurveyNotOpen
from use_cases.fieldwork.dispositions import doors_of
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, Role, StoredSurvey
from use_cases.reporting.suppression import FEW, UNKNOWN, Count, alone, of_whole, parts

BINS = 6  # Of a number's answers.

Answers = Mapping[int, Mapping[QuestionKey, Answer]]
Tally = dict[str, Any]
"""JSON: of a question's answers, `n` people, `counts` by option, `weighted` shares if quotas are
set, `edges` of a number's bins; of best-worst choices `scores` by option."""


@dataclass(frozen=True, slots=True)
class Score:
    """How much oftener an item was called the best than the worst, from -1 to 1, with its 95 %
    interval; `share` is its part of 100 in choices."""

    mean: float
    low: float
    high: float
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionResult:
    """One question's public figures; `rows` are empty where fewer than five people answered.

    `shares` are those after quotas, `effective` how many people they tell as much as. Of best-worst
    choices there are `scores` by item instead of rows, None where fewer than five were shown it.
    """

    question: Question
    people: Count
    rows: Sequence[tuple[int, Count]] = ()  # (index of the option, or the point, or the bin)
    shares: Sequence[float] = ()
    effective: float = 0.0
    edges: Sequence[float] = ()
    scores: Sequence[Score | None] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """All questions that can be shown, in order."""

    survey: StoredSurvey
    people: int
    questions: Sequence[QuestionResult]
    weighted: bool = False
    design_effect: float = 1.0
    coarse: bool = False  # Shown as of the last five or more answers, not of this moment.


@dataclass(frozen=True, slots=True)
class LookAtResults:
    """A manager looks at any time; somebody who answered, where the author allows.

    Respondents, and everybody where answers are sealed, see a picture that changes only when five
    or more have answered since: nobody's answer is the difference of two looks.
    """

    work: UnitOfWork
    clock: Clock

    async def __call__(self, person: Person, survey_id: int) -> Results:
        stored = await self.work.surveys.get(survey_id)
        if stored is None:
            raise SurveyNotOpen
        stored = await self.work.surveys.latest(stored.survey.key) or stored
        key = stored.survey.key
        settings = await self.work.fields.get(key)
        manages = person.role.may_act_as(Role.MANAGER)
        if not manages and not await self._may_look(person, key, settings):
            await require(self.work, person, Role.MANAGER, "results", self.clock)
            raise NotAllowed(needed=Role.MANAGER, act="results")
        answers = await self.work.responses.completed_answers(key)
        if manages and not settings.sealed:
            document = await tallied(self.work, stored.survey, answers, settings)
            return _results(stored, document, coarse=False)
        kept = await self.work.fields.snapshot(key)
        shown = kept[0] if kept is not None else 0
        if kept is None or shown < FEW or len(answers) - shown >= FEW:  # Of fewer nothing is shown.
            document = await tallied(self.work, stored.survey, answers, settings)
            await self.work.fields.keep_snapshot(key, len(answers), document)
            await self.work.commit()
            kept = len(answers), document
        return _results(stored, kept[1], coarse=True)

    async def _may_look(self, person: Person, key: str, settings: FieldSettings) -> bool:
        if not settings.results_shown:
            return False
        mine = await self.work.responses.of_person(key, person.id)
        done = mine is not None and mine.completed_at is not None
        return done or await self.work.sealed.took_part(key, person.id)


async def tallied(
    work: UnitOfWork, survey: Survey, answers: Answers, settings: FieldSettings
) -> dict[str, Any]:
    """The counts of all questions as JSON; weighted where quotas are set."""
    raked = await weights_of(work, answers, settings) if settings.quotas else None
    return {
        "people": len(answers),
        "design_effect": raked.design_effect if raked else 1.0,
        "weighted": raked is not None,
        "questions": {q.key: _tally(q, answers, raked) for q in survey.questions if _shows(q)},
    }


async def weights_of(work: UnitOfWork, answers: Answers, settings: FieldSettings) -> Raked:
    """Weights by the survey's quotas for everybody who answered; one each where none are set."""
    groups: dict[str, dict[int, str]] = {}
    for quota in settings.quotas:
        if quota.by == PEOPLE_OF_BUILDINGS:
            doors = await doors_of(work)
            groups[quota.by] = {who: door.entrance or "" for who, door in doors.items()}
            continue
        key = QuestionKey(quota.by)
        picked = {who: given.get(key) for who, given in answers.items()}
        groups[quota.by] = {w: str(a.choice) for w, a in picked.items() if isinstance(a, Chosen)}
    return rake(list(answers), groups, settings.quotas)


def _shows(question: Question) -> bool:
    return bool(choices_of(question)) or isinstance(question, Scale | NumberQuestion)


def _tally(question: Question, answers: Answers, raked: Raked | None) -> Tally:
    given = {who: each[question.key] for who, each in answers.items() if question.key in each}
    if isinstance(question, MaxDiff):
        return _scored(question, given, raked)
    edges: list[float] = []
    if isinstance(question, NumberQuestion):
        edges = _edges([a.value for a in given.values() if isinstance(a, Counted)])
    places = {who: _places(question, answer, edges) for who, answer in given.items()}
    told = {who: where for who, where in places.items() if where is not None}
    size = len(edges) - 1 if edges else _size(question)
    counts = [sum(option in where for where in told.values()) for option in range(size)]
    tally: Tally = {"n": len(told), "counts": counts, "edges": edges}
    if raked is not None:
        weights = {who: raked.weights.get(who, 1.0) for who in told}
        total = math.fsum(weights.values())
        tally["shares"] = [
            math.fsum(weights[who] for who, where in told.items() if option in where) / total
            if total
            else 0.0
            for option in range(size)
        ]
        squares = math.fsum(weight * weight for weight in weights.values())
        tally["effective"] = total * total / squares if squares else 0.0
    return tally


def _scored(question: MaxDiff, given: Mapping[int, Answer], raked: Raked | None) -> Tally:
    """Of best-worst choices the score of each item."""
    judged = {who: answer for who, answer in given.items() if isinstance(answer, Judged)}
    weights = [raked.weights.get(who, 1.0) if raked else 1.0 for who in judged]
    items = [choice.key for choice in question.choices]
    scores = sample_scores(list(judged.values()), items, weights) if len(judged) >= FEW else ()
    return {
        "n": len(judged),
        "counts": [],
        "edges": [],
        "scores": [
            [each.score, each.low, each.high, each.share] if each.people >= FEW else None
            for each in scores
        ],
    }


def _size(question: Question) -> int:
    if isinstance(question, Scale):
        return question.high - question.low + 1
    return len(choices_of(question))


def _places(question: Question, answer: Answer, edges: Sequence[float]) -> set[int] | None:
    """The indexes of the options that an answer counts for; None for an answer without a value."""
    keys = [choice.key for choice in choices_of(question)]
    match answer:
        case Chosen(choice) if choice in keys:
            return {keys.index(choice)}
        case Picked(choices):
            return {keys.index(each) for each in choices if each in keys}
        case Ranked(choices) if choices:
            return {keys.index(each) for each in choices[:1] if each in keys}
        case Rated(value) if isinstance(question, Scale):
            return {value - question.low}
        case Counted(value) if edges:
            inner = edges[1:-1]
            return {sum(value >= edge for edge in inner)}
    return None


def _edges(values: Sequence[float]) -> list[float]:
    """Bins of equal width with round ends; none for fewer than five numbers."""
    if len(values) < FEW:
        return []
    low, high = min(values), max(values)
    if low == high:
        return [low, low + 1]
    exact = (high - low) / BINS
    unit = 10 ** math.floor(math.log10(exact))
    width = next(unit * step for step in (1, 2, 5, 10) if unit * step >= exact)
    first = math.floor(low / width)
    last = math.floor(high / width) + 1
    return [round(step * width, 9) for step in range(first, last + 1)]


def _results(stored: StoredSurvey, document: Mapping[str, Any], *, coarse: bool) -> Results:
    tallies = document["questions"]
    return Results(
        survey=stored,
        people=document["people"],
        questions=[_public(q, tallies[q.key]) for q in stored.survey.questions if q.key in tallies],
        weighted=document["weighted"],
        design_effect=document["design_effect"],
        coarse=coarse,
    )


def _public(question: Question, tally: Tally) -> QuestionResult:
    """What of a tally may be shown: nothing that tells of one to four people."""
    n, counts = tally["n"], tally["counts"]
    if n >= FEW and tally.get("scores"):
        scores = [None if each is None else Score(*each) for each in tally["scores"]]
        return QuestionResult(question=question, people=alone(n), scores=scores)
    if n < FEW or not counts:
        return QuestionResult(question=question, people=alone(n))
    if _one_each(question):
        shown = parts(counts, n)
    else:
        shown = tuple(of_whole(count, alone(n), n) for count in counts)
    told = [count.middle / n if count.shown else math.nan for count in shown]
    exact = all(count.exact for count in shown if count is not UNKNOWN)
    weighted = "shares" in tally and exact
    return QuestionResult(
        question=question,
        people=alone(n),
        rows=list(enumerate(shown)),
        shares=tally["shares"] if weighted else told,
        effective=tally["effective"] if weighted else n,
        edges=tally["edges"],
    )


def _one_each(question: Question) -> bool:
    """Whether everybody stands in exactly one option, so that the counts add up."""
    return not isinstance(question, MultipleChoice)
