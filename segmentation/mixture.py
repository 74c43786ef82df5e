"""A latent class mixture for mixed data by expectation-maximisation, many starts at a time.

Every distribution used is an exponential family, so that a row becomes its sufficient statistics
(a one-hot code per discrete column; mask, x and x squared per number; zeros where nothing was
answered) and both steps are matrix products. Missing answers so drop out of the likelihood.
Method: McLachlan and Peel (2000); Linzer and Lewis (2011) for latent classes with missing answers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from segmentation.coding import Coded, Floats, Ints
from segmentation.model import Feature, FeatureKind

SHORT_ITERATIONS = 30  # of every start, before the best are polished
POLISHED_MIN = 5
POLISH_ITERATIONS = 2_000
SEED_PEOPLE = 4  # per class, from whom a start begins
PRIOR_PEOPLE = 1.0  # pseudo-people at the overall margins, per class: starts and placing
NO_PRIOR = 1e-8
VARIANCE_MIN = 1e-3  # of a number on 0..1; less would let one class sit on one value
STEP_DEVIATION_MIN = 0.5  # of a scale answer, in steps: nobody rates more exactly
SAME_OPTIMUM = 0.01  # log-likelihoods closer than this are one optimum
CELLS_MAX = 3_000_000  # people x starts x classes worked on at once


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

    @classmethod
    def joined(cls, parts: Sequence["Parameters"]) -> "Parameters":
        """All the starts of all parts."""
        return cls(
            np.concatenate([p.shares for p in parts]),
            np.concatenate([p.probabilities for p in parts]),
            np.concatenate([p.means for p in parts]),
            np.concatenate([p.variances for p in parts]),
        )


@dataclass(frozen=True, slots=True)
class Fit:
    """The best of many starts; `objective` is the weighted log-likelihood that was climbed."""

    parameters: Parameters  # of one start
    objective: float
    starts: int
    starts_at_best: int  # among those polished


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
    top = joint.max(axis=2, keepdims=True)
    joint -= top
    np.exp(joint, out=joint)
    total = joint.sum(axis=2, keepdims=True)
    joint /= total
    return joint, (np.log(total) + top)[:, :, 0]


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


class MixtureData:
    """Rows prepared for many fits: equal rows put together, in an order of their own.

    Since rows are sorted by what they hold, fits do not depend on the order of people.
    """

    def __init__(self, coded: Coded) -> None:
        self.layout = Layout.of(coded.features)
        held = np.column_stack([np.nan_to_num(coded.values, nan=-1.0)])
        rows, self.inverse, counts = np.unique(
            held, axis=0, return_inverse=True, return_counts=True
        )
        self.inverse = self.inverse.reshape(-1)
        self.values = np.where(rows < 0, np.nan, rows)
        self.weights = np.bincount(self.inverse, coded.weights).astype(float)
        self.counts = counts.astype(float)
        self.statistics = self.layout.statistics(self.values)
        self.margins = self._margins()

    def _margins(self) -> Parameters:
        nothing = Parameters(
            np.ones((1, 1)),
            np.full((1, 1, self.layout.cells), 1e-3),
            np.full((1, 1, len(self.layout.normal)), 0.5),
            np.full((1, len(self.layout.normal)), 0.1),
        )
        everybody = self.weights[:, None, None].copy()
        return maximise(self.layout, self.statistics, everybody, nothing, NO_PRIOR)

    def starts(self, k: int, count: int, rng: np.random.Generator) -> Parameters:
        """Starts that begin from a handful of random people per class."""
        chance = self.weights / self.weights.sum()
        picked = rng.choice(len(chance), size=(SEED_PEOPLE, count, k), p=chance)
        posterior = np.zeros((len(chance), count, k))
        across, classes = np.meshgrid(np.arange(count), np.arange(k), indexing="ij")
        for people in picked:
            posterior[people, across, classes] += 1.0
        parameters = maximise(self.layout, self.statistics, posterior, self.margins, PRIOR_PEOPLE)
        even = np.full((count, k), 1.0 / k)
        wide = np.broadcast_to(self.margins.variances, parameters.variances.shape)
        return Parameters(even, parameters.probabilities, parameters.means, wide)

    def climb(
        self,
        parameters: Parameters,
        iterations: int,
        tolerance: float,
        prior: float,
        dtype: Any = np.float64,
    ) -> tuple[Parameters, Floats]:
        """Iterate until no start gains more than `tolerance`; parameters and their objectives."""
        statistics = self.statistics.astype(dtype, copy=False)
        weights = self.weights.astype(dtype)
        before = np.full(len(parameters.shares), -np.inf)
        for _ in range(iterations):
            posterior, likelihood = expect(statistics, *natural(self.layout, parameters))
            after = self.weights @ likelihood.astype(np.float64)
            if np.all(after - before < tolerance):
                break
            before = after
            posterior *= weights[:, None, None]
            parameters = maximise(self.layout, statistics, posterior, self.margins, prior)
        return parameters, before

    def fit(self, k: int, starts: int, rng: np.random.Generator, tolerance: float = 1e-7) -> Fit:
        """Many short climbs, the best of them polished without a prior."""
        if k == 1:
            return Fit(self.margins, self.objective(self.margins), 1, 1)
        at_once = max(1, CELLS_MAX // (len(self.values) * k))
        climbed, reached = [], []
        for first in range(0, starts, at_once):
            begun = self.starts(k, min(at_once, starts - first), rng)
            parameters, objective = self.climb(
                begun, SHORT_ITERATIONS, 1e-3, PRIOR_PEOPLE, np.float32
            )
            climbed.append(parameters)
            reached.append(objective)
        polished = max(POLISHED_MIN, starts // 5)
        best = np.argsort(-np.concatenate(reached), kind="stable")[:polished]
        parameters, objective = self.climb(
            Parameters.joined(climbed).take(best), POLISH_ITERATIONS, tolerance, NO_PRIOR
        )
        top = int(np.argmax(objective))
        hits = int((objective > objective[top] - SAME_OPTIMUM).sum())
        return Fit(parameters.take([top]), float(objective[top]), starts, hits)

    def objective(self, parameters: Parameters, plain: bool = False) -> float:
        """The log-likelihood of one start; plain has neither question nor person weights."""
        _, likelihood = expect(self.statistics, *natural(self.layout, parameters, plain))
        weights = self.counts if plain else self.weights
        return float(weights @ likelihood[:, 0])

    def smoothed(self, parameters: Parameters) -> Parameters:
        """One more step with a prior, so that no answer is impossible in any class."""
        posterior, _ = expect(self.statistics, *natural(self.layout, parameters))
        posterior = posterior * self.weights[:, None, None]
        return maximise(self.layout, self.statistics, posterior, self.margins, PRIOR_PEOPLE)

    def free_parameters(self, k: int) -> int:
        """How many parameters the model with k classes estimates."""
        seen = self.statistics[:, : self.layout.cells].any(axis=0)
        levels = int(seen.sum()) - len(self.layout.free)
        numbers = len(self.layout.normal)
        return (k - 1) + k * (levels + numbers) + numbers

    def bic(self, parameters: Parameters) -> float:
        """The Bayesian information criterion of the plain model."""
        k = parameters.shares.shape[1]
        penalty = self.free_parameters(k) * float(np.log(self.counts.sum()))
        return penalty - 2 * self.objective(parameters, plain=True)
