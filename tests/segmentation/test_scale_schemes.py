"""Schemes on the scores of scales and on best-worst choices."""

import random

import pytest

from segmentation.coding import draft
from segmentation.finding import segment
from segmentation.grounds import Grounds
from segmentation.placing import place
from segmentation.run_json import from_json, to_json
from segmentation.values import AnswerTable, ItemKind, Recipe
from surveys.answers import Answer, Judged, Judgement, Rated
from surveys.questions import Basis, Choice, ChoiceKey, MaxDiff, QuestionKey, Scale, Survey
from surveys.text import Text

WORDS = Text({"en": "?"})


def item(key: str, construct: str | None, *, backwards: bool = False) -> Scale:
    return Scale(
        key=QuestionKey(key),
        prompt=WORDS,
        basis=Basis.PSYCHOGRAPHIC,
        construct=construct,
        reversed=backwards,
    )


def a_survey() -> Survey:
    """A scale of four items, one of them reversed; one of two; a statement by itself."""
    calm = [item(f"calm{n}", "calm", backwards=n == 3) for n in range(4)]
    return Survey(
        key="s",
        title=WORDS,
        questions=(*calm, item("open0", "open"), item("open1", "open"), item("alone", None)),
    )


def answers(kinds: list[int], seed: int = 2) -> dict[int, dict[QuestionKey, Answer]]:
    """Kind 1 is calm, kind 0 is not; of the rest everybody says anything."""
    dice = random.Random(seed)
    found: dict[int, dict[QuestionKey, Answer]] = {}
    for person, kind in enumerate(kinds, start=1):
        calm = [min(5, max(1, (5 if kind else 1) + dice.choice((0, 0, 0, 1, -1)))) for _ in "1234"]
        calm[3] = 6 - calm[3]
        given = {f"calm{n}": value for n, value in enumerate(calm)}
        given |= {key: dice.randint(1, 5) for key in ("open0", "open1", "alone")}
        found[person] = {QuestionKey(key): Rated(value) for key, value in given.items()}
    return found


def test_scores_stand_for_the_items_that_measure_them() -> None:
    grounds = Grounds.on(Basis.PSYCHOGRAPHIC, by_scales=True)
    recipe = Recipe.from_survey(a_survey(), grounds)

    assert [each.key for each in recipe.items] == ["scale:calm", "open0", "open1", "alone"]
    assert recipe.items[0].kind is ItemKind.SCORE
    assert recipe.items[0].turned == ("calm3",)
    assert recipe.questions == {f"calm{n}" for n in range(4)} | {"open0", "open1", "alone"}
    assert Recipe.from_json(recipe.to_json()) == recipe


def test_without_a_long_scale_there_is_nothing_to_score() -> None:
    short = Survey(key="s", title=WORDS, questions=a_survey().questions[4:])

    grounds = Grounds.on(Basis.PSYCHOGRAPHIC, by_scales=True)
    assert Recipe.from_survey(short, grounds).items == ()


def test_a_run_on_scores_says_how_well_they_are_measured_and_places_newcomers() -> None:
    """The calm end up together; the run survives being written down."""
    kinds = [number % 2 for number in range(160)]
    table = AnswerTable.of(answers(kinds))
    grounds = Grounds.on(Basis.PSYCHOGRAPHIC, by_scales=True)
    recipe = Recipe.from_survey(a_survey(), grounds, segments=2, starts=5, pairs=0)

    run = segment(table, recipe)

    calm = run.scales["calm"]
    assert calm.omega is not None
    assert calm.omega_low is not None
    assert calm.omega > calm.omega_low > 0.8
    assert not calm.poor
    assert from_json(to_json(run)) == run
    where = {run.memberships[p].segment for p in range(1, 161) if kinds[p - 1]}
    assert len(where) == 1
    newcomer = {QuestionKey(f"calm{n}"): Rated(1 if n == 3 else 5) for n in range(3)}
    assert place(run, newcomer).segment in where


def test_half_of_a_scale_must_be_answered_for_a_score() -> None:
    grounds = Grounds.on(Basis.PSYCHOGRAPHIC, by_scales=True)
    recipe = Recipe.from_survey(a_survey(), grounds)
    given = {
        1: {QuestionKey("calm0"): Rated(4)},
        2: {QuestionKey("calm0"): Rated(5), QuestionKey("calm3"): Rated(5)},
    }

    values = draft(AnswerTable.of(given), recipe).values[:, 0]

    assert values[0] != values[0]
    assert values[1] == pytest.approx(0.5)


def test_best_worst_choices_enter_as_everybodys_own_scores() -> None:
    """Twice the best of three times shown; what was not shown is missing, not middling."""
    keys = [ChoiceKey(c) for c in "abcde"]
    question = MaxDiff(
        key=QuestionKey("wishes"),
        prompt=WORDS,
        basis=Basis.NEEDS,
        choices=tuple(Choice(key=key, label=WORDS) for key in keys),
    )
    survey = Survey(key="s", title=WORDS, questions=(question,))
    a, b, c, d = keys[:4]
    judged = Judged((Judgement((a, b, c, d), a, b), Judgement((a, b, c, d), a, d)))
    recipe = Recipe.from_survey(survey, Basis.NEEDS)

    coded = draft(AnswerTable.of({1: {question.key: judged}}), recipe)

    assert [feature.question for feature in coded.features] == ["wishes"] * 5
    assert list(coded.values[0, :4]) == [1.0, 0.25, 0.5, 0.25]
    assert coded.values[0, 4] != coded.values[0, 4]
