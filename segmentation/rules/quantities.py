"""Reads what is compared, and with what: ``count("visit", within 30 days) >= 3``."""

import difflib
from collections.abc import Iterable

from segmentation.rules.catalogue import (
    COMPARISONS,
    FIELDS,
    TRAIT_COMPARISONS,
    TRAITS,
    Type,
    type_of,
)
from segmentation.rules.faults import Code, Expect, RuleFault
from segmentation.rules.forms import FORMS
from segmentation.rules.patterns import BadPattern, compiled
from segmentation.rules.scanning import Token, TokenKind
from segmentation.rules.stream import Stream
from segmentation.rules.times import Anniversary, Window, YearlyDates
from segmentation.rules.tree import (
    Comparison,
    Events,
    Field,
    Measure,
    Quantity,
    Rule,
    Tally,
    Test,
    Trait,
    Value,
    When,
)
from segmentation.rules.window_words import read_window, starts_window

VALUES_MAX = 10_000

_MEASURES = {measure.value: measure for measure in Measure}
_SIGNS = {"=", "!=", "<", "<=", ">", ">="}
_PAIRS = frozenset({Comparison.BETWEEN, Comparison.NOT_BETWEEN})
_LISTS = frozenset(
    {
        Comparison.IN,
        Comparison.NOT_IN,
        Comparison.HAS_ANY,
        Comparison.HAS_ALL,
        Comparison.HAS_NONE,
    }
)
_ORDERED = _PAIRS | {Comparison.LESS, Comparison.AT_MOST, Comparison.MORE, Comparison.AT_LEAST}
_PATTERNS = frozenset({Comparison.MATCHES, Comparison.NOT_MATCHES})
_TEXTUAL = _PATTERNS | {
    Comparison.CONTAINS,
    Comparison.NOT_CONTAINS,
    Comparison.STARTS,
    Comparison.ENDS,
    Comparison.LIKE,
    Comparison.NOT_LIKE,
}
_WORDED = sorted(
    (tuple(each.value.split()) for each in Comparison if each.value[0].isalpha()),
    key=len,
    reverse=True,
)


def read_comparison(stream: Stream, name: Token) -> Rule:
    """A quantity, whose name was just read, with its comparison; raises RuleFault."""
    if name.text in _MEASURES:
        stream.expect_sign("(")
        of: Quantity = Tally(_MEASURES[name.text], read_events(stream))
        stream.expect_sign(")")
    else:
        of = read_field(stream, name)
        if stream.take_sign(","):  # answered("winter", within 30 days): the window is inside.
            window = read_window_of(stream, of)
            stream.expect_sign(")")
            return When(of, window)
    return _compared(stream, of, name)


def _compared(stream: Stream, of: Quantity, name: Token) -> Rule:
    kind = type_of(of)
    if kind in (Type.DAY, Type.MOMENT) and starts_window(stream):
        return When(of, read_window_of(stream, of))
    if name.text == "answered" and not stream.is_word("is"):
        return Test(of, Comparison.NOT_EMPTY)
    at = stream.now.at
    dated = kind in (Type.DAY, Type.MOMENT)
    known = ("within 30 days", *COMPARISONS[kind]) if dated else COMPARISONS[kind]
    comparison = _how(stream, *known)
    if comparison not in COMPARISONS[kind]:
        code = Code.NEEDS_WINDOW if dated else Code.NOT_COMPARABLE
        expects = None if dated else Expect.COMPARISON
        raise RuleFault(code, at, found=comparison, expects=expects, choices=tuple(known))
    return Test(of, comparison, _values(stream, comparison, kind))


def read_window_of(stream: Stream, of: Quantity) -> Window:
    """A window for the quantity; only days come round every year."""
    at = stream.now.at
    window = read_window(stream)
    if isinstance(window, Anniversary | YearlyDates) and type_of(of) is not Type.DAY:
        raise RuleFault(Code.NEEDS_DAY, at)
    return window


