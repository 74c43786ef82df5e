"""The inbox when things go wrong: poison, an absent Telegram, an absent database, a stop."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from aiogram.exceptions import ClientDecodeError, TelegramBadRequest, TelegramNetworkError
from aiogram.methods import SendMessage
from sqlalchemy.exc import SQLAlchemyError

from bot import inbox, owed
from bot.inbox import InboxWorker
from bot.turn import ReplyNotShown
from storage.database import Database
from tests.bot.chat import TownClock
from tests.bot.inbox_rows import states
from use_cases.records import InboxEntry, InboxState

CALL = SendMessage(chat_id=1, text="?")
PATIENCE_SECONDS = 120.0  # All are conditions: only what never comes takes so long.
AWAY = TelegramNetworkError(CALL, "away")


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody in these stories waits for seconds."""
    monkeypatch.setattr(inbox, "PAUSES_SECONDS", (0.01, 0.01, 0.01))
    monkeypatch.setattr(inbox, "TIDY_EVERY_SECONDS", 0.02)
    monkeypatch.setattr(inbox, "FIRST_CATCH_UP_SECONDS", 0.0)
    monkeypatch.setattr(inbox, "AGAIN_SECONDS", 0.0)
    monkeypatch.setattr(owed, "AGAIN_SECONDS", 0.0)


class TurnsThat:
    """Stands where bot.turn.Turns stands; `take` does what the story wants."""

    def __init__(
        self, database: Database, take: Callable[[InboxEntry], Awaitable[None]] | None = None
    ) -> None:
        self.database = database
        self.does = take
        self.taken: list[int] = []
        self.apologies: list[int] = []
        self.caught_up: list[int] = []
        self.catch_up_faults: list[Exception] = []

    async def take(self, entry: InboxEntry) -> None:
        if self.does is not None:
            await self.does(entry)
        async with self.database.open_work() as work:
            await work.inbox.apply(entry.id)
            await work.commit()
        self.taken.append(entry.update_id)

    async def apologise(self, entry: InboxEntry) -> None:
        self.apologies.append(entry.update_id)

    async def catch_up(self, lane: int) -> None:
        if self.catch_up_faults:
            raise self.catch_up_faults.pop()
        self.caught_up.append(lane)


async def put(database: Database, *updates: tuple[int, int]) -> None:
    """Updates (number, whose) as the poller stores them."""
    async with database.open_work() as work:
        rows = [(number, lane, {"update_id": number}) for number, lane in updates]
        await work.inbox.put(rows, at=TownClock().now())
        await work.commit()


async def works_until(database: Database, turns: Any, done: Callable[[], Awaitable[bool]]) -> None:
    """Let a worker work until the condition holds, then stop it as wiring does."""
    worker = InboxWorker(turns, database.open_work, asyncio.Event())
    job = asyncio.create_task(worker.run())
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not await done():  # noqa: ASYNC110 - the condition is asked of the database
                await asyncio.sleep(0.01)
    finally:
        job.cancel()
        await worker.drain()


async def test_one_persons_trouble_is_nobody_elses(database: Database) -> None:
    """While one lane waits for a slow Telegram, a hundred others are served."""
    stuck = asyncio.Event()

    async def take(entry: InboxEntry) -> None:
        if entry.lane < 100:
            await stuck.wait()

    turns = TurnsThat(database, take)
    await put(database, *((number, number) for number in range(200)))

    async def others_done() -> bool:
        if len(turns.taken) < 100:
            return False
        assert set(turns.taken) == set(range(100, 200))
        stuck.set()
        return True

    await works_until(database, turns, others_done)


async def test_a_poisoned_update_is_given_up_and_apologised_for(database: Database) -> None:
    """Three tries, one apology, and the person's next update is handled."""
    tries = []

    async def take(entry: InboxEntry) -> None:
        if entry.update_id == 1:
            tries.append(entry.update_id)
            raise ValueError("poison")

    turns = TurnsThat(database, take)
    await put(database, (1, 7), (2, 7))

    async def all_seen() -> bool:
        return await states(database) == {1: "failed", 2: "done"}

    await works_until(database, turns, all_seen)
    assert (tries, turns.apologies) == ([1, 1, 1], [1])


