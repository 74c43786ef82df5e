"""Runs a bot from its start to a polite end."""

import asyncio
import contextlib
import gc
import signal
from collections.abc import Callable

from aiogram.exceptions import TelegramNotFound, TelegramUnauthorizedError

from bot.commands import show_menu, show_menus
from bot.inbox import DRAIN_SECONDS_MAX
from bot.opening import Unfit, alone
from bot.settings import Settings
from bot.wiring import Tenkeys, assemble
from use_cases.records import Role
from use_cases.roles import AppointAdmins, OfferClaim


async def run_bot(settings: Settings, announce: Callable[[str], None]) -> None:
    """Run until SIGTERM or SIGINT; turns under way end first."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    async with assemble(settings) as tenkeys, alone(tenkeys.database):
        await _prepare(tenkeys, announce)
        jobs: set[asyncio.Task[None]] = {
            asyncio.create_task(job, name=name)
            for name, job in (
                ("poller", tenkeys.poller.run()),
                ("inbox", tenkeys.inbox.run()),
                ("sender", tenkeys.sender.run()),
                ("nightly", tenkeys.nightly.run()),
                ("fielding", tenkeys.fielding.run()),
                ("reminding", tenkeys.reminding.run()),
                ("reading", tenkeys.reading.run()),
            )
        }
        gc.collect()
        gc.freeze()  # What a start brings in stays for ever: the collector need not walk it again.
        gc.enable()
        announce(f"@{tenkeys.services.bot_username} is listening.")
        stopping = asyncio.create_task(stop.wait())
        ended, _ = await asyncio.wait({*jobs, stopping}, return_when=asyncio.FIRST_COMPLETED)
        await _end(tenkeys, jobs)
        stopping.cancel()
        for job in jobs & ended:
            _say_why(job)


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
