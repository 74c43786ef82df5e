"""Residents answer while the bot is stopped and killed: nothing is lost, nothing counts twice."""

import asyncio
import random
from pathlib import Path

import pytest

from sandbox.client import Faults, SandboxClient
from storage.database import Database
from tests.e2e.processes import BotProgram, surely_killed, wait_until
from tests.e2e.residents import SURVEY, Resident, a_plan
from tests.e2e.scene import opened, publish, rows
from tests.storage.databases import SOAK

RESIDENTS = 200 if SOAK else 30
KILLS = 8 if SOAK else 2
DEEDS_EACH_MIN = 10  # Consent, eight questions, a tick and Done.
SEED = 2026


@pytest.mark.timeout(3600 if SOAK else 1200)
async def test_residents_answer_through_kills(
    sandbox_url: str, database_url: str, tmp_path: Path
) -> None:
    """Everything that Telegram handed over is applied exactly once; everybody gets to the end."""
    bot = BotProgram(tmp_path, sandbox_url, database_url)
    async with opened(database_url) as database, SandboxClient(sandbox_url) as client:
        await publish(database, SURVEY)
        await client.set_faults(Faults(delay_max=0.04))
        with surely_killed(bot):
            await asyncio.to_thread(bot.starts)
            residents = await move_in(client)
            async with asyncio.TaskGroup() as group:
                group.create_task(keep_killing(bot, residents[0].deeds))
                for resident in residents:
                    group.create_task(resident.walks())
            await wait_until(lambda: all_is_done(database), what="an empty inbox")
            await wait_until(lambda: nothing_waits(client), what="the fetch that confirms it")
            assert await asyncio.to_thread(bot.stop) == 0, "SIGTERM is a polite end"
        await everything_counted_once(database, residents)


async def move_in(client: SandboxClient) -> list[Resident]:
    """People with plans, all different and all known beforehand."""
    dice = random.Random(SEED)
    names = [f"P{number}" for number in range(RESIDENTS)]
    people = await client.people({"first_name": name, "language_code": "en"} for name in names)
    deeds: list[str] = []
    return [
        Resident(person, a_plan(dice, name), random.Random(f"{SEED}{name}"), deeds)
        for name, person in zip(names, people, strict=True)
    ]


async def keep_killing(bot: BotProgram, deeds: list[str]) -> None:
    """SIGKILL and SIGTERM in turn, spread over the whole walk, each followed by a new start."""
    for number in range(KILLS):
        so_many = RESIDENTS * DEEDS_EACH_MIN * (number + 0.5) / KILLS

        async def has_come(so_many: float = so_many) -> bool:
            return len(deeds) >= so_many

        await wait_until(has_come, seconds=900, what=f"{so_many:.0f} deeds")
        await asyncio.to_thread(bot.stop if number % 2 else bot.kill)
        await asyncio.to_thread(bot.starts)


async def everything_counted_once(database: Database, residents: list[Resident]) -> None:
    """The database holds each plan, as planned, once, and points to go with it."""
    async with database.open_work() as work:
        answers = await work.responses.completed_answers("yard")
        counts = await work.responses.counts("yard")
        for resident in residents:
            person = await work.people.by_telegram_id(resident.person.id)
            assert person is not None, resident.person.name
            assert resident.plan == answers[person.id], resident.person.name
            assert await work.points.balance(person.id) == 50
        assert await work.points.total() == 0
        assert await work.points.given() == 50 * RESIDENTS
    assert (counts.started, counts.completed) == (RESIDENTS, RESIDENTS)


async def all_is_done(database: Database) -> bool:
    """Whether every update was handled and answered, and its words wiped."""
    left = "SELECT id FROM inbox WHERE state <> 'done' OR payload IS NOT NULL LIMIT 1"
    return await rows(database, left) == []


async def nothing_waits(client: SandboxClient) -> bool:
    """Whether the bot has confirmed every update to Telegram."""
    return bool((await client.summary())["updates_waiting"] == 0)
