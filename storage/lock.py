"""One bot a database: a second one would answer people twice and send letters beside the first."""

import asyncio
import fcntl
import os
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager

import sqlalchemy as sa

from storage.database import Database

WAIT_SECONDS = 10.0  # A bot that was told to stop lets turns and letters under way end first.
LOOK_SECONDS = 0.2
_BOT_LOCK = 7_031_956_201  # Among the advisory locks of PostgreSQL.


class AnotherBotWorks(Exception):
    """Somebody else holds the database's lock, and has not let go of it in time."""


@asynccontextmanager
async def only_bot(
    database: Database, *, wait_seconds: float = WAIT_SECONDS
) -> AsyncIterator[None]:
    """Hold the lock of the database; the end of the process, however it comes, lets go of it.

    SQLite: a lock on the file FILE.bot beside the database's. PostgreSQL: an advisory lock of one
    connection. Raises AnotherBotWorks.
    """
    async with AsyncExitStack() as stack:
        if database.url.get_backend_name() == "sqlite":
            number = os.open(f"{database.url.database}.bot", os.O_CREAT | os.O_RDWR, 0o600)
            stack.callback(os.close, number)
            await _held(lambda: _lock_file(number), wait_seconds)
        else:
            # A transaction left open would stay so for as long as the bot runs.
            engine = database.engine.execution_options(isolation_level="AUTOCOMMIT")
            connection = await stack.enter_async_context(engine.connect())
            query = sa.select(sa.func.pg_try_advisory_lock(_BOT_LOCK))

            async def lock() -> bool:
                return bool((await connection.execute(query)).scalar())

            await _held(lock, wait_seconds)
            unlock = sa.select(sa.func.pg_advisory_unlock(_BOT_LOCK))
            stack.push_async_callback(connection.execute, unlock)
        yield


async def _held(lock: Callable[[], Awaitable[bool]], wait_seconds: float) -> None:
    patience = time.monotonic() + wait_seconds
    while not await lock():
        if time.monotonic() >= patience:
            raise AnotherBotWorks
        await asyncio.sleep(LOOK_SECONDS)


async def _lock_file(number: int) -> bool:
    """A lock of the process: children do not inherit it, so that none of them keeps it."""
    try:
        fcntl.lockf(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
