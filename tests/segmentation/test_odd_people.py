"""A few odd people, or people who are all the same, do not decide what is said of the others."""

import numpy as np
import pytest

from segmentation.finding import segment, segment_coded
from segmentation.run import Verdict
from segmentation.values import AnswerTable, Recipe
from surveys.answers import Rated
from surveys.questions import QuestionKey
from tests.segmentation.makers import rating_recipe
from tests.segmentation.populations import one_population, yes_no


def test_sixty_people_who_are_all_the_same_are_no_segments() -> None:
    """Nothing tells them apart; that is not to say that they were too few."""
    same = {QuestionKey(f"q{j}"): Rated(3) for j in range(5)}
    run = segment(AnswerTable.of(dict.fromkeys(range(60), same)), rating_recipe(5))

    assert (run.verdict, run.placed) == (Verdict.NONE, 60)


def test_fifty_nine_who_are_all_the_same_are_too_few() -> None:
    same = {QuestionKey(f"q{j}"): Rated(3) for j in range(5)}
    run = segment(AnswerTable.of(dict.fromkeys(range(59), same)), rating_recipe(5))

    assert run.verdict is Verdict.TOO_FEW


def test_a_class_under_the_floor_in_every_solution_ends_no_search() -> None:
    """Twenty people who tick everything are set aside; the six hundred others are looked at."""
    rng = np.random.default_rng(1)
    kind = rng.integers(0, 2, 600)[:, None]
    likes = np.where((kind == 1) ^ (np.arange(15) < 7), 0.25, 0.05)
    people = np.vstack([rng.random((600, 15)) < likes, np.ones((22, 15), dtype=bool)])
    recipe = Recipe(scheme="odd", items=(), segments_max=3, starts=10, pairs=21)
    run = segment_coded(yes_no(people.astype(float)), range(622), recipe)

    assert run.chosen == 2
    assert run.evidence[1].set_aside in range(20, 40)
    assert sum(s.size for s in run.segments) == 622
    assert min(s.size for s in run.segments) >= recipe.floor(622)


@pytest.mark.parametrize("weight", [float("nan"), float("inf"), -1.0])
def test_a_weight_is_finite_and_not_negative(weight: float) -> None:
    """A table with a weight that is none is a mistake of the caller."""
    with pytest.raises(ValueError, match="weights"):
        AnswerTable(people=(1, 2), answers={}, weights=(1.0, weight))


def test_no_segment_under_the_floor_is_ever_chosen() -> None:
    """However the last climb moves people, the floor holds where the number is free."""
    coded = one_population(200, 8, factors=1, seed=5)
    recipe = Recipe(scheme="floor", items=(), floor_people=60, segments_max=3, starts=10, pairs=21)
    run = segment_coded(coded, range(200), recipe)

    assert all(s.size >= 60 for s in run.segments)
