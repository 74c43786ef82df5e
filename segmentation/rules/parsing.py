"""Reads a rule as people write it.

``building = "12A" and age >= 35 and not answered("winter", within 30 days)``

From loose to tight: or, and, not. docs/rules.md tells every field and form.
"""

from collections.abc import Callable
from functools import lru_cache

from segmentation.rules.faults import Code, Expect, RuleFault
from segmentation.rules.forms import FORMS
from segmentation.rules.quantities import read_comparison, read_events, read_field
from segmentation.rules.scanning import Token, TokenKind
from segmentation.rules.stream import Stream
from segmentation.rules.times import Anniversary, Span, Unit, Window, YearlyDates
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
    Measure,
    Moved,
    Not,
    Regularly,
    Restarted,
    Rule,
    Sequence,
    Stopped,
    Tally,
    Test,
)
from segmentation.rules.window_words import read_window

DEPTH_MAX = 20
PARTS_MAX = 200
PERIODS_MAX = 120

_ONCE = Comparison.AT_LEAST, (1.0,)


@lru_cache(maxsize=1_024)
def parse(text: str) -> Rule:
    """The tree of the rule, its fields and types checked; raises RuleFault."""
    reader = _Reader(Stream(text))
    found = reader.alternatives()
    if reader.stream.now.kind is not TokenKind.END:
        raise reader.stream.lost(Expect.JOIN, "and", "or")
    return found


class _Reader:
    """Walks down the rule, never deeper than trees may be."""

    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        self._depth = 0
        self._parts = 0

    def alternatives(self) -> Rule:
        """A whole rule, be it one in brackets."""
        parts = [self._conditions()]
        while self.stream.take_words("or"):
            parts.append(self._conditions())
        return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))

    def _conditions(self) -> Rule:
        parts = [self._condition()]
        while self.stream.take_words("and"):
            parts.append(self._condition())
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _condition(self) -> Rule:
        self._parts += 1
        if self._parts > PARTS_MAX:
            raise RuleFault(Code.TOO_LONG, self.stream.now.at)
        if self.stream.take_words("not"):
            return Not(self._deeper(self._condition))
        if self.stream.take_sign("("):
            inner = self._deeper(self.alternatives)
            self.stream.expect_sign(")")
            return inner
        if self.stream.now.kind is not TokenKind.NAME:
            raise self.stream.lost(Expect.CONDITION)
        name = self.stream.step()
        return self._form(name) if name.text in FORMS else read_comparison(self.stream, name)

    def _deeper(self, read: Callable[[], Rule]) -> Rule:
        self._depth += 1
        if self._depth > DEPTH_MAX:
            raise RuleFault(Code.TOO_DEEP, self.stream.now.at)
        found = read()
        self._depth -= 1
        return found

    def _form(self, name: Token) -> Rule:
        if name.text == "everyone":
            return Everyone()
        self.stream.expect_sign("(")
        found = _inside(self.stream, name.text)
        self.stream.expect_sign(")")
        return found


def _inside(stream: Stream, form: str) -> Rule:
    """What stands in the brackets of a form."""
    match form:
        case "did":
            return Test(Tally(Measure.COUNT, read_events(stream)), *_ONCE)
        case "never":
            return Not(Test(Tally(Measure.COUNT, read_events(stream)), *_ONCE))
        case "list":
            return Test(Field("lists"), Comparison.HAS_ANY, (stream.text(),))
        case "in" | "entered" | "left" | "moved":
            return _in_segments(stream, form)
        case "has_been":
            return _has_been(stream)
        case "regularly":
            return _regularly(stream)
        case "did_then":
            first, then = _two_texts(stream)
            stream.expect_sign(",")
            stream.expect_words("within")
            return Sequence(first, then, _fixed_span(stream))
    kind = stream.text()
    stream.expect_sign(",")
    if form == "stopped":
        return Stopped(kind, stream.span())
    return Restarted(kind, _fixed_span(stream))


def _in_segments(stream: Stream, form: str) -> Rule:
    if form == "moved":
        source, target = _two_texts(stream)
        return Moved(source, target, _comma_window(stream))
    segment = stream.text()
    if form == "in":
        return InSegment(segment)
    window = _comma_window(stream)
    return Entered(segment, window) if form == "entered" else LeftSegment(segment, window)


def _two_texts(stream: Stream) -> tuple[str, str]:
    first = stream.text()
    stream.expect_sign(",")
    return first, stream.text()


def _comma_window(stream: Stream) -> Window:
    stream.expect_sign(",")
    at = stream.now.at
    window = read_window(stream)
    if isinstance(window, Anniversary | YearlyDates):
        raise RuleFault(Code.NEEDS_DAY, at)
    return window


def _fixed_span(stream: Stream) -> Span:
    """A span that is equally long wherever it begins: no months, no years."""
    at = stream.now.at
    span = stream.span()
    if span.unit in (Unit.MONTHS, Unit.YEARS):
        raise RuleFault(Code.NEEDS_DAYS, at, found=span.unit)
    return span


def _regularly(stream: Stream) -> Rule:
    kind = stream.text()
    stream.expect_sign(",")
    at = stream.now.at
    times = stream.whole()
    stream.expect_words("of")
    periods = stream.whole()
    if times > periods or periods > PERIODS_MAX:
        raise RuleFault(Code.NEEDS_NUMBER, at, found=str(times))
    unit = stream.unit()
    if unit is Unit.HOURS:
        raise RuleFault(Code.NEEDS_DAYS, at, found=unit)
    return Regularly(kind, times, periods, unit)


def _has_been(stream: Stream) -> Rule:
    field = read_field(stream, stream.step())
    stream.expect_sign(",")
    value = stream.text()
    stream.expect_sign(",")
    at_least = stream.take_words("at", "least")
    if not at_least:
        stream.expect_words("less", "than")
    return HasBeen(field, value, stream.span(), at_least)
