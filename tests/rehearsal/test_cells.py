"""Cells of a table: which answer they are, or why they are none."""

import pytest

from rehearsal.cells import NoAnswer, read_cell
from rehearsal.mapping import ColumnMapping
from surveys.answers import Answer, Chosen, Counted, Picked, Rated, Written
from surveys.questions import (
    Choice,
    ChoiceKey,
    MultipleChoice,
    NumberQuestion,
    OpenQuestion,
    Question,
    QuestionKey,
    Scale,
    SingleChoice,
)
from surveys.text import Text

KEY, PROMPT = QuestionKey("q"), Text({"en": "?"})
CHOICES = tuple(Choice(key=ChoiceKey(key), label=PROMPT) for key in ("lift", "heat", "yard"))
SCALE = Scale(key=KEY, prompt=PROMPT, low=1, high=5)
SINGLE = SingleChoice(key=KEY, prompt=PROMPT, choices=CHOICES)
MULTIPLE = MultipleChoice(key=KEY, prompt=PROMPT, choices=CHOICES, picks_max=2)
NUMBER = NumberQuestion(key=KEY, prompt=PROMPT, minimum=1, maximum=15)
OPEN = OpenQuestion(key=KEY, prompt=PROMPT)
REFUSED, MISSING = frozenset({"R", "99"}), frozenset({"", "NA"})


def read(cell: str, question: Question, **mapping: object) -> Answer | NoAnswer:
    column = ColumnMapping(columns=("a",), refused=REFUSED, missing=MISSING, **mapping)  # type: ignore[arg-type]
    return read_cell({"a": cell}, column, question)


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("4", Rated(4)),
        (" 4 ", Rated(4)),
        ("4.0", Rated(4)),
        ("", NoAnswer.MISSING),
        ("NA", NoAnswer.MISSING),
        ("R", NoAnswer.REFUSED),
        ("99", NoAnswer.REFUSED),
        ("good", NoAnswer.INVALID),
        ("nan", NoAnswer.INVALID),
        ("6", NoAnswer.OUT_OF_RANGE),
        ("33", NoAnswer.OUT_OF_RANGE),
        ("3.5", NoAnswer.BETWEEN),
    ],
)
def test_a_rating_is_a_point_of_the_scale(cell: str, found: Answer | NoAnswer) -> None:
    assert read(cell, SCALE) == found


@pytest.mark.parametrize(
    ("recorded", "pressed"), [("1", 1), ("2", 1), ("3", 2), ("5", 3), ("10", 5)]
)
def test_a_longer_scale_is_drawn_together(recorded: str, pressed: int) -> None:
    assert read(recorded, SCALE, scale=(1, 10), rescale=True) == Rated(pressed)


def test_words_may_stand_for_points() -> None:
    assert read("often", SCALE, values={"often": "5"}) == Rated(5)


def test_codes_become_choices_by_the_mapping_or_as_they_stand() -> None:
    assert read("L", SINGLE, values={"L": "lift"}) == Chosen(ChoiceKey("lift"))
    assert read("heat", SINGLE) == Chosen(ChoiceKey("heat"))
    assert read("roof", SINGLE) is NoAnswer.INVALID
    assert read("heat", SINGLE, values={"L": "lift"}) is NoAnswer.INVALID


def test_several_codes_become_ticks_in_the_order_of_the_survey() -> None:
    both = Picked((ChoiceKey("lift"), ChoiceKey("yard")))
    assert read("yard; lift", MULTIPLE, separator=";") == both
    assert read("yard; roof", MULTIPLE, separator=";") is NoAnswer.INVALID
    assert read("yard,lift,heat", MULTIPLE) is NoAnswer.TOO_MANY


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("3", Counted(3)),
        ("0", NoAnswer.OUT_OF_RANGE),
        ("2.5", NoAnswer.BETWEEN),
        ("two", NoAnswer.INVALID),
    ],
)
def test_a_number_is_one_that_the_bot_would_take(cell: str, found: Answer | NoAnswer) -> None:
    assert read(cell, NUMBER) == found


def test_words_are_taken_as_they_stand_unless_telegram_would_not_send_them() -> None:
    assert read("The lift!", OPEN) == Written("The lift!")
    assert read("o" * 5_000, OPEN) is NoAnswer.TOO_LONG


def test_of_several_columns_the_first_that_holds_something_counts() -> None:
    waves = ColumnMapping(columns=("a", "b"), refused=REFUSED, missing=MISSING)
    assert read_cell({"a": "NA", "b": "2"}, waves, SCALE) == Rated(2)
    assert read_cell({"a": "R", "b": "2"}, waves, SCALE) is NoAnswer.REFUSED
    assert read_cell({"a": "NA", "b": ""}, waves, SCALE) is NoAnswer.MISSING
