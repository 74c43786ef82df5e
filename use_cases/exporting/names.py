"""Names of columns: legal in SPSS, R, Python and spreadsheets alike, and the same for ever.

A name follows from the keys, which never change. Where two would be alike, the one that was
published first keeps the plain name, and the later one carries a mark made of its own keys: nothing
that is published later changes a name.
"""

import hashlib
import re
import unicodedata

NAME_CHARS_MAX = 64  # SPSS counts bytes; all of ours are ASCII.
MARK_CHARS = 8
RESPONSE_PREFIX = "r_"
"""Of columns about the response itself: no question's column begins so, now or ever."""

_RESERVED = frozenset(re.findall(r"\w+", "all and by eq ge gt le lt ne not or to with"))  # In SPSS.
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_LETTERS = "абвгґдеєжзиіїйклмнопрстуфхцчшщыэюяё"
_LATIN = "a b v g g d e ye zh z i i yi y k l m n o p r s t u f kh ts ch sh shch y e yu ya yo"
_CYRILLIC = dict(zip(_LETTERS, re.findall(r"\w+", _LATIN), strict=True))
_CYRILLIC |= dict.fromkeys("ъьʼ’'", "")


class Names:
    """Gives every column its name; ask in the order of publication."""

    def __init__(self) -> None:
        self._given: dict[tuple[str, ...], str] = {}
        self._taken: set[str] = set()

    def of(self, *keys: str) -> str:
        """The name for those keys: the question's, then what is told apart within it."""
        if keys not in self._given:
            name = legal_name("_".join(filter(None, map(_plain, keys))), mark=_mark(keys))
            if name in self._taken:
                name = _marked(name, _mark(keys))
            assert name not in self._taken, "two different lists of keys have one mark"
            self._taken.add(name)
            self._given[keys] = name
        return self._given[keys]


def legal_name(text: str, *, mark: str) -> str:
    """The text as a name that every program takes; `mark` ends one that would be too long."""
    name = _plain(text) or "q"
    if not name[0].isalpha() or name.startswith(RESPONSE_PREFIX):
        name = f"q_{name}"
    if name in _RESERVED:
        name += "_q"
    return name if len(name) <= NAME_CHARS_MAX else _marked(name, mark)


def _plain(text: str) -> str:
    """Small Latin letters, digits and single underscores between them."""
    latin = "".join(_CYRILLIC.get(char, char) for char in text.lower()).replace("_", " ")
    ascii_only = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode()
    return _NOT_PLAIN.sub("_", ascii_only).strip("_")


def _mark(keys: tuple[str, ...]) -> str:
    return hashlib.sha256("\x1f".join(keys).encode()).hexdigest()[:MARK_CHARS]


def _marked(name: str, mark: str) -> str:
    return f"{name[: NAME_CHARS_MAX - MARK_CHARS - 1].rstrip('_')}_{mark}"
