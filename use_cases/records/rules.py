"""Segments that people define themselves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from segmentation.rules.tree import FieldKey, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredRule:
    """A segment by a rule. A `dynamic` one follows its people; a static one keeps who is in it.

    `fault` is a code: the rule could not be followed the last time, and its members are those of
    the time before.
    """

    id: int
    key: str
    name: str
    text: str
    dynamic: bool
    author_id: int | None
    created_at: datetime
    counted_at: datetime | None = None
    people: int | None = None
    took_ms: int | None = None
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A value that somebody has now; None: no longer any."""

    person_id: int
    key: FieldKey
    value: Value | date | datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something that somebody did. (`origin`, `external`) is unique where `external` is given."""

    person_id: int
    kind: str
    at: datetime
    amount: int | None = None
    traits: Mapping[str, str] = field(default_factory=dict)
    origin: str = "bot"
    external: str | None = None


@dataclass(frozen=True, slots=True)
class Spending:
    """What somebody paid: first and last moment, on how many days, how often, and all in all.

    Refunds are no payments; they are taken off `amount`, which is in the smallest unit of money.
    """

    first: datetime | None
    last: datetime | None
    days: int
    times: int
    amount: int


@dataclass(frozen=True, slots=True)
class Movement:
    """Who came into a segment and who left it."""

    entered: tuple[int, ...]
    left: tuple[int, ...]
