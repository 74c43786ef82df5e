"""(a) Answers a second inside one process, Telegram replaced by the same null session for both."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any, ClassVar

import sqlalchemy as sa
from aiogram import Bot, Dispatcher

from benchmarks.bare import bare_dispatcher, bare_engine, make_table
from benchmarks.scene import (
    TOKEN,
    SystemClock,
    Tap,
    people_begin,
    taps_of,
    updates_of,
)
from benchmarks.telegram import NullSession
from bot.exports.desk import ExportDesk
from bot.inbox import InboxWorker
from bot.polling import UPDATES_PER_POLL
from bot.services import Services
from bot.turn import Turns, lane_of
from bot.wording import BotWording
from bot.worker import Worker
from storage.database import Database
from storage.transaction import Transaction
from storage.work import SqlWork
from use_cases.segments.segmenting import FindSegments

BARE_AT_ONCE = (
    1,
    20,
)  # The bare bot is measured one by one and side by side; its better one counts.


@dataclass(frozen=True, slots=True)
class Measured:
    """How fast answers were taken, with how many Telegram calls and commits each."""

    per_second: float
    per_cpu_second: float  # Other programs on the machine disturb this less.
    calls: float
    commits: float | None = None  # Not counted in another process.


def services_for(database: Database) -> Services:
    """What handlers need, with nothing behind it that answering would not use."""

    async def no_segments(*_: object) -> Any:
        raise AssertionError("nothing is segmented here")

    clock = SystemClock()
    return Services(
        open_work=database.open_work,
        clock=clock,
        find_segments=FindSegments(database.open_work, clock, no_segments),
        wake_sender=lambda: None,
        wording=BotWording(""),
        exports=ExportDesk(Worker(), partial(Database, str(database.url))),
        bot_username="bench_bot",
        house_name="",
    )


async def product_answers(url: str, dispatcher: Dispatcher, people: int) -> Measured:
    """Through the inbox as the poller fills it, the turns, the dispatcher, the errands."""
    database = CountedDatabase(url)
    await database.migrate()
    taps = taps_of(await people_begin(database, people))
    session, wake = NullSession(), asyncio.Event()
    turns = Turns(Bot(TOKEN, session=session), dispatcher, services_for(database))
    worker = InboxWorker(turns, database.open_work, wake)
    CountedTransaction.commits = 0
    began = Stopwatch()
    job = asyncio.create_task(worker.run())
    updates = updates_of(taps, product=True)
    while batch := list(islice(updates, UPDATES_PER_POLL)):
        async with database.open_work() as work:
            rows = [(update["update_id"], lane_of(update), update) for update in batch]
            await work.inbox.put(rows, at=SystemClock().now())
            await work.commit()
        wake.set()
        await asyncio.sleep(0)  # The worker begins while more comes in.
    await session.heard("editMessageText", len(taps))
    measured = began.measured(len(taps), session.calls.total(), CountedTransaction.commits)
    job.cancel()
    await worker.drain()
    await _all_kept(database, taps)
    await database.close()
    return measured


class Stopwatch:
    """Wall and processor time since it was made."""

    def __init__(self) -> None:
        self.wall, self.cpu = time.perf_counter(), time.process_time()

    def measured(self, count: int, calls: int, commits: int) -> Measured:
        """So many answers or letters took until now."""
        wall, cpu = time.perf_counter() - self.wall, time.process_time() - self.cpu
        return Measured(count / wall, count / cpu, calls / count, commits / count)


class CountedTransaction(Transaction):
    """Counts the commits that wrote something."""

    commits: ClassVar[int] = 0

    async def commit(self) -> None:
        CountedTransaction.commits += self._writing
        await super().commit()


class CountedDatabase(Database):
    """A database whose commits are counted."""

    def open_work(self) -> SqlWork:
        return SqlWork(CountedTransaction(self.engine, self._turn))


async def _all_kept(database: Database, taps: list[Tap]) -> None:
    async with database.open_work() as work:
        kept = await work.responses.completed_answers("ratings")
    assert sum(len(given) for given in kept.values()) == len(taps), "an answer is missing"


async def bare_answers(url: str, people: int, at_once: int) -> Measured:
    """Through a bare dispatcher, `at_once` updates at a time."""
    engine = bare_engine(url)
    await make_table(engine)
    taps = taps_of(list(range(1, people + 1)))
    session = NullSession()
    bot = Bot(TOKEN, session=session)
    dispatcher = bare_dispatcher(engine)
    updates = updates_of(taps, product=False)
    began = Stopwatch()
    async with asyncio.TaskGroup() as group:
        for _ in range(at_once):
            group.create_task(_feed(dispatcher, bot, updates))
    measured = began.measured(len(taps), session.calls.total(), len(taps))
    async with engine.connect() as connection:
        kept = await connection.scalar(sa.text("SELECT count(*) FROM bare_ratings"))
    assert kept == len(taps), "an answer is missing"
    await engine.dispose()
    return measured


async def _feed(dispatcher: Dispatcher, bot: Bot, updates: Iterator[dict[str, Any]]) -> None:
    for update in updates:
        await dispatcher.feed_raw_update(bot, update)
