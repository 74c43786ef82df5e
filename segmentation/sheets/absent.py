"""What stands for no answer: 99 beside a scale of one to six, "Refused" beside an age."""

from collections.abc import Mapping

from segmentation.sheets.kinds import NO, STEPS_MAX, YES, number, steps
from segmentation.sheets.ladders import plain

# As statistical packages are told of them, and as our own exports write them (docs/decisions/0017).
NEGATIVE = frozenset({*range(-9, 0), -77, -88, *range(-99, -89), -777, -888, *range(-999, -989)})
POSITIVE = frozenset({77, 88, *range(96, 100), 777, 888, *range(996, 1000), *range(9996, 10_000)})
OWN_EXPORT = range(-9_000_000_000_000_990, -9_000_000_000_000_940)  # where -95 may be an answer
WORDS = frozenset(
    {"don't know", "don’t know", "dont know", "do not know", "dk", "dk/na", "refused", "refusal"}
    | {"prefer not to say", "prefer not to answer", "no answer", "no response", "not applicable"}
    | {"не знаю", "затрудняюсь ответить", "затрудняюсь", "трудно сказать", "нет ответа"}
    | {"отказ", "отказ от ответа", "не хочу отвечать", "важко відповісти", "важко сказати"}
    | {"немає відповіді", "відмова", "відмова відповідати", "не хочу відповідати"}
)
GAP = 2.0  # a code below a scale leaves a step free between
FAR = 5.0  # times as large as all else is a code above measured numbers
SEEN_MIN = 2  # a large number that only one person gave may be theirs


def absent(cells: Mapping[str, int]) -> frozenset[str]:
    """The cells of a column that say or code that there is no answer; only clear ones.

    Words do beside yes and no, a scale or numbers; among other categories they are one.
    """
    words = frozenset(cell for cell in cells if plain(cell) in WORDS)
    rest = {cell: times for cell, times in cells.items() if cell not in words}
    if words and (steps(sorted(cells)) is not None or not _may_be_beside(rest)):
        return frozenset()
    return words | _codes(rest)


def _may_be_beside(rest: Mapping[str, int]) -> bool:
    """Whether no answer in words can stand beside these: yes and no, a scale, or numbers."""
    if len(rest) == 2:
        return {plain(cell) for cell in rest} <= YES | NO
    numeric = all(number(cell) is not None for cell in rest)
    return len(rest) > 2 and (numeric or steps(sorted(rest)) is not None)


def _codes(cells: Mapping[str, int]) -> frozenset[str]:
    """The cells that are codes for no answer; only among numbers.

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
