"""Telegram HTML into plain text and entities, with the refusals of Telegram's own parser."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from aiogram.types import MessageEntity

from sandbox.errors import ApiError, bad_request

TAG_TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
NAMED_CHARACTERS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
CHARACTER = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot)(?![a-zA-Z]));?")
LINK = re.compile(r"(?:https?|tg|ton|mailto|tel)://?\S+|mailto:\S+|tel:\S+|[\w-]+(?:\.[\w-]+)+\S*")
ATTRIBUTE_NAME = re.compile(r"[^\s=>/\"']+")
NAME_TOKEN = re.compile(r"[\w.-]*", re.ASCII)
SPACES = re.compile(r"\s*")


def utf16_units(text: str) -> int:
    """How long Telegram says a text is: one unit a character, two beyond the basic plane."""
    if text.isascii():
        return len(text)
    return len(text) + sum(1 for character in text if character > "\uffff")


def unescape(text: str) -> str:
    """Named and numbered characters, the few that Telegram knows."""
    return CHARACTER.sub(_character, text) if "&" in text else text


def _character(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name:
        return NAMED_CHARACTERS[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if code == 0 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return match.group()
    return chr(code)


@dataclass(slots=True)
class OpenTag:
    """A tag still waiting for its end, and where its text began."""

    name: str
    attributes: dict[str, str]
    offset: int
    start: int
    order: int


@dataclass(slots=True)
class Parsed:
    """What has been read so far."""

    pieces: list[str] = field(default_factory=list)
    units: int = 0
    characters: int = 0
    tags: int = 0
    entities: list[tuple[int, MessageEntity]] = field(default_factory=list)

    def add(self, text: str) -> None:
        self.pieces.append(text)
        self.units += utf16_units(text)
        self.characters += len(text)

    def text_from(self, start: int) -> str:
        return "".join(self.pieces)[start:]


def parse_html(source: str) -> tuple[str, list[MessageEntity]]:
    """Read Telegram HTML; raises a 400 with Telegram's words where the mark-up is wrong."""
    parsed = Parsed()
    open_tags: list[OpenTag] = []
    position = 0
    while True:
        tag_at = source.find("<", position)
        parsed.add(unescape(source[position : tag_at if tag_at >= 0 else None]))
        if tag_at < 0:
            break
        if source.startswith("</", tag_at):
            position = _close_tag(source, tag_at, open_tags, parsed)
        else:
            tag, position = _open_tag(source, tag_at, parsed)
            open_tags.append(tag)
    if open_tags:
        name = open_tags[-1].name
        raise cannot_parse(f'Can\'t find end tag corresponding to start tag "{name}"')
    parsed.entities.sort(key=lambda found: (found[1].offset, -found[1].length, found[0]))
    return "".join(parsed.pieces), [entity for _, entity in parsed.entities]


def cannot_parse(reason: str) -> ApiError:
    """The refusal that wrong mark-up gets."""
    return bad_request(f"can't parse entities: {reason}")


def _byte(source: str, position: int) -> str:
    return f"at byte offset {len(source[:position].encode())}"


def _open_tag(source: str, begin: int, parsed: Parsed) -> tuple[OpenTag, int]:
    unclosed = f"Unclosed start tag {_byte(source, begin)}"
    end = begin + 1
    while end < len(source) and not source[end].isspace() and source[end] != ">":
        end += 1
    if end == len(source):
        raise cannot_parse(unclosed)
    name = source[begin + 1 : end].lower()
    if name not in TAG_TYPES:
        raise cannot_parse(f'Unsupported start tag "{name}" {_byte(source, begin)}')
    attributes: dict[str, str] = {}
    while True:
        end = _skip_spaces(source, end)
        if end >= len(source):
            raise cannot_parse(unclosed)
        if source[end] == ">":
            break
        end = _read_attribute(source, begin, end, name, attributes)
    if name == "span" and attributes.get("class") != "tg-spoiler":
        raise cannot_parse(f'Tag "span" must have class "tg-spoiler" {_byte(source, begin)}')
    parsed.tags += 1
    tag = OpenTag(name, attributes, parsed.units, parsed.characters, parsed.tags)
    return tag, end + 1


def _skip_spaces(source: str, position: int) -> int:
    match = SPACES.match(source, position)
    return match.end() if match else position


def _read_attribute(
    source: str, begin: int, position: int, tag: str, attributes: dict[str, str]
) -> int:
    name = ATTRIBUTE_NAME.match(source, position)
    if name is None:
        raise cannot_parse(f'Empty attribute name in the tag "{tag}" {_byte(source, begin)}')
    after = _skip_spaces(source, name.end())
    if not source.startswith("=", after):
        attributes[name.group()] = ""
        return after
    value_at = _skip_spaces(source, after + 1)
    quote = source[value_at : value_at + 1]
    if quote in ('"', "'"):
        end = source.find(quote, value_at + 1)
        if end < 0:
            raise cannot_parse(f"Unclosed start tag {_byte(source, begin)}")
        attributes[name.group()] = unescape(source[value_at + 1 : end])
        return end + 1
    token = NAME_TOKEN.match(source, value_at)
    end = token.end() if token else value_at
    if end < len(source) and not source[end].isspace() and source[end] != ">":
        raise cannot_parse(f"Unexpected end of name token {_byte(source, value_at)}")
    attributes[name.group()] = source[value_at:end].lower()
    return end


def _close_tag(source: str, begin: int, open_tags: list[OpenTag], parsed: Parsed) -> int:
    if not open_tags:
        raise cannot_parse(f"Unexpected end tag {_byte(source, begin)}")
    end = source.find(">", begin)
    if end < 0:
        raise cannot_parse(f"Unclosed end tag {_byte(source, begin)}")
    found = source[begin + 2 : end].rstrip().lower()
    tag = open_tags.pop()
    if found and found != tag.name:
        raise cannot_parse(
            f'Unmatched end tag {_byte(source, begin)}, expected "</{tag.name}>",'
            f' found "</{found}>"'
        )
    if parsed.units > tag.offset:
        _add_entity(tag, parsed)
    return end + 1


def _add_entity(tag: OpenTag, parsed: Parsed) -> None:
    span = (tag.offset, parsed.units - tag.offset)
    make: Callable[..., MessageEntity] = MessageEntity
    details: dict[str, str | int] = {}
    kind = TAG_TYPES[tag.name]
    last = parsed.entities[-1][1] if parsed.entities else None
    language = tag.attributes.get("class", tag.attributes.get("language", ""))
    if kind == "text_link":
        url = tag.attributes.get("href") or parsed.text_from(tag.start)
        if not LINK.fullmatch(url.strip()):
            return
        details["url"] = url.strip()
    elif kind == "custom_emoji":
        details["custom_emoji_id"] = tag.attributes.get("emoji-id", "")
    elif kind == "date_time":
        details["unix_time"] = int(tag.attributes.get("unix") or 0)
    elif kind == "blockquote" and "expandable" in tag.attributes:
        kind = "expandable_blockquote"
    elif kind == "code" and language.startswith("language-"):
        details["language"] = language.removeprefix("language-")
    elif kind == "pre" and last and last.type == "code" and (last.offset, last.length) == span:
        parsed.entities.pop()
        if last.language:
            details["language"] = last.language
    entity = make(type=kind, offset=span[0], length=span[1], **details)
    parsed.entities.append((tag.order, entity))
