"""A town whose people talk to the real bot: ``await vera.says("/start")``, ``vera.taps("Done")``.

Updates go through the inbox and `bot.turn.Turns` into the real dispatcher, over a real (SQLite)
database; only Telegram and the clock are ours.
"""

import asyncio
import itertools
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from typing import Any

from aiogram import Bot, Dispatcher

from bot.dispatcher import make_dispatcher
from bot.exports.desk import ExportDesk
from bot.messenger import TelegramMessenger
from bot.progress import TelegramProgress
from bot.services import Services
from bot.turn import Turns, lane_of
from bot.wording import BotWording
from bot.worker import Found, Worker
from campaigns.pace import PaceLimits
from segmentation.run import SegmentationRun
from segmentation.values import AnswerTable, Recipe
from storage.database import Database
from storage.work import SqlWork
from tests.bot.telegram import Conversation, Shown, TelegramInMemory
from use_cases.broadcasting.sending import SendCampaigns
from use_cases.records import Person, Role
from use_cases.segments.segmenting import FindSegments

Compute = Callable[[AnswerTable, Recipe, SegmentationRun | None], Awaitable[SegmentationRun]]

BOT_USERNAME = "tenkeys_test_bot"
_ids = itertools.count(1_000)


@cache
def _dispatcher() -> Dispatcher:
    """One for all tests: a router belongs to one dispatcher for ever."""
    return make_dispatcher()


@dataclass
class TownClock:
    """Stands still until it is moved."""

    time: datetime = field(default_factory=lambda: datetime(2026, 3, 2, 9, 0, tzinfo=UTC))

    def now(self) -> datetime:
        return self.time

    def passes(self, duration: timedelta) -> None:
        self.time += duration


async def segment_here(
    answers: AnswerTable, recipe: Recipe, previous: SegmentationRun | None
) -> SegmentationRun:
    """The real segmentation, in this process."""
    from segmentation.finding import segment

    return segment(answers, recipe, previous)


class WorkerHere(Worker):
    """Does the work at once, in this process: what is drawn is real, the wait is not."""

    async def run(self, work: Callable[..., Found], *facts: object) -> Found:
        return work(*facts)


class WorkerInThread(Worker):
    """Does the work in a thread of this process: what has an event loop of its own needs one."""

    async def run(self, work: Callable[..., Found], *facts: object) -> Found:
        return await asyncio.to_thread(work, *facts)


class Town:
    """The bot with everything behind it, and the people who talk to it."""

    def __init__(self, database: Database, *, house: str = "") -> None:
        self.database = database
        self.compute: Compute = segment_here  # A story may lay out what is found.
        self.telegram = TelegramInMemory()
        self.bot = Bot("42:TEST", session=self.telegram)
        self.clock = TownClock()
        self.hurried = 0  # How often managers were to be told something at once.
        self.woken = 0  # How often the sender was told of a new campaign.
        self.services = Services(
            open_work=database.open_work,
            clock=self.clock,
            find_segments=FindSegments(database.open_work, self.clock, self._compute),
            wake_sender=self._wake,
            wake_fielding=self._hurry,
            wording=BotWording(house),
            exports=ExportDesk(WorkerInThread(), partial(Database, str(database.url))),
            bot_username=BOT_USERNAME,
            house_name=house,
            worker=WorkerHere(),
        )
        self.turns = Turns(self.bot, _dispatcher(), self.services)
        self._updates = itertools.count(1)

    def work(self) -> SqlWork:
        """A unit of work for setting a scene or looking behind it: ``async with town.work()``."""
        return self.database.open_work()

    async def person(
        self,
        name: str,
        *,
        language: str = "en",
        role: Role = Role.RESIDENT,
        stranger: bool = False,
    ) -> "Neighbour":
        """Somebody who consented long ago; a `stranger` has never written to the bot."""
        neighbour = Neighbour(self, next(_ids), name, language)
        if not stranger:
            async with self.work() as work:
                now = self.clock.now()
                added = await work.people.add(neighbour.telegram_id, language=language, at=now)
                await work.people.save(replace(added, role=role, name=name, consented_at=now))
                await work.commit()
        return neighbour

    async def settled(self) -> None:
        """Wait until everything begun in the background has ended."""
        await self.services.background.finished()

    async def letters_arrive(self) -> None:
        """Let the sender send every launched campaign."""
        send = SendCampaigns(
            open_work=self.services.open_work,
            messenger=TelegramMessenger(self.bot),
            clock=self.clock,
            wording=self.services.wording,
            view=TelegramProgress(self.bot, self.services.open_work),
            limits=PaceLimits(per_second=1_000),
        )
        await send()

    async def handle(self, update: dict[str, Any]) -> None:
        """Let the bot handle one update, through the inbox."""
        update = {"update_id": next(self._updates), **update}
        async with self.work() as work:
            await work.inbox.put(
                [(update["update_id"], lane_of(update), update)], at=self.clock.now()
            )
            await work.commit()
        async with self.work() as work:
            entries = await work.inbox.waiting(10)
        for entry in entries:
            await self.turns.take(entry)

    async def close(self) -> None:
        await self.services.background.close()
        await self.database.close()

    async def _compute(
        self, answers: AnswerTable, recipe: Recipe, previous: SegmentationRun | None
    ) -> SegmentationRun:
        return await self.compute(answers, recipe, previous)

    def _hurry(self) -> None:
        self.hurried += 1

    def _wake(self) -> None:
        self.woken += 1


