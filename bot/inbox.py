"""The durable inbox: stored updates are handled in order per person, many people at once; what a
kill or a fault cuts off is taken up again, and nobody is left without knowing where they are."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

import structlog
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)

from bot.owed import AGAIN_SECONDS, Owed
from bot.turn import ReplyNotShown, Turns
from use_cases.ports import OpenWork
from use_cases.records import InboxEntry

log = structlog.get_logger()

READ_AT_ONCE = 200
HELD_MAX = 1_000  # Entries in memory; the rest waits in the database.
ATTEMPTS_MAX = 3
PAUSES_SECONDS = (0.5, 2.0, 5.0)
TIDY_EVERY_SECONDS = 0.25
CATCH_UPS_AT_ONCE = 6  # So many every TIDY_EVERY_SECONDS: below Telegram's 30 messages a second.
FIRST_CATCH_UP_SECONDS = 2.0  # After a start, what people did meanwhile is handled first.
DRAIN_SECONDS_MAX = 15.0  # Servers that stop a program kill it after 20 or 30.

PASSING = (TelegramNetworkError, TelegramServerError, TelegramRetryAfter, ClientDecodeError)
"""Telegram is unwell or far away; the same call may work later."""


class InboxWorker:
    """Takes stored updates: each person's lane in order, no lane waiting for another."""

    def __init__(self, turns: Turns, open_work: OpenWork, wake: asyncio.Event) -> None:
        self.turns, self.open_work, self.wake = turns, open_work, wake
        self._lanes: dict[int, deque[InboxEntry]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._held = 0
        self._room = asyncio.Event()
        self._after = 0
        self._replied: list[int] = []
        self._owed = Owed()
        self._ending = False

    async def run(self) -> None:
        """Work until cancelled; first of all, see whose replies a crash cut off."""
        await self._until_it_works(self._read_unanswered)
        async with asyncio.TaskGroup() as group:
            group.create_task(self._take_in())
            group.create_task(self._tidy_often())

    async def drain(self) -> None:
        """Begin no more turns and let those under way end; what waits is taken up at next start."""
        self._ending = True
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=DRAIN_SECONDS_MAX)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        await self._finish()

    async def _take_in(self) -> None:
        while True:
            self.wake.clear()
            if not await self._until_it_works(self._read):
                await self.wake.wait()
            while self._held > HELD_MAX:
                self._room.clear()
                await self._room.wait()

    async def _read(self) -> int:
        async with self.open_work() as work:
            entries = await work.inbox.waiting(READ_AT_ONCE, after=self._after)
        for entry in entries:
            self._after = entry.id
            self._held += 1
            lane = self._lanes.get(entry.lane)
            if lane is not None:
                lane.append(entry)
            else:
                self._begin(entry.lane, entry)
        return len(entries)

    async def _read_unanswered(self) -> int:
        async with self.open_work() as work:
            entries = await work.inbox.unanswered()
        for entry in entries:
            self._owed.add(entry.lane, entry.id, not_before=_now() + FIRST_CATCH_UP_SECONDS)
        return len(entries)

    async def _until_it_works(self, step: Callable[[], Awaitable[int]]) -> int:
        """The database may be away for a while: nothing of ours ends because of that."""
        while True:
            try:
                return await step()
            except Exception:
                log.exception("inbox.again")
                await asyncio.sleep(PAUSES_SECONDS[-1])

    def _begin(self, lane: int, *entries: InboxEntry) -> None:
        self._lanes[lane] = deque(entries)
        task = asyncio.create_task(self._walk(lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _walk(self, lane: int) -> None:
        """Handle a person's updates one after the other; without any, show where they are."""
        queue = self._lanes[lane]
        try:
            if not queue:
                await self._catch_up(lane)
            while queue and not self._ending:
                await self._handle(queue[0])
                queue.popleft()
                self._held -= 1
                self._room.set()
        finally:
            del self._lanes[lane]

    async def _handle(self, entry: InboxEntry) -> None:
        attempt = entry.attempts
        while attempt < ATTEMPTS_MAX and not self._ending:
            try:
                await self.turns.take(entry)
            except ReplyNotShown as fault:
                await self._reply_not_shown(entry, fault)
                return
            except Exception as fault:
                log.exception("turn.failed", entry=entry.id, attempt=attempt + 1)
                attempt += await self._is_noted(entry, fault, give_up=attempt + 1 == ATTEMPTS_MAX)
                if attempt < ATTEMPTS_MAX:
                    await asyncio.sleep(PAUSES_SECONDS[attempt])
            else:
                self._replied.append(entry.id)
                return
        if attempt == ATTEMPTS_MAX:
            await self._apologise(entry)

    async def _reply_not_shown(self, entry: InboxEntry, fault: ReplyNotShown) -> None:
        log.warning("turn.reply_not_shown", entry=entry.id, fault=str(fault))
        if isinstance(fault.__cause__, PASSING):
            self._owed.add(entry.lane, entry.id, not_before=_now() + AGAIN_SECONDS)
        else:
            await self._apologise(entry)
            self._replied.append(entry.id)

    async def _apologise(self, entry: InboxEntry) -> None:
        try:
            await self.turns.apologise(entry)
        except Exception as fault:
            log.warning("turn.no_apology", entry=entry.id, fault=type(fault).__name__)

    async def _is_noted(self, entry: InboxEntry, fault: Exception, *, give_up: bool) -> bool:
        """Count the failure. Where the database is away it cannot be, and does not count."""
        try:
            async with self.open_work() as work:
                await work.inbox.fail(entry.id, type(fault).__name__, give_up=give_up)
                await work.commit()
        except Exception:
            log.exception("turn.failure_not_noted", entry=entry.id)
            return False
        return True

    async def _catch_up(self, lane: int) -> None:
        try:
            await self.turns.catch_up(lane)
        except PASSING:
            self._owed.put_off(lane, _now())
        except Exception:
            log.exception("catch_up.failed")  # It would fail for ever.
            self._replied += self._owed.settle(lane)
        else:
            self._replied += self._owed.settle(lane)

    async def _tidy_often(self) -> None:
        while True:
            for lane in self._owed.due(_now(), CATCH_UPS_AT_ONCE, busy=self._lanes):
                self._begin(lane)
            await asyncio.sleep(TIDY_EVERY_SECONDS)
            await self._finish()

    async def _finish(self) -> None:
        """Mark replied entries done, many in one commit: a lost mark only shows a screen twice."""
        replied = self._replied.copy()
        if not replied:
            return
        try:
            async with self.open_work() as work:
                await work.inbox.finish(replied)
                await work.commit()
        except Exception:
            log.exception("inbox.not_tidied", entries=len(replied))
        else:
            del self._replied[: len(replied)]


def _now() -> float:
    return asyncio.get_running_loop().time()