async def test_a_reply_that_telegram_did_not_take_is_made_up_for(database: Database) -> None:
    """The effect stands; the person is shown where they are as soon as Telegram is back."""

    async def take(entry: InboxEntry) -> None:
        async with database.open_work() as work:
            await work.inbox.apply(entry.id)
            await work.commit()
        raise ReplyNotShown("away") from AWAY

    turns = TurnsThat(database, take)
    turns.catch_up_faults = [AWAY, ClientDecodeError("no JSON", ValueError(), "<html>")]
    await put(database, (1, 7))

    async def is_answered() -> bool:
        return await states(database) == {1: "done"}

    await works_until(database, turns, is_answered)
    assert turns.caught_up == [7]


async def test_a_reply_that_telegram_refuses_becomes_an_apology(database: Database) -> None:
    """A fault of ours is not tried for ever."""

    async def take(entry: InboxEntry) -> None:
        async with database.open_work() as work:
            await work.inbox.apply(entry.id)
            await work.commit()
        raise ReplyNotShown("refused") from TelegramBadRequest(CALL, "can't parse entities")

    turns = TurnsThat(database, take)
    await put(database, (1, 7))

    async def is_answered() -> bool:
        return await states(database) == {1: "done"}

    await works_until(database, turns, is_answered)
    assert (turns.apologies, turns.caught_up) == ([1], [])


async def test_a_start_makes_up_for_what_a_kill_cut_off(database: Database) -> None:
    """Entries left applied: their people are shown where they are, once each."""
    await put(database, (1, 7), (2, 7), (3, 8))
    async with database.open_work() as work:
        for entry in await work.inbox.waiting(10):
            await work.inbox.apply(entry.id)
        await work.commit()
    turns = TurnsThat(database)

    async def all_answered() -> bool:
        return set((await states(database)).values()) == {"done"}

    await works_until(database, turns, all_answered)
    assert sorted(turns.caught_up) == [7, 8]


async def test_a_database_that_is_away_costs_no_update(database: Database) -> None:
    """Turns that fail while nothing can be written down are no tries."""
    outage = 6

    async def take(entry: InboxEntry) -> None:
        if outage:
            raise SQLAlchemyError("gone")

    def open_work() -> Any:
        nonlocal outage
        if outage:
            outage -= 1
            raise SQLAlchemyError("gone")
        return database.open_work()

    turns = TurnsThat(database, take)
    await put(database, (1, 7))
    worker = InboxWorker(turns, open_work, asyncio.Event())  # type: ignore[arg-type]
    job = asyncio.create_task(worker.run())
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not turns.taken:  # noqa: ASYNC110 - nothing tells when
            await asyncio.sleep(0.01)
    job.cancel()
    await worker.drain()
    assert (turns.taken, turns.apologies) == ([1], [])


async def test_a_stop_begins_nothing_new(database: Database) -> None:
    """The turn under way ends; what waits behind it waits for the next start."""
    begun, told_to_stop = asyncio.Event(), asyncio.Event()

    async def take(entry: InboxEntry) -> None:
        begun.set()
        await told_to_stop.wait()

    turns = TurnsThat(database, take)
    await put(database, (1, 7), (2, 7))
    worker = InboxWorker(turns, database.open_work, asyncio.Event())  # type: ignore[arg-type]
    job = asyncio.create_task(worker.run())
    await begun.wait()
    job.cancel()
    draining = asyncio.create_task(worker.drain())
    await asyncio.sleep(0)  # It has begun to wait for the turn.
    told_to_stop.set()
    await draining

    assert turns.taken == [1]
    assert await states(database) == {1: "done", 2: InboxState.RECEIVED}
