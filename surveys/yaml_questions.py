"""The questions of a survey file, each by its kind."""

from datetime import date

import yaml

from surveys.faults import FaultCode
from surveys.limits import SCALE_END_CHARS_MAX, SCALE_POINTS_MAX, UNIT_CHARS_MAX
from surveys.question_documents import Common
from surveys.questions import (
    GAUGE_ENDS,
    Choice,
    DateQuestion,
    Gauge,
    MultipleChoice,
    Note,
    NumberQuestion,
    OpenQuestion,
    Question,
    Ranking,
    Scale,
    SingleChoice,
    TimeQuestion,
    YesNo,
)
from surveys.yaml_choices import read_choices, read_picks
from surveys.yaml_common import OF_EVERY_KIND, Lines, read_common, read_yes_no_at
from surveys.yaml_nodes import read_number, read_whole
from surveys.yaml_texts import Reading, did_you_mean

OF_KIND = {
    "open": (),
    "single": ("choices",),
    "multiple": ("choices", "picks"),
    "ranking": ("choices", "places"),
    "yes_no": (),
    "scale": ("from", "to", "low", "high"),
    "rating": ("to", "low", "high"),
    "nps": ("low", "high"),
    "csat": ("low", "high"),
    "ces": ("low", "high"),
    "number": ("from", "to", "whole", "unit"),
    "date": ("from", "to"),
    "time": (),
    "note": (),
}
_SCALE_BOUNDS = (-100, 100)
_STARS_BOUNDS = (2, 10)


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
            return OpenQuestion(**common)
        case "single":
            return SingleChoice(**common, choices=read_choices(node, found, kind, reading))
        case "multiple":
            choices = read_choices(node, found, kind, reading)
            least, most = read_picks(found.get("picks"), choices, reading)
            return MultipleChoice(**common, choices=choices, picks_min=least, picks_max=most)
        case "ranking":
            choices = read_choices(node, found, kind, reading)
            return Ranking(**common, choices=choices, places=_places(found, choices, reading))
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
    return _scale(Gauge(kind), found, common, reading)


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
        if name in anywhere and name not in fitting:
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


def _scale(gauge: Gauge, found: Lines, common: Common, reading: Reading) -> Scale:
    ends = dict(zip(("from", "to"), GAUGE_ENDS.get(gauge, (1, 5)), strict=True))
    bounds = _STARS_BOUNDS if gauge is Gauge.STARS else _SCALE_BOUNDS
    allowed = [place for place in OF_KIND[gauge.value] if place in ends and place in found]
    for place in allowed:
        node = found[place].value
        written = read_whole(node, place, reading.inside, reading.notes, bounds)
        ends[place] = ends[place] if written is None else written
    low, high = ends["from"], ends["to"]
    node = found[allowed[0] if allowed else gauge.value].key
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
        gauge=gauge,
    )


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
