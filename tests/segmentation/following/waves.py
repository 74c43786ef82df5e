"""Two waves of the same people, some of whom really moved."""

import numpy as np

from segmentation.finding import segment_coded
from segmentation.following.migration import Wave
from segmentation.values import Recipe
from tests.segmentation.populations import yes_no

ITEMS = 12


def wave(truth: np.ndarray, *, seed: int, apart: float = 0.6, shift: float = 0.0) -> Wave:
    """People of three kinds answer with some noise, and are segmented anew."""
    rng = np.random.default_rng(seed)
    kinds = np.random.default_rng(99).random((3, ITEMS)) < 0.5
    chances = np.where(kinds, 0.5 - apart / 2, 0.5 + apart / 2)
    chances[:, 0] = np.clip(chances[:, 0] + shift, 0.02, 0.98)
    coded = yes_no((rng.random((len(truth), ITEMS)) < chances[truth]).astype(float))
    recipe = Recipe(scheme="wave", items=(), segments=3, pairs=0, starts=20, seed=seed)
    run = segment_coded(coded, range(len(truth)), recipe)
    assert run.model is not None
    return Wave(run.model, coded, tuple(f"p{i}" for i in range(len(truth))))


def moved(share: float, people: int = 900) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Where people stood, where they stand, and who moved one kind on."""
    rng = np.random.default_rng(0)
    before = rng.integers(0, 3, people)
    movers = rng.random(people) < share
    return before, np.where(movers, (before + 1) % 3, before), movers
