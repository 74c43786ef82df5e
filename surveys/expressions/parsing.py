"""Reads an expression as people write it: ``age >= 18 and needs has "parking"``.

From loose to tight: or, and, not, comparisons and has, + and -, * / mod, a minus sign. A choice is
written in quotes; a key with a dash in it, or one that is also a word of the language, as ${key}.
"""

from functools import lru_cache

from surveys.expressions.scanning import (
    BRACKETS_MAX,
    EXPRESSION_CHARS_MAX,
    OPERATORS_MAX,
    Token,
    TokenKind,
    Unreadable,
    tokens,
)
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
    When,
)

TRUTHS = {"yes": True, "true": True, "no": False, "false": False, "nothing": None}
WORDS = frozenset({"and", "or", "not", "has", "mod", "if", "then", "else", *TRUTHS})
"""What a bare name cannot be."""

CALLS = (
    "answered",
    "count",
    "column",
    "label",
    "selected",
    "if",
    "not",
    "source",
    "today",
    *Function,
)
"""Everything that can be called."""

_MANY = 100
ARGUMENTS = {
    **dict.fromkeys((Function.MIN, Function.MAX, Function.SUM), (1, _MANY)),
    **dict.fromkeys((Function.TEXT, Function.FIRST), (1, _MANY)),
    **dict.fromkeys((Function.POWER, Function.REGEX, Function.CONTAINS, Function.STARTS), (2, 2)),
    **dict.fromkeys((Function.ENDS, Function.BEFORE, Function.AFTER, Function.AT), (2, 2)),
    Function.FORMAT: (2, 2),
    Function.SUBSTR: (2, 3),
    Function.ROUND: (1, 2),
}
"""The fewest and the most values that a function is called on, where that is not one."""

_SUMS = {"+": Operation.PLUS, "-": Operation.MINUS}
_PRODUCTS = {"*": Operation.TIMES, "/": Operation.DIVIDED, "mod": Operation.MODULO}
_COMPARISONS = {each.value: each for each in Comparison}
_DEEPER = frozenset({"and", "or", "not", *_SUMS, *_PRODUCTS})


class UnknownFunction(Unreadable):
    """Something is called that nobody knows: `found` is its name."""


class TooLong(Unreadable):
    """The expression is longer than any that a person would follow."""


@lru_cache(maxsize=4_096)
def parse(text: str) -> Expression:
    """The tree of the expression; raises Unreadable for anything else."""
    if len(text) > EXPRESSION_CHARS_MAX:
        raise TooLong(EXPRESSION_CHARS_MAX, text[EXPRESSION_CHARS_MAX:][:20])
    parser = _Parser(text)
    found = parser.alternatives()
    if parser.now.kind is not TokenKind.END:
        raise parser.lost()
    return found


