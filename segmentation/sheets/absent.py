"""Numbers that stand for no answer: 99 beside a scale of one to six, -9 beside an age."""

from collections.abc import Mapping

from segmentation.sheets.kinds import STEPS_MAX, number

# As statistical packages are told of them, and as our own exports write them (docs/decisions/0017).
NEGATIVE = frozenset({*range(-9, 0), -77, -88, *range(-99, -89), -777, -888, *range(-999, -989)})
POSITIVE = frozenset({77, 88, *range(96, 100), 777, 888, *range(996, 1000), *range(9996, 10_000)})
OWN_EXPORT = range(-9_000_000_000_000_990, -9_000_000_000_000_940)  # where -95 may be an answer
GAP = 2.0  # a code below a scale leaves a step free between
FAR = 5.0  # times as large as all else is a code above measured numbers
SEEN_MIN = 2  # a large number that only one person gave may be theirs


def absent(cells: Mapping[str, int]) -> frozenset[str]:
    """The cells of a column that are codes for no answer; only among numbers, and only clear ones.

    Beside a scale of whole numbers up to 10 a code lies far above, or below with a step free
    between; beside measured numbers from 0 up it is negative, or nines far above everything.
    """
    read = {cell: n for cell in cells if (n := number(cell)) is not None}
    rest = _answers(set(read.values()))
    if len(read) < len(cells) or len(rest) < 2:
        return frozenset()
    low, high = min(rest), max(rest)
    scale = high < STEPS_MAX and high - low < STEPS_MAX and all(n == n // 1 for n in rest)

    def is_code(cell: str, n: float) -> bool:
        far = cells[cell] >= SEEN_MIN and n > FAR * high
        return n not in rest and (scale or (n < 0 <= low) or far)

    return frozenset(cell for cell, n in read.items() if is_code(cell, n))


def _answers(numbers: set[float]) -> set[float]:
    """The numbers that are no codes; small negative ones belong to a scale that runs below zero."""
    codes = {n for n in numbers if n in NEGATIVE or n in POSITIVE or n in OWN_EXPORT}
    rest = numbers - codes
    small = sorted((n for n in codes if -10 < n < 0), reverse=True)
    if {*rest, *small} == {-n for n in {*rest, *small}}:
        return {*rest, *small}  # as far below zero as above: -2, -1, 1, 2
    for n in small:
        if rest and min(rest) - n < GAP:
            rest.add(n)
    return rest
