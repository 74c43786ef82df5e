"""The simulated house: equal seeds draw equal people, whose answers the survey would take."""

from collections import Counter

import pytest

from rehearsal.demo import HOUSE_SURVEY, load_survey
from rehearsal.households import SHARES, TENDENCIES, Kind
from rehearsal.population import draw_population, truth_of
from rehearsal.resident import End
from surveys.answers import Picked, Rated
from surveys.questions import MultipleChoice, Scale, Survey

PEOPLE = 400


@pytest.fixture(scope="module")
def survey() -> Survey:
    return load_survey(HOUSE_SURVEY)


def test_equal_seeds_draw_equal_people(survey: Survey) -> None:
    first, second = (draw_population(survey, 20, seed=7) for _ in range(2))
    assert first == second
    assert draw_population(survey, 20, seed=8) != first


def test_every_answer_is_one_that_the_survey_takes(survey: Survey) -> None:
    for each in draw_population(survey, PEOPLE):
        answers = each.newcomer.intent.answers
        assert set(answers) == {question.key for question in survey.questions}
        for question in survey.questions:
            match question, answers[question.key]:
                case Scale(low=low, high=high), Rated(value):
                    assert low <= value <= high
                case MultipleChoice(picks_min=least, picks_max=most), Picked(choices):
                    assert least <= len(choices) <= (most or len(question.choices))
                    alone = [c.key for c in question.choices if c.exclusive]
                    assert len(choices) == 1 or not set(alone) & set(choices)


def test_people_end_in_every_way_and_speak_every_language(survey: Survey) -> None:
    people = [each.newcomer for each in draw_population(survey, PEOPLE)]
    ends = Counter(person.intent.end for person in people)
    assert set(ends) == set(End)
    assert ends[End.FINISHED] > PEOPLE * 0.85
    assert {person.language for person in people} == {"ru", "uk", "en"}
    assert any(person.intent.blocks for person in people)


def test_truth_is_told_of_those_of_one_kind_only(survey: Survey) -> None:
    population = draw_population(survey, PEOPLE)
    truth = truth_of(population, range(PEOPLE))
    mixed = [i for i, each in enumerate(population) if len(each.kinds) == 2]
    assert set(truth.values()) == set(Kind)
    assert mixed and not set(mixed) & set(truth)


def test_every_kind_says_something_to_every_question(survey: Survey) -> None:
    options = next(q for q in survey.questions if isinstance(q, MultipleChoice)).choices
    scales = [question for question in survey.questions if isinstance(question, Scale)]
    assert sum(SHARES.values()) == pytest.approx(1)
    for tendency in TENDENCIES.values():
        assert set(tendency.needs) == {choice.key for choice in options}
        for question in scales:
            assert question.construct in tendency.traits or question.key in tendency.importance
