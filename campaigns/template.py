"""A manager's message: plain text with placeholders, read once and filled for each recipient.

``{name}`` is filled in, ``{name|neighbour}`` has a fallback, ``{{`` and ``}}`` are braces. The text
is no markup: whatever stands in it or is filled in arrives as it was typed.
"""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from html import escape, unescape
from typing import assert_never

MESSAGE_UNITS_MAX = 4_096  # Telegram's limit for one message, in UTF-16 code units.

TAG = re.compile(r"<[^<>]*>")  # Text has its brackets escaped, so what still has them is a tag.

SUGGESTION_LIKENESS = 0.6  # How like a known spelling (0 to 1) a mistyped placeholder must be.


class Placeholder(StrEnum):
    """What a message may be filled with."""

    NAME = "name"
    POINTS = "points"  # The recipient's balance, with the points that this message brings.
    SEGMENT = "segment"
    HOUSE = "house"


# How people may spell a placeholder: understood well enough to suggest the right one.
SPELLINGS: Mapping[str, Placeholder] = {
    **{placeholder.value: placeholder for placeholder in Placeholder},
    "имя": Placeholder.NAME,
    "ім'я": Placeholder.NAME,
    "баллы": Placeholder.POINTS,
    "бали": Placeholder.POINTS,
    "balance": Placeholder.POINTS,
    "сегмент": Placeholder.SEGMENT,
    "дом": Placeholder.HOUSE,
    "дім": Placeholder.HOUSE,
    "будинок": Placeholder.HOUSE,
}


class TemplateFaultKind(StrEnum):
    """What may be wrong with a manager's message."""

    UNKNOWN_PLACEHOLDER = "unknown_placeholder"
    UNCLOSED_BRACE = "unclosed_brace"
    STRAY_BRACE = "stray_brace"  # A closing brace that no other opened.
    EMPTY = "empty"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateFault:
    """One fault: where (characters from 0), what was written, what was probably meant."""

    kind: TemplateFaultKind
    position: int
    found: str = ""
    suggestion: Placeholder | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """Text that everybody gets as it stands."""

    text: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A place to fill; `fallback` stands in where nothing is known (empty: leave the word out)."""

    placeholder: Placeholder
    fallback: str | None = None


@dataclass(frozen=True, slots=True)
class Template:
    """A message without faults."""

    parts: tuple[Words | Gap, ...]

    def uses(self, placeholder: Placeholder) -> bool:
        """Whether the placeholder stands anywhere in the message."""
        return any(isinstance(part, Gap) and part.placeholder is placeholder for part in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """What is known of one recipient; None is unknown."""

    name: str | None = None
    points: int | None = None
    segment: str | None = None
    house: str | None = None

    def value(self, placeholder: Placeholder) -> str | None:
        """What stands in for the placeholder, None where there is nothing to say."""
        match placeholder:
            case Placeholder.NAME:
                value = self.name
            case Placeholder.POINTS:
                value = None if self.points is None else str(self.points)
            case Placeholder.SEGMENT:
                value = self.segment
            case Placeholder.HOUSE:
                value = self.house
            case _:
                assert_never(placeholder)
        return None if value is None else " ".join(value.split()) or None


def read_template(text: str) -> Template | list[TemplateFault]:
    """Read a manager's message; the faults, all of them by position, if it has any."""
    if not text.strip():
        return [TemplateFault(kind=TemplateFaultKind.EMPTY, position=0)]
    parts: list[Words | Gap] = []
    faults: list[TemplateFault] = []
    position, words = 0, ""
    while position < len(text):
        found, width = _piece(text, position)
        if isinstance(found, str):
            words += found
        elif isinstance(found, TemplateFault):
            faults.append(found)
        else:
            parts += [Words(words)] * bool(words) + [found]
            words = ""
        position += width
    parts += [Words(words)] * bool(words)
    if units(_fixed_text(parts)) > MESSAGE_UNITS_MAX:
        faults.append(TemplateFault(kind=TemplateFaultKind.TOO_LONG, position=MESSAGE_UNITS_MAX))
    return faults or Template(tuple(parts))


