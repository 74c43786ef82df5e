"""What the columns of a spreadsheet hold, guessed from their cells."""

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from segmentation.sheets.ladders import laddered, plain


class ColumnKind(StrEnum):
    """How the cells of one column are read."""

    BINARY = "binary"  # yes/no, 1/0
    CATEGORICAL = "categorical"  # one of several answers without order
    ORDINAL = "ordinal"  # a step on a scale, in numbers or in words
    NUMBER = "number"
    MULTIPLE = "multiple"  # several answers in one cell, parted by ; or |
    RANKING = "ranking"  # the place that an option was given, or options in order parted by >
    VOTE = "vote"  # 1 agree, 0 pass, -1 disagree
    TEXT = "text"  # own words: segmented on by their themes, where there are any
    ID = "id"
    WEIGHT = "weight"
    IGNORE = "ignore"


EMPTY = frozenset(
    {"", "na", "n/a", "n.a.", "nan", "null", "#n/a", "#null!", "<na>", "(blank)"}
    | {".", "-", "--", "–", "—"}
)
YES = frozenset({"1", "1.0", "yes", "y", "true", "t", "да", "так"})
NO = frozenset({"0", "0.0", "no", "n", "false", "f", "нет", "ні"})
VOTE_WORDS = ("disagree", "pass", "agree")
VOTES = {
    **dict.fromkeys(("-1", "-1.0", "disagree", "не согласен", "не согласна", "не згоден"), -1.0),
    **dict.fromkeys(("0", "0.0", "pass", "skip", "пропуск", "пропускаю"), 0.0),
    **dict.fromkeys(("1", "1.0", "+1", "agree", "согласен", "согласна", "згоден", "згодна"), 1.0),
}
SEPARATORS = re.compile(r"\s*[;|]\s*")
ORDERED = re.compile(r"\s*[>;|]\s*")  # between the options of a ranking
LEADING = re.compile(r"^([+-]?\d{1,2})(?:\s*[-–.:)]?\s+\D|\s*$)")
TRAILING = re.compile(r"\D([+-]\d{1,2})$")
STEPS_MAX = 11  # a 0-10 scale
CATEGORIES_MAX = 30
OFTEN, OFTEN_MAX = 20, 100  # more categories, where each stands in so many rows on average
WORDS_CHARS = 40  # a mean length from which cells are own words
DAY = re.compile(r"^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4})([ T,].*)?$")
ID_NAMES = re.compile(
    r"^(?i:(.*[ _.-])?(id|uuid|uid|guid|respondent|номер|№)|caseid|userid|respid|idno"
    r"|row ?names?|row ?numbers?|unnamed: 0)$|^.*[a-z]I[Dd]$"
)
COUNTED_MIN = 60  # rows from which whole numbers of which hardly one is skipped count them
GROUPS = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")  # "12 500" in spreadsheets


def number(cell: str) -> float | None:
    """The number in a cell, with a decimal point or comma; None if it holds none.

    Blanks between thousands and a sign of per cent may stand there ("12 500", "40 %").
    """
    try:
        return float(GROUPS.sub("", cell.strip().removesuffix("%")).replace(",", "."))
    except ValueError:
        return None


def steps(cells: Sequence[str]) -> Mapping[str, int] | None:
    """The step of each distinct cell if all stand on one scale, in numbers or in words."""
    for read in (_whole, _labelled, laddered):
        found = read(cells)
        if found is not None and max(found.values()) - min(found.values()) < STEPS_MAX:
            return found
    return None


def are_votes(cells: Sequence[str]) -> bool:
    """Whether all cells are votes, at least two kinds of them, and one is against."""
    cast = {VOTES.get(plain(cell)) for cell in cells}
    return None not in cast and len(cast) > 1 and -1.0 in cast


def guess(name: str, cells: Mapping[str, int], rows: int) -> ColumnKind:
    """The kind of a column from its distinct answered cells and how often each stands there.

    Weights of people are never guessed: a column of that name may hold kilograms.
    """
    answers = sorted(cells)
    if not answers:
        return ColumnKind.IGNORE
    numbers = [number(cell) for cell in answers]
    numeric = all(n is not None for n in numbers)
    if len(answers) == rows and (ID_NAMES.match(name) or _count_rows(numbers)):
        return ColumnKind.ID
    if numeric and len(answers) > CATEGORIES_MAX and ID_NAMES.match(name):
        return ColumnKind.IGNORE  # ids of people or houses that stand in several rows
    if all(DAY.match(cell.strip()) for cell in answers):
        return ColumnKind.TEXT  # when somebody answered says little of who they are
    if {plain(cell) for cell in answers} <= YES | NO:
        return ColumnKind.BINARY
    if are_votes(answers):
        return ColumnKind.VOTE
    if len(answers) > 2 and steps(answers) is not None:
        return ColumnKind.ORDINAL
    if numeric and len(answers) > 2:
        return ColumnKind.NUMBER
    return _guess_words(cells, rows)


def _count_rows(numbers: Sequence[float | None]) -> bool:
    """Whether these are different whole numbers close together: whatever it is called, a count."""
    whole = [n for n in numbers if n is not None and n == n // 1]
    if len(whole) < max(len(numbers), COUNTED_MIN) or len(set(whole)) < len(whole):
        return False
    return max(whole) - min(whole) < 2 * len(whole)


def _are_orders(cells: Iterable[str]) -> bool:
    """Whether every cell holds the same options, in more than one order."""
    orders = {tuple(ORDERED.split(cell.strip())) for cell in cells}
    options = {frozenset(order) for order in orders}
    return len(orders) > 1 and len(options) == 1 and len(min(options)) == len(min(orders, key=len))


def _guess_words(cells: Mapping[str, int], rows: int) -> ColumnKind:
    if _are_orders(cells):
        return ColumnKind.RANKING
    options = {option for cell in cells for option in SEPARATORS.split(cell.strip()) if option}
    parted = any(SEPARATORS.search(cell) for cell in cells)
    if parted and len(options) <= CATEGORIES_MAX:
        return ColumnKind.MULTIPLE
    length = sum(len(cell) * times for cell, times in cells.items()) / sum(cells.values())
    often = min(OFTEN_MAX, rows // OFTEN)
    if len(cells) <= max(CATEGORIES_MAX, often) and length < WORDS_CHARS:
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
