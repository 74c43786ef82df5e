"""What comes in from Telegram, without signs that nobody sees and that databases refuse."""

import re
from typing import Any

# Control characters but tab and line ends, halves of characters, zero-width spaces and marks of
# byte order, and what turns the direction of all that follows. What joins emoji stays.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069"
    "\ufffe\uffff]"
)


def cleaned(payload: Any) -> Any:
    """An update, or a part of one, with every text in it cleaned."""
    match payload:
        case str():
            return payload if payload.isprintable() else _UNSEEN.sub("", payload)
        case dict():
            return {name: cleaned(value) for name, value in payload.items()}
        case list():
            return [cleaned(value) for value in payload]
    return payload
