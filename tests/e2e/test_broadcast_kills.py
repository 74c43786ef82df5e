"""A broadcast is killed in the middle, again and again: everybody once, or listed in doubt."""

import asyncio
from collections import Counter
from pathlib import Path

import pytest

from bot.wording import BotWording
from campaigns.pace import PaceLimits
from sandbox.client import Faults, SandboxClient
from storage.database import Database
from tests.e2e.processes import BotProgram, surely_killed, wait_until
from tests.e2e.scene import a_segment_of, forget_updates, launch, opened
from tests.storage.databases import SOAK
from use_cases.broadcasting.sending import CARRIERS, stock_most
from use_cases.records import Campaign, CampaignState, DeliveryState

RECIPIENTS = 2_000 if SOAK else 300
KILLS = 5 if SOAK else 2
PER_SECOND = 400 if SOAK else 60
IN_DOUBT_MOST = CARRIERS + 2 * stock_most(PaceLimits(per_second=PER_SECOND))
POINTS = 5


@pytest.mark.timeout(3600 if SOAK else 1200)
async def test_a_broadcast_survives_kills(
    sandbox_url: str, sqlite_url: str, tmp_path: Path
) -> None:
    """Sent and unconfirmed add up to the audience, and nobody hears anything twice."""
    bot = BotProgram(tmp_path, sandbox_url, sqlite_url, MESSAGES_PER_SECOND=str(PER_SECOND))
    async with opened(sqlite_url) as database, SandboxClient(sandbox_url) as client:
        everybody = await people_who_started(client, sandbox_url)
        segment = await a_segment_of(database, everybody)
        text = "The yard gets benches, {name|neighbour}."
        campaign = await launch(database, segment, text, POINTS, BotWording(""))
        await client.clear_calls()
        await client.set_faults(Faults(delay_max=0.05))
        with surely_killed(bot):
            await asyncio.to_thread(bot.starts)
            for number in range(KILLS):
                await so_many_are_sent(client, RECIPIENTS * (number + 1) // (KILLS + 1))
                bot.kill()
                await asyncio.to_thread(bot.starts)
            await wait_until(lambda: is_done(database, campaign), what="all sent")
        await everybody_once(database, client, campaign, everybody)


async def people_who_started(client: SandboxClient, api_url: str) -> list[int]:
    """People whom the bot may write to."""
    people = await client.people({"first_name": f"P{n}"} for n in range(RECIPIENTS))
    await asyncio.gather(*(person.starts() for person in people))
    await forget_updates(api_url)
    return [person.id for person in people]


async def so_many_are_sent(client: SandboxClient, count: int) -> None:
    """Wait for that many letters at Telegram."""

    async def are_there() -> bool:
        accepted = (await client.summary())["accepted"]
        return bool(accepted.get("sendMessage", 0) >= count)

    await wait_until(are_there, what=f"{count} letters")


async def is_done(database: Database, campaign: Campaign) -> bool:
    """Whether the campaign has ended by itself."""
    async with database.open_work() as work:
        now = await work.campaigns.get(campaign.id)
    return now is not None and now.state is CampaignState.DONE


async def everybody_once(
    database: Database, client: SandboxClient, campaign: Campaign, everybody: list[int]
) -> None:
    """What Telegram took, what the database says of it, and the points that went along."""
    async with database.open_work() as work:
        totals = await work.campaigns.totals(campaign.id)
        sent = await work.campaigns.people_in(campaign.id, DeliveryState.SENT)
        unconfirmed = await work.campaigns.people_in(campaign.id, DeliveryState.UNCONFIRMED)
        given = await work.points.given()
        ledger = await work.points.total()
    took = Counter(call.chat_id for call in await client.calls("sendMessage"))

    assert set(took.values()) == {1}, "nobody hears it twice"
    assert {person.telegram_id for person in sent} <= set(took)
    assert set(everybody) == {person.telegram_id for person in (*sent, *unconfirmed)}
    assert {DeliveryState.SENT, DeliveryState.UNCONFIRMED} >= set(totals)
    assert sum(totals.values()) == len(everybody)
    assert len(unconfirmed) <= KILLS * IN_DOUBT_MOST, "a kill leaves few in doubt"
    assert (given, ledger) == (POINTS * len(sent), 0)
