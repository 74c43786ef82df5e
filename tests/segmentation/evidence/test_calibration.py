"""A probability of .8 is right four times in five, also after a few answers; schemes compete."""

import json

import numpy as np
import pytest

from segmentation.coding import Coded
from segmentation.evidence.calibration import expected_error
from segmentation.evidence.outcomes import compared
from segmentation.finding import segment_coded
from segmentation.placing import probabilities
from segmentation.run import SegmentationRun
from segmentation.run_json import from_json, to_json
from segmentation.values import Method, Recipe
from tests.segmentation.open_data import MCDONALDS, choices, needs_data
from tests.segmentation.populations import yes_no


def doubled(people: int = 600, seed: int = 0) -> Coded:
    """Two kinds answer six questions, each asked twice over: the model counts every word double."""
    rng = np.random.default_rng(seed)
    kind = rng.integers(0, 2, people)[:, None]
    once = (rng.random((people, 6)) < np.where(kind == 1, 0.7, 0.3)).astype(float)
    twice = np.where(rng.random(once.shape) < 0.9, once, 1 - once)
    return yes_no(np.hstack([once, twice]))


def found(coded: Coded, segments: int, method: Method = Method.MIXTURE) -> SegmentationRun:
    recipe = Recipe(scheme="sure", items=(), segments=segments, pairs=0, starts=10, method=method)
    return segment_coded(coded, range(len(coded.values)), recipe)


def test_placing_from_a_few_answers_is_made_humbler() -> None:
    """Where questions repeat each other the model is too sure; calibrated it no longer is."""
    run = found(doubled(), 2)
    partly = run.calibration[1]

    assert (partly.temperature or 0.0) > 1.05
    assert partly.error_after < partly.error_before
    assert all((c.temperature or 0.0) >= 1.0 for c in run.calibration)
    assert max(c.error_after for c in run.calibration) < 0.06


def test_calibration_is_kept_with_the_run_and_changes_nobodys_segment() -> None:
    run = found(doubled(), 2)
    again = from_json(json.loads(json.dumps(to_json(run))))
    assert again == run and again.model is not None
    values = doubled(200, seed=5).values
    values[:, 3:] = np.nan
    plain = from_json({**to_json(run), "model": {**to_json(run)["model"], "temperatures": []}})
    assert plain.model is not None
    humble, sure = probabilities(again.model, values), probabilities(plain.model, values)

    assert (humble.argmax(axis=1) == sure.argmax(axis=1)).all()
    assert (humble.max(axis=1) <= sure.max(axis=1) + 1e-12).all()


def test_nearness_is_calibrated_too() -> None:
    """A few distances are no better than a few likelihoods; the whole sheet stays as it is."""
    run = found(doubled(), 2, Method.KMEANS)
    assert run.model is not None and run.model.spread is not None
    few, *_, whole = run.calibration

    assert few.error_after <= few.error_before
    assert all((c.temperature or 0.0) >= 1.0 for c in run.calibration)
    assert (whole.temperature or 9.0) < 1.1
    assert max(c.error_after for c in run.calibration) < 0.08


@pytest.mark.parametrize("method", [Method.MIXTURE, Method.KMEANS])
def test_where_questions_are_few_newcomers_are_not_made_unsure(method: Method) -> None:
    """Four questions have sixteen sheets, and a newcomer's is known: nobody is humbler than need be
    of those who answered two of them."""
    rng = np.random.default_rng(0)
    kind = rng.integers(0, 2, 3_000)[:, None]
    coded = yes_no((rng.random((3_000, 4)) < np.where(kind == 1, 0.85, 0.2)).astype(float))
    run = found(coded.take(np.arange(1_000)), 2, method)
    assert run.model is not None
    whole = coded.take(np.arange(1_000, 3_000)).values
    few = np.where(rng.random(whole.shape).argsort(axis=1) < 2, whole, np.nan)
    said, truth = probabilities(run.model, few), probabilities(run.model, whole)

    assert expected_error(said, truth, np.ones(len(said))) < 0.03


@pytest.mark.data
@needs_data[1]
@pytest.mark.parametrize("method", [Method.MIXTURE, Method.KMEANS])
def test_real_answers_are_placed_with_honest_probabilities(method: Method) -> None:
    """On McDonald's image, for people the model never saw, after any share of the questions."""
    run = found(choices("mcdonalds", MCDONALDS), 4, method)

    assert max(c.error_after for c in run.calibration) < 0.07


def test_the_scheme_that_foretells_better_is_named() -> None:
    """One scheme goes with the outcome, the other is by lot; equals are not told apart."""
    rng = np.random.default_rng(0)
    telling, idle = rng.integers(0, 3, 600), rng.integers(0, 3, 600)
    outcome = (rng.random(600) < np.array([0.2, 0.5, 0.8])[telling]).astype(float)
    outcome[:5] = np.nan
    schemes = {"telling": np.eye(3)[telling], "idle": np.eye(3)[idle]}
    skills, contests = compared(schemes, outcome)

    assert [s.scheme for s in skills] == ["telling", "idle"]
    assert skills[0].skill == pytest.approx(0.24, abs=0.06)
    assert skills[0].low > 0 >= skills[1].low
    assert contests[0].better == "telling"
    _, same = compared({"a": np.eye(3)[telling], "b": np.eye(3)[(telling + 1) % 3]}, outcome)
    assert same[0].better is None


def test_an_outcome_must_vary() -> None:
    with pytest.raises(ValueError, match="varies"):
        compared({"a": np.ones((50, 1))}, np.ones(50))
