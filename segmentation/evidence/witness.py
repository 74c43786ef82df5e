"""Everything that is measured about one number of segments on a sample of the people."""

from dataclasses import dataclass, replace

import numpy as np

from segmentation.coding import Coded, Floats, Ints
from segmentation.evidence.nulls import OnePopulation, level, permuted, tenths
from segmentation.evidence.stability import (
    STARTS,
    Stability,
    mixture_stability,
    samples_for,
    stability,
)
from segmentation.evidence.verdicts import is_tighter_than_independent, may_be_natural, verdict
from segmentation.mixture.climbing import MixtureData
from segmentation.partition.points import Points, coordinates
from segmentation.run import Evidence
from segmentation.scales.styles import centred_agreement
from segmentation.values import Method, Recipe

PEOPLE_MAX = 2_000  # stability and nulls are measured on so many at most
PERMUTED_DRAWS = 5  # of either permuted null
PERMUTED_PAIRS = 20
POPULATION_DRAWS = 10


class Sample:
    """Answers prepared for both methods, equal rows put together."""

    def __init__(self, coded: Coded, values: Floats | None = None) -> None:
        values = coded.values if values is None else values
        self.mixture = MixtureData(Coded(coded.features, values, np.ones(len(values))))
        self.counts = self.mixture.counts
        self.points = Points(coordinates(coded.features, self.mixture.values))

    def within_ss(self, k: int, rng: np.random.Generator) -> float:
        """The least within-SS found with k segments."""
        return self.points.fit(self.counts, k, STARTS, rng).within_ss

    def gain(self, k: int, rng: np.random.Generator) -> float:
        """The log-likelihood that k classes gain over one."""
        fit = self.mixture.fit(k, STARTS, rng, fine=False)
        return fit.objective - self.mixture.objective(self.mixture.margins)


@dataclass(frozen=True, slots=True)
class Nulls:
    """Null draws, made once and used for every number of segments."""

    independent: tuple[Sample, ...]
    same_level: tuple[Sample, ...]
    one_population: tuple[Sample, ...]

    @classmethod
    def like(cls, coded: Coded, heights: Floats, rng: np.random.Generator) -> "Nulls":
        """Draws that look like these answers but have no segments."""
        population = OnePopulation.like(coded.features, coded.values)
        strata, draws = tenths(heights), range(PERMUTED_DRAWS)
        return cls(
            tuple(Sample(coded, permuted(coded.values, rng)) for _ in draws),
            tuple(Sample(coded, permuted(coded.values, rng, strata)) for _ in draws),
            tuple(
                Sample(coded, population.draw(coded.values, rng)) for _ in range(POPULATION_DRAWS)
            ),
        )


class Witness:
    """Measures stability, nulls and level on one sample of the people."""

    def __init__(self, coded: Coded, recipe: Recipe) -> None:
        self.recipe = recipe
        self.coded = coded
        self.rng = np.random.default_rng([recipe.seed, 0])
        self.sample = Sample(coded)
        self.height = level(coded.features, coded.values)
        self.nulls = Nulls.like(coded, self.height, self.rng)

    def heard(self, evidence: Evidence, labels: Ints) -> Evidence:
        """The evidence with everything measured; `labels` are the segments of the sample."""
        k, rng = evidence.segments, self.rng
        told = replace(
            evidence,
            eta2=explained(self.height, labels),
            centred=centred_agreement(self.coded, k, np.random.default_rng([self.recipe.seed, k])),
        )
        if self.recipe.pairs > 0:
            told = self._with_stability(told, labels)
        tight = self.sample.within_ss(k, rng)
        least_a = min(null.within_ss(k, rng) for null in self.nulls.independent)
        least_b = min(null.within_ss(k, rng) for null in self.nulls.same_level)
        drawn = np.array([null.within_ss(k, rng) for null in self.nulls.one_population])
        told = replace(
            told,
            tightness_independent=tight / max(least_a, 1e-9),
            tightness_level=tight / max(least_b, 1e-9),
            tightness=tight / max(float(drawn.mean()), 1e-9),
            tightness_z=(float(drawn.mean()) - tight) / max(float(drawn.std(ddof=1)), 1e-9),
        )
        if not is_tighter_than_independent(told):
            most = max(null.gain(k, rng) for null in self.nulls.independent)
            told = replace(told, gain_independent=self.sample.gain(k, rng) / max(most, 1e-9))
        if may_be_natural(told):
            told = self._with_likelihood(told)
        return replace(told, verdict=verdict(told))

    def _with_stability(self, evidence: Evidence, labels: Ints) -> Evidence:
        k, samples = evidence.segments, samples_for(self.recipe.pairs)
        reference = self._by_row(labels)
        cut = self._partition_stability(self.sample, k, samples, reference)
        own = cut
        if self.recipe.method is Method.MIXTURE:
            own = mixture_stability(self.sample.mixture, k, samples, self.rng, reference)
        few = samples_for(PERMUTED_PAIRS)
        null_a, null_b = (
            max(self._partition_stability(null, k, few).median for null in draws)
            for draws in (self.nulls.independent, self.nulls.same_level)
        )
        return replace(
            evidence,
            stability=own.median,
            stability_low=own.low,
            stability_high=own.high,
            jaccard=own.jaccard,
            partition_stability=cut.median,
            null_independent=null_a,
            null_level=null_b,
        )

    def _with_likelihood(self, evidence: Evidence) -> Evidence:
        k = evidence.segments
        drawn = np.array([null.gain(k, self.rng) for null in self.nulls.one_population])
        gain, mean = self.sample.gain(k, self.rng), float(drawn.mean())
        return replace(
            evidence,
            likelihood_gain=gain / max(mean, 1e-9),
            likelihood_gain_z=(gain - mean) / max(float(drawn.std(ddof=1)), 1e-9),
        )

    def _partition_stability(
        self, sample: Sample, k: int, samples: int, reference: Ints | None = None
    ) -> Stability:
        return stability(
            sample.points, sample.counts, k, samples=samples, rng=self.rng, reference=reference
        )

    def _by_row(self, labels: Ints) -> Ints:
        """Labels of people as labels of distinct rows; equal rows have equal labels."""
        by_row = np.zeros(len(self.sample.counts), dtype=int)
        by_row[self.sample.mixture.inverse] = labels
        return by_row


def explained(heights: Floats, labels: Ints) -> float:
    """eta squared: the share of the level's variance that lies between segments."""
    known = ~np.isnan(heights)
    heights, labels = heights[known], labels[known]
    if not len(heights) or heights.var() <= 0:
        return 0.0
    sizes = np.bincount(labels)
    means = np.bincount(labels, heights) / np.maximum(sizes, 1)
    between = (sizes * (means - heights.mean()) ** 2).sum() / len(heights)
    return float(between / heights.var())
