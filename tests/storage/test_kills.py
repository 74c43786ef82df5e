"""kill -9 at any moment: what was committed is there, the rest never was, and the load goes on."""

import random
import subprocess
import sys
import time
from functools import partial

from storage.database import Database
from surveys.answers import Written
from surveys.engine import Response
from tests.fakes import NOON
from tests.makers import a_resident, an_open_survey
from tests.storage.databases import SOAK, with_database
from tests.storage.load import AWARD, PEOPLE, PRICE, spends

KILLS = 200 if SOAK else 2
UPDATES_PER_ROUND = 60
LAST_BREATH_SECONDS_MAX = 0.005  # Some updates long: the kill falls anywhere within one.
ROUNDS_MAX = KILLS + 20
LOAD_SECONDS_MAX = 1_800 if SOAK else 500  # What 200 kills left over is a long load.
SEED = 20_260_314


def test_nothing_is_lost_or_done_twice(database_url: str) -> None:
    """Killed again and again, then left alone: the same as if nothing had happened.

    Where the load was done before each of the kills, there are more of them.
    """
    dice = random.Random(SEED)
    with_database(database_url, prepare)
    handled: set[int] = set()
    rounds = 0
    while rounds < KILLS or handled == set(range(rounds * UPDATES_PER_ROUND)):
        assert rounds < ROUNDS_MAX, "the kills come too late to matter"
        first = rounds * UPDATES_PER_ROUND
        rounds += 1
        with_database(database_url, partial(hand_over, first))
        told = run_load(database_url, dice)
        assert not told & handled, "an update was handled twice"
        handled |= told
        applied = with_database(database_url, consistent)
        assert told <= applied, "a commit that was told is gone"
        handled = applied

    run_load(database_url)
    assert set(range(rounds * UPDATES_PER_ROUND)) == with_database(database_url, consistent)


def run_load(url: str, dice: random.Random | None = None) -> set[int]:
    """Start the load, kill it somewhere on its way if there are dice; what it says it committed."""
    load = subprocess.Popen(
        [sys.executable, "-m", "tests.storage.load", url], stdout=subprocess.PIPE, text=True
    )
    assert load.stdout is not None
    assert load.stdout.readline() == "ready\n"
    told: list[str] = []
    if dice is not None:
        told = [load.stdout.readline() for _ in range(dice.randrange(UPDATES_PER_ROUND))]
        time.sleep(dice.uniform(0, LAST_BREATH_SECONDS_MAX))
        load.kill()
    rest, _ = load.communicate(timeout=LOAD_SECONDS_MAX)
    assert dice is not None or load.returncode == 0
    told += rest.splitlines(keepends=True)
    return {int(line) for line in told if line.endswith("\n")}


async def prepare(database: Database) -> None:
    """Everybody begins a survey that never ends."""
    async with database.open_work() as work:
        people = [await a_resident(work, telegram_id=lane) for lane in range(1, PEOPLE + 1)]
        survey = await an_open_survey(work, people[0])
        for person in people:
            await work.responses.start(
                survey.id, person.id, Response(), test=False, source=None, at=NOON
            )
        await work.commit()


async def hand_over(first: int, database: Database) -> None:
    """Telegram hands over another batch."""
    numbers = range(first, first + UPDATES_PER_ROUND)
    async with database.open_work() as work:
        await work.inbox.put([(n, n % PEOPLE + 1, {"text": str(n)}) for n in numbers], at=NOON)
        await work.commit()


async def consistent(database: Database) -> set[int]:
    """Check that each update did all of its deeds or none; the numbers of those that did."""
    async with database.open_work() as work:
        applied = {entry.update_id for entry in await work.inbox.unanswered()}
        waiting = {entry.update_id for entry in await work.inbox.waiting(1_000_000)}
        assert not applied & waiting
        assert await work.points.total() == 0
        for lane in range(1, PEOPLE + 1):
            mine = {number for number in applied if number % PEOPLE + 1 == lane}
            person = await work.people.by_telegram_id(lane)
            assert person is not None
            walk = await work.responses.unfinished(person.id)
            assert walk is not None
            assert {f"q{number}": Written(str(number)) for number in mine} == walk.response.answers
            expected = {f"award:{number}": AWARD for number in mine}
            expected |= {f"price:{number}": -PRICE for number in mine if spends(number)}
            lines = await work.points.statement(person.id, 1_000_000)
            assert expected == {line.reference: line.points for line in lines}
            assert sum(expected.values()) == await work.points.balance(person.id)
    return applied
