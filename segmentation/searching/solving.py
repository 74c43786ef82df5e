"""One number of segments solved: by the mixture or by k-means, and the plain numbers about it."""

from dataclasses import dataclass, replace

import numpy as np

from segmentation.coding import Coded, Floats, Ints
from segmentation.mixture.climbing import TOP_ITERATIONS, Fit, MixtureData
from segmentation.mixture.steps import (
    CHUNK_ROWS,
    NO_PRIOR,
    Parameters,
    log_likelihood,
    maximise,
)
from segmentation.model import Feature, FeatureKind, Model
from segmentation.partition.points import Points, coordinates
from segmentation.placing import likeliest, model_of
from segmentation.run import Evidence
from segmentation.values import Method, Recipe

CHEAP_CELLS = 20_000_000  # rows x columns x classes x starts that take about a second
CHEAP_TIMES = 8
PARTITION_STARTS = 4  # k-means starts for each start of a mixture: they cost that much less


@dataclass(frozen=True, slots=True)
class Solution:
    """The parameters that were climbed to, the model that places people, and the evidence."""

    parameters: Parameters
    model: Model
    evidence: Evidence


class Solver:
    """Solves one sample for any number of segments; sizes are scaled up to `answered` people.

    `people` is the number of rows that the BIC counts.
    """

    def __init__(self, coded: Coded, recipe: Recipe, answered: int, people: int) -> None:
        self.coded = coded
        self.recipe = recipe
        self.scale = answered / len(coded.values)
        self.people = round(people / self.scale)
        self.data = MixtureData(coded)

    def best(self, k: int) -> Solution:
        """The best of many starts with k segments, the largest first."""
        rng = np.random.default_rng([self.recipe.seed, k])
        if self.recipe.method is Method.KMEANS and k > 1:
            fit = self._partition(k, rng)
        else:
            fit = self.data.fit(k, self._starts(k), rng, fine=False, patient=True)
        return self._solution(fit, largest_first=True)

    def topped(self, solution: Solution) -> Solution:
        """The same solution climbed to the top over the people of this solver."""
        e = solution.evidence
        fit = Fit(solution.parameters, 0.0, e.starts, e.starts_at_best)
        if solution.model.spread is None and e.segments > 1:
            parameters, _ = self.data.climb(
                solution.parameters, TOP_ITERATIONS, left=self.data.fine
            )
            fit = replace(fit, parameters=parameters)
        found = self._solution(fit, spread=solution.model.spread)
        return self._largest_first(replace(found, evidence=_numbers_of(found.evidence, e)))

    def over_all(self, solution: Solution, coded: Coded) -> Solution:
        """The same solution with its plain numbers measured over everybody."""
        layout, k = self.data.layout, solution.evidence.segments
        fit = log_likelihood(layout, solution.parameters, coded.values)
        labels = likeliest(solution.model, coded.values)
        sizes = np.bincount(labels, minlength=k)
        people = round(self.people * self.scale)
        evidence = replace(
            solution.evidence,
            log_likelihood=fit,
            bic=self.data.free_parameters(k) * float(np.log(people)) - 2 * fit,
            within_ss=within_ss(coded.features, coded.values, labels),
            sizes=tuple(int(size) for size in sizes),
            smallest=int(sizes.min()),
        )
        return self._largest_first(replace(solution, evidence=evidence))

    def _largest_first(self, solution: Solution) -> Solution:
        """The same solution with its segments in the order of their size."""
        e = solution.evidence
        order = np.argsort(-np.array(e.sizes), kind="stable")
        if (order == np.arange(len(order))).all():
            return solution
        parameters = _reordered(solution.parameters, order)
        evidence = replace(
            e,
            sizes=tuple(e.sizes[i] for i in order),
            jaccard=tuple(e.jaccard[i] for i in order) if e.jaccard else (),
        )
        return Solution(parameters, self._model(parameters, solution.model.spread), evidence)

    def labels(self, solution: Solution) -> Ints:
        """The likeliest segment of every row of the sample."""
        return likeliest(solution.model, self.data.values)[self.data.inverse]

    def _starts(self, k: int) -> int:
        """As many starts as asked, and more where they cost next to nothing."""
        cheap = CHEAP_CELLS // (self.data.statistics.size * k)
        return max(self.recipe.starts, min(cheap, CHEAP_TIMES * self.recipe.starts))

    def _partition(self, k: int, rng: np.random.Generator) -> Fit:
        points = Points(coordinates(self.coded.features, self.data.values))
        starts = self.recipe.starts * PARTITION_STARTS
        found = points.thorough(self.data.weights, k, starts, rng)
        hard = (found.labels[:, None, None] == np.arange(k)) * self.data.weights[:, None, None]
        parameters = maximise(
            self.data.layout, self.data.statistics, hard, self.data.margins, NO_PRIOR
        )
        return Fit(parameters, -found.within_ss, starts, found.starts_at_best)

    def _solution(
        self, fit: Fit, *, largest_first: bool = False, spread: float | None = None
    ) -> Solution:
        parameters, k = fit.parameters, fit.parameters.shares.shape[1]
        by_distance = self.recipe.method is Method.KMEANS and k > 1
        if by_distance and spread is None:
            cells = int((~np.isnan(coordinates(self.coded.features, self.coded.values))).sum())
            spread = -fit.objective / max(cells, 1)
        model = self._model(parameters, spread)
        labels = likeliest(model, self.data.values)
        sizes = np.bincount(labels, self.data.counts, minlength=k).astype(float)
        if largest_first:
            order = np.lexsort((-parameters.shares[0], -sizes))
            parameters, sizes = _reordered(parameters, order), sizes[order]
            model = self._model(parameters, spread)
            labels = np.argsort(order)[labels]
        return Solution(parameters, model, self._evidence(fit, parameters, labels, sizes))

    def _model(self, parameters: Parameters, spread: float | None) -> Model:
        """The model that places people: smoothed, so that no answer is impossible."""
        shown = parameters if spread is not None else self.data.smoothed(parameters)
        segments = tuple(range(parameters.shares.shape[1]))
        return replace(model_of(self.data.layout, shown, segments), spread=spread)

    def _evidence(self, fit: Fit, parameters: Parameters, labels: Ints, sizes: Floats) -> Evidence:
        k = len(sizes)
        objective = self.data.objective(parameters, plain=True)
        penalty = self.data.free_parameters(k) * float(np.log(self.people))
        scaled = sizes * self.scale
        return Evidence(
            segments=k,
            log_likelihood=objective,
            bic=penalty - 2 * objective,
            within_ss=within_ss(self.coded.features, self.coded.values, labels[self.data.inverse]),
            smallest=round(float(scaled.min())),
            sizes=tuple(round(float(size)) for size in scaled),
            starts=fit.starts,
            starts_at_best=fit.starts_at_best,
        )


