"""The only place that plugs things in: settings -> database, Telegram, handlers, jobs -> a bot."""

import asyncio
import contextlib
import gc
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

import structlog
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramNetworkError,
    TelegramNotFound,
    TelegramUnauthorizedError,
)
from aiogram.types import User
from sqlalchemy.exc import SQLAlchemyError

from bot.commands import show_menu, show_menus
from bot.dispatcher import make_dispatcher
from bot.inbox import DRAIN_SECONDS_MAX, InboxWorker
from bot.messenger import TelegramMessenger
from bot.nightly import Nightly
from bot.patience import Patience
from bot.polling import Poller
from bot.progress import TelegramProgress
from bot.sender import SenderJob
from bot.services import Services
from bot.settings import Settings
from bot.turn import Turns
from bot.wording import BotWording
from bot.worker import Worker
from campaigns.pace import PaceLimits
from storage.database import Database, UnknownDatabase
from storage.migrating import DatabaseIsNewer
from use_cases.records import Role
from use_cases.roles import AppointAdmins, OfferClaim
from use_cases.segmenting import FindSegments
from use_cases.sending import SendCampaigns

log = structlog.get_logger()

CONNECTIONS_MAX = 100


class SystemClock:
    """The real time, in UTC."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class Unfit(Exception):
    """The settings are complete, but something outside does not fit them; one clear sentence."""


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
    bot: Bot


def make_bot(settings: Settings, *, patient: bool) -> Bot:
    """A client of the Bot API; a patient one tries again by itself (for replies)."""
    server = TelegramAPIServer.from_base(settings.telegram_api_url.rstrip("/"))
    session = AiohttpSession(api=server, limit=CONNECTIONS_MAX)
    if patient:
        session.middleware(Patience())
    return Bot(settings.bot_token.get_secret_value(), session=session)


@asynccontextmanager
async def open_database(url: str) -> AsyncIterator[Database]:
    """The database, migrated."""
    try:
        database = Database(url)
    except UnknownDatabase as fault:
        raise Unfit(f"DATABASE_URL is {fault}.") from fault
    try:
        await database.migrate()
    except DatabaseIsNewer as fault:
        raise Unfit(str(fault)) from fault
    except (OSError, SQLAlchemyError) as fault:
        raise Unfit(f"the database does not answer ({type(fault).__name__}).") from fault
    try:
        yield database
    finally:
        await database.close()


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
        worker = Worker()
        stack.callback(worker.close)
        clock = SystemClock()
        me = await _who_am_i(replies, settings)
        find = FindSegments(database.open_work, clock, worker.segment)
        wording = BotWording(settings.house_name)
        sender = SenderJob(
            SendCampaigns(
                open_work=database.open_work,
                messenger=TelegramMessenger(letters),
                clock=clock,
                wording=wording,
                view=TelegramProgress(replies, database.open_work),
                limits=PaceLimits(per_second=settings.messages_per_second),
            )
        )
        services = Services(
            open_work=database.open_work,
            clock=clock,
            find_segments=find,
            wake_sender=sender.wake,
            wording=wording,
            bot_username=me.username or "",
            house_name=settings.house_name,
            admin_ids=settings.admin_ids,
        )
        turns = Turns(replies, make_dispatcher(), services)
        wake = asyncio.Event()
        yield Tenkeys(
            database=database,
            services=services,
            turns=turns,
            poller=Poller(polling, database.open_work, clock, wake),
            inbox=InboxWorker(turns, database.open_work, wake),
            sender=sender,
            nightly=Nightly(database.open_work, clock, find, settings.nightly_hour),
            bot=replies,
        )


async def _prepare(tenkeys: Tenkeys, announce: Callable[[str], None]) -> None:
    """What every start does before the first update is handled."""
    async with tenkeys.database.open_work() as work:
        services = tenkeys.services
        await AppointAdmins(work, services.clock)(services.admin_ids)
        code = await OfferClaim(work)(services.admin_ids)
        team = [
            *await work.people.with_role(Role.ADMIN),
            *await work.people.with_role(Role.MANAGER),
        ]
    if code is not None:
        announce(f"No admin yet. To become the admin, send the bot:  /claim {code}")
    with contextlib.suppress(Exception):
        await show_menus(tenkeys.bot)
        for person in team:
            await show_menu(tenkeys.bot, person)


async def run_bot(settings: Settings, announce: Callable[[str], None]) -> None:
    """Run until SIGTERM or SIGINT; turns under way end first."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    async with assemble(settings) as tenkeys:
        await _prepare(tenkeys, announce)
        jobs: set[asyncio.Task[None]] = {
            asyncio.create_task(job, name=name)
            for name, job in (
                ("poller", tenkeys.poller.run()),
                ("inbox", tenkeys.inbox.run()),
                ("sender", tenkeys.sender.run()),
                ("nightly", tenkeys.nightly.run()),
            )
        }
        gc.collect()
        gc.freeze()  # What a start brings in stays for ever: the collector need not walk it again.
        announce(f"@{tenkeys.services.bot_username} is listening.")
        stopping = asyncio.create_task(stop.wait())
        ended, _ = await asyncio.wait({*jobs, stopping}, return_when=asyncio.FIRST_COMPLETED)
        await _end(tenkeys, jobs)
        stopping.cancel()
        for job in jobs & ended:
            _say_why(job)


def _say_why(job: asyncio.Task[None]) -> None:
    """A job never ends by itself but by a fault: let it be heard."""
    try:
        job.result()
    except (TelegramUnauthorizedError, TelegramNotFound) as fault:
        raise Unfit("Telegram no longer knows this BOT_TOKEN.") from fault


async def _end(tenkeys: Tenkeys, jobs: set[asyncio.Task[None]]) -> None:
    """Fetch nothing more, let turns and letters under way end within a time, then stop."""
    sending = next(job for job in jobs if job.get_name() == "sender")
    for job in jobs - {sending}:
        job.cancel()
    await asyncio.gather(tenkeys.inbox.drain(), tenkeys.sender.end())
    await asyncio.wait({sending}, timeout=DRAIN_SECONDS_MAX)
    sending.cancel()  # As good as a kill: letters still on their way are unconfirmed at next start.
    await asyncio.gather(*jobs, return_exceptions=True)
    await tenkeys.services.background.close()
