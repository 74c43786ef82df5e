"""Admins and managers: the claim code, who is who, roles given and taken away."""

import structlog
from aiogram import Bot, F, Router
from aiogram.exceptions import TelegramAPIError
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Demote, Team
from bot.commands import show_menu
from bot.screen import Screen
from bot.services import Services
from bot.views.team import demote_sure_view, person_text, role_told, team_view
from bot.words import Words
from use_cases.importing.matching import plain_username
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
    """/manager 123 or @name, /admin, /resident likewise; without whom, how to find the number."""
    members = await ListTeam(work, clock)(person)
    written = await _number_of((command.args or "").strip(), work)
    if not (written.isdecimal() and len(written) <= ID_DIGITS_MAX):
        await screen.say(words("role-how", command=command.command))
        return
    whom, role = int(written), ROLES[command.command]
    known = {member.telegram_id: member for member in members}
    demoted = known.get(whom) if role is not Role.ADMIN else None
    stays = whom in {person.telegram_id, *services.admin_ids}  # The errand says why.
    if demoted is not None and demoted.role is Role.ADMIN and not stays:
        await screen.say(demote_sure_view(demoted, role, words))
        return
    changed = await SetRole(work, clock, services.admin_ids)(person, whom, role)
    await screen.say(words(f"role-set-{changed.role}", name=person_text(changed)))
    if whom not in known or known[whom].role is not changed.role:
        await _tell(screen.bot, changed)


@router.callback_query(Demote.filter(F.role.in_({Role.MANAGER, Role.RESIDENT})))
async def demote(
    _: CallbackQuery,
    callback_data: Demote,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """The question was answered with yes; a second tap changes nothing."""
    before = {m.telegram_id: m.role for m in await ListTeam(work, clock)(person)}
    whom, role = callback_data.telegram_id, Role(callback_data.role)
    changed = await SetRole(work, clock, services.admin_ids)(person, whom, role)
    await screen.show(words(f"role-set-{role}", name=person_text(changed)))
    if before.get(whom, Role.RESIDENT) is not role:
        await _tell(screen.bot, changed)


@router.callback_query(Demote.filter())
async def demote_not(_: CallbackQuery, screen: Screen, words: Words) -> None:
    await screen.show(words("demote-not"))


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


async def _number_of(written: str, work: UnitOfWork) -> str:
    """The number in Telegram of whoever is the only one known by that @name; else what was
    written."""
    name = plain_username(written)
    if not written.startswith("@") or not name:
        return written
    found = (await work.facts.having(("username",), [name])).get(name, frozenset())
    people = await work.people.get_many(sorted(found))
    return str(people[0].telegram_id) if len(people) == 1 else written


async def _tell(bot: Bot, person: Person) -> None:
    """The person concerned hears of it, and their menu of commands changes; nobody waits for it."""
    try:
        await Screen(bot, person.telegram_id).say(role_told(person))
    except TelegramAPIError as fault:
        log.info("role.not_told", fault=type(fault).__name__)
    await show_menu(bot, person)