def within_ss(features: tuple[Feature, ...], values: Floats, labels: Ints) -> float:
    """The sum of squared distances to the means of the segments, over answered columns.

    In the unit of the answers where all are yes/no or all are steps of the same scale; else every
    column runs over 0..1.
    """
    k = int(labels.max()) + 1
    mass = first = second = np.zeros(1)
    for begin in range(0, len(values), CHUNK_ROWS):
        points = coordinates(features, values[begin : begin + CHUNK_ROWS])
        member = (labels[begin : begin + CHUNK_ROWS, None] == np.arange(k)).astype(float).T
        known = ~np.isnan(points)
        held = np.where(known, points, 0.0)
        mass = mass + member @ known
        first = first + member @ held
        second = second + member @ held**2
    widths = {f.width if f.kind is FeatureKind.ORDINAL else 2 for f in features}
    unit = float(widths.pop() - 1) if len(widths) == 1 else 1.0
    return float((second - first**2 / np.maximum(mass, 1e-12)).sum()) * unit**2


def _numbers_of(new: Evidence, measured: Evidence) -> Evidence:
    """What was measured about a solution, with the plain numbers of its last polish."""
    return replace(
        measured,
        log_likelihood=new.log_likelihood,
        bic=new.bic,
        within_ss=new.within_ss,
        smallest=new.smallest,
        sizes=new.sizes,
    )


def _reordered(parameters: Parameters, order: Ints) -> Parameters:
    return Parameters(
        parameters.shares[:, order],
        parameters.probabilities[:, order],
        parameters.means[:, order],
        parameters.variances,
    )
