"""A load to be killed: answers, points and the inbox, each update in one commit.

Run as `python -m tests.storage.load URL`. Prints the number of every update once it is committed.
"""

import asyncio
import sys
from dataclasses import replace

from rewards.transfers import HOUSE, Transfer, account_of
from storage.database import Database
from surveys.answers import Written
from surveys.questions import QuestionKey
from tests.fakes import NOON
from use_cases.ports import UnitOfWork
from use_cases.records import InboxEntry

PEOPLE = 8  # Each has a lane, and the number of the lane as Telegram's id.
AWARD, PRICE = 10, 3


def spends(number: int) -> bool:
    """Whether that update also pays for something."""
    return number % 3 == 0


async def handle(work: UnitOfWork, entry: InboxEntry) -> None:
    """What one update does: an answer, an award, sometimes a price."""
    number = entry.update_id
    person = await work.people.by_telegram_id(entry.lane)
    assert person is not None, "everybody is made before the load"
    walk = await work.responses.unfinished(person.id)
    assert walk is not None, "nobody ever completes this survey"
    key = QuestionKey(f"q{number}")
    answers = {**walk.response.answers, key: Written(str(number))}
    answered = replace(walk, response=replace(walk.response, answers=answers, current=key))
    await work.responses.save(answered, changed=[key], at=NOON)
    mine = account_of(person.id)
    award = Transfer(source=HOUSE, target=mine, points=AWARD, reference=f"award:{number}")
    await work.points.post(award, reason="survey", at=NOON)
    if spends(number):
        price = Transfer(source=mine, target=HOUSE, points=PRICE, reference=f"price:{number}")
        await work.points.post(price, reason="perk", at=NOON)
    await work.inbox.apply(entry.id)


async def run(url: str) -> None:
    """Handle all that waits, every lane in order, all lanes at once."""
    database = Database(url)
    async with database.open_work() as work:
        waiting = await work.inbox.waiting(1_000_000)
    print("ready", flush=True)

    async def walk_lane(lane: int) -> None:
        for entry in waiting:
            if entry.lane == lane:
                async with database.open_work() as work:
                    await handle(work, entry)
                    await work.commit()
                print(entry.update_id, flush=True)
                await asyncio.sleep(0)

    await asyncio.gather(*(walk_lane(lane) for lane in range(1, PEOPLE + 1)))
    await database.close()


if __name__ == "__main__":
    asyncio.run(run(sys.argv[1]))
