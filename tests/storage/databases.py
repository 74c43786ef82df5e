"""Real databases for tests: made once, copied for each test."""

import asyncio
import os
import secrets
import socket
from collections.abc import Awaitable, Callable
from typing import Any

import asyncpg  # type: ignore[import-untyped]

from storage.database import Database
from storage.tables import metadata

POSTGRES_HOST, POSTGRES_PORT = "127.0.0.1", 5432
POSTGRES = f"postgresql://postgres@{POSTGRES_HOST}:{POSTGRES_PORT}"
ANSWER_SECONDS = 60.0
MINE = f"{os.getpid()}_{secrets.token_hex(3)}"
"""In the names of this process's databases: what a killed run left behind is never in the way."""

_TABLES = [table.name for table in metadata.sorted_tables]
_NUMBERED = [table.name for table in metadata.sorted_tables if "id" in table.c]
# Whoever still hangs on the database is cut off; triggers and foreign keys look away.
EMPTY_AGAIN = "; ".join(
    [
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()",
        "SET session_replication_role = replica",
        *(f"DELETE FROM {name}" for name in _TABLES),
        *(f"ALTER SEQUENCE {name}_id_seq RESTART" for name in _NUMBERED),
        "INSERT INTO accounts (name, balance) VALUES ('house', 0)",
    ]
)

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


def on_postgres(statements: str, *, database: str = "postgres") -> None:
    """Run something on the server itself, or in a database."""

    async def run() -> None:
        connection = await asyncpg.connect(f"{POSTGRES}/{database}")
        try:
            await connection.execute(statements)
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
