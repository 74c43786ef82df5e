"""The columns of each kind of question, and what its answers put into them: one function a kind.

A kind that is missing here is found by the type checker, at `assert_never`.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from surveys.answers import (
    Answer,
    Chosen,
    Counted,
    Dated,
    DontKnow,
    Picked,
    PreferNot,
    Ranked,
    Rated,
    Skipped,
    Timed,
    Written,
)
from surveys.questions import (
    YES,
    ContactQuestion,
    DateQuestion,
    Gauge,
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
    choices_of,
)
from use_cases.exporting import rich
from use_cases.exporting.cleaning import clean, clean_and_masked
from use_cases.exporting.parts import (
    Columns,
    Given,
    Words,
    beside,
    coded,
    column,
    items,
    needs_far,
)
from use_cases.exporting.uniting import WORDS, United
from use_cases.exporting.values import (
    Cell,
    Code,
    Column,
    Measure,
    Missing,
    Says,
    Shape,
    number_of,
)


def columns_of(united: United, *, masked: bool) -> Columns:
    """What the question comes to in a table; `masked` covers what would tell who somebody is."""
    words = clean_and_masked if masked else clean
    match united.newest:
        case OpenQuestion():
            return _text(united, words)
        case SingleChoice():
            return _single(united, words)
        case MultipleChoice():
            return _multiple(united, words)
        case Ranking():
            return _ranking(united)
        case YesNo():
            return _yes_no(united)
        case Scale():
            return _scale(united)
        case NumberQuestion():
            return _number(united)
        case DateQuestion():
            return _day(united)
        case TimeQuestion():
            return _time(united)
        case MaxDiff():
            return rich.maxdiff(united)
        case MediaQuestion():
            return rich.media(united)
        case LocationQuestion():
            return rich.location(united, masked=masked)
        case ContactQuestion():
            return rich.contact(united, words)
        case Note():
            return Columns((), lambda _question, _given: ())
        case _:
            assert_never(united.newest)


def reason(answer: Answer | None) -> Missing | None:
    """Why the answer holds no value, None if it does."""
    match answer:
        case None:
            return Missing.NOT_REACHED
        case Skipped():
            return Missing.SKIPPED
        case DontKnow():
            return Missing.DONT_KNOW
        case PreferNot():
            return Missing.PREFER_NOT
    return None


def _text(united: United, words: Words) -> Columns:
    def cell(given: Given) -> Cell:
        assert isinstance(given, Written), given
        return words(given.text)

    return beside(united, Shape.TEXT, cell)


def _day(united: United) -> Columns:
    def cell(given: Given) -> Cell:
        assert isinstance(given, Dated), given
        return given.day

    return beside(united, Shape.DATE, cell)


def _time(united: United) -> Columns:
    def cell(given: Given) -> Cell:
        assert isinstance(given, Timed), given
        return given.moment

    return beside(united, Shape.TIME, cell)


def _single(united: United, words: Words) -> Columns:
    codes = {each.choice.key: each.code for each in united.choices}
    own = coded(united, Measure.NOMINAL, _codes(united))
    others = _others(united)

    def read(_question: Question | None, given: Given) -> tuple[Cell, ...]:
        if isinstance(given, Missing):
            return int(given), *(None for _ in others)
        assert isinstance(given, Chosen), given
        return codes[given.choice], *(given.other and words(given.other) for _ in others)

    return Columns((own, *others), read)


def _codes(united: United) -> Iterable[Code]:
    for each in united.choices:
        choice = each.choice
        yield Code(value=each.code, label=choice.label, key=choice.key, earlier=each.earlier)


def _others(united: United) -> tuple[Column, ...]:
    """The column of the words that came with "other", if any version had that."""
    if not any(c.other for q in united.by_version.values() for c in choices_of(q)):
        return ()
    measure = Measure.NOMINAL
    return (column(united, WORDS, shape=Shape.TEXT, measure=measure, also=Says.WORDS),)


def _multiple(united: United, words: Words) -> Columns:
    ticks = (Code(value=1, label=Says.TICKED), Code(value=0, label=Says.NOT_TICKED))
    listed, others = items(united, Measure.NOMINAL, ticks), _others(united)
    keys = [each.choice.key for each in united.choices]

    def read(question: Question | None, given: Given) -> tuple[Cell, ...]:
        if isinstance(given, Missing):
            return *(int(given) for _ in listed), *(None for _ in others)
        assert isinstance(given, Picked) and question is not None, given
        offered = {choice.key for choice in choices_of(question)}
        return (
            *(int(key in given.choices) if key in offered else _UNSEEN for key in keys),
            *(given.other and words(given.other) for _ in others),
        )

    return Columns((*listed, *others), read)


_UNSEEN = int(Missing.NOT_SHOWN)


def _ranking(united: United) -> Columns:
    listed = items(united, Measure.ORDINAL, (Code(value=0, label=Says.NOT_RANKED),))
    keys = [each.choice.key for each in united.choices]

    def read(question: Question | None, given: Given) -> tuple[Cell, ...]:
        if isinstance(given, Missing):
            return tuple(int(given) for _ in listed)
        assert isinstance(given, Ranked) and question is not None, given
        places = {choice.key: 0 for choice in choices_of(question)}
        places |= {key: place for place, key in enumerate(given.choices, start=1)}
        return tuple(places.get(key, _UNSEEN) for key in keys)

    return Columns(listed, read)


def _yes_no(united: United) -> Columns:
    codes = (Code(value=1, label=Says.YES, key="yes"), Code(value=0, label=Says.NO, key="no"))

    def read(_question: Question | None, given: Given) -> tuple[Cell, ...]:
        if isinstance(given, Missing):
            return (int(given),)
        assert isinstance(given, Chosen), given
        return (int(given.choice == YES),)

    return Columns((coded(united, Measure.NOMINAL, codes),), read)


def _scale(united: United) -> Columns:
    newest = united.newest
    assert isinstance(newest, Scale), "the family says so"
    ends = ((newest.low, newest.low_label), (newest.high, newest.high_label))
    told = {value: label for value, label in ends if label is not None}
    told |= dict(enumerate(newest.labels, start=newest.low))
    codes = [Code(value=value, label=label) for value, label in told.items()]
    measure = Measure.SCALE if newest.gauge is Gauge.NPS else Measure.ORDINAL
    own = coded(united, measure, codes)
    far = needs_far([newest.low])
    own = replace(own, far=far)

    def read(_question: Question | None, given: Given) -> tuple[Cell, ...]:
        if isinstance(given, Missing):
            return (number_of(given, far=far),)
        assert isinstance(given, Rated), given
        return (given.value,)

    return Columns((own,), read)


def _number(united: United) -> Columns:
    asked = [q for q in united.by_version.values() if isinstance(q, NumberQuestion)]
    whole = all(question.whole for question in asked)
    far = needs_far([question.minimum for question in asked])
    own = column(
        united,
        shape=Shape.NUMBER,
        measure=Measure.SCALE,
        takes_reasons=True,
        whole=whole,
        far=far,
    )

    def read(_question: Question | None, given: Given) -> tuple[Cell, ...]:
        if isinstance(given, Missing):
            return (number_of(given, far=far),)
        assert isinstance(given, Counted), given
        return (int(given.value) if given.value.is_integer() else given.value,)

    return Columns((own,), read)
