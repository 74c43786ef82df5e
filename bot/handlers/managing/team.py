"""Admins and managers: the claim code, who is who, roles given and taken away."""

import structlog
from aiogram import Bot, Router
from aiogram.exceptions import TelegramAPIError
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Team
from bot.commands import show_menu
from bot.screen import Screen
from bot.services import Services
from bot.views.team import person_text, role_told, team_view
from bot.words import Words
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, Role
from use_cases.roles import Claim, ListTeam, SetRole

log = structlog.get_logger()
router = Router(name="team")

ROLES = {role.value: role for role in Role}
ID_DIGITS_MAX = 18


@router.message(Command("claim"))
async def claim(
    _: Message,
    command: CommandObject,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
) -> None:
    """The one-time code makes its sender the first admin."""
    if not command.args:
        await screen.say(words("claim-how"))
        return
    if not await Claim(work, clock)(person, command.args):
        await screen.say(words("claim-wrong"))
        return
    admin = await work.people.get(person.id)
    assert admin is not None, "whoever claimed is known"
    await screen.say(f"{role_told(admin)}\n\n{words('help-admin')}")
    await show_menu(screen.bot, admin)


@router.message(Command("team"))
async def team(
    _: Message, work: UnitOfWork, person: Person, screen: Screen, words: Words, clock: Clock
) -> None:
    await screen.say(team_view(await ListTeam(work, clock)(person), person, words))


@router.message(Command(*ROLES))
async def set_role(
    _: Message,
    command: CommandObject,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """/manager 123, /admin 123, /resident 123; without a number, how to find it."""
    members = await ListTeam(work, clock)(person)
    written = (command.args or "").strip()
    if not (written.isdecimal() and len(written) <= ID_DIGITS_MAX):
        await screen.say(words("role-how", command=command.command))
        return
    before = {member.telegram_id: member.role for member in members}
    changed = await SetRole(work, clock, services.admin_ids)(
        person, int(written), ROLES[command.command]
    )
    name = person_text(changed)
    await screen.say(words(f"role-set-{changed.role}", name=name))
    if before.get(changed.telegram_id, Role.RESIDENT) is not changed.role:
        await _tell(screen.bot, changed)


@router.callback_query(Team.filter())
async def dismiss(
    _: CallbackQuery,
    callback_data: Team,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """Take a role away; a second tap changes nothing."""
    members = await ListTeam(work, clock)(person)
    if any(member.telegram_id == callback_data.telegram_id for member in members):
        changed = await SetRole(work, clock, services.admin_ids)(
            person, callback_data.telegram_id, Role.RESIDENT
        )
        await screen.tell(words("role-set-resident", name=person_text(changed)))
        await _tell(screen.bot, changed)
        members = await ListTeam(work, clock)(person)
    await screen.show(team_view(members, person, words))


async def _tell(bot: Bot, person: Person) -> None:
    """The person concerned hears of it, and their menu of commands changes; nobody waits for it."""
    try:
        await Screen(bot, person.telegram_id).say(role_told(person))
    except TelegramAPIError as fault:
        log.info("role.not_told", fault=type(fault).__name__)
    await show_menu(bot, person)
