"""Units of work over memory, SQLite and PostgreSQL, each test with a database of its own."""

import itertools
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from storage.database import Database
from tests.fakes import MemoryDatabase
from tests.storage.databases import (
    EMPTY_AGAIN,
    MINE,
    POSTGRES,
    migrate,
    on_postgres,
    postgres_answers,
    postgres_required,
)
from use_cases.ports import OpenWork, UnitOfWork

SQLITE = pytest.param("sqlite_url", id="sqlite")
POSTGRESQL = pytest.param("postgres_url", id="postgresql", marks=pytest.mark.postgres)
MEMORY = pytest.param("memory", id="memory")

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite database fresh from the migrations."""
    path = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgres_server() -> str:
    """The name under which this session makes its databases."""
    if not postgres_answers():
        if postgres_required():
            pytest.fail("TENKEYS_REQUIRE names postgres, and nothing answers on 127.0.0.1:5432")
        pytest.skip("no PostgreSQL on 127.0.0.1:5432")
    return f"tenkeys_test_{MINE}"


@pytest.fixture(scope="session")
def migrated_database(postgres_server: str) -> Iterator[str]:
    """The name of a PostgreSQL database fresh from the migrations."""
    name = f"{postgres_server}_migrated"
    on_postgres(f"CREATE DATABASE {name}")
    migrate(f"{POSTGRES}/{name}")
    yield name
    on_postgres(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def sqlite_url(migrated_file: Path, tmp_path: Path) -> str:
    """A migrated SQLite database of the test's own."""
    path = tmp_path / "tenkeys.db"
    shutil.copyfile(migrated_file, path)
    return f"sqlite:///{path}"


@pytest.fixture
def postgres_url(migrated_database: str) -> str:
    """A migrated PostgreSQL database, as empty as on its first day.

    Each worker has one: to create and drop one for each test costs a checkpoint, seconds at worst.
    """
    on_postgres(EMPTY_AGAIN, database=migrated_database)
    return f"{POSTGRES}/{migrated_database}"


@pytest.fixture
def empty_sqlite_url(tmp_path: Path) -> str:
    """An SQLite file that is not there yet."""
    return f"sqlite:///{tmp_path / 'empty.db'}"


@pytest.fixture
def empty_postgres_url(postgres_server: str) -> Iterator[str]:
    """A PostgreSQL database without a table."""
    name = f"{postgres_server}_{next(_numbers)}"
    on_postgres(f"CREATE DATABASE {name}")
    yield f"{POSTGRES}/{name}"
    on_postgres(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=[SQLITE, POSTGRESQL])
def database_url(request: pytest.FixtureRequest) -> str:
    """A migrated database, of either kind."""
    url: str = request.getfixturevalue(request.param)
    return url


@pytest.fixture(
    params=[
        pytest.param("empty_sqlite_url", id="sqlite"),
        pytest.param("empty_postgres_url", id="postgresql", marks=pytest.mark.postgres),
    ]
)
def empty_url(request: pytest.FixtureRequest) -> str:
    """A database that has not been migrated, of either kind."""
    url: str = request.getfixturevalue(request.param)
    return url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A migrated database, opened."""
    opened = Database(database_url)
    yield opened
    await opened.close()


@pytest.fixture(params=[MEMORY, SQLITE, POSTGRESQL])
def keeper(request: pytest.FixtureRequest) -> str | None:
    """The URL of what keeps things; None is memory."""
    return None if request.param == "memory" else request.getfixturevalue(request.param)


@pytest.fixture
async def open_work(keeper: str | None) -> AsyncIterator[OpenWork]:
    """What the errands get: the same promises, whatever keeps them."""
    if keeper is None:
        yield MemoryDatabase().open_work
        return
    opened = Database(keeper)
    yield opened.open_work
    await opened.close()


@pytest.fixture
async def work(open_work: OpenWork) -> AsyncIterator[UnitOfWork]:
    """One unit of work, for stories that need only one."""
    async with open_work() as opened:
        yield opened
