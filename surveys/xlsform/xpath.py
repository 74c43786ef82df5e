"""Reads the XPath of a spreadsheet's conditions, as far as it makes sense in a chat.

What comes out is the survey's own expression tree, and means the same: an empty answer is "" there
and no answer here, a node set is true where it is answered.
"""

from surveys.expressions.scanning import BRACKETS_MAX
from surveys.expressions.tree import (
    Arithmetic,
    Both,
    Column,
    Comparison,
    Either,
    Expression,
    Given,
    Literal,
    Negative,
    Operation,
)
from surveys.xlsform.calls import INSTEAD, called
from surveys.xlsform.meaning import (
    Names,
    as_condition,
    compared,
    given,
)
from surveys.xlsform.tokens import Token, UnsupportedXPath, tokens

_COMPARISONS = {"=": Comparison.EQUAL} | {each.value: each for each in Comparison}
_OPERATIONS = {
    "+": Operation.PLUS, "-": Operation.MINUS, "*": Operation.TIMES, "div": Operation.DIVIDED,
    "mod": Operation.MODULO,
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
    reader = _Reader(list(tokens(text)), names, own, columns=columns, around=around)
    found = reader.alternatives()
    if reader.now.text or reader.now.kind != "end":
        raise UnsupportedXPath(reader.now.text)
    return as_condition(found, names) if condition else found


class _Reader:
    """Walks through the tokens, one look ahead; loose to tight as XPath has it."""

    def __init__(
        self,
        tokens: list[Token],
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
    def now(self) -> Token:
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
        if token == Token("sign", ".") and self._own is not None:
            return given(self._own, self._names)
        if token != Token("sign", "("):
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
        found = called(name, arguments, self._names)
        if found is None:
            raise UnsupportedXPath(f"{name}()", INSTEAD.get(name))
        return found

    def _position(self) -> Expression:
        """Which time the repeat goes round."""
        self._step()
        self._expect(")")
        if self._around is None:
            raise UnsupportedXPath("position(..)")
        return Given(self._around)

    def _condition(self, node: Expression) -> Expression:
        return as_condition(node, self._names)

    def _step(self) -> Token:
        token = self.now
        if token.kind == "end":
            raise UnsupportedXPath("…")
        self._place += 1
        return token

    def _is(self, kind: str, text: str) -> bool:
        return self.now == Token(kind, text)

    def _expect(self, sign: str) -> None:
        if not self._is("sign", sign):
            raise UnsupportedXPath(self.now.text or "…")
        self._step()