def _fixed_text(parts: list[Words | Gap]) -> str:
    """What every recipient gets, whatever is filled in."""
    return "".join(part.text for part in parts if isinstance(part, Words))


def _piece(text: str, position: int) -> tuple[str | Gap | TemplateFault, int]:
    """What stands at `position`, and how many characters it takes."""
    here, pair = text[position], text[position : position + 2]
    if pair in ("{{", "}}"):
        return here, 2
    if here == "}":
        fault = TemplateFault(kind=TemplateFaultKind.STRAY_BRACE, position=position, found=here)
        return fault, 1
    if here != "{":
        return here, 1
    end = next((i for i in range(position + 1, len(text)) if text[i] in "{}\n"), len(text))
    if text[end : end + 1] != "}":
        found = text[position:end]
        kind = TemplateFaultKind.UNCLOSED_BRACE
        return TemplateFault(kind=kind, position=position, found=found), end - position
    return _gap(text[position + 1 : end], position), end + 1 - position


def _gap(inside: str, position: int) -> Gap | TemplateFault:
    written, bar, fallback = inside.partition("|")
    spelling = written.strip().lower()
    if spelling in list(Placeholder):
        return Gap(Placeholder(spelling), fallback.strip() if bar else None)
    close = difflib.get_close_matches(spelling, SPELLINGS, n=1, cutoff=SUGGESTION_LIKENESS)
    return TemplateFault(
        kind=TemplateFaultKind.UNKNOWN_PLACEHOLDER,
        position=position,
        found=written.strip(),
        suggestion=SPELLINGS[close[0]] if close else None,
    )


def missing(template: Template, filling: Filling) -> frozenset[Placeholder]:
    """The placeholders of the message that have neither a value nor a fallback for this person."""
    return frozenset(
        part.placeholder
        for part in template.parts
        if isinstance(part, Gap)
        and part.fallback is None
        and filling.value(part.placeholder) is None
    )


def render(template: Template, filling: Filling) -> str:
    """The message for one recipient, as Telegram HTML.

    A gap with nothing to fill it is left out together with the comma beside it, so that
    "Hello, {name}!" becomes "Hello!".
    """
    text, left_out = "", False
    for part in template.parts:
        if isinstance(part, Words):
            text = _joined(text, part.text) if left_out else text + part.text
            left_out = False
        else:
            value = filling.value(part.placeholder) or part.fallback
            text = _joined(text, value or "") if left_out and value else text + (value or "")
            left_out = not value
    return escape(text if not left_out else _joined(text, ""), quote=False)


def as_read(text: str) -> str:
    """A letter as somebody reads of whom nothing is known, as plain text: the fallbacks stand, a
    name without one is left out, what differs from person to person is "…"."""
    template = read_template(text)
    if not isinstance(template, Template):
        return text
    parts = [
        Gap(part.placeholder, "…")
        if isinstance(part, Gap)
        and part.fallback is None
        and part.placeholder is not Placeholder.NAME
        else part
        for part in template.parts
    ]
    return unescape(render(Template(tuple(parts)), Filling()))


def _joined(before: str, after: str) -> str:
    """Close the hole that a word left out between `before` and `after`."""
    bare = before.rstrip(" ")
    if bare.endswith(","):
        bare = bare[:-1].rstrip(" ")
        return bare + after
    if after.lstrip(" ").startswith(","):
        after = after.lstrip(" ")[1:].lstrip(" ")
        opens = not bare or bare.endswith("\n")
        return before + (after[:1].upper() + after[1:] if opens else after)
    if not bare or bare.endswith("\n"):
        return bare + after.lstrip(" ")
    return bare + after if not after or after[0] in " \n.!?;:" else before + after


def units(text: str) -> int:
    """The length of plain text as Telegram counts it, in UTF-16 code units."""
    return len(text) + sum(character > "\uffff" for character in text)


def fits(markup: str) -> bool:
    """Whether Telegram HTML fits into one message, without its tags, entities as characters."""
    if 2 * len(markup) <= MESSAGE_UNITS_MAX:
        return True
    return units(unescape(TAG.sub("", markup))) <= MESSAGE_UNITS_MAX
