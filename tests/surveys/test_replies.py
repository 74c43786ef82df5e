"""What people type and tap, and what it is read as."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.answers import Chosen, Counted, Picked, Rated, Skipped, Written
from surveys.questions import ChoiceKey, MaxDiff, NumberQuestion, Question
from surveys.reading.answers import read_answer
from surveys.rejections import Reason, Rejected
from surveys.replies import (
    TEXT_CHARS_MAX,
    Reply,
    TappedChoice,
    TappedDone,
    TappedScale,
    TappedSkip,
    Typed,
    Unreadable,
)
from tests.surveys.makers import (
    a_choice,
    a_multiple_choice,
    a_number,
    a_scale,
    a_single_choice,
    a_text,
    an_open_question,
)
from tests.surveys.random_surveys import any_reply, fitting_replies, questions

AREA = a_number(whole=False, unit=a_text("м²", uk="кв. м", en="sq m"))


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("3", 3.0),
        (" 1 200,5 ", 1200.5),
        ("1\u00a0200", 1200.0),
        ("1,200.5", 1200.5),
        ("1.200,5", 1200.5),
        ("1,200,300", 1_200_300.0),
        ("0.5", 0.5),
        ("-4", -4.0),
        ("−4", -4.0),
        ("+4", 4.0),
        ("54 м²", 54.0),
        ("54м2", 54.0),
        ("54 кв. м.", 54.0),
        ("54 SQ M", 54.0),
        ("5️⃣", 5.0),
        ("٣", 3.0),
    ],
)
def test_numbers_as_people_write_them(typed: str, number: float) -> None:
    """Commas, spaces, minus signs of all kinds and the question's own unit."""
    assert read_answer(AREA, Typed(typed)) == Counted(number)


@pytest.mark.parametrize(
    "typed",
    ["", "немного", "3 кв", "3 4", "2-3", "1e5", "nan", "inf", "½", "12,", "9" * 50, "54 $"],
)
def test_what_is_no_number(typed: str) -> None:
    """Where the meaning is not sure, ask again rather than guess."""
    assert read_answer(AREA, Typed(typed)) == Rejected(Reason.NUMBER_NEEDED, {"example": 3})


@pytest.mark.parametrize(
    ("question", "typed", "rejected"),
    [
        (a_number(minimum=1), "0", Rejected(Reason.NUMBER_TOO_SMALL, {"minimum": 1})),
        (a_number(maximum=20), "21", Rejected(Reason.NUMBER_TOO_LARGE, {"maximum": 20})),
        (a_number(), "2,5", Rejected(Reason.WHOLE_NUMBER_NEEDED, {"example": 3})),
        (a_number(minimum=18), "x", Rejected(Reason.NUMBER_NEEDED, {"example": 18})),
        (a_number(maximum=1), "x", Rejected(Reason.NUMBER_NEEDED, {"example": 1})),
        (a_number(), "9" * 20, Rejected(Reason.NUMBER_TOO_LARGE, {"maximum": 10**15})),
    ],
)
def test_numbers_outside_the_bounds(
    question: NumberQuestion, typed: str, rejected: Rejected
) -> None:
    """The bound that was crossed is told, and an example always fits the question."""
    assert read_answer(question, Typed(typed)) == rejected


@pytest.mark.parametrize(
    "typed",
    ["Ёлка и сквер", "елка и СКВЕР", " ёлка  и сквер ", "2", "2.", "2)", "Сквер", "the park"],
)
def test_a_choice_by_label_or_number(typed: str) -> None:
    """Any language of the survey, any case, ё or е, emoji or none, or its number."""
    tree = a_text("🌲 Ёлка и сквер", uk="«Сквер»", en="The park")
    question = a_single_choice("yard", a_choice("lift", "Лифт"), a_choice("tree", tree))

    assert read_answer(question, Typed(typed)) == Chosen(ChoiceKey("tree"))


def test_a_label_that_is_a_number_wins() -> None:
    """Where choices are numbers themselves, "1" is the choice called 1, not the first one."""
    question = a_single_choice("rooms", a_choice("none", "0"), a_choice("one", "1"))

    assert read_answer(question, Typed("1")) == Chosen(ChoiceKey("one"))
    assert read_answer(question, Typed("2")) == Chosen(ChoiceKey("one"))


