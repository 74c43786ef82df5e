"""Cuts the text of a rule into tokens, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from segmentation.rules.faults import Code, Expect, RuleFault

RULE_CHARS_MAX = 4_000


class TokenKind(StrEnum):
    DATE = "date"
    MONTH_DAY = "month_day"
    NUMBER = "number"
    TEXT = "text"
    NAME = "name"
    SIGN = "sign"
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    kind: TokenKind
    text: str
    at: int


_TOKEN = re.compile(
    r"""\s*(?:
      (?P<date>\d{4}-\d{2}-\d{2})
    | (?P<month_day>\d{2}-\d{2}(?!\d))
    | (?P<number>-?\d+(?:\.\d+)?)
    | "(?P<double>(?:[^"\\]|\\.)*)" | '(?P<single>[^']*)' | “(?P<curly>[^”]*)” | «(?P<angled>[^»]*)»
    | „(?P<low>[^“”"]*)[“”"]
    | (?P<name>[^\W\d]\w*)
    | (?P<sign><=|>=|!=|==|<>|[=<>≤≥≠(),])
    )""",
    re.VERBOSE,
)
_SAME = {"==": "=", "≤": "<=", "≥": ">=", "≠": "!=", "<>": "!="}
_QUOTED = ("double", "single", "curly", "angled", "low")
_OPENING = "\"'“«„"


def tokens(text: str) -> Iterator[Token]:
    """The tokens of the text, END last; raises RuleFault where there is none."""
    if len(text) > RULE_CHARS_MAX:
        raise RuleFault(Code.TOO_LONG, RULE_CHARS_MAX)
    place, end = 0, len(text.rstrip())
    while place < end:
        found = _TOKEN.match(text, place)
        if found is None:
            rest = text[place:].lstrip()
            expects = Expect.QUOTE if rest[0] in _OPENING else None
            at = len(text) - len(rest)
            raise RuleFault(Code.UNREADABLE, at, found=rest[:1], expects=expects)
        yield _token(found)
        place = found.end()
    yield Token(TokenKind.END, "", end)


def _token(found: re.Match[str]) -> Token:
    name = found.lastgroup or ""
    at = found.start(name) - (name in _QUOTED)
    if name == "double":
        return Token(TokenKind.TEXT, re.sub(r"\\(.)", r"\1", found[name]), at)
    if name in _QUOTED:
        return Token(TokenKind.TEXT, found[name], at)
    if name == "sign":
        return Token(TokenKind.SIGN, _SAME.get(found[name], found[name]), at)
    return Token(TokenKind(name), found[name], at)
