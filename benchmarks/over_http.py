"""(b) Answers a second over HTTP: the bot as a process, fed by a Bot API server in another one.

The server has all the taps before the bot starts. Measured is the time from a tenth of the calls to
the last, so that neither start-up nor the first connections count.
"""

import asyncio
import json
import time
from itertools import islice
from typing import Any

from aiohttp import ClientSession

from benchmarks.answers import Measured
from benchmarks.programs import cpu_seconds, first_line, running
from benchmarks.scene import TOKEN, Tap, people_begin, taps_of, updates_of
from storage.database import Database

CALLS_PER_ANSWER = 2
LONGEST_SECONDS = 120.0
LOOK_SECONDS = 0.02
UPDATES_PER_PORTION = 400


async def product_over_http(url: str, people: int) -> Measured:
    """`python -m bot`, as its users run it."""
    database = Database(url)
    await database.migrate()
    taps = taps_of(await people_begin(database, people))
    await database.close()
    with running("benchmarks.accepting") as server:
        api = f"http://127.0.0.1:{first_line(server)}"
        await _hand_over(api, taps, product=True)
        settings = {"BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": api, "DATABASE_URL": url}
        with running("bot", **settings) as bot:
            return await _measured(api, bot, len(taps))


async def bare_over_http(url: str, people: int) -> Measured:
    """The bare bot with aiogram's own polling."""
    taps = taps_of(list(range(1, people + 1)))
    with running("benchmarks.accepting") as server:
        api = f"http://127.0.0.1:{first_line(server)}"
        await _hand_over(api, taps, product=False)
        with running("benchmarks.bare_bot", api, url) as bot:
            return await _measured(api, bot, len(taps))


async def _hand_over(api: str, taps: list[Tap], *, product: bool) -> None:
    """Give the server all that is to happen, in portions that it takes (a megabyte at most)."""
    updates = updates_of(taps, product=product)
    async with ClientSession(raise_for_status=True) as session:
        while portion := list(islice(updates, UPDATES_PER_PORTION)):
            async with session.post(f"{api}/script", data=json.dumps(portion)):
                pass


async def _measured(api: str, bot: Any, answers: int) -> Measured:
    wanted = answers * CALLS_PER_ANSWER
    async with ClientSession() as session:
        first = await _until(session, api, wanted // 10)
        began, cpu = time.perf_counter(), cpu_seconds(bot)
        last = await _until(session, api, wanted)
        wall, cpu = time.perf_counter() - began, cpu_seconds(bot) - cpu
    done = (last - first) / CALLS_PER_ANSWER
    return Measured(done / wall, done / cpu, last / answers)


async def _until(session: ClientSession, api: str, wanted: int) -> int:
    """Wait for so many answers to taps and edits; how many there are then."""
    patience = time.monotonic() + LONGEST_SECONDS
    while True:
        async with session.get(f"{api}/calls") as response:
            calls = await response.json()
        seen = int(calls.get("editMessageText", 0) + calls.get("answerCallbackQuery", 0))
        if seen >= wanted:
            return seen
        assert time.monotonic() < patience, f"only {seen} of {wanted} calls"
        await asyncio.sleep(LOOK_SECONDS)
