"""Spans, and windows in time: which days and moments a condition is about."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Unit(StrEnum):
    """Lengths of time; months and years follow the calendar."""

    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Span:
    """So many hours, days, ...; at least 1."""

    number: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Last:
    """Within the last span, now included."""

    span: Span


@dataclass(frozen=True, slots=True)
class Ago:
    """More than the span ago."""

    span: Span


@dataclass(frozen=True, slots=True)
class Next:
    """Within the next span."""

    span: Span


@dataclass(frozen=True, slots=True)
class Calendar:
    """A whole unit of the calendar, `shift` of them from now: 0 this one, -1 the last, 1 the next.

    Weeks begin on Monday; days are those of the house's time zone. Hours have no calendar.
    """

    unit: Unit
    shift: int


@dataclass(frozen=True, slots=True)
class On:
    day: date


@dataclass(frozen=True, slots=True)
class Before:
    day: date


@dataclass(frozen=True, slots=True)
class After:
    """Later than the whole of that day."""

    day: date


@dataclass(frozen=True, slots=True)
class Dates:
    """From the first day to the last, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Anniversary:
    """The day's month and day come round within that many days from today on (0: today itself).

    Who was born on 29 February celebrates on 28 February in other years.
    """

    days: int


@dataclass(frozen=True, slots=True)
class YearlyDates:
    """Month and day lie between two, both included; from December to January too."""

    first: tuple[int, int]
    last: tuple[int, int]


Window = Last | Ago | Next | Calendar | On | Before | After | Dates | Anniversary | YearlyDates
