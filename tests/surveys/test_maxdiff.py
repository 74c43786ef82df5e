"""Best-worst scaling: balanced sets, taps that undo, scores that find the order of a sample."""

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys.answers import Judged, Judgement, from_json, to_json
from surveys.documents.surveys import survey_from_dict, survey_to_dict
from surveys.engine import Response, begin, go_back, take_reply
from surveys.maxdiff.asking import sets_of, standing
from surveys.maxdiff.designs import design, pairs, sets_needed
from surveys.maxdiff.scoring import own_scores, preferred, sample_scores
from surveys.questions import ChoiceKey, MaxDiff, Survey
from surveys.replies import TappedItem, Typed
from surveys.yaml.reader import read_survey

TEXT = """
survey: s
language: en
title: S
questions:
  - key: worth
    maxdiff: What matters in a house?
    choices: {a: Quiet, b: Light, c: Lift, d: Yard, e: Safety, f: Parking, g: Neighbours}
    worst: And the least?
  - {key: more, yes_no: More?}
"""


def the_survey() -> Survey:
    survey = read_survey(TEXT)
    assert isinstance(survey, Survey), survey
    return survey


def the_question() -> MaxDiff:
    question = the_survey().questions[0]
    assert isinstance(question, MaxDiff)
    return question


def tap(survey: Survey, response: Response, key: str, step: int | None = None) -> Response:
    index = [choice.key for choice in the_question().choices].index(ChoiceKey(key))
    return take_reply(survey, response, "worth", TappedItem(index, step)).response


@settings(max_examples=40)
@given(st.integers(3, 20), st.integers(3, 6), st.integers(1, 20), st.integers(0, 23))
def test_sets_are_balanced(items: int, per_set: int, sets: int, version: int) -> None:
    """No set shows an item twice; two items are shown equally often, give or take one."""
    per_set = min(per_set, items)
    made = design(items, per_set, sets, version)

    assert sets == len(made)
    assert all(len(set(shown)) == per_set for shown in made)
    shown_each = Counter(item for shown in made for item in shown)
    counts = [shown_each[item] for item in range(items)]
    assert max(counts) - min(counts) <= 1
    assert made == design(items, per_set, sets, version)


@pytest.mark.parametrize(("items", "per_set"), [(7, 4), (8, 4), (10, 4), (12, 4), (13, 4), (9, 3)])
def test_pairs_meet_about_equally_often(items: int, per_set: int) -> None:
    """With every item shown three times, no pair is far from the mean of all pairs."""
    for version in range(6):
        made = design(items, per_set, sets_needed(items, per_set), version)
        met = [pairs(made)[pair] for pair in combinations(range(items), 2)]
        assert max(met) - min(met) <= 2


def test_people_get_different_sets() -> None:
    """Of so many versions, few repeat one another."""
    assert len({sets_of(the_question(), seed) for seed in range(24)}) >= 20


def test_best_then_worst_then_the_next_set() -> None:
    """Taps alternate; a tap on the best takes it back; so does Back; old buttons do nothing."""
    survey, question = the_survey(), the_question()
    begun = begin(survey, seed=5)
    first, second, third, _ = standing(question, (), 5).shown
    one = tap(survey, begun, first, 0)
    assert (first,) == one.ticks
    assert one == tap(survey, one, first, 0), "a double tap"
    assert tap(survey, one, first, 1).ticks == ()
    assert go_back(survey, one).response.ticks == ()
    two = tap(survey, one, third, 1)
    assert (first, third) == two.ticks
    assert standing(question, two.ticks, 5).number == 2
    assert (first,) == go_back(survey, two).response.ticks
    typed = take_reply(survey, begun, "worth", Typed(label(question, second))).response
    assert (second,) == typed.ticks


def label(question: MaxDiff, key: ChoiceKey) -> str:
    return next(c.label.in_language("en") for c in question.choices if c.key == key)


def test_all_sets_are_one_answer() -> None:
    """The last tap goes on; the answer knows what was shown, and is kept as plain values."""
    survey, question = the_survey(), the_question()
    response = begin(survey, seed=3)
    while response.current == "worth":
        now = standing(question, response.ticks, 3)
        best, worst = min(now.shown), max(now.shown)
        response = tap(survey, response, worst if now.best else best, now.step)

    answer = response.answers[question.key]
    assert isinstance(answer, Judged)
    assert sets_of(question, 3) == tuple(each.shown for each in answer.rounds)
    assert answer == from_json(*to_json(answer))
    assert preferred(answer)[0] == "a"
    assert min(own_scores(answer).values()) == -1
    assert survey == survey_from_dict(survey_to_dict(survey))


def answers_by(order: str, people: int) -> list[Judged]:
    """People who all judge by that order, each with sets of their own."""
    question = the_question()
    rounds = [
        tuple(
            Judgement(shown, min(shown, key=order.index), max(shown, key=order.index))
            for shown in sets_of(question, seed)
        )
        for seed in range(people)
    ]
    return [Judged(each) for each in rounds]


def test_the_order_of_a_sample_is_found() -> None:
    """Counts and logit agree with how people judged; intervals hold the scores; shares are 100."""
    items = [choice.key for choice in the_question().choices]
    found = sample_scores(answers_by("dbfaceg", 30), items)

    assert "".join(s.key for s in sorted(found, key=lambda s: -s.score)) == "dbfaceg"
    assert "".join(s.key for s in sorted(found, key=lambda s: -s.share)) == "dbfaceg"
    assert pytest.approx(sum(s.share for s in found)) == 100
    assert all(s.low <= s.score <= s.high for s in found)
    assert {s.key: s.shown for s in found}[items[0]] >= 90


def test_the_order_of_people_does_not_matter() -> None:
    """The same answers in any order come to the same."""
    items = [choice.key for choice in the_question().choices]
    answers = answers_by("dbfaceg", 8)
    for one, other in zip(
        sample_scores(answers, items), sample_scores(answers[::-1], items), strict=True
    ):
        assert one.share == pytest.approx(other.share)
        assert one.score == pytest.approx(other.score)
