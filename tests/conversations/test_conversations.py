"""Every recorded conversation goes as it is written down."""

from pathlib import Path

import pytest

from sandbox.client import SandboxClient
from tests.conversations.conversation import FOLDER, read_conversation
from tests.conversations.player import Player, key_of
from tests.e2e.processes import BotProgram

FILES = sorted(FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
async def test_conversation(
    path: Path, client: SandboxClient, database_url: str, bot: BotProgram
) -> None:
    """What people do, and what they are then shown."""

    def restart() -> None:
        bot.stop()
        bot.starts()

    await Player(client, database_url, read_conversation(path), restart).play()


def test_surveys_have_names_of_their_own() -> None:
    """All conversations share one bot: no two may write the same survey."""
    keys = [key_of(s) for path in FILES for s in read_conversation(path).surveys]

    assert len(keys) == len(set(keys))
