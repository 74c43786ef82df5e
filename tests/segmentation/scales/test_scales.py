"""Scales are measured well or poorly; people fill them in with styles of their own."""

import csv
from dataclasses import replace

import numpy as np
import pytest

from segmentation.coding import Coded, settle
from segmentation.finding import segment_coded
from segmentation.model import Feature, FeatureKind
from segmentation.scales.reliability import reliability, scale_scores, turned
from segmentation.scales.styles import centred_agreement, styles, without_lines
from segmentation.values import Recipe
from surveys.questions import QuestionKey
from tests.segmentation.open_data import FOLDER, needs_data


def likert(values: np.ndarray) -> Coded:
    """Steps 1-5."""
    features = tuple(
        Feature(item=QuestionKey(f"q{j}"), kind=FeatureKind.ORDINAL, low=1, high=5)
        for j in range(values.shape[1])
    )
    return settle(Coded(features, values - 1, np.ones(len(values))))


def measured(loading: float, people: int = 2000, items: int = 6) -> np.ndarray:
    """Items that one trait loads on; the theoretical omega is known."""
    rng = np.random.default_rng(0)
    own = np.sqrt(1 - loading**2) * rng.standard_normal((people, items))
    values: np.ndarray = loading * rng.standard_normal(people)[:, None] + own
    return values


@pytest.mark.parametrize("loading", [0.4, 0.7, 0.9])
def test_reliability_is_what_theory_says(loading: float) -> None:
    """Alpha and omega of parallel items are known; the interval holds them; low ones are told."""
    found = reliability(measured(loading))
    truth = 6 * loading**2 / (1 + 5 * loading**2)

    assert found.alpha == pytest.approx(truth, abs=0.03)
    assert found.omega == pytest.approx(truth, abs=0.03)
    assert found.omega_low is not None and found.omega_high is not None
    assert found.omega_low < truth < found.omega_high
    assert found.poor is (truth < 0.7)


def test_unequal_items_favour_omega() -> None:
    """Where items measure unequally well alpha understates, omega does not."""
    rng = np.random.default_rng(1)
    loadings = np.array([0.9, 0.9, 0.3, 0.3])
    values = loadings * rng.standard_normal((4000, 1))
    values = values + np.sqrt(1 - loadings**2) * rng.standard_normal((4000, 4))
    found = reliability(values)
    truth = loadings.sum() ** 2 / (loadings.sum() ** 2 + (1 - loadings**2).sum())

    assert found.omega == pytest.approx(truth, abs=0.02)
    assert found.alpha is not None and found.omega is not None and found.alpha < found.omega


def test_reversed_items_are_turned_and_gaps_bridged() -> None:
    """Five on a reversed item is one; a score needs half of the items."""
    values = np.array([[5.0, 1.0, np.nan], [4.0, np.nan, np.nan], [np.nan] * 3])
    scores = scale_scores(turned(values, [False, True, False], 1, 5))

    assert scores[0] == 5.0
    assert np.isnan(scores[1:]).all()
    assert reliability(values).alpha is None


def test_straight_lines_through_long_batteries_weigh_nothing_but_are_placed() -> None:
    """A tenth of the people answer 3 throughout: left out of the fit, placed all the same."""
    rng = np.random.default_rng(0)
    kind = rng.integers(0, 2, 300)[:, None]
    wave = np.where((np.arange(10) % 2 == 0) ^ (kind == 1), 4.2, 1.8)
    values = np.clip(np.round(wave + 0.7 * rng.standard_normal((300, 10))), 1, 5)
    values[:30] = 3.0
    coded = likert(values)
    lighter, lines = without_lines(coded)
    recipe = Recipe(scheme="lines", items=(), segments_max=3, starts=10, pairs=21)
    run = segment_coded(coded, range(300), recipe)

    assert (lines, run.straight_lines) == (30, 30)
    assert (lighter.weights[:30] == 0).all()
    assert run.chosen == 2
    assert all(run.memberships[p].segment is not None for p in range(300))
    fixed = segment_coded(coded, range(300), replace(recipe, segments=2, pairs=0))
    assert fixed.straight_lines == 0


@pytest.mark.data
@needs_data[1]
def test_risk_answers_are_little_but_levels() -> None:
    """Published: 11 % straight lines; raw and centred segments have little in common."""
    with (FOLDER / "risk.csv").open(encoding="utf-8") as file:
        _, *rows = csv.reader(file)
    coded = likert(np.array(rows, dtype=float))
    style = styles(coded)
    assert style is not None
    agreement = [centred_agreement(coded, k, np.random.default_rng(0)) for k in (2, 3, 4)]

    assert style.straight.mean() == pytest.approx(0.110, abs=0.001)
    assert agreement == pytest.approx([0.03, 0.21, 0.18], abs=0.035)
