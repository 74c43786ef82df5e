"""Posts in groups and channels: sent once, edited when their count has changed."""

from dataclasses import dataclass

import structlog
from aiogram import Bot
from aiogram.enums import ChatMemberStatus, ParseMode
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError

from bot.screen import NOT_MODIFIED, View
from bot.views.posts import post_view
from bot.words import Words
from use_cases.fieldwork.posting import DuePost, DuePosts, PostSurvey
from use_cases.ports import Clock, OpenWork
from use_cases.records import Person

log = structlog.get_logger()

ADMINS = (ChatMemberStatus.CREATOR, ChatMemberStatus.ADMINISTRATOR)


async def is_admin_there(bot: Bot, chat_id: int | str, telegram_id: int) -> bool:
    """Whether Telegram says that somebody is an admin of the chat."""
    try:
        member = await bot.get_chat_member(chat_id, telegram_id)
    except TelegramAPIError:
        return False
    return member.status in ADMINS


async def post_in(
    bot: Bot, post: PostSurvey, manager: Person, survey_key: str, chat_id: int, username: str
) -> bool:
    """Note the post, send it, note where it stands; False if Telegram would not take it."""
    due = await post(manager, survey_key, chat_id)
    view = post_view(due, Words(due.post.language), username)
    try:
        message = await bot.send_message(
            chat_id, view.text, reply_markup=view.keyboard, parse_mode=ParseMode.HTML
        )
    except (TelegramForbiddenError, TelegramBadRequest) as fault:
        log.info("post.refused", post=due.post.id, fault=type(fault).__name__)
        await post.failed(due)
        return False
    await post.sent(due, message.message_id)
    return True


@dataclass(frozen=True, slots=True)
class RefreshPosts:
    """A chore of field work: whatever counts have changed are shown."""

    bot: Bot
    open_work: OpenWork
    clock: Clock
    username: str

    async def __call__(self) -> None:
        async with self.open_work() as work:
            due = await DuePosts(work, self.clock)()
        for one in due:
            gone = not await self._edit(
                one, post_view(one, Words(one.post.language), self.username)
            )
            async with self.open_work() as work:
                await DuePosts(work, self.clock).edited(one, gone=gone)

    async def _edit(self, due: DuePost, view: View) -> bool:
        """False if the post is gone for good."""
        try:
            await self.bot.edit_message_text(
                view.text,
                chat_id=due.post.chat_id,
                message_id=due.post.message_id,
                reply_markup=view.buttons,
                parse_mode=ParseMode.HTML,
            )
        except TelegramBadRequest as fault:
            return NOT_MODIFIED in fault.message
        except TelegramForbiddenError:
            return False
        return True
