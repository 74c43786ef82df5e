"""SQLite in the event loop: a statement lasts some ten microseconds, a thread's answer a hundred.

aiosqlite gives every connection a thread, and SQLAlchemy asks it three or four times a statement;
that alone made an answer three times as slow. Here the calls run at once, in the loop. What could
last long is kept short elsewhere: nobody waits for a lock inside SQLite (transaction.py does, in
Python), and commits do not wait for the disk (synchronous = NORMAL) but at a checkpoint.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Generator
from typing import Any

import aiosqlite
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

STATEMENTS_REMEMBERED_MAX = 256  # Prepared by SQLite itself, for each connection.

# Safe against a killed process at any moment. NORMAL does not wait for the disk at every commit:
# a power cut may lose the last commits, never the database. FULL costs up to 4 ms a commit.
_SETTINGS = ("PRAGMA synchronous = NORMAL", "PRAGMA foreign_keys = ON")
_TRIES, _TRY_AGAIN_SECONDS = 600, 0.1  # The switch to write-ahead needs the file for itself.
_BUSY_SECONDS = 0.05  # Only while another process recovers or first opens the file.


class _AtOnce:
    """Stands where aiosqlite has the queue of its thread, and does each job as it comes."""

    def put_nowait(self, job: tuple["asyncio.Future[Any] | None", Callable[[], Any]]) -> None:
        """Do the job, and let its future know."""
        future, work = job
        try:
            outcome = work()
        except Exception as fault:
            if future is None:
                raise
            future.set_exception(fault)
        else:
            if future is not None:
                future.set_result(outcome)


class InLoopConnection(aiosqlite.Connection):
    """An aiosqlite connection without its thread."""

    def __init__(self, path: str) -> None:
        def connect() -> sqlite3.Connection:
            return sqlite3.connect(
                path, timeout=_BUSY_SECONDS, cached_statements=STATEMENTS_REMEMBERED_MAX
            )

        super().__init__(connect, iter_chunk_size=64)
        self._tx = _AtOnce()  # type: ignore[assignment]

    def __await__(self) -> Generator[Any, None, aiosqlite.Connection]:
        return self._connect().__await__()


async def write_ahead(path: str) -> None:
    """Switch the file to write-ahead for good, waiting until nobody else is writing to it."""
    async with aiosqlite.connect(path, isolation_level=None) as connection:
        for tries_left in reversed(range(_TRIES)):
            try:
                await connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as fault:
                if not tries_left or not is_busy(fault):
                    raise
                await asyncio.sleep(_TRY_AGAIN_SECONDS)
            else:
                return


def is_busy(fault: sqlite3.OperationalError) -> bool:
    """Whether somebody else had the file locked."""
    return fault.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def set_up(engine: AsyncEngine) -> None:
    """Have every connection of the engine set up as we need it."""
    sa.event.listen(engine.sync_engine, "connect", _set_up)


def _set_up(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for setting in _SETTINGS:
        cursor.execute(setting)
    cursor.close()
