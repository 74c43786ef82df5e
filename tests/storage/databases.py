"""Real databases for tests: made once, copied for each test."""

import asyncio
import os
import socket
from collections.abc import Awaitable, Callable
from typing import Any

import asyncpg  # type: ignore[import-untyped]

from storage.database import Database

POSTGRES_HOST, POSTGRES_PORT = "127.0.0.1", 5432
POSTGRES = f"postgresql://postgres@{POSTGRES_HOST}:{POSTGRES_PORT}"
ANSWER_SECONDS = 2.0

SOAK = bool(os.environ.get("TENKEYS_SOAK"))  # Full counts of kills and random steps.


def postgres_answers() -> bool:
    """Whether a PostgreSQL server can be tried."""
    try:
        socket.create_connection((POSTGRES_HOST, POSTGRES_PORT), ANSWER_SECONDS).close()
    except OSError:
        return False
    return True


def postgres_required() -> bool:
    """Whether tests without a server fail instead of being skipped."""
    return "postgres" in os.environ.get("TENKEYS_REQUIRE", "")


def on_postgres(statement: str) -> None:
    """Run one statement on the server itself."""

    async def run() -> None:
        connection = await asyncpg.connect(f"{POSTGRES}/postgres")
        try:
            await connection.execute(statement)
        finally:
            await connection.close()

    asyncio.run(run())


def migrate(url: str) -> None:
    """Bring a fresh database up to date."""
    with_database(url, Database.migrate)


def with_database(url: str, work: Callable[[Database], Awaitable[Any]]) -> Any:
    """Do something with a database outside of a test's own event loop."""

    async def run() -> Any:
        database = Database(url)
        try:
            return await work(database)
        finally:
            await database.close()

    return asyncio.run(run())
