"""Answers without segments, drawn to look like the real ones: what chance alone would find.

A: every column permuted by itself. B, the level null: permuted within tenths of the level, so that
only how much a person ticks or how high they rate survives. C, one population: a Gaussian copula
with the same margins and the same correlations, people along a continuum. The latent correlations
are found through Hermite series (the NORTA problem of Cario and Nelson 1997), which for yes/no
answers gives the tetrachoric ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import eval_hermitenorm, gammaln, ndtri

from segmentation.coding import Floats, Ints
from segmentation.model import Feature, FeatureKind
from segmentation.partition.points import coordinates

LEVELS = 10  # tenths of the level
TERMS = 60  # of the Hermite series
CORRELATION_MAX = 0.98
BISECTIONS = 40
STRENGTH_MIN = 1e-6  # of an eigenvalue: correlations are made positive definite


def level(features: Sequence[Feature], values: Floats) -> Floats:
    """How much each person ticks or how high they rate: the mean over their ordered answers, 0..1.

    Each question counts by its weight; people without ordered answers have NaN.
    """
    ordered = [j for j, f in enumerate(features) if f.kind is not FeatureKind.NOMINAL]
    if not ordered:
        return np.full(len(values), np.nan)
    scale = np.array([_steps(features[j]) for j in ordered])
    weights = np.array([features[j].weight for j in ordered])
    positions = values[:, ordered] / scale
    known = ~np.isnan(positions)
    total = known @ weights
    heights: Floats = np.where(known, positions, 0.0) @ weights / np.where(total > 0, total, np.nan)
    return heights


def permuted(values: Floats, rng: np.random.Generator, strata: Ints | None = None) -> Floats:
    """Null A, or with `strata` null B: answered cells exchanged within columns (and strata)."""
    drawn = values.copy()
    within = np.zeros(len(values), dtype=int) if strata is None else strata
    for stratum in np.unique(within):
        rows = np.flatnonzero(within == stratum)
        for j in range(values.shape[1]):
            known = rows[~np.isnan(values[rows, j])]
            drawn[known, j] = rng.permutation(values[known, j])
    return drawn


def tenths(heights: Floats) -> Ints:
    """The tenth of the level that each person falls in; people without a level stand apart."""
    ranks = np.full(len(heights), -1, dtype=int)
    known = np.flatnonzero(~np.isnan(heights))
    order = known[np.argsort(heights[known], kind="stable")]
    ranks[order] = np.arange(len(order)) * LEVELS // max(len(order), 1)
    return ranks


@dataclass(frozen=True, slots=True)
class OnePopulation:
    """Null C: the population without segments that looks most like given answers.

    `margins` are the sorted answers to each column, `orders` the levels of each unordered column
    in the order in which they go with the other answers, `root` a root of the latent correlations.
    """

    margins: tuple[Floats, ...]
    orders: tuple[Ints | None, ...]
    root: Floats

    @classmethod
    def like(cls, features: Sequence[Feature], values: Floats) -> "OnePopulation":
        """Fit margins and latent correlations; pairs of columns over those who answered both."""
        orders = _orders(features, values)
        ranked = values.copy()
        for j, order in enumerate(orders):
            if order is not None:
                known = ~np.isnan(values[:, j])
                ranked[known, j] = np.argsort(order)[values[known, j].astype(int)]
        margins = tuple(np.sort(column[~np.isnan(column)]) for column in ranked.T)
        series = np.stack([_hermite(margin) for margin in margins])
        latent = _latent(_correlations(ranked), series)
        strengths, vectors = np.linalg.eigh(latent)
        root = vectors * np.sqrt(np.maximum(strengths, STRENGTH_MIN))
        root /= np.linalg.norm(root, axis=1, keepdims=True)
        return cls(margins, orders, root)

    def draw(self, values: Floats, rng: np.random.Generator) -> Floats:
        """As many people as `values`, with answers missing in the same cells.

        Draws have the very margins and latent correlations of the fit: left to chance these would
        differ from draw to draw, and hide how much tighter the real answers are.
        """
        normal = _uncorrelated(rng.standard_normal((len(values), len(self.root)))) @ self.root.T
        drawn = np.full(values.shape, np.nan)
        for j, (margin, order) in enumerate(zip(self.margins, self.orders, strict=True)):
            known = np.flatnonzero(~np.isnan(values[:, j]))
            ranked = known[np.argsort(normal[known, j], kind="stable")]
            drawn[ranked, j] = margin if order is None else order[margin.astype(int)]
        return drawn


def _uncorrelated(normal: Floats) -> Floats:
    """The same draws with a sample covariance of exactly one and zero, where people suffice."""
    people, columns = normal.shape
    if people <= columns + 1:
        return normal
    centred = normal - normal.mean(axis=0)
    triangle = np.linalg.cholesky(centred.T @ centred / people)
    white: Floats = np.linalg.solve(triangle, centred.T).T
    return white


def _steps(feature: Feature) -> float:
    return float(feature.width - 1) if feature.kind is not FeatureKind.NUMERIC else 1.0


def _orders(features: Sequence[Feature], values: Floats) -> tuple[Ints | None, ...]:
    """Order unordered options along the first principal component of all the answers."""
    if all(feature.kind is not FeatureKind.NOMINAL for feature in features):
        return (None,) * len(features)
    points = coordinates(features, values)
    points = np.nan_to_num(points - np.nanmean(points, axis=0))
    _, vectors = np.linalg.eigh(points.T @ points)
    score = points @ vectors[:, -1]
    orders: list[Ints | None] = []
    for feature, column in zip(features, values.T, strict=True):
        if feature.kind is not FeatureKind.NOMINAL:
            orders.append(None)
            continue
        means = [
            score[column == v].mean() if (column == v).any() else 0.0 for v in range(feature.width)
        ]
        orders.append(np.argsort(means, kind="stable"))
    return tuple(orders)


def _correlations(values: Floats) -> Floats:
    """Pearson correlations of every two columns over the people who answered both."""
    known = (~np.isnan(values)).astype(float)
    centred = np.nan_to_num(values - np.nanmean(values, axis=0))
    together = np.maximum(known.T @ known, 1.0)
    means = centred.T @ known / together
    spread = (centred**2).T @ known / together - means**2
    covariance = centred.T @ centred / together - means * means.T
    correlations: Floats = covariance / np.sqrt(np.maximum(spread * spread.T, 1e-12))
    return correlations


def _hermite(margin: Floats) -> Floats:
    """Coefficients of the standardised quantile function in normalised Hermite polynomials."""
    steps, counts = np.unique(margin, return_counts=True)
    cuts = ndtri(np.cumsum(counts)[:-1] / len(margin))
    jumps = np.diff(steps) / margin.std()
    orders = np.arange(1, TERMS + 1)
    density = np.exp(-0.5 * cuts**2) / np.sqrt(2 * np.pi)
    terms = eval_hermitenorm(orders[:, None] - 1, cuts[None, :]) * density * jumps
    series: Floats = terms.sum(axis=1) * np.exp(-0.5 * gammaln(orders + 1))
    return series


def _latent(correlations: Floats, series: Floats) -> Floats:
    """The correlations of normal variables that turn into the given ones on the margins."""
    first, second = np.triu_indices(len(series), 1)
    products = (series[first] * series[second]).T.copy()
    wanted = correlations[first, second]
    low = np.full(len(wanted), -CORRELATION_MAX)
    high = -low
    for _ in range(BISECTIONS):
        middle = (low + high) / 2
        reached = np.zeros(len(wanted))
        for term in products[::-1]:  # Horner's rule: powers would take most of the time
            reached += term
            reached *= middle
        short = reached < wanted
        low, high = np.where(short, middle, low), np.where(short, high, middle)
    latent = np.eye(len(series))
    latent[first, second] = latent[second, first] = (low + high) / 2
    return latent
