"""One resident's whole visit: comes by a link, consents or not, answers by pressing buttons."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import assert_never

from bot.callbacks import Agree, Reply, Verb
from rehearsal.screens import carried, is_card, place, press, replies, sees
from rehearsal.trouble import Trouble
from sandbox.client import ChatMessage, Person
from surveys.answers import (
    Answer,
    Chosen,
    Counted,
    Dated,
    DontKnow,
    Picked,
    PreferNot,
    Ranked,
    Rated,
    Seen,
    Skipped,
    Timed,
    Written,
)
from surveys.questions import Question, QuestionKey, Survey, choices_of


class End(StrEnum):
    """How a visit ended."""

    FINISHED = "finished"
    UNFINISHED = "unfinished"  # Consented, then stopped in the middle.
    DECLINED = "declined"  # Pressed "Not now": nothing is kept.
    SILENT = "silent"  # Read the first message and never pressed anything.


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """What somebody will do: their answers by question (none: skip), and how the visit ends.

    `stops_at` is the index of the question at which an unfinished visit stops. `blocks` closes the
    bot after the visit.
    """

    answers: Mapping[QuestionKey, Answer]
    end: End = End.FINISHED
    stops_at: int | None = None
    blocks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What somebody did: every answer given, in order, and the number of deeds it took."""

    telegram_id: int
    end: End
    blocked: bool = False
    given: Mapping[QuestionKey, Answer] = field(default_factory=dict)
    deeds: int = 0


@dataclass(slots=True)
class Resident:
    """Somebody at their phone."""

    person: Person
    survey: Survey
    deeds: int = 0

    async def visit(self, intent: Intent, link: str) -> Visit:
        """Come by the deep link and do as intended."""
        given: dict[QuestionKey, Answer] = {}
        await self.person.starts(link)
        self.deeds += 1
        consent = await sees(self.person, lambda message: any(carried(message, Agree)))
        if intent.end is End.DECLINED:
            await self._agree(consent, yes=False)
            await sees(self.person, lambda message: not message.buttons)
        elif intent.end is not End.SILENT:
            await self._agree(consent, yes=True)
            await self._answer_all(intent, given)
        if intent.blocks:
            await self.person.blocks()
        return Visit(
            telegram_id=self.person.id,
            end=intent.end,
            blocked=intent.blocks,
            given=given,
            deeds=self.deeds,
        )

    async def _agree(self, consent: ChatMessage, *, yes: bool) -> None:
        await press(self.person, consent, Agree, lambda data: data.yes is yes)
        self.deeds += 1

    async def _answer_all(self, intent: Intent, given: dict[QuestionKey, Answer]) -> None:
        """Question after question until the thanks, or until the point of stopping."""
        card = await sees(self.person, lambda message: is_card(message) or not message.buttons)
        while (asked := place(card)) is not None and asked != intent.stops_at:
            question = self.survey.questions[asked]
            answer = intent.answers.get(question.key, Skipped())
            card = await self._answer(card, asked, question, answer)
            given[question.key] = answer

    async def _answer(
        self, card: ChatMessage, asked: int, question: Question, answer: Answer
    ) -> ChatMessage:
        """Give one answer; the card that comes next."""
        match answer:
            case Rated(value):
                await self._press(card, Verb.RATE, value)
            case Chosen(choice):
                await self._press(card, Verb.CHOOSE, _index(question, choice))
            case Picked(choices) | Ranked(choices):
                for choice in choices:
                    card = await self._tick(card, _index(question, choice))
                await self._press(card, Verb.DONE)
            case Skipped():
                await self._press(card, Verb.SKIP)
            case Written(text):
                await self._say(text)
            case Counted(number):
                await self._say(f"{number:g}")
            case Dated(day):
                await self._say(day.isoformat())
            case Timed(moment):
                await self._say(moment.isoformat("minutes"))
            case Seen():
                await self._press(card, Verb.DONE)
            case DontKnow():
                await self._press(card, Verb.DONT_KNOW)
            case PreferNot():
                await self._press(card, Verb.PREFER_NOT)
            case _:
                assert_never(answer)
        return await sees(self.person, lambda message: is_card(message) and place(message) != asked)

    async def _tick(self, card: ChatMessage, index: int) -> ChatMessage:
        await self._press(card, Verb.TICK, index)
        return await sees(self.person, lambda message: _ticked(message, index))

    async def _press(self, card: ChatMessage, verb: Verb, value: int = 0) -> None:
        self.deeds += 1
        await press(
            self.person, card, Reply, lambda data: data.verb is verb and data.value == value
        )

    async def _say(self, text: str) -> None:
        self.deeds += 1
        await self.person.says(text)


def _ticked(message: ChatMessage, index: int) -> bool:
    """Whether the next tap on that choice would take its tick away."""
    return any(
        reply.verb is Verb.TICK and reply.value == index and not reply.on
        for reply in replies(message)
    )


def _index(question: Question, choice: str) -> int:
    if not choices_of(question):
        raise Trouble(f"{question.key} offers no choices")
    return [str(offered.key) for offered in choices_of(question)].index(choice)
