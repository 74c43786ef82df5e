"""Rules that could tell of one person: who somebody is beside what they said, paid or did."""

from segmentation.rules.catalogue import FIELDS, Room
from segmentation.rules.tree import (
    All,
    AnyOf,
    Comparison,
    Entered,
    Everyone,
    Field,
    HasBeen,
    InSegment,
    LeftSegment,
    Moved,
    Not,
    Rule,
    Test,
    Value,
    When,
    parts_of,
)

NAMING = frozenset({"name", "username", "phone", "email", "id", "flat"})
"""Fields of which one value is one person, or one household."""

MARKS = frozenset({"lists", "batch", "tags"})
"""Put on people by hand: they name somebody where few have them."""

PLAIN = frozenset(
    {
        *(name for name, kind in FIELDS.items() if kind.room in (Room.HOME, Room.SOURCE)),
        *("language", "manager", "added", "bucket"),
    }
    - {"household"}
    - NAMING
)
"""Where people live, whence they came, what the bot itself wrote down when it met them."""


def names_given(rule: Rule) -> frozenset[str]:
    """The fields in it that say who somebody is."""
    return frozenset(of.name for of in _fields(rule) if of.name in NAMING)


def marks_given(rule: Rule) -> tuple[Test, ...]:
    """Each mark in it as a rule by itself: one that few people have names somebody."""
    found: list[tuple[Field, Value]] = []
    for part in parts_of(rule):
        match part:
            case Test(of=Field(name) as of, values=values) if name in MARKS:
                found += [(of, value) for value in values]
            case HasBeen(field=Field(name) as of, value=value) if name in MARKS:
                found.append((of, value))
    return tuple(
        Test(of, Comparison.EQUAL if of.name == "batch" else Comparison.HAS_ANY, (value,))
        for of, value in found
    )


def tells_of_people(rule: Rule) -> bool:
    """Whether it asks what people said, paid or did, or which segment was found for them.

    What a segment by a rule asks is asked in the text of that rule.
    """
    if any(of.name not in NAMING | MARKS | PLAIN | {"days_in"} for of in _fields(rule)):
        return True
    return any(_tells(part) for part in parts_of(rule))


def _tells(part: Rule) -> bool:
    match part:
        case Everyone() | All() | AnyOf() | Not():
            return False
        case Test(of=Field("days_in", (key,))) | When(of=Field("days_in", (key,))):
            return "/" in key
        case Test(of=Field()) | When(of=Field()) | HasBeen():
            return False  # By its field.
        case InSegment(key) | Entered(key, _) | LeftSegment(key, _):
            return "/" in key
        case Moved(source, target, _):
            return "/" in source + target
    return True  # Something done.


def _fields(rule: Rule) -> list[Field]:
    found = []
    for part in parts_of(rule):
        of = part.field if isinstance(part, HasBeen) else getattr(part, "of", None)
        if isinstance(of, Field):
            found.append(of)
    return found
