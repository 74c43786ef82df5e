"""`python -m benchmarks.kinds`: what an answer of each kind costs in calls and database work.

Updates go through the inbox, the turns and the real dispatcher, over SQLite in a file; Telegram is
a session that takes everything at once. An act is one tap or message; an answer may need several
(ticks and Done). Storing updates (one commit for up to 100) is not counted, what follows is.
"""

import argparse
import asyncio
import itertools
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from aiogram import Bot

from benchmarks.answers import services_for
from benchmarks.scene import FIRST_PERSON_ID, MESSAGE_ID, TOKEN, SystemClock
from benchmarks.telegram import NullSession
from bot.callbacks import ITEMS_A_STEP, Reply, Verb
from bot.dispatcher import make_dispatcher
from bot.turn import Turns, lane_of
from storage.database import Database
from storage.transaction import Rows, Statement, Transaction, Values
from storage.work import SqlWork
from surveys.questions import Survey
from surveys.replies import TappedChoice
from surveys.yaml.reader import read_survey
from use_cases.authoring.shelf import PublishSurvey, ShelveSurvey
from use_cases.conversations.answering import AnswerQuestion
from use_cases.conversations.beginning import BeginSurvey
from use_cases.records import Person, Role

BEFORE = """
survey: before
language: en
title: Before
questions:
  - {key: pets, yes_no: Any pets?, remembers: pets}
"""
SURVEY = """
survey: kinds
language: en
title: Every kind
questions:
  - {key: single, single: One?, choices: {a: A, b: B}}
  - {key: multiple, multiple: Some?, choices: {a: A, b: B, c: C}}
  - {key: ranking, ranking: Order?, choices: {a: A, b: B, c: C}}
  - {key: best, maxdiff: Best?, choices: {a: A, b: B, c: C, d: D}, per_set: 4, sets: 1}
  - {key: yes, yes_no: Yes?}
  - {key: scale, scale: How much?}
  - {key: nps, nps: Recommend?}
  - {key: number, number: How many?}
  - {key: day, date: When?}
  - {key: hour, time: What time?}
  - {key: note, note: Just so}
  - {key: line, open: A word?, collect: no}
  - {key: words, open: Many words?}
  - {key: photo, photo: A photo?, files: 1}
  - {key: place, location: Where?}
  - {key: phone, contact: Your number?}
  - {key: known, yes_no: Any pets?, remembers: pets}
  - {key: last, yes_no: Last?}
"""

Act = Callable[[int, int], dict[str, Any]]
"""An update by a response's id and the number of the message, without its id and person."""


def tap(question: int, verb: Verb, value: int = 0, *, on: bool = False) -> Act:
    """A button under that question."""

    def act(response: int, _: int) -> dict[str, Any]:
        data = Reply(response=response, question=question, verb=verb, value=value, on=on)
        return {"data": data.pack()}

    return act


def says(**content: Any) -> Act:
    """A message of that content."""
    return lambda _, number: {"message_id": 1_000 + number, **content}


PHOTO = [{"file_id": "p", "file_unique_id": "u", "width": 9, "height": 9, "file_size": 99}]

ANSWERS: tuple[tuple[str, tuple[Act, ...]], ...] = (
    ("single choice", (tap(0, Verb.CHOOSE),)),
    (
        "multiple choice, two ticks, Done",
        (tap(1, Verb.TICK, 0, on=True), tap(1, Verb.TICK, 2, on=True), tap(1, Verb.DONE)),
    ),
    (
        "ranking of three, Done",
        (*(tap(2, Verb.TICK, place, on=True) for place in range(3)), tap(2, Verb.DONE)),
    ),
    ("best and worst of a set", (tap(3, Verb.JUDGE, 0), tap(3, Verb.JUDGE, ITEMS_A_STEP + 1))),
    ("yes or no", (tap(4, Verb.CHOOSE),)),
    ("scale", (tap(5, Verb.RATE, 3),)),
    ("NPS", (tap(6, Verb.RATE, 9),)),
    ("number, typed", (says(text="3"),)),
    ("date, tapped", (tap(8, Verb.DAY, 739_000),)),
    ("time, typed", (says(text="18:30"),)),
    ("note", (tap(10, Verb.DONE),)),
    ("open, one message", (says(text="Benches"),)),
    ("open, two messages, Go on", (says(text="Trees"), says(text="Cats"), tap(12, Verb.DONE))),
    ("photo", (says(photo=PHOTO),)),
    ("place", (says(location={"latitude": 50.4, "longitude": 30.5}),)),
    ("own number", (says(contact={"phone_number": "+380501234567", "first_name": "V"}),)),
    ("known before: Still true", (tap(16, Verb.STILL_TRUE),)),
)


@dataclass
class Tally:
    """What was done so far."""

    calls: int
    commits: int
    statements: int
    seconds: float


