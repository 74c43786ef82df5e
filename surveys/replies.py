"""Reading a reply as an answer: generous with what people type, exact about what does not fit."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from surveys.answers import Answer, Chosen, Counted, Picked, Rated, Skipped, Written
from surveys.questions import (
    MultipleChoice,
    NumberQuestion,
    OpenQuestion,
    Question,
    Scale,
    SingleChoice,
)
from surveys.rejections import Reason, Rejected
from surveys.ticks import pick
from surveys.typed import clean_text, find_choice, find_choices, find_scale_point, read_number

TEXT_CHARS_MAX = 4_000  # Telegram's own limit for one message is 4,096.
NUMBER_MAX = 10.0**15  # Beyond it a float no longer tells two whole numbers apart.


@dataclass(frozen=True, slots=True)
class Typed:
    """A text message."""

    text: str


@dataclass(frozen=True, slots=True)
class TappedChoice:
    """A tap on the choice at `index` (from 0).

    A multiple choice is ticked by it; `ticked` says what the button promised, so that a double
    tap is harmless. None simply turns the tick over.
    """

    index: int
    ticked: bool | None = None


@dataclass(frozen=True, slots=True)
class TappedScale:
    """A tap on a point of a scale."""

    value: int


@dataclass(frozen=True, slots=True)
class TappedDone:
    """A tap on Done under a multiple choice; None takes the ticks that the response holds."""

    ticks: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class TappedSkip:
    """A tap on Skip."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Something that no question here takes: a photo, a sticker, a voice message."""

    kind: str


Reply = Typed | TappedChoice | TappedScale | TappedDone | TappedSkip | Unreadable


def read_answer(question: Question, reply: Reply) -> Answer | Rejected:
    """What the reply answers to the question, or why it does not."""
    if isinstance(reply, TappedSkip):
        return Skipped() if question.optional else Rejected(Reason.SKIP_NOT_ALLOWED)
    match question:
        case OpenQuestion():
            return _read_open(reply)
        case SingleChoice():
            return _read_single(question, reply)
        case MultipleChoice():
            return _read_multiple(question, reply)
        case Scale():
            return _read_scale(question, reply)
        case NumberQuestion():
            return _read_number_answer(question, reply)
        case _:
            assert_never(question)


def _read_open(reply: Reply) -> Written | Rejected:
    if not isinstance(reply, Typed):
        return Rejected(Reason.TEXT_NEEDED)
    text = clean_text(reply.text)
    if not text:
        return Rejected(Reason.TEXT_EMPTY)
    if len(text) > TEXT_CHARS_MAX:
        return Rejected(Reason.TEXT_TOO_LONG, {"limit": TEXT_CHARS_MAX, "length": len(text)})
    return Written(text)


def _read_single(question: SingleChoice, reply: Reply) -> Chosen | Rejected:
    index: int | None = None
    match reply:
        case TappedChoice(tapped) if 0 <= tapped < len(question.choices):
            index = tapped
        case Typed(text):
            index = find_choice(question.choices, text)
    if index is None:
        return Rejected(Reason.NOT_A_CHOICE, {"count": len(question.choices)})
    return Chosen(question.choices[index].key)


def _read_multiple(question: MultipleChoice, reply: Reply) -> Picked | Rejected:
    found: Iterable[int] | None = None
    match reply:
        case TappedDone(ticks):
            found = ticks or ()
        case TappedChoice(index):
            found = (index,)
        case Typed(text):
            found = find_choices(question.choices, text)
    if found is None:
        return Rejected(Reason.NOT_A_CHOICE, {"count": len(question.choices)})
    return pick(question, found)


def _read_scale(question: Scale, reply: Reply) -> Rated | Rejected:
    value: int | None = None
    match reply:
        case TappedScale(tapped):
            value = tapped
        case Typed(text):
            value = find_scale_point(question, text)
    if value is None or not question.low <= value <= question.high:
        return Rejected(Reason.NOT_ON_SCALE, {"low": question.low, "high": question.high})
    return Rated(value)


def _read_number_answer(question: NumberQuestion, reply: Reply) -> Counted | Rejected:
    value = read_number(reply.text, question.unit) if isinstance(reply, Typed) else None
    minimum = -NUMBER_MAX if question.minimum is None else question.minimum
    maximum = NUMBER_MAX if question.maximum is None else question.maximum
    if value is None:
        return Rejected(Reason.NUMBER_NEEDED, {"example": _example(question)})
    if question.whole and not value.is_integer():
        return Rejected(Reason.WHOLE_NUMBER_NEEDED, {"example": _example(question)})
    if value < minimum:
        return Rejected(Reason.NUMBER_TOO_SMALL, {"minimum": _plain(minimum)})
    if value > maximum:
        return Rejected(Reason.NUMBER_TOO_LARGE, {"maximum": _plain(maximum)})
    return Counted(value)


def _example(question: NumberQuestion) -> float:
    """A number that the question would take; 3 where it can."""
    example = 3.0
    if question.minimum is not None:
        example = max(example, question.minimum)
    if question.maximum is not None:
        example = min(example, question.maximum)
    return _plain(example)


def _plain(number: float) -> float:
    """Whole numbers without ".0", as people write them."""
    return int(number) if float(number).is_integer() else number
