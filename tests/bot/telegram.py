"""Telegram in memory: takes what the bot sends, checks it as Telegram would, keeps the chats."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, NoReturn

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
)
from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteMessage,
    EditMessageMedia,
    EditMessageReplyMarkup,
    EditMessageText,
    GetChatMember,
    GetFile,
    GetMe,
    SendDocument,
    SendMessage,
    SendPhoto,
    SetMyCommands,
    TelegramMethod,
)
from aiogram.types import (
    BotCommandScopeChat,
    BufferedInputFile,
    Chat,
    ChatMemberMember,
    ChatMemberOwner,
    File,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    Message,
    ReplyMarkupUnion,
    User,
)

from sandbox.entities import parse_html, utf16_units
from sandbox.errors import ApiError
from sandbox.keyboards import checked
from sandbox.limits import CAPTION_UNITS_MAX, MESSAGE_UNITS_MAX

SENT_AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Shown:
    """One message of the bot's as it stands in a chat; a document has a name and a content."""

    id: int
    text: str  # As people read it, without tags.
    html: str
    keyboard: InlineKeyboardMarkup | None = None
    name: str | None = None
    content: bytes = b""
    photo: bytes = b""

    @property
    def buttons(self) -> list[str]:
        """The labels under the message, row by row."""
        rows = self.keyboard.inline_keyboard if self.keyboard else []
        return [button.text for row in rows for button in row]

    def data_of(self, label: str) -> str | None:
        """What the first button whose label holds `label` carries."""
        rows = self.keyboard.inline_keyboard if self.keyboard else []
        found = (b.callback_data for row in rows for b in row if label in b.text)
        return next(found, None)


@dataclass
class Conversation:
    """One private chat: its messages by id, and all that was shown or changed, in order."""

    messages: dict[int, Shown] = field(default_factory=dict)
    shown: list[Shown] = field(default_factory=list)
    toasts: list[str] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)
    blocked: bool = False

    def put(self, shown: Shown) -> None:
        self.messages[shown.id] = shown
        self.shown.append(shown)


