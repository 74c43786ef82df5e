"""SQLite in the event loop: a statement lasts some ten microseconds, a thread's answer a hundred.

aiosqlite gives every connection a thread, and SQLAlchemy asks it three or four times a statement;
that alone made an answer three times as slow. Here Python's own sqlite3 is called at once, in the
loop. What could last long is kept short elsewhere: nobody waits for a lock inside SQLite
(transaction.py does, in Python), and commits do not wait for the disk (synchronous = NORMAL) but at
a checkpoint.
"""

import asyncio
import sqlite3
from typing import Any

import aiosqlite
import sqlalchemy as sa
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.pool import AsyncAdaptedQueuePool, Pool
from sqlalchemy.util.concurrency import await_only, in_greenlet

from segmentation.rules.folding import folded

DRIVER = "sqlite+inloop"
STATEMENTS_REMEMBERED_MAX = 256  # Prepared by SQLite itself, for each connection.

# Safe against a killed process at any moment. NORMAL does not wait for the disk at every commit:
# a power cut may lose the last commits, never the database. FULL costs up to 4 ms a commit.
_SETTINGS = ("PRAGMA synchronous = NORMAL", "PRAGMA foreign_keys = ON")
_TRIES, _TRY_AGAIN_SECONDS = 600, 0.1  # The switch to write-ahead needs the file for itself.
_BUSY_SECONDS = 0.05  # Only while another process recovers or first opens the file.


class InLoopDialect(SQLiteDialect_pysqlite):
    """sqlite3 under SQLAlchemy's asyncio engine."""

    driver = "inloop"
    is_async = True
    supports_statement_cache = True

    @classmethod
    def get_pool_class(cls, url: URL) -> type[Pool]:
        return AsyncAdaptedQueuePool

    def get_driver_connection(self, connection: Any) -> Any:
        return connection

    def do_execute(
        self, cursor: Any, statement: str, parameters: Any, context: Any | None = None
    ) -> None:
        """Execute; AsyncConnection insists on something to wait for, transaction.py does not."""
        cursor.execute(statement, parameters)
        _wait_for_nothing()

    def do_executemany(
        self, cursor: Any, statement: str, parameters: Any, context: Any | None = None
    ) -> None:
        """The same, many times."""
        cursor.executemany(statement, parameters)
        _wait_for_nothing()


def _wait_for_nothing() -> None:
    if in_greenlet():
        await_only(asyncio.sleep(0))


registry.register("sqlite.inloop", __name__, InLoopDialect.__name__)


class _Cursor(sqlite3.Cursor):
    async def _async_soft_close(self) -> None:
        """AsyncConnection's word for letting go early; there is nothing to wait for."""


class _Connection(sqlite3.Connection):
    def cursor(self, factory: Any = _Cursor) -> Any:
        return super().cursor(factory)


def connect(path: str) -> sqlite3.Connection:
    """A connection of sqlite3's own, as InLoopDialect wants it."""
    return sqlite3.connect(
        path,
        factory=_Connection,
        timeout=_BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=STATEMENTS_REMEMBERED_MAX,
    )


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
    connection.create_function("folded", 1, _folded, deterministic=True)


def _folded(text: str | None) -> str | None:
    """What PostgreSQL does with btrim and translate (storage.rules.texts)."""
    return None if text is None else folded(text)
