"""What lies in a window, and how a value compares with others."""

from collections.abc import Sequence
from datetime import date, datetime

from segmentation.rules.facts import Known
from segmentation.rules.folding import folded
from segmentation.rules.patterns import like_pattern, matches
from segmentation.rules.times import Window
from segmentation.rules.tree import Comparison, Value
from segmentation.rules.windows import Days, Moments, MonthDays, Now, days, in_month_days, moments


def lies_in(found: date, window: Window, now: Now) -> bool:
    """Whether a day, or a moment, lies in the window."""
    if isinstance(found, datetime):
        bounds = moments(window, now)
        if isinstance(bounds, MonthDays):
            return in_month_days(found.astimezone(now.zone).date(), bounds)
        return _between_moments(found, bounds)
    within = days(window, now)
    if isinstance(within, MonthDays):
        return in_month_days(found, within)
    return between_days(found, within)


def _between_moments(found: datetime, bounds: Moments) -> bool:
    if bounds.start is not None and found < bounds.start:
        return False
    if bounds.end is None or found < bounds.end:
        return True
    return bounds.closed and found == bounds.end


def between_days(found: date, bounds: Days) -> bool:
    return not (
        (bounds.first is not None and found < bounds.first)
        or (bounds.last is not None and found > bounds.last)
    )


def compare(found: Known, comparison: Comparison, values: Sequence[Value]) -> bool:
    """A text with texts, a number with numbers; anything else is false."""
    if isinstance(found, str):
        texts = [folded(value) for value in values if isinstance(value, str)]
        return len(texts) == len(values) and compare_texts(folded(found), comparison, texts)
    if isinstance(found, date):
        return False
    numbers = [value for value in values if not isinstance(value, str)]
    return len(numbers) == len(values) and compare_numbers(found, comparison, numbers)


def compare_texts(found: str, comparison: Comparison, values: Sequence[str]) -> bool:
    """A folded text compared with folded texts; never negated."""
    match comparison:
        case Comparison.EQUAL | Comparison.IN:
            return found in values
        case Comparison.CONTAINS:
            return values[0] in found
        case Comparison.STARTS:
            return found.startswith(values[0])
        case Comparison.ENDS:
            return found.endswith(values[0])
        case Comparison.LIKE:
            return like_pattern(values[0]).fullmatch(found) is not None
        case Comparison.MATCHES:
            return matches(values[0], found)
    return False


def compare_numbers(found: float, comparison: Comparison, values: Sequence[float]) -> bool:
    """A number compared with numbers; never negated."""
    match comparison:
        case Comparison.EQUAL | Comparison.IN:
            return found in values
        case Comparison.LESS:
            return found < values[0]
        case Comparison.AT_MOST:
            return found <= values[0]
        case Comparison.MORE:
            return found > values[0]
        case Comparison.AT_LEAST:
            return found >= values[0]
        case Comparison.BETWEEN:
            return values[0] <= found <= values[1]
    return False
