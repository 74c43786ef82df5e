"""The night and an approval are killed at every commit: as if nothing had happened."""

import asyncio
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from shutil import copyfile

import pytest

from storage.database import Database
from tests.bot.chat import Town
from tests.bot.segments import by_answers, residents_answer, the_second_half_loves_the_yard
from tests.e2e.processes import ROOT
from tests.e2e.scene import opened, rows
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


async def left_behind(url: str) -> dict[str, list[str]]:
    database = Database(url)
    found = {
        name: sorted(str(tuple(row)) for row in await rows(database, query))
        for name, query in KEPT.items()
    }
    await database.close()
    return found


async def until_the_end(act: str, url: str, *calm: str) -> int:
    """How often it was killed before it came to its end."""
    done = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "tests.e2e.nights", act, url, *calm],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return int(done.stdout.splitlines()[-1])


@pytest.mark.timeout(600)
async def test_a_night_and_an_approval_killed_at_every_commit(tmp_path: Path) -> None:
    """One proposal, one notice of it, one review; then everybody moves at once, or nobody."""
    killed, calm = (f"sqlite:///{tmp_path / name}.db" for name in ("killed", "calm"))
    await a_house(killed)
    copyfile(tmp_path / "killed.db", tmp_path / "calm.db")

    assert await until_the_end("night", killed) >= 4, "the kills came too late to matter"
    assert await until_the_end("night", calm, "calm") == 0
    after = await left_behind(killed)
    assert after == await left_behind(calm)
    assert any("'proposed'" in run for run in after["runs"]) and after["proposed"]
    assert sum("goals:2026-Q2" in alert for alert in after["alerts"]) == 1
    assert after["stays"], "the rule was followed"

    assert await until_the_end("approve", killed) == 2
    assert await until_the_end("approve", calm, "calm") == 0
    approved = await left_behind(killed)
    assert approved == await left_behind(calm)
    assert approved["memberships"] != after["memberships"] and not approved["proposed"]
