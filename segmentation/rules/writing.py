"""A rule written back as text, the way `parse` reads it."""

from typing import assert_never

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
)
from segmentation.rules.window_words import write_span, write_window

_LISTED = (
    Comparison.IN,
    Comparison.NOT_IN,
    Comparison.HAS_ANY,
    Comparison.HAS_ALL,
    Comparison.HAS_NONE,
)


def write(rule: Rule) -> str:
    """The rule's canonical text: parse(write(rule)) is the rule again."""
    match rule:
        case Everyone():
            return "everyone"
        case All(parts):
            return " and ".join(_tight(part) for part in parts)
        case AnyOf(parts):
            return " or ".join(f"({write(p)})" if isinstance(p, AnyOf) else write(p) for p in parts)
        case Not(part) if (done := deed_in(part)) is not None:
            return f"never({_events(done)})"
        case Not(part):
            return f"not {_tight(part)}"
        case Test() if (done := deed_in(rule)) is not None:
            return f"did({_events(done)})"
        case Test(of, comparison, values):
            return f"{write_quantity(of)} {write_comparison(comparison, values)}"
        case When(of, window):
            return f"{write_quantity(of)} {write_window(window)}"
        case Sequence(first, then, span):
            return f"did_then({quoted(first)}, {quoted(then)}, within {write_span(span)})"
        case Regularly(kind, times, periods, unit):
            return f"regularly({quoted(kind)}, {times} of {periods} {unit})"
        case Stopped(kind, span):
            return f"stopped({quoted(kind)}, {write_span(span)})"
        case Restarted(kind, span):
            return f"restarted({quoted(kind)}, {write_span(span)})"
        case HasBeen(field, value, span, at_least):
            how = "at least" if at_least else "less than"
            inside = f"{write_quantity(field)}, {quoted(value)}, {how} {write_span(span)}"
            return f"has_been({inside})"
        case InSegment(key):
            return f"in({quoted(key)})"
        case Entered(key, window):
            return f"entered({quoted(key)}, {write_window(window)})"
        case LeftSegment(key, window):
            return f"left({quoted(key)}, {write_window(window)})"
        case Moved(source, target, window):
            return f"moved({quoted(source)}, {quoted(target)}, {write_window(window)})"
    assert_never(rule)


def _tight(rule: Rule) -> str:
    text = write(rule)
    return f"({text})" if isinstance(rule, AnyOf | All) else text


def write_quantity(of: Quantity) -> str:
    """The field or measure with its arguments."""
    match of:
        case Field(name, ()):
            return name
        case Field(name, arguments):
            return f"{name}({', '.join(quoted(each) for each in arguments)})"
        case Tally(measure, events):
            return f"{measure}({_events(events)})"
    assert_never(of)


def _events(events: Events) -> str:
    parts = [quoted(events.kind)]
    if events.window is not None:
        parts.append(write_window(events.window))
    parts += [_trait(trait) for trait in events.traits]
    return ", ".join(parts)


def _trait(trait: Trait) -> str:
    return f"{trait.name} {write_comparison(trait.comparison, trait.values)}"


def write_comparison(comparison: Comparison, values: tuple[Value, ...]) -> str:
    """The comparison with its values."""
    if not values:
        return comparison
    written = [quoted(each) if isinstance(each, str) else _number(each) for each in values]
    if comparison in (Comparison.BETWEEN, Comparison.NOT_BETWEEN):
        return f"{comparison} {written[0]} and {written[1]}"
    if comparison in _LISTED:
        return f"{comparison} ({', '.join(written)})"
    return f"{comparison} {written[0]}"


def quoted(text: str) -> str:
    """The text in double quotes, as the reader takes it apart again."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _number(number: float) -> str:
    return str(int(number)) if number == int(number) else format(number, "f").rstrip("0")
