"""One transaction: statements in, rows out; it begins with the first write and ends with commit.

Reads before the first write see what is committed at that moment (READ COMMITTED, on both).
Writing begins with BEGIN IMMEDIATE on SQLite, one writer at a time, in the order of asking: nobody
ever sees "database is locked", and nobody waits for those who only read.
"""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import CursorResult, Executable
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

IDS_PER_STATEMENT_MAX = 5_000  # Both drivers take some 32,000 parameters in a statement.

WRITER_WAIT_SECONDS = 30.0  # For another process that writes to the same SQLite file.
WRITER_RETRY_SECONDS = 0.005

Rows = CursorResult[*tuple[Any, ...]]
Values = Mapping[str, Any] | Sequence[Mapping[str, Any]]
Insert = Callable[[sa.Table], Any]


class ByDialect:
    """One statement in the words of each database (upserts differ only in their class)."""

    def __init__(self, build: Callable[[Insert], Any]) -> None:
        self._statements: Mapping[str, Executable] = {
            "sqlite": build(sqlite.insert),
            "postgresql": build(postgresql.insert),
        }

    def on(self, dialect: str) -> Executable:
        """The statement for this database."""
        return self._statements[dialect]


Statement = Executable | ByDialect


def batches(ids: Iterable[int]) -> Iterator[Sequence[int]]:
    """The ids in rising order, in portions that fit into one statement."""
    rising = sorted(set(ids))
    for start in range(0, len(rising), IDS_PER_STATEMENT_MAX):
        yield rising[start : start + IDS_PER_STATEMENT_MAX]


class Transaction:
    """A connection while it is needed, and the writer's turn while it writes."""

    def __init__(self, engine: AsyncEngine, turn: asyncio.Lock | None) -> None:
        self._engine = engine
        self._turn = turn  # SQLite's one writer at a time; None where the database sorts it out.
        self._connection: AsyncConnection | None = None
        self._writing = False
        self.dialect = engine.dialect.name

    async def read(self, statement: Statement, values: Values | None = None) -> Rows:
        """Run a statement that changes nothing."""
        connection = self._connection or await self._connect()
        if isinstance(statement, ByDialect):
            statement = statement.on(self.dialect)
        return await connection.execute(statement, values)

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
        if self._turn is None:
            await connection.exec_driver_sql("BEGIN")
        else:
            await self._turn.acquire()
            try:
                await _begin_immediate(connection)
            except BaseException:
                self._turn.release()
                raise
        self._writing = True

    async def commit(self) -> None:
        """Make everything last; the next statement begins anew."""
        if self._writing:
            assert self._connection is not None, "whoever writes is connected"
            await self._connection.exec_driver_sql("COMMIT")
            self._end_writing()
        await self._disconnect()

    async def rollback(self) -> None:
        """Undo everything since the last commit; harmless where nothing was done."""
        connection = self._connection
        try:
            if self._writing and connection is not None and not connection.invalidated:
                await connection.exec_driver_sql("ROLLBACK")
        except BaseException:
            assert connection is not None, "only a connection can fail to roll back"
            await connection.invalidate()  # Nobody else may inherit what hangs on it.
            raise
        finally:
            if self._writing:
                self._end_writing()
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


async def _begin_immediate(connection: AsyncConnection) -> None:
    """Begin to write, waiting without blocking anybody while another process does."""
    patience = asyncio.get_running_loop().time() + WRITER_WAIT_SECONDS
    while True:
        try:
            await connection.exec_driver_sql("BEGIN IMMEDIATE")
        except OperationalError as fault:
            late = asyncio.get_running_loop().time() > patience
            if late or "locked" not in str(fault.orig):
                raise
            await asyncio.sleep(WRITER_RETRY_SECONDS)
        else:
            return