def read_field(stream: Stream, name: Token) -> Field:
    """The field of that name with its arguments; a window inside is left to be read."""
    kind = FIELDS.get(name.text)
    if kind is None:
        near = _nearest(name.text, [*FIELDS, *FORMS, *_MEASURES])
        raise RuleFault(Code.UNKNOWN_FIELD, name.at, found=name.text, suggestion=near)
    arguments: list[str] = []
    if kind.arguments and stream.take_sign("("):
        arguments.append(stream.text())
        while stream.is_sign(",") and not (kind.type is Type.MOMENT and _window_next(stream)):
            stream.step()
            arguments.append(stream.text())
        if not stream.is_sign(","):
            stream.expect_sign(")")
    if len(arguments) != len(kind.arguments):
        raise RuleFault(
            Code.WRONG_ARGUMENTS,
            name.at,
            found=name.text,
            suggestion=", ".join(kind.arguments),
        )
    return Field(name.text, tuple(arguments))


def _window_next(stream: Stream) -> bool:
    return stream.following.kind is not TokenKind.TEXT


def read_events(stream: Stream) -> Events:
    """``"purchase", within 30 days, category = "coffee"``."""
    kind = stream.text()
    window: Window | None = None
    traits: list[Trait] = []
    while stream.take_sign(","):
        if starts_window(stream):
            at = stream.now.at
            window = read_window(stream)
            if isinstance(window, Anniversary | YearlyDates):
                raise RuleFault(Code.NEEDS_DAY, at)
        else:
            traits.append(_trait(stream))
    return Events(kind, window, tuple(traits))


def _trait(stream: Stream) -> Trait:
    name = stream.step()
    kind = TRAITS.get(name.text)
    if kind is None:
        near = _nearest(name.text, TRAITS)
        raise RuleFault(Code.UNKNOWN_TRAIT, name.at, found=name.text, suggestion=near)
    at = stream.now.at
    known = [c for c in TRAIT_COMPARISONS if kind is Type.NUMBER or c not in _ORDERED]
    comparison = _how(stream, *known)
    if comparison not in known:
        expects = Expect.COMPARISON
        raise RuleFault(
            Code.NOT_COMPARABLE, at, found=comparison, expects=expects, choices=tuple(known)
        )
    return Trait(name.text, comparison, _values(stream, comparison, kind))


def _how(stream: Stream, *known: str) -> Comparison:
    """The comparison that stands here, be it one of those `known` for the quantity or not."""
    if stream.now.kind is TokenKind.SIGN and stream.now.text in _SIGNS:
        return Comparison(stream.step().text)
    for words in _WORDED:
        if stream.take_words(*words):
            return Comparison(" ".join(words))
    if stream.take_words("has"):
        return Comparison.HAS_ANY
    raise stream.lost(Expect.COMPARISON, *known)


def _values(stream: Stream, comparison: Comparison, kind: Type) -> tuple[Value, ...]:
    if comparison in (Comparison.EMPTY, Comparison.NOT_EMPTY):
        return ()
    at = stream.now.at
    values: tuple[Value, ...]
    if comparison in _PAIRS:
        first = stream.value()
        stream.expect_words("and")
        values = (first, stream.value())
    elif comparison in _LISTS and stream.take_sign("("):
        values = _listed(stream)
    else:
        values = (stream.value(),)
    _check(values, comparison, kind, at)
    return values


def _listed(stream: Stream) -> tuple[Value, ...]:
    found = [stream.value()]
    while stream.take_sign(","):
        found.append(stream.value())
        if len(found) > VALUES_MAX:
            raise RuleFault(Code.TOO_LONG, stream.now.at)
    stream.expect_sign(")")
    return tuple(found)


def _check(values: tuple[Value, ...], comparison: Comparison, kind: Type, at: int) -> None:
    """Numbers with numbers, texts with texts; a pattern that can be followed."""
    numbers = [value for value in values if not isinstance(value, str)]
    if kind is Type.NUMBER or comparison in _ORDERED:
        if len(numbers) < len(values):
            raise RuleFault(Code.NEEDS_NUMBER, at, found=str(values[0]))
    elif numbers and (
        kind is not Type.OPEN or comparison in _TEXTUAL or len(numbers) < len(values)
    ):
        raise RuleFault(Code.NEEDS_TEXT, at, found=f"{numbers[0]:g}")
    if comparison in _PATTERNS:
        try:
            compiled(str(values[0]))
        except BadPattern as fault:
            raise RuleFault(Code.BAD_PATTERN, at, found=str(values[0])) from fault


def _nearest(word: str, words: Iterable[str]) -> str | None:
    near = difflib.get_close_matches(word, list(words), n=1)
    return near[0] if near else None
