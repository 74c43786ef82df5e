"""Segments are described by what did not make them, with the blur of placing taken out."""

import numpy as np
import pytest

from segmentation.finding import segment_coded
from segmentation.placing import probabilities
from segmentation.profile.common import common_ground
from segmentation.profile.descriptors import Description, corrected_weights, described
from segmentation.values import Recipe
from tests.segmentation.populations import yes_no


def blurred() -> tuple[np.ndarray, np.ndarray, tuple[Description, ...]]:
    """Two kinds told apart by eight uncertain items; one true descriptor and twenty of noise."""
    rng = np.random.default_rng(0)
    kind = rng.integers(0, 2, 3000)
    says = np.where(kind[:, None] == 1, 0.72, 0.28)
    coded = yes_no((rng.random((3000, 8)) < says).astype(float))
    owner = (rng.random(3000) < np.where(kind == 1, 0.8, 0.2)).astype(float)
    noise = (rng.random((3000, 20)) < 0.5).astype(float)
    recipe = Recipe(scheme="blur", items=(), segments=2, pairs=0, starts=10)
    run = segment_coded(coded, range(3000), recipe)
    assert run.model is not None
    posterior = probabilities(run.model, coded.values)
    lines = described(run.model.segments, posterior, yes_no(np.column_stack([owner, noise])))
    return posterior, owner, lines


def test_errors_of_placing_are_taken_out() -> None:
    """Counted by likeliest segment .8 and .2 come out flatter; corrected they come back."""
    posterior, owner, lines = blurred()
    naive = sorted(owner[posterior.argmax(axis=1) == s].mean() for s in (0, 1))
    low, high = sorted(line.value for line in lines[:2])

    assert naive[1] - naive[0] < 0.55
    assert (low, high) == pytest.approx((0.2, 0.8), abs=0.05)
    assert all(line.low < line.difference < line.high for line in lines)
    assert all(line.p_adjusted < 1e-6 for line in lines[:2])
    assert all(line.effect_low < line.effect < line.effect_high for line in lines[:2])


def test_noise_is_not_told_as_a_finding() -> None:
    """Of forty lines about nothing hardly any survives the correction for many looks."""
    _, _, lines = blurred()

    assert sum(line.p_adjusted <= 0.05 for line in lines[2:]) <= 2
    assert all(line.p <= line.p_adjusted for line in lines)


def test_sure_placing_needs_no_correction() -> None:
    certain = np.eye(2)[[0, 1, 1]]

    assert corrected_weights(certain, np.ones(3)) == pytest.approx(certain)


def test_what_all_agree_on_is_told() -> None:
    """Two kinds who differ in six items and agree on the seventh."""
    rng = np.random.default_rng(0)
    kind = rng.integers(0, 2, 200)[:, None]
    values = (rng.random((200, 7)) < np.where(kind == 1, 0.8, 0.2)).astype(float)
    values[:, 6] = rng.random(200) < 0.93
    recipe = Recipe(scheme="common", items=(), segments=2, pairs=0, starts=5)
    ground = common_ground(segment_coded(yes_no(values), range(200), recipe).segments)

    assert [(g.item, g.option) for g in ground] == [("q6", "yes")]
    assert ground[0].least > 0.85
