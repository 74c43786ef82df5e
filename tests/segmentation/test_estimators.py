"""The estimators keep scikit-learn's contract."""

import numpy as np
import pytest
from sklearn.metrics import adjusted_rand_score
from sklearn.utils.estimator_checks import parametrize_with_checks

from segmentation.estimators import KMeansSegments, MixtureSegments


@parametrize_with_checks([MixtureSegments(n_init=5), KMeansSegments(n_init=10)])  # type: ignore[untyped-decorator]
def test_the_contract(estimator: object, check: object) -> None:
    """Every check of scikit-learn passes."""
    check(estimator)  # type: ignore[operator]


def test_categories_and_numbers_together_with_gaps() -> None:
    """Two kinds of people are told apart by a category and a number, some answers missing."""
    rng = np.random.default_rng(0)
    truth = rng.integers(0, 2, 400)
    likes = np.where(rng.random(400) < 0.9, truth, 1 - truth).astype(float)
    X = np.column_stack([likes, rng.normal(truth * 4.0, 1.0)])
    X[rng.random(X.shape) < 0.1] = np.nan
    fitted = MixtureSegments(2, kinds=("categorical", "number")).fit(X)

    assert adjusted_rand_score(truth, fitted.labels_) > 0.75
    assert fitted.predict_proba(X).sum(axis=1) == pytest.approx(1.0)
    assert fitted.probabilities_[0].shape == (2, 2)


def test_a_category_is_a_whole_number() -> None:
    """Halves of a category are refused in words."""
    with pytest.raises(ValueError, match="whole numbers"):
        MixtureSegments(2, kinds="categorical").fit(np.array([[0.5], [1.0], [0.0]]))
