"""Killed at any moment, a campaign writes to everybody once or names whom it is unsure of."""

import random
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.database import Database
from tests.campaigns.stage import SOAK, House, a_house, lines
from use_cases.records import CampaignState, DeliveryState

KILLS = 20 if SOAK else 3
PEOPLE = 2_000 if SOAK else 400
MESSAGES_TO_LIVE_MAX = PEOPLE // (KILLS + 1)  # So that there is something left to the last one.
SECONDS_TO_LIVE = (0.0001, 0.02)  # Of work after that: the end falls anywhere within a commit.


@pytest.fixture
async def url(tmp_path: Path) -> AsyncIterator[str]:
    """A fresh SQLite database on disk."""
    named = f"sqlite:///{tmp_path / 'tenkeys.db'}"
    database = Database(named)
    await database.migrate()
    await database.close()
    yield named


def run_sender(url: str, log: Path, dice: random.Random | None = None) -> int:
    """Start a sender; it finishes, or ends as the dice say. Its exit code."""
    command = [sys.executable, "-m", "tests.campaigns.sender_to_kill", url, str(log)]
    if dice is not None:
        messages = dice.randrange(MESSAGES_TO_LIVE_MAX)
        command += [str(messages), str(dice.uniform(*SECONDS_TO_LIVE))]
    return subprocess.run(command, check=False).returncode


async def test_whatever_the_moment_of_a_kill_nobody_is_lost_or_written_to_twice(
    url: str, tmp_path: Path
) -> None:
    """kill -9 again and again: accepted or unconfirmed, nobody twice, totals as the audience."""
    dice = random.Random(2026)
    log = tmp_path / "accepted.log"
    database = Database(url)
    house = await a_house(PEOPLE, database.open_work)
    launched = await house.launches(points=2)
    for _ in range(KILLS):
        assert run_sender(url, log, dice) < 0, "it is killed in the middle"
        await the_books_are_right(house, launched.campaign.id)
    assert run_sender(url, log) == 0

    await the_books_are_right(house, launched.campaign.id)
    accepted = Counter(lines(log))
    sent = set(await house.people(DeliveryState.SENT, launched.campaign.id))
    unconfirmed = set(await house.people(DeliveryState.UNCONFIRMED, launched.campaign.id))
    assert set(accepted.values()) == {1}
    assert sent | unconfirmed == set(house.chats)
    assert sent <= set(accepted) <= sent | unconfirmed
    assert (await house.campaign(launched.campaign.id)).state is CampaignState.DONE
    await database.close()


async def the_books_are_right(house: House, campaign_id: int) -> None:
    """Totals are the audience, done means done, points were given to whom it was sent."""
    totals = await house.totals(campaign_id)
    assert sum(totals.values()) == PEOPLE
    if (await house.campaign(campaign_id)).state is CampaignState.DONE:
        assert not {"queued", "sending"} & set(totals)
    async with house.open_work() as work:
        assert await work.points.given() == 2 * totals.get("sent", 0)
        assert await work.points.total() == 0
