"""What XPath means by names, texts and conditions, in the terms of the survey's own expressions."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from surveys.expressions.checking import Kind
from surveys.expressions.tree import (
    Answered,
    Arithmetic,
    Call,
    Compare,
    Comparison,
    Count,
    Expression,
    Function,
    Given,
    Has,
    Literal,
    Negative,
    Not,
    Today,
)

_UNEQUAL = Comparison.UNEQUAL


@dataclass(frozen=True, slots=True)
class Named:
    """What a name of the spreadsheet stands for: a key, its kind, and the keys of its choices."""

    key: str
    kind: Kind
    choices: Mapping[str, str] = field(default_factory=dict)


Names = Mapping[str, Named]
"""By the name as written in the spreadsheet."""


def given(name: str, names: Names) -> Given:
    """The answer of that name; an unknown name stays, so that the check of the survey tells it."""
    return Given(names[name].key if name in names else name)


def as_condition(node: Expression, names: Names) -> Expression:
    """The value as a condition: an answer is true where it is given, a number where it is not 0."""
    match node:
        case Given(key):
            kind = _kind(key, names)
            return node if kind is Kind.YES_NO else Answered(key)
        case Literal(bool()):
            return node
        case Literal(str() | None as text):
            return Literal(bool(text))
        case Literal(float() as number):
            return Literal(number != 0)
        case Arithmetic() | Negative() | Count() | Call(Function.INT | Function.ROUND):
            return Compare(_UNEQUAL, node, Literal(0.0))
    return node


def compared(how: Comparison, left: Expression, right: Expression, names: Names) -> Expression:
    """Two values side by side, a literal read as what it is compared with."""
    empty = Literal("")
    if isinstance(left, Given) and right == empty and how in (Comparison.EQUAL, _UNEQUAL):
        answered = Answered(left.key)
        return answered if how is _UNEQUAL else Not(answered)
    return Compare(how, _fitted(left, right, names), _fitted(right, left, names))


def has(picks: Expression, choice: Expression, names: Names) -> Has:
    """Whether a choice is picked."""
    return Has(picks, _fitted(choice, picks, names))


def _fitted(node: Expression, beside: Expression, names: Names) -> Expression:
    """A literal as a choice, a number, a date or a truth, whatever stands beside it."""
    if not isinstance(node, Literal) or isinstance(node.value, bool):
        return node
    if isinstance(beside, Given):
        named = next((each for each in names.values() if each.key == beside.key), None)
        return _as_kind(node, named) if named is not None else node
    if isinstance(beside, Today) and isinstance(node.value, str):
        return Call(Function.DATE, (node,))
    if isinstance(beside, Arithmetic | Count | Negative):
        return _as_number(node)
    return node


def _as_kind(node: Literal, named: Named) -> Expression:
    match named.kind:
        case Kind.CHOICE | Kind.CHOICES:
            text = _text(node)
            return Literal(named.choices.get(text, text))
        case Kind.NUMBER:
            return _as_number(node)
        case Kind.DATE if isinstance(node.value, str):
            return Call(Function.DATE, (node,))
        case Kind.TEXT:
            return Literal(_text(node))
        case Kind.YES_NO if node.value in ("true", "false"):
            return Literal(node.value == "true")
    return node


def _as_number(node: Literal) -> Literal:
    try:
        return Literal(float(node.value)) if isinstance(node.value, str) else node
    except ValueError:
        return node


def _text(node: Literal) -> str:
    value = node.value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _kind(key: str, names: Names) -> Kind | None:
    return next((named.kind for named in names.values() if named.key == key), None)
