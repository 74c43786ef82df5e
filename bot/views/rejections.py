"""Why a reply does not fit, said so that the person can try again."""

from html import escape

from bot.words import Words
from surveys.rejections import Rejected


def rejection_text(rejected: Rejected, words: Words) -> str:
    """One sentence; numbers are shown without a needless ".0"."""
    facts = {
        name: escape(value) if isinstance(value, str) else _plain(value)
        for name, value in rejected.facts.items()
    }
    return words.say(f"rejected-{rejected.reason}", facts)


def _plain(value: float) -> int | float:
    return int(value) if float(value).is_integer() else value
