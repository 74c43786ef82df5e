"""Functions of a spreadsheet's XPath, each as what it means in the survey's own tree."""

from collections.abc import Iterator, Mapping
from math import pi

from surveys.expressions.checking import Kind
from surveys.expressions.parsing import ARGUMENTS
from surveys.expressions.tree import (
    Arithmetic,
    Call,
    Count,
    Expression,
    Function,
    Given,
    Label,
    Literal,
    Negative,
    Not,
    Today,
    When,
)
from surveys.xlsform.meaning import Names, as_condition, as_text, has, is_text, kind_named

INSTEAD = {
    "count": "count-selected()", "decimal-time": None, "random": None,
    "pulldata": "select_one … + choice_filter",
    "uuid": None, "checklist": "count-selected()", "weighted-checklist": "count-selected()",
    "area": None, "distance": None, "digest": None, "instance": None, "current": "${name}",
    "property": None, "version": None, "format-date-time": "format-date()",
    "decimal-date": "decimal-date-time()", "last-saved#": None,
}  # fmt: skip
"""What to write for a function that is not there; None where nothing means the same."""


def called(name: str, arguments: list[Expression], names: Names) -> Expression | None:
    """What the function of that name means with these arguments; None if nothing here."""
    if not arguments:
        return _PLAIN.get(name)
    match name, arguments:
        case "not", [inner]:
            return Not(as_condition(inner, names))
        case "boolean", [inner]:
            return as_condition(inner, names)
        case "selected", [picks, choice]:
            return has(picks, choice, names)
        case "count-selected" | "count-non-empty" | "count", [Given() as picks]:
            return Count(picks)
        case "if", [condition, then, otherwise]:
            return _when(as_condition(condition, names), then, otherwise, names)
        case "once", [inner]:
            return inner
        case "string", [inner]:
            return Call(Function.TEXT, (inner,))
        case "selected-at", [Given(key), place]:
            return Call(Function.AT, (Given(key), place))
        case "jr:choice-name", [Given(key), Literal()]:
            return Label(key)
        case "jr:choice-name", [Call(Function.AT, (Given(key), place)), Literal()]:
            return Label(key, place)
        case "indexed-repeat", [Given(key), Given(), Literal(float() as number)]:
            return Given(f"{key}[{int(number)}]")
        case "join", [Literal(), *_] if len(arguments) > 1:
            return Call(Function.TEXT, tuple(_joined(arguments)))
        case "number", [inner] if _is_number(inner, names):
            return inner
        case "date" | "date-time" | "decimal-date-time", [inner] if _is_date(inner, names):
            return inner if name != "decimal-date-time" else Call(Function.DAYS, (inner,))
    function = _FUNCTIONS.get(name)
    if function is None:
        return None
    least, most = ARGUMENTS.get(function, (1, 1))
    return Call(function, tuple(arguments)) if least <= len(arguments) <= most else None


_PLAIN: Mapping[str, Expression] = {
    "true": Literal(value=True), "false": Literal(value=False), "today": Today(), "now": Today(),
    "pi": Literal(pi),
}  # fmt: skip
_FUNCTIONS: Mapping[str, Function] = {
    "round": Function.ROUND, "int": Function.INT, "min": Function.MIN, "max": Function.MAX,
    "string-length": Function.LENGTH, "concat": Function.TEXT, "coalesce": Function.FIRST,
    "date": Function.DATE, "date-time": Function.DATE, "sum": Function.SUM, "abs": Function.ABS,
    "pow": Function.POWER, "number": Function.NUMBER, "regex": Function.REGEX,
    "substr": Function.SUBSTR, "contains": Function.CONTAINS, "starts-with": Function.STARTS,
    "ends-with": Function.ENDS, "substring-before": Function.BEFORE,
    "substring-after": Function.AFTER, "normalize-space": Function.TRIM,
    "lower-case": Function.LOWER, "upper-case": Function.UPPER, "format-date": Function.FORMAT,
}  # fmt: skip


def _joined(arguments: list[Expression]) -> Iterator[Expression]:
    """The values with the first one between them."""
    between, *values = arguments
    for place, value in enumerate(values):
        if place:
            yield between
        yield value


def _is_number(node: Expression, names: Names) -> bool:
    if isinstance(node, Given):
        return kind_named(node.key, names) is Kind.NUMBER
    numeric = Arithmetic | Count | Negative
    return isinstance(node, numeric) or (
        isinstance(node, Call) and node.function in (Function.INT, Function.ROUND, Function.SUM)
    )


def _is_date(node: Expression, names: Names) -> bool:
    if isinstance(node, Given):
        return kind_named(node.key, names) is Kind.DATE
    return isinstance(node, Today)


def _when(
    condition: Expression, then: Expression, otherwise: Expression, names: Names
) -> Expression:
    """An empty text on one side is no value; a choice beside a text is a text."""
    empty = Literal("")
    if any(is_text(side) and side != empty for side in (then, otherwise)):
        then, otherwise = as_text(then, names), as_text(otherwise, names)
    return When(
        condition,
        Literal(None) if then == empty else then,
        Literal(None) if otherwise == empty else otherwise,
    )
