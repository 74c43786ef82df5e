"""What is known of a person, as plain values: what a rule is asked of in memory."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from operator import attrgetter

from segmentation.rules.tree import FieldKey, Value

Known = Value | date | datetime

BORN: FieldKey = ("born",)
"""About when somebody was born, where no birthday is known: from an age, a year, a range."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that somebody did: a purchase, a visit, a ticket, a session.

    `amount` is in the smallest unit of money.
    """

    kind: str
    at: datetime
    amount: int | None = None
    traits: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Held:
    """A field has had a value since a moment; `until` None: still."""

    key: FieldKey
    value: str
    since: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Stay:
    """A time in a segment; `until` None: still there."""

    segment: str
    since: datetime
    until: datetime | None = None


def times_in(segment: str, stays: Iterable[Stay]) -> list[Stay]:
    """The times in a segment, those without a gap between them as one: whoever goes from one part
    of merged segments to another neither leaves nor enters."""
    found: list[Stay] = []
    for stay in sorted((s for s in stays if s.segment == segment), key=attrgetter("since")):
        before = found[-1] if found else None
        if before is None or (before.until is not None and before.until < stay.since):
            found.append(stay)
        elif before.until is not None and (stay.until is None or stay.until > before.until):
            found[-1] = replace(before, until=stay.until)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFacts:
    """Everything that rules can ask about one person."""

    id: int
    values: Mapping[FieldKey, Known] = field(default_factory=dict)
    sets: Mapping[FieldKey, frozenset[str]] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    held: tuple[Held, ...] = ()
    stays: tuple[Stay, ...] = ()
