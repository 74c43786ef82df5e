"""(c) Messages a second: the campaign sender with a durable row each, against a bare loop."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode

from benchmarks.answers import CountedDatabase, CountedTransaction, Measured, Stopwatch
from benchmarks.scene import FIRST_PERSON_ID, TOKEN, SystemClock
from bot.messenger import TelegramMessenger
from bot.wording import BotWording
from campaigns.pace import PaceLimits
from segmentation.grounds import Grounds
from storage.database import Database
from surveys.questions import Basis
from use_cases.broadcasting.broadcasts import DraftBroadcast, LaunchBroadcast
from use_cases.broadcasting.sending import CARRIERS, SendCampaigns
from use_cases.records import Campaign, DeliveryState, Role, StoredMembership

NO_LIMIT = 1_000_000
TEXT = "Good evening, {name|neighbour}! The yard gets benches this week."


def _bot(api: str) -> Bot:
    return Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(api)))


async def product_letters(url: str, api: str, people: int) -> Measured:
    """A launched campaign, its pace set so high that it never waits."""
    database = CountedDatabase(url)
    await database.migrate()
    campaign = await _launched(database, people)
    async with _bot(api) as bot:
        await bot.get_me()
        send = SendCampaigns(
            open_work=database.open_work,
            messenger=TelegramMessenger(bot),
            clock=SystemClock(),
            wording=BotWording(""),
            limits=PaceLimits(per_second=NO_LIMIT),
        )
        CountedTransaction.commits = 0
        began = Stopwatch()
        await send()
        measured = began.measured(people, people, CountedTransaction.commits)
    async with database.open_work() as work:
        totals = await work.campaigns.totals(campaign.id)
    assert totals == {DeliveryState.SENT: people}, totals
    await database.close()
    return measured


async def _launched(database: Database, people: int) -> Campaign:
    clock, wording = SystemClock(), BotWording("")
    async with database.open_work() as work:
        manager = await work.people.add(1, language="en", at=clock.now())
        manager = replace(manager, role=Role.ADMIN, consented_at=clock.now())
        await work.people.save(manager)
        scheme = await work.segments.scheme("ratings", Grounds.on(Basis.NEEDS))
        run = await work.segments.add_run(scheme.id, {}, people=people, at=clock.now())
        (segment,) = await work.segments.set_segments(scheme.id, ["all"])
        places = []
        for number in range(people):
            person = await work.people.add(FIRST_PERSON_ID + number, language="en", at=clock.now())
            known = replace(person, consented_at=clock.now(), name=f"Person {number}")
            await work.people.save(known)
            place = StoredMembership(
                person_id=person.id,
                scheme_id=scheme.id,
                segment_id=segment.id,
                run_id=run.id,
                confidence=1.0,
                since=clock.now(),
            )
            places.append(place)
        await work.segments.place(places)
        drafted = await DraftBroadcast(work, clock)(manager, segment.id, TEXT)
        assert isinstance(drafted, Campaign), drafted
        return (await LaunchBroadcast(work, clock, wording)(manager, drafted.id)).campaign


async def bare_letters(api: str, people: int) -> Measured:
    """`Bot.send_message` in a loop, as many at once as the sender has carriers, nothing kept."""
    async with _bot(api) as bot:
        await bot.get_me()
        numbers = iter(range(people))
        began = Stopwatch()
        async with asyncio.TaskGroup() as group:
            for _ in range(CARRIERS):
                group.create_task(_sends(bot, numbers))
        return began.measured(people, people, 0)


async def _sends(bot: Bot, numbers: Iterator[int]) -> None:
    for number in numbers:
        text = f"Good evening, Person {number}! The yard gets benches this week."
        await bot.send_message(FIRST_PERSON_ID + number, text, parse_mode=ParseMode.HTML)
