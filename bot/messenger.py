"""aiogram's exceptions turned into outcomes: the sender of campaigns sees values only."""

from collections.abc import Sequence

import structlog
from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from use_cases.ports import (
    LetterButton,
    Refused,
    SendOutcome,
    Sent,
    SlowDown,
    TokenRefused,
    TryLater,
    Unclear,
    Unreachable,
)

log = structlog.get_logger()

GONE = ("chat not found", "user is deactivated", "peer_id_invalid", "user not found")
"""What Telegram says in a 400 about people whom no message will ever reach."""


class TelegramMessenger:
    """Sends through a Bot whose session does not retry by itself: retrying is the sender's."""

    def __init__(self, bot: Bot) -> None:
        self.bot = bot

    async def send(
        self, chat_id: int, text: str, buttons: Sequence[LetterButton] = ()
    ) -> SendOutcome:
        """Send Telegram HTML to a private chat; every failure comes back as a value."""
        try:
            message = await self.bot.send_message(
                chat_id, text, parse_mode=ParseMode.HTML, reply_markup=_keyboard(buttons)
            )
        except TelegramRetryAfter as wait:
            return SlowDown(float(wait.retry_after))
        except TelegramForbiddenError:
            return Unreachable("blocked")
        except (TelegramUnauthorizedError, TelegramNotFound):
            return TokenRefused()
        except TelegramBadRequest as fault:
            if any(sign in fault.message.lower() for sign in GONE):
                return Unreachable("gone")
            return Refused(fault.message)
        except TelegramServerError as fault:
            return TryLater(fault.message)
        except (TelegramNetworkError, ClientDecodeError):
            return Unclear()
        except TelegramAPIError as fault:
            log.warning("messenger.unknown_answer", fault=type(fault).__name__)
            return Unclear()
        return Sent(message.message_id)


def _keyboard(buttons: Sequence[LetterButton]) -> InlineKeyboardMarkup | None:
    rows = [[InlineKeyboardButton(text=b.label, callback_data=b.data)] for b in buttons]
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None
