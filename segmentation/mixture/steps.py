"""A latent class mixture for mixed data: the two steps of EM, many starts at once.

Every distribution used is an exponential family, so that a row becomes its sufficient statistics
(a one-hot code per discrete column; mask, x and x squared per number; zeros where nothing was
answered) and both steps are matrix products. Missing answers so drop out of the likelihood.
Method: McLachlan and Peel (2000); Linzer and Lewis (2011) for latent classes with missing answers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from segmentation.coding import Floats, Ints
from segmentation.model import Feature, FeatureKind

CHUNK_ROWS = 50_000  # scored at once
PRIOR_PEOPLE = 1.0  # pseudo-people at the overall margins, per class: starts and placing
NO_PRIOR = 1e-8
VARIANCE_MIN = 1e-3  # of a number on 0..1; less would let one class sit on one value
STEP_DEVIATION_MIN = 0.5  # of a scale answer, in steps: nobody rates more exactly


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each feature's sufficient statistics stand: free ones first, then the numbers."""

    features: tuple[Feature, ...]
    free: tuple[int, ...]
    normal: tuple[int, ...]
    offsets: Ints  # first column of each free feature
    widths: Ints

    @classmethod
    def of(cls, features: Sequence[Feature]) -> "Layout":
        """The layout for these features."""
        free = tuple(j for j, f in enumerate(features) if f.free)
        normal = tuple(j for j, f in enumerate(features) if not f.free)
        widths = np.array([features[j].width for j in free], dtype=int)
        offsets = np.concatenate([[0], np.cumsum(widths)])[: len(free)].astype(int)
        return cls(tuple(features), free, normal, offsets, widths)

    @property
    def cells(self) -> int:
        """How many one-hot columns there are."""
        return int(self.widths.sum())

    def statistics(self, values: Floats, dtype: Any = np.float64) -> Floats:
        """Sufficient statistics of every row: (n, cells + 3 x numbers)."""
        numbers = len(self.normal)
        made = np.zeros((len(values), self.cells + 3 * numbers), dtype=dtype)
        for j, offset in zip(self.free, self.offsets, strict=True):
            known = np.flatnonzero(~np.isnan(values[:, j]))
            made[known, offset + values[known, j].astype(int)] = 1.0
        for g, j in enumerate(self.normal):
            feature = self.features[j]
            steps = _steps(feature)
            known = ~np.isnan(values[:, j])
            x = np.where(known, values[:, j], 0.0) / steps
            made[:, self.cells + g] = known
            made[:, self.cells + numbers + g] = x
            made[:, self.cells + 2 * numbers + g] = x * x
        return made

    @property
    def variances_min(self) -> Floats:
        """The least variance within a class, for every number."""
        return np.array(
            [
                max(VARIANCE_MIN, (STEP_DEVIATION_MIN / _steps(self.features[j])) ** 2)
                if self.features[j].kind is FeatureKind.ORDINAL
                else VARIANCE_MIN
                for j in self.normal
            ]
        )

    def weights(self, plain: bool) -> tuple[Floats, Floats]:
        """The question weight of every one-hot column and of every number."""
        if plain:
            return np.ones(self.cells), np.ones(len(self.normal))
        free = np.array([self.features[j].weight for j in self.free])
        normal = np.array([self.features[j].weight for j in self.normal])
        return np.repeat(free, self.widths), normal


def _steps(feature: Feature) -> int:
    return feature.width - 1 if feature.kind is FeatureKind.ORDINAL else 1


