"""A campaign reaches its audience: each once, each with their own words and points."""

import asyncio
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from campaigns.pace import DEFAULT_RATE
from tests.campaigns.stage import SOAK, MoodyTelegram, NotingView, a_house, in_skipped_time, now
from use_cases.broadcasting.broadcasts import ListUnconfirmed
from use_cases.broadcasting.progress import PROGRESS_SECONDS
from use_cases.records import CampaignState, DeliveryState, Role


def test_everybody_gets_their_own_letter_and_the_points_with_it() -> None:
    """Names are filled in, points are given once the message is there, the ledger adds up."""

    async def story() -> None:
        house = await a_house(3)
        telegram = MoodyTelegram()
        launched = await house.launches("{name}: у вас {points}, <{segment}>", points=20)
        await house.sender(telegram)()

        assert telegram.accepted == [
            (chat, f"Сосед {number}: у вас 20, &lt;№ 1&gt;\n\n<i>+20</i>")
            for number, chat in enumerate(house.chats)
        ]
        assert await house.totals(launched.campaign.id) == {"sent": 3}
        done = await house.campaign(launched.campaign.id)
        assert done.state is CampaignState.DONE
        assert done.finished_at == house.clock.now()
        async with house.open_work() as work:
            ids = [person.id for person in house.residents]
            assert set((await work.points.balances(ids)).values()) == {20}
            assert await work.points.total() == 0
            (entry,) = await work.points.statement(ids[0], 5)
            assert entry.reason == "campaign"
            assert entry.reference == f"campaign:{launched.campaign.id}:person:{ids[0]}"

    in_skipped_time(story())


def test_the_rate_is_kept_and_used() -> None:
    """Never more than the rate in any sliding second, and as fast as 10,000 in seven minutes."""
    people = 4_000 if SOAK else 1_000

    async def story() -> None:
        house = await a_house(people)
        telegram = MoodyTelegram()
        await house.launches()
        began = now()
        await house.sender(telegram)()

        assert telegram.most_in_a_second() <= DEFAULT_RATE
        assert now() - began <= 7 * 60 * people / 10_000 + 1
        assert telegram.readers == Counter(house.chats)

    in_skipped_time(story())


def test_a_slow_answer_holds_nobody_else_up() -> None:
    """While one message hangs for half a minute, the others go on at their pace."""

    async def story() -> None:
        house = await a_house(300)
        telegram = MoodyTelegram()
        taken = telegram.send

        async def send(chat_id: int, text: str, buttons: object = ()) -> object:
            if chat_id in house.chats[::50]:
                await asyncio.sleep(30)
            return await taken(chat_id, text)

        await house.launches()
        began = now()
        telegram.send = send  # type: ignore[method-assign, assignment]
        await house.sender(telegram)()

        prompt = [at for at, chat in telegram.calls if chat not in house.chats[::50]]
        assert max(prompt) - began < 300 / DEFAULT_RATE + 1
        assert telegram.readers == Counter(house.chats)

    in_skipped_time(story())


def test_two_senders_and_a_double_tap_send_once() -> None:
    """Whoever takes a delivery first sends it; the campaign ends when both have finished."""

    async def story() -> None:
        house = await a_house(120)
        telegram = MoodyTelegram()
        launched = await house.launches(points=5)
        await asyncio.gather(house.sender(telegram)(), house.sender(telegram)())

        assert telegram.readers == Counter(house.chats)
        assert await house.totals(launched.campaign.id) == {"sent": 120}
        assert (await house.campaign(launched.campaign.id)).state is CampaignState.DONE

    in_skipped_time(story())


def test_two_campaigns_go_side_by_side() -> None:
    """A small message does not wait for the big one before it, and no chat gets two at once."""

    async def story() -> None:
        house = await a_house(200)
        telegram = MoodyTelegram()
        big = await house.launches("Первое")
        small = await house.launches("Второе")
        await house.sender(telegram)()

        texts = [text for _, text in telegram.accepted]
        assert texts.index("Второе") < 50
        assert await house.totals(big.campaign.id) == {"sent": 200}
        assert await house.totals(small.campaign.id) == {"sent": 200}
        last: dict[int, float] = {}
        for moment, chat in telegram.calls:
            assert moment - last.get(chat, 0) >= 1 - 1e-6
            last[chat] = moment

    in_skipped_time(story())


def test_the_audience_stays_as_it_was_frozen() -> None:
    """Somebody who moves to another segment meanwhile still gets the message; a newcomer not."""

    async def story() -> None:
        house = await a_house(3)
        telegram = MoodyTelegram()
        await house.launches()
        async with house.open_work() as work:
            moved = (await work.segments.memberships(house.segment.scheme_id))[0]
            await work.segments.place([replace(moved, segment_id=None)])
            await work.commit()
        await house.sender(telegram)()

        assert telegram.readers == Counter(house.chats)

    in_skipped_time(story())


def test_who_left_meanwhile_gets_nothing_and_still_counts() -> None:
    """Erased, without consent or out of reach: not written to, and the totals are the audience."""

    async def story() -> None:
        house = await a_house(5)
        erased, withdrew, blocked, *others = house.residents
        telegram = MoodyTelegram()
        launched = await house.launches(points=5)
        await house.changes(withdrew, consented_at=None, name=None)
        await house.changes(blocked, unreachable_at=house.clock.now())
        async with house.open_work() as work:
            await work.people.erase(erased.id)
            await work.commit()
        await house.sender(telegram)()

        assert telegram.readers == Counter(person.telegram_id for person in others)
        assert await house.totals(launched.campaign.id) == {"sent": 2, "unreachable": 3}
        assert launched.audience == 5
        async with house.open_work() as work:
            assert await work.points.given() == 10
            assert await work.points.total() == 0

    in_skipped_time(story())


