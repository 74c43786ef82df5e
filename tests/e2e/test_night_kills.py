"""The night, an approval and /forget are killed at commits: as if nothing had happened."""

import asyncio
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from shutil import copyfile

import pytest

from sandbox.client import SandboxClient
from storage.database import Database
from tests.bot.chat import Town
from tests.bot.segments import by_answers, residents_answer, the_second_half_loves_the_yard
from tests.e2e.processes import ROOT, BotProgram, Program, surely_killed, wait_until
from tests.e2e.scene import opened, publish, rows
from tests.e2e.town import SURVEY, agrees
from tests.storage.databases import SOAK
from use_cases.records import Measure, Role, Subject

KEPT = {
    "memberships": "SELECT person_id, segment_id, since, until FROM memberships",
    "proposed": "SELECT person_id, segment_key FROM proposed_places",
    "runs": "SELECT state, best, chosen, settled_by FROM run_notes",
    "segments": "SELECT key, number, retired FROM segments",
    "alerts": "SELECT key, kind FROM alerts",
    "stays": "SELECT rule_id, person_id, since, until FROM stays",
    "rules": "SELECT id, people, fault FROM rules",
    "facts": "SELECT person_id, name, folded, number, until FROM facts",
    "audit": "SELECT act, detail FROM audit WHERE act LIKE 'segments.%'",
}
"""What a night leaves behind, but for how long it took."""


async def a_house(url: str) -> None:
    """Sixty in two segments, some of whom answered anew; a rule, a goal of an earlier quarter."""
    async with opened(url) as database:
        town = Town(database)
        town.compute = by_answers
        maria = await town.person("Maria", role=Role.MANAGER)
        people = await residents_answer(town, 60, asked_by=maria)
        await the_second_half_loves_the_yard(town, people)
        await maria.says("/segments")
        await maria.taps("Find segments")
        await town.settled()
        await the_second_half_loves_the_yard(town, people[:40])
        known = await maria.record()
        async with town.work() as work:
            now = town.clock.now()
            await work.rules.add(
                key="quiet", name="Quiet", text='answer("house", "quiet") >= 4', dynamic=True,
                author_id=known.id, at=now,
            )  # fmt: skip
            await work.goals.add(
                Subject.SEGMENT, 1, Measure.SIZE, target=50, start=30, due=date(2026, 12, 31),
                owner_id=known.id, at=now,
            )  # fmt: skip
            await work.commit()


async def left_behind(path: Path) -> dict[str, list[str]]:
    database = Database(f"sqlite:///{path}")
    found = {
        name: sorted(str(tuple(row)) for row in await rows(database, query))
        for name, query in KEPT.items()
    }
    await database.close()
    return found


async def acts(*these: str) -> list[int]:
    """How often each was killed before it came to its end."""
    done = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "tests.e2e.nights", *these],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return [int(line) for line in done.stdout.splitlines() if line.isdigit()]


@pytest.mark.timeout(1_200)
async def test_a_night_and_an_approval_killed_at_commits(tmp_path: Path) -> None:
    """One proposal, one notice of it, one review; then everybody moves at once, or nobody."""
    killed, calm, then, calm_then = (
        tmp_path / f"{name}.db" for name in ("killed", "calm", "then", "calm-then")
    )
    await a_house(f"sqlite:///{killed}")
    copyfile(killed, calm)
    nights = f"night={killed}", f"calm-night={calm}"
    copies = f"copy={killed}:{then}", f"copy={calm}:{calm_then}"
    approvals = f"approve={killed}", f"calm-approve={calm}"
    in_nights, *others = await acts(*nights, *copies, *approvals)
    assert in_nights >= (12 if SOAK else 6), "the kills came too late to matter"
    assert others == [0, 2, 0], "an approval is one commit"

    after = await left_behind(then)
    assert after == await left_behind(calm_then)
    assert any("'proposed'" in run for run in after["runs"]) and after["proposed"]
    assert sum("goals:2026-Q2" in alert for alert in after["alerts"]) == 1
    assert after["stays"], "the rule was followed"

    approved = await left_behind(killed)
    assert approved == await left_behind(calm)
    assert approved["memberships"] != after["memberships"] and not approved["proposed"]


@pytest.mark.timeout(1_200)
@pytest.mark.parametrize("when", ["before", "after"])
async def test_forget_in_the_middle_of_a_survey(
    sandbox_url: str, sqlite_url: str, tmp_path: Path, when: str
) -> None:
    """Killed right before or right after the erasure is kept: the next start brings it to its end,
    and nothing of the person is left anywhere."""
    dying = Program(
        ["tests.e2e.dying_bot"], tmp_path / "dying.log",
        {**BotProgram(tmp_path, sandbox_url, sqlite_url).environment, "DIE": when},
    )  # fmt: skip
    bot = BotProgram(tmp_path, sandbox_url, sqlite_url)
    async with opened(sqlite_url) as database, SandboxClient(sandbox_url) as client:
        await publish(database, SURVEY)
        with surely_killed(dying, bot):
            await asyncio.to_thread(dying.start, "is listening")
            oksana = await client.person(first_name="Oksana", language_code="en")
            await agrees(oksana)
            await oksana.taps("Rented")
            await oksana.until("How many")
            await oksana.says("/forget")
            await oksana.until("Erase everything")
            await oksana.taps("Yes, erase")
            await wait_until(lambda: _dead(dying), what="the kill")
            left = await rows(database, f"SELECT id FROM people WHERE telegram_id = {oksana.id}")
            assert len(left) == (when == "before")

            await asyncio.to_thread(bot.starts)

            async def erased() -> bool:
                found = await rows(
                    database, f"SELECT id FROM people WHERE telegram_id = {oksana.id}"
                )
                waiting = await rows(database, "SELECT id FROM inbox WHERE state <> 'done'")
                return not found and not waiting

            await wait_until(erased, what="nothing left of the person")
            for table in ("responses", "answers", "memberships", "facts", "invitations"):
                assert await rows(database, f"SELECT 1 FROM {table}") == [], table
            assert "Traceback" not in bot.printed(), bot.printed()[-3000:]


async def _dead(program: Program) -> bool:
    return not program.is_running
