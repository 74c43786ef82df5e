"""Nights that die: ``python -m tests.e2e.nights ACT=DATABASE …``, such as ``night=a.db``.

An act is begun anew until it comes to its end; each time its process is killed (SIGKILL) one commit
later than the time before, an approval before its commit and after it. Nothing depends on how long
anything takes. A ``calm-night`` or ``calm-approve`` is not killed. One act follows the other, since
to load the program takes longer than they do; ``copy=FROM:TO`` keeps what there was between two.
Prints how many were killed, a line an act.
"""

import asyncio
import os
import signal
import sys
from datetime import UTC, datetime
from itertools import count
from shutil import copyfile
from zoneinfo import ZoneInfo

from bot.nightly import Nightly
from storage.database import Database
from storage.work import SqlWork
from tests.bot.segments import by_answers
from tests.fakes import FixedClock
from tests.storage.databases import SOAK
from use_cases.records import RunState
from use_cases.segments.approving import DecideOnRun, proposed_of
from use_cases.segments.segmenting import FindSegments

MANAGER, SCHEME = 1, 1
NIGHT = datetime(2026, 4, 11, 3, tzinfo=UTC)
KYIV = ZoneInfo("Europe/Kyiv")


def dying(at: int) -> None:
    """From now on the process is killed at that step: before a commit, or after it."""
    commit, steps = SqlWork.commit, count(1)

    async def dies(self: SqlWork) -> None:
        if next(steps) == at:
            os.kill(os.getpid(), signal.SIGKILL)
        await commit(self)
        if next(steps) == at:
            os.kill(os.getpid(), signal.SIGKILL)

    SqlWork.commit = dies  # type: ignore[method-assign]


async def night(url: str) -> None:
    """One night of the real job; what segments are found is laid out."""
    database, clock = Database(url), FixedClock(NIGHT)
    find = FindSegments(database.open_work, clock, by_answers)
    await Nightly(database.open_work, clock, find, hour=3, zone=KYIV).once()
    await database.close()


async def approve(url: str) -> None:
    """A manager takes the new segments; whoever was killed taps again."""
    database, clock = Database(url), FixedClock(NIGHT)
    async with database.open_work() as work:
        entries = await work.runs.entries(SCHEME)
        waiting = proposed_of(entries)
        run = waiting or [e for e in entries if e.note.state is RunState.ADOPTED][-1]
        (maria,) = await work.people.get_many([MANAGER])
        await DecideOnRun(work, clock)(maria, run.id, approve=True)
    await database.close()


ACTS = {"night": night, "approve": approve}
STEPS_ON = {"night": 1 if SOAK else 2, "approve": 1}
"""A night is killed after each commit, with TENKEYS_SOAK right before each, too: that is the same
but for what rolls back."""


def killed(act: str, url: str, at: int) -> bool:
    """Do it in a process of its own that is killed at that step; whether it came so far."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            dying(at)
            asyncio.run(ACTS[act](url))
            code = 0
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL, status
        return True
    assert os.waitstatus_to_exitcode(status) == 0, "the night failed"
    return False


def until_the_end(act: str, url: str) -> int:
    """How often it was killed before it came to its end."""
    calm = act.startswith("calm-")
    act, kills = act.removeprefix("calm-"), 0
    while killed(act, url, 0 if calm else (kills + 1) * STEPS_ON[act]):
        kills += 1
    return kills


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        what, _, where = argument.partition("=")
        if what == "copy":
            copyfile(*where.split(":"))
        else:
            sys.stdout.write(f"{until_the_end(what, f'sqlite:///{where}')}\n")
