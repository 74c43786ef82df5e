"""The sheet "choices": lists by name, each choice with its key and its row."""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from surveys.faults import FaultCode
from surveys.xlsform.nodes import Entry, entry, mapping, scalar
from surveys.xlsform.sheets import Cell, Row, Workbook
from surveys.xlsform.texts import Languages, key_from

_OTHER = {"ru": "Другое", "uk": "Інше", "en": "Other", "fr": "Autre", "es": "Otro"}
_OWN = ("exclusive", "other")


@dataclass(frozen=True, slots=True)
class Listed:
    """One choice of a list."""

    key: str
    name: str
    row: Row


Lists = dict[str, list[Listed]]


def read_lists(book: Workbook) -> Lists:
    """Every list of choices by its name."""
    found: Lists = {}
    taken: dict[str, set[str]] = {}
    for row in book.get("choices", ()):
        head, name = row.text("list_name"), row.text("name")
        if not head or not name:
            continue
        key = key_from(name, taken.setdefault(head, set()), "choice")
        found.setdefault(head, []).append(Listed(key, name, row))
    return found


def keys_of(choices: list[Listed]) -> dict[str, str]:
    """The key of each choice by its name in the spreadsheet."""
    return {choice.name: choice.key for choice in choices}


def choices_node(
    at: Cell, choices: list[Listed], languages: Languages, *, other: bool
) -> yaml.MappingNode:
    """The choices as a survey file has them; `other` adds one that asks for words."""
    lines = [_line(choice, languages) for choice in choices]
    if other:
        used = {code: None for c in choices for code in languages.texts(c.row, "label")}
        label = [
            entry(code, scalar(at, _OTHER.get(code, _OTHER["en"])), at)
            for code in used or {languages.default: None}
        ]
        key = key_from("other", {choice.key for choice in choices}, "other")
        yes = entry("other", scalar(at, "yes", plain=True), at)
        lines.append(entry(key, mapping(at, [entry("label", mapping(at, label), at), yes]), at))
    return mapping(at, lines)


def unnamed(book: Workbook) -> Iterator[tuple[Cell, FaultCode, str]]:
    """Rows of the sheet that belong to no list or have no name."""
    for row in book.get("choices", ()):
        if not row.text("list_name"):
            yield row.cell("list_name"), FaultCode.MISSING, "list_name"
        elif not row.text("name"):
            yield row.cell("name"), FaultCode.MISSING, "name"


def _line(choice: Listed, languages: Languages) -> Entry:
    at = choice.row.cell("name")
    label = languages.node(choice.row, "label") or mapping(
        at, [entry(languages.default, scalar(at, choice.name), at)]
    )
    own = [
        entry(name, scalar(choice.row.cell(name), plain=True), choice.row.cell(name))
        for name in _OWN
        if choice.row.text(name)
    ]
    if not own:
        return entry(choice.key, label, at)
    return entry(choice.key, mapping(at, [entry("label", label, at), *own]), at)
