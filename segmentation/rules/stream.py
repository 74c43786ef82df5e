"""The tokens of a rule, walked one look ahead."""

from datetime import date
from math import isinf

from segmentation.rules.faults import Code, Expect, RuleFault
from segmentation.rules.scanning import Token, TokenKind, tokens
from segmentation.rules.times import Span, Unit
from segmentation.rules.tree import Value

_UNITS = {
    **{unit.value: unit for unit in Unit},
    **{unit.value.removesuffix("s"): unit for unit in Unit},
}
SPAN_MAX = 9_999
FOUND_CHARS_MAX = 20  # Of a number that no computer holds.


class Stream:
    """What the reader of a rule asks of its text."""

    def __init__(self, text: str) -> None:
        self._tokens = list(tokens(text))
        self._place = 0

    @property
    def now(self) -> Token:
        return self._tokens[self._place]

    @property
    def following(self) -> Token:
        return self._tokens[min(self._place + 1, len(self._tokens) - 1)]

    def step(self) -> Token:
        """Past the token."""
        token = self.now
        if token.kind is not TokenKind.END:
            self._place += 1
        return token

    def lost(self, expects: Expect, *choices: str) -> RuleFault:
        """What to raise where the text makes no sense, and what could stand there."""
        ends = self.now.kind is TokenKind.END
        return RuleFault(
            Code.UNFINISHED if ends else Code.UNREADABLE,
            self.now.at,
            found=self.now.text,
            expects=expects,
            choices=choices,
        )

    def is_sign(self, text: str) -> bool:
        return self.now.kind is TokenKind.SIGN and self.now.text == text

    def is_word(self, *words: str) -> bool:
        return self.now.kind is TokenKind.NAME and self.now.text.lower() in words

    def take_sign(self, text: str) -> bool:
        """Past the sign, if it is there."""
        found = self.is_sign(text)
        if found:
            self.step()
        return found

    def take_words(self, *words: str) -> bool:
        """Past all these words in a row, or past none."""
        here = self._tokens[self._place : self._place + len(words)]
        found = [token.text.lower() for token in here if token.kind is TokenKind.NAME]
        if found != list(words):
            return False
        self._place += len(words)
        return True

    def expect_sign(self, text: str) -> None:
        if not self.take_sign(text):
            raise self.lost(Expect.SIGN, text)

    def expect_words(self, *words: str) -> None:
        if not self.take_words(*words):
            raise self.lost(Expect.SIGN, " ".join(words))

    def text(self) -> str:
        """A text in quotes."""
        if self.now.kind is not TokenKind.TEXT:
            raise RuleFault(Code.NEEDS_TEXT, self.now.at, found=self.now.text)
        return self.step().text

    def value(self) -> Value:
        """A text in quotes, a bare word, or a number."""
        match self.now.kind:
            case TokenKind.TEXT | TokenKind.NAME:
                return self.step().text
            case TokenKind.NUMBER:
                return self._number()
        raise self.lost(Expect.VALUE)

    def _number(self) -> float:
        token = self.step()
        number = float(token.text)
        if isinf(number):
            raise RuleFault(Code.UNREADABLE, token.at, found=f"{token.text[:FOUND_CHARS_MAX]}…")
        return number

    def whole(self) -> int:
        """A whole number from 1 on."""
        token = self.now
        if token.kind is not TokenKind.NUMBER or not token.text.isdecimal():
            raise RuleFault(Code.NEEDS_NUMBER, token.at, found=token.text)
        number = int(self.step().text)
        if not 1 <= number <= SPAN_MAX:
            raise RuleFault(Code.NEEDS_NUMBER, token.at, found=token.text)
        return number

    def unit(self) -> Unit:
        unit = _UNITS.get(self.now.text.lower()) if self.now.kind is TokenKind.NAME else None
        if unit is None:
            raise self.lost(Expect.SIGN, *(each.value for each in Unit))
        self.step()
        return unit

    def span(self) -> Span:
        """30 days, 1 month ..."""
        return Span(self.whole(), self.unit())

    def date(self) -> date:
        token = self.now
        if token.kind is not TokenKind.DATE:
            raise RuleFault(Code.NO_SUCH_DATE, token.at, found=token.text)
        self.step()
        try:
            return date.fromisoformat(token.text)
        except ValueError as fault:
            raise RuleFault(Code.NO_SUCH_DATE, token.at, found=token.text) from fault

    def month_day(self) -> tuple[int, int]:
        token = self.now
        if token.kind is not TokenKind.MONTH_DAY:
            raise RuleFault(Code.NO_SUCH_DATE, token.at, found=token.text)
        self.step()
        month, day = (int(part) for part in token.text.split("-"))
        try:
            date(2000, month, day)
        except ValueError as fault:
            raise RuleFault(Code.NO_SUCH_DATE, token.at, found=token.text) from fault
        return month, day
