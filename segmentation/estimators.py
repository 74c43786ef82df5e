# mypy: disable-error-code="misc,import-untyped,no-untyped-call"
"""The two methods as scikit-learn estimators: a number of segments and an array in, labels out."""

from typing import Any, Self

import numpy as np
from sklearn.base import BaseEstimator, ClusterMixin, DensityMixin
from sklearn.utils.validation import _check_sample_weight, check_is_fitted, validate_data

from segmentation.coding import Coded, Floats, Ints, distinct
from segmentation.mixture.climbing import MixtureData
from segmentation.mixture.steps import expect, natural
from segmentation.model import Feature, FeatureKind
from segmentation.partition.points import Points
from surveys.questions import QuestionKey

KINDS = ("number", "categorical")


class MixtureSegments(DensityMixin, ClusterMixin, BaseEstimator):
    """A latent class mixture for categories and numbers; NaN is a missing answer and left out.

    `kinds` is "number" or "categorical" for all columns, or one of them per column; a category is
    a whole number from 0. Numbers have a class mean and one variance for all classes. Learns
    `labels_`, `weights_` (shares), `probabilities_` (per column: class x category), `means_`,
    `log_likelihood_`, `bic_`, `starts_at_best_`. Method: McLachlan and Peel (2000).
    """

    def __init__(
        self,
        n_segments: int = 3,
        *,
        kinds: str | tuple[str, ...] = "number",
        n_init: int = 50,
        random_state: int = 0,
    ) -> None:
        self.n_segments = n_segments
        self.kinds = kinds
        self.n_init = n_init
        self.random_state = random_state

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.allow_nan = True
        return tags

    def fit(self, X: Any, y: Any = None, sample_weight: Any = None) -> Self:
        """Fit to (people, columns); ValueError for fewer people than segments."""
        X = validate_data(self, X, dtype=np.float64, ensure_all_finite="allow-nan")
        weights = _check_sample_weight(sample_weight, X, dtype=np.float64, ensure_non_negative=True)
        if len(X) < self.n_segments:
            raise ValueError(f"n_samples={len(X)} should be >= n_segments={self.n_segments}")
        self.features_ = self._features(X)
        data = MixtureData(Coded(self.features_, self._coded(X), weights))
        rng = np.random.default_rng(self.random_state)
        found = data.fit(self.n_segments, self.n_init, rng, patient=True)
        self.layout_, self.parameters_ = data.layout, found.parameters
        self.weights_ = found.parameters.shares[0]
        self.probabilities_ = [
            found.parameters.probabilities[0][:, first : first + width]
            for first, width in zip(data.layout.offsets, data.layout.widths, strict=True)
        ]
        self.means_ = found.parameters.means[0]
        self.log_likelihood_ = data.objective(found.parameters, plain=True)
        penalty = data.free_parameters(self.n_segments) * np.log(len(X))
        self.bic_ = float(penalty - 2 * self.log_likelihood_)
        self.starts_at_best_ = found.starts_at_best
        self.labels_ = self._posterior(X).argmax(axis=1)
        return self

    def predict(self, X: Any) -> Ints:
        """The likeliest segment of every row."""
        labels: Ints = self.predict_proba(X).argmax(axis=1)
        return labels

    def predict_proba(self, X: Any) -> Floats:
        """The posterior probability of every segment: (people, segments)."""
        check_is_fitted(self)
        X = validate_data(self, X, reset=False, dtype=np.float64, ensure_all_finite="allow-nan")
        return self._posterior(X)

    def score_samples(self, X: Any) -> Floats:
        """The log-likelihood of every row."""
        check_is_fitted(self)
        X = validate_data(self, X, reset=False, dtype=np.float64, ensure_all_finite="allow-nan")
        return self._expected(X)[1][:, 0]

    def score(self, X: Any, y: Any = None) -> float:
        """The mean log-likelihood of a row."""
        return float(self.score_samples(X).mean())

    def _posterior(self, X: Floats) -> Floats:
        return self._expected(X)[0][:, 0, :]

    def _expected(self, X: Floats) -> tuple[Floats, Floats]:
        statistics = self.layout_.statistics(self._coded(X))
        return expect(statistics, *natural(self.layout_, self.parameters_))

    def _features(self, X: Floats) -> tuple[Feature, ...]:
        kinds = (self.kinds,) * X.shape[1] if isinstance(self.kinds, str) else tuple(self.kinds)
        if len(kinds) != X.shape[1] or not set(kinds) <= set(KINDS):
            raise ValueError(f"kinds are {' or '.join(KINDS)}, one for all or one per column")
        return tuple(
            _category(j, column) if kind == "categorical" else _number(j, column)
            for j, (kind, column) in enumerate(zip(kinds, X.T, strict=True))
        )

    def _coded(self, X: Floats) -> Floats:
        coded = X.copy()
        for j, feature in enumerate(self.features_):
            if feature.free:
                unseen = ~np.isin(X[:, j], np.arange(feature.width))
                coded[unseen, j] = np.nan
            else:
                coded[:, j] = (X[:, j] - feature.low) / (feature.high - feature.low)
        return coded


