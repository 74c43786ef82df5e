"""What Telegram demands of keyboards."""

from urllib.parse import urlsplit

from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReplyKeyboardMarkup,
    ReplyMarkupUnion,
)

from sandbox.errors import bad_request
from sandbox.limits import BUTTONS_MAX, BUTTONS_PER_ROW_MAX, CALLBACK_DATA_BYTES_MAX

ACTIONS = frozenset(InlineKeyboardButton.model_fields) - {"text", "icon_custom_emoji_id", "style"}
APP_SCHEMES = ("tg", "ton", "mailto", "tel")


def checked(markup: ReplyMarkupUnion | None) -> ReplyMarkupUnion | None:
    """The keyboard as Telegram keeps it: no empty rows, nothing at all when no button is left."""
    if isinstance(markup, InlineKeyboardMarkup):
        _check_size(markup.inline_keyboard)
        for row in markup.inline_keyboard:
            for button in row:
                _check_button(button)
        rows = [row for row in markup.inline_keyboard if row]
        return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None
    if isinstance(markup, ReplyKeyboardMarkup):
        if not any(markup.keyboard):
            raise bad_request("reply keyboard is empty")
        if any(not button.text for row in markup.keyboard for button in row):
            raise bad_request("keyboard button text must be non-empty")
    return markup


def _check_size(rows: list[list[InlineKeyboardButton]]) -> None:
    if sum(len(row) for row in rows) > BUTTONS_MAX:
        raise bad_request("reply markup is too long")
    if any(len(row) > BUTTONS_PER_ROW_MAX for row in rows):
        raise bad_request("too many buttons in a row of the reply markup")


def _check_button(button: InlineKeyboardButton) -> None:
    if not button.text:
        raise bad_request("inline keyboard button text must be non-empty")
    if button.callback_data is not None:
        if not 0 < len(button.callback_data.encode()) <= CALLBACK_DATA_BYTES_MAX:
            raise bad_request("BUTTON_DATA_INVALID")
    elif button.url is not None:
        _check_url(button.url)
    elif all(getattr(button, action) is None for action in ACTIONS):
        raise bad_request("text buttons are unallowed in the inline keyboard")


def _check_url(url: str) -> None:
    parts = urlsplit(url if ":" in url else f"http://{url}")
    if parts.scheme in APP_SCHEMES:
        return
    if parts.scheme not in ("http", "https") or "." not in (parts.hostname or ""):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
