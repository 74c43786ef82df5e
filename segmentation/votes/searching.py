# mypy: disable-error-code="import-untyped"
"""Groups of opinion: how many, who, and what speaks for them."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from segmentation.coding import Coded, Floats, Ints
from segmentation.evidence.nulls import OnePopulation, level, permuted, tenths
from segmentation.evidence.stability import STARTS, Stability, compared, resampled, samples_for
from segmentation.evidence.verdicts import verdict
from segmentation.evidence.witness import (
    PERMUTED_DRAWS,
    PERMUTED_PAIRS,
    POPULATION_DRAWS,
    explained,
)
from segmentation.mixture.climbing import MixtureData
from segmentation.mixture.steps import NO_PRIOR, maximise
from segmentation.model import Model, OpinionMap
from segmentation.partition.points import Partition, Points
from segmentation.placing import arrays, likeliest, model_of
from segmentation.run import Evidence, Verdict
from segmentation.searching.search import Outcome, Progress
from segmentation.searching.solving import Solution, within_ss
from segmentation.values import Recipe
from segmentation.votes.space import OpinionSpace, voters, votes_needed

GROUPS_MAX = 5  # as many as a reader of opinions can hold apart
PEOPLE_MAX = 2_000  # stability, nulls and silhouette are measured on so many at most
STARTS_EACH = 4  # starts of k-means on the map for each that was asked: they cost next to nothing


@dataclass(frozen=True, slots=True)
class Votes:
    """Votes of people who all voted enough, and their map."""

    values: Floats
    weights: Floats
    space: OpinionSpace
    points: Floats

    @classmethod
    def of(cls, values: Floats, weights: Floats) -> "Votes":
        """Draw the map of these votes."""
        space = OpinionSpace.of(values, weights)
        return cls(values, weights, space, space.points(values))

    def cut(self, k: int, starts: int, rng: np.random.Generator) -> Partition:
        """The best of many cuts of the map into k."""
        return Points(self.points).thorough(self.weights, k, starts, rng)

    def tightness(self, k: int, rng: np.random.Generator) -> float:
        """The share of the squares on the map that a cut into k leaves within groups."""
        found = Points(self.points).fit(self.weights, k, STARTS, rng)
        middle = np.average(self.points, axis=0, weights=self.weights)
        whole = float(self.weights @ ((self.points - middle) ** 2).sum(axis=1))
        return found.within_ss / max(whole, 1e-12)

    def stability(
        self, k: int, samples: int, rng: np.random.Generator, reference: Ints | None = None
    ) -> Stability:
        """How alike the groups of two samples are, each with a map of its own."""
        counts = np.ones(len(self.values))
        labels = np.empty((len(self.values), samples), dtype=int)
        for i, weights in enumerate(resampled(counts, samples, rng).T):
            space = OpinionSpace.of(self.values, weights)
            points = Points(space.points(self.values))
            labels[:, i] = points.fit(weights, k, STARTS, rng).labels
        return compared(labels, counts, k, reference)


class VoteSearch:
    """Finds groups among people who voted; `coded` holds everybody, also who voted too little."""

    def __init__(self, coded: Coded, recipe: Recipe, progress: Progress) -> None:
        self.recipe = recipe
        self.progress = progress
        enough = voters(coded.values)
        order = np.lexsort((coded.weights, *coded.values.T))
        self.coded = coded.take(order[enough[order]])
        self.floor = recipe.floor(len(self.coded.values))
        everybody = coded.take(order)
        space = OpinionSpace.of(everybody.values, everybody.weights)
        self.votes = Votes(
            self.coded.values, self.coded.weights, space, space.points(self.coded.values)
        )
        self.data = MixtureData(self.coded)
        self.rng = np.random.default_rng([recipe.seed, 7])

    def run(self) -> Outcome:
        """Try the numbers that the recipe allows, and choose the clearest."""
        asked = self.recipe.segments
        most = min(self.recipe.segments_max, GROUPS_MAX)
        numbers = range(2, most + 1) if asked is None else range(asked, asked + 1)
        solutions = [self._solved(k) for k in numbers]
        fit = [i for i, s in enumerate(solutions) if asked or s.evidence.smallest >= self.floor]
        if fit and asked != 1:
            weigh = self._weigher()
            for done, i in enumerate(fit, 1):
                solutions[i] = replace(solutions[i], evidence=weigh(solutions[i]))
                self.progress(done / len(fit))
        told = tuple(s.evidence for s in solutions)
        if asked is not None:
            return Outcome(told, solutions[0])
        held = [i for i in fit if told[i].verdict is not Verdict.NONE]
        best = max(held, key=lambda i: told[i].silhouette or 0.0, default=None)
        return Outcome(told, None if best is None else solutions[best])

    def _solved(self, k: int) -> Solution:
        rng = np.random.default_rng([self.recipe.seed, k])
        found = self.votes.cut(k, STARTS_EACH * self.recipe.starts, rng)
        sizes = np.bincount(found.labels, minlength=k)
        order = np.argsort(-sizes, kind="stable")
        labels: Ints = np.argsort(order)[found.labels]
        hard = (labels[:, None, None] == np.arange(k)) * self.coded.weights[:, None, None]
        statistics = self.data.layout.statistics(self.coded.values)
        parameters = maximise(self.data.layout, statistics, hard, self.data.margins, NO_PRIOR)
        plain = model_of(self.data.layout, parameters, tuple(range(k)))
        model = self._on_map(plain, found.centres[order], found.within_ss)
        labels = likeliest(model, self.coded.values)
        return Solution(parameters, model, self._evidence(k, found, labels, model))

    def _on_map(self, plain: Model, centres: Floats, squares: float) -> Model:
        space = self.votes.space
        drawn = OpinionMap(
            means=tuple(map(float, space.means)),
            axes=tuple(tuple(map(float, row)) for row in space.axes),
            centres=tuple(tuple(map(float, row)) for row in centres),
            votes_min=votes_needed(len(space.means)),
        )
        spread = squares / max(self.votes.points.size, 1)
        return replace(plain, spread=spread, opinions=drawn)

    def _evidence(self, k: int, found: Partition, labels: Ints, model: Model) -> Evidence:
        parameters_of = self.data.free_parameters(k)
        solution_fit = self._likelihood(model)
        sizes = np.bincount(labels, minlength=k)
        return Evidence(
            segments=k,
            log_likelihood=solution_fit,
            bic=parameters_of * float(np.log(len(labels))) - 2 * solution_fit,
            within_ss=within_ss(self.coded.features, self.coded.values, labels),
            smallest=int(sizes.min()),
            sizes=tuple(int(size) for size in sizes),
            starts=found.starts,
            starts_at_best=found.starts_at_best,
            silhouette=self._silhouette(labels),
        )

    def _likelihood(self, model: Model) -> float:
        _, parameters = arrays(replace(model, spread=None, opinions=None))
        return self.data.objective(parameters, plain=True)

    def _silhouette(self, labels: Ints) -> float | None:
        from sklearn.metrics import silhouette_score

        if len(np.unique(labels)) < 2:
            return None
        rows = self._heard()
        if len(np.unique(labels[rows])) < 2:
            return None
        return float(silhouette_score(self.votes.points[rows], labels[rows]))

    def _heard(self) -> Ints:
        people = len(self.coded.values)
        if people <= PEOPLE_MAX:
            return np.arange(people)
        rng = np.random.default_rng([self.recipe.seed, PEOPLE_MAX])
        rows: Ints = np.sort(rng.choice(people, PEOPLE_MAX, replace=False))
        return rows

    def _weigher(self) -> Callable[[Solution], Evidence]:
        """Measures a solution against draws without groups, made once for all numbers."""
        rows, rng = self._heard(), self.rng
        values = self.coded.values[rows]
        varied = _varied(values)
        features = [f for f, does in zip(self.coded.features, varied, strict=True) if does]
        values, ones = values[:, varied], np.ones(len(rows))
        heights = level(features, values)
        strata, population = tenths(heights), OnePopulation.like(features, values)
        own = Votes.of(values, ones)
        loose = [Votes.of(permuted(values, rng), ones) for _ in range(PERMUTED_DRAWS)]
        levels = [Votes.of(permuted(values, rng, strata), ones) for _ in range(PERMUTED_DRAWS)]
        one = [Votes.of(population.draw(values, rng), ones) for _ in range(POPULATION_DRAWS)]

        def weigh(solution: Solution) -> Evidence:
            k = solution.evidence.segments
            labels = likeliest(solution.model, self.coded.values)[rows]
            told = replace(solution.evidence, eta2=explained(heights, labels))
            tight = own.tightness(k, rng)
            drawn = np.array([votes.tightness(k, rng) for votes in one])
            told = replace(
                told,
                tightness_independent=tight / min(v.tightness(k, rng) for v in loose),
                tightness_level=tight / min(v.tightness(k, rng) for v in levels),
                tightness=tight / float(drawn.mean()),
                tightness_z=float((drawn.mean() - tight) / max(drawn.std(ddof=1), 1e-9)),
            )
            if self.recipe.pairs > 0:
                found = own.stability(k, samples_for(self.recipe.pairs), rng, labels)
                few = samples_for(PERMUTED_PAIRS)
                told = replace(
                    told,
                    stability=found.median,
                    stability_low=found.low,
                    stability_high=found.high,
                    jaccard=found.jaccard,
                    partition_stability=found.median,
                    null_independent=max(v.stability(k, few, rng).median for v in loose),
                    null_level=max(v.stability(k, few, rng).median for v in levels),
                )
            return replace(told, verdict=verdict(told))

        return weigh


def _varied(values: Floats) -> npt.NDArray[np.bool_]:
    """Statements on which people differ; those that nobody voted on do not."""
    known = ~np.isnan(values)
    low = np.where(known, values, np.inf).min(axis=0)
    differs: npt.NDArray[np.bool_] = low < np.where(known, values, -np.inf).max(axis=0)
    return differs
