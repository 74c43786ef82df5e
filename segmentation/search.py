"""The search for a number of segments: one solution per number, what speaks for it, the choice."""

from dataclasses import dataclass

import numpy as np

from segmentation.coding import Coded, Floats, Ints
from segmentation.evidence import PEOPLE_MAX, Witness
from segmentation.mixture import (
    PRIOR_PEOPLE,
    Fit,
    MixtureData,
    Parameters,
    expect,
    maximise,
    natural,
)
from segmentation.partition import Points, coordinates
from segmentation.run import Evidence, Verdict
from segmentation.values import (
    EXPLORATORY_BELOW,
    EXPLORATORY_SEGMENTS_MAX,
    Method,
    Recipe,
)

FIT_PEOPLE_MAX = 20_000  # models are fitted on so many at most; everybody is scored
SCAN_TOLERANCE = 1e-3  # of the log-likelihood, while numbers of segments are compared
FINAL_TOLERANCE = 1e-7
FIRM_JACCARD = 0.6  # below it a segment is doubtful (Hennig 2007)
NOT_TRIED_AFTER = 2  # numbers in a row that leave a segment under the floor

RANK = (
    Verdict.NATURAL,
    Verdict.REPRODUCIBLE,
    Verdict.CONSTRUCTIVE,
    Verdict.LEVEL_ONLY,
)


@dataclass(frozen=True, slots=True)
class Solution:
    """One number of segments: smoothed parameters, largest class first, and the evidence."""

    parameters: Parameters
    evidence: Evidence


class Search:
    """Fits and weighs numbers of segments over people who all answered something."""

    def __init__(self, coded: Coded, recipe: Recipe) -> None:
        self.recipe = recipe
        self.people = len(coded.values)
        self.rows = _sample(coded.values, FIT_PEOPLE_MAX, recipe.seed)
        self.sample = coded.take(self.rows)
        self.data = MixtureData(self.sample)
        self.heard = _sample(self.sample.values, PEOPLE_MAX, recipe.seed)
        self.witness = Witness(
            self.sample.take(self.heard), recipe.pairs, np.random.default_rng([recipe.seed, 0])
        )

    def run(self) -> tuple[tuple[Evidence, ...], Solution | None]:
        """The evidence for every number tried, and the solution chosen, if any."""
        if self.recipe.segments is not None:
            alone = self.solution(1, FINAL_TOLERANCE)
            fixed = self.weighed(self.solution(self.recipe.segments, FINAL_TOLERANCE))
            return (alone.evidence, fixed.evidence), fixed
        solutions = self._scan()
        best = chosen([s.evidence for s in solutions])
        if best is None:
            return tuple(s.evidence for s in solutions), None
        return tuple(s.evidence for s in solutions), solutions[best]

    def _scan(self) -> list[Solution]:
        few = self.people < EXPLORATORY_BELOW
        most = min(self.recipe.segments_max, EXPLORATORY_SEGMENTS_MAX if few else 99)
        solutions, too_small = [self.solution(1, SCAN_TOLERANCE)], 0
        for k in range(2, most + 1):
            solution = self.solution(k, SCAN_TOLERANCE)
            if solution.evidence.smallest < self._floor():
                too_small += 1
            else:
                too_small, solution = 0, self.weighed(solution)
            solutions.append(solution)
            if too_small == NOT_TRIED_AFTER:
                break
        return solutions

    def _floor(self) -> float:
        """The floor in people of the sample."""
        return self.recipe.floor(self.people) * len(self.rows) / self.people

    def solution(self, k: int, tolerance: float) -> Solution:
        """The best of many starts with k segments."""
        rng = np.random.default_rng([self.recipe.seed, k])
        if self.recipe.method is Method.KMEANS and k > 1:
            fit = self._partition(k, rng)
        else:
            fit = self.data.fit(k, self.recipe.starts, rng, tolerance)
        smooth = self.data.smoothed(fit.parameters)
        labels = self._labels(smooth)
        sizes = np.bincount(labels, self.data.counts, minlength=k).astype(float)
        order = np.lexsort((-smooth.shares[0], -sizes))
        smooth = _reordered(smooth, order)
        return Solution(smooth, self._evidence(fit, k, labels, sizes[order]))

    def _partition(self, k: int, rng: np.random.Generator) -> Fit:
        points = Points(coordinates(self.sample.features, self.data.values))
        found = points.fit(self.data.weights, k, self.recipe.starts, rng)
        hard = (found.labels[:, None, None] == np.arange(k)) * self.data.weights[:, None, None]
        data = self.data
        parameters = maximise(data.layout, data.statistics, hard, data.margins, PRIOR_PEOPLE)
        objective = data.objective(parameters)
        return Fit(parameters, objective, self.recipe.starts, found.starts_at_best)

    def _labels(self, parameters: Parameters) -> Ints:
        posterior, _ = expect(self.data.statistics, *natural(self.data.layout, parameters))
        labels: Ints = posterior[:, 0, :].argmax(axis=1)
        return labels

    def _evidence(self, fit: Fit, k: int, labels: Ints, sizes: Floats) -> Evidence:
        scaled = sizes * self.people / len(self.rows)
        points = coordinates(self.sample.features, self.data.values)
        return Evidence(
            segments=k,
            log_likelihood=self.data.objective(fit.parameters, plain=True),
            bic=self.data.bic(fit.parameters),
            within_ss=within_ss(points, self.data.counts, labels),
            smallest=round(float(scaled.min())),
            sizes=tuple(round(float(size)) for size in scaled),
            starts=fit.starts,
            starts_at_best=fit.starts_at_best,
        )

    def weighed(self, solution: Solution) -> Solution:
        """The solution with stability, nulls and verdict in its evidence."""
        labels = self._labels(solution.parameters)[self.data.inverse][self.heard]
        return Solution(solution.parameters, self.witness.heard(solution.evidence, labels))


def chosen(evidence: list[Evidence]) -> int | None:
    """Which number to show: the best verdict, and within it the BIC of those that hold together.

    Where no number has all its segments found again in other samples, the stablest is taken.
    """
    for verdict in RANK:
        found = [i for i, e in enumerate(evidence) if e.verdict is verdict]
        firm = [i for i in found if min(evidence[i].jaccard, default=0.0) >= FIRM_JACCARD]
        if firm:
            return min(firm, key=lambda i: evidence[i].bic)
        if found:
            return max(found, key=lambda i: evidence[i].stability or 0.0)
    return None


def within_ss(points: Floats, counts: Floats, labels: Ints) -> float:
    """The sum of squared distances to the means of the segments, over answered columns."""
    total = 0.0
    for segment in np.unique(labels):
        members, weights = points[labels == segment], counts[labels == segment][:, None]
        known = ~np.isnan(members)
        held = np.where(known, members, 0.0)
        mass = np.maximum((weights * known).sum(axis=0), 1e-12)
        means = (weights * held).sum(axis=0) / mass
        total += float((weights * known * (held - means) ** 2).sum())
    return total


def _sample(values: Floats, most: int, seed: int) -> Ints:
    """Rows of a sample of at most so many, whatever the order in which people stand."""
    order = np.lexsort(values.T)
    if len(order) <= most:
        return order
    picked = np.random.default_rng([seed, most]).choice(len(order), most, replace=False)
    rows: Ints = order[np.sort(picked)]
    return rows


def _reordered(parameters: Parameters, order: Ints) -> Parameters:
    return Parameters(
        parameters.shares[:, order],
        parameters.probabilities[:, order],
        parameters.means[:, order],
        parameters.variances,
    )
