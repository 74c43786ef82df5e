"""Made-up yes/no answers: planted classes, one correlated population, permuted real answers."""

import numpy as np
import numpy.typing as npt

from segmentation.coding import Coded, settle
from segmentation.evidence.nulls import permuted
from segmentation.model import Feature, FeatureKind
from surveys.questions import QuestionKey

APART = 0.4


def yes_no(values: npt.NDArray[np.float64]) -> Coded:
    """Columns of zeros and ones as answers."""
    features = tuple(
        Feature(item=QuestionKey(f"q{j}"), kind=FeatureKind.BINARY, levels=("no", "yes"))
        for j in range(values.shape[1])
    )
    return settle(Coded(features, values, np.ones(len(values))))


def planted(
    people: int, items: int, *, shares: tuple[float, ...] = (0.34, 0.33, 0.33), seed: int = 0
) -> tuple[Coded, npt.NDArray[np.int64]]:
    """Classes whose members say yes to an item with chance .2 or .8; and the truth.

    Every two classes differ in at least so large a share (APART) of the items.
    """
    rng = np.random.default_rng(seed)
    truth = rng.choice(len(shares), people, p=shares)
    chances = np.full((len(shares), items), 0.2)
    while np.abs(chances[:, None] - chances).sum(axis=2)[np.triu_indices(len(shares), 1)].min() < (
        0.6 * APART * items
    ):
        chances = np.where(rng.random((len(shares), items)) < 0.5, 0.2, 0.8)
    return yes_no((rng.random((people, items)) < chances[truth]).astype(float)), truth


def one_population(people: int, items: int, *, factors: int = 2, seed: int = 0) -> Coded:
    """People along one or two continua, whose answers hang together but make no classes."""
    rng = np.random.default_rng(seed)
    loadings = 0.7 * rng.standard_normal((items, factors))
    leaning = rng.standard_normal((people, factors)) @ loadings.T
    leaning += rng.standard_normal((people, items))
    return yes_no((leaning > 0.5 * rng.standard_normal(items)).astype(float))


def shuffled(coded: Coded, seed: int) -> Coded:
    """The same columns, each permuted by itself: nothing hangs together any more."""
    values = permuted(coded.values, np.random.default_rng(seed))
    return Coded(coded.features, values, coded.weights)
