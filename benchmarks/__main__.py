"""`python -m benchmarks [--database URL]`: a small table of ratios, everything in one run."""

import argparse
import asyncio
import os
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from statistics import median

import asyncpg  # type: ignore[import-untyped]
from aiogram import Dispatcher

from benchmarks.answers import BARE_AT_ONCE, Measured, bare_answers, product_answers
from benchmarks.letters import bare_letters, product_letters
from benchmarks.over_http import bare_over_http, product_over_http
from benchmarks.programs import first_line, running
from benchmarks.scene import QUESTIONS
from bot.dispatcher import make_dispatcher

NOTES = """\
product   the whole path: updates stored in the inbox, turn, dispatcher, errand, one commit of the
          answer, its place in the survey and the mark that the update was handled; then the reply
bare      an aiogram dispatcher without FSM and a SQLAlchemy ORM insert with a commit per answer;
          it knows no order per person, no repeats, no restarts. Its better concurrency counts
          (one by one, or 20 at once). Both make the same Telegram calls and, on SQLite, have the
          same durability (WAL, synchronous = NORMAL); bare SQLite goes through aiosqlite
ratios    the median over the rounds of product / bare, each round measured back to back. "by CPU"
          compares answers per processor second of the bot's own process: other programs on this
          machine disturb it less (bare SQLite computes in two threads, and a busy machine gives
          two threads more of its time than one)
calls,    Telegram calls and commits for each answer or letter, product/bare; the product's commits
commits   hold the inbox too: storing up to 100 updates at once, marking many replied at once
(b), (c)  over HTTP, against benchmarks/accepting.py: a server that accepts at once, since the
          sandbox, which checks every call with aiogram's types, would be slower than either bot
"""

Measure = Callable[[str, str], Awaitable[Measured]]


@dataclass
class Rounds:
    """What was measured of one question, round by round."""

    name: str
    unit: str
    product: list[Measured] = field(default_factory=list)
    bare: list[Measured] = field(default_factory=list)

    def add(self, product: Measured, *bare: Measured) -> None:
        """One round; of the bare ones the best counts."""
        self.product.append(product)
        self.bare.append(
            Measured(
                max(each.per_second for each in bare),
                max(each.per_cpu_second for each in bare),
                bare[0].calls,
                bare[0].commits,
            )
        )

    def line(self) -> str:
        """The row of the table."""
        pairs = list(zip(self.product, self.bare, strict=True))
        wall = median(ours.per_second / bare.per_second for ours, bare in pairs)
        cpu = median(ours.per_cpu_second / bare.per_cpu_second for ours, bare in pairs)
        product = median(each.per_second for each in self.product)
        bare = median(each.per_second for each in self.bare)
        calls = f"{self.product[-1].calls:.2f}/{self.bare[-1].calls:.2f}"
        commits = f"{_shown(self.product[-1].commits)}/{_shown(self.bare[-1].commits)}"
        return (
            f"{self.name:<34}{product:>8,.0f}{bare:>8,.0f}  {self.unit:<11}{calls:>10}"
            f"{commits:>11}{wall:>7.2f}{cpu:>8.2f}"
        )


def _shown(commits: float | None) -> str:
    return "-" if commits is None else f"{commits:.2f}"


class Databases:
    """Fresh databases: files in a directory, or databases made and dropped on a server."""

    def __init__(self, server: str | None, directory: Path) -> None:
        self.server, self.directory = server, directory
        self._numbers = count(1)

    @contextmanager
    def fresh(self) -> Iterator[str]:
        """The URL of an empty database, gone afterwards."""
        name = f"tenkeys_bench_{os.getpid()}_{next(self._numbers)}"
        if self.server is None:
            yield f"sqlite:///{self.directory / name}.db"
            return
        asyncio.run(self._on_server(f"CREATE DATABASE {name}"))
        try:
            yield f"{self.server.rpartition('/')[0]}/{name}"
        finally:
            asyncio.run(self._on_server(f"DROP DATABASE {name} WITH (FORCE)"))

    async def _on_server(self, statement: str) -> None:
        connection = await asyncpg.connect(self.server)
        try:
            await connection.execute(statement)
        finally:
            await connection.close()


def measure_dispatch(rounds: Rounds, databases: Databases, dispatcher: Dispatcher, n: int) -> None:
    """One round of (a)."""
    with databases.fresh() as url:
        ours = asyncio.run(product_answers(url, dispatcher, n))
    bare = []
    for at_once in BARE_AT_ONCE:
        with databases.fresh() as url:
            bare.append(asyncio.run(bare_answers(url, n, at_once)))
    rounds.add(ours, *bare)


def measure_http(rounds: Rounds, databases: Databases, people: int) -> None:
    """One round of (b)."""
    with databases.fresh() as url:
        ours = asyncio.run(product_over_http(url, people))
    with databases.fresh() as url:
        rounds.add(ours, asyncio.run(bare_over_http(url, people)))


def measure_letters(rounds: Rounds, databases: Databases, people: int) -> None:
    """One round of (c)."""
    with running("benchmarks.accepting") as server, databases.fresh() as url:
        api = f"http://127.0.0.1:{first_line(server)}"
        ours = asyncio.run(product_letters(url, api, people))
        rounds.add(ours, asyncio.run(bare_letters(api, people)))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--database", help="a PostgreSQL server's URL; SQLite without it")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--people", type=int, default=100, help="each answers twelve questions")
    parser.add_argument("--letters", type=int, default=2_000)
    wanted = parser.parse_args()
    dispatcher = make_dispatcher()
    answers = Rounds("(a) answers, no network", "answers/s")
    http = Rounds("(b) answers over HTTP", "answers/s")
    letters = Rounds("(c) letters over HTTP, 30 at once", "messages/s")
    with tempfile.TemporaryDirectory() as directory:
        databases = Databases(wanted.database, Path(directory))
        for number in range(wanted.rounds):
            print(f"round {number + 1} of {wanted.rounds} ...", flush=True)
            measure_dispatch(answers, databases, dispatcher, wanted.people)
            measure_http(http, databases, wanted.people)
            measure_letters(letters, databases, wanted.letters)
    kind = "PostgreSQL" if wanted.database else "SQLite"
    load = os.getloadavg()[0]
    print(f"\n{kind}, {wanted.people * QUESTIONS:,} answers and {wanted.letters:,} letters a round")
    print(f"machine: {os.cpu_count()} cores, load {load:.1f} at the end\n")
    print(
        f"{'':<34}{'product':>8}{'bare':>8}  {'':<11}{'calls':>10}{'commits':>11}"
        f"{'ratio':>7}{'by CPU':>8}"
    )
    for rounds in (answers, http, letters):
        print(rounds.line())
    print(f"\n{NOTES}")


if __name__ == "__main__":
    main()
