"""A recorded cell becomes an answer, or the reason why it cannot be one."""

import math
from collections.abc import Mapping
from enum import StrEnum

from rehearsal.mapping import ColumnMapping
from surveys.answers import Answer, Chosen, Counted, Picked, Rated, Written
from surveys.questions import (
    Choice,
    ChoiceKey,
    MultipleChoice,
    NumberQuestion,
    OpenQuestion,
    Question,
    Scale,
    SingleChoice,
)
from surveys.replies import TEXT_CHARS_MAX


class NoAnswer(StrEnum):
    """Why a cell is no answer; all but the first two are faults of the data."""

    MISSING = "missing"
    REFUSED = "refused code"
    INVALID = "invalid code"
    OUT_OF_RANGE = "out of range"
    BETWEEN = "between two points"  # 7.5 where only whole points can be pressed
    TOO_MANY = "too many choices"
    TOO_LONG = "too long"


def read_cell(
    row: Mapping[str, str], mapping: ColumnMapping, question: Question
) -> Answer | NoAnswer:
    """What the row says to the question."""
    written = [row[column].strip() for column in mapping.columns]
    cell = next((code for code in written if code not in mapping.missing), None)
    if cell is None:
        return NoAnswer.MISSING
    if cell in mapping.refused:
        return NoAnswer.REFUSED
    match question:
        case Scale():
            return _rating(cell, mapping, question)
        case SingleChoice(choices=choices):
            key = _choice(cell, mapping, choices)
            return NoAnswer.INVALID if key is None else Chosen(key)
        case MultipleChoice():
            return _picks(cell, mapping, question)
        case NumberQuestion():
            return _number(cell, question)
        case OpenQuestion():
            return Written(cell) if len(cell) <= TEXT_CHARS_MAX else NoAnswer.TOO_LONG
    return NoAnswer.INVALID  # Kinds that no table here is mapped to.


def _rating(cell: str, mapping: ColumnMapping, question: Scale) -> Answer | NoAnswer:
    number = _read_number((mapping.values or {}).get(cell, cell))
    if number is None:
        return NoAnswer.INVALID
    low, high = mapping.scale or (question.low, question.high)
    if not low <= number <= high:
        return NoAnswer.OUT_OF_RANGE
    if not number.is_integer():
        return NoAnswer.BETWEEN
    if mapping.rescale:
        share = (number - low) / (high - low)
        number = question.low + share * (question.high - question.low)
        return Rated(math.floor(number + 0.5))
    return Rated(int(number))


def _number(cell: str, question: NumberQuestion) -> Answer | NoAnswer:
    number = _read_number(cell)
    if number is None:
        return NoAnswer.INVALID
    least = -math.inf if question.minimum is None else question.minimum
    most = math.inf if question.maximum is None else question.maximum
    if not least <= number <= most:
        return NoAnswer.OUT_OF_RANGE
    if question.whole and not number.is_integer():
        return NoAnswer.BETWEEN
    return Counted(number)


def _choice(cell: str, mapping: ColumnMapping, choices: tuple[Choice, ...]) -> ChoiceKey | None:
    wanted = cell if mapping.values is None else mapping.values.get(cell)
    return next((choice.key for choice in choices if choice.key == wanted), None)


def _picks(cell: str, mapping: ColumnMapping, question: MultipleChoice) -> Answer | NoAnswer:
    codes = [code.strip() for code in cell.split(mapping.separator) if code.strip()]
    found = {_choice(code, mapping, question.choices) for code in codes}
    if None in found or not found:
        return NoAnswer.INVALID
    ordered = tuple(choice.key for choice in question.choices if choice.key in found)
    most = question.picks_max or len(question.choices)
    if not question.picks_min <= len(ordered) <= most:
        return NoAnswer.TOO_MANY
    return Picked(ordered)


def _read_number(cell: str) -> float | None:
    try:
        number = float(cell.replace(",", "."))
    except ValueError:
        return None
    return number if math.isfinite(number) else None
