"""Programs run as their users run them, each in a process group that is surely killed."""

import asyncio
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from sandbox.server import TOKEN

ROOT = Path(__file__).parents[2]
"""The code beside these tests is what runs, wherever another one is installed."""

START_SECONDS_MAX = 300.0  # All of these only bound what never comes.
STOP_SECONDS_MAX = 120.0
PATIENCE_SECONDS = 300.0
SHOWN_LINES = 30


class Program:
    """One process group; what it prints goes to a file, so that no pipe ever fills up."""

    def __init__(
        self, arguments: list[str], log: Path, environment: Mapping[str, str] | None = None
    ) -> None:
        self.arguments, self.log = arguments, log
        self.environment = {**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})}
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, ready: str) -> str:
        """Start and wait for a line that matches `ready`; the line."""
        began_at = self.log.stat().st_size if self.log.exists() else 0
        with self.log.open("ab") as output:
            self._process = subprocess.Popen(
                [sys.executable, "-m", *self.arguments],
                stdout=output,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                cwd=self.log.parent,
                env=self.environment,
                start_new_session=True,
            )
        return self.prints(ready, after=began_at)

    def prints(self, pattern: str, *, after: int = 0, seconds: float = START_SECONDS_MAX) -> str:
        """Wait for a printed line that matches; the line."""
        patience = time.monotonic() + seconds
        while time.monotonic() < patience:
            for line in self.printed(after).splitlines():
                if re.search(pattern, line):
                    return line
            if not self.is_running:
                break
            time.sleep(0.02)
        tail = "\n".join(self.printed(after).splitlines()[-SHOWN_LINES:])
        raise AssertionError(f"{self.arguments} never printed {pattern!r}:\n{tail}")

    def printed(self, after: int = 0) -> str:
        """What was printed from that byte on."""
        return self.log.read_bytes()[after:].decode(errors="replace")

    @property
    def is_running(self) -> bool:
        """Whether the process lives."""
        return self._process is not None and self._process.poll() is None

    def stop(self) -> int:
        """SIGTERM, as a server is told to stop; the exit code."""
        assert self._process is not None, "it was started"
        self._process.terminate()
        try:
            return self._process.wait(STOP_SECONDS_MAX)
        finally:
            self.kill()

    def kill(self) -> None:
        """SIGKILL for the whole group; harmless where nothing runs."""
        if self._process is None:
            return
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(STOP_SECONDS_MAX)


class BotProgram(Program):
    """`python -m bot` at a sandbox and a database of the story's own."""

    def __init__(self, directory: Path, api_url: str, database_url: str, **settings: str) -> None:
        environment = {
            "BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": api_url,
            "DATABASE_URL": database_url,
            "LOG_JSON": "true",
            "NIGHTLY_HOUR": str((datetime.now(UTC).hour + 12) % 24),  # Not during the story.
            **settings,
        }
        super().__init__(["bot"], directory / "bot.log", environment)

    def starts(self) -> None:
        """Start, and wait until it listens."""
        self.start("is listening")


@contextmanager
def running_sandbox_program(directory: Path) -> Iterator[str]:
    """`python -m sandbox` on a free port; its address."""
    program = Program(["sandbox", "--port", "0"], directory / "sandbox.log")
    try:
        line = program.start(r"The sandbox is at")
        yield line.split()[4].rstrip("/")
    finally:
        program.kill()


@contextmanager
def surely_killed(*programs: Program) -> Iterator[None]:
    """Whatever happens, none of them outlives the story."""
    try:
        yield
    finally:
        for program in programs:
            program.kill()


async def wait_until(
    condition: Callable[[], Awaitable[bool]], *, what: str, seconds: float = PATIENCE_SECONDS
) -> None:
    """Look again and again, a few milliseconds apart."""
    patience = time.monotonic() + seconds
    while not await condition():
        assert time.monotonic() < patience, f"not within {seconds:g} s: {what}"
        await asyncio.sleep(0.02)
