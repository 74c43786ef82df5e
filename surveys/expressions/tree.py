"""The closed family of expression nodes; `at` is where in its text a node stands."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import date, time
from enum import StrEnum
from typing import Any

Value = bool | float | str | date | time | tuple[str, ...] | None
"""What an expression can come to; None is "no answer"."""


class Comparison(StrEnum):
    """How two values are compared."""

    EQUAL = "=="
    UNEQUAL = "!="
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="


class Operation(StrEnum):
    """How two numbers make a third; days can be added to a date, and dates subtracted."""

    PLUS = "+"
    MINUS = "-"
    TIMES = "*"
    DIVIDED = "/"
    MODULO = "mod"


class Function(StrEnum):
    """What can be called by name on values."""

    ROUND = "round"  # (number) to the nearest whole one, halves up
    INT = "int"  # (number) without its fraction
    MIN = "min"  # (number, …) of those that there are
    MAX = "max"  # (number, …)
    LENGTH = "length"  # (text) in signs
    TEXT = "text"  # (anything, …) written one after another
    FIRST = "first"  # (anything, …) the first that there is
    DATE = "date"  # (text as 2026-05-31)
    SUM = "sum"  # (number, …) of those that there are; 0 of none
    ABS = "abs"  # (number)
    POWER = "pow"  # (number, number)
    NUMBER = "number"  # (anything) read as a number
    REGEX = "regex"  # (text, pattern) whether the whole text is of that form
    SUBSTR = "substr"  # (text, from[, to]) counted from 0
    CONTAINS = "contains"  # (text, text)
    STARTS = "starts_with"  # (text, text)
    ENDS = "ends_with"  # (text, text)
    BEFORE = "before"  # (text, text) what stands before the other text
    AFTER = "after"  # (text, text) what stands after it
    LOWER = "lower"  # (text)
    UPPER = "upper"  # (text)
    TRIM = "trim"  # (text) without needless spaces
    AT = "at"  # (choices, number) the choice at that place, counted from 0
    DAYS = "days"  # (date) since the first of January 1970
    FORMAT = "format_date"  # (date, form) with %Y %m %d


@dataclass(frozen=True, slots=True)
class _Node:
    at: int = field(default=0, compare=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Literal(_Node):
    """A value written out; None is "nothing", no value at all."""

    value: bool | float | str | None


@dataclass(frozen=True, slots=True)
class Given(_Node):
    """The answer to a question, or a calculated value."""

    key: str


@dataclass(frozen=True, slots=True)
class Answered(_Node):
    """Whether the question has an answer; Skip, "don't know" and "rather not say" are none."""

    key: str


@dataclass(frozen=True, slots=True)
class Column(_Node):
    """What the author noted in that column beside the choice that is looked at."""

    name: str


@dataclass(frozen=True, slots=True)
class Label(_Node):
    """The words of the choices that are picked, or of the one at a place counted from 0."""

    key: str
    place: "Expression | None" = None


@dataclass(frozen=True, slots=True)
class Count(_Node):
    """How many choices are picked; 0 where nothing is answered."""

    picks: "Expression"


@dataclass(frozen=True, slots=True)
class Has(_Node):
    """Whether a choice is among those picked."""

    picks: "Expression"
    choice: "Expression"


@dataclass(frozen=True, slots=True)
class Not(_Node):
    """Turns a condition over."""

    condition: "Expression"


@dataclass(frozen=True, slots=True)
class Both(_Node):
    """Two conditions hold."""

    left: "Expression"
    right: "Expression"


@dataclass(frozen=True, slots=True)
class Either(_Node):
    """One of two conditions holds, or both."""

    left: "Expression"
    right: "Expression"


@dataclass(frozen=True, slots=True)
class Compare(_Node):
    """Two values side by side."""

    how: Comparison
    left: "Expression"
    right: "Expression"


@dataclass(frozen=True, slots=True)
class Arithmetic(_Node):
    """A number from two."""

    how: Operation
    left: "Expression"
    right: "Expression"


@dataclass(frozen=True, slots=True)
class Negative(_Node):
    """A number with its sign turned."""

    number: "Expression"


@dataclass(frozen=True, slots=True)
class When(_Node):
    """One value or another."""

    condition: "Expression"
    then: "Expression"
    otherwise: "Expression"


@dataclass(frozen=True, slots=True)
class Call(_Node):
    """A function of some values."""

    function: Function
    arguments: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Today(_Node):
    """The day on which the respondent began."""


@dataclass(frozen=True, slots=True)
class Source(_Node):
    """Where the start link said that the respondent came from; nothing without one."""


Expression = (
    Literal
    | Given
    | Answered
    | Column
    | Label
    | Count
    | Has
    | Not
    | Both
    | Either
    | Compare
    | Arithmetic
    | Negative
    | When
    | Call
    | Today
    | Source
)


def parts(node: Expression) -> tuple[Expression, ...]:
    """The expressions that a node is made of."""
    match node:
        case Literal() | Given() | Answered() | Column() | Label(_, None) | Today() | Source():
            return ()
        case Label(_, place):
            return (place,) if place is not None else ()
        case Count(picks):
            return (picks,)
        case Has(picks, choice):
            return (picks, choice)
        case Not(condition):
            return (condition,)
        case Both(left, right) | Either(left, right):
            return (left, right)
        case Compare(_, left, right) | Arithmetic(_, left, right):
            return (left, right)
        case Negative(number):
            return (number,)
        case When(condition, then, otherwise):
            return (condition, then, otherwise)
        case Call(_, arguments):
            return arguments


def every_node(node: Expression) -> Iterator[Expression]:
    """The node and all below it."""
    yield node
    for part in parts(node):
        yield from every_node(part)


def references(node: Expression) -> frozenset[str]:
    """The keys that the expression looks at."""
    looking = (each for each in every_node(node) if isinstance(each, Given | Answered | Label))
    return frozenset(each.key for each in looking)


def uses_today(node: Expression) -> bool:
    """Whether the expression asks what day it is."""
    return any(isinstance(each, Today) for each in every_node(node))


def uses_source(node: Expression) -> bool:
    """Whether the expression asks where the respondent came from."""
    return any(isinstance(each, Source) for each in every_node(node))


def rebuilt(node: Expression, change: Callable[[Expression], Expression | None]) -> Expression:
    """The same expression with some nodes in place of others; None leaves a node as it is."""
    changed = change(node)
    if changed is not None:
        return changed
    match node:
        case Call(_, arguments):
            return replace(node, arguments=tuple(rebuilt(each, change) for each in arguments))
    inner: dict[str, Any] = {
        each.name: rebuilt(getattr(node, each.name), change)
        for each in fields(node)
        if isinstance(getattr(node, each.name), _Node)
    }
    return replace(node, **inner) if inner else node
