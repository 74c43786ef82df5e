"""Scales in a survey file: their ends, and words for their points."""

import yaml

from surveys.documents.parts import Common
from surveys.faults import FaultCode
from surveys.limits import LABEL_CHARS_MAX, SCALE_END_CHARS_MAX, SCALE_POINTS_MAX
from surveys.questions import GAUGE_ENDS, Gauge, Scale
from surveys.text import Text
from surveys.yaml.common import Lines
from surveys.yaml.nodes import Entry, read_whole
from surveys.yaml.texts import Reading

_SCALE_BOUNDS = (-100, 100)
_STARS_BOUNDS = (2, 10)
_SET_BY_AUTHOR = {Gauge.PLAIN: ("from", "to"), Gauge.STARS: ("to",)}


def read_scale(gauge: Gauge, found: Lines, common: Common, reading: Reading, *, at: str) -> Scale:
    """The scale; `at` names the line to blame where none is better."""
    labels = _labels(found.get("labels"), reading) if gauge is Gauge.PLAIN else ()
    ends = dict(zip(("from", "to"), GAUGE_ENDS.get(gauge, (1, 5)), strict=True))
    bounds = _STARS_BOUNDS if gauge is Gauge.STARS else _SCALE_BOUNDS
    allowed = [place for place in _SET_BY_AUTHOR.get(gauge, ()) if place in found]
    for place in allowed:
        node = found[place].value
        written = read_whole(node, place, reading.inside, reading.notes, bounds)
        ends[place] = ends[place] if written is None else written
    if labels and "to" not in found:
        ends["to"] = ends["from"] + len(labels) - 1
    low, high = ends["from"], ends["to"]
    node = found[allowed[0] if allowed else at].key
    if low >= high:
        reading.note(node, FaultCode.BOUNDS_REVERSED, low=low, high=high)
    elif high - low >= SCALE_POINTS_MAX:
        length = high - low + 1
        reading.note(node, FaultCode.SCALE_TOO_LONG, limit=SCALE_POINTS_MAX, length=length)
    elif labels and len(labels) != high - low + 1:
        node, code, points = found["labels"].key, FaultCode.LABELS_UNEQUAL, high - low + 1
        reading.note(node, code, labels=len(labels), points=points)
    return Scale(
        **common,
        low=low,
        high=high,
        low_label=reading.text(found.get("low"), "low", SCALE_END_CHARS_MAX),
        high_label=reading.text(found.get("high"), "high", SCALE_END_CHARS_MAX),
        labels=labels,
        gauge=gauge,
    )


def _labels(entry: Entry | None, reading: Reading) -> tuple[Text, ...]:
    """Words for every point, from the lowest on."""
    if entry is None:
        return ()
    if not isinstance(entry.value, yaml.SequenceNode) or len(entry.value.value) < 2:
        reading.note(entry.key, FaultCode.LIST_NEEDED, place="labels")
        return ()
    texts = [
        reading.text(Entry(entry.key, node), "labels", LABEL_CHARS_MAX)
        for node in entry.value.value
    ]
    return tuple(text or Text({}) for text in texts)
