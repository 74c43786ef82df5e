"""Signs of haste are found where they are, and nowhere else."""

import csv
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.answers import Answer, Rated, Written
from surveys.quality.flags import Flag, GivenResponse, Signs, flag_all, weight_of
from surveys.quality.nonsense import is_nonsense
from surveys.quality.speeding import usual_of_counts, usual_seconds
from surveys.questions import QuestionKey, Survey
from tests.makers import a_scale, a_survey, an_open_question


def flags_of(
    survey: Survey, given: GivenResponse, usual: Mapping[QuestionKey, float]
) -> frozenset[Flag]:
    return Signs(survey, usual).of(given)


PROBE = Path(__file__).parents[4] / "shared" / "data" / "housing_probe.csv"


def a_battery(items: int, *, turned: int = 0) -> Survey:
    """Scales of one construct, the last of them reversed, and a word at the end."""
    scales = [
        replace(a_scale(f"q{i}"), construct="quiet", reversed=i >= items - turned)
        for i in range(items)
    ]
    return a_survey(questions=[*scales, an_open_question("word")])


def rated(*points: int) -> dict[QuestionKey, Answer]:
    return {QuestionKey(f"q{i}"): Rated(point) for i, point in enumerate(points)}


def each_took(survey: Survey, seconds: float) -> dict[QuestionKey, float]:
    return {question.key: seconds for question in survey.questions}


def test_one_point_down_a_mixed_battery_is_straight() -> None:
    """Five items with a reversed one among them are enough; four are not, nor five plain ones."""
    mixed = a_battery(5, turned=1)
    assert Flag.STRAIGHT in flags_of(mixed, GivenResponse(rated(4, 4, 4, 4, 4)), {})
    assert Flag.STRAIGHT not in flags_of(mixed, GivenResponse(rated(4, 4, 3, 4, 4)), {})
    assert not flags_of(a_battery(5, turned=0), GivenResponse(rated(3, 3, 3, 3, 3)), {})
    assert Flag.STRAIGHT in flags_of(a_battery(8), GivenResponse(rated(*[3] * 8)), {})


def test_full_agreement_with_opposites_is_a_contradiction() -> None:
    """The middle of the scale contradicts nothing."""
    survey = a_battery(4, turned=2)
    assert {Flag.CONTRADICTION} == flags_of(survey, GivenResponse(rated(5, 5, 5, 5)), {})
    assert not flags_of(survey, GivenResponse(rated(5, 5, 1, 1)), {})
    assert not flags_of(survey, GivenResponse(rated(3, 3, 3, 3)), {})


def test_faster_than_reading_and_faster_than_others() -> None:
    """A tenth of a second reads nothing; whoever is merely quick is compared with all."""
    survey = a_battery(6, turned=0)
    hasty = GivenResponse({}, each_took(survey, 0.1))
    assert Flag.READING in flags_of(survey, hasty, {})

    crowd = {person: GivenResponse({}, each_took(survey, 10.0)) for person in range(12)}
    quick = GivenResponse({}, each_took(survey, 2.0))
    found = flag_all(survey, {**crowd, 99: quick})
    assert frozenset({Flag.HURRY}) == found[99]
    assert not any(found[person] for person in crowd)


def test_weights_fall_and_never_to_nothing() -> None:
    """Signs add up."""
    assert weight_of(frozenset()) == 1.0
    assert weight_of(frozenset({Flag.READING, Flag.HURRY})) == 0.35
    assert 0.1 <= weight_of(frozenset(Flag)) < 0.2


@pytest.mark.parametrize(
    "text",
    [
        "asdfgh",
        "йцукен",
        "фывапролд",
        "фывфывфыв",
        "аааааааа",
        "sdkfjhsdkfjh",
        "ячсмить",
        "іфвіфвіфв",
    ],
)
def test_pressed_keys_are_nonsense(text: str) -> None:
    """In all three languages."""
    assert is_nonsense(text)


@pytest.mark.parametrize(
    "text",
    ["нет", "ок", "дааа", "ахахахаха", "контрстратегия", "ТСЖ", "взгляд", "2 подъезд", "strengths",
     "п'ятниця", "lift ne rabotaet", "👍", "зданиями", "Всё хорошо!!!", "ОСББ"],
)  # fmt: skip
def test_words_are_not(text: str) -> None:
    """Short, laughed, abbreviated, transliterated: people write so."""
    assert not is_nonsense(text)


@pytest.mark.skipif(not PROBE.exists(), reason="the open survey data is not here")
def test_none_of_what_people_write_of_their_house_is_nonsense() -> None:
    """168 complaints with typing errors, emoji and Latin letters for Cyrillic ones."""
    with PROBE.open(encoding="utf-8") as file:
        assert not [row["text"] for row in csv.DictReader(file) if is_nonsense(row["text"])]


def test_only_most_of_the_words_make_a_response_nonsense() -> None:
    """One slip beside an honest answer says nothing."""
    survey = a_survey(questions=[an_open_question("a"), an_open_question("b")])
    keys = [question.key for question in survey.questions]
    both = dict(zip(keys, (Written("asdfgh"), Written("qwerty")), strict=True))
    one = dict(zip(keys, (Written("asdfgh"), Written("Лавочки во дворе")), strict=True))
    assert {Flag.NONSENSE} == flags_of(survey, GivenResponse(both), {})
    assert not flags_of(survey, GivenResponse(one), {})


@given(st.lists(st.integers(1, 9).map(lambda tenths: tenths / 10), max_size=40))
def test_counted_seconds_have_the_same_middle(seconds: list[float]) -> None:
    """An export counts in the database, segments have everybody at hand."""
    key = QuestionKey("q")

    counted = usual_of_counts({key: Counter(seconds)} if seconds else {})

    assert counted == pytest.approx(usual_seconds({key: each} for each in seconds))
