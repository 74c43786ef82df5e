"""Conditions and calculations: as people write them, as they are kept, as they come out."""

from datetime import date, time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from surveys.expressions.evaluating import TODAY, evaluate
from surveys.expressions.parsing import TooLong, UnknownFunction, parse
from surveys.expressions.scanning import Unreadable
from surveys.expressions.tree import Expression, Value
from surveys.expressions.writing import write
from tests.surveys.random_expressions import conditions, numbers
from tests.surveys.random_surveys import surveys

ANSWERS: dict[str, Value] = {
    "age": 30.0,
    "car": True,
    "home": "flat",
    "needs": ("lift", "park"),
    "born": date(1990, 5, 3),
    "hour": time(18, 30),
    "name": "Vera",
    TODAY: date(2026, 5, 3),
}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("age >= 18", True),
        ("age ≥ 18 and not car", False),
        ('needs has "park" and home == "flat"', True),
        ('selected(needs, "heat") or count(needs) = 2', True),
        ('home has "flat"', True),
        ('needs == "lift"', False),
        ("if age < 18 then 1 else 2 + 3 * 4", 14.0),
        ("if(car, -1, 1) * 2", -2.0),
        ("(age + 1) / 2 mod 4", 3.5),
        ("today() - born", 13149.0),
        ('today() >= date("2026-05-03")', True),
        ("born + 1 > born", True),
        ("round(2.5) + int(-2.5)", 1.0),
        ("min(age, 5, missing) + max(1, 2)", 7.0),
        ('text(name, " ", age)', "Vera 30"),
        ("length(name)", 4.0),
        ("first(missing, age)", 30.0),
        # No answer: equal only to no answer, neither less nor more, missing picked, no value.
        ("missing > 1 or missing < 1 or missing == 1", False),
        ("missing != 1 and missing == nobody", True),
        ('missing has "x"', False),
        ("count(missing)", 0.0),
        ("answered(missing) or not answered(age)", False),
        ("missing + 1", None),
        ("age / 0", None),
        ("not missing", True),
        ("hour > born", False),
        ("if(car, nothing, 1)", None),
    ],
)
def test_what_an_expression_comes_to(text: str, value: Value) -> None:
    assert evaluate(parse(text), ANSWERS.get) == value


@pytest.mark.parametrize(
    ("text", "at"),
    [("", 0), ("age >=", 6), ("age 5", 4), ("(age", 4), ("1 < 2 < 3", 6), ('"x', 0), ("and", 0),
     ("round()", 7), ("not(1, 2)", 5), ("age # 1", 4)],
)  # fmt: skip
def test_where_an_expression_breaks(text: str, at: int) -> None:
    """The place is told, so that the author finds it."""
    with pytest.raises(Unreadable) as lost:
        parse(text)
    assert lost.value.at == at


def test_unknown_functions_and_endless_conditions() -> None:
    with pytest.raises(UnknownFunction):
        parse("sqrt(4)")
    for endless in (
        "not " * 300 + "a",
        "(" * 50 + "a" + ")" * 50,
        " or ".join("a" * 300),
        "a" * 9000,
    ):
        with pytest.raises(TooLong):
            parse(endless)


@given(surveys().flatmap(lambda s: conditions(s.questions) | numbers(s.questions)))
def test_a_written_expression_reads_back_equal(expression: Expression) -> None:
    assert parse(write(expression)) == expression


@example("0<¹")
@example("0<ключ")
@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Whatever is written, it is an expression or it is told where it is none."""
    try:
        assert parse(write(parse(text))) == parse(text)
    except Unreadable as lost:
        assert 0 <= lost.at <= len(text)
