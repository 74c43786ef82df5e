"""Reading a reply as an answer: generous with what people type, exact about what does not fit."""

from datetime import date
from typing import assert_never

from surveys.answers import (
    Answer,
    Chosen,
    Counted,
    Dated,
    DontKnow,
    PreferNot,
    Rated,
    Seen,
    Skipped,
    Timed,
    Written,
)
from surveys.questions import (
    NO,
    YES,
    ContactQuestion,
    DateQuestion,
    LocationQuestion,
    MaxDiff,
    MediaQuestion,
    MultipleChoice,
    Note,
    NumberQuestion,
    OpenQuestion,
    Question,
    Ranking,
    Scale,
    SingleChoice,
    TimeQuestion,
    YesNo,
)
from surveys.reading.choices import read_choice_reply, read_own_words
from surveys.reading.dates import read_date, read_time
from surveys.reading.media import read_contact, read_media, read_place
from surveys.reading.typed import find_scale_point, is_yes, number_said
from surveys.rejections import Reason, Rejected
from surveys.replies import (
    Reply,
    TappedChoice,
    TappedDay,
    TappedDone,
    TappedDontKnow,
    TappedPreferNot,
    TappedScale,
    TappedSkip,
    Typed,
)

NUMBER_MAX = 10.0**15  # Beyond it a float no longer tells two whole numbers apart.


def read_answer(question: Question, reply: Reply) -> Answer | Rejected:
    """What the reply answers to the question, or why it does not."""
    match reply:
        case TappedSkip():
            return Skipped() if question.optional else Rejected(Reason.SKIP_NOT_ALLOWED)
        case TappedDontKnow():
            return DontKnow() if question.dont_know else Rejected(Reason.SKIP_NOT_ALLOWED)
        case TappedPreferNot():
            return PreferNot() if question.prefer_not else Rejected(Reason.SKIP_NOT_ALLOWED)
    return _read_value(question, reply)


def _read_value(question: Question, reply: Reply) -> Answer | Rejected:
    match question:
        case OpenQuestion():
            return _read_open(reply)
        case SingleChoice() | MultipleChoice() | Ranking():
            return read_choice_reply(question, reply)
        case MaxDiff():  # Taps alone say too little: the engine puts them together.
            return Rejected(Reason.NOT_A_CHOICE, {"count": question.per_set})
        case YesNo():
            return _read_yes_no(reply)
        case Scale():
            return _read_scale(question, reply)
        case NumberQuestion():
            return _read_number_answer(question, reply)
        case DateQuestion():
            return _read_day(question, reply)
        case TimeQuestion():
            moment = read_time(reply.text) if isinstance(reply, Typed) else None
            return Rejected(Reason.TIME_NEEDED) if moment is None else Timed(moment)
        case Note():
            goes_on = isinstance(reply, TappedDone | Typed)
            return Seen() if goes_on else Rejected(Reason.JUST_GO_ON)
        case MediaQuestion():
            return read_media(question, reply)
        case LocationQuestion():
            return read_place(reply)
        case ContactQuestion():
            return read_contact(reply)
        case _:
            assert_never(question)


def _read_open(reply: Reply) -> Written | Rejected:
    text = read_own_words(reply.text) if isinstance(reply, Typed) else Rejected(Reason.TEXT_NEEDED)
    return text if isinstance(text, Rejected) else Written(text)


def _read_yes_no(reply: Reply) -> Chosen | Rejected:
    yes: bool | None = None
    match reply:
        case TappedChoice(index) if index in (0, 1):
            yes = index == 0
        case Typed(text):
            yes = is_yes(text)
    if yes is None:
        return Rejected(Reason.NOT_A_CHOICE, {"count": 2})
    return Chosen(YES if yes else NO)


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
    value = number_said(reply.text, question.unit) if isinstance(reply, Typed) else None
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


def _read_day(question: DateQuestion, reply: Reply) -> Dated | Rejected:
    day: date | None = None
    match reply:
        case TappedDay(tapped):
            day = tapped
        case Typed(text, on):
            day = read_date(text, on)
    if day is None:
        example = question.earliest or question.latest or date(2026, 5, 31)
        return Rejected(Reason.DATE_NEEDED, {"example": example.isoformat()})
    if question.earliest is not None and day < question.earliest:
        return Rejected(Reason.DATE_TOO_EARLY, {"earliest": question.earliest.isoformat()})
    if question.latest is not None and day > question.latest:
        return Rejected(Reason.DATE_TOO_LATE, {"latest": question.latest.isoformat()})
    return Dated(day)


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
