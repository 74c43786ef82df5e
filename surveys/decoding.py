"""The text in a file, in the encodings that spreadsheets hereabouts write it in."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass

ODD_SHARE_MAX = 0.1  # Of the words with letters beyond ASCII: quoted names are odd, too.

_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile("[а-яёіїєґ]+", re.IGNORECASE)
# What other encodings come to when they are read as Windows-1251: "оПХБЕР", "Cafй", "ЏаЁўҐв".
_SWAPPED = re.compile("[а-яёіїєґ][А-ЯЁІЇЄҐ]{2,}")
_SIGNS = frozenset("‘’“”„«»•–—…\xa0")  # In an otherwise English text; every code page has them.


class NotText(Exception):
    """The bytes are no text in any of those encodings."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text; `guessed` where nothing in the file says which letters its bytes mean."""

    text: str
    guessed: bool = False


def decoded(content: bytes) -> Decoded:
    """UTF-16 with its mark, UTF-8, or Windows-1251 where that makes Cyrillic words.

    Raises NotText.
    """
    marked = content.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    try:
        return Decoded(content.decode("utf-16" if marked else "utf-8-sig"))
    except UnicodeDecodeError:
        if marked or b"\0" in content:
            raise NotText from None
    try:
        text = content.decode("cp1251")
    except UnicodeDecodeError:
        raise NotText from None
    if not _is_cyrillic(text):
        raise NotText
    return Decoded(text, guessed=True)


def _is_cyrillic(text: str) -> bool:
    """Whether the words beyond ASCII are such as Russian and Ukrainian have; none are needed."""
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    odd = sum(_CYRILLIC.fullmatch(word) is None or bool(_SWAPPED.match(word)) for word in words)
    if not words:
        return all(sign.isascii() or sign in _SIGNS for sign in text)
    return odd <= ODD_SHARE_MAX * len(words)
