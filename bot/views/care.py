"""What somebody reads at once who has written of danger: what to do, and whom to call."""

from html import escape

from bot.views.lengths import excerpt
from bot.words import Words
from surveys.field.urgent import Danger, sounds_urgent
from use_cases.conversations.walks import Walk

CONTACTS_UNITS_MAX = 400


def care_for_words(text: str, contacts: str, words: Words) -> str:
    """The same for what somebody writes while nothing is asked: nobody else hears of it, and they
    read so."""
    danger = sounds_urgent(text)
    if danger is None:
        return ""
    lines = [words(f"care-{danger}"), *_house(contacts, words), words("care-untold")]
    return "\n\n".join(lines)


def _house(contacts: str, words: Words) -> list[str]:
    if not contacts:
        return []
    named = excerpt(escape(contacts, quote=False), CONTACTS_UNITS_MAX)
    return [words("care-house", contacts=named)]


def care_text(walk: Walk | None, contacts: str, words: Words) -> str:
    """A few warm sentences for each danger, the numbers to call, and that nobody is on watch here;
    empty where nothing new was said of danger, or where somebody enters a neighbour's sheet.

    `contacts` are whom else the house names besides 112. Telegram HTML.
    """
    if walk is None or not walk.dangers or walk.stored.assisted:
        return ""
    lines = [words(f"care-{danger}") for danger in Danger if danger in walk.dangers]
    lines += _house(contacts, words)
    lines.append(words("care-no-watch"))
    return "\n\n".join(lines)
