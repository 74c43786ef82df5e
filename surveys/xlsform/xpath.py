"""Reads the XPath of a spreadsheet's conditions, as far as it makes sense in a chat.

What comes out is the survey's own expression tree, and means the same: an empty answer is "" there
and no answer here, a node set is true where it is answered.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from surveys.expressions.scanning import BRACKETS_MAX
from surveys.expressions.tree import (
    Arithmetic,
    Both,
    Call,
    Comparison,
    Count,
    Either,
    Expression,
    Function,
    Literal,
    Negative,
    Not,
    Operation,
    Today,
    When,
)
from surveys.xlsform.meaning import Names, as_condition, compared, given, has


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
    "regex": "string-length(.) < 20", "now": "today()", "count": "count-selected()",
    "jr:choice-name": "${name}", "selected-at": "selected()", "format-date": "${name}",
    "decimal-date-time": "${a} - ${b}", "pulldata": None, "indexed-repeat": None,
}  # fmt: skip


def read_xpath(text: str, names: Names, own: str | None, *, condition: bool) -> Expression:
    """The tree of the XPath; `own` is the name that a single dot stands for.

    A condition comes out as one. Raises UnsupportedXPath.
    """
    reader = _Reader(list(_tokens(text)), names, own)
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

    def __init__(self, tokens: list[_Token], names: Names, own: str | None) -> None:
        self._tokens, self._names, self._own = tokens, names, own
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
        if token == _Token("sign", ".") and self._own is not None:
            return given(self._own, self._names)
        if token != _Token("sign", "("):
            raise UnsupportedXPath(token.text or "…")
        inner = self.alternatives()
        self._expect(")")
        return inner

    def _call(self, name: str) -> Expression:
        self._step()
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
            case "count-selected", [picks]:
                return Count(picks)
            case "if", [condition, then, otherwise]:
                return _when(self._condition(condition), then, otherwise)
            case ("number" | "once") | "string", [inner] if name != "string":
                return inner
        function = _FUNCTIONS.get(name)
        return Call(function, tuple(arguments)) if function and arguments else None

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
    "string-length": Function.LENGTH, "concat": Function.TEXT, "string": Function.TEXT,
    "coalesce": Function.FIRST, "date": Function.DATE,
}  # fmt: skip


def _when(condition: Expression, then: Expression, otherwise: Expression) -> When:
    """An empty text on one side is no value."""
    empty = Literal("")
    return When(
        condition,
        Literal(None) if then == empty else then,
        Literal(None) if otherwise == empty else otherwise,
    )
