"""How names of buildings and numbers of flats are compared and put in order.

People write "12А" with a Cyrillic letter, "12 a" with a Latin one, "д. 12-А" with neither in mind:
all of them mean one building.
"""

import re

NAME_CHARS_MAX = 60
NUMBER_CHARS_MAX = 12
PLACE_CHARS_MAX = 60

_TOKENS = re.compile(r"\d+|[^\W\d_]+")
_LOOK_ALIKES = str.maketrans("авсекмнортухіїё", "abcekmhoptyxiie")
_HOUSE_WORDS = frozenset(
    ("дом", "дім", "д", "будинок", "буд", "house", "building", "ул", "улица", "вул", "вулиця")
) | {"street"}
_FLAT_WORDS = frozenset(["квартира", "кв", "flat", "apt", "apartment", "unit", "no", "номер"])

Order = tuple[tuple[int, int, str], ...]


def building_key(name: str) -> str:
    """Equal for two ways to write one building's name."""
    return _key(name, _HOUSE_WORDS)


def number_key(number: str) -> str:
    """Equal for two ways to write one flat's number."""
    return _key(number, _FLAT_WORDS)


def in_order(text: str | None) -> Order:
    """A key to sort by, under which 2 comes before 12 and nothing comes last."""
    if text is None:
        return ((2, 0, ""),)
    tokens = _TOKENS.findall(text.casefold())
    return tuple((0, int(t), "") if t.isdecimal() else (1, 0, t) for t in tokens)


def _key(text: str, needless: frozenset[str]) -> str:
    tokens = _TOKENS.findall(text.casefold())
    telling = [token for token in tokens if token not in needless] or tokens
    plain = (t.lstrip("0") or "0" if t.isdecimal() else t for t in telling)
    return " ".join(plain).translate(_LOOK_ALIKES)
