"""A number typed to choices that are bands of numbers."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.answers import Chosen
from surveys.questions import ChoiceKey
from surveys.reading.answers import read_answer
from surveys.reading.bands import find_band
from surveys.rejections import Reason, Rejected
from surveys.replies import Typed
from tests.surveys.makers import a_choice, a_single_choice, a_text

AGE = a_single_choice(
    "age",
    a_choice("under_25", a_text("До 25", uk="До 25", en="Under 25")),
    a_choice("from_25", "25–34"),
    a_choice("from_35", "35–49"),
    a_choice("from_50", "50–64"),
    a_choice("from_65", a_text("65 и больше", uk="65 і більше", en="65 and over")),
)


@pytest.mark.parametrize(
    ("typed", "band"),
    [
        ("72", "from_65"),
        ("65", "from_65"),
        ("64", "from_50"),
        ("25", "from_25"),
        ("24", "under_25"),
        ("мне 72 года", "from_65"),
        ("семьдесят два", "from_65"),
        ("сорок", "from_35"),
        ("шістдесят п'ять років", "from_65"),
        ("дев’яносто", "from_65"),
        ("forty-nine", "from_35"),
        ("девятнадцать", "under_25"),
        ("25–34", "from_25"),
        ("65 and over", "from_65"),
    ],
)
def test_an_age_picks_its_band(typed: str, band: str) -> None:
    assert read_answer(AGE, Typed(typed)) == Chosen(ChoiceKey(band))


@pytest.mark.parametrize("typed", ["-4", "34,5", "много", "сорок сорок", "72 кота"])
def test_what_lies_in_no_band_is_asked_again(typed: str) -> None:
    rejected = Rejected(Reason.NOT_A_CHOICE, {"count": 5})
    assert read_answer(AGE, Typed(typed)) == rejected


@pytest.mark.parametrize(
    ("labels", "typed", "index"),
    [
        (("Ни разу", "1 раз", "2–4 раза", "5 раз и больше"), "3", 2),
        (("Ни разу", "1 раз", "2–4 раза", "5 раз и больше"), "12", 3),
        (("0", "1–2", "3+"), "2", 1),
        (("до 25", "26–40", "свыше 40"), "25", 0),
        (("до 25", "26–40", "свыше 40"), "40", 1),
        (("less than 5 years", "5 to 10 years", "more than 10 years"), "4", 0),
        (("від 1 до 3", "4 і більше"), "три", 0),
        (("1–6 месяцев", "1–3 года"), "2", None),  # Months or years?
        (("100–200", "200–300"), "200", None),
        (("1", "2"), "1", None),  # Named by their labels.
        (("Лифт", "Двор 2"), "2", None),
    ],
)
def test_bands_in_other_words(labels: tuple[str, ...], typed: str, index: int | None) -> None:
    choices = [a_choice(f"c{i}", label) for i, label in enumerate(labels)]
    assert find_band(choices, typed) == index


def test_a_number_among_bands_is_no_words_of_other() -> None:
    question = a_single_choice(
        "age", *AGE.choices, replace(a_choice("other", "Другое"), other=True)
    )
    assert read_answer(question, Typed("72")) == Chosen(ChoiceKey("from_65"))


@given(
    st.lists(st.integers(1, 5_000), min_size=2, max_size=8, unique=True).map(sorted),
    st.integers(0, 6_000),
)
def test_bands_that_leave_no_gap_take_every_number(starts: list[int], number: int) -> None:
    """Under the first, from each to the next, the last and more: exactly the one it lies in."""
    inner = [f"{a}–{b - 1}" for a, b in pairwise(starts)]
    labels = [f"До {starts[0]}", *inner, f"{starts[-1]} и больше"]
    choices = [a_choice(f"c{i}", label) for i, label in enumerate(labels)]

    assert find_band(choices, str(number)) == sum(number >= start for start in starts)
