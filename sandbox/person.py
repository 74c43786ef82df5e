"""A person who talks to the bot, driven by a story: says, taps, sends, hears."""
# ruff: noqa: ASYNC109 - `timeout=` is what a story reads best with

import asyncio
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from aiohttp import FormData

from sandbox.chats import HEARS_SECONDS, ChatView, NoSuchButtonError
from sandbox.messages import CallbackAnswer, ChatMessage, read_message

PHONE = "+380501234567"
YARD = 50.4501, 30.5234
"""What keys that ask for a number or a place send."""


class Line(Protocol):
    """What a person needs of the client."""

    async def get(self, path: str, **query: object) -> Any: ...
    async def post(self, path: str, body: object) -> Any: ...
    async def upload(self, path: str, form: FormData) -> Any: ...
    def answer_to(self, query_id: str) -> asyncio.Future[CallbackAnswer]: ...


@dataclass(frozen=True, slots=True)
class Tapped:
    """A tap that the bot may answer."""

    query_id: str
    _answer: asyncio.Future[CallbackAnswer]

    async def answered(self, *, timeout: float = HEARS_SECONDS) -> CallbackAnswer:
        """The bot's answer to this tap: a toast, an alert, or nothing but the spinner's end."""
        async with asyncio.timeout(timeout):
            return await asyncio.shield(self._answer)


class Person(ChatView):
    """One person and their private chat with the bot."""

    def __init__(self, line: Line, values: Mapping[str, Any]) -> None:
        super().__init__(values["id"], values["first_name"])
        self.id: int = values["id"]
        self.language_code: str | None = values.get("language_code")
        self._line = line
        self._path = f"/sandbox/people/{self.id}"

    async def says(
        self, text: str, *, chat: ChatView | None = None, reply_to: int | None = None
    ) -> ChatMessage:
        """Write a text, in the private chat or in a group."""
        body = {"text": text, "reply_to": reply_to}
        return read_message(await self._act("say", body, chat))

    async def starts(self, payload: str = "") -> ChatMessage:
        """Press Start, perhaps having come by a deep link."""
        return await self.says(f"/start {payload}".strip())

    async def edits(
        self, message: ChatMessage, text: str, *, chat: ChatView | None = None
    ) -> ChatMessage:
        """Change one's own message."""
        body = {"message_id": message.message_id, "text": text}
        return read_message(await self._act("edit", body, chat))

    async def taps(self, text: str, *, chat: ChatView | None = None) -> Tapped | None:
        """Tap the newest button of this text; a reply keyboard's button says its text instead."""
        view = chat or self
        keys = [key for row in view.reply_keyboard for key in row]
        key = next((key for key in keys if key["text"] == text), None)
        try:
            message, button = view.find_button(text)
        except NoSuchButtonError:
            if key is None:
                raise
        else:
            if key is None or button.text == text:
                if button.data is None:
                    raise NoSuchButtonError(f"{button.text!r} opens {button.url}, nothing to tap")
                return await self.taps_data(message.message_id, button.data, chat=chat)
        if key.get("request_contact"):
            await self.sends_contact(PHONE, chat=chat)
        elif key.get("request_location"):
            await self.sends_location(*YARD, chat=chat)
        else:
            await self.says(key["text"], chat=chat)
        return None

    async def taps_data(
        self, message_id: int, data: str, *, chat: ChatView | None = None
    ) -> Tapped:
        """Send a tap as a client would, on any message and even with old data."""
        sent = await self._act("tap", {"message_id": message_id, "data": data}, chat)
        return Tapped(sent["query_id"], self._line.answer_to(sent["query_id"]))

    async def sends_file(
        self,
        file: Path | str | bytes,
        *,
        name: str | None = None,
        mime: str | None = None,
        caption: str | None = None,
        kind: str = "document",
        album: str | None = None,
        chat: ChatView | None = None,
    ) -> ChatMessage:
        """Send a file: a path, or bytes with a name; `kind` may be photo, voice, audio, video
        or video_note, and files of the same `album` belong together."""
        content = file if isinstance(file, bytes) else await asyncio.to_thread(_read, file)
        name = name or ("file.bin" if isinstance(file, bytes) else Path(file).name)
        mime = mime or mimetypes.guess_type(name)[0] or "application/octet-stream"
        form = FormData()
        form.add_field("file", content, filename=name, content_type=mime)
        if caption:
            form.add_field("caption", caption)
        if album:
            form.add_field("album", album)
        if chat is not None:
            form.add_field("chat_id", str(chat.chat_id))
        (chat or self).deed()
        return read_message(await self._line.upload(f"{self._path}/send/{kind}", form))

    async def sends_location(
        self, latitude: float, longitude: float, *, chat: ChatView | None = None
    ) -> ChatMessage:
        """Show a place."""
        body = {"latitude": latitude, "longitude": longitude}
        return read_message(await self._act("location", body, chat))

    async def sends_contact(
        self, phone_number: str, *, of: str | None = None, chat: ChatView | None = None
    ) -> ChatMessage:
        """Share one's own telephone number, or that `of` somebody else, by name."""
        body = {"phone_number": phone_number, "of": of}
        return read_message(await self._act("contact", body, chat))

    async def blocks(self) -> None:
        """Close the bot."""
        await self._line.post(f"{self._path}/block", {})

    async def unblocks(self) -> None:
        """Let the bot in again."""
        await self._line.post(f"{self._path}/unblock", {})

    async def commands(self) -> dict[str, str]:
        """The command menu in this person's language: command to description."""
        shown = await self._line.get(self._path)
        return {each["command"]: each["description"] for each in shown["commands"]}

    async def refresh(self) -> list[ChatMessage]:
        """Fetch the whole chat anew; needed only for a person met after their chat began."""
        shown = await self._line.get(self._path)
        self.load(shown["messages"])
        self.load_keyboard(shown["keyboard"])
        return self.messages

    async def _act(self, deed: str, body: Mapping[str, object], chat: ChatView | None) -> Any:
        (chat or self).deed()
        chat_id = chat.chat_id if chat is not None else None
        return await self._line.post(f"{self._path}/{deed}", {**body, "chat_id": chat_id})


def _read(path: Path | str) -> bytes:
    return Path(path).read_bytes()
