"""Windows and spans in words: "within the last 30 days", "since 1 March 2026"."""

from typing import assert_never

from bot.reports.numbers import Numbers
from bot.words import Words
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
    Window,
    YearlyDates,
)

_SHIFTS = {-1: "last", 0: "this", 1: "next"}


def span_said(span: Span, words: Words, case: str = "") -> str:
    """30 days. `case` is "acc" after "more than" and "in", "of-last" after a share of so many,
    "last" and "next" with their preposition."""
    if case in {"last", "next", "of-last"}:
        return words(f"rule-{case}-{span.unit}", number=span.number)
    inflected = f"rule-span-{case}-{span.unit}"
    key = inflected if case and words.has(inflected) else f"rule-span-{span.unit}"
    return words(key, number=span.number)


def window_said(window: Window, words: Words) -> str:
    """Within the last 30 days."""
    numbers = Numbers(words)
    match window:
        case Last(span):
            return span_said(span, words, "last")
        case Ago(span):
            return words("rule-window-ago", span=span_said(span, words, "acc"))
        case Next(span):
            return span_said(span, words, "next")
        case Calendar(unit, shift):
            return words(f"rule-calendar-{_SHIFTS[shift]}-{unit}")
        case On(day):
            return words("rule-window-on", day=numbers.date(day))
        case Before(day):
            return words("rule-window-before", day=numbers.date(day))
        case After(day):
            return words("rule-window-after", day=numbers.date(day))
        case Dates(first, last):
            return words("rule-window-dates", day=numbers.date(first), other=numbers.date(last))
        case Anniversary(0):
            return words("rule-window-anniversary-today")
        case Anniversary(days):
            return words("rule-window-anniversary", number=days)
        case YearlyDates(start, end):
            return words(
                "rule-window-yearly",
                day=numbers.month_day(*start),
                other=numbers.month_day(*end),
            )
    assert_never(window)
