"""The bot stays quiet in groups; a command there is answered with the way to the private chat."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import KICKED, LEFT, ChatMemberUpdatedFilter
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from bot.screen import Screen
from bot.services import Services
from bot.words import Words
from use_cases.meeting import MarkUnreachable
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person

router = Router(name="groups")
GONE = KICKED | LEFT


@router.message(F.chat.type != ChatType.PRIVATE, F.text.startswith("/"))
async def command_in_group(message: Message, words: Words, services: Services) -> None:
    await message.reply(words("group-private", bot=services.bot_username))


@router.message(F.chat.type != ChatType.PRIVATE)
async def talk_in_group(_: Message) -> None:
    """Neighbours talk among themselves."""


@router.callback_query(F.message.chat.type != ChatType.PRIVATE)
async def button_in_group(_: CallbackQuery, screen: Screen, words: Words) -> None:
    await screen.tell(words("unknown-command"))


@router.my_chat_member(F.chat.type == ChatType.PRIVATE, ChatMemberUpdatedFilter(GONE))
async def blocked(_: ChatMemberUpdated, work: UnitOfWork, person: Person, clock: Clock) -> None:
    """Somebody closed the bot; a /start brings them back."""
    await MarkUnreachable(work, clock)(person)
