"""Texts cut to what one message of Telegram's holds."""

from collections.abc import Iterable, Sequence
from html import escape, unescape

from campaigns.template import TAG, fits, units


def in_messages(parts: Iterable[str], *, between: str = "\n\n") -> list[str]:
    """Telegram HTML in as few messages as hold it; a part is never torn apart."""
    messages: list[str] = []
    for part in parts:
        if messages and fits(together := f"{messages[-1]}{between}{part}"):
            messages[-1] = together
        else:
            messages.append(part)
    return messages


def in_one_message(parts: Sequence[str], more: str, *, between: str = "\n\n") -> str:
    """As many of the parts as one message holds; `more` at the end where some are left out."""
    whole = between.join(parts)
    kept = list(parts)
    while not fits(whole):
        kept.pop()
        whole = between.join([*kept, more])
    return whole


def excerpt(markup: str, units_max: int) -> str:
    """Telegram HTML as it is if it is short; else its beginning, without formatting."""
    plain = unescape(TAG.sub("", markup))
    if units(plain) <= units_max:
        return markup
    beginning = plain.encode("utf-16-le")[: 2 * units_max].decode("utf-16-le", "ignore")
    return escape(beginning, quote=False) + "…"
