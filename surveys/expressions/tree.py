"""The closed family of expression nodes; `at` is where in its text a node stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

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


Expression = (
    Literal
    | Given
    | Answered
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
)


def parts(node: Expression) -> tuple[Expression, ...]:
    """The expressions that a node is made of."""
    match node:
        case Literal() | Given() | Answered() | Today():
            return ()
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
    return frozenset(each.key for each in every_node(node) if isinstance(each, Given | Answered))


def uses_today(node: Expression) -> bool:
    """Whether the expression asks what day it is."""
    return any(isinstance(each, Today) for each in every_node(node))
