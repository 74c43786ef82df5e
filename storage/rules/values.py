"""Comparisons of one column with values: texts, numbers, days, moments."""

from collections.abc import Callable, Sequence
from math import ceil, floor
from typing import Any

import sqlalchemy as sa

from segmentation.rules.folding import folded
from segmentation.rules.times import Window
from segmentation.rules.tree import Comparison, Value
from segmentation.rules.windows import MonthDays, Now, days, moments
from storage.rules.asked import Clause

Column = sa.ColumnElement[Any]


def compare_text(column: Column, comparison: Comparison, values: Sequence[Value]) -> Clause:
    """A folded column with texts; never negated, never a pattern."""
    texts = [folded(value) for value in values if isinstance(value, str)]
    if len(texts) < len(values):
        return sa.false()
    match comparison:
        case Comparison.EQUAL | Comparison.IN:
            return one_of(column, texts)
        case Comparison.CONTAINS:
            return column.contains(texts[0], autoescape=True)
        case Comparison.STARTS:
            return column.startswith(texts[0], autoescape=True)
        case Comparison.ENDS:
            return column.endswith(texts[0], autoescape=True)
        case Comparison.LIKE:
            return column.like(texts[0].replace("/", "//"), escape="/")
    return sa.false()


def one_of(column: Column, values: Sequence[Any]) -> Clause:
    """Equal to one of the values."""
    return column == values[0] if len(values) == 1 else column.in_(values)


def compare_number(column: Column, comparison: Comparison, values: Sequence[Value]) -> Clause:
    """A column with numbers; never negated."""
    numbers = [value for value in values if not isinstance(value, str)]
    if len(numbers) < len(values):
        return sa.false()
    match comparison:
        case Comparison.EQUAL | Comparison.IN:
            return one_of(column, numbers)
        case Comparison.LESS:
            return column < numbers[0]
        case Comparison.AT_MOST:
            return column <= numbers[0]
        case Comparison.MORE:
            return column > numbers[0]
        case Comparison.AT_LEAST:
            return column >= numbers[0]
        case Comparison.BETWEEN:
            return sa.and_(column >= numbers[0], column <= numbers[1])
    return sa.false()


def compare_whole(
    at_least: Callable[[int], Clause], comparison: Comparison, values: Sequence[Value]
) -> Clause:
    """A whole number that is known only by "is at least n", of rows that have one."""
    numbers = [value for value in values if not isinstance(value, str)]
    first = numbers[0]
    match comparison:
        case Comparison.EQUAL | Comparison.IN:
            whole = [int(number) for number in numbers if number == int(number)]
            return sa.or_(sa.false(), *(at_least(n) & sa.not_(at_least(n + 1)) for n in whole))
        case Comparison.LESS:
            return sa.not_(at_least(ceil(first)))
        case Comparison.AT_MOST:
            return sa.not_(at_least(floor(first) + 1))
        case Comparison.MORE:
            return at_least(floor(first) + 1)
        case Comparison.AT_LEAST:
            return at_least(ceil(first))
        case Comparison.BETWEEN:
            return at_least(ceil(first)) & sa.not_(at_least(floor(numbers[1]) + 1))
    return sa.false()


def moment_in(column: Column, window: Window, now: Now) -> Clause:
    """A moment lies in the window."""
    bounds = moments(window, now)
    assert not isinstance(bounds, MonthDays), "only days come round every year"
    parts: list[Clause] = [column.is_not(None)]
    if bounds.start is not None:
        parts.append(column >= bounds.start)
    if bounds.end is not None:
        parts.append(column <= bounds.end if bounds.closed else column < bounds.end)
    return sa.and_(*parts)


def day_in(column: Column, window: Window, now: Now) -> Clause:
    """A day, written as ISO has it, lies in the window."""
    bounds = days(window, now)
    if isinstance(bounds, MonthDays):
        month_day = sa.func.substr(column, 6, 5)
        first, last = _written(bounds.first), _written(bounds.last)
        inside = (month_day >= first, month_day <= last)
        return sa.and_(*inside) if first <= last else sa.or_(*inside)
    parts: list[Clause] = [column.is_not(None)]
    if bounds.first is not None:
        parts.append(column >= bounds.first.isoformat())
    if bounds.last is not None:
        parts.append(column <= bounds.last.isoformat())
    return sa.and_(*parts)


def _written(number: int) -> str:
    return f"{number // 100:02}-{number % 100:02}"