class KMeansSegments(ClusterMixin, BaseEstimator):
    """K-means from many starts, refined by exchanges; NaN is a missing answer and left out.

    Learns `labels_`, `cluster_centers_`, `inertia_` and `starts_at_best_`. Method: Lloyd from
    k-means++ seeds, then Hartigan and Wong (1979).
    """

    def __init__(self, n_segments: int = 3, *, n_init: int = 200, random_state: int = 0) -> None:
        self.n_segments = n_segments
        self.n_init = n_init
        self.random_state = random_state

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.allow_nan = True
        return tags

    def fit(self, X: Any, y: Any = None, sample_weight: Any = None) -> Self:
        """Fit to (people, columns); ValueError for fewer people than segments."""
        X = validate_data(self, X, dtype=np.float64, ensure_all_finite="allow-nan")
        weights = _check_sample_weight(sample_weight, X, dtype=np.float64, ensure_non_negative=True)
        if len(X) < self.n_segments:
            raise ValueError(f"n_samples={len(X)} should be >= n_segments={self.n_segments}")
        rng = np.random.default_rng(self.random_state)
        rows, inverse = distinct(X[weights > 0])
        mass = np.bincount(inverse, weights[weights > 0]).astype(float)
        found = Points(rows).thorough(mass, self.n_segments, self.n_init, rng)
        self.cluster_centers_ = found.centres.astype(np.float64)
        self.labels_ = Points(X).nearest(self.cluster_centers_)
        self.inertia_ = found.within_ss
        self.starts_at_best_ = found.starts_at_best
        return self

    def predict(self, X: Any) -> Ints:
        """The nearest centre of every row."""
        check_is_fitted(self)
        X = validate_data(self, X, reset=False, dtype=np.float64, ensure_all_finite="allow-nan")
        return Points(X).nearest(self.cluster_centers_)


def _category(j: int, column: Floats) -> Feature:
    known = column[~np.isnan(column)]
    if len(known) and (known.min() < 0 or (known != np.round(known)).any()):
        raise ValueError(f"column {j} is categorical: whole numbers from 0 are needed")
    levels = tuple(str(i) for i in range(int(known.max(initial=1)) + 1))
    return Feature(item=QuestionKey(str(j)), kind=FeatureKind.NOMINAL, levels=levels)


def _number(j: int, column: Floats) -> Feature:
    """Numbers as they are, over their range; nothing is drawn in."""
    known = column[~np.isnan(column)]
    low, high = (float(known.min()), float(known.max())) if len(known) else (0.0, 1.0)
    return Feature(
        item=QuestionKey(str(j)),
        kind=FeatureKind.NUMERIC,
        low=low,
        high=high if high > low else low + 1.0,
        free=False,
    )
