"""Cuts the text of an expression into tokens, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

EXPRESSION_CHARS_MAX = 4_000
# Both keep trees shallow enough to be walked by recursion.
OPERATORS_MAX = 200
BRACKETS_MAX = 20  # One inside another.


class TokenKind(StrEnum):
    NUMBER = "number"
    TEXT = "text"
    NAME = "name"  # A bare word.
    KEY = "key"  # ${key}: any key at all.
    SIGN = "sign"
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    kind: TokenKind
    text: str  # Of a text without its quotes, of a key without ${}.
    at: int


class Unreadable(Exception):
    """The text is no expression from the place `at` on; `found` is what stands there."""

    def __init__(self, at: int, found: str) -> None:
        super().__init__(f"{at}: {found}")
        self.at, self.found = at, found


_TOKEN = re.compile(
    r"""\s*(?:
      (?P<number>\d+(?:\.\d+)?)
    | "(?P<double>[^"]*)" | '(?P<single>[^']*)' | “(?P<curly>[^”]*)” | «(?P<angled>[^»]*)»
    | \$\{\s*(?P<key>[\w-]+(?:\[[\w-]+\])*)\s*\}
    | (?P<name>[^\W\d]\w*)
    | (?P<sign><=|>=|!=|==|[=<>≤≥≠+\-*/(),−×÷])
    )""",
    re.VERBOSE,
)
_SAME = {"=": "==", "≤": "<=", "≥": ">=", "≠": "!=", "−": "-", "×": "*", "÷": "/"}
_QUOTED = ("double", "single", "curly", "angled")


def tokens(text: str) -> Iterator[Token]:
    """The tokens of the text, END last; raises Unreadable where there is none."""
    place, end = 0, len(text.rstrip())
    while place < end:
        found = _TOKEN.match(text, place)
        if found is None:
            rest = text[place:].lstrip()
            raise Unreadable(len(text) - len(rest), rest[:1])
        name = found.lastgroup or ""
        at = found.start(name) - (name in _QUOTED) - 2 * (name == "key")
        if name == "name" and not found[name].isidentifier():
            raise Unreadable(at, found[name])  # A raised ¹ or a ½ is no letter.
        if name in _QUOTED:
            yield Token(TokenKind.TEXT, found[name], at)
        elif name == "sign":
            yield Token(TokenKind.SIGN, _SAME.get(found[name], found[name]), at)
        else:
            yield Token(TokenKind(name), found[name], at)
        place = found.end()
    yield Token(TokenKind.END, "", end)
