"""A sandbox for each file of stories, a database of either kind for each story."""

import itertools
import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from sandbox.client import SandboxClient
from tests.e2e.processes import running_sandbox_program
from tests.e2e.town import running_bot
from tests.storage.databases import (
    POSTGRES,
    on_postgres,
    postgres_answers,
    postgres_required,
)

_numbers = itertools.count(1)


@pytest.fixture(scope="module")
def sandbox_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where Telegram is, for the stories of one file."""
    with running_sandbox_program(tmp_path_factory.mktemp("sandbox")) as url:
        yield url


@pytest.fixture(scope="module")
def town_url(sandbox_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The database of a bot that runs while the stories of one file are told."""
    with running_bot(tmp_path_factory.mktemp("bot"), sandbox_url) as url:
        yield url


@pytest.fixture
async def client(sandbox_url: str, town_url: str) -> AsyncIterator[SandboxClient]:
    """Whoever plays the people, once the bot listens."""
    assert town_url
    async with SandboxClient(sandbox_url) as connected:
        yield connected


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
    name = f"tenkeys_e2e_{os.getpid()}_{next(_numbers)}"
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
