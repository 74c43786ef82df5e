"""Rows of the report for questions whose answers are orders."""

import pytest

from surveys.answers import Answer, Judged, Judgement, Located, Ranked, Skipped
from surveys.questions import (
    Choice,
    ChoiceKey,
    DateQuestion,
    LocationQuestion,
    MaxDiff,
    QuestionKey,
    Ranking,
)
from surveys.text import Text
from use_cases.reporting.profile import Crowd, rows_of, untold
from use_cases.reporting.suppression import Count, Kind

A, B, C = map(ChoiceKey, "abc")
CHOICES = tuple(Choice(key=key, label=Text({"en": key.upper()})) for key in (A, B, C))
ASKED = QuestionKey("first")
PROMPT = Text({"en": "What first?"})


def crowd(*answers: Answer) -> Crowd:
    people = [{ASKED: answer} for answer in answers]
    return Crowd(people, Count(Kind.EXACT, len(people)))


def test_a_ranking_is_shown_by_mean_places() -> None:
    """1 is the first; few people's places are not told."""
    many = [Ranked((A, B, C))] * 6 + [Ranked((B, A, C))] * 6
    rows = rows_of(
        Ranking(key=ASKED, prompt=PROMPT, choices=CHOICES), [crowd(*many)], crowd(Ranked((C, B, A)))
    )

    assert rows[0].prompt.in_language("en") == "What first? — A"
    assert pytest.approx(rows[0].cells[0].estimate.value) == 1.5
    assert (rows[0].low, rows[0].high) == (1, 3)
    assert not rows[0].is_share


def test_best_and_worst_are_shown_by_scores() -> None:
    """(best - worst) / shown, the mean over people."""
    one = Judged((Judgement((A, B, C), A, C), Judgement((A, B, C), A, B)))
    other = Judged((Judgement((A, B, C), B, C), Judgement((A, B, C), A, C)))
    question = MaxDiff(key=ASKED, prompt=PROMPT, choices=CHOICES)
    rows = rows_of(question, [crowd(*([one] * 15 + [other] * 15))], crowd())

    found = [row.cells[0].estimate.value for row in rows]
    assert pytest.approx(found) == [0.75, 0.0, -0.75]


def test_a_place_is_shown_by_who_sent_one() -> None:
    """Whoever skipped it did not; the place itself is never shown."""
    question = LocationQuestion(key=ASKED, prompt=PROMPT, optional=True)
    sent, skipped = [Located(50.45, 30.52)] * 12, [Skipped()] * 12
    (row,) = rows_of(question, [crowd(*sent, *skipped)], crowd())

    assert pytest.approx(row.cells[0].estimate.value) == 0.5
    assert row.is_share
    assert row.label is None


def test_a_day_has_no_line_and_is_said_to_have_none() -> None:
    question = DateQuestion(key=ASKED, prompt=PROMPT)

    assert untold(question)
    assert not rows_of(question, [crowd()], crowd())
