"""What the functions of expressions come to. Pure, and never fails: what cannot be is no value."""

import re
from datetime import date, time
from functools import lru_cache
from math import floor, trunc

from surveys.expressions.tree import Function, Value

NUMBER_MAX = 10.0**15
MATCHED_CHARS_MAX = 1_000  # Of a text that is held against a pattern.
PLACES_MAX = 9  # Behind the point.
EPOCH = date(1970, 1, 1)
_NUMBER = re.compile(r"\s*-?(\d{1,15}(\.\d{0,15})?|\.\d{1,15})\s*", re.ASCII)


def called(function: Function, values: list[Value]) -> Value:
    """The function of those values."""
    match function:
        case Function.TEXT:
            return "".join(written(value) for value in values)
        case Function.FIRST:
            return next((value for value in values if value is not None), None)
        case Function.DATE:
            return _date(values[0])
        case Function.DAYS:
            day = values[0]
            return float((day - EPOCH).days) if isinstance(day, date) else None
        case Function.FORMAT:
            return _formatted(values[0], written(values[1]))
        case Function.NUMBER:
            return _read(values[0])
        case Function.AT:
            return _at(values[0], number_of(values[1]))
        case Function.LENGTH:
            return float(len(written(values[0])))
    numeric = _of_numbers(function, values) if function in _NUMERIC else None
    return numeric if function in _NUMERIC else _of_texts(function, values)


_NUMERIC = frozenset(
    {
        Function.MIN,
        Function.MAX,
        Function.SUM,
        Function.ROUND,
        Function.INT,
        Function.ABS,
        Function.POWER,
    }
)


def _of_numbers(function: Function, values: list[Value]) -> float | None:
    numbers = [number for value in values if (number := number_of(value)) is not None]
    if function is Function.SUM:
        return bounded(sum(numbers))
    if not numbers:
        return None
    match function:
        case Function.MIN:
            return min(numbers)
        case Function.MAX:
            return max(numbers)
        case Function.ROUND:
            return _rounded(numbers)
        case Function.INT:
            return float(trunc(numbers[0]))
        case Function.ABS:
            return abs(numbers[0])
    return _power(*numbers) if len(numbers) == 2 else None


def _of_texts(function: Function, values: list[Value]) -> Value:
    text, other = written(values[0]), written(values[1]) if len(values) > 1 else ""
    match function:
        case Function.REGEX:
            return matches(text, other)
        case Function.SUBSTR:
            return _part(text, [number_of(value) for value in values[1:]])
        case Function.CONTAINS:
            return other in text
        case Function.STARTS:
            return text.startswith(other)
        case Function.ENDS:
            return text.endswith(other)
        case Function.BEFORE:
            return text.partition(other)[0] if other and other in text else ""
        case Function.AFTER:
            return text.partition(other)[2] if other else text
        case Function.LOWER:
            return text.lower()
        case Function.UPPER:
            return text.upper()
    return " ".join(text.split())


def matches(text: str, pattern: str) -> bool:
    """Whether the whole text is of that form; never for a pattern that cannot be used."""
    compiled = compiled_pattern(pattern)
    return compiled is not None and compiled.fullmatch(text[:MATCHED_CHARS_MAX]) is not None


@lru_cache(maxsize=256)
def compiled_pattern(pattern: str) -> re.Pattern[str] | None:
    """The pattern ready for use; None if it is none, or repeats what repeats already.

    Such a pattern (``(a+)+``) can take for ever on a short text.
    """
    try:
        return None if _REPEATED_TWICE.search(pattern) else re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        return None


_REPEATED_TWICE = re.compile(r"[*+}][^()]*\)(?:[*+]|\{\d*,\d*\})|\)[*+?}][^()]*\)(?:[*+]|\{\d*,)")


def written(value: Value) -> str:
    """The value as a text: whole numbers without ".0", choices parted by spaces, "" for none."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float() | int():
            return f"{int(value)}" if float(value).is_integer() else f"{value:.10g}"
        case tuple():
            return " ".join(value)
        case date() | time():
            return value.isoformat()
    return value


def number_of(value: Value) -> float | None:
    """The number that the value is, if it is one."""
    if isinstance(value, bool) or not isinstance(value, float | int):
        return None
    return float(value)


def bounded(number: float) -> float | None:
    """No value beyond what a float tells exactly."""
    return number if abs(number) <= NUMBER_MAX else None


def _read(value: Value) -> float | None:
    """The value as a number: a text of digits, yes as 1, a date as days."""
    if isinstance(value, bool):
        return float(value)
    if isinstance(value, date):
        return float((value - EPOCH).days)
    if isinstance(value, str):
        return float(value) if _NUMBER.fullmatch(value) else None
    return number_of(value)


def _rounded(numbers: list[float]) -> float | None:
    places = trunc(numbers[1]) if len(numbers) > 1 else 0
    if not -PLACES_MAX <= places <= PLACES_MAX:
        return None
    return float(floor(numbers[0] * 10.0**places + 0.5)) / 10.0**places


def _power(base: float, exponent: float) -> float | None:
    try:
        found = base**exponent
    except (OverflowError, ZeroDivisionError):
        return None
    return bounded(found) if isinstance(found, float) else None


def _part(text: str, ends: list[float | None]) -> str:
    """From the first place up to the second, counted from 0; below 0 from the end."""
    first, *last = (trunc(end) if end is not None else 0 for end in ends)
    return text[first : last[0]] if last else text[first:]


def _at(value: Value, place: float | None) -> str | None:
    picks = (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()
    index = -1 if place is None else trunc(place)
    return picks[index] if 0 <= index < len(picks) else None


def _formatted(value: Value, form: str) -> str | None:
    if not isinstance(value, date):
        return None
    signs = {
        "%Y": f"{value.year:04}", "%y": f"{value.year % 100:02}", "%m": f"{value.month:02}",
        "%n": f"{value.month}", "%d": f"{value.day:02}", "%e": f"{value.day}",
    }  # fmt: skip
    return re.sub("%[a-zA-Z]", lambda sign: signs.get(sign[0], ""), form)


def _date(value: Value) -> Value:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
