"""Two programs with one token: Telegram serves only one, and whoever runs them reads why."""

import asyncio
from pathlib import Path

from sandbox.client import SandboxClient
from tests.e2e.processes import BotProgram, surely_killed
from tests.e2e.residents import SURVEY
from tests.e2e.scene import opened, publish


async def test_two_bots_on_one_token(sandbox_url: str, sqlite_url: str, tmp_path: Path) -> None:
    """One clear line in the log; people are served by whichever of the two is heard."""
    (tmp_path / "other").mkdir()
    bots = [BotProgram(path, sandbox_url, sqlite_url) for path in (tmp_path, tmp_path / "other")]
    async with opened(sqlite_url) as database:
        await publish(database, SURVEY)
    with surely_killed(*bots):
        for bot in bots:
            await asyncio.to_thread(bot.starts)
        line = await asyncio.to_thread(bots[0].prints, "poll.conflict", seconds=30)
        assert "another program fetches updates with the same BOT_TOKEN" in line
        async with SandboxClient(sandbox_url) as client:
            vera = await client.person(language_code="en")
            await vera.starts()
            await vera.until(lambda message: bool(message.buttons), timeout=30)