class Neighbour:
    """One person's side of their private chat with the bot."""

    def __init__(self, town: Town, telegram_id: int, name: str, language: str) -> None:
        self.town, self.telegram_id, self.name, self.language = town, telegram_id, name, language
        self._files = itertools.count(1)
        self.said: list[int] = []  # The ids of the messages sent.

    async def says(self, text: str, *, number: int | None = None) -> str:
        """Send a message; what the bot shows in answer, messages parted by an empty line.

        `number` is the message's own where it was sent before something that came first.
        """
        message = self._message(text=text)
        if number is not None:
            message["message"]["message_id"] = number
        self.said.append(message["message"]["message_id"])
        return await self._then(message)

    async def edits(self, text: str, which: int = -1) -> str:
        """Edit one of the messages sent by `says`, the last one if nothing else is said."""
        edited = self._message(text=text)["message"]
        date = int(self.town.clock.now().timestamp())
        edited |= {"message_id": self.said[which], "edit_date": date}
        return await self._then({"edited_message": edited})

    async def sends(self, name: str, content: bytes, *, size: int | None = None) -> str:
        """Send a document; `size` is what Telegram says, where it is not the content's."""
        file_id = f"{self.telegram_id}-{next(self._files)}"
        self.town.telegram.files[file_id] = content
        document = {
            "file_id": file_id,
            "file_unique_id": file_id,
            "file_name": name,
            "file_size": len(content) if size is None else size,
        }
        return await self._then(self._message(document=document))

    async def sends_a_photo(self) -> str:
        photo = {"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}
        return await self._then(self._message(photo=[photo]))

    async def taps(self, label: str) -> str:
        """Tap the newest button whose label holds `label`; what the bot shows, or its toast."""
        for shown in reversed(self.chat.messages.values()):
            data = shown.data_of(label)
            if data is not None:
                return await self.presses(data, shown)
        raise AssertionError(f"no button {label!r}; there are {self.buttons}")

    async def presses(self, data: str, under: Shown | None = None) -> str:
        """Press a button that carries `data`, be it old or forged."""
        under = under or self.last
        query = {
            "id": f"{self.telegram_id}:{self.town.telegram.next_id()}",
            "from": self._me(),
            "chat_instance": "1",
            "message": {**self._place(under.id), "from": _BOT, **_content(under)},
            "data": data,
        }
        return await self._then({"callback_query": query})

    @property
    def chat(self) -> Conversation:
        """Everything in this person's chat."""
        return self.town.telegram.chat(self.telegram_id)

    @property
    def last(self) -> Shown:
        """The last message of the chat, as it stands now."""
        return self.chat.messages[max(self.chat.messages)]

    @property
    def buttons(self) -> list[str]:
        """The labels under the last message."""
        return self.last.buttons

    @property
    def files(self) -> list[Shown]:
        """The documents that the bot sent, in order."""
        return [shown for shown in self.chat.messages.values() if shown.name is not None]

    async def record(self) -> Person:
        """What the bot keeps of this person."""
        async with self.town.work() as work:
            person = await work.people.by_telegram_id(self.telegram_id)
        assert person is not None, f"{self.name} is not known"
        return person

    async def _then(self, update: dict[str, Any]) -> str:
        shown, toasts = len(self.chat.shown), len(self.chat.toasts)
        await self.town.handle(update)
        said = [each.text for each in self.chat.shown[shown:]]
        return "\n\n".join(said or self.chat.toasts[toasts:])

    def _message(self, **content: Any) -> dict[str, Any]:
        place = self._place(self.town.telegram.next_id())
        return {"message": {**place, "from": self._me(), **content}}

    def _place(self, message_id: int) -> dict[str, Any]:
        chat = {"id": self.telegram_id, "type": "private", "first_name": self.name}
        date = int(self.town.clock.now().timestamp())
        return {"message_id": message_id, "date": date, "chat": chat}

    def _me(self) -> dict[str, Any]:
        return {
            "id": self.telegram_id,
            "is_bot": False,
            "first_name": self.name,
            "language_code": self.language,
        }


def _content(shown: Shown) -> dict[str, Any]:
    """The text, or the photo with its caption."""
    if not shown.photo:
        return {"text": shown.text}
    photo = {"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}
    return {"photo": [photo], "caption": shown.text}


_BOT = {"id": 42, "is_bot": True, "first_name": "Tenkeys", "username": BOT_USERNAME}
