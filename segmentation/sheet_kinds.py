"""What the columns of a spreadsheet hold, guessed from their cells."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum


class ColumnKind(StrEnum):
    """How the cells of one column are read."""

    BINARY = "binary"  # yes/no, 1/0
    CATEGORICAL = "categorical"  # one of several answers without order
    ORDINAL = "ordinal"  # a step on a scale, in numbers or in words
    NUMBER = "number"
    MULTIPLE = "multiple"  # several answers in one cell, parted by ; or |
    RANKING = "ranking"  # the place that this option was given
    VOTE = "vote"  # 1 agree, 0 pass, -1 disagree
    TEXT = "text"  # own words: not segmented on
    ID = "id"
    WEIGHT = "weight"
    IGNORE = "ignore"


EMPTY = frozenset({"", "na", "n/a", "nan", "null", "#n/a", "<na>"})
YES = frozenset({"1", "1.0", "yes", "y", "true", "t", "да", "так"})
NO = frozenset({"0", "0.0", "no", "n", "false", "f", "нет", "ні"})
SEPARATORS = re.compile(r"\s*[;|]\s*")
LEADING = re.compile(r"^([+-]?\d{1,2})(?:\s*[-–.:)]?\s+\D|\s*$)")
TRAILING = re.compile(r"\D([+-]\d{1,2})$")
STEPS_MAX = 11  # a 0-10 scale
CATEGORIES_MAX = 30
WORDS_CHARS = 40  # a mean length from which cells are own words
ID_NAMES = re.compile(r"^(.*[ _.-])?(id|uuid|respondent|номер|№)$", re.IGNORECASE)

LADDERS: tuple[tuple[str, ...], ...] = (
    (
        "strongly disagree",
        "disagree",
        "neither agree nor disagree|neutral|undecided",
        "agree",
        "strongly agree",
    ),
    ("never", "rarely|seldom", "sometimes", "often", "very often|always"),
    (
        "very dissatisfied",
        "dissatisfied",
        "neutral|neither satisfied nor dissatisfied",
        "satisfied",
        "very satisfied",
    ),
    (
        "not at all important",
        "slightly important",
        "moderately important",
        "very important",
        "extremely important",
    ),
    ("very poor", "poor", "fair|average", "good", "very good|excellent"),
    ("very unlikely", "unlikely", "neutral", "likely", "very likely"),
    ("not at all", "slightly|a little", "moderately|somewhat", "very", "extremely"),
    (
        "совершенно не согласен|полностью не согласен",
        "не согласен|скорее не согласен",
        "затрудняюсь ответить|нейтрально",
        "согласен|скорее согласен",
        "полностью согласен|совершенно согласен",
    ),
    ("никогда", "редко", "иногда", "часто", "очень часто|всегда"),
    (
        "повністю не згоден|зовсім не згоден",
        "не згоден|скоріше не згоден",
        "важко відповісти|нейтрально",
        "згоден|скоріше згоден",
        "повністю згоден|цілком згоден",
    ),
    ("ніколи", "рідко", "іноді|інколи", "часто", "дуже часто|завжди"),
)


def plain(cell: str) -> str:
    """A cell without what does not matter: case, outer and doubled blanks."""
    return " ".join(cell.split()).casefold()


def number(cell: str) -> float | None:
    """The number in a cell, with a decimal point or comma; None if it holds none."""
    try:
        return float(cell.strip().replace(",", "."))
    except ValueError:
        return None


def steps(cells: Sequence[str]) -> Mapping[str, int] | None:
    """The step of each distinct cell if all stand on one scale, in numbers or in words."""
    for read in (_whole, _labelled, _laddered):
        found = read(cells)
        if found is not None and max(found.values()) - min(found.values()) < STEPS_MAX:
            return found
    return None


def guess(name: str, cells: Mapping[str, int], rows: int) -> ColumnKind:
    """The kind of a column from its distinct answered cells and how often each stands there.

    Weights of people are never guessed: a column of that name may hold kilograms.
    """
    answers = sorted(cells)
    if not answers:
        return ColumnKind.IGNORE
    numbers = [number(cell) for cell in answers]
    numeric = all(n is not None for n in numbers)
    if len(answers) == rows and ID_NAMES.match(name):
        return ColumnKind.ID
    if {plain(cell) for cell in answers} <= YES | NO:
        return ColumnKind.BINARY
    if {n for n in numbers if n is not None} == {-1, 0, 1} and numeric:
        return ColumnKind.VOTE
    if len(answers) > 2 and steps(answers) is not None:
        return ColumnKind.ORDINAL
    if numeric and len(answers) > 2:
        return ColumnKind.NUMBER
    return _guess_words(cells, rows)


def _guess_words(cells: Mapping[str, int], rows: int) -> ColumnKind:
    options = {option for cell in cells for option in SEPARATORS.split(cell.strip()) if option}
    parted = any(SEPARATORS.search(cell) for cell in cells)
    if parted and len(options) <= CATEGORIES_MAX:
        return ColumnKind.MULTIPLE
    length = sum(len(cell) * times for cell, times in cells.items()) / sum(cells.values())
    if len(cells) <= CATEGORIES_MAX and length < WORDS_CHARS:
        return ColumnKind.CATEGORICAL
    return ColumnKind.ID if len(cells) == rows and length < WORDS_CHARS / 2 else ColumnKind.TEXT


def _whole(cells: Sequence[str]) -> Mapping[str, int] | None:
    numbers = {cell: number(cell) for cell in cells}
    if any(n is None or n != n // 1 or abs(n) > 100 for n in numbers.values()):
        return None
    return {cell: int(n) for cell, n in numbers.items() if n is not None}


def _labelled(cells: Sequence[str]) -> Mapping[str, int] | None:
    """Labels that begin or end with their number: "1 Extremely well", "I love it!+5"."""
    found: dict[str, int] = {}
    for cell in cells:
        match = LEADING.match(cell.strip()) or TRAILING.search(cell.strip())
        if match is None:
            return None
        found[cell] = int(match.group(1))
    return found if len(set(found.values())) == len(found) else None


def _laddered(cells: Sequence[str]) -> Mapping[str, int] | None:
    for ladder in LADDERS:
        place = {word: i for i, rung in enumerate(ladder, 1) for word in rung.split("|")}
        if all(plain(cell) in place for cell in cells):
            return {cell: place[plain(cell)] for cell in cells}
    return None
