"""The only place that plugs things in: settings -> database, Telegram, handlers, jobs -> a bot."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from zoneinfo import ZoneInfo

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramNetworkError,
    TelegramNotFound,
    TelegramUnauthorizedError,
)
from aiogram.types import User

from bot.alerts import TellAlerts, TellUrgent
from bot.dispatcher import make_dispatcher
from bot.exports.desk import ExportDesk
from bot.fielding import FieldJob
from bot.inbox import InboxWorker
from bot.messenger import TelegramMessenger
from bot.nightly import Nightly
from bot.opening import SystemClock, Unfit, open_database
from bot.patience import Patience
from bot.polling import Poller
from bot.posts import RefreshPosts
from bot.progress import TelegramProgress
from bot.proposals import TellProposals
from bot.reading import Reading
from bot.reminding import Reminding
from bot.sender import SenderJob
from bot.services import Services
from bot.settings import Settings
from bot.turn import Turns
from bot.wording import BotWording
from bot.worker import Worker
from campaigns.pace import PaceLimits
from storage.database import Database
from use_cases.broadcasting.sending import SendCampaigns
from use_cases.fieldwork.alerting import CollectAlerts
from use_cases.fieldwork.closing import CloseDue
from use_cases.fieldwork.reminding import RemindPeople
from use_cases.fieldwork.stalling import WatchDeliveries
from use_cases.fieldwork.urgent import UrgentAlerts
from use_cases.segments.drifting import WatchDrift
from use_cases.segments.golden import FindGolden
from use_cases.segments.segmenting import FindSegments
from use_cases.segments.telling import CollectProposals
from use_cases.segments.themes import ReadTexts

CONNECTIONS_MAX = 100
CLOCK = SystemClock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenkeys:
    """The running parts of one bot."""

    database: Database
    services: Services
    turns: Turns
    poller: Poller
    inbox: InboxWorker
    sender: SenderJob
    nightly: Nightly
    fielding: FieldJob
    reminding: Reminding
    reading: Reading
    bot: Bot


def make_bot(settings: Settings, *, patient: bool) -> Bot:
    """A client of the Bot API; a patient one tries again by itself (for replies)."""
    server = TelegramAPIServer.from_base(settings.telegram_api_url.rstrip("/"))
    session = AiohttpSession(api=server, limit=CONNECTIONS_MAX)
    if patient:
        session.middleware(Patience())
    return Bot(settings.bot_token.get_secret_value(), session=session)


async def _who_am_i(bot: Bot, settings: Settings) -> User:
    try:
        return await bot.get_me()
    except (TelegramUnauthorizedError, TelegramNotFound) as fault:
        raise Unfit("Telegram does not know this BOT_TOKEN.") from fault
    except TelegramNetworkError as fault:
        raise Unfit(f"nothing answers at {settings.telegram_api_url}.") from fault


@asynccontextmanager
async def assemble(settings: Settings) -> AsyncIterator[Tenkeys]:
    """Everything plugged together, nothing running yet."""
    async with AsyncExitStack() as stack:
        database = await stack.enter_async_context(open_database(settings.database_url))
        bots = [make_bot(settings, patient=patient) for patient in (True, False, False)]
        for each in bots:
            stack.push_async_callback(each.session.close)
        replies, letters, polling = bots
        worker, reader = Worker(), Worker(niceness=0)
        stack.callback(worker.close)
        stack.callback(reader.close)
        me = await _who_am_i(replies, settings)
        sender = _sender(settings, database, replies, letters)
        fielding = _fielding(database, replies, me.username or "", sender)
        services = _services(settings, database, worker, sender, fielding, me.username or "")
        turns = Turns(replies, make_dispatcher(), services)
        wake, remind = asyncio.Event(), RemindPeople(database.open_work, CLOCK, services.zone)
        yield Tenkeys(
            database=database,
            services=services,
            turns=turns,
            poller=Poller(polling, database.open_work, CLOCK, wake),
            inbox=InboxWorker(turns, database.open_work, wake),
            sender=sender,
            fielding=fielding,
            reminding=Reminding(remind, sender.wake),
            reading=Reading(ReadTexts(database.open_work, CLOCK, reader.read)),
            nightly=_nightly(settings, database, services, worker),
            bot=replies,
        )


def _sender(settings: Settings, database: Database, replies: Bot, letters: Bot) -> SenderJob:
    return SenderJob(
        SendCampaigns(
            open_work=database.open_work,
            messenger=TelegramMessenger(letters),
            clock=CLOCK,
            wording=BotWording(settings.house_name),
            view=TelegramProgress(replies, database.open_work),
            limits=PaceLimits(per_second=settings.messages_per_second),
        )
    )


def _fielding(database: Database, replies: Bot, username: str, sender: SenderJob) -> FieldJob:
    open_work = database.open_work
    return FieldJob(
        CloseDue(open_work, CLOCK),
        sender.wake,
        (
            TellUrgent(replies, UrgentAlerts(open_work, CLOCK)),
            RefreshPosts(replies, open_work, CLOCK, username),
            WatchDeliveries(open_work, CLOCK),
            TellAlerts(replies, CollectAlerts(open_work, CLOCK)),
            TellProposals(replies, CollectProposals(open_work, CLOCK)),
        ),
    )


def _services(
    settings: Settings,
    database: Database,
    worker: Worker,
    sender: SenderJob,
    fielding: FieldJob,
    username: str,
) -> Services:
    watch = WatchDrift(database.open_work, CLOCK, worker.drifted)
    return Services(
        open_work=database.open_work,
        clock=CLOCK,
        find_segments=FindSegments(database.open_work, CLOCK, worker.segment, watch),
        wake_sender=sender.wake,
        wake_fielding=fielding.wake,
        wording=BotWording(settings.house_name),
        exports=ExportDesk(worker, partial(Database, settings.database_url)),
        bot_username=username,
        house_name=settings.house_name,
        emergency=settings.house_emergency,
        zone=ZoneInfo(settings.house_time_zone),
        admin_ids=settings.admin_ids,
        worker=worker,
    )


def _nightly(settings: Settings, database: Database, services: Services, worker: Worker) -> Nightly:
    return Nightly(
        database.open_work,
        CLOCK,
        services.find_segments,
        settings.nightly_hour,
        FindGolden(database.open_work, CLOCK, worker.judged),
        services.zone,
    )
