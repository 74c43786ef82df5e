"""Windows turned into bounds: of moments (UTC) and of days (the house's calendar)."""

import calendar
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import assert_never
from zoneinfo import ZoneInfo

from segmentation.rules.times import (
    After,
    Ago,
    Anniversary,
    Before,
    Calendar,
    Dates,
    Last,
    Next,
    On,
    Span,
    Unit,
    Window,
    YearlyDates,
)

_FIXED = {
    Unit.HOURS: timedelta(hours=1),
    Unit.DAYS: timedelta(days=1),
    Unit.WEEKS: timedelta(days=7),
}
_YEARLY_DAYS = 366
UTC_ZONE = ZoneInfo("UTC")


class NoSuchWindow(Exception):
    """The calendar has no such time (before year 1, after 9999)."""


@dataclass(frozen=True, slots=True)
class Now:
    """The moment at which a rule is asked, and the zone whose days count."""

    moment: datetime
    zone: ZoneInfo = UTC_ZONE

    @property
    def today(self) -> date:
        return self.moment.astimezone(self.zone).date()

    def start_of(self, day: date) -> datetime:
        """The moment at which that day begins in the zone, in UTC; raises NoSuchWindow."""
        try:
            return datetime.combine(day, time(), self.zone).astimezone(UTC)
        except OverflowError as fault:  # East of Greenwich, 1 January of year 1 begins before it.
            raise NoSuchWindow from fault


@dataclass(frozen=True, slots=True)
class Moments:
    """From `start` (included) to `end` (excluded, unless `closed`); None: no bound."""

    start: datetime | None = None
    end: datetime | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """From the first day to the last, both included; None: no bound."""

    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class MonthDays:
    """100 x month + day lies between the two, both included; over New Year if first > last."""

    first: int
    last: int


def earlier(moment: datetime, span: Span) -> datetime:
    """The moment a span before; months and years keep the day, or the month's last."""
    return _shifted(moment, span, -1)


def later(moment: datetime, span: Span) -> datetime:
    """The moment a span after."""
    return _shifted(moment, span, 1)


def _shifted(moment: datetime, span: Span, sign: int) -> datetime:
    try:
        if span.unit in _FIXED:
            return moment + sign * span.number * _FIXED[span.unit]
        months = span.number * (12 if span.unit is Unit.YEARS else 1)
        day = add_months(moment.date(), sign * months)
    except (OverflowError, ValueError) as fault:
        raise NoSuchWindow from fault
    return moment.replace(year=day.year, month=day.month, day=day.day)


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last of a shorter month."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    if not 1 <= year <= 9999:
        raise NoSuchWindow
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def period(unit: Unit, shift: int, today: date) -> Days:
    """The unit of the calendar in which today lies, or its neighbour `shift` further."""
    try:
        match unit:
            case Unit.DAYS | Unit.HOURS:
                first = today + timedelta(days=shift)
                return Days(first, first)
            case Unit.WEEKS:
                first = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
                return Days(first, first + timedelta(days=6))
            case Unit.MONTHS:
                first = add_months(today.replace(day=1), shift)
                return Days(first, add_months(first, 1) - timedelta(days=1))
            case Unit.YEARS:
                year = today.year + shift
                return Days(date(year, 1, 1), date(year, 12, 31))
    except (OverflowError, ValueError) as fault:
        raise NoSuchWindow from fault
    assert_never(unit)


def moments(window: Window, now: Now) -> Moments | MonthDays:
    """The bounds within which a moment lies in the window."""
    match window:
        case Last(span):
            return Moments(earlier(now.moment, span), now.moment, closed=True)
        case Ago(span):
            return Moments(None, earlier(now.moment, span))
        case Next(span):
            return Moments(now.moment, later(now.moment, span), closed=True)
    found = days(window, now)
    if isinstance(found, MonthDays):
        return found
    start = None if found.first is None else now.start_of(found.first)
    try:
        end = None if found.last is None else now.start_of(found.last + timedelta(days=1))
    except OverflowError as fault:
        raise NoSuchWindow from fault
    return Moments(start, end)


def days(window: Window, now: Now) -> Days | MonthDays:
    """The bounds within which a day lies in the window; hours count as whole days."""
    today = now.today
    try:
        match window:
            case Last(span):
                return Days(_day(now, span, -1), today)
            case Ago(span):
                return Days(None, _day(now, span, -1) - timedelta(days=1))
            case Next(span):
                return Days(today, _day(now, span, 1))
            case Calendar(unit, shift):
                return period(unit, shift, today)
            case On(day):
                return Days(day, day)
            case Before(day):
                return Days(None, day - timedelta(days=1))
            case After(day):
                return Days(day + timedelta(days=1), None)
            case Dates(first, last):
                return Days(first, last)
            case Anniversary(ahead):
                return _anniversary(today, ahead)
            case YearlyDates(first_day, last_day):
                return MonthDays(_number(*first_day), _number(*last_day))
    except OverflowError as fault:
        raise NoSuchWindow from fault
    assert_never(window)


def _day(now: Now, span: Span, sign: int) -> date:
    local = datetime.combine(now.today, now.moment.astimezone(now.zone).time())
    return _shifted(local, span, sign).date()


def _anniversary(today: date, ahead: int) -> MonthDays:
    """29 February comes round on 28 February where there is none: both ends stretch over it."""
    if ahead >= _YEARLY_DAYS - 1:
        return MonthDays(101, 1231)
    last = today + timedelta(days=ahead)
    end = _number(last.month, last.day)
    if end == 228 and not calendar.isleap(last.year):
        end = 229
    return MonthDays(_number(today.month, today.day), end)


def _number(month: int, day: int) -> int:
    return month * 100 + day


def in_month_days(day: date, bounds: MonthDays) -> bool:
    """Whether month and day lie between the bounds."""
    number = _number(day.month, day.day)
    if bounds.first <= bounds.last:
        return bounds.first <= number <= bounds.last
    return number >= bounds.first or number <= bounds.last
