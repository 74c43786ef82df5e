"""A town for every story: migrating once, copying the empty database for each."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.database import Database
from tests.bot.chat import Town


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with all tables and nothing in them."""
    path = tmp_path_factory.mktemp("bot") / "empty.db"

    async def migrate() -> None:
        database = Database(f"sqlite:///{path}")
        await database.migrate()
        await database.close()

    asyncio.run(migrate())
    return path


@pytest.fixture
async def town(empty_database: Path, tmp_path: Path) -> AsyncIterator[Town]:
    """A town in which nothing has happened yet."""
    path = tmp_path / "town.db"
    shutil.copyfile(empty_database, path)
    founded = Town(Database(f"sqlite:///{path}"))
    yield founded
    await founded.close()


@pytest.fixture
async def database(empty_database: Path, tmp_path: Path) -> AsyncIterator[Database]:
    """A migrated database without a town around it."""
    path = tmp_path / "bare.db"
    shutil.copyfile(empty_database, path)
    opened = Database(f"sqlite:///{path}")
    yield opened
    await opened.close()
