"""Cells as nodes of a survey file, so that one reader checks both and names the cell at fault."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import yaml

from surveys.xlsform.sheets import Cell

_TEXT, _MAPPING, _LIST = "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"

Entry = tuple[yaml.Node, yaml.Node]


@dataclass(frozen=True, slots=True)
class CellMark:
    """Where a node stands, counted from 0 as in a text."""

    line: int
    column: int
    sheet: str
    header: str


def scalar(at: Cell, text: str | None = None, *, plain: bool = False) -> yaml.ScalarNode:
    """What is written in the cell, or `text` in its place; `plain` for numbers, yes and no."""
    value = at.text if text is None else text
    style = None if plain else "'"
    return yaml.ScalarNode(_TEXT, value, start_mark=_mark(at), style=style)


def mapping(at: Cell, entries: Iterable[Entry]) -> yaml.MappingNode:
    """ "name: value" lines."""
    return yaml.MappingNode(_MAPPING, list(entries), start_mark=_mark(at))


def listed(at: Cell, nodes: Iterable[yaml.Node]) -> yaml.SequenceNode:
    """A list."""
    return yaml.SequenceNode(_LIST, list(nodes), start_mark=_mark(at))


def entry(name: str, value: yaml.Node, at: Cell) -> Entry:
    """One "name: value" line."""
    return scalar(at, name), value


def _mark(at: Cell) -> Any:
    """As much of PyYAML's mark as is ever looked at."""
    return CellMark(at.row - 1, at.column - 1, at.sheet, at.header)
