"""The menu of commands: what each role sees, in each language, one table."""

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat

from bot.words import Words
from surveys.text import LANGUAGES
from use_cases.records import Person, Role

log = structlog.get_logger()

COMMANDS: dict[Role, tuple[str, ...]] = {
    Role.RESIDENT: (
        "start",
        "survey",
        "points",
        "friend",
        "home",
        "language",
        "help",
        "mydata",
        "forget",
        "id",
    ),
    Role.MANAGER: (
        "surveys",
        "new",
        "segments",
        "rules",
        "goals",
        "broadcast",
        "invite",
        "results",
        "followup",
        "homes",
        "import",
        "enter",
        "print",
        "report",
        "export",
        "cancel",
    ),
    Role.ADMIN: ("team", "manager", "admin", "resident"),
}
"""What each role adds to the ones before; /claim is for whoever holds the one-time code."""


def commands_for(role: Role, words: Words) -> list[BotCommand]:
    """The commands of that role, its own first, with a few words each."""
    order = [r for r in reversed(Role) if role.may_act_as(r)]
    return [
        BotCommand(command=name, description=words(f"command-{name}"))
        for each in order
        for name in COMMANDS[each]
    ]


async def show_menus(bot: Bot) -> None:
    """Set the menu that everybody sees, in every language; English for all others."""
    scope = BotCommandScopeAllPrivateChats()
    for language in LANGUAGES:
        menu = commands_for(Role.RESIDENT, Words(language))
        await bot.set_my_commands(menu, scope=scope, language_code=language)
    await bot.set_my_commands(commands_for(Role.RESIDENT, Words("en")), scope=scope)


async def show_menu(bot: Bot, person: Person) -> None:
    """Set one person's own menu, by role and chosen language; not worth failing for."""
    try:
        await bot.set_my_commands(
            commands_for(person.role, Words(person.language)),
            scope=BotCommandScopeChat(chat_id=person.telegram_id),
        )
    except TelegramAPIError as fault:
        log.info("menu.not_set", fault=type(fault).__name__)
