"""The durable inbox: updates are stored before Telegram hears that they arrived, then handled in
order per person; what a kill cuts off is taken up again at the next start."""

import asyncio
import contextlib
from collections import deque
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramConflictError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import TelegramMethod

from bot.turn import ReplyNotShown, Turns, lane_of
from use_cases.ports import Clock, OpenWork
from use_cases.records import InboxEntry

log = structlog.get_logger()

POLL_SECONDS = 25
UPDATES_PER_POLL = 100
TURNS_AT_ONCE = 64
HELD_MAX = 2_000  # Entries in memory; the rest waits in the database.
ATTEMPTS_MAX = 3
PAUSES_SECONDS = (0.5, 2.0, 5.0)
FINISH_EVERY_SECONDS = 0.5
DRAIN_SECONDS_MAX = 20.0
BACKOFF_SECONDS_MAX = 15.0
WANTED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]


class RawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates as Telegram sent it: the inbox keeps what came, not what we made of it."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int = UPDATES_PER_POLL
    timeout: int = POLL_SECONDS
    allowed_updates: list[str] = WANTED_UPDATES


class Poller:
    """Fetches updates and stores them; the next fetch, which confirms them, comes after that."""

    def __init__(self, bot: Bot, open_work: OpenWork, clock: Clock, wake: asyncio.Event) -> None:
        self.bot, self.open_work, self.clock, self.wake = bot, open_work, clock, wake

    async def run(self) -> None:
        """Poll until cancelled; raises TelegramUnauthorizedError for a token that is no good."""
        offset: int | None = None
        backoff = 1.0
        while True:
            try:
                updates = await self.bot(
                    RawUpdates(offset=offset), request_timeout=POLL_SECONDS + 10
                )
            except TelegramUnauthorizedError:
                raise
            except TelegramRetryAfter as wait:
                await asyncio.sleep(wait.retry_after)
            except TelegramConflictError:
                log.error("poll.conflict", hint="another program polls with the same token")
                await asyncio.sleep(BACKOFF_SECONDS_MAX)
            except (TelegramNetworkError, TelegramAPIError) as fault:
                log.warning("poll.again", fault=type(fault).__name__, seconds=backoff)
                await asyncio.sleep(backoff)
                backoff = min(backoff * 2, BACKOFF_SECONDS_MAX)
            else:
                backoff = 1.0
                if updates:
                    await self._store(updates)
                    offset = updates[-1]["update_id"] + 1

    async def _store(self, updates: list[dict[str, Any]]) -> None:
        async with self.open_work() as work:
            rows = [(update["update_id"], lane_of(update), update) for update in updates]
            await work.inbox.put(rows, at=self.clock.now())
            await work.commit()
        self.wake.set()


class InboxWorker:
    """Takes stored updates, each person's in order, many people at once."""

    def __init__(self, turns: Turns, open_work: OpenWork, wake: asyncio.Event) -> None:
        self.turns, self.open_work, self.wake = turns, open_work, wake
        self._lanes: dict[int, deque[InboxEntry]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._slots = asyncio.Semaphore(TURNS_AT_ONCE)
        self._held = 0
        self._room = asyncio.Event()
        self._replied: list[int] = []
        self._after = 0

    async def run(self) -> None:
        """Work until cancelled; whatever waits in the database comes first."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._take_in())
            group.create_task(self._finish_often())

    async def drain(self) -> None:
        """Let the turns under way end (within a time) and mark what was replied to."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=DRAIN_SECONDS_MAX)
        await self._finish()

    async def _take_in(self) -> None:
        while True:
            self.wake.clear()
            async with self.open_work() as work:
                entries = await work.inbox.waiting(UPDATES_PER_POLL * 2, after=self._after)
            for entry in entries:
                self._after = entry.id
                self._queue(entry)
            if not entries:
                await self.wake.wait()
            while self._held > HELD_MAX:
                self._room.clear()
                await self._room.wait()

    def _queue(self, entry: InboxEntry) -> None:
        self._held += 1
        lane = self._lanes.get(entry.lane)
        if lane is not None:
            lane.append(entry)
            return
        self._lanes[entry.lane] = deque([entry])
        task = asyncio.create_task(self._walk(entry.lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _walk(self, lane: int) -> None:
        """Handle a person's updates one after the other until none is left."""
        queue = self._lanes[lane]
        while queue:
            async with self._slots:
                await self._handle(queue[0])
            queue.popleft()
            self._held -= 1
            self._room.set()
        del self._lanes[lane]

    async def _handle(self, entry: InboxEntry) -> None:
        for attempt in range(entry.attempts, ATTEMPTS_MAX):
            try:
                await self.turns.take(entry)
            except ReplyNotShown as fault:
                log.warning("turn.reply_not_shown", entry=entry.id, fault=str(fault))
                return  # It stays "applied": at the next start the person is shown where they are.
            except Exception as fault:
                log.exception("turn.failed", entry=entry.id, attempt=attempt + 1)
                await self._note_failure(entry, fault, give_up=attempt + 1 == ATTEMPTS_MAX)
                if attempt + 1 < ATTEMPTS_MAX:
                    await asyncio.sleep(PAUSES_SECONDS[attempt])
            else:
                self._replied.append(entry.id)
                return
        with contextlib.suppress(TelegramAPIError):
            await self.turns.apologise(entry)

    async def _note_failure(self, entry: InboxEntry, fault: Exception, *, give_up: bool) -> None:
        async with self.open_work() as work:
            await work.inbox.fail(entry.id, type(fault).__name__, give_up=give_up)
            await work.commit()

    async def _finish_often(self) -> None:
        while True:
            await asyncio.sleep(FINISH_EVERY_SECONDS)
            await self._finish()

    async def _finish(self) -> None:
        """Mark replied entries done, many in one commit: a lost mark only shows a screen twice."""
        if not self._replied:
            return
        replied, self._replied = self._replied, []
        async with self.open_work() as work:
            await work.inbox.finish(replied)
            await work.commit()
