"""Two programs side by side: with one token Telegram serves only one, on one database only one
starts; whoever runs them reads why."""

import asyncio
from pathlib import Path

from sandbox.client import SandboxClient
from tests.e2e.processes import BotProgram, surely_killed
from tests.e2e.residents import SURVEY
from tests.e2e.scene import opened, publish


async def test_two_bots_on_one_token(sandbox_url: str, sqlite_url: str, tmp_path: Path) -> None:
    """One clear line in the log; people are served by whichever of the two is heard. A third one on
    the database of the first does not start, and says in one sentence why."""
    urls = sqlite_url, sqlite_url.replace("tenkeys.db", "other.db"), sqlite_url
    bots = []
    for number, url in enumerate(urls):
        folder = tmp_path / str(number)
        folder.mkdir()
        bots.append(BotProgram(folder, sandbox_url, url))
        async with opened(url) as database:
            await publish(database, SURVEY)
    with surely_killed(*bots):
        for bot in bots[:2]:
            await asyncio.to_thread(bot.starts)
        refusal = "another bot works on this database: stop it"
        refused = asyncio.create_task(asyncio.to_thread(bots[2].start, refusal))
        line = await asyncio.to_thread(bots[0].prints, "poll.conflict")
        assert "another program fetches updates with the same BOT_TOKEN" in line
        async with SandboxClient(sandbox_url) as client:
            vera = await client.person(language_code="en")
            await vera.starts()
            await vera.until(lambda message: bool(message.buttons))
        await refused
        assert "Traceback" not in bots[2].printed()
