"""One row of the sheet "survey" as a question of a survey file."""

import re
from collections.abc import Mapping

import yaml

from surveys.faults import FaultCode
from surveys.questions import Gauge
from surveys.xlsform.choices import Columns, Lists, choices_node
from surveys.xlsform.nodes import Entry, entry, mapping, scalar
from surveys.xlsform.sheets import Cell, Row
from surveys.xlsform.texts import Languages
from surveys.xlsform.types import RowKind, RowType
from surveys.yaml.texts import Reading, did_you_mean

_YES = frozenset({"yes", "true", "true()", "1"})
_NO = frozenset({"", "no", "false", "false()", "0"})
_PARAMETER = re.compile(r"(\w+)\s*=\s*(-?[\d.]+)")
_OWN = ("basis", "construct", "reversed", "dont_know", "prefer_not", "remembers")
"""Columns beside XLSForm's own, as a survey file has them."""

_GAUGES = {gauge.value: gauge for gauge in Gauge if gauge is not Gauge.PLAIN}
_PICTURE = "image"
_READ_ONLY = (RowKind.OPEN, RowKind.NUMBER, RowKind.SINGLE, RowKind.MULTIPLE)
_SEED = re.compile(r"seed\s*=\s*(\S+)", re.IGNORECASE)


def is_yes(written: str) -> bool:
    """Whether a cell such as "required" says yes; a condition there counts as yes."""
    return written.casefold() not in _NO


def question_node(
    row: Row,
    kind: RowType,
    key: str,
    lists: Lists,
    languages: Languages,
    columns: Columns | None,
) -> tuple[yaml.MappingNode, list[Entry]]:
    """The question, and its lines, to which conditions can be added.

    `columns` are those of the choices that a filter looks at.
    """
    if is_yes(row.text("readonly")) and kind.kind in _READ_ONLY:
        kind = RowType(RowKind.NOTE)
    at = row.cell("type")
    lines = [entry("key", scalar(row.cell("name"), key), row.cell("name"))]
    prompt = languages.node(row, "label")
    if prompt is None:
        words = row.text("name").replace("_", " ")
        prompt = mapping(at, [entry(languages.default, scalar(row.cell("name"), words), at)])
    lines += _of_kind(row, kind, prompt, lists, languages, columns)
    hint = languages.node(row, "hint")
    if hint is not None:
        lines.append(entry("hint", hint, row.cell("hint")))
    picture = next(
        (cell for name, cell in row.cells.items() if name.partition(":")[0].strip() == _PICTURE),
        None,
    )
    if picture is not None and picture.text:
        lines.append(entry("picture", scalar(picture, picture.text), picture))
    message = languages.node(row, "constraint_message")
    if message is not None and row.text("constraint"):
        lines.append(entry("constraint_message", message, row.cell("constraint_message")))
    if kind.kind is not RowKind.NOTE and not is_yes(row.text("required")):
        lines.append(entry("optional", scalar(row.cell("required"), "yes", plain=True), at))
    for name in _OWN:
        if row.text(name):
            quoted = name in ("construct", "remembers")
            value = scalar(row.cell(name), plain=not quoted)
            lines.append(entry(name, value, row.cell(name)))
    node = mapping(at, ())
    node.value = lines
    return node, lines


def shuffle_lines(row: Row, reading: Reading) -> list[Entry]:
    """Whether the order is by lot, by our own column or by XLSForm's parameters."""
    at = row.cell("parameters")
    if row.text("shuffle"):
        return [entry("shuffle", scalar(row.cell("shuffle"), plain=True), row.cell("shuffle"))]
    if not re.search(r"randomize\s*=\s*true", at.text, re.IGNORECASE):
        return []
    seed = _SEED.search(at.text)
    if seed is not None and seed[1].isdigit():
        return [_plain("shuffle", seed[1][:15], at)]
    if seed is not None:
        reading.note(scalar(at), FaultCode.SEED_IGNORED)
    return [_plain("shuffle", "yes", at)]


def time_node(row: Row, key: str, lines: list[Entry]) -> yaml.MappingNode:
    """The second half of a moment: the same question, asking for the time of day."""
    own: list[Entry] = []
    for name, value in lines:
        if name.value == "date":
            own.append(entry("time", value, row.cell("type")))
        elif name.value == "key":
            own.append(entry("key", scalar(row.cell("name"), key), row.cell("name")))
        elif name.value in ("hint", "relevant", "optional"):
            own.append((name, value))
    return mapping(row.cell("type"), own)


def _of_kind(
    row: Row,
    kind: RowType,
    prompt: yaml.Node,
    lists: Lists,
    languages: Languages,
    columns: Columns | None,
) -> list[Entry]:
    at = row.cell("type")
    gauge = _GAUGES.get(row.text("appearance").casefold())
    match kind.kind:
        case RowKind.SINGLE | RowKind.MULTIPLE | RowKind.RANKING:
            listed = lists.get(kind.choices)
            lines = [entry(kind.kind.value, prompt, at)]
            if listed is None:
                _no_list(row, kind, lists, languages.reading)
                return [*lines, entry("choices", mapping(at, [entry("none", prompt, at)]), at)]
            choices = choices_node(at, listed, languages, other=kind.other, columns=columns)
            shuffle = shuffle_lines(row, languages.reading)
            return [*lines, entry("choices", choices, at), *shuffle]
        case RowKind.MOMENT:
            return [entry("date", prompt, at)]
        case RowKind.NUMBER if gauge is not None:
            return [entry(gauge.value, prompt, at)]
        case RowKind.NUMBER:
            lines = [entry("number", prompt, at)]
            return lines if kind.whole else [*lines, _plain("whole", "no", at)]
        case RowKind.RANGE:
            return _range(row, prompt, gauge)
    return [entry(kind.kind.value, prompt, at)]


def _range(row: Row, prompt: yaml.Node, gauge: Gauge | None) -> list[Entry]:
    """A scale where the steps are whole and few, else a number between the ends."""
    at = row.cell("parameters")
    given = _parameters(row.text("parameters"))
    low, high, step = given.get("start", 1.0), given.get("end", 10.0), given.get("step", 1.0)
    if gauge is Gauge.STARS:
        return [entry("rating", prompt, at), _plain("to", f"{high:g}", at)]
    if gauge is not None:
        return [entry(gauge.value, prompt, at)]
    ends = [_plain("from", f"{low:g}", at), _plain("to", f"{high:g}", at)]
    whole = all(number.is_integer() for number in (low, high, step))
    if whole and step == 1 and 0 < high - low <= 20:
        return [entry("scale", prompt, at), *ends]
    return [entry("number", prompt, at), *ends, *([] if whole else [_plain("whole", "no", at)])]


def _parameters(written: str) -> Mapping[str, float]:
    found = {}
    for name, value in _PARAMETER.findall(written):
        try:
            found[name.casefold()] = float(value)
        except ValueError:
            continue
    return found


def _plain(name: str, value: str, at: Cell) -> Entry:
    return entry(name, scalar(at, value, plain=True), at)


def _no_list(row: Row, kind: RowType, lists: Lists, reading: Reading) -> None:
    better = did_you_mean(kind.choices, lists) if kind.choices else None
    code = FaultCode.LIST_MISSING
    reading.note(scalar(row.cell("type")), code, suggestion=better, value=kind.choices or "…")
