"""Whoever turns from a survey to something else leaves it: words typed there are no answer."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Router
from aiogram.enums import ChatType
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.callbacks import Language, Reply, Take
from bot.views.questions import question_view
from use_cases.conversations.leaving import TurnElsewhere

STAYS = tuple(f"{each.__prefix__}:" for each in (Reply, Take, Language))
"""Buttons after which a survey goes on."""
BACK_TO_IT = ("/start", "/survey")
"""Commands that show by themselves where somebody stands in their survey."""


class LeaveSurvey(BaseMiddleware):
    """A command or another screen's button ends what was being said to a survey; a command that
    there is not moves nothing."""

    def __init__(self, root: Router) -> None:
        self._root = root
        self._known: frozenset[str] | None = None

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        if "person" not in data or not self._turns_elsewhere(event):
            return await handler(event, data)
        walk = await TurnElsewhere(data["work"], data["clock"])(data["person"])
        if walk is not None and (walk.response.current is None or not _comes_back(event)):
            await data["screen"].say(question_view(walk, data["words"]))
        return await handler(event, data)

    def _turns_elsewhere(self, event: TelegramObject) -> bool:
        match event:
            case Message(text=str(text), chat=chat):
                return chat.type == ChatType.PRIVATE and _command_in(text) in self._commands()
            case CallbackQuery(data=str(data)):
                return not data.startswith(STAYS)
        return False

    def _commands(self) -> frozenset[str]:
        """All commands that some handler takes; asked once all of them are there."""
        if self._known is None:
            self._known = known_commands(self._root)
        return self._known


def known_commands(root: Router) -> frozenset[str]:
    """The commands, without "/", that the handlers under this router take."""
    return frozenset(
        str(command)
        for router in root.chain_tail
        for handler in router.message.handlers
        for each in handler.filters or ()
        if isinstance(each.callback, Command)
        for command in each.callback.commands
    )


def _command_in(text: str) -> str | None:
    """The command that the text begins with, as aiogram reads it: "/home@bot 12" is "home"."""
    first = text.split(maxsplit=1)[0] if text.startswith("/") else ""
    return first[1:].partition("@")[0] if first else None


def _comes_back(event: TelegramObject) -> bool:
    return isinstance(event, Message) and (event.text or "").startswith(BACK_TO_IT)