class TalliedTransaction(Transaction):
    """Counts statements, and commits that wrote something."""

    commits: ClassVar[int] = 0
    statements: ClassVar[int] = 0

    async def read(self, statement: Statement, values: Values | None = None) -> Rows:
        TalliedTransaction.statements += 1
        return await super().read(statement, values)

    async def commit(self) -> None:
        TalliedTransaction.commits += self._writing
        await super().commit()


class TalliedDatabase(Database):
    """A database whose statements and commits are counted."""

    def open_work(self) -> SqlWork:
        return SqlWork(TalliedTransaction(self.engine, self._turn))


class Street:
    """People in the middle of the survey, and the bot that they write to."""

    def __init__(self, database: Database) -> None:
        self.database, self.session, self.clock = database, NullSession(), SystemClock()
        bot = Bot(TOKEN, session=self.session)
        self.turns = Turns(bot, make_dispatcher(), services_for(database))
        self.responses: dict[int, int] = {}
        self._numbers = itertools.count(1)

    async def begins(self, people: int) -> None:
        """Everybody has answered the survey before and begun this one."""
        async with self.database.open_work() as work:
            author = await work.people.add(1, language="en", at=self.clock.now())
            author = replace(author, role=Role.ADMIN, consented_at=self.clock.now())
            await work.people.save(author)
            for text in (BEFORE, SURVEY):
                survey = read_survey(text)
                assert isinstance(survey, Survey), survey
                draft = await ShelveSurvey(work, self.clock)(author, survey)
                await PublishSurvey(work, self.clock)(author, draft.id)
            for number in range(people):
                met = await work.people.add(
                    FIRST_PERSON_ID + number, language="en", at=self.clock.now()
                )
                person = replace(met, consented_at=self.clock.now(), name="V")
                await work.people.save(person)
                self.responses[person.telegram_id] = await self._walk(work, person)

    async def _walk(self, work: SqlWork, person: Person) -> int:
        begin = BeginSurvey(work, self.clock)
        before = await begin(person, "before")
        await AnswerQuestion(work, self.clock).tapped(person, before.stored.id, 0, TappedChoice(0))
        return (await begin(person, "kinds")).stored.id

    async def answers(self, acts: tuple[Act, ...]) -> Tally:
        """Everybody does that, one after another."""
        spent = Tally(0, 0, 0, 0.0)
        for person, response in self.responses.items():
            for act in acts:
                await self._acts(self._update(person, act(response, next(self._numbers))), spent)
        return spent

    async def _acts(self, update: dict[str, Any], spent: Tally) -> None:
        async with self.database.open_work() as work:
            now = self.clock.now()
            await work.inbox.put([(update["update_id"], lane_of(update), update)], at=now)
            await work.commit()
            (entry,) = await work.inbox.waiting(1)
        calls = self.session.calls.total()
        commits, statements = TalliedTransaction.commits, TalliedTransaction.statements
        began = time.perf_counter()
        await self.turns.take(entry)
        spent.seconds += time.perf_counter() - began
        spent.calls += self.session.calls.total() - calls
        spent.commits += TalliedTransaction.commits - commits
        spent.statements += TalliedTransaction.statements - statements

    def _update(self, person: int, act: dict[str, Any]) -> dict[str, Any]:
        number = next(self._numbers)
        sender = {"id": person, "is_bot": False, "first_name": "V", "language_code": "en"}
        chat = {"id": person, "type": "private", "first_name": "V"}
        common = {"date": 1_770_000_000, "chat": chat}
        if "data" not in act:
            if "contact" in act:
                act = {**act, "contact": {**act["contact"], "user_id": person}}
            return {"update_id": number, "message": {**common, "from": sender, **act}}
        shown = {**common, "message_id": MESSAGE_ID, "text": "…"}
        shown["from"] = {"id": 4242, "is_bot": True, "first_name": "Bench"}
        query = {"id": str(number), "from": sender, "chat_instance": "1", "message": shown}
        return {"update_id": number, "callback_query": {**query, **act}}

    async def check(self) -> None:
        """Everybody has got to the last question: every answer was taken."""
        async with self.database.open_work() as work:
            for response in self.responses.values():
                stored = await work.responses.get(response)
                assert stored is not None and stored.response.current == "last", stored


async def measure(people: int) -> None:
    """The table."""
    with tempfile.TemporaryDirectory() as directory:
        database = TalliedDatabase(f"sqlite:///{directory}/kinds.db")
        await database.migrate()
        street = Street(database)
        await street.begins(people)
        heads = ("acts", "calls", "commits", "statements", "answers/s")
        print(f"{'an answer':<34}" + "".join(f"{head:>12}" for head in heads))
        for name, acts in ANSWERS:
            spent = await street.answers(acts)
            figures = (spent.calls, spent.commits, spent.statements)
            each = "".join(f"{figure / people:>12.2f}" for figure in figures)
            print(f"{name:<34}{len(acts):>12}{each}{people / spent.seconds:>12,.0f}")
        await street.check()
        await database.close()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="benchmarks.kinds", description=__doc__)
    parser.add_argument("--people", type=int, default=100)
    asyncio.run(measure(parser.parse_args().people))


if __name__ == "__main__":
    main()
