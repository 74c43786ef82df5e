"""One resident's whole visit: comes by a link, consents or not, answers by pressing buttons."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from typing import assert_never

from bot.callbacks import ITEMS_A_STEP, Agree, Reply, Verb
from rehearsal.screens import carried, is_card, place, press, replies, sees
from rehearsal.trouble import Trouble
from sandbox.client import ChatMessage, Person
from surveys.answers import (
    Answer,
    Chosen,
    Contacted,
    Counted,
    Dated,
    DontKnow,
    Judged,
    Located,
    Picked,
    PreferNot,
    Ranked,
    Rated,
    Seen,
    Sent,
    Skipped,
    Timed,
    Written,
)
from surveys.maxdiff.scoring import own_scores
from surveys.media import MediaFile
from surveys.questions import (
    MediaQuestion,
    OpenQuestion,
    Question,
    QuestionKey,
    Survey,
    choices_of,
)


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
                await self._choose(card, Verb.CHOOSE, question, choice)
            case Picked(choices) | Ranked(choices):
                for choice in choices:
                    await self._choose(card, Verb.TICK, question, choice)
                    card = await sees(self.person, _is_ticked(_index(question, choice)))
                await self._press(card, Verb.DONE)
            case Skipped():
                await self._press(card, Verb.SKIP)
            case Written(text):
                await self._say(text)
                if isinstance(question, OpenQuestion) and question.collect:
                    await self._press(await sees(self.person, _is_done_button_of(asked)), Verb.DONE)
            case Counted(number):
                await self._say(f"{number:g}")
            case Dated(day):
                await self._say(day.isoformat())
            case Timed(moment):
                await self._say(moment.isoformat("minutes"))
            case Judged():
                await self._judge(card, asked, answer)
            case Located(latitude, longitude):
                await self.person.sends_location(latitude, longitude)
            case Contacted(phone):
                await self.person.sends_contact(phone)
            case Sent(files):
                await self._send(files, question, asked)
            case Seen():
                await self._press(card, Verb.DONE)
            case DontKnow():
                await self._press(card, Verb.DONT_KNOW)
            case PreferNot():
                await self._press(card, Verb.PREFER_NOT)
            case _:
                assert_never(answer)
        return await sees(self.person, lambda message: is_card(message) and place(message) != asked)

    async def _send(self, files: tuple[MediaFile, ...], question: Question, asked: int) -> None:
        """Files of these kinds; what is in them was never recorded."""
        for file in files:
            self.deeds += 1
            await self.person.sends_file(
                b"simulated", name=file.name, mime=file.mime, caption=file.caption, kind=file.kind
            )
        if isinstance(question, MediaQuestion) and len(files) < question.files:
            await self._press(await sees(self.person, _is_done_button_of(asked)), Verb.DONE)

    async def _judge(self, card: ChatMessage, asked: int, answer: Judged) -> None:
        """The best and the worst of every set shown, by what the recorded answer prefers."""
        question = self.survey.questions[asked]
        scores = own_scores(answer)
        worth = [scores.get(choice.key, 0.0) for choice in choices_of(question)]
        step = -1
        while step % 2 == 0 or step < 2 * len(answer.rounds) - 1:
            card = await sees(self.person, partial(_has_step_after, step=step))
            values = [each.value for each in replies(card) if each.verb is Verb.JUDGE]
            step = values[0] // ITEMS_A_STEP
            best = max if step % 2 == 0 else min
            chosen = best(values, key=lambda value: worth[value % ITEMS_A_STEP])
            await self._press(card, Verb.JUDGE, chosen)

    async def _choose(self, card: ChatMessage, verb: Verb, question: Question, key: str) -> None:
        """Tap the choice; where it is on another page of a long list, write its name."""
        index = _index(question, key)
        if any(reply.verb is verb and reply.value == index for reply in replies(card)):
            await self._press(card, verb, index)
        else:
            label = choices_of(question)[index].label
            await self._say(label.in_language(self.person.language_code or ""))

    async def _press(self, card: ChatMessage, verb: Verb, value: int = 0) -> None:
        self.deeds += 1
        await press(
            self.person, card, Reply, lambda data: data.verb is verb and data.value == value
        )

    async def _say(self, text: str) -> None:
        self.deeds += 1
        await self.person.says(text)


def _is_done_button_of(asked: int) -> Callable[[ChatMessage], bool]:
    """Whether the message offers to end the answer to that question."""
    return lambda message: any(
        reply.verb is Verb.DONE and reply.question == asked for reply in replies(message)
    )


def _has_step_after(message: ChatMessage, step: int) -> bool:
    values = [each.value for each in replies(message) if each.verb is Verb.JUDGE]
    return bool(values) and values[0] // ITEMS_A_STEP > step


def _is_ticked(index: int) -> Callable[[ChatMessage], bool]:
    """Whether the next tap on that choice would take its tick away."""
    return lambda message: any(
        reply.verb is Verb.TICK and reply.value == index and not reply.on
        for reply in replies(message)
    )


def _index(question: Question, choice: str) -> int:
    if not choices_of(question):
        raise Trouble(f"{question.key} offers no choices")
    return [str(offered.key) for offered in choices_of(question)].index(choice)
