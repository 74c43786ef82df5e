"""YAML as a tree of nodes with lines, bounded in size and depth; nothing is ever constructed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

import yaml
from yaml.reader import ReaderError

from surveys.faults import Fault, FaultCode
from surveys.limits import FILE_BYTES_MAX, NESTING_MAX
from surveys.rejections import Fact

_YES = frozenset({"yes", "true", "on", "да", "так"})
_NO = frozenset({"no", "false", "off", "нет", "ні"})
_NUMBER = re.compile(r"[+-]?\d{1,15}([.,]\d{1,9})?", re.ASCII)


_LISTS = ("choices", "external_choices")


class _Mark(Protocol):
    line: int
    column: int


class Refused(Exception):
    """The file cannot be read past this one fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


class _BoundedLoader(yaml.SafeLoader):
    """Builds nodes only, without references and only so deep.

    PyYAML ends a plain text inside {…} at a question mark, which YAML does not ask for and surveys
    are full of; while a plain text is scanned, a question mark is shown to it as a letter.
    """

    depth = 0
    in_plain_text = False

    def scan_plain(self) -> yaml.ScalarToken:
        self.in_plain_text = True
        token = super().scan_plain()
        self.in_plain_text = False
        return token

    def peek(self, index: int = 0) -> str:
        character = super().peek(index)
        return "x" if character == "?" and self.in_plain_text else character

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event: yaml.Event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent):
            raise _refused(event.start_mark, FaultCode.ALIAS_REFUSED, name=str(event.anchor))
        if self.depth == NESTING_MAX:
            raise _refused(event.start_mark, FaultCode.NESTED_TOO_DEEP, limit=NESTING_MAX)
        self.depth += 1
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


def compose(text: str) -> yaml.Node | None:
    """The tree of the file, or None if it is empty; raises Refused if it cannot be read."""
    size = len(text.encode(errors="replace"))
    if size > FILE_BYTES_MAX:
        facts: dict[str, Fact] = {"limit": FILE_BYTES_MAX, "length": size}
        raise Refused(Fault(1, 1, FaultCode.FILE_TOO_LARGE, facts))
    text = text.removeprefix("\ufeff")
    try:
        return _BoundedLoader(text).get_single_node()
    except ReaderError as error:
        raise Refused(_strange_character(text, error)) from error
    except yaml.MarkedYAMLError as error:
        raise _broken(error) from error


@dataclass(slots=True)
class Notes:
    """The faults found so far."""

    faults: list[Fault] = field(default_factory=list)
    _told: set[tuple[object, ...]] = field(default_factory=set)

    @property
    def any_fault(self) -> bool:
        """Whether something must be mended; warnings may stay."""
        return any(not fault.is_warning for fault in self.faults)

    def add(
        self, node: yaml.Node, code: FaultCode, *, suggestion: str | None = None, **facts: Fact
    ) -> None:
        """Note a fault at the node."""
        self.add_within(node, 0, code, facts, suggestion)

    def add_within(
        self,
        node: yaml.Node,
        offset: int,
        code: FaultCode,
        facts: Mapping[str, Fact],
        suggestion: str | None = None,
    ) -> None:
        """Note a fault so many signs into the text of the node."""
        mark = node.start_mark
        quote = isinstance(node, yaml.ScalarNode) and node.style is not None
        sheet, header = getattr(mark, "sheet", ""), getattr(mark, "header", "")
        column = mark.column + 1 + (offset + quote if offset and not sheet else 0)
        told: tuple[object, ...] = (sheet, mark.line, code)
        if sheet not in _LISTS:  # A list of choices may be asked for by many questions.
            told = (*told, column, suggestion, *sorted(map(str, facts.items())))
        if told in self._told:
            return
        self._told.add(told)
        fault = Fault(mark.line + 1, column, code, facts, suggestion, sheet=sheet, header=header)
        self.faults.append(fault)


@dataclass(frozen=True, slots=True)
class Entry:
    """One "key: value" of a mapping."""

    key: yaml.Node
    value: yaml.Node