def test_somebody_who_forgets_the_house_mid_message_gets_no_points() -> None:
    """Erased between the message and its settling: the ledger knows nobody of that number."""

    async def story() -> None:
        house = await a_house(2)
        telegram = MoodyTelegram()
        launched = await house.launches(points=5)
        taken = telegram.send

        async def send(chat_id: int, text: str, buttons: object = ()) -> object:
            async with house.open_work() as work:
                await work.people.erase(house.residents[0].id)
                await work.commit()
            return await taken(chat_id, text)

        telegram.send = send  # type: ignore[method-assign, assignment]
        await house.sender(telegram)()

        assert await house.totals(launched.campaign.id) == {"sent": 2}
        async with house.open_work() as work:
            assert await work.points.given() == 5

    in_skipped_time(story())


def test_letters_that_do_not_fit_fail_without_a_call() -> None:
    """A name that makes the message too long was counted in the preview."""

    async def story() -> None:
        house = await a_house(3)
        await house.changes(house.residents[1], name="Я" * 200)
        telegram = MoodyTelegram()
        launched = await house.launches("б" * 4_000 + "{name}")
        await house.sender(telegram)()

        assert await house.totals(launched.campaign.id) == {"sent": 2, "failed": 1}
        assert len(telegram.calls) == 2

    in_skipped_time(story())


def test_a_pause_works_within_a_second_and_a_day_later_nobody_is_written_to_twice() -> None:
    """Paused after four seconds, resumed 25 hours later: everybody once."""

    async def story() -> None:
        house = await a_house(300)
        telegram = MoodyTelegram()
        launched = await house.launches()
        sending = asyncio.create_task(house.sender(telegram)())
        await asyncio.sleep(4)
        async with house.open_work() as work:
            campaign = await house.campaign(launched.campaign.id)
            await work.campaigns.save(replace(campaign, state=CampaignState.PAUSED))
            await work.commit()
        paused_at = now()
        await sending

        assert telegram.calls[-1][0] <= paused_at + 1
        assert now() <= paused_at + 1
        totals = await house.totals(launched.campaign.id)
        assert totals == {"sent": len(telegram.accepted), "queued": 300 - len(telegram.accepted)}
        await asyncio.sleep(25 * 3600)
        async with house.open_work() as work:
            await work.campaigns.save(replace(campaign, state=CampaignState.SENDING))
            await work.commit()
        await house.sender(telegram)()
        assert telegram.readers == Counter(house.chats)
        assert await house.totals(launched.campaign.id) == {"sent": 300}

    in_skipped_time(story())


def test_stopped_in_good_order_leaves_nobody_in_doubt() -> None:
    """A restart of the bot in mid-campaign: nothing unconfirmed, the next start goes on."""

    async def story() -> None:
        house = await a_house(200)
        telegram = MoodyTelegram()
        launched = await house.launches()
        sender = house.sender(telegram)
        sending = asyncio.create_task(sender())
        await asyncio.sleep(3)
        sender.stop()
        await sending

        assert set(await house.totals(launched.campaign.id)) == {"sent", "queued"}
        following = house.sender(telegram)
        assert await following.recover() == 0
        await following()
        assert telegram.readers == Counter(house.chats)

    in_skipped_time(story())


def test_a_kill_between_taken_and_written_down_is_listed_by_name() -> None:
    """What was on its way is unconfirmed after the next start, named, and not sent again."""

    async def story() -> None:
        house = await a_house(40)
        telegram = MoodyTelegram(latency=1.0)
        launched = await house.launches()
        sending = asyncio.create_task(house.sender(telegram)())
        await asyncio.sleep(1.1)
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)
        following = house.sender(telegram)
        in_doubt = await following.recover()
        await following()

        called = Counter(chat for _, chat in telegram.calls)
        assert set(called.values()) == {1}
        totals = await house.totals(launched.campaign.id)
        assert in_doubt == totals["unconfirmed"] > 0
        assert sum(totals.values()) == launched.audience
        admin = replace(house.manager, role=Role.ADMIN)
        async with house.open_work() as work:
            listed = await ListUnconfirmed(work, house.clock)(admin, launched.campaign.id)
        unheard = set(house.chats) - {*await house.people(DeliveryState.SENT, launched.campaign.id)}
        assert {person.telegram_id for person in listed} == unheard
        assert all(person.name for person in listed)

    in_skipped_time(story())


def test_progress_is_shown_every_other_second_and_at_the_end() -> None:
    """Each look adds up to the audience; the last one shows a campaign that is done."""

    async def story() -> None:
        house = await a_house(250)
        view = NotingView()
        launched = await house.launches()
        await house.sender(MoodyTelegram(), view=view)()

        moments = [moment for moment, _, _ in view.shown]
        between = [after - before for before, after in pairwise(moments)]
        assert len(view.shown) >= 5
        assert all(gap >= PROGRESS_SECONDS - 1e-6 for gap in between[:-1])
        assert {sum(totals.values()) for _, _, totals in view.shown} == {launched.audience}
        _, campaign, totals = view.shown[-1]
        assert campaign.state is CampaignState.DONE
        assert totals == {DeliveryState.SENT: 250}

    in_skipped_time(story())
