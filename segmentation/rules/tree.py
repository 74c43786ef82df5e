"""The tree of a rule: a closed family of small frozen values, each true or false of every person.

Nothing is ever unknown: whoever has no value fails each comparison but `is empty` and the negated
ones, so that `not (age > 30)` and `age > 30` together are everybody.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from segmentation.rules.times import Span, Unit, Window

Value = str | float
FieldKey = tuple[str, ...]
"""A field's name and its arguments: ("answer", "winter", "lift")."""


class Comparison(StrEnum):
    """How a field is compared. The negated ones are the exact opposites of the others."""

    EQUAL = "="
    NOT_EQUAL = "!="
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="
    BETWEEN = "between"
    NOT_BETWEEN = "not between"
    IN = "in"
    NOT_IN = "not in"
    CONTAINS = "contains"
    NOT_CONTAINS = "not contains"
    STARTS = "starts with"
    ENDS = "ends with"
    LIKE = "like"
    NOT_LIKE = "not like"
    MATCHES = "matches"
    NOT_MATCHES = "not matches"
    EMPTY = "is empty"
    NOT_EMPTY = "is not empty"
    HAS_ANY = "has any"
    HAS_ALL = "has all"
    HAS_NONE = "has none"


OPPOSITES = {
    Comparison.NOT_EQUAL: Comparison.EQUAL,
    Comparison.NOT_BETWEEN: Comparison.BETWEEN,
    Comparison.NOT_IN: Comparison.IN,
    Comparison.NOT_CONTAINS: Comparison.CONTAINS,
    Comparison.NOT_LIKE: Comparison.LIKE,
    Comparison.NOT_MATCHES: Comparison.MATCHES,
    Comparison.EMPTY: Comparison.NOT_EMPTY,
    Comparison.HAS_NONE: Comparison.HAS_ANY,
}
"""Each negated comparison and what it negates."""


@dataclass(frozen=True, slots=True)
class Field:
    """Something known of a person, by name and arguments (catalogue.FIELDS says which exist)."""

    name: str
    arguments: tuple[str, ...] = ()

    @property
    def key(self) -> FieldKey:
        return (self.name, *self.arguments)


@dataclass(frozen=True, slots=True)
class Trait:
    """A condition on one event: its product, place, amount ... compared with a value."""

    name: str
    comparison: Comparison  # One of EQUAL, NOT_EQUAL, IN, LESS, AT_MOST, MORE, AT_LEAST.
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Events:
    """The events of one kind that lie in the window and have the traits."""

    kind: str
    window: Window | None = None
    traits: tuple[Trait, ...] = ()


class Measure(StrEnum):
    """What is told of somebody's events. Amounts are in the smallest unit of money (kopecks)."""

    COUNT = "count"
    TOTAL = "total"  # Of amounts; 0 without events.
    AVERAGE = "average"  # Of amounts; empty without events.
    FIRST = "first"  # A moment; empty without events.
    LAST = "last"
    SHARE = "share"  # Of the kind's events in the window, those with the traits, 0-100.


@dataclass(frozen=True, slots=True)
class Tally:
    """A number or moment that somebody's events come to."""

    measure: Measure
    events: Events


Quantity = Field | Tally


@dataclass(frozen=True, slots=True)
class Everyone:
    pass


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple["Rule", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    parts: tuple["Rule", ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: "Rule"


@dataclass(frozen=True, slots=True)
class Test:
    """A quantity compared with values."""

    of: Quantity
    comparison: Comparison
    values: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class When:
    """A quantity that is a day or a moment lies in the window."""

    of: Quantity
    window: Window


@dataclass(frozen=True, slots=True)
class Sequence:
    """One kind of event, then another no later than the span after it."""

    first: str
    then: str
    within: Span


@dataclass(frozen=True, slots=True)
class Regularly:
    """In at least `times` of the last `periods` units of the calendar, the current one included."""

    kind: str
    times: int
    periods: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Stopped:
    """Did it before the last span, and not since."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Restarted:
    """Did it within the last span, after a pause of at least a span, having done it before."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class HasBeen:
    """A field has had its present value for at least (or less than) the span."""

    field: Field
    value: str
    span: Span
    at_least: bool = True


@dataclass(frozen=True, slots=True)
class InSegment:
    """A member of the segment now."""

    segment: str


@dataclass(frozen=True, slots=True)
class Entered:
    segment: str
    window: Window


@dataclass(frozen=True, slots=True)
class LeftSegment:
    segment: str
    window: Window


@dataclass(frozen=True, slots=True)
class Moved:
    """Left one segment and entered the other at the same moment or later, within the window."""

    source: str
    target: str
    window: Window


Rule = (
    Everyone
    | All
    | AnyOf
    | Not
    | Test
    | When
    | Sequence
    | Regularly
    | Stopped
    | Restarted
    | HasBeen
    | InSegment
    | Entered
    | LeftSegment
    | Moved
)


def parts_of(rule: Rule) -> Iterator[Rule]:
    """The rule and everything inside it, outermost first."""
    yield rule
    match rule:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from parts_of(part)
        case Not(part):
            yield from parts_of(part)


def deed_in(rule: Rule) -> Events | None:
    """The events of which the rule wants one at least, as `did` says it; None for other rules."""
    match rule:
        case Test(Tally(Measure.COUNT, events), Comparison.AT_LEAST, (1,)):
            return events
    return None


def segments_named(rule: Rule) -> frozenset[str]:
    """The segments that the rule rests on, for whoever forbids circles."""
    found: set[str] = set()
    for part in parts_of(rule):
        match part:
            case InSegment(key) | Entered(key, _) | LeftSegment(key, _):
                found.add(key)
            case Moved(source, target, _):
                found |= {source, target}
            case Test(Field("days_in", (key,))):
                found.add(key)
    return frozenset(found)
