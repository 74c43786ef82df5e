"""Showing things in a chat: edit in place where a button was tapped, else send; small faults of
Telegram's that mean nothing to the person are known here and nowhere else."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import PurePath

import structlog
from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    LinkPreviewOptions,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

log = structlog.get_logger()

NOT_MODIFIED = "message is not modified"
TOO_OLD = ("query is too old", "query id is invalid")
CANNOT_EDIT = ("message to edit not found", "message can't be edited")


@dataclass(frozen=True, slots=True)
class View:
    """What a message shows: Telegram HTML and the buttons under it, or keys beside the letters."""

    text: str
    keyboard: InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None = None
    picture: str | None = None  # Shown above the text, from its https address: no further call.

    @property
    def preview(self) -> LinkPreviewOptions | None:
        """How Telegram is asked to show the picture."""
        if self.picture is None:
            return None
        return LinkPreviewOptions(
            url=self.picture, prefer_large_media=True, show_above_text=True, is_disabled=False
        )

    @property
    def buttons(self) -> InlineKeyboardMarkup | None:
        """What stands under the message."""
        return self.keyboard if isinstance(self.keyboard, InlineKeyboardMarkup) else None

    @property
    def can_stand_in_place(self) -> bool:
        """Whether a message can be changed into this: keys come with a new message only."""
        return self.keyboard is None or isinstance(self.keyboard, InlineKeyboardMarkup)


async def _nothing_to_keep() -> None:
    pass


class Screen:
    """One person's private chat, during the handling of one update.

    `keep` commits the unit of work: nothing is shown before what it tells of is kept, and the
    database waits for no network.
    """

    def __init__(
        self,
        bot: Bot,
        chat_id: int,
        callback: CallbackQuery | None = None,
        *,
        keep: Callable[[], Awaitable[None]] = _nothing_to_keep,
    ) -> None:
        self.bot = bot
        self.chat_id = chat_id
        self.callback = callback
        self._keep = keep
        self._told = callback is None

    async def say(self, view: View | str) -> Message:
        """Send a new message."""
        view = View(view) if isinstance(view, str) else view
        await self._keep()
        return await self.bot.send_message(
            self.chat_id,
            view.text,
            reply_markup=view.keyboard,
            parse_mode=ParseMode.HTML,
            link_preview_options=view.preview,
        )

    async def show(self, view: View | str) -> None:
        """Change the message whose button was tapped; without one, send a new message."""
        view = View(view) if isinstance(view, str) else view
        tapped = self.callback.message if self.callback else None
        if tapped is None:
            await self.say(view)
            return
        await self.tell()
        if not view.can_stand_in_place:
            await self.say(view)
            await self.drop_keyboard(tapped.message_id)
        elif not await self.change(tapped.message_id, view):
            await self.say(view)

    async def change(self, message_id: int, view: View) -> bool:
        """Edit a message of the bot's; False if it is gone or too old to be edited."""
        await self._keep()
        try:
            await self.bot.edit_message_text(
                view.text,
                chat_id=self.chat_id,
                message_id=message_id,
                reply_markup=view.buttons,
                parse_mode=ParseMode.HTML,
                link_preview_options=view.preview,
            )
        except TelegramBadRequest as fault:
            if NOT_MODIFIED in fault.message:
                return True
            if any(sign in fault.message for sign in CANNOT_EDIT):
                return False
            raise
        return True

    async def tell(self, text: str | None = None, *, alert: bool = False) -> None:
        """Answer the tap (once): the button stops spinning, `text` shows for a moment."""
        if self._told or self.callback is None:
            return
        self._told = True
        await self._keep()
        try:
            await self.bot.answer_callback_query(
                self.callback.id, text=text[:200] if text else None, show_alert=alert
            )
        except TelegramBadRequest as fault:
            if not any(sign in fault.message.lower() for sign in TOO_OLD):
                raise

    async def drop_keyboard(self, message_id: int) -> None:
        """Take the buttons off a message of the bot's that is no longer current."""
        try:
            await self.bot.edit_message_reply_markup(chat_id=self.chat_id, message_id=message_id)
        except TelegramBadRequest as fault:
            log.debug("screen.keyboard_stays", reason=fault.message)

    async def remove(self, message_id: int) -> None:
        """Take away a message of the bot's that only stood in for the next one."""
        try:
            await self.bot.delete_message(chat_id=self.chat_id, message_id=message_id)
        except TelegramBadRequest as fault:
            log.debug("screen.message_stays", reason=fault.message)

    async def show_picture(
        self, content: bytes, caption: str, keyboard: InlineKeyboardMarkup | None
    ) -> None:
        """Put another picture in place of the one whose button was tapped; else send a new one."""
        await self._keep()
        file = BufferedInputFile(content, filename="results.png")
        tapped = self.callback.message if self.callback else None
        if isinstance(tapped, Message) and tapped.photo:
            media = InputMediaPhoto(media=file, caption=caption, parse_mode=ParseMode.HTML)
            try:
                await self.bot.edit_message_media(
                    media,
                    chat_id=self.chat_id,
                    message_id=tapped.message_id,
                    reply_markup=keyboard,
                )
            except TelegramBadRequest as fault:
                if NOT_MODIFIED in fault.message:
                    return
                if not any(sign in fault.message for sign in CANNOT_EDIT):
                    raise
            else:
                return
        await self.bot.send_photo(
            self.chat_id,
            file,
            caption=caption,
            reply_markup=keyboard,
            parse_mode=ParseMode.HTML,
        )

    async def send_file(self, name: str, content: bytes, caption: str | None = None) -> Message:
        """Send a document."""
        await self._keep()
        return await self.bot.send_document(
            self.chat_id,
            BufferedInputFile(content, filename=PurePath(name).name),
            caption=caption,
            parse_mode=ParseMode.HTML,
        )
