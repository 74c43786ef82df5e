"""What the bot tells about itself: commands for each scope and language, and descriptions."""

import re

from aiogram.types import BotCommand

from sandbox.errors import bad_request
from sandbox.limits import COMMAND_DESCRIPTION_CHARS_MAX, COMMANDS_MAX

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
Scope = tuple[str, int | str | None, int | None]  # type, chat, person
DEFAULT_SCOPE: Scope = ("default", None, None)


class Profile:
    """Commands and descriptions as last set."""

    def __init__(self) -> None:
        self._commands: dict[tuple[Scope, str], list[BotCommand]] = {}
        self.texts: dict[tuple[str, str], str] = {}

    def set_commands(self, scope: Scope, language: str, commands: list[BotCommand]) -> None:
        """Keep the commands of one scope and language."""
        if len(commands) > COMMANDS_MAX:
            raise bad_request("too many bot commands specified")
        for command in commands:
            if not COMMAND.fullmatch(command.command.removeprefix("/")):
                raise bad_request("BOT_COMMAND_INVALID")
            if not 1 <= len(command.description) <= COMMAND_DESCRIPTION_CHARS_MAX:
                raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        self._commands[scope, language] = commands

    def commands(self, scope: Scope, language: str) -> list[BotCommand]:
        """Exactly what was set for this scope and language."""
        return self._commands.get((scope, language), [])

    def delete_commands(self, scope: Scope, language: str) -> None:
        """Forget one scope and language."""
        self._commands.pop((scope, language), None)

    def commands_for(self, person_id: int, language: str | None) -> list[BotCommand]:
        """What a person sees in their private chat, the narrowest scope and own language first."""
        scopes: tuple[Scope, ...] = (
            ("chat", person_id, None),
            ("all_private_chats", None, None),
            DEFAULT_SCOPE,
        )
        for scope in scopes:
            for tongue in (language or "", ""):
                if found := self._commands.get((scope, tongue)):
                    return found
        return []
