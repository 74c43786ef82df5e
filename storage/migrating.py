"""Migrations, run from inside: no ini file, no working directory, no second tool to remember."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, event
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from storage import sqlite

MIGRATIONS = Path(__file__).parent / "migrations"

_MIGRATION_LOCK = 0x7E9_0B1  # An arbitrary number that means "somebody is migrating Tenkeys".
_SQLITE_WAIT_SECONDS = 60.0  # For another process that is migrating the same file.


class DatabaseIsNewer(Exception):
    """The database was migrated by a newer Tenkeys than this one."""

    def __init__(self, *, revision: str, newest_known: str) -> None:
        super().__init__(
            f"The database is at revision {revision}, which this version of Tenkeys does not know"
            f" (its newest is {newest_known}): please update Tenkeys."
        )
        self.revision, self.newest_known = revision, newest_known


def alembic_config(connection: Connection | None = None) -> Config:
    """Alembic's settings; `connection` is the one to migrate over."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


async def upgrade(url: URL) -> None:
    """Bring the database up to the newest revision, all in one transaction."""
    await migrating(url, _upgrade)
    if _is_sqlite(url):
        await sqlite.write_ahead(str(url.database))


async def migrating(url: URL, work: Callable[[Connection], None]) -> None:
    """Do `work` in one transaction of a connection that suits migrations."""
    engine = create_async_engine(
        url,
        poolclass=NullPool,
        connect_args={"timeout": _SQLITE_WAIT_SECONDS} if _is_sqlite(url) else {},
    )
    if _is_sqlite(url):
        event.listen(engine.sync_engine, "connect", _set_up_sqlite)
        event.listen(engine.sync_engine, "begin", _begin_exclusively)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(work)
    finally:
        await engine.dispose()


def _upgrade(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_MIGRATION_LOCK)))
    config = alembic_config(connection)
    scripts = ScriptDirectory.from_config(config)
    known = {script.revision for script in scripts.walk_revisions()}
    revision = MigrationContext.configure(connection).get_current_revision()
    newest = scripts.get_current_head()
    if revision is not None and revision not in known:
        raise DatabaseIsNewer(revision=revision, newest_known=str(newest))
    if revision != newest:
        command.upgrade(config, "head")


def _is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _set_up_sqlite(connection: Any, _record: object) -> None:
    """The driver would begin late and commit early; foreign keys stay off while tables move."""
    connection.isolation_level = None


def _begin_exclusively(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
