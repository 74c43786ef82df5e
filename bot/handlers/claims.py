"""What people say of where they live goes to the managers, and one of them decides by a tap."""

import structlog
from aiogram import Bot, Router
from aiogram.exceptions import TelegramAPIError
from aiogram.types import CallbackQuery

from bot.home_buttons import Claimed
from bot.screen import Screen
from bot.services import Services
from bot.views.homes import address_text, claim_view, home_view
from bot.views.team import person_text
from bot.words import Words
from use_cases.homes.binding import DecideClaim
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Home, Person, Role

log = structlog.get_logger()
router = Router(name="claims")


def tell_managers(home: Home, person: Person, bot: Bot, services: Services) -> None:
    """In the background: the resident does not wait. A claim waits in /homes as well."""

    async def nothing(_: Exception) -> None:
        pass

    services.background.start(_tell_all(home, person, bot, services), sorry=nothing)


async def _tell_all(home: Home, person: Person, bot: Bot, services: Services) -> None:
    async with services.open_work() as work:
        people = work.people
        managers = [*await people.with_role(Role.ADMIN), *await people.with_role(Role.MANAGER)]
    for manager in managers:
        if manager.id == person.id and len(managers) > 1:
            continue  # Another manager decides about oneself, where there is one.
        view = claim_view(home, person, Words(manager.language))
        try:
            await Screen(bot, manager.telegram_id).say(view)
        except TelegramAPIError as fault:
            log.info("claim.not_told", fault=type(fault).__name__)


@router.callback_query(Claimed.filter())
async def decide(
    _: CallbackQuery,
    callback_data: Claimed,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """The person concerned hears of it in their own language."""
    true = callback_data.true
    home = await DecideClaim(work, clock)(person, callback_data.residence, true=true)
    if home is None:
        await screen.show(words("claim-settled"))
        return
    claimant = await work.people.get(home.residence.person_id)
    assert claimant is not None, "residences go with their people"
    told = "claim-confirmed" if true else "claim-declined"
    address = address_text(home, words)
    await screen.show(words(told, name=person_text(claimant), address=address))
    theirs = Words(claimant.language)
    try:
        await Screen(screen.bot, claimant.telegram_id).say(
            home_view(home, theirs, opening=theirs("home-confirmed"))
            if true
            else theirs("home-declined", address=address_text(home, theirs))
        )
    except TelegramAPIError as fault:
        log.info("claim.not_told", fault=type(fault).__name__)
