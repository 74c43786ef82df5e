"""Small tables printed in the literature: their best solutions are found from any seed."""

import numpy as np
import pytest

from segmentation.coding import Coded
from segmentation.model import Feature, FeatureKind
from segmentation.searching.solving import Solver
from segmentation.values import Recipe
from surveys.questions import QuestionKey

# Section 6 of the Law School Admission Test, 1,000 people: how many gave each pattern of right
# answers to its five questions, from 00000 to 11111 (Bock and Lieberman 1970).
LSAT6 = (
    3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15,
    10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28, 298,
)  # fmt: skip


def lsat6() -> Coded:
    patterns = np.arange(32)[:, None] >> np.arange(4, -1, -1) & 1
    values = np.repeat(patterns, LSAT6, axis=0).astype(float)
    features = tuple(
        Feature(item=QuestionKey(f"q{j}"), kind=FeatureKind.BINARY, levels=("0", "1"))
        for j in range(5)
    )
    return Coded(features, values, np.ones(len(values)))


@pytest.mark.parametrize("seed", [0, 2])
@pytest.mark.parametrize(
    ("classes", "log_likelihood"), [(2, -2467.406), (3, -2464.650), (4, -2461.237)]
)
def test_small_tables_reach_the_best_known(classes: int, log_likelihood: float, seed: int) -> None:
    """Sixty starts of an independent EM end no higher; few starts lead to the best of four."""
    recipe = Recipe(scheme="table", items=(), segments=classes, pairs=0, seed=seed)
    solver = Solver(lsat6(), recipe, 1_000, 1_000)
    found = solver.topped(solver.best(classes)).evidence

    assert found.log_likelihood == pytest.approx(log_likelihood, abs=0.01)
