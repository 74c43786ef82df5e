"""Writes an expression as text that reads back as the same tree."""

import re

from surveys.expressions.parsing import CALLS, WORDS
from surveys.expressions.tree import (
    Answered,
    Arithmetic,
    Both,
    Call,
    Column,
    Compare,
    Count,
    Either,
    Expression,
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

_BARE = re.compile(r"[a-z_][a-z0-9_]*")
_OR, _AND, _NOT, _COMPARED, _SUM, _PRODUCT, _SIGNED, _ATOM = range(8)


def write(node: Expression) -> str:
    """The expression as people write it; `parse` reads it back."""
    return _written(node, _OR)


def _written(node: Expression, around: int) -> str:
    text, tightness = _plain(node)
    return text if tightness >= around else f"({text})"


def _plain(node: Expression) -> tuple[str, int]:
    """The text and how tightly it holds together."""
    match node:
        case Literal(value):
            return _literal(value), _ATOM
        case Given(key):
            return _name(key), _ATOM
        case Today():
            return "today()", _ATOM
        case Source():
            return "source()", _ATOM
        case Not(condition):
            return f"not {_written(condition, _NOT)}", _NOT
        case Both(left, right):
            return f"{_written(left, _AND)} and {_written(right, _NOT)}", _AND
        case Either(left, right):
            return f"{_written(left, _OR)} or {_written(right, _AND)}", _OR
        case Compare(how, left, right):
            return f"{_written(left, _SUM)} {how} {_written(right, _SUM)}", _COMPARED
        case Has(picks, choice):
            return f"{_written(picks, _SUM)} has {_written(choice, _SUM)}", _COMPARED
        case Negative(number):
            return f"-{_written(number, _SIGNED)}", _SIGNED
        case Arithmetic(how, left, right):
            level = _SUM if how in (Operation.PLUS, Operation.MINUS) else _PRODUCT
            return f"{_written(left, level)} {how} {_written(right, level + 1)}", level
    return _call(node), _ATOM


def _call(node: Expression) -> str:
    match node:
        case Answered(key):
            return f"answered({_name(key)})"
        case Column(name):
            return f"column({_name(name)})"
        case Label(key, place):
            return f"label({_name(key)}, {write(place)})" if place else f"label({_name(key)})"
        case Count(picks):
            return f"count({write(picks)})"
        case When(condition, then, otherwise):
            return f"if({write(condition)}, {write(then)}, {write(otherwise)})"
        case Call(function, arguments):
            return f"{function}({', '.join(map(write, arguments))})"
    raise AssertionError(node)


def _name(key: str) -> str:
    bare = _BARE.fullmatch(key) and key not in WORDS and key not in CALLS
    return key if bare else f"${{{key}}}"


def _literal(value: bool | float | str | None) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return f'"{value}"' if '"' not in value else f"'{value}'"
    whole = float(value).is_integer()
    return f"{int(value)}" if whole else f"{value:.10f}".rstrip("0")
