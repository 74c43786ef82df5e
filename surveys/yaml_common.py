"""What every question of a survey file may have: texts, conditions, ways out, what it measures."""

from collections.abc import Mapping

import yaml

from surveys.faults import FaultCode
from surveys.limits import CONSTRUCT_CHARS_MAX, HINT_CHARS_MAX, LABEL_CHARS_MAX, LONG_TEXT_CHARS_MAX
from surveys.question_documents import Common
from surveys.questions import Basis, Offered, QuestionKey
from surveys.text import Text
from surveys.yaml_logic import read_expression
from surveys.yaml_nodes import Entry, is_yes_or_no, read_yes_no
from surveys.yaml_texts import Reading, did_you_mean

OF_EVERY_KIND = (
    "key", "hint", "relevant", "constraint", "constraint_message", "optional", "dont_know",
    "prefer_not", "basis", "construct", "reversed",
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
        construct=_construct(found.get("construct"), reading),
        reversed=is_reversed,
    )


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


def _construct(entry: Entry | None, reading: Reading) -> str | None:
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