class TelegramInMemory(BaseSession):
    """A session whose Telegram is this process; `files` may be downloaded by their id."""

    def __init__(self) -> None:
        super().__init__()
        self.chats: dict[int, Conversation] = {}
        self.files: dict[str, bytes] = {}
        self.calls: list[TelegramMethod[Any]] = []
        self.owners: set[tuple[int, int]] = set()  # (group, person)
        self.away: set[int] = set()  # Chats to which nothing gets through.
        self._last_id = 100

    def chat(self, chat_id: int) -> Conversation:
        return self.chats.setdefault(chat_id, Conversation())

    def next_id(self) -> int:
        """The id of a new message, whoever writes it."""
        self._last_id += 1
        return self._last_id

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[Any],
        timeout: int | None = None,  # noqa: ASYNC109
    ) -> Any:
        self.calls.append(method)
        match method:
            case DeleteMessage(chat_id=chat_id, message_id=message_id):
                self.chat(int(chat_id)).messages.pop(message_id, None)
            case SendMessage(chat_id=chat_id) if chat_id in self.away:
                raise TelegramNetworkError(method, "away")
            case SendMessage():
                return self._send(method, method.text, MESSAGE_UNITS_MAX, method.reply_markup)
            case SendDocument():
                return self._send(
                    method, method.caption or "", CAPTION_UNITS_MAX, method.reply_markup
                )
            case SendPhoto():
                return self._send(
                    method, method.caption or "", CAPTION_UNITS_MAX, method.reply_markup
                )
            case EditMessageMedia():
                return self._edit_media(method)
            case EditMessageText():
                return self._edit(method)
            case EditMessageReplyMarkup():
                return self._edit_keyboard(method)
            case DeleteMessage():
                self.chat(int(method.chat_id)).messages.pop(method.message_id, None)
            case AnswerCallbackQuery():
                chat_id = int(method.callback_query_id.split(":")[0])
                self.chat(chat_id).toasts.append(method.text or "")
            case GetMe():
                return User(id=42, is_bot=True, first_name="Tenkeys", username="tenkeys_test_bot")
            case GetChatMember(chat_id=chat, user_id=user):
                whom = User(id=user, is_bot=False, first_name="?")
                if (int(chat), user) in self.owners:
                    return ChatMemberOwner(user=whom, is_anonymous=False)
                return ChatMemberMember(user=whom)
            case GetFile(file_id=file_id):
                return File(file_id=file_id, file_unique_id=file_id, file_path=file_id)
            case SetMyCommands(scope=BotCommandScopeChat() as scope):
                names = [command.command for command in method.commands]
                self.chat(int(scope.chat_id)).commands = names
        return True

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,
        timeout: int = 30,  # noqa: ASYNC109
        chunk_size: int = 65536,
        raise_for_status: bool = True,
    ) -> AsyncGenerator[bytes, None]:
        yield self.files[url.rpartition("/")[2]]

    async def close(self) -> None:
        """Nothing is open."""

    def _send(
        self,
        method: SendMessage | SendDocument | SendPhoto,
        html: str,
        limit: int,
        markup: ReplyMarkupUnion | None,
    ) -> Message:
        chat = self.chat(int(method.chat_id))
        if chat.blocked:
            raise TelegramForbiddenError(method, "Forbidden: bot was blocked by the user")
        shown = _shown(method, self.next_id(), html, limit, markup)
        if isinstance(method, SendDocument):
            assert isinstance(method.document, BufferedInputFile), "documents come from memory"
            shown = replace(shown, name=method.document.filename, content=method.document.data)
        if isinstance(method, SendPhoto):
            assert isinstance(method.photo, BufferedInputFile), "photos come from memory"
            shown = replace(shown, photo=method.photo.data)
        chat.put(shown)
        return _message(int(method.chat_id), shown)

    def _edit_media(self, method: EditMessageMedia) -> Message:
        assert method.chat_id is not None and method.message_id is not None
        chat, media = self.chat(int(method.chat_id)), method.media
        before = chat.messages.get(method.message_id)
        if before is None or not before.photo:
            _refuse(method, "message to edit not found")
        assert isinstance(media, InputMediaPhoto) and isinstance(media.media, BufferedInputFile)
        caption = media.caption or ""
        shown = _shown(method, before.id, caption, CAPTION_UNITS_MAX, method.reply_markup)
        chat.put(replace(shown, photo=media.media.data))
        return _message(int(method.chat_id), shown)

    def _edit(self, method: EditMessageText) -> Message:
        assert method.chat_id is not None and method.message_id is not None
        chat = self.chat(int(method.chat_id))
        before = chat.messages.get(method.message_id)
        if before is None:
            _refuse(method, "message to edit not found")
        shown = _shown(method, before.id, method.text or "", MESSAGE_UNITS_MAX, method.reply_markup)
        if shown == before:
            _refuse(method, "message is not modified")
        chat.put(shown)
        return _message(int(method.chat_id), shown)

    def _edit_keyboard(self, method: EditMessageReplyMarkup) -> Message:
        assert method.chat_id is not None and method.message_id is not None
        chat = self.chat(int(method.chat_id))
        before = chat.messages.get(method.message_id)
        if before is None:
            _refuse(method, "message to edit not found")
        chat.messages[before.id] = replace(before, keyboard=method.reply_markup)
        return _message(int(method.chat_id), chat.messages[before.id])


def _refuse(method: TelegramMethod[Any], reason: str) -> NoReturn:
    raise TelegramBadRequest(method, f"Bad Request: {reason}")


def _shown(
    method: SendMessage | SendDocument | SendPhoto | EditMessageText | EditMessageMedia,
    message_id: int,
    html: str,
    limit: int,
    markup: ReplyMarkupUnion | None,
) -> Shown:
    """The message if Telegram would take it."""
    try:
        text, _ = parse_html(html)
        keyboard = checked(markup)
    except ApiError as fault:
        _refuse(method, fault.description.removeprefix("Bad Request: "))
    if utf16_units(text) > limit:
        _refuse(method, "message is too long")
    if not text.strip() and isinstance(method, SendMessage | EditMessageText):
        _refuse(method, "message text is empty")
    inline = keyboard if isinstance(keyboard, InlineKeyboardMarkup) else None
    return Shown(message_id, text, html, inline)


def _message(chat_id: int, shown: Shown) -> Message:
    chat = Chat(id=chat_id, type="private")
    return Message(message_id=shown.id, date=SENT_AT, chat=chat, text=shown.text)
