"""Whoever turns from a survey to something else leaves it: words typed there are no answer."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.callbacks import Language, Reply, Take
from bot.views.questions import question_view
from use_cases.conversations.leaving import TurnElsewhere

STAYS = tuple(f"{each.__prefix__}:" for each in (Reply, Take, Language))
"""Buttons after which a survey goes on."""
BACK_TO_IT = ("/start", "/survey")
"""Commands that show by themselves where somebody stands in their survey."""


class LeaveSurvey(BaseMiddleware):
    """A command or another screen's button ends what was being said to a survey."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        if "person" not in data or not _turns_elsewhere(event):
            return await handler(event, data)
        walk = await TurnElsewhere(data["work"], data["clock"])(data["person"])
        if walk is not None and (walk.response.current is None or not _comes_back(event)):
            await data["screen"].say(question_view(walk, data["words"]))
        return await handler(event, data)


def _turns_elsewhere(event: TelegramObject) -> bool:
    match event:
        case Message(text=str(text), chat=chat):
            return chat.type == ChatType.PRIVATE and text.startswith("/")
        case CallbackQuery(data=str(data)):
            return not data.startswith(STAYS)
    return False


def _comes_back(event: TelegramObject) -> bool:
    return isinstance(event, Message) and (event.text or "").startswith(BACK_TO_IT)
