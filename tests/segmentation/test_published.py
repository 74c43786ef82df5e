"""Published solutions on open survey data are reached or passed."""

from typing import Any

import numpy as np
import pytest
from sklearn.metrics import adjusted_rand_score

from segmentation.coding import Coded
from segmentation.finding import segment_coded
from segmentation.run import Evidence, SegmentationRun
from segmentation.searching.solving import Solver
from segmentation.values import Method, Recipe
from tests.segmentation.open_data import (
    CHEATING,
    ELECTION,
    MCDONALDS,
    choices,
    needs_data,
    rows_of,
)

pytestmark = needs_data


def recipe(segments: int, method: Method = Method.MIXTURE) -> Recipe:
    return Recipe(scheme="open", items=(), segments=segments, method=method, pairs=0)


def solved(coded: Coded, segments: int, method: Method = Method.MIXTURE) -> Evidence:
    """The plain numbers of a fixed number of segments."""
    people = len(coded.values)
    solver = Solver(coded, recipe(segments, method), people, people)
    return solver.topped(solver.best(segments)).evidence


def fixed(coded: Coded, segments: int, method: Method = Method.MIXTURE) -> SegmentationRun:
    """A run with a fixed number of segments and without bootstrap."""
    return segment_coded(coded, tuple(range(len(coded.values))), recipe(segments, method))


@pytest.mark.parametrize(
    ("name", "columns", "segments", "log_likelihood", "bic"),
    [
        ("polca_carcinoma", None, 2, -317.257, 706.07),
        ("polca_carcinoma", None, 3, -293.705, 697.14),
        ("polca_carcinoma", None, 4, -289.286, 726.46),
        ("polca_gss82", None, 2, -2783.268, 5658.73),
        ("polca_gss82", None, 3, -2754.545, 5650.93),
        ("polca_values", None, 2, -504.468, 1057.31),
        ("polca_cheating", CHEATING, 2, -440.027, 931.94),
        ("polca_election", ELECTION, 3, -21311.536, 43446.66),
        ("mcdonalds", MCDONALDS, 2, -7610.836, 15389.14),
        ("mcdonalds", MCDONALDS, 3, -7311.478, 14877.80),
        ("mcdonalds", MCDONALDS, 4, -7111.109, 14564.44),
        ("mcdonalds", MCDONALDS, 5, -7011.168, 14451.94),
        ("mcdonalds", MCDONALDS, 6, -6956.021, 14429.02),
        ("mcdonalds", MCDONALDS, 7, -6900.175, 14404.70),
        ("mcdonalds", MCDONALDS, 8, -6872.481, 14436.69),
    ],
)
def test_latent_classes_reach_the_published_likelihood(
    name: str, columns: Any, segments: int, log_likelihood: float, bic: float
) -> None:
    """The mixture climbs at least as high as poLCA and StepMix did with many starts."""
    found = solved(choices(name, columns), segments)

    assert found.log_likelihood >= log_likelihood - 0.01
    assert found.bic <= bic + 0.03


def test_complete_rows_of_the_election() -> None:
    """The 1,311 complete rows have the published solution, shares included."""
    run = fixed(choices("polca_election", ELECTION, complete=True), 3)

    assert run.evidence[-1].log_likelihood == pytest.approx(-16714.659, abs=0.01)
    assert run.model is not None
    assert sorted(run.model.shares) == pytest.approx([0.2608, 0.3198, 0.4194], abs=0.003)


@pytest.mark.parametrize(
    ("segments", "within_ss"),
    [(2, 2145.50), (3, 1818.71), (4, 1602.93), (5, 1434.61), (6, 1325.31)],
)
def test_k_means_reaches_the_optimum(segments: int, within_ss: float) -> None:
    """The partition of McDonald's image is at least as tight as the best known."""
    found = solved(choices("mcdonalds", MCDONALDS), segments, Method.KMEANS)

    assert within_ss * 0.999 <= found.within_ss <= within_ss + 0.005


def test_the_four_segments_of_mcdonalds_have_the_published_sizes() -> None:
    """580, 324, 309 and 240 people, give or take rows that lie between two segments."""
    run = fixed(choices("mcdonalds", MCDONALDS), 4, Method.KMEANS)

    assert [s.size for s in run.segments] == pytest.approx([580, 324, 309, 240], abs=10)


def test_the_published_segments_of_vacation_motives_are_met() -> None:
    """Tighter than a thousand starts of other tools, and as like the published labels as they."""
    run = fixed(choices("vacmot", 20), 6, Method.KMEANS)
    published = [row[0] for row in rows_of("vacmot_published_segments")[1]]
    found = [run.memberships[person].segment or 0 for person in range(len(published))]

    assert run.evidence[-1].within_ss <= 2660.65 + 0.005
    assert adjusted_rand_score(published, found) > 0.78


@pytest.mark.parametrize(("gone", "least"), [(0.1, 0.8), (0.3, 0.62)])
def test_missing_answers_cost_little(gone: float, least: float) -> None:
    """With answers deleted at random people still fall where the whole data put them."""
    whole = choices("mcdonalds", MCDONALDS)
    people = tuple(range(len(whole.values)))
    before = fixed(whole, 4)
    rng = np.random.default_rng(0)
    whole.values[rng.random(whole.values.shape) < gone] = np.nan
    after = fixed(whole, 4)

    kept = [p for p in people if after.memberships[p].segment is not None]
    agreement = adjusted_rand_score(
        [before.memberships[p].segment or 0 for p in kept],
        [after.memberships[p].segment or 0 for p in kept],
    )
    assert agreement > least
