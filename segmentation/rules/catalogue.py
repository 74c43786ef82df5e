"""Every field that a rule can ask about, with its type and arguments."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from segmentation.rules.tree import Comparison, Field, Measure, Quantity, Tally


class Type(StrEnum):
    """What a quantity comes to, and so what it can be compared with."""

    TEXT = "text"
    CHOICE = "choice"
    NUMBER = "number"
    DAY = "day"
    MOMENT = "moment"
    SET = "set"
    OPEN = "open"  # A field of the house's own, or an answer: a text or a number, as it was given.


class Room(StrEnum):
    """Where the field belongs, for menus."""

    PROFILE = "profile"
    HOME = "home"
    SOURCE = "source"
    ACTIVITY = "activity"
    DOINGS = "doings"  # Events: segmentation.rules.built.
    SURVEY = "survey"
    PAYMENTS = "payments"
    MODEL = "model"


@dataclass(frozen=True, slots=True)
class FieldKind:
    """A field: its type, the names of its arguments, the room it belongs to."""

    type: Type
    room: Room
    arguments: tuple[str, ...] = ()


def _kinds(
    room: Room, fields: Mapping[str, Type | tuple[Type, tuple[str, ...]]]
) -> dict[str, FieldKind]:
    return {
        name: FieldKind(kind, room) if isinstance(kind, Type) else FieldKind(kind[0], room, kind[1])
        for name, kind in fields.items()
    }


FIELDS: Mapping[str, FieldKind] = {
    **_kinds(
        Room.PROFILE,
        {
            "name": Type.TEXT,
            "username": Type.TEXT,
            "phone": Type.TEXT,
            "email": Type.TEXT,
            "language": Type.CHOICE,
            "gender": Type.CHOICE,
            "age": Type.NUMBER,
            "birthday": Type.DAY,
            "time_zone": Type.CHOICE,
            "added": Type.MOMENT,
            "verified": Type.MOMENT,
            "changed": Type.MOMENT,
            "missing": Type.SET,
            "manager": Type.CHOICE,
            "field": (Type.OPEN, ("name",)),
            "nested": (Type.OPEN, ("name", "path")),
            "items": (Type.SET, ("name",)),
            "tags": Type.SET,
            "stage": Type.CHOICE,
            "id": Type.NUMBER,
            "batch": Type.CHOICE,
        },
    ),
    **_kinds(
        Room.HOME,
        {
            "building": Type.CHOICE,
            "entrance": Type.CHOICE,
            "floor": Type.NUMBER,
            "flat": Type.CHOICE,
            "area_share": Type.NUMBER,
            "home_role": Type.CHOICE,
            "household": Type.NUMBER,
            "flatmates": Type.NUMBER,
            "moved_in": Type.DAY,
        },
    ),
    **_kinds(
        Room.SOURCE,
        {
            "source": Type.TEXT,
            "medium": Type.TEXT,
            "campaign": Type.TEXT,
            "content": Type.TEXT,
            "term": Type.TEXT,
            "referrer": Type.CHOICE,
            "referred": Type.NUMBER,
        },
    ),
    **_kinds(
        Room.ACTIVITY,
        {"last_active": Type.MOMENT, "first_active": Type.MOMENT, "sessions": Type.NUMBER},
    ),
    **_kinds(
        Room.SURVEY,
        {
            "survey": (Type.CHOICE, ("survey",)),
            "survey_changed": (Type.MOMENT, ("survey",)),
            "answered": (Type.MOMENT, ("survey",)),
            "answer": (Type.OPEN, ("survey", "question")),
            "picks": (Type.SET, ("survey", "question")),
            "score": (Type.NUMBER, ("survey", "scale")),
            "percentile": (Type.NUMBER, ("survey", "scale")),
            "need": (Type.NUMBER, ("need",)),
            "top_need": Type.CHOICE,
            "nps": (Type.CHOICE, ("survey",)),
            "response_rate": Type.NUMBER,
            "change": (Type.CHOICE, ("survey", "question")),
        },
    ),
    **_kinds(Room.PAYMENTS, {"lifetime_value": Type.NUMBER, "value_percentile": Type.NUMBER}),
    **_kinds(
        Room.MODEL,
        {
            "rfm": Type.CHOICE,
            "recency": Type.NUMBER,
            "frequency": Type.NUMBER,
            "monetary": Type.NUMBER,
            "group": (Type.CHOICE, ("scheme",)),
            "confidence": (Type.NUMBER, ("scheme",)),
            "churn": Type.NUMBER,
            "days_in": (Type.NUMBER, ("segment",)),
            "bucket": Type.NUMBER,
            "lists": Type.SET,
        },
    ),
}

TRAITS: Mapping[str, Type] = {
    "item": Type.CHOICE,
    "category": Type.CHOICE,
    "maker": Type.CHOICE,
    "place": Type.CHOICE,
    "amount": Type.NUMBER,
}
"""What can be asked of one event."""

MINOR_UNITS = 100
"""Of money in one that people speak of: rules write amounts in the smallest unit."""

_EMPTY = (Comparison.EMPTY, Comparison.NOT_EMPTY)
_ORDER = (
    Comparison.LESS,
    Comparison.AT_MOST,
    Comparison.MORE,
    Comparison.AT_LEAST,
    Comparison.BETWEEN,
    Comparison.NOT_BETWEEN,
)
_EQUAL = (Comparison.EQUAL, Comparison.NOT_EQUAL, Comparison.IN, Comparison.NOT_IN)
_TEXT = (
    *_EQUAL,
    Comparison.CONTAINS,
    Comparison.NOT_CONTAINS,
    Comparison.STARTS,
    Comparison.ENDS,
    Comparison.LIKE,
    Comparison.NOT_LIKE,
    Comparison.MATCHES,
    Comparison.NOT_MATCHES,
)
COMPARISONS: Mapping[Type, tuple[Comparison, ...]] = {
    Type.TEXT: (*_TEXT, *_EMPTY),
    Type.CHOICE: (*_EQUAL, *_EMPTY),
    Type.NUMBER: (*_EQUAL, *_ORDER, *_EMPTY),
    Type.DAY: _EMPTY,
    Type.MOMENT: _EMPTY,
    Type.SET: (Comparison.HAS_ANY, Comparison.HAS_ALL, Comparison.HAS_NONE, *_EMPTY),
    Type.OPEN: (*_TEXT, *_ORDER, *_EMPTY),
}
"""What each type can be compared by; days and moments are asked with a window besides."""

TRAIT_COMPARISONS = (
    Comparison.EQUAL,
    Comparison.NOT_EQUAL,
    Comparison.IN,
    Comparison.LESS,
    Comparison.AT_MOST,
    Comparison.MORE,
    Comparison.AT_LEAST,
)


def type_of(quantity: Quantity) -> Type:
    """What a checked quantity comes to."""
    match quantity:
        case Field(name):
            return FIELDS[name].type
        case Tally(Measure.FIRST | Measure.LAST):
            return Type.MOMENT
        case Tally():
            return Type.NUMBER


def is_money(quantity: Quantity) -> bool:
    """Whether it is an amount, in the smallest unit of money."""
    match quantity:
        case Field("lifetime_value") | Tally(Measure.TOTAL | Measure.AVERAGE):
            return True
    return False
