"""The bot stays quiet in groups; a command there is answered with the way to the private chat."""

import contextlib

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.filters import (
    KICKED,
    LEFT,
    ChatMemberUpdatedFilter,
    CommandObject,
    CommandStart,
)
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from bot.posts import is_admin_there, post_in
from bot.screen import Screen
from bot.services import Services
from bot.views.posts import POST_PREFIX
from bot.words import Words
from use_cases.access import NotAllowed
from use_cases.conversations.faults import SurveyNotOpen
from use_cases.conversations.meeting import MarkUnreachable
from use_cases.fieldwork.posting import PostedAlready, PostSurvey
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person

router = Router(name="groups")
GONE = KICKED | LEFT


@router.message(
    F.chat.type != ChatType.PRIVATE,
    CommandStart(deep_link=True, magic=F.args.startswith(POST_PREFIX)),
)
async def post_here(
    message: Message, command: CommandObject, words: Words, services: Services, bot: Bot
) -> None:
    """A manager who is an admin of the group chose it for a survey: the post, and nothing else."""
    sender, key = message.from_user, (command.args or "").removeprefix(POST_PREFIX)
    if sender is None or not await is_admin_there(bot, message.chat.id, sender.id):
        return
    async with services.open_work() as work:
        manager = await work.people.by_telegram_id(sender.id)
        if manager is None:
            return
        with contextlib.suppress(NotAllowed, SurveyNotOpen, PostedAlready):
            post = PostSurvey(work, services.clock)
            await post_in(bot, post, manager, key, message.chat.id, services.bot_username)


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
