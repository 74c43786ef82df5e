"""One transaction: statements in, rows out; it begins with the first write and ends with commit.

Reads before the first write see what is committed at that moment (READ COMMITTED, on both).
Writing begins with BEGIN IMMEDIATE on SQLite, one writer at a time, in the order of asking: nobody
ever sees "database is locked", and nobody waits for those who only read.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from inspect import isawaitable
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import Connection, CursorResult, Executable
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.sqlite import is_busy

Id = TypeVar("Id", int, str)
ROWS_AT_A_TIME = 100
IDS_PER_STATEMENT_MAX = 5_000  # Both drivers take some 32,000 parameters in a statement.

TURN_WAIT_SECONDS = 60.0  # For a writer of this process that forgot to commit: a fault, no hang.
WRITER_WAIT_SECONDS = 30.0  # For another process that writes to the same SQLite file.
WRITER_RETRY_SECONDS = 0.005
_SNAPSHOT = {"postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}

Rows = CursorResult[*tuple[Any, ...]]
Values = Mapping[str, Any] | Sequence[Mapping[str, Any]]
Insert = Callable[[sa.Table], Any]
_INSERTS: Mapping[str, Insert] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


class NothingCommitted(Exception):
    """A statement of the unit of work had failed, and then commit was called: that is a bug."""


class ByDialect:
    """One statement in the words of each database, built once."""

    def __init__(self, build: Callable[[str], Any]) -> None:
        self._statements: Mapping[str, Executable] = {name: build(name) for name in _INSERTS}

    def on(self, dialect: str) -> Executable:
        """The statement for this database."""
        return self._statements[dialect]


def inserting(build: Callable[[Insert], Any]) -> ByDialect:
    """An INSERT ... ON CONFLICT, for which each dialect has a class of its own."""
    return ByDialect(lambda name: build(_INSERTS[name]))


Statement = Executable | ByDialect


def batches(ids: Iterable[Id]) -> Iterator[Sequence[Id]]:
    """The ids in rising order, in portions that fit into one statement."""
    rising = sorted(set(ids))
    for start in range(0, len(rising), IDS_PER_STATEMENT_MAX):
        yield rising[start : start + IDS_PER_STATEMENT_MAX]


async def unhurried(rows: Iterable[Any]) -> AsyncIterator[Any]:
    """The rows one by one; now and then whoever else waits gets a turn.

    For thousands of rows that take long to be read: people wait for their next question meanwhile.
    """
    for place, row in enumerate(rows):
        if place % ROWS_AT_A_TIME == ROWS_AT_A_TIME - 1:
            await asyncio.sleep(0)
        yield row


class Transaction:
    """A connection while it is needed, and the writer's turn while it writes."""

    def __init__(self, engine: AsyncEngine, turn: asyncio.Lock | None) -> None:
        self._engine = engine
        self._turn = turn  # SQLite's one writer at a time; None where the database sorts it out.
        self._connection: AsyncConnection | None = None
        self._writing = False
        self._failed = False
        self.dialect = engine.dialect.name

    async def read(self, statement: Statement, values: Values | None = None) -> Rows:
        """Run a statement that changes nothing."""
        connection = self._connection or await self._connect()
        if isinstance(statement, ByDialect):
            statement = statement.on(self.dialect)
        if isinstance(values, list) and len(values) == 1:
            values = values[0]  # Executing one as many costs half as much again.
        try:
            if self._turn is None:
                return await connection.execute(statement, values)
            return _at_once(connection).execute(statement, values)
        except DBAPIError:
            self._failed = True
            raise

    async def tuples(self, statement: Statement, values: Values | None = None) -> list[Any]:
        """The rows just as the driver gives them, for thousands: no names, no column types."""
        rows = await self.read(statement, values)
        assert rows.cursor is not None, "it returns rows"
        found = rows.cursor.fetchall()
        rows.close()
        return list(found)

    @asynccontextmanager
    async def one_moment(self) -> AsyncIterator[None]:
        """What is read within is as it stood at one moment, though it takes several statements."""
        if self._writing:
            yield
            return
        connection = self._connection or await self._connect()
        await _tell(connection, _SNAPSHOT.get(self.dialect, "BEGIN"))
        try:
            yield
        except BaseException:
            await connection.invalidate()  # Nobody else may inherit a moment long gone.
            raise
        await _tell(connection, "COMMIT")

    async def write(self, statement: Statement, values: Values | None = None) -> Rows:
        """Run a statement that changes something."""
        if not self._writing:
            await self.begin()
        return await self.read(statement, values)

    async def begin(self) -> None:
        """Take the writer's turn now: for those who read in order to write what follows from it."""
        if self._writing:
            return
        connection = self._connection or await self._connect()
        if self._turn is not None:
            async with asyncio.timeout(TURN_WAIT_SECONDS):
                await self._turn.acquire()
        self._writing = True
        try:
            if self._turn is None:
                await _tell(connection, "BEGIN")
            else:
                await _begin_immediate(connection)
        except BaseException:
            await connection.invalidate()  # Whether it has begun, nobody knows.
            self._end_writing()
            raise

    async def commit(self) -> None:
        """Make everything last; the next statement begins anew.

        Raises NothingCommitted if a statement failed before: the rest of it must not stand alone.
        """
        if self._failed:
            raise NothingCommitted
        if self._writing:
            assert self._connection is not None, "whoever writes is connected"
            await _tell(self._connection, "COMMIT")
            self._end_writing()
        await self._disconnect()

    async def rollback(self) -> None:
        """Undo everything since the last commit; harmless where nothing was done."""
        connection = self._connection
        if connection is None:
            return
        try:
            if self._writing and not connection.invalidated:
                await _tell(connection, "ROLLBACK")
        except BaseException:
            await connection.invalidate()  # Nobody else may inherit what hangs on it.
            raise
        finally:
            if self._writing:
                self._end_writing()
            self._failed = False
            await self._disconnect()

    async def _connect(self) -> AsyncConnection:
        self._connection = await self._engine.connect()
        return self._connection

    async def _disconnect(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()

    def _end_writing(self) -> None:
        self._writing = False
        if self._turn is not None:
            self._turn.release()


def _at_once(connection: AsyncConnection) -> Connection:
    """SQLite answers in the loop: nothing needs to be waited for."""
    assert connection.sync_connection is not None, "it is connected"
    return connection.sync_connection


async def _tell(connection: AsyncConnection, words: str) -> None:
    """Speak to the driver under SQLAlchemy: both have `execute`, at a tenth of the cost."""
    driver: Any = _at_once(connection).connection.driver_connection
    done = driver.execute(words)
    if isawaitable(done):
        await done


async def _begin_immediate(connection: AsyncConnection) -> None:
    """Begin to write, waiting without blocking anybody while another process does."""
    patience = asyncio.get_running_loop().time() + WRITER_WAIT_SECONDS
    while True:
        try:
            await _tell(connection, "BEGIN IMMEDIATE")
        except sqlite3.OperationalError as fault:
            late = asyncio.get_running_loop().time() > patience
            if late or not is_busy(fault):
                raise
            await asyncio.sleep(WRITER_RETRY_SECONDS)
        else:
            return
