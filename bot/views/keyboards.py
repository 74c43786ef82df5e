"""Inline keyboards from rows of (text, callback data)."""

from collections.abc import Sequence

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

BUTTON_CHARS_MAX = 64  # Telegram shows about that much of a label on one line or two.


def buttons(*rows: Sequence[tuple[str, CallbackData]]) -> InlineKeyboardMarkup:
    """A keyboard of these rows; empty rows are left out, long labels are cut with an ellipsis."""
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text=_fit(text), callback_data=data.pack()) for text, data in row]
            for row in rows
            if row
        ]
    )


def _fit(text: str) -> str:
    return text if len(text) <= BUTTON_CHARS_MAX else text[: BUTTON_CHARS_MAX - 1] + "…"