def entries(node: yaml.MappingNode, notes: Notes) -> Mapping[str, Entry]:
    """The mapping by its keys as written; a key that stands twice is noted, the first counts."""
    found: dict[str, Entry] = {}
    for key, value in node.value:
        name = key.value if isinstance(key, yaml.ScalarNode) else "?"
        if name in found:
            first = found[name].key.start_mark.line + 1
            notes.add(key, FaultCode.DUPLICATE_KEY, key=name, first=first)
        else:
            found[name] = Entry(key, value)
    return found


def names_written(root: yaml.Node) -> Iterator[str]:
    """Whatever may be the name of something: every name of a line, and every key."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.SequenceNode):
            waiting += node.value
        elif isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if isinstance(key, yaml.ScalarNode):
                    yield key.value
                    if key.value == "key" and isinstance(value, yaml.ScalarNode):
                        yield value.value.strip()
                waiting.append(value)


def is_blank(node: yaml.Node) -> bool:
    """Whether nothing is written there."""
    return (
        isinstance(node, yaml.ScalarNode) and node.style is None and node.value in ("", "~", "null")
    )


def read_number(node: yaml.Node, place: str, inside: str, notes: Notes) -> float | None:
    """The number written there, or None and a fault."""
    written = node.value.strip() if isinstance(node, yaml.ScalarNode) else "…"
    if _NUMBER.fullmatch(written):
        return float(written.replace(",", "."))
    notes.add(node, FaultCode.NUMBER_NEEDED, place=place, inside=inside, value=written)
    return None


def read_whole(
    node: yaml.Node, place: str, inside: str, notes: Notes, bounds: tuple[int, int]
) -> int | None:
    """The whole number written there, if it is within the bounds."""
    number = read_number(node, place, inside, notes)
    if number is None:
        return None
    if not number.is_integer():
        notes.add(
            node, FaultCode.WHOLE_NUMBER_NEEDED, place=place, inside=inside, value=str(node.value)
        )
        return None
    minimum, maximum = bounds
    if not minimum <= number <= maximum:
        code = FaultCode.NUMBER_OUT_OF_RANGE
        notes.add(node, code, place=place, inside=inside, minimum=minimum, maximum=maximum)
        return None
    return int(number)


def is_yes_or_no(node: yaml.ScalarNode) -> bool:
    """Whether that is yes or no, and not a text in quotes."""
    return node.style is None and node.value.strip().casefold() in _YES | _NO


def read_yes_no(node: yaml.Node, place: str, inside: str, notes: Notes) -> bool:
    """Yes or no in the words of YAML or of the bot's languages."""
    written = node.value.strip() if isinstance(node, yaml.ScalarNode) else "…"
    if written.casefold() in _YES | _NO:
        return written.casefold() in _YES
    notes.add(node, FaultCode.YES_OR_NO_NEEDED, place=place, inside=inside, value=written)
    return False


def _refused(mark: _Mark | None, code: FaultCode, **facts: Fact) -> Refused:
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    return Refused(Fault(line, column, code, facts))


def _broken(error: yaml.MarkedYAMLError) -> Refused:
    mark = error.problem_mark or error.context_mark
    problem = str(error.problem or error.context or "")
    if "end of stream" in problem:
        mark = error.context_mark or mark  # Where the quote was opened.
    if "'\\t'" in problem:
        return _refused(mark, FaultCode.TAB_INDENT)
    if "mapping values are not allowed" in problem:
        return _refused(mark, FaultCode.COLON_NEEDS_QUOTES)
    return _refused(mark, FaultCode.BROKEN_YAML, problem=problem)


def _strange_character(text: str, error: ReaderError) -> Fault:
    before = text[: error.position]
    column = len(before) - before.rfind("\n")
    name = f"U+{ord(text[error.position]):04X}"
    facts: dict[str, Fact] = {"character": name}
    return Fault(before.count("\n") + 1, column, FaultCode.STRANGE_CHARACTER, facts)
