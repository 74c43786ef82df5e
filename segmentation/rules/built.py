"""Conditions on what people did and where they stood, put together piece by piece."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from segmentation.rules.catalogue import Room
from segmentation.rules.tree import Comparison
from segmentation.rules.writing import quoted


class Piece(StrEnum):
    """What is asked next; but for texts and numbers, a piece stands in the rule as it is chosen."""

    EVENT = "event"
    SEGMENT = "segment"
    WHEN = "when"  # A window, or "": whenever.
    PAST = "past"  # A window.
    SPAN = "span"
    FIXED_SPAN = "fixed-span"  # In hours, days or weeks.
    TIMES = "times"  # 3 of 4 months.
    TRAIT = "trait"
    WORD = "word"  # What the trait is.
    HOW = "how"
    NUMBER = "number"
    MONEY = "money"  # Typed as people speak of it, kept in the smallest unit.


@dataclass(frozen=True, slots=True)
class Form:
    """A condition with its pieces in the order in which they are asked."""

    room: Room
    pieces: tuple[Piece, ...] = ()


_MEASURED = (Piece.EVENT, Piece.WHEN, Piece.HOW)
BUILT: Mapping[str, Form] = {
    "did": Form(Room.DOINGS, (Piece.EVENT, Piece.WHEN)),
    "never": Form(Room.DOINGS, (Piece.EVENT, Piece.WHEN)),
    "did_such": Form(Room.DOINGS, (Piece.EVENT, Piece.TRAIT, Piece.WORD, Piece.WHEN)),
    "count": Form(Room.DOINGS, (*_MEASURED, Piece.NUMBER)),
    "total": Form(Room.DOINGS, (*_MEASURED, Piece.MONEY)),
    "average": Form(Room.DOINGS, (*_MEASURED, Piece.MONEY)),
    "share": Form(Room.DOINGS, (Piece.EVENT, Piece.TRAIT, Piece.WORD, Piece.HOW, Piece.NUMBER)),
    "first": Form(Room.DOINGS, (Piece.EVENT, Piece.PAST)),
    "last": Form(Room.DOINGS, (Piece.EVENT, Piece.PAST)),
    "did_then": Form(Room.DOINGS, (Piece.EVENT, Piece.EVENT, Piece.FIXED_SPAN)),
    "regularly": Form(Room.DOINGS, (Piece.EVENT, Piece.TIMES)),
    "stopped": Form(Room.DOINGS, (Piece.EVENT, Piece.SPAN)),
    "restarted": Form(Room.DOINGS, (Piece.EVENT, Piece.FIXED_SPAN)),
    "in": Form(Room.MODEL, (Piece.SEGMENT,)),
    "entered": Form(Room.MODEL, (Piece.SEGMENT, Piece.PAST)),
    "left": Form(Room.MODEL, (Piece.SEGMENT, Piece.PAST)),
    "moved": Form(Room.MODEL, (Piece.SEGMENT, Piece.SEGMENT, Piece.PAST)),
    "everyone": Form(Room.MODEL),
}
"""Every form that can be put together with buttons; `did_such` is `did` with a trait."""

HOWS = (
    Comparison.AT_LEAST,
    Comparison.AT_MOST,
    Comparison.MORE,
    Comparison.LESS,
    Comparison.EQUAL,
)
SPANS = ("7 days", "30 days", "60 days", "90 days", "180 days", "365 days")
TIMES = ("2 of 3 months", "3 of 4 months", "6 of 12 months", "3 of 4 weeks", "6 of 8 weeks")
TRAITS = ("category", "item", "maker", "place")


def condition(name: str, said: Sequence[str]) -> str:
    """The text of the condition whose pieces these are, all of them."""
    match name, [*said]:
        case "everyone", _:
            return "everyone"
        case "in", [segment]:
            return f"in({quoted(segment)})"
        case "moved", [source, target, window]:
            return f"moved({quoted(source)}, {quoted(target)}, {window})"
        case "did_then", [first, then, span]:
            return f"did_then({quoted(first)}, {quoted(then)}, within {span})"
        case "did_such", [event, trait, word, when]:
            return f"did({_listed(quoted(event), f'{trait} = {quoted(word)}', when)})"
        case "share", [event, trait, word, how, number]:
            return f"share({quoted(event)}, {trait} = {quoted(word)}) {how} {number}"
        case "count" | "total" | "average", [event, when, how, number]:
            return f"{name}({_listed(quoted(event), when)}) {how} {number}"
        case "first" | "last", [event, window]:
            return f"{name}({quoted(event)}) {window}"
    return f"{name}({_listed(quoted(said[0]), *said[1:])})"


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
