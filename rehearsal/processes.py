"""The sandbox and the bot as processes of their own: started, awaited, stopped, never orphaned."""

import asyncio
import contextlib
import ctypes
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from rehearsal.trouble import Trouble

SANDBOX_READY = "The sandbox is at "
BOT_READY = " is listening."
START_SECONDS_MAX = 300.0  # A start takes seconds, on a very busy machine minutes.
STOP_SECONDS_MAX = 90.0  # The bot lets turns under way end for 15 seconds.
LOOK_SECONDS = 0.05
TAIL_LINES = 25
PR_SET_PDEATHSIG = 1  # From <linux/prctl.h>.
SETTINGS = (
    "BOT_TOKEN", "TELEGRAM_API_URL", "DATABASE_URL", "ADMIN_IDS", "HOUSE_NAME",
    "MESSAGES_PER_SECOND", "NIGHTLY_HOUR", "LOG_LEVEL", "LOG_JSON",
)  # fmt: skip
"""Settings of the bot that must not leak from the caller's environment into a rehearsal."""


@dataclass(frozen=True, slots=True)
class Running:
    """A process that has said it is ready, and where it writes."""

    name: str
    process: asyncio.subprocess.Process
    log: Path
    greeting: str  # The line with which it said so.

    def tail(self) -> str:
        """The last lines it wrote."""
        return _tail(self.log)

    def check(self) -> None:
        """Raise Trouble if it has ended by itself."""
        if self.process.returncode is not None:
            raise Trouble(f"the {self.name} has stopped by itself:\n{self.tail()}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """Where a rehearsal plays: the sandbox's address, its token, and the folder of all logs."""

    url: str
    token: str
    folder: Path
    bots: list[Running] = field(default_factory=list)

    @asynccontextmanager
    async def bot(
        self, database_url: str, *, admin_ids: Sequence[int], cwd: Path | None = None
    ) -> AsyncIterator[Running]:
        """`python -m bot` against the sandbox, until the caller is done.

        It runs in the rehearsal's own folder, so that no .env of the project is read, unless `cwd`
        says otherwise.
        """
        environment = {
            "BOT_TOKEN": self.token,
            "TELEGRAM_API_URL": self.url,
            "DATABASE_URL": database_url,
            "ADMIN_IDS": ",".join(map(str, admin_ids)),
        }
        command = (sys.executable, "-m", "bot")
        log = self.folder / "bot.log"
        async with running("bot", command, BOT_READY, log, environment, cwd) as bot:
            self.bots.append(bot)
            yield bot


@asynccontextmanager
async def on_stage(folder: Path, *, port: int = 0) -> AsyncIterator[Stage]:
    """Start the sandbox (on a free port unless one is named) and stop it in the end."""
    command = (sys.executable, "-m", "sandbox", "--port", str(port))
    async with running("sandbox", command, SANDBOX_READY, folder / "sandbox.log", {}) as sandbox:
        words = sandbox.greeting.removeprefix(SANDBOX_READY)
        url, _, rest = words.partition(" ")
        token = rest.partition("token ")[2].rstrip(")\n")
        yield Stage(url=url.rstrip("/"), token=token, folder=folder)


@asynccontextmanager
async def running(
    name: str,
    command: Sequence[str],
    ready: str,
    log: Path,
    environment: Mapping[str, str],
    cwd: Path | None = None,
) -> AsyncIterator[Running]:
    """Run a command, wait until it writes a line with `ready`, and end it politely afterwards."""
    inherited = {key: value for key, value in os.environ.items() if key not in SETTINGS}
    with log.open("wb") as written:
        process = await asyncio.create_subprocess_exec(
            *command,
            stdout=written,
            stderr=asyncio.subprocess.STDOUT,
            stdin=asyncio.subprocess.DEVNULL,
            env={**inherited, **environment, "PYTHONUNBUFFERED": "1"},
            cwd=cwd or log.parent,
            start_new_session=True,  # Ctrl-C is for us alone: we end the others in good order.
            preexec_fn=_end_with_parent if sys.platform == "linux" else None,
        )
    async with AsyncExitStack() as stack:
        stack.push_async_callback(_stop, name, process)
        greeting = await _greeting(name, process, ready, log)
        yield Running(name, process, log, greeting)


async def _greeting(name: str, process: asyncio.subprocess.Process, ready: str, log: Path) -> str:
    try:
        async with asyncio.timeout(START_SECONDS_MAX):
            while True:
                found = next((line for line in _lines(log) if ready in line), None)
                if found is not None:
                    return found
                if process.returncode is not None:
                    raise Trouble(f"the {name} did not start:\n{_tail(log)}")
                await asyncio.sleep(LOOK_SECONDS)
    except TimeoutError:
        raise Trouble(
            f"the {name} was not ready after {START_SECONDS_MAX:g} seconds:\n{_tail(log)}"
        ) from None


async def _stop(name: str, process: asyncio.subprocess.Process) -> None:
    """SIGTERM and patience; then the whole family of processes is killed."""
    with contextlib.suppress(ProcessLookupError):
        process.terminate()
    try:
        async with asyncio.timeout(STOP_SECONDS_MAX):
            await process.wait()
    except TimeoutError:
        raise Trouble(f"the {name} had to be killed: it did not stop when asked to") from None
    finally:
        _kill_family(process)
        await process.wait()


def _end_with_parent() -> None:
    """In the new process: ask Linux for a SIGTERM should the rehearsal itself be killed."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _kill_family(process: asyncio.subprocess.Process) -> None:
    """Whatever the process has started and left behind goes with it."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def _tail(log: Path) -> str:
    return "\n".join(_lines(log)[-TAIL_LINES:])


def _lines(log: Path) -> list[str]:
    return log.read_text(errors="replace").splitlines()
