"""How alike the partitions of two samples of the same people are, and what permuting leaves of it.

The procedure: bootstrap samples, each fitted with many starts; each fit labels everybody; adjusted
Rand index (Hubert and Arabie 1985) between every two of the samples, and for each segment the mean
of its best Jaccard overlap with a segment of each sample (Hennig 2007).
"""

from dataclasses import dataclass

import numpy as np

from segmentation.coding import Floats, Ints
from segmentation.mixture.climbing import MixtureData
from segmentation.mixture.steps import expect, natural
from segmentation.partition.points import Points

STARTS = 20  # fewer let local optima pass for instability
SAMPLES_MIN = 7


@dataclass(frozen=True, slots=True)
class Stability:
    """Median and quartiles of the adjusted Rand index; one Jaccard mean per reference segment."""

    median: float
    low: float
    high: float
    jaccard: tuple[float, ...]


def samples_for(pairs: int) -> int:
    """How many samples have at least so many pairs between them."""
    return max(SAMPLES_MIN, int(np.ceil((1 + np.sqrt(1 + 8 * pairs)) / 2)))


def resampled(counts: Floats, samples: int, rng: np.random.Generator) -> Floats:
    """Bootstrap weights of the distinct rows: (rows, samples)."""
    people = round(float(counts.sum()))
    drawn: Floats = rng.multinomial(people, counts / counts.sum(), size=samples).T.astype(float)
    return drawn


def stability(
    points: Points,
    counts: Floats,
    k: int,
    *,
    samples: int,
    rng: np.random.Generator,
    reference: Ints | None = None,
) -> Stability:
    """Stability of k-means with k segments over the distinct rows with their counts."""
    fits = points.fit_many(resampled(counts, samples, rng), k, STARTS, rng)
    labels = np.stack([fit.labels for fit in fits], axis=1)
    return compared(labels, counts, k, reference)


def mixture_stability(
    data: MixtureData, k: int, samples: int, rng: np.random.Generator, reference: Ints
) -> Stability:
    """Stability of the mixture with k classes over the distinct rows."""
    found = []
    for weights in resampled(data.counts, samples, rng).T:
        fit = data.reweighted(weights).fit(k, STARTS, rng, fine=False)
        posterior, _ = expect(data.statistics, *natural(data.layout, fit.parameters))
        found.append(posterior[:, 0, :].argmax(axis=1))
    return compared(np.stack(found, axis=1), data.counts, k, reference)


def compared(labels: Ints, counts: Floats, k: int, reference: Ints | None) -> Stability:
    """Compare the labellings (rows, samples) with each other and with the reference."""
    samples = labels.shape[1]
    member = (labels[:, :, None] == np.arange(k)).astype(float).reshape(len(labels), samples * k)
    tables = (member.T @ (member * counts[:, None])).reshape(samples, k, samples, k)
    first, second = np.triu_indices(samples, 1)
    indices = adjusted_rand(tables[first, :, second, :])
    low, middle, high = (float(q) for q in np.quantile(indices, [0.25, 0.5, 0.75]))
    return Stability(middle, low, high, _jaccard(member, counts, k, reference))


def adjusted_rand(tables: Floats) -> Floats:
    """The index of every contingency table (..., k, k)."""

    def pairs(numbers: Floats) -> Floats:
        return numbers * (numbers - 1) / 2

    together = pairs(tables).sum(axis=(-1, -2))
    rows = pairs(tables.sum(axis=-1)).sum(axis=-1)
    columns = pairs(tables.sum(axis=-2)).sum(axis=-1)
    chance = rows * columns / np.maximum(pairs(tables.sum(axis=(-1, -2))), 1.0)
    most = (rows + columns) / 2
    level: Floats = np.where(
        most - chance > 1e-9, (together - chance) / np.maximum(most - chance, 1e-9), 1.0
    )
    return level


def _jaccard(member: Floats, counts: Floats, k: int, reference: Ints | None) -> tuple[float, ...]:
    if reference is None:
        return ()
    segments = (reference[:, None] == np.arange(k)).astype(float)
    both = segments.T @ (member * counts[:, None])
    sizes = counts @ segments
    either = sizes[:, None] + (counts @ member)[None, :] - both
    overlap = (both / np.maximum(either, 1e-9)).reshape(len(sizes), -1, k).max(axis=2)
    return tuple(float(mean) for mean in overlap.mean(axis=1))
