"""What every question of a survey file may have: texts, conditions, ways out, what it measures."""

import re
from collections.abc import Mapping

import yaml

from surveys.documents.parts import Common
from surveys.expressions.tree import Call, Expression, Function, Literal
from surveys.faults import FaultCode
from surveys.limits import CONSTRUCT_CHARS_MAX, HINT_CHARS_MAX, LABEL_CHARS_MAX, LONG_TEXT_CHARS_MAX
from surveys.questions import Basis, Offered, QuestionKey
from surveys.text import Text
from surveys.yaml.logic import read_expression
from surveys.yaml.nodes import Entry, is_yes_or_no, read_yes_no
from surveys.yaml.texts import Reading, did_you_mean

ADDRESS_CHARS_MAX = 500
_ADDRESS = re.compile(r"https://[^\s<>\"]+\.[^\s<>\"]+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_TIME = re.compile(r"\d{1,2}:\d{2}")

OF_EVERY_KIND = (
    "key", "hint", "relevant", "constraint", "constraint_message", "optional", "dont_know",
    "prefer_not", "basis", "construct", "reversed", "default", "picture", "remembers",
)  # fmt: skip

Lines = Mapping[str, Entry]


def read_common(found: Lines, kind: str, reading: Reading) -> Common:
    """What the question has besides what its kind asks for."""
    prompt = reading.text(found[kind], kind, LONG_TEXT_CHARS_MAX)
    is_reversed = read_yes_no_at(found, "reversed", reading)
    if is_reversed and "construct" not in found:
        reading.note(found["reversed"].key, FaultCode.REVERSED_ALONE)
    if "constraint_message" in found and "constraint" not in found:
        reading.note(found["constraint_message"].key, FaultCode.MESSAGE_ALONE)
    message = found.get("constraint_message")
    return Common(
        key=QuestionKey(reading.inside),
        prompt=prompt or Text({}),
        hint=reading.text(found.get("hint"), "hint", HINT_CHARS_MAX),
        relevant=read_expression(found.get("relevant"), "relevant", reading),
        constraint=read_expression(found.get("constraint"), "constraint", reading),
        constraint_message=reading.text(message, "constraint_message", HINT_CHARS_MAX),
        dont_know=_offered(found, "dont_know", reading),
        prefer_not=_offered(found, "prefer_not", reading),
        optional=read_yes_no_at(found, "optional", reading),
        basis=_basis(found.get("basis"), reading),
        construct=read_construct(found.get("construct"), reading),
        reversed=is_reversed,
        default=read_default(found, kind, reading),
        picture=read_picture(found.get("picture"), reading),
        remembers=reading.key(found["remembers"], "remembers") if "remembers" in found else None,
    )


def read_default(found: Lines, kind: str, reading: Reading) -> Expression | None:
    """The answer to propose: an expression, a choice by its name, plain words for an open one."""
    entry = found.get("default")
    if entry is None:
        return None
    node = entry.value
    if isinstance(node, yaml.ScalarNode) and node.value.strip():
        written = node.value.strip()
        if kind == "open" and "${" not in written and "(" not in written:
            return Literal(written.strip("\"'"))
        if _DAY.fullmatch(written):
            return Call(Function.DATE, (Literal(written),))
        if _TIME.fullmatch(written) or _is_choice(written, found):
            return Literal(written)
    return read_expression(entry, "default", reading)


def is_picture(address: str) -> bool:
    """Whether Telegram can show what stands at that address."""
    return bool(_ADDRESS.fullmatch(address)) and len(address) <= ADDRESS_CHARS_MAX


def read_picture(entry: Entry | None, reading: Reading) -> str | None:
    """The https address of a picture to show with the question."""
    if entry is None:
        return None
    address = entry.value.value.strip() if isinstance(entry.value, yaml.ScalarNode) else ""
    if is_picture(address):
        return str(address)
    reading.note(entry.value, FaultCode.PICTURE_NO_ADDRESS)
    return None


def _is_choice(written: str, found: Lines) -> bool:
    listed = found["choices"].value if "choices" in found else None
    pairs = listed.value if isinstance(listed, yaml.MappingNode) else ()
    return any(isinstance(key, yaml.ScalarNode) and key.value == written for key, _ in pairs)


def read_yes_no_at(found: Lines, place: str, reading: Reading, *, otherwise: bool = False) -> bool:
    """Yes or no at that place."""
    if place not in found:
        return otherwise
    return read_yes_no(found[place].value, place, reading.inside, reading.notes)


def _offered(found: Lines, place: str, reading: Reading) -> Offered:
    """Yes, no, or the author's own words for the button."""
    entry = found.get(place)
    if entry is None:
        return False
    if isinstance(entry.value, yaml.ScalarNode) and is_yes_or_no(entry.value):
        return read_yes_no(entry.value, place, reading.inside, reading.notes)
    return reading.text(entry, place, LABEL_CHARS_MAX) or False


def _basis(entry: Entry | None, reading: Reading) -> Basis | None:
    if entry is None:
        return None
    written = entry.value.value if isinstance(entry.value, yaml.ScalarNode) else ""
    allowed = [basis.value for basis in Basis]
    if written in allowed:
        return Basis(written)
    suggestion = did_you_mean(written, allowed)
    facts = {"value": written, "allowed": ", ".join(allowed)}
    reading.note(entry.value, FaultCode.UNKNOWN_BASIS, suggestion=suggestion, **facts)
    return None


def read_construct(entry: Entry | None, reading: Reading) -> str | None:
    """The scale that the item belongs to."""
    if entry is None:
        return None
    written = entry.value.value.strip() if isinstance(entry.value, yaml.ScalarNode) else ""
    if not written:
        reading.note(entry.key, FaultCode.TEXT_NEEDED, place="construct")
    if len(written) > CONSTRUCT_CHARS_MAX:
        facts = {"place": "construct", "language": ""}
        limit, length = CONSTRUCT_CHARS_MAX, len(written)
        reading.note(entry.value, FaultCode.TEXT_TOO_LONG, limit=limit, length=length, **facts)
    return written
