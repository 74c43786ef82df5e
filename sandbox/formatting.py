"""The text of a call made ready: mark-up read, ends trimmed, links and commands found."""

import re

from aiogram.types import MessageEntity

from sandbox.entities import parse_html, utf16_units
from sandbox.errors import bad_request
from sandbox.limits import ENTITIES_MAX

FOUND_BY_TELEGRAM = (
    ("bot_command", "/", re.compile(r"(?<![\w/<>@])/[a-zA-Z0-9_]{1,64}(?:@\w{3,32})?(?![\w/])")),
    ("url", "://", re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)»]")),
    ("email", "@", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("mention", "@", re.compile(r"(?<![\w@])@[a-zA-Z]\w{3,31}\b")),
    ("hashtag", "#", re.compile(r"(?<!\w)#\w*[^\W\d]\w*")),
)
Formatted = tuple[str, list[MessageEntity]]


def formatted(text: str, parse_mode: str | None, given: list[MessageEntity] | None) -> Formatted:
    """What Telegram would keep of a bot's text."""
    match (parse_mode or "").lower():
        case "":
            return found_in(*trimmed(text, list(given or [])))
        case "html":
            return found_in(*trimmed(*parse_html(text)))
        case _:
            raise bad_request("unsupported parse_mode")


def trimmed(text: str, entities: list[MessageEntity]) -> Formatted:
    """Drop the spaces around a text and move the entities along."""
    kept = text.strip()
    if kept == text or not entities:
        return kept, entities
    shift = utf16_units(text[: len(text) - len(text.lstrip())])
    units = utf16_units(kept)
    moved = []
    for entity in entities:
        start = max(0, entity.offset - shift)
        end = min(units, entity.offset + entity.length - shift)
        if end > start:
            moved.append(entity.model_copy(update={"offset": start, "length": end - start}))
    return kept, moved


def found_in(text: str, entities: list[MessageEntity]) -> Formatted:
    """Add the links, commands and mentions that Telegram finds by itself."""
    found = list(entities)
    for kind, sign, pattern in FOUND_BY_TELEGRAM:
        if sign not in text:
            continue
        for match in pattern.finditer(text):
            start = utf16_units(text[: match.start()])
            length = utf16_units(match.group())
            if not any(start < e.offset + e.length and e.offset < start + length for e in found):
                found.append(MessageEntity(type=kind, offset=start, length=length))
    found.sort(key=lambda entity: (entity.offset, -entity.length))
    return text, found[:ENTITIES_MAX]