class _Parser:
    """Walks through the tokens, one look ahead."""

    def __init__(self, text: str) -> None:
        self._tokens = list(tokens(text))
        self._place = 0
        self._operators = 0
        self._brackets = 0

    @property
    def now(self) -> Token:
        return self._tokens[self._place]

    def lost(self) -> Unreadable:
        return Unreadable(self.now.at, self.now.text)

    def alternatives(self) -> Expression:
        """A whole expression, be it one in brackets."""
        self._brackets += 1
        if self._brackets > BRACKETS_MAX:
            raise TooLong(self.now.at, self.now.text)
        left = self._conditions()
        while self._word("or"):
            at = self._step().at
            left = Either(left, self._conditions(), at=at)
        self._brackets -= 1
        return left

    def _conditions(self) -> Expression:
        left = self._condition()
        while self._word("and"):
            at = self._step().at
            left = Both(left, self._condition(), at=at)
        return left

    def _condition(self) -> Expression:
        if self._word("not"):
            at = self._step().at
            return Not(self._condition(), at=at)
        left = self._sum()
        if self._word("has"):
            at = self._step().at
            return Has(left, self._sum(), at=at)
        how = _COMPARISONS.get(self.now.text) if self.now.kind is TokenKind.SIGN else None
        if how is None:
            return left
        at = self._step().at
        return Compare(how, left, self._sum(), at=at)

    def _sum(self) -> Expression:
        left = self._product()
        while self.now.kind is TokenKind.SIGN and self.now.text in _SUMS:
            sign = self._step()
            left = Arithmetic(_SUMS[sign.text], left, self._product(), at=sign.at)
        return left

    def _product(self) -> Expression:
        left = self._signed()
        while self.now.text in _PRODUCTS and self.now.kind in (TokenKind.SIGN, TokenKind.NAME):
            sign = self._step()
            left = Arithmetic(_PRODUCTS[sign.text], left, self._signed(), at=sign.at)
        return left

    def _signed(self) -> Expression:
        if self._sign("-"):
            at = self._step().at
            return Negative(self._signed(), at=at)
        return self._atom()

    def _atom(self) -> Expression:
        token = self.now
        match token.kind:
            case TokenKind.NUMBER:
                self._step()
                return Literal(float(token.text), at=token.at)
            case TokenKind.TEXT:
                self._step()
                return Literal(token.text, at=token.at)
            case TokenKind.KEY:
                self._step()
                return Given(token.text, at=token.at)
            case TokenKind.NAME:
                return self._named()
        if not self._sign("("):
            raise self.lost()
        self._step()
        inner = self.alternatives()
        self._expect(")")
        return inner

    def _named(self) -> Expression:
        token = self._step()
        word = token.text
        if word == "if" and not self._sign("("):
            return self._choice_of_two(token)
        if self._sign("("):
            return self._call(token)
        if word in TRUTHS:
            return Literal(TRUTHS[word], at=token.at)
        if word in WORDS:
            raise Unreadable(token.at, word)
        return Given(word, at=token.at)

    def _choice_of_two(self, start: Token) -> Expression:
        condition = self.alternatives()
        self._expect("then")
        then = self.alternatives()
        self._expect("else")
        return When(condition, then, self.alternatives(), at=start.at)

    def _call(self, name: Token) -> Expression:
        arguments = self._arguments()
        match name.text, arguments:
            case "answered", [Given(key)]:
                return Answered(key, at=name.at)
            case "column", [Given(key)]:
                return Column(key, at=name.at)
            case "label", [Given(key)]:
                return Label(key, at=name.at)
            case "label", [Given(key), place]:
                return Label(key, place, at=name.at)
            case "count", [picks]:
                return Count(picks, at=name.at)
            case "selected", [picks, choice]:
                return Has(picks, choice, at=name.at)
            case "not", [condition]:
                return Not(condition, at=name.at)
            case "if", [condition, then, otherwise]:
                return When(condition, then, otherwise, at=name.at)
            case "today", []:
                return Today(at=name.at)
            case "source", []:
                return Source(at=name.at)
        if name.text in CALLS and name.text not in set(Function):
            raise Unreadable(name.at, name.text)
        if name.text not in set(Function):
            raise UnknownFunction(name.at, name.text)
        if not arguments:
            raise self.lost()
        least, most = ARGUMENTS.get(Function(name.text), (1, 1))
        if not least <= len(arguments) <= most:
            raise Unreadable(name.at, name.text)
        return Call(Function(name.text), tuple(arguments), at=name.at)

    def _arguments(self) -> list[Expression]:
        self._expect("(")
        found: list[Expression] = []
        while not self._sign(")"):
            if found:
                self._expect(",")
            found.append(self.alternatives())
        self._step()
        return found

    def _step(self) -> Token:
        """Past the token, counting what makes the tree deeper."""
        token = self.now
        if token.text in _DEEPER and token.kind in (TokenKind.SIGN, TokenKind.NAME):
            self._operators += 1
            if self._operators > OPERATORS_MAX:
                raise TooLong(token.at, token.text)
        self._place += 1
        return token

    def _sign(self, text: str) -> bool:
        return self.now.kind is TokenKind.SIGN and self.now.text == text

    def _word(self, text: str) -> bool:
        return self.now.kind is TokenKind.NAME and self.now.text == text

    def _expect(self, text: str) -> None:
        if not (self._sign(text) or self._word(text)):
            raise self.lost()
        self._step()
