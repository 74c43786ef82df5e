"""Half-written drafts: /cancel drops one, another command or a survey's button leaves it."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.callbacks import Reply, Take
from bot.entering_buttons import Entering
from bot.handlers.authoring.desk import Typing
from bot.handlers.managing.rules import Ruling
from bot.home_buttons import Homing
from bot.import_buttons import Bringing
from bot.roster_buttons import Rostering
from bot.screen import Screen
from bot.words import Words

router = Router(name="drafts")

ELSEWHERE = (f"{Reply.__prefix__}:", f"{Take.__prefix__}:")
"""Buttons of a survey: what is typed after them answers a question and is no draft."""

LISTENING = frozenset(
    {Homing.listening.state, Bringing.file.state, Entering.flat.state, Ruling.listening.state}
)
"""A screen was opened and nothing begun that could be left."""

WRITING = frozenset({Typing.words.state, Typing.kind.state})

TABLES = frozenset({Bringing.table.state, Rostering.file.state})
"""A table was tried and waits for a tap: whatever else is typed meanwhile does it no harm."""


class LeaveDraft(BaseMiddleware):
    """Whoever turns to something else has left their draft, and hears so after a command."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        if data.get("raw_state") is None or not _turns_away(event):
            return await handler(event, data)
        state: FSMContext = data["state"]
        if data["raw_state"] in LISTENING:
            await state.clear()
            data["raw_state"] = None
            return await handler(event, data)
        if data["raw_state"] in TABLES and isinstance(event, Message):  # Only its buttons end it.
            result = await handler(event, data)
            if await state.get_state() not in {*TABLES, None}:
                await data["screen"].say(data["words"]("table-left"))
            return result
        kept = data["raw_state"] in WRITING  # A survey being written is kept anyway.
        await state.clear()
        data["raw_state"] = None
        if isinstance(event, Message):  # Before what was asked for, which stays the last in sight.
            await data["screen"].say(data["words"]("draft-kept" if kept else "draft-left"))
        return await handler(event, data)


def _turns_away(event: TelegramObject) -> bool:
    match event:
        case Message(text=str(text)):
            return text.startswith("/") and not text.startswith("/cancel")
        case CallbackQuery(data=str(data)):
            return data.startswith(ELSEWHERE)
    return False


@router.message(Command("cancel"))
async def cancel(_: Message, state: FSMContext, screen: Screen, words: Words) -> None:
    """Drop the draft, if there is one."""
    there = await state.get_state() is not None
    await state.clear()
    await screen.say(words("draft-dropped" if there else "draft-none"))
