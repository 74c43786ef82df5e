"""The sheet "choices": lists by name, each choice with its key and its row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from surveys.faults import FaultCode
from surveys.xlsform.nodes import Entry, entry, mapping, scalar
from surveys.xlsform.sheets import Cell, Row, Workbook
from surveys.xlsform.texts import Languages, key_from

_OTHER = {"ru": "Другое", "uk": "Інше", "en": "Other", "fr": "Autre", "es": "Otro"}
_SHEETS = ("choices", "external_choices")
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
    for row in _listed(book):
        head, name = row.text("list_name"), row.text("name")
        if not head or not name:
            continue
        key = key_from(name, taken.setdefault(head, set()), "choice")
        found.setdefault(head, []).append(Listed(key, name, row))
    return found


def keys_of(choices: list[Listed]) -> dict[str, str]:
    """The key of each choice by its name in the spreadsheet; of the first one of that name."""
    return {choice.name: choice.key for choice in reversed(choices)}


def alike(choices: list[Listed]) -> dict[str, tuple[str, ...]]:
    """The keys of choices that share a name, by the key of the first of them."""
    found: dict[str, tuple[str, ...]] = {}
    first = keys_of(choices)
    for choice in choices:
        head = first[choice.name]
        found[head] = (*found.get(head, ()), choice.key)
    return {head: keys for head, keys in found.items() if len(keys) > 1}


Columns = Mapping[str, Mapping[str, str]]
"""The columns that a filter looks at, each with what stands for some of its values."""


def choices_node(
    at: Cell,
    choices: list[Listed],
    languages: Languages,
    *,
    other: bool,
    columns: Columns | None = None,
) -> yaml.MappingNode:
    """The choices as a survey file has them; `other` adds one that asks for words."""
    lines = [_line(choice, languages, columns or {}) for choice in choices]
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


def _listed(book: Workbook) -> Iterator[Row]:
    """The rows of every sheet that holds lists; a list that stands twice is read once."""
    taken: set[str] = set()
    for sheet in _SHEETS:
        rows = [row for row in book.get(sheet, ()) if row.text("list_name") not in taken]
        yield from rows
        taken |= {row.text("list_name") for row in rows}


def unnamed(book: Workbook) -> Iterator[tuple[Cell, FaultCode, str]]:
    """Rows of the sheet that belong to no list or have no name."""
    for row in book.get("choices", ()):
        if not row.text("list_name"):
            yield row.cell("list_name"), FaultCode.MISSING, "list_name"
        elif not row.text("name"):
            yield row.cell("name"), FaultCode.MISSING, "name"


def repeated(book: Workbook) -> Iterator[tuple[Cell, str, int]]:
    """Names that stand twice in one list, where the form does not allow it."""
    settings = book.get("settings", ())
    allowed = settings[0].text("allow_choice_duplicates") if settings else ""
    if allowed.casefold() in ("yes", "true", "true()"):
        return
    first: dict[tuple[str, str], int] = {}
    for row in book.get("choices", ()):
        head, name = row.text("list_name"), row.text("name")
        if head and name and first.setdefault((head, name), row.number) != row.number:
            yield row.cell("name"), name, first[head, name]


def _line(choice: Listed, languages: Languages, columns: Columns) -> Entry:
    at = choice.row.cell("name")
    label = languages.node(choice.row, "label") or mapping(
        at, [entry(languages.default, scalar(at, choice.name), at)]
    )
    own = [
        entry(name, scalar(choice.row.cell(name), plain=True), choice.row.cell(name))
        for name in _OWN
        if choice.row.text(name)
    ]
    noted = [
        entry(name, scalar(cell, values.get(cell.text, cell.text)), cell)
        for name, values in columns.items()
        if name != "name" and (cell := choice.row.cell(name)).text
    ]
    if noted:
        own.append(entry("columns", mapping(at, noted), at))
    if not own:
        return entry(choice.key, label, at)
    return entry(choice.key, mapping(at, [entry("label", label, at), *own]), at)
