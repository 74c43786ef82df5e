"""Windows as they are written: ``within 30 days``, ``anniversary within 7 days``."""

from segmentation.rules.faults import Code, RuleFault
from segmentation.rules.scanning import TokenKind
from segmentation.rules.stream import Stream
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

_SHIFTS = {"last": -1, "this": 0, "next": 1}
_NAMED_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
ANNIVERSARY_DAYS_MAX = 365


def starts_window(stream: Stream) -> bool:
    """Whether a window begins here."""
    if stream.is_word("between"):
        return stream.following.kind is TokenKind.DATE
    if stream.is_word("in"):
        return stream.following.text.lower() == "next"
    return stream.is_word(
        "within", "more", "on", "before", "after", "anniversary", "every", *_SHIFTS, *_NAMED_DAYS
    )


def read_window(stream: Stream) -> Window:
    """The window that stands here; raises RuleFault."""
    if stream.take_words("within"):
        stream.take_words("last")
        return Last(stream.span())
    if stream.take_words("more", "than"):
        span = stream.span()
        stream.expect_words("ago")
        return Ago(span)
    if stream.take_words("in", "next"):
        return Next(stream.span())
    if stream.take_words("on"):
        return On(stream.date())
    if stream.take_words("before"):
        return Before(stream.date())
    if stream.take_words("after"):
        return After(stream.date())
    if stream.take_words("between"):
        return _dates(stream)
    if stream.take_words("anniversary"):
        return _anniversary(stream)
    if stream.take_words("every", "year", "between"):
        first = stream.month_day()
        stream.expect_words("and")
        return YearlyDates(first, stream.month_day())
    return _calendar(stream)


def _dates(stream: Stream) -> Dates:
    at = stream.now.at
    first = stream.date()
    stream.expect_words("and")
    last = stream.date()
    if last < first:
        raise RuleFault(Code.REVERSED, at, found=f"between {first} and {last}")
    return Dates(first, last)


def _anniversary(stream: Stream) -> Anniversary:
    if stream.take_words("today"):
        return Anniversary(0)
    stream.expect_words("within")
    at = stream.now.at
    number = stream.whole()
    if stream.unit() is not Unit.DAYS or number > ANNIVERSARY_DAYS_MAX:
        raise RuleFault(Code.NEEDS_WINDOW, at, found=str(number))
    return Anniversary(number)


def _calendar(stream: Stream) -> Calendar:
    for word, shift in _NAMED_DAYS.items():
        if stream.take_words(word):
            return Calendar(Unit.DAYS, shift)
    for word, shift in _SHIFTS.items():
        if stream.take_words(word):
            at = stream.now.at
            unit = stream.unit()
            if unit is Unit.HOURS:
                raise RuleFault(Code.NEEDS_WINDOW, at, found=unit)
            return Calendar(unit, shift)
    raise RuleFault(Code.NEEDS_WINDOW, stream.now.at, found=stream.now.text)


def write_span(span: Span) -> str:
    unit = span.unit.value if span.number != 1 else span.unit.value.removesuffix("s")
    return f"{span.number} {unit}"


def write_window(window: Window) -> str:
    """The window as `read_window` reads it."""
    match window:
        case Last(span):
            return f"within {write_span(span)}"
        case Ago(span):
            return f"more than {write_span(span)} ago"
        case Next(span):
            return f"in next {write_span(span)}"
        case On(day):
            return f"on {day}"
        case Before(day):
            return f"before {day}"
        case After(day):
            return f"after {day}"
        case Dates(first, last):
            return f"between {first} and {last}"
        case Anniversary(0):
            return "anniversary today"
        case Anniversary(number):
            return f"anniversary within {number} days"
        case YearlyDates(start, end):
            return f"every year between {_month_day(start)} and {_month_day(end)}"
        case Calendar(Unit.DAYS, shift):
            return next(word for word, each in _NAMED_DAYS.items() if each == shift)
        case Calendar(unit, shift):
            word = next(word for word, each in _SHIFTS.items() if each == shift)
            return f"{word} {unit.value.removesuffix('s')}"


def _month_day(day: tuple[int, int]) -> str:
    return f"{day[0]:02}-{day[1]:02}"
