"""What an expression comes to, given answers. Pure, and never fails.

No answer has one meaning everywhere: it equals only another missing answer, it is neither less nor
more than anything, it has nothing picked, its count is 0, and arithmetic with it gives no value.
A missing condition does not hold. Division by zero gives no value.
"""

from collections.abc import Callable
from datetime import date, time, timedelta
from math import trunc

from surveys.expressions.functions import bounded, called, number_of
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
    Value,
    When,
)

Look = Callable[[str], Value]
"""The value of a key; None for no answer."""

TODAY = "today()"
"""The key under which `Look` knows the day; no question can be called so."""

SOURCE = "source()"
"""The key under which `Look` knows the source of the start link."""

COLUMN, LABEL = "column:", "label:"
"""Before a name: what stands in that column beside a choice; the words of what was picked."""


def holds(condition: Expression, look: Look) -> bool:
    """Whether the condition is met."""
    return evaluate(condition, look) is True


def evaluate(node: Expression, look: Look) -> Value:
    """The value of the expression."""
    match node:
        case Literal(value):
            return value
        case Given(key):
            return look(key)
        case Today():
            return look(TODAY)
        case Source():
            return look(SOURCE)
        case Answered(key):
            return look(key) is not None
        case Column(name):
            return look(COLUMN + name)
        case Label(key, None):
            return look(LABEL + key)
        case Label(key, place):
            assert place is not None, "the case above"
            picked = called(Function.AT, [look(key), evaluate(place, look)])
            return look(f"{LABEL}{key}#{picked}") if picked is not None else None
        case Count(picks):
            return float(len(_picked(evaluate(picks, look))))
        case Has(picks, choice):
            return evaluate(choice, look) in _picked(evaluate(picks, look))
        case Not(condition):
            return not holds(condition, look)
        case Both(left, right):
            return holds(left, look) and holds(right, look)
        case Either(left, right):
            return holds(left, look) or holds(right, look)
        case Compare(how, left, right):
            return _compared(how, evaluate(left, look), evaluate(right, look))
        case Arithmetic(how, left, right):
            return _calculated(how, evaluate(left, look), evaluate(right, look))
        case Negative(number):
            return _calculated(Operation.MINUS, 0.0, evaluate(number, look))
        case When(condition, then, otherwise):
            return evaluate(then if holds(condition, look) else otherwise, look)
        case Call(function, arguments):
            return called(function, [evaluate(argument, look) for argument in arguments])


def _picked(value: Value) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return value if isinstance(value, tuple) else ()


def _compared(how: Comparison, left: Value, right: Value) -> bool:
    match how:
        case Comparison.EQUAL:
            return _equal(left, right)
        case Comparison.UNEQUAL:
            return not _equal(left, right)
    if isinstance(left, bool) or isinstance(right, bool):
        return False
    match left, right:
        case (float() | int(), float() | int()):
            order = (left > right) - (left < right)
        case (date(), date()) | (time(), time()) | (str(), str()):
            order = (left > right) - (left < right)  # type: ignore[operator]
        case _:
            return False
    return {
        Comparison.LESS: order < 0,
        Comparison.AT_MOST: order <= 0,
        Comparison.MORE: order > 0,
        Comparison.AT_LEAST: order >= 0,
    }[how]


def _equal(left: Value, right: Value) -> bool:
    """Equal values; picks equal a choice that is all that was picked."""
    if isinstance(left, tuple) and isinstance(right, str):
        return left == (right,)
    if isinstance(right, tuple) and isinstance(left, str):
        return right == (left,)
    return isinstance(left, bool) == isinstance(right, bool) and left == right


def _calculated(how: Operation, left: Value, right: Value) -> Value:
    if isinstance(left, date):
        return _days(how, left, right)
    a, b = number_of(left), number_of(right)
    if a is None or b is None:
        return None
    match how:
        case Operation.PLUS:
            return bounded(a + b)
        case Operation.MINUS:
            return bounded(a - b)
        case Operation.TIMES:
            return bounded(a * b)
        case Operation.DIVIDED:
            return bounded(a / b) if b else None
        case Operation.MODULO:
            return a - b * trunc(a / b) if b else None


def _days(how: Operation, day: date, other: Value) -> Value:
    """A date some days later or earlier, or the days between two dates."""
    if isinstance(other, date) and how is Operation.MINUS:
        return float((day - other).days)
    days = number_of(other)
    if days is None or how not in (Operation.PLUS, Operation.MINUS):
        return None
    try:
        return day + timedelta(days=trunc(days) * (1 if how is Operation.PLUS else -1))
    except OverflowError:
        return None
