"""What a person sees, as values for those who drive people: messages, buttons, files, answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiogram.types import MessageEntity

from sandbox.rendering import to_html


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button; `data` is None where it opens a link."""

    text: str
    data: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in a message; `SandboxClient.download` fetches it."""

    kind: str
    file_id: str
    name: str
    mime: str
    size: int


@dataclass(frozen=True, slots=True)
class CallbackAnswer:
    """What the bot answered to a tap."""

    text: str | None
    show_alert: bool
    url: str | None = None


@dataclass(frozen=True, slots=True)
class ChatMessage:
    """One message as it stands now; `text` is the caption where there is a file."""

    message_id: int
    chat_id: int
    sender_id: int
    is_from_bot: bool
    text: str
    date: int
    is_edited: bool
    keyboard: tuple[tuple[Button, ...], ...]
    raw: Mapping[str, Any]

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All inline buttons, row by row."""
        return tuple(button for row in self.keyboard for button in row)

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The texts of the inline buttons, row by row."""
        return tuple(tuple(button.text for button in row) for row in self.keyboard)

    @property
    def entities(self) -> list[MessageEntity]:
        """Bold, links and the like, in Telegram's units."""
        given = self.raw.get("entities") or self.raw.get("caption_entities") or []
        return [MessageEntity.model_validate(each) for each in given]

    @property
    def html(self) -> str:
        """The text with its entities as Telegram HTML."""
        return to_html(self.text, self.entities)

    @property
    def attachment(self) -> Attachment | None:
        """The document, photo or voice message that came along."""
        for kind in ("document", "voice", "audio", "video", "video_note", "photo"):
            if kind in self.raw:
                file = self.raw[kind][-1] if kind == "photo" else self.raw[kind]
                return Attachment(
                    kind=kind,
                    file_id=file["file_id"],
                    name=file.get("file_name", kind),
                    mime=file.get("mime_type", ""),
                    size=file.get("file_size", 0),
                )
        return None

    @property
    def reply_to(self) -> int | None:
        """The message this one replies to."""
        replied = self.raw.get("reply_to_message")
        return int(replied["message_id"]) if replied else None


def read_message(raw: Mapping[str, Any]) -> ChatMessage:
    """A message from Telegram's own JSON."""
    markup = raw.get("reply_markup")
    sender = raw["from"]
    return ChatMessage(
        message_id=raw["message_id"],
        chat_id=raw["chat"]["id"],
        sender_id=sender["id"],
        is_from_bot=sender["is_bot"],
        text=raw.get("text") or raw.get("caption") or "",
        date=raw["date"],
        is_edited="edit_date" in raw,
        keyboard=_read_keyboard(markup) if markup else (),
        raw=raw,
    )


def _read_keyboard(markup: Mapping[str, Any]) -> tuple[tuple[Button, ...], ...]:
    return tuple(
        tuple(Button(each["text"], each.get("callback_data"), each.get("url")) for each in row)
        for row in markup["inline_keyboard"]
    )
