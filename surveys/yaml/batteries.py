"""Batteries in a survey file: rows that share one scale, each of them a question of its own."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import yaml

from surveys.documents.parts import Common
from surveys.expressions.tree import Both
from surveys.faults import FaultCode
from surveys.limits import BATTERY_ROWS_MAX, LONG_TEXT_CHARS_MAX
from surveys.questions import Battery, Gauge, QuestionKey, Scale
from surveys.text import Text
from surveys.yaml.common import (
    OF_EVERY_KIND,
    Lines,
    read_common,
    read_construct,
    read_yes_no_at,
)
from surveys.yaml.logic import read_expression
from surveys.yaml.nodes import Entry
from surveys.yaml.scales import read_scale
from surveys.yaml.texts import Reading

OF_A_BATTERY = ("battery", "rows", "from", "to", "low", "high", "labels")
OF_A_ROW = ("label", "reversed", "construct", "relevant")


def is_battery(node: yaml.Node) -> bool:
    """Whether the item of the list is a battery."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return any(isinstance(key, yaml.ScalarNode) and key.value == "battery" for key, _ in pairs)


def read_battery(
    node: yaml.Node, position: int, reading: Reading
) -> Iterator[tuple[yaml.Node, Scale]]:
    """Every row that can be read, with where it stands; `reading.inside` names it meanwhile."""
    reading.inside = f"#{position}"
    found = reading.mapping(node, "questions") or {}
    if "key" in found:
        reading.inside = reading.key(found["key"], "battery")
    else:
        reading.note(node, FaultCode.MISSING, place="key")
    key = reading.inside
    reading.check_names(found, (*(set(OF_EVERY_KIND) - {"remembers"}), *OF_A_BATTERY))
    common = read_common(found, "battery", reading)
    scale = read_scale(Gauge.PLAIN, found, common, reading, at="battery")
    scale = replace(scale, battery=Battery(key, common["prompt"]))
    for name, entry in _rows(node, found, reading).items():
        reading.check_key(entry.key, name, "question")
        reading.inside = name
        yield entry.key, _row(scale, name, entry, common, reading)


def _rows(node: yaml.Node, found: Lines, reading: Reading) -> Mapping[str, Entry]:
    if "rows" not in found:
        reading.note(node, FaultCode.MISSING, place="rows")
        return {}
    rows = reading.mapping(found["rows"].value, "rows") or {}
    if len(rows) > BATTERY_ROWS_MAX:
        node, code = found["rows"].key, FaultCode.TOO_MANY_CHOICES
        reading.note(node, code, limit=BATTERY_ROWS_MAX, length=len(rows))
    return rows


def _row(scale: Scale, name: str, entry: Entry, common: Common, reading: Reading) -> Scale:
    own: Lines = {"label": entry}
    if isinstance(entry.value, yaml.MappingNode):
        names = {key.value for key, _ in entry.value.value if isinstance(key, yaml.ScalarNode)}
        if names & set(OF_A_ROW):
            own = reading.mapping(entry.value, name) or {}
            reading.check_names(own, OF_A_ROW)
    if "label" not in own:
        reading.note(entry.key, FaultCode.MISSING, place="label")
    label = reading.text(own.get("label"), name, LONG_TEXT_CHARS_MAX)
    construct = read_construct(own.get("construct"), reading) or common["construct"]
    is_reversed = read_yes_no_at(own, "reversed", reading)
    if is_reversed and construct is None:
        reading.note(own["reversed"].key, FaultCode.REVERSED_ALONE)
    relevant = read_expression(own.get("relevant"), "relevant", reading)
    if relevant is None:
        relevant = common["relevant"]
    elif common["relevant"] is not None:
        relevant = Both(common["relevant"], relevant)
    return replace(
        scale,
        key=QuestionKey(name),
        prompt=label or Text({}),
        relevant=relevant,
        construct=construct,
        reversed=is_reversed,
    )
