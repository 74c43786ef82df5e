"""Processes of a rehearsal: awaited, told of when they fail, and none is left behind."""

import asyncio
import os
import sys
from pathlib import Path

import pytest

from rehearsal.processes import running
from rehearsal.trouble import Trouble

READY = "ready at "
PATIENCE_SECONDS = 120
TALKER = "import sys, time; print('ready at', 'noon'); time.sleep(3600)"
FAMILY = """
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(3600)"])
print("ready at", child.pid)
time.sleep(3600)
"""


def command(program: str) -> tuple[str, ...]:
    return (sys.executable, "-c", program)


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not status.exists() or status.read_text().split()[2] != "Z"


async def test_a_process_runs_as_long_as_it_is_needed(tmp_path: Path) -> None:
    log = tmp_path / "talker.log"
    async with running("talker", command(TALKER), READY, log, {}) as talker:
        assert talker.greeting == "ready at noon"
        talker.check()
        pid = talker.process.pid
    assert not is_alive(pid)


async def test_what_a_process_has_started_goes_with_it(tmp_path: Path) -> None:
    async with running("family", command(FAMILY), READY, tmp_path / "f.log", {}) as family:
        child = int(family.greeting.removeprefix(READY))
        assert is_alive(child)
    async with asyncio.timeout(PATIENCE_SECONDS):
        while is_alive(child):  # noqa: ASYNC110 - a stranger's end is told to nobody
            await asyncio.sleep(0.01)


KILLED = """
import asyncio, os, signal, sys
from pathlib import Path
from rehearsal.processes import running

async def main():
    command = (sys.executable, "-c", sys.argv[1])
    async with running("family", command, "ready at ", Path(sys.argv[2]), {}) as family:
        print(family.process.pid, flush=True)
        os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells children")
async def test_a_killed_rehearsal_leaves_nobody_behind(tmp_path: Path) -> None:
    killed = await asyncio.create_subprocess_exec(
        *command(KILLED), TALKER, str(tmp_path / "t.log"), stdout=asyncio.subprocess.PIPE
    )
    told, _ = await killed.communicate()
    assert killed.returncode == -9
    async with asyncio.timeout(PATIENCE_SECONDS):
        while is_alive(int(told)):  # noqa: ASYNC110 - a stranger's end is told to nobody
            await asyncio.sleep(0.01)


async def test_one_that_does_not_start_is_told_of_with_its_last_words(tmp_path: Path) -> None:
    fails = command("import sys; sys.exit('the key does not turn')")
    with pytest.raises(Trouble, match="the talker did not start:\nthe key does not turn"):
        async with running("talker", fails, READY, tmp_path / "t.log", {}):
            pass


async def test_one_that_ends_by_itself_is_noticed(tmp_path: Path) -> None:
    short = command("print('ready at noon'); print('good night')")
    async with running("talker", short, READY, tmp_path / "t.log", {}) as talker:
        await talker.process.wait()
        with pytest.raises(Trouble, match=r"stopped by itself:\n(?s:.*)good night"):
            talker.check()


async def test_settings_of_the_caller_do_not_leak_into_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_TOKEN", "1:secret")
    tells = command("import os; print('ready at', os.environ.get('BOT_TOKEN', 'no token'))")
    async with running("talker", tells, READY, tmp_path / "t.log", {}) as talker:
        assert talker.greeting == "ready at no token"
