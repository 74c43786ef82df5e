"""Texts compared as people mean them: capitals, ё and е, and spaces around make no difference.

Only the letters of our three languages (and Latin) are folded, by a table that both databases can
follow letter by letter; so an answer is the same in memory, on SQLite and on PostgreSQL.
"""

_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_CYRILLIC = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЄІЇҐЎ"

SPACES = " \t\n\r\x0b\x0c"
CAPITALS = _LATIN + _CYRILLIC + "Ёё"
SMALL = _LATIN.lower() + _CYRILLIC.lower() + "ее"

_TABLE = str.maketrans(CAPITALS, SMALL)


def folded(text: str) -> str:
    """The text as it is compared."""
    return text.strip(SPACES).translate(_TABLE)
