"""The words and signs of a spreadsheet's XPath."""

import re
from collections.abc import Iterator
from dataclasses import dataclass


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


@dataclass(frozen=True, slots=True)
class Token:
    kind: str
    text: str


def tokens(text: str) -> Iterator[Token]:
    place, end = 0, len(text.rstrip())
    while place < end:
        found = _TOKEN.match(text, place)
        if found is None:
            raise UnsupportedXPath(text[place:].strip()[:10])
        kind = found.lastgroup or ""
        yield Token("text" if kind in _TEXTS else kind, found[kind])
        place = found.end()
    yield Token("end", "")
