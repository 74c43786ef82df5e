"""What both bots are put before: a survey of ratings, people in the middle of it, and their taps.

The updates look as Telegram sends them: a tap carries the whole message that it was made under.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from bot.callbacks import Reply, Verb
from storage.database import Database
from surveys.questions import Survey
from surveys.yaml.reader import read_survey
from use_cases.authoring.shelf import PublishSurvey, ShelveSurvey
from use_cases.conversations.beginning import BeginSurvey
from use_cases.records import Role

QUESTIONS = 12
SCALE = (1, 5)
FIRST_PERSON_ID = 10_000
MESSAGE_ID = 7
TOKEN = "4242:benchmark"

_HEAD = """
survey: ratings
languages: [en]
title: Twelve ratings
thanks: Thank you!
points: 50
questions:
"""
_QUESTION = """
  - key: item_{number}
    scale: The house does well at task number {number}.
    low: not at all
    high: very much
    basis: psychographic
"""


class SystemClock:
    """The real time."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Tap:
    """One rating: by whom, of which question, and the button's data for each of the two bots."""

    telegram_id: int
    question: int
    value: int
    product_data: str
    bare_data: str


def ratings_survey() -> Survey:
    """Twelve questions, each answered by one tap."""
    text = _HEAD + "".join(_QUESTION.format(number=n + 1) for n in range(QUESTIONS))
    survey = read_survey(text)
    assert isinstance(survey, Survey), survey
    return survey


async def people_begin(database: Database, people: int) -> list[int]:
    """Publish the survey and let so many people begin it; the ids of their responses."""
    clock = SystemClock()
    responses = []
    async with database.open_work() as work:
        author = await work.people.add(1, language="en", at=clock.now())
        author = replace(author, role=Role.ADMIN, consented_at=clock.now())
        await work.people.save(author)
        draft = await ShelveSurvey(work, clock)(author, ratings_survey())
        await PublishSurvey(work, clock)(author, draft.id)
        for number in range(people):
            person = await work.people.add(FIRST_PERSON_ID + number, language="en", at=clock.now())
            person = replace(person, consented_at=clock.now(), name=f"Person {number}")
            await work.people.save(person)
            walk = await BeginSurvey(work, clock)(person, "ratings")
            responses.append(walk.stored.id)
    return responses


def taps_of(responses: list[int]) -> list[Tap]:
    """Everybody rates everything: question by question, person by person."""
    return [
        Tap(
            telegram_id=FIRST_PERSON_ID + number,
            question=question,
            value=(value := 1 + (number + question) % SCALE[1]),
            product_data=Reply(
                response=response, question=question, verb=Verb.RATE, value=value
            ).pack(),
            bare_data=f"bare:{question}:{value}",
        )
        for question in range(QUESTIONS)
        for number, response in enumerate(responses)
    ]


def updates_of(taps: list[Tap], *, product: bool) -> Iterator[dict[str, Any]]:
    """The taps as Telegram would hand them over."""
    for number, tap in enumerate(taps, start=1):
        data = tap.product_data if product else tap.bare_data
        yield {"update_id": number, "callback_query": _callback(number, tap, data)}


def _callback(number: int, tap: Tap, data: str) -> dict[str, Any]:
    person = {
        "id": tap.telegram_id,
        "is_bot": False,
        "first_name": "Person",
        "language_code": "en",
    }
    chat = {"id": tap.telegram_id, "type": "private", "first_name": "Person"}
    return {
        "id": str(number),
        "from": person,
        "chat_instance": "1",
        "data": data,
        "message": {
            "message_id": MESSAGE_ID,
            "date": 1_770_000_000,
            "chat": chat,
            "from": {"id": 4242, "is_bot": True, "first_name": "Bench"},
            "text": question_text(tap.question),
            "reply_markup": {"inline_keyboard": [_row(data), [_button("Back", "back")]]},
        },
    }


def question_text(question: int) -> str:
    """What a question says in the chat."""
    return f"{question + 1} of {QUESTIONS}\n\nThe house does well at task number {question + 1}."


def _row(data: str) -> list[dict[str, str]]:
    return [_button(str(point), data) for point in range(SCALE[0], SCALE[1] + 1)]


def _button(text: str, data: str) -> dict[str, str]:
    return {"text": text, "callback_data": data}
