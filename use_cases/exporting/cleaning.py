"""People's words as every file format can hold them."""

import re

from surveys.masking import mask

_NEW_LINE = re.compile(r"\r\n?")
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_HALF = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """Without control characters, which XML and SPSS cannot hold; halves of characters as "\ufffd".

    Lines end with a line feed; emoji and the invisible characters that join them stay.
    """
    if text.isprintable():
        return text
    return _HALF.sub("\ufffd", _UNFIT.sub("", _NEW_LINE.sub("\n", text)))


def clean_and_masked(text: str) -> str:
    """With contacts, flats and addresses covered."""
    return clean(mask(clean(text)))
