"""Long lists are searched by what people type of a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.engine import AnswerRejected, TicksChanged, begin, take_reply
from surveys.questions import (
    Choice,
    ChoiceKey,
    MultipleChoice,
    QuestionKey,
    SingleChoice,
    Survey,
)
from surveys.reading.searching import FOUND_MAX, is_long, search
from surveys.rejections import Reason, Rejected
from surveys.replies import TappedChoice, Typed
from surveys.text import Text

STREETS = ("Ёлочная", "Лесная", "Липовая", "Новолесная", "Большая Садовая", "Малая Садовая",
           "Киевская", "Набережная", "Школьная", "Парковая", "Северная", "Южная")  # fmt: skip
CHOICES = tuple(
    Choice(key=ChoiceKey(f"s{place}"), label=Text({"ru": name, "en": f"Street {place}"}))
    for place, name in enumerate(STREETS)
)


def found(text: str) -> list[str]:
    return [STREETS[place] for place in search(CHOICES, text)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("елоч", ["Ёлочная"]),
        ("ЁЛОЧ", ["Ёлочная"]),
        ("лес", ["Лесная", "Новолесная"]),
        ("садовая", ["Большая Садовая", "Малая Садовая"]),
        ("садовая малая", ["Малая Садовая"]),
        ("набрежная", ["Набережная"]),  # A sign is missing.
        ("шклоьная", ["Школьная"]),
        ("лпиовая", ["Липовая"]),  # Two have changed places.
        ("школянь", []),
        ("паркавая", ["Парковая"]),  # One is another.
        ("street 11", ["Южная"]),
        ("xyz", []),
        ("  ", []),
    ],
)
def test_a_part_is_enough(typed: str, expected: list[str]) -> None:
    """Case, ё, the order of words and one slip do not matter."""
    assert expected == found(typed)


@given(st.integers(0, len(STREETS) - 1), st.data())
def test_every_beginning_finds_its_name(place: int, data: st.DataObject) -> None:
    """Whatever is typed of a name from its first sign on, the name is found."""
    size = data.draw(st.integers(1, len(STREETS[place])))

    hits = search(CHOICES, STREETS[place][:size])

    assert place in hits
    assert len(hits) <= FOUND_MAX


def test_words_that_name_one_street_are_the_answer() -> None:
    """The whole name answers at once; a part of it is asked about; "other" waits for its tap."""
    other = Choice(key=ChoiceKey("other"), label=Text({"ru": "Другая"}), other=True)
    question = SingleChoice(
        key=QuestionKey("street"), prompt=Text({"ru": "Улица?"}), choices=(*CHOICES, other)
    )
    survey = Survey(key="s", title=Text({"ru": "С"}), questions=(question,))
    assert is_long(question)

    whole = take_reply(survey, begin(survey), "street", Typed("лесная"))
    assert whole.response.current is None
    part = take_reply(survey, begin(survey), "street", Typed("лес"))
    refused = AnswerRejected(question.key, Rejected(Reason.NOT_A_CHOICE, {"count": 13}))
    assert (refused,) == part.events
    waits = take_reply(survey, begin(survey), "street", TappedChoice(12)).response
    assert take_reply(survey, waits, "street", Typed("лес")).response.current is None


def test_ticks_are_kept_from_page_to_page() -> None:
    """Words tick one more; the limits of picks stay."""
    question = MultipleChoice(
        key=QuestionKey("streets"), prompt=Text({"ru": "?"}), choices=CHOICES, picks_max=2
    )
    survey = Survey(key="s", title=Text({"ru": "С"}), questions=(question,))
    response = begin(survey)
    for reply in (TappedChoice(11, ticked=True), Typed("лесная")):
        response = take_reply(survey, response, "streets", reply).response

    assert response.ticks == ("s1", "s11")
    third = take_reply(survey, response, "streets", Typed("Киевская"))
    assert not any(isinstance(event, TicksChanged) for event in third.events)
