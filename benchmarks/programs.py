"""Programs that a measurement needs beside itself, each surely killed in the end."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress


@contextmanager
def running(*arguments: str, **settings: str) -> Iterator[subprocess.Popen[str]]:
    """`python -m` these arguments, in a process group of its own."""
    environment: Mapping[str, str] = {**os.environ, **settings}
    with subprocess.Popen(
        [sys.executable, "-m", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        text=True,
        env=environment,
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


def first_line(process: subprocess.Popen[str]) -> str:
    """What the program says when it is ready."""
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line, "the program ended before it was ready"
    return line.strip()


def cpu_seconds(process: subprocess.Popen[str]) -> float:
    """How long the program has computed so far (Linux)."""
    with open(f"/proc/{process.pid}/stat", encoding="ascii") as stat:  # noqa: PTH123
        fields = stat.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
