"""Columns of what is more than one tap or one text: best and worst, files, places, numbers."""

from collections import Counter

from surveys.answers import Contacted, Judged, Located, Sent
from surveys.questions import Question, choices_of
from use_cases.exporting.parts import Columns, Given, Words, beside, column, items
from use_cases.exporting.uniting import (
    BEST,
    FILES,
    LATITUDE,
    LONGITUDE,
    ROUNDS,
    SHOWN,
    WORST,
    United,
)
from use_cases.exporting.values import Cell, Measure, Missing, Says, Shape, number_of

MASKED_DIGITS = 2  # About a kilometre: a part of town, no house.
_UNSEEN = int(Missing.NOT_SHOWN)


def maxdiff(united: United) -> Columns:
    """For each item how often it was best, worst, and shown; and the rounds as they went."""
    told = ((BEST, Says.BEST), (WORST, Says.WORST), (SHOWN, Says.SHOWN))
    counts = [
        each
        for within, also in told
        for each in items(united, Measure.SCALE, within=(within,), also=also)
    ]
    rounds = column(united, ROUNDS, shape=Shape.TEXT, measure=Measure.NOMINAL, also=Says.ROUNDS)
    keys = [each.choice.key for each in united.choices]

    def read(question: Question | None, given: Given) -> tuple[Cell, ...]:
        if isinstance(given, Missing):
            return *(int(given) for _ in counts), None
        assert isinstance(given, Judged) and question is not None, given
        had = {choice.key for choice in choices_of(question)}
        best = Counter(each.best for each in given.rounds)
        worst = Counter(each.worst for each in given.rounds)
        shown = Counter(key for each in given.rounds for key in each.shown)
        as_it_went = "; ".join(
            f"{' '.join(each.shown)}: {each.best} > {each.worst}" for each in given.rounds
        )
        return (
            *(
                counted[key] if key in had else _UNSEEN
                for counted in (best, worst, shown)
                for key in keys
            ),
            as_it_went,
        )

    return Columns((*counts, rounds), read)


def media(united: United) -> Columns:
    """How many files came, and of which kinds; the files themselves stay in the chat."""
    count = column(
        united, shape=Shape.NUMBER, measure=Measure.SCALE, takes_reasons=True, whole=True
    )
    kinds = column(united, FILES, shape=Shape.TEXT, measure=Measure.NOMINAL, also=Says.FILES)

    def read(_question: Question | None, given: Given) -> tuple[Cell, ...]:
        if isinstance(given, Missing):
            return int(given), None
        assert isinstance(given, Sent), given
        return len(given.files), " ".join(str(file.kind) for file in given.files)

    return Columns((count, kinds), read)


def location(united: United, *, masked: bool) -> Columns:
    """Degrees; masked ones name a part of town."""
    told = ((LATITUDE, Says.LATITUDE, False), (LONGITUDE, Says.LONGITUDE, True))
    degrees = tuple(
        column(
            united,
            within,
            shape=Shape.NUMBER,
            measure=Measure.SCALE,
            also=also,
            takes_reasons=True,
            far=far,
        )
        for within, also, far in told
    )

    def read(_question: Question | None, given: Given) -> tuple[Cell, ...]:
        if isinstance(given, Missing):
            return tuple(number_of(given, far=far) for _, _, far in told)
        assert isinstance(given, Located), given
        place = (given.latitude, given.longitude)
        return tuple(round(each, MASKED_DIGITS) for each in place) if masked else place

    return Columns(degrees, read)


def contact(united: United, words: Words) -> Columns:
    """The number; masked, only that there is one."""

    def cell(given: Given) -> Cell:
        assert isinstance(given, Contacted), given
        return words(given.phone)

    return beside(united, Shape.TEXT, cell)
