"""What XPath means by names, texts and conditions, in the terms of the survey's own expressions."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from surveys.expressions.checking import Kind
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
    Literal,
    Negative,
    Not,
    Today,
    When,
)

_UNEQUAL = Comparison.UNEQUAL


@dataclass(frozen=True, slots=True)
class Named:
    """What a name of the spreadsheet stands for: a key, its kind, and the keys of its choices.

    `alike` are the keys of choices that share a name, by the first of them; `says` is what the
    answer always is.
    """

    key: str
    kind: Kind
    choices: Mapping[str, str] = field(default_factory=dict)
    alike: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    says: str = ""


Names = Mapping[str, Named]
"""By the name as written in the spreadsheet."""


def given(name: str, names: Names) -> Expression:
    """The answer of that name; an unknown name stays, so that the check of the survey tells it."""
    if name in names and names[name].says:
        return Literal(names[name].says)
    return Given(names[name].key if name in names else name)


def as_condition(node: Expression, names: Names) -> Expression:
    """The value as a condition: an answer is true where it is given, a number where it is not 0."""
    match node:
        case Given(key):
            kind = kind_named(key, names)
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
    fitted = Compare(how, _fitted(left, right, names), _fitted(right, left, names))
    if how not in (Comparison.EQUAL, _UNEQUAL):
        return fitted
    found: Expression = replace(fitted, how=Comparison.EQUAL)
    for asked, other in ((fitted.left, fitted.right), (fitted.right, fitted.left)):
        if isinstance(asked, Given):
            for extra in _of_the_same_name(asked, other, names, _equal):
                found = Either(found, extra)
    if not isinstance(found, Either):
        return fitted
    return found if how is Comparison.EQUAL else Not(found)


def has(picks: Expression, choice: Expression, names: Names) -> Expression:
    """Whether a choice is picked."""
    wanted = _fitted(choice, picks, names)
    found: Expression = Has(picks, wanted)
    if isinstance(picks, Given):
        for extra in _of_the_same_name(picks, wanted, names, Has):
            found = Either(found, extra)
    return found


def as_text(node: Expression, names: Names) -> Expression:
    """One choice as the text of its name, so that it can stand where texts may stand, too."""
    match node:
        case Given(key):
            named = next((each for each in names.values() if each.key == key), None)
            plain = named is not None and all(k == name for name, k in named.choices.items())
            if named is not None and named.kind is Kind.CHOICE and plain:
                return Call(Function.TEXT, (node,))
        case When(condition, then, otherwise):
            return When(condition, as_text(then, names), as_text(otherwise, names))
    return node


def is_text(node: Expression) -> bool:
    """Whether a text is among what the expression may come to."""
    match node:
        case Literal(str()) | Call(Function.TEXT):
            return True
        case When(_, then, otherwise):
            return is_text(then) or is_text(otherwise)
    return False


def _of_the_same_name(
    asked: Given,
    wanted: Expression,
    names: Names,
    meets: Callable[[Expression, Expression], Expression],
) -> Iterator[Expression]:
    """When the answer is a further choice of the name that is wanted."""
    named = next((each for each in names.values() if each.key == asked.key), None)
    for first, keys in named.alike.items() if named is not None else ():
        for key in keys[1:]:
            picked = meets(asked, Literal(key))
            if wanted == Literal(first):
                yield picked
            elif isinstance(wanted, Column):
                yield Both(picked, _equal(wanted, Literal(first)))


def _equal(left: Expression, right: Expression) -> Expression:
    return Compare(Comparison.EQUAL, left, right)


def _fitted(node: Expression, beside: Expression, names: Names) -> Expression:
    """A literal as a choice, a number, a date or a truth, whatever stands beside it."""
    if isinstance(node, Column):
        numeric = isinstance(beside, Literal) and isinstance(beside.value, float)
        if isinstance(beside, Given):
            numeric = kind_named(beside.key, names) is Kind.NUMBER
        return Call(Function.NUMBER, (node,)) if numeric else node
    if not isinstance(node, Literal) or isinstance(node.value, bool):
        return node
    if isinstance(beside, Given):
        named = next((each for each in names.values() if each.key == beside.key), None)
        return _as_kind(node, named) if named is not None else node
    if isinstance(beside, Today) and isinstance(node.value, str):
        return Call(Function.DATE, (node,))
    if isinstance(beside, Arithmetic | Count | Negative):
        return _as_number(node)
    if isinstance(beside, Call):
        return _as_kind(node, Named("", _FROM.get(beside.function, Kind.TEXT)))
    return node


_FROM = {
    **dict.fromkeys((Function.INT, Function.ROUND, Function.SUM, Function.MIN), Kind.NUMBER),
    **dict.fromkeys((Function.MAX, Function.ABS, Function.POWER, Function.DAYS), Kind.NUMBER),
    **dict.fromkeys((Function.NUMBER, Function.LENGTH), Kind.NUMBER),
    Function.DATE: Kind.DATE,
    **dict.fromkeys((Function.FIRST, Function.AT), Kind.NOTHING),
}
"""What a literal beside a function is read as; texts beside the others."""


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


def kind_named(key: str, names: Names) -> Kind | None:
    """What the answer of that key comes to, where it is known."""
    return next((named.kind for named in names.values() if named.key == key), None)
