"""How long an answer takes while segments of 3,000 people are found: they are, in a process of
their own. `python -m benchmarks.while_segmenting [people]`.

A town with a real database (SQLite), a real worker process and Telegram in memory: each turn goes
through inbox, dispatcher, errand and commit. First nobody computes, then the nightly run does.
"""

import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import perf_counter

from bot.worker import Worker
from segmentation.grounds import Grounds
from storage.database import Database
from surveys.answers import Rated
from surveys.questions import Basis, QuestionKey, Scale, Survey
from surveys.text import Text
from tests.bot.chat import Neighbour, Town
from tests.makers import a_completed_walk, an_open_survey
from use_cases.segments.drifting import WatchDrift
from use_cases.segments.segmenting import FindSegments

QUESTIONS = 20
TURNS = 200


def survey() -> Survey:
    """Statements to agree with."""
    return Survey(
        key="house",
        title=Text({"en": "Our house"}),
        questions=tuple(
            Scale(
                key=QuestionKey(f"q{number}"),
                prompt=Text({"en": f"Statement {number}"}),
                basis=Basis.PSYCHOGRAPHIC,
            )
            for number in range(QUESTIONS)
        ),
        languages=("en",),
    )


async def settle_in(town: Town, people: int) -> None:
    """So many residents of three kinds have answered."""
    dice = Random(1)
    author = await (await town.person("Maria")).record()
    async with town.work() as work:
        stored = await an_open_survey(work, author, survey())
        for number in range(people):
            person = await work.people.add(10_000_000 + number, language="en", at=town.clock.now())
            kind = number % 3
            given = {
                f"q{item}": Rated(min(5, max(1, round(dice.gauss(2 + (item % 3 == kind) * 2, 1)))))
                for item in range(QUESTIONS)
            }
            await a_completed_walk(work, stored, person, given)
        await work.commit()


async def answering(vera: Neighbour, going: Callable[[], bool], pause: float = 0.02) -> list[float]:
    """Seconds of each turn: the answer to a question, changed over and over."""
    took: list[float] = []
    while going() and len(took) < 5_000:
        began = perf_counter()
        await vera.says("/survey" if len(took) % 2 else str(1 + len(took) % 5))
        took.append(perf_counter() - began)
        await asyncio.sleep(pause)
    return took


def told(name: str, took: list[float]) -> None:
    """One line."""
    worst = max(took)
    late = quantiles(took, n=100)[98] if len(took) > 1 else worst
    print(
        f"{name}: {len(took)} turns, median {1000 * median(took):.1f} ms, "
        f"99 % {1000 * late:.1f} ms, longest {1000 * worst:.0f} ms",
        flush=True,
    )


async def measured(people: int, folder: Path) -> None:
    """Both lines."""
    database = Database(f"sqlite:///{folder / 'town.db'}")
    await database.migrate()
    town, worker = Town(database), Worker()
    await settle_in(town, people)
    vera = await town.person("Vera")
    await vera.says("/survey")
    left = iter(range(TURNS))
    told("nobody computes", await answering(vera, lambda: next(left, None) is not None))
    watch = WatchDrift(database.open_work, town.clock, worker.drifted)
    find = FindSegments(database.open_work, town.clock, worker.segment, watch)
    run: Awaitable[object] = asyncio.create_task(
        find(None, "house", Grounds.on(Basis.PSYCHOGRAPHIC))
    )
    began = perf_counter()
    took = await answering(vera, lambda: not run.done())  # type: ignore[attr-defined]
    await run
    told(f"{people} people are segmented, {perf_counter() - began:.0f} s", took)
    worker.close()
    await town.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        asyncio.run(measured(int(sys.argv[1]) if sys.argv[1:] else 3_000, Path(name)))
