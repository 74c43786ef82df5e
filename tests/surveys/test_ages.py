"""When somebody was born, about, from what they said of their age."""

from datetime import date

import pytest

from surveys.ages import asks_age, born_about
from surveys.answers import Answer, Chosen, Counted, Dated, Skipped, Written
from surveys.questions import Basis, Choice, ChoiceKey, NumberQuestion, QuestionKey, SingleChoice
from surveys.text import Text

DAY = date(2026, 6, 1)
LABELS = {
    "a": "35–49", "b": "65 and over", "c": "Under 25", "d": "1980–1989", "from_50": "Fifty",
    "e": "Young", "f": "18", "g": "5 of 3", "h": "от 65 лет",
}  # fmt: skip
ASKED = SingleChoice(
    key=QuestionKey("age"),
    prompt=Text({"en": "How old are you?"}),
    choices=tuple(Choice(key=ChoiceKey(k), label=Text({"en": v})) for k, v in LABELS.items()),
    basis=Basis.DEMOGRAPHIC,
)


@pytest.mark.parametrize(
    ("answer", "years"),
    [
        (Counted(40), 40.5),  # Between two birthdays: half a year is the middle.
        (Written("40"), 40.5),
        (Chosen(ChoiceKey("a")), 42.5),  # From the day of 35 to the day before 50.
        (Chosen(ChoiceKey("b")), 65),
        (Chosen(ChoiceKey("h")), 65),
        (Chosen(ChoiceKey("c")), 24),
        (Chosen(ChoiceKey("f")), 18.5),
        (Chosen(ChoiceKey("from_50")), 50),  # The label names no number: the key does.
    ],
)
def test_an_age_is_reckoned_back_from_the_day_of_the_answer(answer: Answer, years: float) -> None:
    found = born_about(ASKED, answer, DAY)
    assert found is not None
    assert (DAY - found).days == pytest.approx(years * 365.2425, abs=1)


def test_a_year_is_its_middle_and_a_birthday_is_itself() -> None:
    assert born_about(ASKED, Counted(1980), DAY) == date(1980, 7, 1)
    assert born_about(ASKED, Chosen(ChoiceKey("d")), DAY) == date(1984, 12, 1)
    assert born_about(ASKED, Dated(date(1980, 2, 29)), DAY) == date(1980, 2, 29)


@pytest.mark.parametrize(
    "answer",
    [
        Chosen(ChoiceKey("e")), Chosen(ChoiceKey("g")), Counted(300), Counted(2030), Skipped(),
        Written("about 40"), Chosen(ChoiceKey("a"), "older than time"),
    ],
)  # fmt: skip
def test_what_says_nothing_of_an_age_is_none(answer: Answer) -> None:
    assert born_about(ASKED, answer, DAY) is None


def test_which_questions_ask_it() -> None:
    prompt = Text({"en": "?"})
    assert asks_age(ASKED)
    assert asks_age(NumberQuestion(key=QuestionKey("x"), prompt=prompt, remembers="birth_year"))
    assert not asks_age(NumberQuestion(key=QuestionKey("age"), prompt=prompt))
