"""The database that a URL names: its engine, its units of work, its migrations."""

import asyncio
import json
from functools import partial
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage import sqlite
from storage.migrating import upgrade
from storage.transaction import Transaction
from storage.work import SqlWork

CONNECTIONS_MAX = 20  # PostgreSQL allows 100 in all by default.
CONNECTION_WAIT_SECONDS = 60.0

_DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "postgresql+asyncpg": "postgresql+asyncpg",
}


class UnknownDatabase(Exception):
    """The URL names no database that Tenkeys can use."""


def database_url(url: str) -> URL:
    """The URL as its user writes it, with the driver that we use.

    Raises UnknownDatabase, without repeating a password.
    """
    try:
        named = make_url(url)
    except sa.exc.ArgumentError as fault:
        raise UnknownDatabase("not a database URL; write sqlite:///tenkeys.db") from fault
    driver = _DRIVERS.get(named.drivername)
    if driver is None:
        raise UnknownDatabase(f"{named.drivername}: only sqlite and postgresql are known")
    if driver.startswith("sqlite") and named.database in (None, "", ":memory:"):
        raise UnknownDatabase("SQLite needs a file: write sqlite:///tenkeys.db")
    query = dict(named.query)
    if "sslmode" in query:  # As libpq calls it.
        query["ssl"] = query.pop("sslmode")
    return named.set(drivername=driver, query=query)


class Database:
    """One database: opens units of work, migrates, closes."""

    def __init__(self, url: str) -> None:
        self.url = database_url(url)
        self.engine = _engine(self.url)
        self._turn = asyncio.Lock() if self.engine.dialect.name == "sqlite" else None

    def open_work(self) -> SqlWork:
        """A unit of work, to be entered with `async with`."""
        return SqlWork(Transaction(self.engine, self._turn))

    async def migrate(self) -> None:
        """Bring the tables up to date; safe when two processes do it at once.

        Raises storage.migrating.DatabaseIsNewer.
        """
        await upgrade(self.url)

    async def close(self) -> None:
        """Let go of every connection."""
        await self.engine.dispose()


def _engine(url: URL) -> AsyncEngine:
    """Transactions are begun and ended by storage.transaction: to the driver all is autocommit."""
    make = partial(
        create_async_engine,
        isolation_level="AUTOCOMMIT",
        skip_autocommit_rollback=True,
        hide_parameters=True,  # People's words stay out of logs.
        json_serializer=partial(json.dumps, separators=(",", ":")),
        pool_size=CONNECTIONS_MAX,
        max_overflow=0,
        pool_timeout=CONNECTION_WAIT_SECONDS,
        pool_reset_on_return=None,
    )
    if url.get_backend_name() != "sqlite":
        engine = make(url)
        sa.event.listen(engine.sync_engine, "checkout", _refuse_if_closed)
        return engine
    path = str(url.database)
    engine = make(url.set(drivername=sqlite.DRIVER), creator=lambda: sqlite.connect(path))
    sqlite.set_up(engine)
    return engine


def _refuse_if_closed(connection: Any, _record: Any, _proxy: Any) -> None:
    """After a restart of the server the pool makes new connections, and nobody notices."""
    if connection.driver_connection.is_closed():
        raise sa.exc.InvalidatePoolError("the server closed the connection")
