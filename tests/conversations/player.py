"""Plays a conversation: people act through the sandbox's client, and see what the bot shows."""

import asyncio
import itertools
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from sandbox.client import ChatMessage, NoSuchButtonError, Person, SandboxClient, Tapped
from surveys.answers import Answer, JsonValue, Sent, to_json
from tests.conversations.conversation import Conversation, Step, survey_text
from tests.conversations.desk import build, link_of, spss_labels
from tests.conversations.sending import send
from tests.e2e.processes import wait_until
from tests.e2e.scene import opened, publish, rows
from tests.e2e.town import AGREE
from use_cases.records import Role

HEARS_SECONDS_MAX = 120.0  # Only what never comes takes so long.
LOOKS_SECONDS = 0.05
UNHANDLED = "SELECT id FROM inbox WHERE state = 'received' LIMIT 1"
UNANSWERED = "SELECT id FROM inbox WHERE state IN ('received', 'applied') LIMIT 1"


class Player:
    """One conversation under way."""

    def __init__(
        self,
        client: SandboxClient,
        database_url: str,
        said: Conversation,
        restart: Callable[[], None],
    ) -> None:
        self.client, self.url, self.said, self.restart = client, database_url, said, restart
        self.known: dict[str, str] = {}  # What may stand in braces in what people say.
        self.people: dict[str, Person] = {}
        self.shown: dict[str, ChatMessage] = {}  # What each saw last.
        self.words: dict[str, list[str]] = {}  # By which it was known.
        self.before: dict[str, ChatMessage] = {}  # And before that.
        self.seen: dict[str, list[ChatMessage]] = {name: [] for name in said.people}
        self.tapped: Tapped | None = None
        self.calls_before = 0

    async def play(self) -> None:
        """Every step in order; what fails tells its line."""
        async with opened(self.url) as self.database:
            await self._play()

    async def _play(self) -> None:
        for text in self.said.surveys:
            await publish(self.database, text)
        if self.said.homes:
            self.known = await build(self.database, self.said.homes)
        for step in self.said.steps:
            do: Callable[[str, Any], Awaitable[None]] | None = getattr(self, f"_{step.what}", None)
            assert do is not None and step.what in STEPS, f"no such step: {step.what}"
            if step.who not in self.people:
                await self._arrives(step)
            if STEPS[step.what]:
                self.calls_before = await self._count_calls(settled=self._are_calls_counted(step))
            try:
                await do(step.who, step.value)
            except Exception as fault:
                where = f"{self.said.name}.yaml:{step.line} ({step.what}: {step.value})"
                screen = self.people[step.who].screen()
                raise AssertionError(f"{where}\n{fault}\n--- {step.who} sees:\n{screen}") from fault

    async def _arrives(self, step: Step) -> None:
        """Come by the link of the first survey and agree; managers write and are named."""
        name, language = step.who, self.said.people[step.who]
        person = await self.client.person(first_name=name.capitalize(), language_code=language)
        self.people[name] = person
        if step.what in ("starts", "meets", "follows"):
            return
        asked = self.said.surveys and name not in self.said.managers
        key = key_of(self.said.surveys[0]) if asked else ""
        await person.starts(key)
        await person.until(lambda message: bool(message.buttons), timeout=HEARS_SECONDS_MAX)
        await person.taps(AGREE[language])
        if name in self.said.managers:
            await person.until(lambda message: True, timeout=HEARS_SECONDS_MAX)
            await self._quiet(UNHANDLED)
            await self._name_manager(person)

    async def _name_manager(self, person: Person) -> None:
        async with self.database.open_work() as work:
            known = await work.people.by_telegram_id(person.id)
            assert known is not None, "a manager has written first"
            await work.people.save(replace(known, role=Role.MANAGER))
            await work.commit()

    # What people do.

    async def _starts(self, who: str, payload: str) -> None:
        await self.people[who].starts(self._filled(payload or ""))

    async def _meets(self, who: str, _: object) -> None:
        """Be there, without a word yet."""

    async def _says(self, who: str, text: str) -> None:
        await self.people[who].says(self._filled(str(text)))

    async def _follows(self, who: str, name: str) -> None:
        """The personal link that somebody has been sent for this name."""
        await self.people[who].starts(link_of(name, self.people.values()))

    def _filled(self, text: str) -> str:
        for name, value in self.known.items():
            text = text.replace("{" + name + "}", value)
        return text

    async def _restarts(self, _: str, __: object) -> None:
        """The bot ends and begins anew; all it knows is in its database."""
        await asyncio.to_thread(self.restart)

    async def _taps(self, who: str, label: str) -> None:
        """The button may be a moment on its way."""
        async with asyncio.timeout(HEARS_SECONDS_MAX):
            while True:
                try:
                    self.tapped = await self.people[who].taps(str(label))
                except NoSuchButtonError:
                    await asyncio.sleep(LOOKS_SECONDS)
                else:
                    return

    async def _taps_again(self, who: str, label: str) -> None:
        """A button as it was shown in an earlier step, wherever its message has gone since."""
        for message in reversed(self.seen[who]):
            for button in message.buttons:
                if str(label) in button.text and button.data is not None:
                    person = self.people[who]
                    self.tapped = await person.taps_data(message.message_id, button.data)
                    return
        raise AssertionError(f"no message seen so far has had a button {label!r}")

    async def _edits(self, who: str, change: Mapping[str, str]) -> None:
        """One's own message, found by what it says now."""
        person = self.people[who]
        is_it = partial(_is_own, text=str(change["from"]))

        async def is_there() -> bool:
            return any(map(is_it, person.messages))

        await wait_until(is_there, what=f"one's own {change['from']!r}")
        mine = next(filter(is_it, reversed(person.messages)))
        await person.edits(mine, str(change["to"]))

    async def _sends(self, who: str, what: Any) -> None:
        await send(self.people[who], what)

    async def _publishes(self, _: str, text: str) -> None:
        """A new version of a survey is opened meanwhile."""
        await publish(self.database, survey_text(text))

    # What is then to be seen.

    async def _bot(self, who: str, said: Any) -> None:
        """The newest message since the last deed that holds all of this."""
        wanted = [str(each) for each in said] if isinstance(said, list) else [str(said)]
        self.words[who] = wanted
        message = await self.people[who].until(
            lambda message: all(each in message.text for each in wanted), timeout=HEARS_SECONDS_MAX
        )
        self.before[who] = self.shown.get(who, message)
        self._saw(who, message)

    def _saw(self, who: str, message: ChatMessage) -> None:
        self.shown[who] = message
        self.seen[who].append(message)

    async def _buttons(self, who: str, rows: list[str]) -> None:
        """All buttons under the message that was seen last, row by row."""
        wanted = [str(row) for row in rows]
        await self._comes_true(who, lambda now: [" | ".join(row) for row in now.rows] == wanted)

    async def _offers(self, who: str, labels: list[str] | str) -> None:
        """Among the buttons there are these."""
        for label in [labels] if isinstance(labels, str) else labels:
            await self._comes_true(who, partial(_has, label=str(label)))

    async def _offers_no(self, who: str, labels: list[str] | str) -> None:
        for label in [labels] if isinstance(labels, str) else labels:
            await self._comes_true(who, partial(_has_not, label=str(label)))

    async def _lacks(self, who: str, text: str) -> None:
        """The message that was seen last does not say this."""
        await self._comes_true(who, lambda now: str(text) not in now.text)

    async def _comes_true(self, who: str, fits: Callable[[ChatMessage], bool]) -> None:
        """The message that was seen last, as it stands now or in a moment, fits; or one that came
        below it with the same words, while the buttons above were being taken away."""
        place, patience = self.shown[who].message_id, time.monotonic() + HEARS_SECONDS_MAX
        while True:
            said = [m for m in self.people[who].bot_messages if m.message_id >= place]
            same = [m for m in said if all(words in m.text for words in self.words[who])]
            now = next((m for m in reversed(same) if fits(m)), said[-1])
            if fits(now):
                break
            assert time.monotonic() < patience, f"it has {now.rows} and says {now.text!r}"
            await asyncio.sleep(LOOKS_SECONDS)
        self._saw(who, now)

    async def _in_place(self, who: str, yes: bool) -> None:
        """The last two that were seen are one message, edited; or not."""
        last, before = self.shown[who], self.before[who]
        assert (last.message_id == before.message_id) is yes

    async def _toast(self, _: str, text: str) -> None:
        """What the last tap was answered with."""
        assert self.tapped is not None, "nothing was tapped"
        answer = await self.tapped.answered(timeout=HEARS_SECONDS_MAX)
        assert str(text) in (answer.text or ""), answer.text

    async def _reply_keys(self, who: str, rows: list[str]) -> None:
        """The keyboard in place of the letters, row by row; [] where there is none."""

        async def are_shown() -> bool:
            keys = self.people[who].reply_keyboard
            return [" | ".join(key["text"] for key in row) for row in keys] == rows

        await wait_until(are_shown, what=f"the keys {rows}", seconds=HEARS_SECONDS_MAX)

    async def _calls(self, _: str, most: int) -> None:
        """So many calls of the bot at most since the last deed."""
        made = await self._count_calls(settled=True) - self.calls_before
        assert made <= most, f"{made} calls"

    async def _answers(self, who: str, wanted: Mapping[str, JsonValue]) -> None:
        """What is kept: values, or the name of an answer that is none (skipped, seen …)."""
        kept = await self._kept(who, key_of(self.said.surveys[0]))
        found = {key: _written(answer) for key, answer in kept.items()}
        assert {key: found.get(key) for key in wanted} == dict(wanted), found

    async def _answers_of(self, who: str, wanted: Mapping[str, Mapping[str, JsonValue]]) -> None:
        """What is kept of other surveys than the first."""
        for survey, answers in wanted.items():
            found = {
                key: _written(answer) for key, answer in (await self._kept(who, survey)).items()
            }
            assert {key: found.get(key) for key in answers} == dict(answers), found

    async def _files(self, who: str, wanted: Mapping[str, list[str]]) -> None:
        """The kinds of the files that are kept, in their order."""
        kept = await self._kept(who, key_of(self.said.surveys[0]))
        for key, kinds in wanted.items():
            answer = kept[key]
            assert isinstance(answer, Sent), answer
            assert kinds == [file.kind.value for file in answer.files], answer

    async def _spss(self, who: str, wanted: Mapping[str, Any]) -> None:
        """What SPSS reads in the file that came last: rows, labels of columns and of values."""
        found = await spss_labels(self.client, self.people[who])
        assert wanted["rows"] == found["rows"]
        assert wanted.get("labels", {}).items() <= found["labels"].items(), found["labels"]
        for column, labels in wanted.get("values", {}).items():
            assert labels.items() <= found["values"][column].items(), found["values"][column]

    async def _unanswered(self, who: str, keys: list[str]) -> None:
        kept = await self._kept(who, key_of(self.said.surveys[0]))
        assert not set(keys) & set(kept), kept

    async def _kept(self, who: str, survey: str) -> dict[str, Answer]:
        await self._quiet(UNHANDLED)
        async with self.database.open_work() as work:
            known = await work.people.by_telegram_id(self.people[who].id)
            assert known is not None, f"{who} is not known"
            stored = await work.responses.of_person(survey, known.id)
        return {
            str(key): answer for key, answer in (stored.response.answers if stored else {}).items()
        }

    def _are_calls_counted(self, deed: Step) -> bool:
        """Whether the calls that follow the deed are looked at before the next one."""
        later = self.said.steps[self.said.steps.index(deed) + 1 :]
        seen = itertools.takewhile(lambda step: not STEPS.get(step.what, True), later)
        return any(step.what == "calls" for step in seen)

    async def _count_calls(self, *, settled: bool) -> int:
        """All calls to these people so far; `settled` lets those under way arrive first."""
        if settled:
            await self._quiet(UNANSWERED)
        theirs = {None, *(person.id for person in self.people.values())}  # None: answers to taps.
        return sum(call.chat_id in theirs for call in await self.client.calls())

    async def _quiet(self, left: str) -> None:
        """Wait until the bot has fetched all that people did, and nothing of it is left."""

        async def is_quiet() -> bool:
            waiting = (await self.client.summary())["updates_waiting"]
            return not waiting and not await rows(self.database, left)

        await wait_until(is_quiet, what="an inbox with nothing to do")


STEPS = {
    **dict.fromkeys(
        ("starts", "meets", "says", "taps", "taps_again", "edits", "sends", "publishes",
         "follows", "restarts"), True
    ),
    **dict.fromkeys(
        (
            "bot", "buttons", "offers", "offers_no", "lacks", "in_place", "toast", "reply_keys",
            "calls", "answers", "answers_of", "files", "unanswered", "spss",
        ), False,
    ),
}  # fmt: skip
"""The steps there are, and whether each is a deed."""


def _is_own(message: ChatMessage, text: str) -> bool:
    return not message.is_from_bot and message.text == text


def _has(message: ChatMessage, label: str) -> bool:
    return any(label in button.text for button in message.buttons)


def _has_not(message: ChatMessage, label: str) -> bool:
    return not _has(message, label)


def key_of(survey: str) -> str:
    """The key of a survey file."""
    first = next(line for line in survey.splitlines() if line.startswith("survey:"))
    return first.removeprefix("survey:").strip()


def _written(answer: Answer) -> JsonValue:
    kind, value = to_json(answer)
    return kind if value is None else value
