"""Migrations are tested like code: up, down, up, on both databases, from anywhere."""

import asyncio
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from storage.database import Database, database_url
from storage.migrating import DatabaseIsNewer, alembic_config, migrating
from storage.tables import metadata
from tests.storage.databases import migrate, with_database

REVISIONS = [
    script.revision
    for script in reversed(list(ScriptDirectory.from_config(alembic_config()).walk_revisions()))
]


def over(url: str, work: Callable[[Connection], None]) -> None:
    """Do something over a connection that suits migrations."""
    asyncio.run(migrating(database_url(url), work))


def go(way: Callable[[Config, str], None], revision: str, connection: Connection) -> None:
    """Up or down to a revision."""
    way(alembic_config(connection), revision)


def stamp_as_newer(connection: Connection) -> None:
    """As the Tenkeys of next year would leave it."""
    connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))


def tables(url: str) -> set[str]:
    """What is there."""
    found: set[str] = set()
    over(url, lambda connection: found.update(sa.inspect(connection).get_table_names()))
    return found


def test_every_step_goes_up_down_and_up(empty_url: str) -> None:
    """Each revision can be taken back, and the last one back leaves nothing."""
    for revision in REVISIONS:
        over(empty_url, partial(go, command.upgrade, revision))
        over(empty_url, partial(go, command.downgrade, "-1"))
        over(empty_url, partial(go, command.upgrade, revision))
    assert set(metadata.tables) <= tables(empty_url)

    over(empty_url, partial(go, command.downgrade, "base"))
    assert {"alembic_version"} == tables(empty_url)


def test_schemes_of_one_basis_outlive_wider_grounds(empty_url: str) -> None:
    """Old rows keep their key on the way up; on the way down only what nobody knew before goes."""
    found: list[str] = []

    def say(statement: str, connection: Connection) -> None:
        said = connection.execute(sa.text(statement))
        found[:] = said.scalars() if said.returns_rows else []

    old = "INSERT INTO schemes (survey_key, basis) VALUES ('yard', 'needs')"
    new = "INSERT INTO schemes (survey_key, basis) VALUES ('yard', 'psychographic+needs:scales')"
    look = "SELECT basis FROM schemes ORDER BY id"
    over(empty_url, partial(go, command.upgrade, "0009"))
    over(empty_url, partial(say, old))
    over(empty_url, partial(go, command.upgrade, "head"))
    over(empty_url, partial(say, new))
    over(empty_url, partial(say, look))
    assert found == ["needs", "psychographic+needs:scales"]

    over(empty_url, partial(go, command.downgrade, "0009"))
    over(empty_url, partial(say, look))
    assert found == ["needs"]


def test_tables_and_migrations_agree(database_url: str) -> None:
    """`alembic check` finds nothing to do."""
    over(database_url, lambda connection: command.check(alembic_config(connection)))


def test_migrating_again_changes_nothing(database_url: str) -> None:
    """Every start of the bot migrates."""
    migrate(database_url)
    migrate(database_url)


def test_two_processes_may_migrate_at_once(empty_url: str) -> None:
    """Started together, both end well."""

    async def together() -> None:
        databases = [Database(empty_url) for _ in range(3)]
        await asyncio.gather(*(database.migrate() for database in databases))
        for database in databases:
            async with database.open_work() as work:
                assert await work.people.count() == 0
            await database.close()

    asyncio.run(together())


def test_migrations_work_from_anywhere(
    empty_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No ini file and no working directory is needed."""
    monkeypatch.chdir(tmp_path)
    migrate(empty_url)

    assert set(metadata.tables) <= tables(empty_url)


def test_a_newer_database_is_refused(empty_url: str) -> None:
    """In one clear sentence, and nothing is touched."""
    migrate(empty_url)
    over(empty_url, stamp_as_newer)

    with pytest.raises(DatabaseIsNewer) as refused:
        migrate(empty_url)
    assert ("9999", REVISIONS[-1]) == (refused.value.revision, refused.value.newest_known)
    assert str(refused.value) == (
        "The database is at revision 9999, which this version of Tenkeys does not know"
        f" (its newest is {REVISIONS[-1]}): please update Tenkeys."
    )


@pytest.mark.parametrize("deed", ["UPDATE transfers SET points = 1", "DELETE FROM transfers"])
def test_the_database_itself_keeps_transfers(database_url: str, deed: str) -> None:
    """Not even by hand is a transfer changed or taken away."""

    async def one_transfer(database: Database) -> None:
        async with database.engine.connect() as connection:
            for statement in (
                "INSERT INTO accounts (name, balance) VALUES ('other', 5)",
                "INSERT INTO transfers (reference, source_id, target_id, points, reason, at)"
                " SELECT 'r', a.id, b.id, 5, 'x', '2026-03-14 12:00:00'"
                " FROM accounts a, accounts b WHERE a.name = 'house' AND b.name = 'other'",
            ):
                await connection.execute(sa.text(statement))
            with pytest.raises(sa.exc.DBAPIError, match="transfers stay as they are"):
                await connection.execute(sa.text(deed))
            kept = await connection.execute(sa.text("SELECT points FROM transfers"))
            assert list(kept.scalars()) == [5]

    with_database(database_url, one_transfer)


def test_the_file_is_left_in_order(sqlite_url: str) -> None:
    """SQLite's own checks find nothing wrong after the migrations."""
    path = str(database_url(sqlite_url).database)
    connection = sqlite3.connect(path)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    finally:
        connection.close()
