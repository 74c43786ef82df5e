"""The choices of a question in a survey file, and how many of them may be picked."""

import re
from collections.abc import Mapping

import yaml

from surveys.documents.parts import ListOf
from surveys.faults import FaultCode
from surveys.limits import (
    CHOICES_MAX,
    COLUMN_CHARS_MAX,
    LABEL_CHARS_MAX,
    LONG_TEXT_CHARS_MAX,
    RANKED_MAX,
)
from surveys.questions import Choice, ChoiceKey, Shuffle
from surveys.yaml.logic import read_expression
from surveys.yaml.nodes import Entry, read_yes_no
from surveys.yaml.texts import Reading

_OF_A_CHOICE = ("label", "exclusive", "other", "columns")
_SEED = re.compile(r"\d{1,15}", re.ASCII)
_PICKS = re.compile(r"(\d{1,2})\s*(?:[-–—]\s*(\d{1,2})|\+)", re.ASCII)


def read_listed(
    question: yaml.Node, found: Mapping[str, Entry], kind: str, reading: Reading
) -> ListOf:
    """The choices, which of them are shown, and whether their order is by lot."""
    return ListOf(
        choices=read_choices(question, found, kind, reading),
        shuffle=read_shuffle(found, reading),
        choice_filter=read_expression(found.get("choice_filter"), "choice_filter", reading),
    )


def read_shuffle(found: Mapping[str, Entry], reading: Reading) -> Shuffle:
    """Yes, no, or a seed that draws the same lot for everybody."""
    if "shuffle" not in found:
        return False
    node = found["shuffle"].value
    if isinstance(node, yaml.ScalarNode) and _SEED.fullmatch(node.value.strip()):
        return int(node.value)
    return read_yes_no(node, "shuffle", reading.inside, reading.notes)


def read_choices(
    question: yaml.Node, found: Mapping[str, Entry], kind: str, reading: Reading
) -> tuple[Choice, ...]:
    """The choices in the author's order, as far as they can be read."""
    entry = found.get("choices")
    if entry is None:
        reading.note(question, FaultCode.MISSING, place="choices")
        return ()
    if isinstance(entry.value, yaml.SequenceNode) and entry.value.value:
        first = entry.value.value[0]
        words = first.value if isinstance(first, yaml.ScalarNode) else "…"
        reading.note(entry.value, FaultCode.CHOICES_NEED_KEYS, suggestion=f"first: {words}")
        return ()
    if not isinstance(entry.value, yaml.MappingNode) or not entry.value.value:
        reading.note(entry.key, FaultCode.NO_CHOICES)
        return ()
    listed = reading.mapping(entry.value, "choices") or {}
    choices = [_choice(name, each, kind, reading) for name, each in listed.items()]
    most = RANKED_MAX if kind == "ranking" else CHOICES_MAX
    if len(choices) > most:
        code = FaultCode.TOO_MANY_CHOICES
        reading.note(entry.key, code, limit=most, length=len(choices))
    read = tuple(choice for choice in choices if choice is not None)
    _check_labels(read, listed, reading, filtered="choice_filter" in found)
    for second in [choice for choice in read if choice.other][1:]:
        reading.note(listed[second.key].key, FaultCode.OTHER_TWICE, choice=second.key)
    if kind == "multiple" and read and all(choice.exclusive for choice in read):
        reading.note(entry.key, FaultCode.EXCLUSIVE_EVERYWHERE)
    return read


def read_picks(
    entry: Entry | None, choices: tuple[Choice, ...], reading: Reading
) -> tuple[int, int | None]:
    """The least and most picks: "1-3", or "2+" for two and more."""
    if entry is None:
        return 1, None
    together = sum(not choice.exclusive for choice in choices)
    written = entry.value.value.strip() if isinstance(entry.value, yaml.ScalarNode) else "…"
    match = _PICKS.fullmatch(written)
    least = int(match[1]) if match else 0
    most = int(match[2]) if match and match[2] else None
    if match is None or most == 0 or (most is not None and least > most):
        better = f"{most}-{least}" if most else f"1-{max(together, 1)}"
        reading.note(entry.value, FaultCode.BAD_PICKS, suggestion=better, value=written)
    elif choices and max(least, most or 0) > together:
        picks = max(least, most or 0)
        code = FaultCode.PICKS_BEYOND_CHOICES
        reading.note(entry.value, code, picks=picks, choices=together)
    return least, most


def _choice(name: str, entry: Entry, kind: str, reading: Reading) -> Choice | None:
    reading.check_key(entry.key, name, "choice")
    node, label, exclusive, other = entry.value, entry, False, False
    columns: Mapping[str, str] = {}
    if isinstance(node, yaml.MappingNode):
        names = {key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)}
        if names & set(_OF_A_CHOICE):
            found = reading.mapping(node, name) or {}
            reading.check_names(found, _OF_A_CHOICE)
            if "label" not in found:
                reading.note(entry.key, FaultCode.MISSING, place="label")
                return None
            label = found["label"]
            if "exclusive" in found:
                written = found["exclusive"].value
                exclusive = read_yes_no(written, "exclusive", reading.inside, reading.notes)
            if exclusive and kind != "multiple":
                key = found["exclusive"].key
                reading.note(key, FaultCode.EXCLUSIVE_IN_SINGLE, choice=name)
            if "other" in found:
                written = found["other"].value
                other = read_yes_no(written, "other", reading.inside, reading.notes)
            if "columns" in found:
                columns = _columns(found["columns"], reading)
    text = reading.text(label, name, LONG_TEXT_CHARS_MAX)
    if text is None:
        return None
    return Choice(
        key=ChoiceKey(name), label=text, exclusive=exclusive, other=other, columns=columns
    )


def _columns(entry: Entry, reading: Reading) -> Mapping[str, str]:
    """What is noted beside the choice, by the name of the column."""
    found: dict[str, str] = {}
    for name, line in (reading.mapping(entry.value, "columns") or {}).items():
        node = line.value
        if isinstance(node, yaml.ScalarNode) and len(node.value) <= COLUMN_CHARS_MAX:
            found[name] = node.value.strip()
        else:
            reading.note(line.key, FaultCode.TEXT_NEEDED, place=name)
    return found


def _check_labels(
    choices: tuple[Choice, ...], listed: Mapping[str, Entry], reading: Reading, *, filtered: bool
) -> None:
    """Every label fits on a button, and no two read the same.

    Where a filter shows a part of the choices, two that differ in a column may read the same: the
    King county of Washington and that of Texas.
    """
    seen: dict[tuple[str, str], Choice] = {}
    for choice in choices:
        node = listed[choice.key].key
        for language, words in choice.label.by_language.items():
            facts = {"choice": choice.key, "language": language}
            if len(words) > LABEL_CHARS_MAX:
                limit, length = LABEL_CHARS_MAX, len(words)
                reading.note(node, FaultCode.LABEL_TOO_LONG, limit=limit, length=length, **facts)
            other = seen.setdefault((language, words.casefold()), choice)
            apart = filtered and other.columns != choice.columns
            if words and other is not choice and not apart:
                reading.note(node, FaultCode.REPEATED_LABEL, other=other.key, **facts)
