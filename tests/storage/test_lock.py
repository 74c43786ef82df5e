"""One bot a database: the second is refused, and the lock goes with whoever held it."""

import asyncio
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from storage.database import Database
from storage.lock import AnotherBotWorks, only_bot

ROOT = Path(__file__).parents[2]
HOLDS = """
import asyncio, sys
from storage.database import Database
from storage.lock import only_bot

async def hold():
    async with only_bot(Database(sys.argv[1])):
        print("held", flush=True)
        await asyncio.sleep(3600)

asyncio.run(hold())
"""


async def test_on_sqlite_a_killed_process_leaves_no_lock_behind(tmp_path: Path) -> None:
    """A lock of a file belongs to a process: the other one is a real one."""
    url = f"sqlite:///{tmp_path / 'house.db'}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    holder = await asyncio.create_subprocess_exec(
        sys.executable, "-c", HOLDS, url, stdout=subprocess.PIPE, env=environment
    )
    database = Database(url)
    try:
        assert holder.stdout is not None and await holder.stdout.readline() == b"held\n"
        with pytest.raises(AnotherBotWorks):
            async with only_bot(database, wait_seconds=0):
                pass
        holder.kill()
        await holder.wait()
        async with only_bot(database, wait_seconds=60):
            pass
    finally:
        with suppress(ProcessLookupError):
            holder.kill()
        await holder.wait()
        await database.close()


@pytest.mark.postgres
async def test_on_postgresql(postgres_url: str) -> None:
    first, second = Database(postgres_url), Database(postgres_url)
    try:
        async with only_bot(first, wait_seconds=0):
            with pytest.raises(AnotherBotWorks):
                async with only_bot(second, wait_seconds=0):
                    pass
        async with only_bot(second, wait_seconds=0):
            pass
    finally:
        await first.close()
        await second.close()
