"""One sandbox and one bot for all conversations that a test process plays."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from sandbox.client import SandboxClient
from tests.e2e.processes import BotProgram, running_sandbox_program, surely_killed
from tests.e2e.scene import MANAGER_ID


@pytest.fixture(scope="session")
def sandbox_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where Telegram is."""
    with running_sandbox_program(tmp_path_factory.mktemp("sandbox")) as url:
        yield url


@pytest.fixture(scope="session")
def bot(sandbox_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BotProgram]:
    """The bot that listens; it never stumbles."""
    directory: Path = tmp_path_factory.mktemp("bot")
    url = f"sqlite:///{directory / 'tenkeys.db'}"
    program = BotProgram(directory, sandbox_url, url, ADMIN_IDS=str(MANAGER_ID))
    with surely_killed(program):
        program.starts()
        yield program
        assert "Traceback" not in program.printed(), program.printed()[-3000:]


@pytest.fixture(scope="session")
def database_url(bot: BotProgram) -> str:
    """Its database."""
    return bot.environment["DATABASE_URL"]


@pytest.fixture
async def client(sandbox_url: str, database_url: str) -> AsyncIterator[SandboxClient]:
    """Whoever plays the people, once the bot listens."""
    assert database_url
    async with SandboxClient(sandbox_url) as connected:
        yield connected
