"""Reads the XPath of a spreadsheet's conditions, as far as it makes sense in a chat.

What comes out is the survey's own expression tree, and means the same: an empty answer is "" there
and no answer here, a node set is true where it is answered.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import pi

from surveys.expressions.checking import Kind
from surveys.expressions.parsing import ARGUMENTS
from surveys.expressions.scanning import BRACKETS_MAX
from surveys.expressions.tree import (
    Arithmetic,
    Both,
    Call,
    Column,
    Comparison,
    Count,
    Either,
    Expression,
    Function,
    Given,
    Label,
    Literal,
    Negative,
    Not,
    Operation,
    Today,
    When,
)
from surveys.xlsform.meaning import (
    Names,
    as_condition,
    as_text,
    compared,
    given,
    has,
    is_text,
    kind_named,
)


class UnsupportedXPath(Exception):
    """`found` cannot be read or makes no sense here; `instead` says what to write."""

    def __init__(self, found: str, instead: str | None = None) -> None:
        super().__init__(found)
        self.found, self.instead = found, instead


_TOKEN = re.compile(
    r"""\s*(?:
      (?P<number>\d+(?:\.\d+)?|\.\d+)
    | "(?P<double>[^"]*)" | '(?P<single>[^']*)' | [‘’](?P<curly>[^‘’]*)[‘’] | “(?P<quoted>[^”]*)”
    | \$\{\s*(?P<name>[^}]+?)\s*\}
    | (?P<word>[A-Za-z_][\w:.-]*)
    | (?P<parent>\.\.)
    | (?P<sign><=|>=|!=|[=<>+\-*(),.|/\[\]@])
    )""",
    re.VERBOSE,
)
_TEXTS = frozenset({"double", "single", "curly", "quoted"})
_COMPARISONS = {"=": Comparison.EQUAL} | {each.value: each for each in Comparison}
_OPERATIONS = {
    "+": Operation.PLUS, "-": Operation.MINUS, "*": Operation.TIMES, "div": Operation.DIVIDED,
    "mod": Operation.MODULO,
}  # fmt: skip
_INSTEAD = {
    "count": "count-selected()", "decimal-time": None, "random": None,
    "pulldata": "select_one … + choice_filter",
    "uuid": None, "checklist": "count-selected()", "weighted-checklist": "count-selected()",
    "area": None, "distance": None, "digest": None, "instance": None, "current": "${name}",
    "property": None, "version": None, "format-date-time": "format-date()",
    "decimal-date": "decimal-date-time()", "last-saved#": None,
}  # fmt: skip


def read_xpath(
    text: str,
    names: Names,
    own: str | None,
    *,
    condition: bool,
    columns: bool = False,
    around: str | None = None,
) -> Expression:
    """The tree of the XPath; `own` is the name that a single dot stands for.

    A condition comes out as one. `columns` allows the names of columns of a choice; `around` is
    the key of the repeat that the expression stands in. Raises UnsupportedXPath.
    """
    reader = _Reader(list(_tokens(text)), names, own, columns=columns, around=around)
    found = reader.alternatives()
    if reader.now.text or reader.now.kind != "end":
        raise UnsupportedXPath(reader.now.text)
    return as_condition(found, names) if condition else found


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str


def _tokens(text: str) -> Iterator[_Token]:
    place, end = 0, len(text.rstrip())
    while place < end:
        found = _TOKEN.match(text, place)
        if found is None:
            raise UnsupportedXPath(text[place:].strip()[:10])
        kind = found.lastgroup or ""
        yield _Token("text" if kind in _TEXTS else kind, found[kind])
        place = found.end()
    yield _Token("end", "")


class _Reader:
    """Walks through the tokens, one look ahead; loose to tight as XPath has it."""

    def __init__(
        self,
        tokens: list[_Token],
        names: Names,
        own: str | None,
        *,
        columns: bool,
        around: str | None,
    ) -> None:
        self._tokens, self._names, self._own = tokens, names, own
        self._columns, self._around = columns, around
        self._place = self._brackets = 0

    @property
    def now(self) -> _Token:
        return self._tokens[self._place]

    def alternatives(self) -> Expression:
        self._brackets += 1
        if self._brackets > BRACKETS_MAX:
            raise UnsupportedXPath("(")
        left = self._all()
        while self._is("word", "or"):
            self._step()
            left = Either(self._condition(left), self._condition(self._all()))
        self._brackets -= 1
        return left

    def _all(self) -> Expression:
        left = self._compared()
        while self._is("word", "and"):
            self._step()
            left = Both(self._condition(left), self._condition(self._compared()))
        return left

    def _compared(self) -> Expression:
        left = self._sum()
        while self.now.kind == "sign" and self.now.text in _COMPARISONS:
            how = _COMPARISONS[self._step().text]
            left = compared(how, left, self._sum(), self._names)
        return left

    def _sum(self) -> Expression:
        left = self._product()
        while self.now.kind == "sign" and self.now.text in ("+", "-"):
            how = _OPERATIONS[self._step().text]
            left = Arithmetic(how, left, self._product())
        return left

    def _product(self) -> Expression:
        left = self._signed()
        while self._is("sign", "*") or self._is("word", "div") or self._is("word", "mod"):
            how = _OPERATIONS[self._step().text]
            left = Arithmetic(how, left, self._signed())
        return left

    def _signed(self) -> Expression:
        if self._is("sign", "-"):
            self._step()
            return Negative(self._signed())
        return self._atom()

    def _atom(self) -> Expression:
        token = self._step()
        match token.kind:
            case "number":
                return Literal(float(token.text))
            case "text":
                return Literal(token.text)
            case "name":
                return given(token.text, self._names)
            case "word" if self._is("sign", "("):
                return self._call(token.text)
            case "word" if self._columns and ":" not in token.text:
                return Column(token.text.casefold())
            case "parent":
                return given(self._beside(), self._names)
        if token == _Token("sign", ".") and self._own is not None:
            return given(self._own, self._names)
        if token != _Token("sign", "("):
            raise UnsupportedXPath(token.text or "…")
        inner = self.alternatives()
        self._expect(")")
        return inner

    def _beside(self) -> str:
        """The name at the end of a path such as ``../total``: every name of a form is its own."""
        name = ""
        while self._is("sign", "/"):
            self._step()
            if self.now.kind not in ("parent", "word"):
                break
            name = self._step().text
        if not name or name == "..":
            raise UnsupportedXPath("..")
        return name

    def _call(self, name: str) -> Expression:
        self._step()
        if name == "position" and self.now.kind == "parent":
            return self._position()
        arguments: list[Expression] = []
        while not self._is("sign", ")"):
            if arguments:
                self._expect(",")
            arguments.append(self.alternatives())
        self._step()
        found = self._called(name, arguments)
        if found is None:
            raise UnsupportedXPath(f"{name}()", _INSTEAD.get(name))
        return found

    def _position(self) -> Expression:
        """Which time the repeat goes round."""
        self._step()
        self._expect(")")
        if self._around is None:
            raise UnsupportedXPath("position(..)")
        return Given(self._around)

    def _called(self, name: str, arguments: list[Expression]) -> Expression | None:
        match name, arguments:
            case "true", []:
                return Literal(value=True)
            case "false", []:
                return Literal(value=False)
            case "today", []:
                return Today()
            case "not", [inner]:
                return Not(self._condition(inner))
            case "boolean", [inner]:
                return self._condition(inner)
            case "selected", [picks, choice]:
                return has(picks, choice, self._names)
            case "count-selected" | "count-non-empty" | "count", [Given() as picks]:
                return Count(picks)
            case "if", [condition, then, otherwise]:
                return _when(self._condition(condition), then, otherwise, self._names)
            case "once", [inner]:
                return inner
            case "string", [inner]:
                return Call(Function.TEXT, (inner,))
            case "now", []:
                return Today()
            case "pi", []:
                return Literal(pi)
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
            case "number", [inner] if _is_number(inner, self._names):
                return inner
            case "date" | "date-time" | "decimal-date-time", [inner] if _is_date(
                inner, self._names
            ):
                return inner if name != "decimal-date-time" else Call(Function.DAYS, (inner,))
        function = _FUNCTIONS.get(name)
        if function is None:
            return None
        least, most = ARGUMENTS.get(function, (1, 1))
        return Call(function, tuple(arguments)) if least <= len(arguments) <= most else None

    def _condition(self, node: Expression) -> Expression:
        return as_condition(node, self._names)

    def _step(self) -> _Token:
        token = self.now
        if token.kind == "end":
            raise UnsupportedXPath("…")
        self._place += 1
        return token

    def _is(self, kind: str, text: str) -> bool:
        return self.now == _Token(kind, text)

    def _expect(self, sign: str) -> None:
        if not self._is("sign", sign):
            raise UnsupportedXPath(self.now.text or "…")
        self._step()


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
