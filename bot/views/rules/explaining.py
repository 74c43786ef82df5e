"""A rule said in words: one line a condition, indented where they stand inside each other."""

from collections.abc import Mapping
from html import escape
from typing import assert_never

from bot.reports.numbers import Numbers
from bot.views.rules.naming import (
    NO_NAMES,
    arguments_called,
    event_called,
    segment_called,
    value_called,
)
from bot.views.rules.windows import span_said, window_said
from bot.words import Words
from segmentation.rules.catalogue import MINOR_UNITS, Type, is_money, type_of
from segmentation.rules.times import Span
from segmentation.rules.tree import (
    All,
    AnyOf,
    Comparison,
    Entered,
    Events,
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
    Tally,
    Test,
    Trait,
    Value,
    When,
    deed_in,
    parts_of,
)
from use_cases.rules.naming import Names

INDENT = "   "


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
            if (done := deed_in(part)) is not None:
                never = words("rule-never", event=_events_said(done, words))
                return [f"{margin}• {escape(never, quote=False)}{count}"]
            heading, parts = words("rule-not"), (part,)
        case _:
            return [f"{margin}• {escape(_leaf(rule, words, names), quote=False)}{count}"]
    inside = [line for part in parts for line in _lines(part, words, depth + 1, names, counts)]
    return [f"{margin}<i>{heading}</i>{count}", *inside]


def _leaf(rule: Rule, words: Words, names: Names) -> str:
    match rule:
        case Everyone():
            return words("rule-everyone")
        case Test() if (done := deed_in(rule)) is not None:
            return words("rule-did", event=_events_said(done, words))
        case Test(of, comparison, values):
            called = tuple(value_called(of, value, words, names) for value in values)
            how = how_said(comparison, called, words, of)
            return words("rule-test", field=quantity_said(of, words, names), how=how)
        case When(of, window):
            how = window_said(window, words)
            return words("rule-test", field=quantity_said(of, words, names), how=how)
        case Sequence(first, then, span):
            said = span_said(span, words, "acc")
            return words(
                "rule-sequence",
                event=event_called(first, words),
                other=event_called(then, words),
                span=said,
            )
        case Regularly(kind, times, periods, unit):
            said = span_said(Span(periods, unit), words, "of-last")
            return words("rule-regularly", event=event_called(kind, words), times=times, span=said)
        case Stopped(kind, span):
            return words(
                "rule-stopped", event=event_called(kind, words), span=span_said(span, words, "last")
            )
        case Restarted(kind, span):
            return words(
                "rule-restarted",
                event=event_called(kind, words),
                span=span_said(span, words, "acc"),
            )
        case HasBeen(field, value, span, at_least):
            sentence = "rule-has-been" if at_least else "rule-has-been-less"
            name, said = quantity_said(field, words, names), span_said(span, words, "acc")
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
    return words(f"rule-{of.measure}", event=_events_said(of.events, words))


def _events_said(events: Events, words: Words) -> str:
    """ "payment" (amount: above 500.00, within the last 30 days)."""
    said = _value(event_called(events.kind, words), words)
    details = [_trait(trait, words) for trait in events.traits]
    if events.window is not None:
        details.append(window_said(events.window, words))
    return f"{said} ({', '.join(details)})" if details else said


def speaks_of_money(rule: Rule) -> bool:
    """Whether the rule compares an amount with something."""
    of = [part.of for part in parts_of(rule) if isinstance(part, Test)]
    of += [part.of for part in parts_of(rule) if isinstance(part, When)]
    traits = [each.name for one in of if isinstance(one, Tally) for each in one.events.traits]
    return "amount" in traits or any(is_money(each) for each in of)


def _trait(trait: Trait, words: Words) -> str:
    how = how_said(trait.comparison, trait.values, words, money=trait.name == "amount")
    return words("rule-test", field=words(f"rule-trait-{trait.name}"), how=how)


def how_said(
    comparison: Comparison,
    values: tuple[Value, ...],
    words: Words,
    of: Quantity | None = None,
    *,
    money: bool = False,
) -> str:
    """A comparison with its values; amounts `of` money in the unit that people speak of."""
    if not values and of is not None and type_of(of) is Type.MOMENT:
        return words("rule-how-never" if comparison is Comparison.EMPTY else "rule-how-ever")
    in_money = money or (of is not None and is_money(of))
    written = [_value(value, words, money=in_money) for value in values]
    sentence = f"rule-how-{comparison.name.lower().replace('_', '-')}"
    if comparison in (Comparison.BETWEEN, Comparison.NOT_BETWEEN):
        return words(sentence, value=written[0], other=written[1])
    return words(sentence, value=", ".join(written))


def _value(value: Value, words: Words, *, money: bool = False) -> str:
    if isinstance(value, str):
        return f"«{value}»" if words.language != "en" else f"“{value}”"
    return Numbers(words).plain(value / MINOR_UNITS, 2) if money else words.number(value)
