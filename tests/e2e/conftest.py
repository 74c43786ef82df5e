"""Two sandboxes for each test process: one for a bot that runs all the while, one for bots that are
stopped and killed; for each story of these a database of either kind."""

import itertools
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from sandbox.client import Faults, SandboxClient
from tests.e2e.processes import running_sandbox_program
from tests.e2e.scene import forget_updates
from tests.e2e.town import running_bot
from tests.storage.databases import (
    MINE,
    POSTGRES,
    on_postgres,
    postgres_answers,
    postgres_required,
)

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """A sandbox, and the database of a bot that runs while all stories of odd people are told."""
    with (
        running_sandbox_program(tmp_path_factory.mktemp("town")) as sandbox_url,
        running_bot(tmp_path_factory.mktemp("bot"), sandbox_url) as database_url,
    ):
        yield sandbox_url, database_url


@pytest.fixture
def town_url(town: tuple[str, str]) -> str:
    """The database of that bot."""
    return town[1]


@pytest.fixture
async def client(town: tuple[str, str]) -> AsyncIterator[SandboxClient]:
    """Whoever plays the people, once that bot listens."""
    async with SandboxClient(town[0]) as connected:
        yield connected


@pytest.fixture(scope="session")
def lasting_sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where Telegram is for bots that are stopped and killed."""
    with running_sandbox_program(tmp_path_factory.mktemp("sandbox")) as url:
        yield url


@pytest.fixture
async def sandbox_url(lasting_sandbox: str) -> str:
    """The same with nothing left of the stories before: no trouble, no update, no call."""
    async with SandboxClient(lasting_sandbox) as connected:
        await connected.set_faults(Faults())
        await forget_updates(lasting_sandbox)
        await connected.clear_calls()
    return lasting_sandbox


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """An SQLite file that is not there yet."""
    return f"sqlite:///{tmp_path / 'tenkeys.db'}"


@pytest.fixture
def postgres_url() -> Iterator[str]:
    """An empty PostgreSQL database of the story's own."""
    if not postgres_answers():
        if postgres_required():
            pytest.fail("TENKEYS_REQUIRE names postgres, and nothing answers on 127.0.0.1:5432")
        pytest.skip("no PostgreSQL on 127.0.0.1:5432")
    name = f"tenkeys_e2e_{MINE}_{next(_numbers)}"
    on_postgres(f"CREATE DATABASE {name}")
    yield f"{POSTGRES}/{name}"
    on_postgres(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(
    params=[
        pytest.param("sqlite_url", id="sqlite"),
        pytest.param("postgres_url", id="postgresql", marks=pytest.mark.postgres),
    ]
)
def database_url(request: pytest.FixtureRequest) -> str:
    """A database without a table, of either kind."""
    url: str = request.getfixturevalue(request.param)
    return url
