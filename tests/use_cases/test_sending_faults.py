"""Telegram says no in many ways: a campaign waits, goes on or stops, and loses nobody."""

import asyncio
import random
from collections import Counter
from itertools import pairwise

import pytest

from campaigns.delivery import ATTEMPTS_MAX
from tests.campaigns.stage import MoodyTelegram, a_house, in_skipped_time, now
from use_cases.broadcasting.broadcasts import ResumeBroadcast
from use_cases.ports import (
    Refused,
    SendOutcome,
    SlowDown,
    TokenRefused,
    TryLater,
    Unclear,
    Unreachable,
)
from use_cases.records import CampaignState, DeliveryState, Role


@pytest.mark.parametrize("seed", range(3))
def test_when_told_to_slow_down_nobody_is_written_to_before_the_time(seed: int) -> None:
    """429 with 1 to 60 seconds at random: no call earlier than told, nobody lost, nobody twice."""
    dice = random.Random(seed)

    async def story() -> None:
        house = await a_house(400)
        closed: list[tuple[float, float]] = []

        def mood(chat_id: int) -> SendOutcome | None:
            if dice.random() > 0.01:
                return None
            wait = dice.uniform(1, 60)
            closed.append((now(), now() + wait))
            return SlowDown(wait)

        telegram = MoodyTelegram(mood)
        launched = await house.launches()
        await house.sender(telegram)()

        assert closed
        for told, until in closed:
            assert not [at for at, _ in telegram.calls if told < at < until - 0.001]
        assert telegram.readers == Counter(house.chats)
        assert await house.totals(launched.campaign.id) == {"sent": 400}

    in_skipped_time(story())


@pytest.mark.parametrize("seed", range(3))
def test_every_kind_of_fault_ends_where_it_belongs(seed: int) -> None:
    """Blocked, gone, refused, broken off, turned down for a while: the totals tell each."""
    dice = random.Random(seed)

    async def story() -> None:
        house = await a_house(600)
        telegram = MoodyTelegram(latency=0.03)
        blocked = set(house.chats[::33])
        refused = set(house.chats[5::97])
        unclear = set(house.chats[7::101]) - blocked - refused

        def mood(chat_id: int) -> SendOutcome | None:
            if chat_id in blocked:
                return Unreachable("blocked")
            if chat_id in refused:
                return Refused("can't parse")
            if chat_id in unclear:
                telegram.accept(chat_id, "")  # Taken, and then the line broke.
                return Unclear()
            return TryLater("502") if dice.random() < 0.01 else None

        telegram.mood = mood
        launched = await house.launches(points=3)
        await house.sender(telegram)()

        assert await house.totals(launched.campaign.id) == {
            "sent": 600 - len(blocked | refused | unclear),
            "unreachable": len(blocked),
            "failed": len(refused),
            "unconfirmed": len(unclear),
        }
        calls = Counter(chat for _, chat in telegram.calls)
        assert {calls[chat] for chat in blocked | refused | unclear} == {1}
        assert set(telegram.readers.values()) == {1}
        async with house.open_work() as work:
            people = await work.people.get_many([person.id for person in house.residents])
            gone = {person.telegram_id for person in people if person.unreachable_at}
            assert gone == blocked
            assert await work.points.given() == 3 * (600 - len(blocked | refused | unclear))
            assert await work.points.total() == 0

    in_skipped_time(story())


def test_one_chat_that_never_works_fails_in_the_end_and_holds_nobody_up() -> None:
    """Five tries further and further apart; the others have their message long before."""

    async def story() -> None:
        house = await a_house(100)
        broken = house.chats[0]
        telegram = MoodyTelegram(lambda chat: TryLater("500") if chat == broken else None)
        launched = await house.launches()
        began = now()
        await house.sender(telegram)()

        tries = [at for at, chat in telegram.calls if chat == broken]
        gaps = [after - before for before, after in pairwise(tries)]
        assert len(tries) == ATTEMPTS_MAX
        assert all(gap >= wait for gap, wait in zip(gaps, (1, 4, 16, 64), strict=True))
        assert max(at for at, chat in telegram.calls if chat != broken) - began < 6
        assert await house.totals(launched.campaign.id) == {"sent": 99, "failed": 1}

    in_skipped_time(story())


@pytest.mark.parametrize("sign", [TryLater("502"), Unclear()])
def test_an_outage_does_not_walk_through_the_audience(sign: SendOutcome) -> None:
    """While Telegram is down the queue rests: a minute of it costs few people their message."""

    async def story() -> None:
        house = await a_house(1_000)
        telegram = MoodyTelegram()
        began = now()
        telegram.mood = lambda chat_id: sign if 5 < now() - began < 65 else None
        launched = await house.launches()
        await house.sender(telegram)()

        totals = await house.totals(launched.campaign.id)
        assert sum(totals.values()) == 1_000
        assert totals["sent"] >= 985
        assert set(telegram.readers.values()) == {1}
        assert totals.get("failed", 0) == 0

    in_skipped_time(story())


def test_a_refused_token_pauses_everything_until_an_admin_resumes() -> None:
    """Nothing can be sent: both campaigns wait, and go on where they stopped."""

    async def story() -> None:
        house = await a_house(150)
        telegram = MoodyTelegram()
        began = now()
        telegram.mood = lambda chat_id: TokenRefused() if now() - began > 2 else None
        launched = [await house.launches("Первое"), await house.launches("Второе")]
        await house.sender(telegram)()

        for one in launched:
            assert (await house.campaign(one.campaign.id)).state is CampaignState.PAUSED
            assert set(await house.totals(one.campaign.id)) == {"sent", "queued"}
        calls = len(telegram.calls)
        await house.sender(telegram)()
        assert len(telegram.calls) == calls

        telegram.mood = lambda chat_id: None
        await house.changes(house.manager, role=Role.ADMIN)
        for one in launched:
            async with house.open_work() as work:
                await ResumeBroadcast(work, house.clock)(house.manager, one.campaign.id)
        await house.sender(telegram)()
        assert set(telegram.readers.values()) == {2}
        assert len(telegram.readers) == 150

    in_skipped_time(story())


def test_while_everybody_waits_a_pause_and_a_stop_still_work_at_once() -> None:
    """Told to wait for ten minutes, the sender holds no delivery and ends when asked."""

    async def story() -> None:
        house = await a_house(50)
        telegram = MoodyTelegram(lambda chat_id: SlowDown(600) if len(telegram.calls) > 9 else None)
        launched = await house.launches()
        sender = house.sender(telegram)
        sending = asyncio.create_task(sender())
        await asyncio.sleep(30)
        assert set(await house.totals(launched.campaign.id)) == {"sent", "queued"}
        assert await house.people(DeliveryState.SENDING, launched.campaign.id) == []
        stopped_at = now()
        sender.stop()
        await sending
        assert now() - stopped_at <= 1

    in_skipped_time(story())
