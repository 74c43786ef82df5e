"""What is known of a person, as plain values: what a rule is asked of in memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from segmentation.rules.tree import FieldKey, Value

Known = Value | date | datetime


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


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFacts:
    """Everything that rules can ask about one person."""

    id: int
    values: Mapping[FieldKey, Known] = field(default_factory=dict)
    sets: Mapping[FieldKey, frozenset[str]] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    held: tuple[Held, ...] = ()
    stays: tuple[Stay, ...] = ()
