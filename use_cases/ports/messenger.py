"""Sending one letter, and what can come of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Sent:
    """Telegram took the message."""

    message_id: int


@dataclass(frozen=True, slots=True)
class Unreachable:
    """Blocked the bot, left Telegram, or never wrote to it: do not try again."""

    reason: str


@dataclass(frozen=True, slots=True)
class SlowDown:
    """Telegram asks everybody to wait; the message was not taken."""

    retry_after_seconds: float


@dataclass(frozen=True, slots=True)
class Refused:
    """Telegram will not take this very message (broken text, too long): trying again is no use."""

    reason: str


@dataclass(frozen=True, slots=True)
class TryLater:
    """Telegram answered that it could not (5xx): the message was not taken."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unclear:
    """The connection broke before an answer: the message may or may not have been taken."""


@dataclass(frozen=True, slots=True)
class TokenRefused:
    """Telegram does not know the bot's token any more: nothing can be sent."""


@dataclass(frozen=True, slots=True)
class LetterButton:
    """A button under a letter; `data` comes back when it is tapped."""

    label: str
    data: str


SendOutcome = Sent | Unreachable | SlowDown | Refused | TryLater | Unclear | TokenRefused


class Messenger(Protocol):
    """Delivers one message and reports how it went; never raises for Telegram's sake."""

    async def send(
        self, chat_id: int, text: str, buttons: Sequence[LetterButton] = ()
    ) -> SendOutcome:
        """Send `text` (Telegram HTML) to a private chat, the buttons below one another."""
        ...
