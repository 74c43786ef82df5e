"""K-means in batches of starts, missing answers left out: second opinion and measure of stability.

The columns are coded by Gower's ranges, so that every question counts equally: yes/no as 0 and 1,
scales and numbers over their range as 0..1, an unordered choice as indicators over the square root
of two. Method: Lloyd's iterations from k-means++ seeds (Arthur and Vassilvitskii 2007); distances
over answered columns as in k-POD (Chi, Chi and Baraniuk 2016).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from segmentation.coding import Floats, Ints
from segmentation.model import Feature, FeatureKind

SHORT_ITERATIONS = 6
LONG_ITERATIONS = 200
POLISHED_SHARE = 4  # one start in so many is climbed to the end
CELLS_MAX = 2_000_000  # rows x starts x classes worked on at once
EXCHANGES_MAX = 1_000
EXCHANGE_MIN = 1e-9
EXCHANGE_CELLS = 2e9  # rows x classes x coordinates that exchanges may look at
REFINED = 20  # of the best starts of a thorough fit
SAME_OPTIMUM = 1e-4  # within-SS closer than this share is one optimum


def coordinates(features: Sequence[Feature], values: Floats) -> Floats:
    """Rows as points, NaN where nothing was answered: (n, coordinates)."""
    columns: list[Floats] = []
    for feature, column in zip(features, values.T, strict=True):
        weight = np.sqrt(feature.weight)
        if feature.kind is FeatureKind.NOMINAL:
            known = np.where(np.isnan(column), np.nan, 0.0)
            for level in range(feature.width):
                columns.append((known + (column == level)) * weight / np.sqrt(2))
        elif feature.kind is FeatureKind.ORDINAL:
            columns.append(column / (feature.width - 1) * weight)
        else:
            columns.append(column * weight)
    return np.column_stack(columns)


@dataclass(frozen=True, slots=True)
class Partition:
    """The best of many starts: centres (k, coordinates), one label per row, sum of squares."""

    centres: Floats
    labels: Ints
    within_ss: float
    starts: int
    starts_at_best: int


class Points:
    """Points prepared for many k-means fits, each with weights of its own."""

    def __init__(self, coordinates: Floats) -> None:
        self.mask = np.isnan(coordinates)
        self.whole = not bool(self.mask.any())
        self.x = np.where(self.mask, 0.0, coordinates).astype(np.float32)
        self.known = (~self.mask).astype(np.float32)
        self.square = (self.x.astype(np.float64) ** 2).sum(axis=1)

    def distances(self, centres: Floats) -> Floats:
        """Squared distances less the point's own square: (n, starts, k); nearest is least."""
        starts, k, columns = centres.shape
        flat = centres.reshape(starts * k, columns).astype(np.float32, copy=False)
        if self.whole:
            far = (flat**2).sum(axis=1) - 2 * (self.x @ flat.T)
        else:
            far = self.known @ (flat**2).T - 2 * (self.x @ flat.T)
        shaped: Floats = far.reshape(len(self.x), starts, k)
        return shaped

    def nearest(self, centres: Floats) -> Ints:
        """The label of every row under one set of centres (k, coordinates)."""
        labels: Ints = self.distances(centres[None])[:, 0, :].argmin(axis=1)
        return labels

    def refined(self, partition: Partition, weights: Floats) -> Partition:
        """Move single rows as long as that lowers the sum of squares (Hartigan and Wong 1979).

        Exact where every answer is there; rows with missing answers stay where they are.
        """
        x = self.x.astype(np.float64)
        k, labels = len(partition.centres), partition.labels.copy()
        fixed = self.mask.any(axis=1)
        weights = weights.astype(np.float64)
        allowed = EXCHANGE_CELLS / (REFINED * x.size * k)
        for _ in range(1 + min(EXCHANGES_MAX, int(allowed))):
            member = (labels[:, None] == np.arange(k)) * weights[:, None]
            mass = member.sum(axis=0)
            centres = member.T @ x / np.maximum(mass, 1e-12)[:, None]
            far = ((x[:, None, :] - centres) ** 2).sum(axis=2)
            own = np.take_along_axis(far, labels[:, None], axis=1)[:, 0]
            left = mass[labels] - weights
            gain = own * mass[labels] / np.where(left > 0, left, np.inf)
            cost = far * mass / (mass + weights[:, None])
            np.put_along_axis(cost, labels[:, None], np.inf, axis=1)
            saved = (gain - cost.min(axis=1)) * weights * ~fixed
            row = int(saved.argmax())
            if saved[row] <= EXCHANGE_MIN or left[row] <= 0:
                break
            labels[row] = cost[row].argmin()
        if self.whole:
            squares = float(own @ weights)
            return replace(partition, centres=centres, labels=labels, within_ss=squares)
        return partition

    def _seeds(self, weights: Floats, k: int, rng: np.random.Generator) -> Floats:
        """k-means++ seeds for every start; `weights` are (n, starts)."""
        starts = weights.shape[1]
        centres = np.empty((starts, k, self.x.shape[1]), dtype=np.float32)
        chance = weights.astype(np.float64)
        least = np.full(weights.shape, np.inf)
        for c in range(k):
            cumulated = np.cumsum(chance, axis=0)
            drawn = rng.random(starts) * cumulated[-1]
            rows = (cumulated <= drawn).sum(axis=0).clip(max=len(self.x) - 1)
            centres[:, c] = self.x[rows]
            far = self.distances(centres[:, c : c + 1])[:, :, 0] + self.square[:, None]
            least = np.minimum(least, np.maximum(far, 0.0))
            chance = least * weights
            chance[:, chance.sum(axis=0) <= 0] = weights[:, chance.sum(axis=0) <= 0]
        return centres

    def _step(self, centres: Floats, weights: Floats) -> tuple[Floats, Floats, Ints]:
        """One Lloyd step: new centres, the old ones' sums of squares, labels (n, starts)."""
        starts, k, columns = centres.shape
        labels, nearest = _nearest(self.distances(centres))
        squares = ((nearest + self.square[:, None]) * weights).sum(axis=0, dtype=np.float64)
        members = (labels[:, :, None] == np.arange(k, dtype=np.int8)).astype(np.float32)
        members *= weights[:, :, None]
        flat = members.reshape(len(self.x), starts * k).T
        sums = (flat @ self.x).reshape(starts, k, columns)
        if self.whole:
            mass = flat.sum(axis=1).reshape(starts, k, 1)
        else:
            mass = (flat @ self.known).reshape(starts, k, columns)
        moved = np.where(mass > 0, sums / np.maximum(mass, 1e-12), centres)
        return moved, squares, labels

    def _climb(self, centres: Floats, weights: Floats, iterations: int) -> tuple[Floats, Floats]:
        """Iterate every start until its sum of squares rests; finished starts step aside."""
        centres = centres.copy()
        reached = np.full(len(centres), np.inf)
        running = np.arange(len(centres))
        for _ in range(iterations):
            moved, squares, _ = self._step(centres[running], weights[:, running])
            centres[running] = moved
            going = squares < reached[running] * (1 - 1e-7)
            reached[running] = squares
            running = running[going]
            if not len(running):
                break
        return centres, reached

    def fit(self, weights: Floats, k: int, starts: int, rng: np.random.Generator) -> Partition:
        """The best partition into k for people with these weights (n,)."""
        return self.fit_many(weights[:, None], k, starts, rng)[0]

    def thorough(self, weights: Floats, k: int, starts: int, rng: np.random.Generator) -> Partition:
        """Like `fit`, the best of the starts refined by exchanges: what is shown to people."""
        repeated = np.repeat(weights.astype(np.float32)[:, None], starts, axis=1)
        at_once = max(1, CELLS_MAX // (len(self.x) * k))
        parts = [
            self._climb(self._seeds(some, k, rng), some, SHORT_ITERATIONS)
            for some in np.split(repeated, range(at_once, starts, at_once), axis=1)
        ]
        centres = np.concatenate([part[0] for part in parts])
        best = np.argsort(np.concatenate([part[1] for part in parts]), kind="stable")[:REFINED]
        centres, squares = self._climb(centres[best], repeated[:, best], LONG_ITERATIONS)
        found = [
            self.refined(Partition(c, self.nearest(c), float(s), starts, 1), weights)
            for c, s in zip(centres, squares, strict=True)
        ]
        top = min(found, key=lambda partition: partition.within_ss)
        hits = sum(f.within_ss <= top.within_ss * (1 + SAME_OPTIMUM) for f in found)
        return replace(top, starts_at_best=hits)

    def fit_many(
        self, weights: Floats, k: int, starts: int, rng: np.random.Generator
    ) -> list[Partition]:
        """The best partition for each column of `weights` (n, samples)."""
        weights = weights.astype(np.float32)
        samples = weights.shape[1]
        at_once = max(1, CELLS_MAX // (len(self.x) * k * starts))
        found: list[Partition] = []
        for first in range(0, samples, at_once):
            some = weights[:, first : first + at_once]
            found += self._fit_some(some, k, starts, rng)
        return found

    def _fit_some(
        self, weights: Floats, k: int, starts: int, rng: np.random.Generator
    ) -> list[Partition]:
        samples = weights.shape[1]
        repeated = np.repeat(weights, starts, axis=1)
        centres, squares = self._climb(self._seeds(repeated, k, rng), repeated, SHORT_ITERATIONS)
        kept = max(1, starts // POLISHED_SHARE)
        order = np.argsort(squares.reshape(samples, starts), axis=1, kind="stable")[:, :kept]
        best = (order + np.arange(samples)[:, None] * starts).ravel()
        centres, squares = self._climb(centres[best], repeated[:, best], LONG_ITERATIONS)
        by_sample = squares.reshape(samples, kept)
        found = []
        for s, row in enumerate(by_sample):
            top = int(row.argmin())
            labels = self.nearest(centres[s * kept + top])
            hits = int((row <= row[top] * (1 + SAME_OPTIMUM)).sum())
            found.append(Partition(centres[s * kept + top], labels, float(row[top]), starts, hits))
        return found


def _nearest(far: Floats) -> tuple[Ints, Floats]:
    """The nearest centre and how far it is; numpy reduces a short last axis far more slowly."""
    nearest = far[:, :, 0].copy()
    labels = np.zeros(nearest.shape, dtype=np.int8)
    for c in range(1, far.shape[2]):
        nearer = far[:, :, c] < nearest
        labels[nearer] = c
        np.copyto(nearest, far[:, :, c], where=nearer)
    return labels, nearest