@pytest.mark.parametrize(
    "reply", [Typed("гараж"), Typed("0"), Typed("3"), Typed("…"), TappedChoice(2), TappedScale(1)]
)
def test_what_is_no_choice(reply: Reply) -> None:
    """Words, numbers and taps that name nothing on the list."""
    rejected = Rejected(Reason.NOT_A_CHOICE, {"count": 2})
    assert read_answer(a_single_choice(), reply) == rejected


@pytest.mark.parametrize(
    "reply",
    [Typed("1, 3"), Typed("3 1"), Typed("Parking; лифт"), Typed("лифт\nпарковка"),
     TappedDone(frozenset({0, 2}))],
)  # fmt: skip
def test_several_choices_typed_at_once(reply: Reply) -> None:
    """Lists by number or label, in the survey's order whatever the order of typing."""
    picked = Picked((ChoiceKey("lift"), ChoiceKey("park")))
    assert read_answer(a_multiple_choice(), reply) == picked


def test_limits_of_picks() -> None:
    """Too few, too many, and "none of these" with something else."""
    two = a_multiple_choice(picks_min=2, picks_max=2)

    assert read_answer(two, Typed("1")) == Rejected(Reason.TOO_FEW_PICKS, {"minimum": 2})
    assert read_answer(two, Typed("1 2 3")) == Rejected(Reason.TOO_MANY_PICKS, {"maximum": 2})
    assert read_answer(two, Typed("1 4")) == Rejected(Reason.EXCLUSIVE_PICK, {"choice": "none"})
    assert read_answer(two, Typed("nothing")) == Picked((ChoiceKey("none"),))
    assert read_answer(two, Typed("1, гараж")) == Rejected(Reason.NOT_A_CHOICE, {"count": 4})
    assert read_answer(a_multiple_choice(picks_min=0), TappedDone()) == Picked(())


def test_a_scale_by_tap_digit_or_words() -> None:
    """A tap, a digit, an emoji digit; nothing beyond the ends, nothing between points."""
    nowhere = Rejected(Reason.NOT_ON_SCALE, {"low": 1, "high": 5})

    assert read_answer(a_scale(), TappedScale(4)) == Rated(4)
    assert read_answer(a_scale(), Typed(" 4 ")) == Rated(4)
    assert read_answer(a_scale(), Typed("4️⃣")) == Rated(4)
    assert read_answer(a_scale(), Typed("6")) == nowhere
    assert read_answer(a_scale(), Typed("4,5")) == nowhere
    assert read_answer(a_scale(), TappedScale(0)) == nowhere
    assert read_answer(a_scale(low=0, high=10), Typed("0")) == Rated(0)


def test_own_words() -> None:
    """Trimmed, kept as written, and never longer than fits into a message."""
    question = an_open_question()
    too_long = {"limit": TEXT_CHARS_MAX, "length": TEXT_CHARS_MAX + 1}

    assert read_answer(question, Typed("  Лифт!\nСрочно. ")) == Written("Лифт!\nСрочно.")
    assert read_answer(question, Typed("a\x00b")) == Written("ab")
    assert read_answer(question, Typed("\u200b \n")) == Rejected(Reason.TEXT_EMPTY)
    assert read_answer(question, Typed("я" * 4001)) == Rejected(Reason.TEXT_TOO_LONG, too_long)
    assert read_answer(question, Unreadable("photo")) == Rejected(Reason.TEXT_NEEDED)


def test_skip() -> None:
    """Only where the survey allows it."""
    assert read_answer(an_open_question(optional=True), TappedSkip()) == Skipped()
    assert read_answer(an_open_question(), TappedSkip()) == Rejected(Reason.SKIP_NOT_ALLOWED)


@given(questions("any"), any_reply)
def test_every_reply_is_an_answer_or_a_reason(question: Question, reply: Reply) -> None:
    """Nothing that comes from a chat raises."""
    read_answer(question, reply)


@given(
    questions("any")
    .filter(lambda q: not isinstance(q, MaxDiff))
    .flatmap(lambda q: st.tuples(st.just(q), fitting_replies(q)))
)
def test_fitting_replies_are_answers(pair: tuple[Question, Reply]) -> None:
    """Every question can be answered in the ways that it offers."""
    question, reply = pair
    assert not isinstance(read_answer(question, reply), Rejected)