@dataclass(frozen=True, slots=True)
class Parameters:
    """Parameters of several starts at once: the first axis is the start, the second the class."""

    shares: Floats  # (starts, k)
    probabilities: Floats  # (starts, k, cells)
    means: Floats  # (starts, k, numbers)
    variances: Floats  # (starts, numbers)

    def take(self, starts: Any) -> "Parameters":
        """Some of the starts."""
        return Parameters(
            self.shares[starts],
            self.probabilities[starts],
            self.means[starts],
            self.variances[starts],
        )

    def copied(self) -> "Parameters":
        """A copy to write into."""
        return Parameters(
            self.shares.copy(),
            self.probabilities.copy(),
            self.means.copy(),
            self.variances.copy(),
        )

    def put(self, starts: Ints, stepped: "Parameters") -> None:
        """Replace some of the starts, in place."""
        self.shares[starts] = stepped.shares
        self.probabilities[starts] = stepped.probabilities
        self.means[starts] = stepped.means
        self.variances[starts] = stepped.variances

    @classmethod
    def joined(cls, parts: Sequence["Parameters"]) -> "Parameters":
        """All the starts of all parts."""
        return cls(
            np.concatenate([p.shares for p in parts]),
            np.concatenate([p.probabilities for p in parts]),
            np.concatenate([p.means for p in parts]),
            np.concatenate([p.variances for p in parts]),
        )


def natural(layout: Layout, parameters: Parameters, plain: bool = False) -> tuple[Floats, Floats]:
    """Parameters as coefficients of the statistics: (starts, k, columns) and log shares."""
    cell_weights, number_weights = layout.weights(plain)
    means, variances = parameters.means, parameters.variances[:, None, :]
    coefficients = np.concatenate(
        [
            np.log(parameters.probabilities) * cell_weights,
            -0.5 * (np.log(2 * np.pi * variances) + means**2 / variances) * number_weights,
            means / variances * number_weights,
            np.broadcast_to(-0.5 / variances, means.shape) * number_weights,
        ],
        axis=2,
    )
    return coefficients, np.log(parameters.shares)


def expect(statistics: Floats, coefficients: Floats, log_shares: Floats) -> tuple[Floats, Floats]:
    """Posterior (n, starts, k) and log-likelihood (n, starts) of every row."""
    starts, k, columns = coefficients.shape
    flat = coefficients.reshape(starts * k, columns).astype(statistics.dtype, copy=False)
    joint = (statistics @ flat.T).reshape(len(statistics), starts, k)
    joint += log_shares.astype(statistics.dtype, copy=False)
    top = joint[:, :, 0].copy()
    for c in range(1, k):  # numpy reduces a short last axis many times more slowly
        np.maximum(top, joint[:, :, c], out=top)
    joint -= top[:, :, None]
    np.exp(joint, out=joint)
    total = joint[:, :, 0].copy()
    for c in range(1, k):
        total += joint[:, :, c]
    joint /= total[:, :, None]
    return joint, np.log(total) + top


def maximise(
    layout: Layout, statistics: Floats, posterior: Floats, margins: Parameters, prior: float
) -> Parameters:
    """Parameters from posteriors that carry the people's weights, with `prior` pseudo-people."""
    n, starts, k = posterior.shape
    sums = (posterior.reshape(n, starts * k).T @ statistics).astype(np.float64)
    sums = sums.reshape(starts, k, -1)
    numbers, cells = len(layout.normal), layout.cells
    shares = posterior.sum(axis=0, dtype=np.float64) + NO_PRIOR
    shares /= shares.sum(axis=1, keepdims=True)
    probabilities = sums[:, :, :cells] + prior * margins.probabilities
    if cells:
        totals = np.add.reduceat(probabilities, layout.offsets, axis=2)
        probabilities = probabilities / np.repeat(totals, layout.widths, axis=2)
        probabilities = np.maximum(probabilities, 1e-12)
    mass = sums[:, :, cells : cells + numbers] + prior
    first = sums[:, :, cells + numbers : cells + 2 * numbers] + prior * margins.means
    second = sums[:, :, cells + 2 * numbers :]
    second = second + prior * (margins.variances[:, None] + margins.means**2)
    means = first / mass
    within = (second - means * first).sum(axis=1) / mass.sum(axis=1)
    return Parameters(shares, probabilities, means, np.maximum(within, layout.variances_min))


def log_likelihood(layout: Layout, parameters: Parameters, values: Floats) -> float:
    """The plain log-likelihood of one start over coded rows, in chunks."""
    coefficients, log_shares = natural(layout, parameters, plain=True)
    total = 0.0
    for first in range(0, len(values), CHUNK_ROWS):
        statistics = layout.statistics(values[first : first + CHUNK_ROWS])
        total += float(expect(statistics, coefficients, log_shares)[1].sum())
    return total
