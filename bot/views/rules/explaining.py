"""A rule said in words: one line a condition, indented where they stand inside each other."""

from collections.abc import Mapping
from html import escape
from typing import assert_never

from bot.views.rules.naming import (
    NO_NAMES,
    arguments_called,
    event_called,
    segment_called,
    value_called,
)
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
    Unit,
    Window,
    YearlyDates,
)
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
    Quantity,
    Regularly,
    Restarted,
    Rule,
    Sequence,
    Stopped,
    Test,
    Trait,
    Value,
    When,
)
from use_cases.rules.naming import Names

INDENT = "   "
_SHIFTS = {-1: "last", 0: "this", 1: "next"}


def explained(
    rule: Rule, words: Words, names: Names = NO_NAMES, counts: Mapping[Rule, str] | None = None
) -> str:
    """The rule in words, as HTML of several lines; keys by their `names` where they have any.

    `counts` are put beside the parts of the rule that they belong to.
    """
    return "\n".join(_lines(rule, words, 0, names, counts or {}))


def _lines(
    rule: Rule, words: Words, depth: int, names: Names, counts: Mapping[Rule, str]
) -> list[str]:
    margin = INDENT * depth
    count = f" — <b>{counts[rule]}</b>" if rule in counts else ""
    match rule:
        case All(parts):
            heading = words("rule-all")
        case AnyOf(parts):
            heading = words("rule-any")
        case Not(part):
            heading, parts = words("rule-not"), (part,)
        case _:
            return [f"{margin}• {escape(_leaf(rule, words, names), quote=False)}{count}"]
    inside = [line for part in parts for line in _lines(part, words, depth + 1, names, counts)]
    return [f"{margin}<i>{heading}</i>{count}", *inside]


def _leaf(rule: Rule, words: Words, names: Names) -> str:
    match rule:
        case Everyone():
            return words("rule-everyone")
        case Test(of, comparison, values):
            called = tuple(value_called(of, value, words, names) for value in values)
            how = how_said(comparison, called, words)
            return words("rule-test", field=quantity_said(of, words, names), how=how)
        case When(of, window):
            how = window_said(window, words)
            return words("rule-test", field=quantity_said(of, words, names), how=how)
        case Sequence(first, then, span):
            said = span_said(span, words)
            return words(
                "rule-sequence",
                event=event_called(first, words),
                other=event_called(then, words),
                span=said,
            )
        case Regularly(kind, times, periods, unit):
            said = span_said(Span(periods, unit), words)
            return words("rule-regularly", event=event_called(kind, words), times=times, span=said)
        case Stopped(kind, span):
            return words(
                "rule-stopped", event=event_called(kind, words), span=span_said(span, words)
            )
        case Restarted(kind, span):
            return words(
                "rule-restarted", event=event_called(kind, words), span=span_said(span, words)
            )
        case HasBeen(field, value, span, at_least):
            sentence = "rule-has-been" if at_least else "rule-has-been-less"
            name, said = quantity_said(field, words, names), span_said(span, words)
            shown = str(value_called(field, value, words, names))
            return words(sentence, field=name, value=shown, span=said)
        case InSegment(key):
            return words("rule-in-segment", segment=segment_called(key, words, names))
        case Entered(key, window):
            name, said = segment_called(key, words, names), window_said(window, words)
            return words("rule-entered", segment=name, window=said)
        case LeftSegment(key, window):
            name, said = segment_called(key, words, names), window_said(window, words)
            return words("rule-left", segment=name, window=said)
        case Moved(source, target, window):
            said = window_said(window, words)
            there = segment_called(target, words, names)
            here = segment_called(source, words, names)
            return words("rule-moved", segment=here, other=there, window=said)
        case All() | AnyOf() | Not():
            raise AssertionError("these have lines of their own")
    assert_never(rule)


def quantity_said(of: Quantity, words: Words, names: Names = NO_NAMES) -> str:
    """A field or a measure in words."""
    if isinstance(of, Field):
        one, two = (*arguments_called(of, words, names), "", "")[:2]
        return words(f"rule-field-{of.name.replace('_', '-')}", one=one, two=two)
    said = words(f"rule-{of.measure}", event=event_called(of.events.kind, words))
    details = [_trait(trait, words) for trait in of.events.traits]
    if of.events.window is not None:
        details.append(window_said(of.events.window, words))
    return f"{said} ({', '.join(details)})" if details else said


def _trait(trait: Trait, words: Words) -> str:
    how = how_said(trait.comparison, trait.values, words)
    return f"{words(f'rule-trait-{trait.name}')} {how}"


def how_said(comparison: Comparison, values: tuple[Value, ...], words: Words) -> str:
    """A comparison with its values."""
    written = [_value(value, words) for value in values]
    sentence = f"rule-how-{comparison.name.lower().replace('_', '-')}"
    if comparison in (Comparison.BETWEEN, Comparison.NOT_BETWEEN):
        return words(sentence, value=written[0], other=written[1])
    return words(sentence, value=", ".join(written))


def _value(value: Value, words: Words) -> str:
    if isinstance(value, str):
        return f"«{value}»" if words.language != "en" else f"“{value}”"
    return words.number(value)


def span_said(span: Span, words: Words) -> str:
    """30 days."""
    return words(f"rule-span-{span.unit}", number=span.number)


def window_said(window: Window, words: Words) -> str:
    """Within the last 30 days."""
    match window:
        case Last(span):
            return words("rule-window-last", span=span_said(span, words))
        case Ago(span):
            return words("rule-window-ago", span=span_said(span, words))
        case Next(span):
            return words("rule-window-next", span=span_said(span, words))
        case Calendar(unit, shift):
            return words(f"rule-calendar-{_SHIFTS[shift]}-{unit}")
        case On(day):
            return words("rule-window-on", day=day.isoformat())
        case Before(day):
            return words("rule-window-before", day=day.isoformat())
        case After(day):
            return words("rule-window-after", day=day.isoformat())
        case Dates(first, last):
            return words("rule-window-dates", day=first.isoformat(), other=last.isoformat())
        case Anniversary(0):
            return words("rule-window-anniversary-today")
        case Anniversary(days):
            return words("rule-window-anniversary", span=span_said(Span(days, Unit.DAYS), words))
        case YearlyDates(start, end):
            return words("rule-window-yearly", day=_day_month(start), other=_day_month(end))
    assert_never(window)


def _day_month(day: tuple[int, int]) -> str:
    return f"{day[1]:02}.{day[0]:02}"
