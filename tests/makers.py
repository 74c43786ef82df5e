"""Makers of the people and things that stories are about; every argument has a default."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import count

from segmentation.grounds import Grounds
from surveys.answers import Answer, Written
from surveys.engine import begin
from surveys.questions import (
    Basis,
    Choice,
    ChoiceKey,
    OpenQuestion,
    Question,
    QuestionKey,
    Scale,
    SingleChoice,
    Survey,
)
from surveys.text import Text
from tests.fakes import NOON
from use_cases.ports import UnitOfWork
from use_cases.records import (
    Person,
    Role,
    Scheme,
    StoredMembership,
    StoredResponse,
    StoredSegment,
    StoredSurvey,
    SurveyStatus,
)

_telegram_ids = count(1_000)


def an_open_question(key: str = "yard", prompt: str = "Что сделать во дворе?") -> OpenQuestion:
    """A question answered in one's own words."""
    return OpenQuestion(key=QuestionKey(key), prompt=Text({"ru": prompt}))


def a_choice_question(key: str = "home", choices: Sequence[str] = ("own", "rent")) -> SingleChoice:
    """A question answered by one tap."""
    options = tuple(Choice(key=ChoiceKey(c), label=Text({"ru": c})) for c in choices)
    return SingleChoice(
        key=QuestionKey(key), prompt=Text({"ru": "Ваша квартира?"}), choices=options
    )


def a_scale(key: str = "quiet", basis: Basis | None = Basis.PSYCHOGRAPHIC) -> Scale:
    """A question from 1 to 5."""
    prompt = Text({"ru": "Мне важна тишина", "en": "Quiet matters to me"})
    return Scale(key=QuestionKey(key), prompt=prompt, basis=basis)


def a_survey(
    key: str = "yard", *, questions: Sequence[Question] | None = None, points: int = 0
) -> Survey:
    """A survey of three questions, in Russian."""
    asked = questions or (an_open_question(), a_choice_question(), a_scale())
    return Survey(key=key, title=Text({"ru": "Наш двор"}), questions=tuple(asked), points=points)


async def a_resident(
    work: UnitOfWork,
    name: str = "Вера",
    *,
    telegram_id: int | None = None,
    role: Role = Role.RESIDENT,
    consented: bool = True,
    at: datetime = NOON,
) -> Person:
    """Somebody who has met the bot."""
    new_id = next(_telegram_ids) if telegram_id is None else telegram_id
    met = await work.people.add(new_id, language="ru", at=at)
    person = replace(met, role=role)
    if consented:
        person = replace(person, name=name, consented_at=at)
    await work.people.save(person)
    return person


async def an_open_survey(
    work: UnitOfWork, author: Person, survey: Survey | None = None, *, at: datetime = NOON
) -> StoredSurvey:
    """A published survey; an open earlier version of it is superseded."""
    draft = await work.surveys.add_draft(survey or a_survey(), author_id=author.id, at=at)
    earlier = await work.surveys.open_version(draft.survey.key)
    if earlier is not None:
        await work.surveys.set_status(earlier.id, SurveyStatus.SUPERSEDED, at=at)
    await work.surveys.set_status(draft.id, SurveyStatus.OPEN, at=at)
    return replace(draft, status=SurveyStatus.OPEN)


async def a_walk(
    work: UnitOfWork,
    stored: StoredSurvey,
    person: Person,
    *,
    test: bool = False,
    at: datetime = NOON,
) -> StoredResponse:
    """A response just begun."""
    return await work.responses.start(
        stored.id, person.id, begin(stored.survey), test=test, source=None, at=at
    )


async def a_completed_walk(
    work: UnitOfWork,
    stored: StoredSurvey,
    person: Person,
    answers: Mapping[str, Answer] | None = None,
    *,
    test: bool = False,
    at: datetime = NOON,
) -> StoredResponse:
    """A response with all its answers (own words where none are given)."""
    given = answers or {q.key: Written("Лавочки") for q in stored.survey.questions}
    walk = await a_walk(work, stored, person, test=test, at=at)
    by_key = {QuestionKey(key): answer for key, answer in given.items()}
    response = replace(walk.response, answers=by_key, current=None)
    completed = replace(walk, response=response, completed_at=at)
    await work.responses.save(completed, changed=by_key, at=at)
    return completed


async def a_scheme_with_segments(
    work: UnitOfWork, *keys: str, survey_key: str = "yard", basis: Basis = Basis.NEEDS
) -> tuple[Scheme, Sequence[StoredSegment]]:
    """A scheme that found these segments ("a" and "b" where none are given)."""
    scheme = await work.segments.scheme(survey_key, Grounds.on(basis))
    return scheme, await work.segments.set_segments(scheme.id, keys or ("a", "b"))


async def a_placement(
    work: UnitOfWork, segment: StoredSegment, *people: Person, at: datetime = NOON
) -> Sequence[StoredMembership]:
    """A new run that puts these people into the segment."""
    run = await work.segments.add_run(segment.scheme_id, {}, people=len(people), at=at)
    placed = [
        StoredMembership(
            person_id=person.id,
            scheme_id=segment.scheme_id,
            segment_id=segment.id,
            run_id=run.id,
            confidence=0.9,
            since=at,
        )
        for person in people
    ]
    await work.segments.place(placed)
    return placed
