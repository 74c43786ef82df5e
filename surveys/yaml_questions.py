"""The questions of a survey file, each by its kind."""

from collections.abc import Mapping
from typing import TypedDict

import yaml

from surveys.faults import FaultCode
from surveys.limits import (
    CONSTRUCT_CHARS_MAX,
    HINT_CHARS_MAX,
    LONG_TEXT_CHARS_MAX,
    SCALE_END_CHARS_MAX,
    SCALE_POINTS_MAX,
    UNIT_CHARS_MAX,
)
from surveys.questions import (
    Basis,
    MultipleChoice,
    NumberQuestion,
    OpenQuestion,
    Question,
    QuestionKey,
    Scale,
    SingleChoice,
)
from surveys.text import Text
from surveys.yaml_choices import read_choices, read_picks
from surveys.yaml_nodes import Entry, read_number, read_whole, read_yes_no
from surveys.yaml_texts import Reading, did_you_mean

_OF_EVERY_KIND = ("key", "hint", "optional", "basis", "construct", "reversed")
_OF_KIND = {
    "open": (),
    "single": ("choices",),
    "multiple": ("choices", "picks"),
    "scale": ("from", "to", "low", "high"),
    "number": ("from", "to", "whole", "unit"),
}
_SCALE_BOUNDS = (-100, 100)

Lines = Mapping[str, Entry]


class _Common(TypedDict):
    key: QuestionKey
    prompt: Text
    hint: Text | None
    optional: bool
    basis: Basis | None
    construct: str | None
    reversed: bool


def read_question(node: yaml.Node, position: int, reading: Reading) -> Question | None:
    """One question of the list; None after noting what keeps it from being one."""
    reading.inside = f"#{position}"
    found = reading.mapping(node, "questions")
    if found is None:
        return None
    if "key" in found:
        reading.inside = reading.key(found["key"], "question")
    else:
        reading.note(node, FaultCode.MISSING, place="key")
    kind = _kind(node, found, reading)
    if kind is None:
        return None
    return _of_kind(kind, node, found, reading)


def _of_kind(kind: str, node: yaml.Node, found: Lines, reading: Reading) -> Question:
    common = _common(found, kind, reading)
    match kind:
        case "open":
            return OpenQuestion(**common)
        case "single":
            return SingleChoice(**common, choices=read_choices(node, found, kind, reading))
        case "multiple":
            choices = read_choices(node, found, kind, reading)
            least, most = read_picks(found.get("picks"), choices, reading)
            return MultipleChoice(**common, choices=choices, picks_min=least, picks_max=most)
        case "scale":
            return _scale(found, common, reading)
        case _:
            return _number(found, common, reading)


def _kind(node: yaml.Node, found: Lines, reading: Reading) -> str | None:
    """The kind of the question, with every key checked to be one of that kind."""
    kinds = [name for name in found if name in _OF_KIND]
    anywhere = {name for names in _OF_KIND.values() for name in names}
    if not kinds:
        reading.check_names(found, _OF_EVERY_KIND, (*_OF_KIND, *anywhere))
        unknown = [name for name in found if name not in anywhere and name not in _OF_EVERY_KIND]
        if not any(did_you_mean(name, _OF_KIND) for name in unknown):
            reading.note(node, FaultCode.NO_KIND)
        return None
    kind = kinds[0]
    for other in kinds[1:]:
        reading.note(found[other].key, FaultCode.TWO_KINDS, kind=kind, other=other)
    fitting = (*_OF_EVERY_KIND, *_OF_KIND[kind])
    reading.check_names(found, (kind, *fitting), (*kinds, *anywhere))
    for name in found:
        if name in anywhere and name not in fitting:
            reading.note(found[name].key, FaultCode.KEY_OF_ANOTHER_KIND, key=name, kind=kind)
    return kind


def _common(found: Lines, kind: str, reading: Reading) -> _Common:
    prompt = reading.text(found[kind], kind, LONG_TEXT_CHARS_MAX)
    is_reversed = _yes_no(found, "reversed", reading)
    if is_reversed and "construct" not in found:
        reading.note(found["reversed"].key, FaultCode.REVERSED_ALONE)
    return _Common(
        key=QuestionKey(reading.inside),
        prompt=prompt or Text({}),
        hint=reading.text(found.get("hint"), "hint", HINT_CHARS_MAX),
        optional=_yes_no(found, "optional", reading),
        basis=_basis(found.get("basis"), reading),
        construct=_construct(found.get("construct"), reading),
        reversed=is_reversed,
    )


def _yes_no(found: Lines, place: str, reading: Reading, *, otherwise: bool = False) -> bool:
    if place not in found:
        return otherwise
    return read_yes_no(found[place].value, place, reading.inside, reading.notes)


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


def _scale(found: Lines, common: _Common, reading: Reading) -> Scale:
    ends = {"from": 1, "to": 5}
    for place in [place for place in ends if place in found]:
        node = found[place].value
        written = read_whole(node, place, reading.inside, reading.notes, _SCALE_BOUNDS)
        ends[place] = ends[place] if written is None else written
    low, high = ends["from"], ends["to"]
    node = (found.get("from") or found.get("to") or found["scale"]).key
    if low >= high:
        reading.note(node, FaultCode.BOUNDS_REVERSED, low=low, high=high)
    elif high - low >= SCALE_POINTS_MAX:
        length = high - low + 1
        reading.note(node, FaultCode.SCALE_TOO_LONG, limit=SCALE_POINTS_MAX, length=length)
    return Scale(
        **common,
        low=low,
        high=high,
        low_label=reading.text(found.get("low"), "low", SCALE_END_CHARS_MAX),
        high_label=reading.text(found.get("high"), "high", SCALE_END_CHARS_MAX),
    )


def _number(found: Lines, common: _Common, reading: Reading) -> NumberQuestion:
    low, high = (
        read_number(found[place].value, place, reading.inside, reading.notes)
        if place in found
        else None
        for place in ("from", "to")
    )
    whole = _yes_no(found, "whole", reading, otherwise=True)
    if low is not None and high is not None:
        node = found["from"].key
        if low > high:
            reading.note(node, FaultCode.BOUNDS_REVERSED, low=low, high=high)
        elif whole and high // 1 < low:
            reading.note(node, FaultCode.NO_WHOLE_NUMBER, low=low, high=high)
    unit = reading.text(found.get("unit"), "unit", UNIT_CHARS_MAX)
    return NumberQuestion(**common, minimum=low, maximum=high, whole=whole, unit=unit)
