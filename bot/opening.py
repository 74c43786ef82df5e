"""Opens the database as the bot and the shell find it; what does not fit is one clear sentence."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from storage.database import Database, UnknownDatabase, database_url
from storage.lock import AnotherBotWorks, only_bot
from storage.migrating import DatabaseIsNewer


class SystemClock:
    """The real time, in UTC."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class Unfit(Exception):
    """The settings are complete, but something outside does not fit them; one clear sentence."""


@asynccontextmanager
async def open_database(url: str) -> AsyncIterator[Database]:
    """The database, migrated."""
    try:
        database = Database(url)
    except UnknownDatabase as fault:
        raise Unfit(f"DATABASE_URL is {fault}.") from fault
    try:
        await database.migrate()
    except DatabaseIsNewer as fault:
        raise Unfit(str(fault)) from fault
    except (OSError, SQLAlchemyError) as fault:
        raise Unfit(f"the database does not answer ({type(fault).__name__}).") from fault
    try:
        yield database
    finally:
        await database.close()


@asynccontextmanager
async def database_that_exists(url: str) -> AsyncIterator[Database]:
    """As `open_database`, but a file that is not there is no new database."""
    _refuse_new_file(url)
    async with open_database(url) as database:
        yield database


def _refuse_new_file(url: str) -> None:
    try:
        named = database_url(url)
    except UnknownDatabase as fault:
        raise Unfit(f"the database is {fault}.") from fault
    if named.get_backend_name() == "sqlite" and not Path(str(named.database)).is_file():
        raise Unfit(f"there is no database in the file {named.database}.")


@asynccontextmanager
async def alone(database: Database) -> AsyncIterator[None]:
    """Hold the database for this bot; a second one is told so."""
    try:
        async with only_bot(database):
            yield
    except AnotherBotWorks as fault:
        raise Unfit(
            "another bot works on this database: stop it, or give this one its own DATABASE_URL."
        ) from fault
