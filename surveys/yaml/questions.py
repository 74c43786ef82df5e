"""The questions of a survey file, each by its kind."""

from datetime import date

import yaml

from surveys.documents.parts import Common
from surveys.faults import FaultCode
from surveys.limits import UNIT_CHARS_MAX
from surveys.media import MediaKind
from surveys.questions import (
    Choice,
    ContactQuestion,
    DateQuestion,
    Gauge,
    LocationQuestion,
    MultipleChoice,
    Note,
    NumberQuestion,
    OpenQuestion,
    Question,
    Ranking,
    SingleChoice,
    TimeQuestion,
    YesNo,
)
from surveys.yaml.choices import read_listed, read_picks
from surveys.yaml.common import OF_EVERY_KIND, Lines, read_common, read_yes_no_at
from surveys.yaml.maxdiff import read_maxdiff
from surveys.yaml.media import read_media
from surveys.yaml.nodes import read_number, read_whole
from surveys.yaml.scales import read_scale
from surveys.yaml.texts import Reading, did_you_mean

OF_KIND: dict[str, tuple[str, ...]] = {
    "open": ("collect",),
    "single": ("choices", "shuffle", "choice_filter"),
    "multiple": ("choices", "shuffle", "choice_filter", "picks"),
    "ranking": ("choices", "shuffle", "choice_filter", "places"),
    "maxdiff": ("choices", "per_set", "sets", "best", "worst"),
    "yes_no": (),
    "scale": ("from", "to", "low", "high", "labels"),
    "rating": ("to", "low", "high"),
    "nps": ("low", "high"),
    "csat": ("low", "high"),
    "ces": ("low", "high"),
    "number": ("from", "to", "whole", "unit"),
    "date": ("from", "to"),
    "time": (),
    "note": (),
    **dict.fromkeys(MediaKind, ("also", "files", "megabytes")),
    "location": (),
    "contact": (),
}

NOT_REMEMBERED = ("note", "maxdiff", *MediaKind)
"""Kinds whose answers say nothing that could be still true another day."""


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
    common = read_common(found, kind, reading)
    match kind:
        case "open":
            collect = read_yes_no_at(found, "collect", reading, otherwise=True)
            return OpenQuestion(**common, collect=collect)
        case "single":
            return SingleChoice(**common, **read_listed(node, found, kind, reading))
        case "multiple":
            listed = read_listed(node, found, kind, reading)
            least, most = read_picks(found.get("picks"), listed["choices"], reading)
            return MultipleChoice(**common, **listed, picks_min=least, picks_max=most)
        case "ranking":
            listed = read_listed(node, found, kind, reading)
            places = _places(found, listed["choices"], reading)
            return Ranking(**common, **listed, places=places)
        case "maxdiff":
            return read_maxdiff(node, found, common, reading)
        case "yes_no":
            return YesNo(**common)
        case "number":
            return _number(found, common, reading)
        case "date":
            return _date(found, common, reading)
        case "time":
            return TimeQuestion(**common)
        case "note":
            return Note(**common)
        case "location":
            return LocationQuestion(**common)
        case "contact":
            return ContactQuestion(**common)
        case "photo" | "voice" | "video" | "document":
            return read_media(MediaKind(kind), found, common, reading)
    return read_scale(Gauge(kind), found, common, reading, at=kind)


def _kind(node: yaml.Node, found: Lines, reading: Reading) -> str | None:
    """The kind of the question, with every key checked to be one of that kind."""
    kinds = [name for name in found if name in OF_KIND]
    anywhere = {name for names in OF_KIND.values() for name in names}
    if not kinds:
        reading.check_names(found, OF_EVERY_KIND, (*OF_KIND, *anywhere))
        unknown = [name for name in found if name not in anywhere and name not in OF_EVERY_KIND]
        if not any(did_you_mean(name, OF_KIND) for name in unknown):
            reading.note(node, FaultCode.NO_KIND)
        return None
    kind = kinds[0]
    for other in kinds[1:]:
        reading.note(found[other].key, FaultCode.TWO_KINDS, kind=kind, other=other)
    fitting = (*OF_EVERY_KIND, *OF_KIND[kind])
    reading.check_names(found, (kind, *fitting), (*kinds, *anywhere))
    for name in found:
        beside = name == "remembers" and kind in NOT_REMEMBERED
        if beside or (name in anywhere and name not in fitting):
            reading.note(found[name].key, FaultCode.KEY_OF_ANOTHER_KIND, key=name, kind=kind)
    return kind


def _places(found: Lines, choices: tuple[Choice, ...], reading: Reading) -> int | None:
    if "places" not in found:
        return None
    bounds = (1, max(len(choices), 1))
    return read_whole(found["places"].value, "places", reading.inside, reading.notes, bounds)


def _date(found: Lines, common: Common, reading: Reading) -> DateQuestion:
    earliest, latest = (_day(found, place, reading) for place in ("from", "to"))
    if earliest is not None and latest is not None and earliest > latest:
        facts = {"low": earliest.isoformat(), "high": latest.isoformat()}
        reading.note(found["from"].key, FaultCode.BOUNDS_REVERSED, **facts)
    return DateQuestion(**common, earliest=earliest, latest=latest)


def _day(found: Lines, place: str, reading: Reading) -> date | None:
    if place not in found:
        return None
    node = found[place].value
    written = node.value if isinstance(node, yaml.ScalarNode) else "…"
    try:
        return date.fromisoformat(written)
    except ValueError:
        reading.note(node, FaultCode.BAD_DATE, place=place, value=written)
        return None


def _number(found: Lines, common: Common, reading: Reading) -> NumberQuestion:
    low, high = (
        read_number(found[place].value, place, reading.inside, reading.notes)
        if place in found
        else None
        for place in ("from", "to")
    )
    whole = read_yes_no_at(found, "whole", reading, otherwise=True)
    if low is not None and high is not None:
        node = found["from"].key
        if low > high:
            reading.note(node, FaultCode.BOUNDS_REVERSED, low=low, high=high)
        elif whole and high // 1 < low:
            reading.note(node, FaultCode.NO_WHOLE_NUMBER, low=low, high=high)
    unit = reading.text(found.get("unit"), "unit", UNIT_CHARS_MAX)
    return NumberQuestion(**common, minimum=low, maximum=high, whole=whole, unit=unit)
