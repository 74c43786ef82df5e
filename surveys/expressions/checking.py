"""Finds what is wrong with an expression before anybody walks by it: names, choices, types."""

import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import pairwise

from surveys.expressions.evaluating import COLUMN
from surveys.expressions.functions import compiled_pattern
from surveys.expressions.tree import (
    Answered,
    Arithmetic,
    Both,
    Call,
    Column,
    Compare,
    Comparison,
    Count,
    Either,
    Expression,
    Function,
    Given,
    Has,
    Label,
    Literal,
    Negative,
    Not,
    Operation,
    Source,
    Today,
    When,
)
from surveys.faults import FaultCode
from surveys.rejections import Fact


class Kind(StrEnum):
    """What an expression comes to."""

    NUMBER = "number"
    TEXT = "text"
    YES_NO = "yes-no"
    CHOICE = "choice"  # The key of one choice.
    CHOICES = "choices"
    DATE = "date"
    TIME = "time"
    NOTHING = "nothing"  # A note: nothing can be asked of it.


@dataclass(frozen=True, slots=True)
class Known:
    """What a key stands for."""

    kind: Kind
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with an expression, at an offset of its text."""

    at: int
    code: FaultCode
    facts: Mapping[str, Fact] = field(default_factory=dict)
    suggestion: str | None = None


_FROM_ANYTHING = {
    **dict.fromkeys((Function.REGEX, Function.CONTAINS, Function.STARTS), Kind.YES_NO),
    Function.ENDS: Kind.YES_NO,
    **dict.fromkeys((Function.TEXT, Function.SUBSTR, Function.BEFORE, Function.AFTER), Kind.TEXT),
    **dict.fromkeys((Function.LOWER, Function.UPPER, Function.TRIM), Kind.TEXT),
    Function.NUMBER: Kind.NUMBER,
}
"""What comes of functions that take any values, as texts."""

_ORDERED = frozenset({Kind.NUMBER, Kind.DATE, Kind.TIME})


def check(node: Expression, names: Mapping[str, Known], needed: Kind | None) -> list[Problem]:
    """All that is wrong with the expression; `needed` is what it has to come to, None: anything."""
    checker = _Checker(names)
    found = checker.kind(node)
    if needed is not None and found is not None and found is not needed:
        checker.mismatch(node, found, needed)
    return checker.problems


def kind_of(node: Expression, names: Mapping[str, Known]) -> Kind:
    """What a checked expression comes to."""
    return _Checker(names, suggesting=False).kind(node) or Kind.NOTHING


@dataclass(slots=True)
class _Checker:
    """Each method says what a node comes to; None after noting why nobody can say."""

    names: Mapping[str, Known]
    problems: list[Problem] = field(default_factory=list)
    suggesting: bool = True

    def note(self, at: int, code: FaultCode, suggestion: str | None = None, **facts: Fact) -> None:
        self.problems.append(Problem(at, code, facts, suggestion))

    def mismatch(self, node: Expression, found: Kind, needed: Kind) -> None:
        self.note(node.at, FaultCode.WRONG_TYPE, found=found.value, needed=needed.value)

    def kind(self, node: Expression) -> Kind | None:
        match node:
            case Literal(value):
                return _literal_kind(value)
            case Given(key):
                return self._named(key, node.at)
            case Answered(key):
                self._known(key, node.at)
                return Kind.YES_NO
            case Today():
                return Kind.DATE
            case Source():
                return Kind.TEXT
            case Column(name):
                return self._named(COLUMN + name, node.at, shown=name)
            case Label(key, place):
                self._known(key, node.at)
                if place is not None:
                    self._need(place, Kind.NUMBER)
                return Kind.TEXT
            case Count(picks):
                self._need(picks, Kind.CHOICES)
                return Kind.NUMBER
            case Has():
                return self._has(node)
            case Not(condition):
                self._need(condition, Kind.YES_NO)
                return Kind.YES_NO
            case Both(left, right) | Either(left, right):
                self._need(left, Kind.YES_NO)
                self._need(right, Kind.YES_NO)
                return Kind.YES_NO
            case Compare():
                return self._compare(node)
            case Arithmetic():
                return self._arithmetic(node)
            case Negative(number):
                self._need(number, Kind.NUMBER)
                return Kind.NUMBER
            case When(condition, then, otherwise):
                self._need(condition, Kind.YES_NO)
                return self._same((then, otherwise))
            case Call():
                return self._call(node)

    def _known(self, key: str, at: int, shown: str | None = None) -> Known | None:
        known = self.names.get(key)
        if known is None and shown is not None:
            self.note(at, FaultCode.UNKNOWN_COLUMN, self._column(shown), name=shown)
        elif known is None:
            better = _nearest(key, self.names) if self.suggesting else None
            self.note(at, FaultCode.UNKNOWN_NAME, better, name=key)
        return known

    def _column(self, name: str) -> str | None:
        """The column that was meant; a value of one, which has to stand in quotes."""
        columns = {k.removeprefix(COLUMN): self.names[k] for k in self.names if COLUMN in k}
        if any(name in known.choices for known in columns.values()):
            return f"'{name}'"
        return _nearest(name, columns)

    def _named(self, key: str, at: int, shown: str | None = None) -> Kind | None:
        known = self._known(key, at, shown)
        if known is not None and known.kind is Kind.NOTHING:
            self.note(at, FaultCode.NOTHING_TO_ASK, name=key)
            return None
        return known.kind if known else None

    def _need(self, node: Expression, needed: Kind) -> None:
        found = self.kind(node)
        if found is not None and found is not needed:
            self.mismatch(node, found, needed)

    def _has(self, node: Has) -> Kind:
        found = self.kind(node.picks)
        if found not in (None, Kind.CHOICES, Kind.CHOICE):
            assert found is not None, "checked in the line above"
            self.mismatch(node.picks, found, Kind.CHOICES)
        chosen = self.kind(node.choice)
        if chosen not in (None, Kind.TEXT, Kind.CHOICE):
            assert chosen is not None, "checked in the line above"
            self.mismatch(node.choice, chosen, Kind.CHOICE)
        self._choice_exists(node.picks, node.choice)
        return Kind.YES_NO

    def _compare(self, node: Compare) -> Kind:
        left, right = self.kind(node.left), self.kind(node.right)
        if left is not None and right is not None:
            if not _comparable(node, left, right):
                self.mismatch(node.right, right, left)
            elif node.how not in (Comparison.EQUAL, Comparison.UNEQUAL) and left not in _ORDERED:
                self.mismatch(node.left, left, Kind.NUMBER)
        self._choice_exists(node.left, node.right)
        self._choice_exists(node.right, node.left)
        return Kind.YES_NO

    def _choice_exists(self, asked: Expression, choice: Expression) -> None:
        """A choice in quotes has to be one of the question's."""
        known = self.names.get(asked.key) if isinstance(asked, Given) else None
        if known is None or not known.choices or not isinstance(choice, Literal):
            return
        if isinstance(choice.value, str) and choice.value not in known.choices:
            assert isinstance(asked, Given), "only a question has choices"
            better = _nearest(choice.value, known.choices)
            facts: dict[str, Fact] = {"choice": choice.value, "question": asked.key}
            self.note(choice.at, FaultCode.UNKNOWN_CHOICE, better, **facts)

    def _arithmetic(self, node: Arithmetic) -> Kind | None:
        left, right = self.kind(node.left), self.kind(node.right)
        if Kind.DATE in (left, right) and node.how in (Operation.PLUS, Operation.MINUS):
            if left is right and node.how is Operation.MINUS:
                return Kind.NUMBER
            if left is Kind.DATE and right in (Kind.NUMBER, None):
                return Kind.DATE
        for side, found in ((node.left, left), (node.right, right)):
            if found not in (None, Kind.NUMBER):
                self.mismatch(side, found, Kind.NUMBER)
        return Kind.NUMBER

    def _same(self, nodes: Iterable[Expression]) -> Kind | None:
        """The kind that all of these have."""
        found = [(node, kind) for node in nodes if (kind := self.kind(node)) is not None]
        for (_, before), (node, kind) in pairwise(found):
            if kind is not before:
                self.mismatch(node, kind, before)
        return found[0][1] if found else None

    def _call(self, node: Call) -> Kind | None:
        first, *others = node.arguments
        match node.function:
            case Function.FIRST:
                return self._same(node.arguments)
            case Function.LENGTH:
                self._need(first, Kind.TEXT)
                return Kind.NUMBER
            case Function.DATE:
                return self._date(first)
            case Function.AT:
                self._need(first, Kind.CHOICES)
                self._need(others[0], Kind.NUMBER)
                return Kind.CHOICE
            case Function.DAYS | Function.FORMAT:
                self._need(first, Kind.DATE)
                return Kind.NUMBER if node.function is Function.DAYS else Kind.TEXT
            case Function.REGEX:
                self._pattern(others[0])
        if node.function in _FROM_ANYTHING:
            for argument in node.arguments:
                self.kind(argument)
            return _FROM_ANYTHING[node.function]
        for argument in node.arguments:
            self._need(argument, Kind.NUMBER)
        return Kind.NUMBER

    def _pattern(self, node: Expression) -> None:
        pattern = node.value if isinstance(node, Literal) else None
        if not isinstance(pattern, str) or compiled_pattern(pattern) is None:
            self.note(node.at, FaultCode.BAD_PATTERN)

    def _date(self, argument: Expression) -> Kind:
        self._need(argument, Kind.TEXT)
        if isinstance(argument, Literal) and isinstance(argument.value, str):
            try:
                date.fromisoformat(argument.value)
            except ValueError:
                self.note(argument.at, FaultCode.BAD_DATE, value=argument.value)
        return Kind.DATE


def _literal_kind(value: bool | float | str | None) -> Kind | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return Kind.YES_NO
    return Kind.TEXT if isinstance(value, str) else Kind.NUMBER


def _comparable(node: Compare, left: Kind, right: Kind) -> bool:
    if left is right:
        return left is not Kind.CHOICES
    kinds = {left, right}
    if kinds == {Kind.CHOICE, Kind.TEXT}:
        return True
    return kinds == {Kind.CHOICES, Kind.TEXT} and isinstance(node.right, Literal)


def _nearest(name: str, known: Iterable[str]) -> str | None:
    nearest: Callable[..., list[str]] = difflib.get_close_matches
    return next(iter(nearest(name.lower(), list(known), n=1)), None)
