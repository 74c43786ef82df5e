"""Everything measured about one number of segments, and the verdict that follows from it."""

from dataclasses import dataclass, replace

import numpy as np

from segmentation.coding import Coded, Floats, Ints
from segmentation.nulls import OnePopulation, level, permuted, tenths
from segmentation.partition import Points, coordinates
from segmentation.run import Evidence, Verdict
from segmentation.stability import STARTS, samples_for, stability

PEOPLE_MAX = 2_000  # stability and nulls are measured on so many at most
PERMUTED_DRAWS = 5  # of either permuted null
PERMUTED_PAIRS = 20
POPULATION_DRAWS = 10

CLEARLY_TIGHTER = 0.97  # within-SS over that of a null
NATURAL_DEVIATIONS = 4.0
NATURAL_STABILITY = 0.85
NATURAL_JACCARD = 0.75
REPRODUCIBLE_STABILITY = 0.65
MARGIN = 0.1  # above the nulls
LEVEL_ETA2 = 0.5
NATURAL_ETA2 = 0.8  # clear classes differ in level too; above it they are nothing but levels


@dataclass(frozen=True, slots=True)
class Nulls:
    """Null draws as points, made once and used for every number of segments."""

    independent: tuple[Points, ...]
    same_level: tuple[Points, ...]
    one_population: tuple[Points, ...]


class Witness:
    """Measures stability, nulls and level on one sample of the people."""

    def __init__(self, coded: Coded, pairs: int, rng: np.random.Generator) -> None:
        self.values = coded.values
        self.rng = rng
        self.pairs = pairs
        self.ones = np.ones(len(coded.values))
        self.points = Points(coordinates(coded.features, coded.values))
        self.height = level(coded.features, coded.values)
        self.nulls = self._nulls(coded)

    def _nulls(self, coded: Coded) -> Nulls:
        population = OnePopulation.like(coded.features, coded.values)
        strata = tenths(self.height)

        def points(values: Floats) -> Points:
            return Points(coordinates(coded.features, values))

        draws = range(PERMUTED_DRAWS)
        return Nulls(
            tuple(points(permuted(self.values, self.rng)) for _ in draws),
            tuple(points(permuted(self.values, self.rng, strata)) for _ in draws),
            tuple(points(population.draw(self.values, self.rng)) for _ in range(POPULATION_DRAWS)),
        )

    def heard(self, evidence: Evidence, labels: Ints) -> Evidence:
        """The evidence with everything measured; `labels` are the segments of the sample."""
        k = evidence.segments
        found = stability(
            self.points,
            self.ones,
            k,
            samples=samples_for(self.pairs),
            rng=self.rng,
            reference=labels,
        )
        tight = self.points.fit(self.ones, k, STARTS, self.rng).within_ss
        drawn = self._within_ss(self.nulls.one_population, k)
        spread = max(float(drawn.std(ddof=1)), 1e-9)
        told = replace(
            evidence,
            stability=found.median,
            stability_low=found.low,
            stability_high=found.high,
            jaccard=found.jaccard,
            null_independent=self._stability(self.nulls.independent, k),
            null_level=self._stability(self.nulls.same_level, k),
            tightness_independent=tight / self._within_ss(self.nulls.independent, k).min(),
            tightness_level=tight / self._within_ss(self.nulls.same_level, k).min(),
            tightness=tight / float(drawn.mean()),
            tightness_z=(float(drawn.mean()) - tight) / spread,
            eta2=explained(self.height, labels),
        )
        return replace(told, verdict=verdict(told))

    def _within_ss(self, draws: tuple[Points, ...], k: int) -> Floats:
        return np.array([p.fit(self.ones, k, STARTS, self.rng).within_ss for p in draws])

    def _stability(self, draws: tuple[Points, ...], k: int) -> float:
        samples = samples_for(PERMUTED_PAIRS)
        return max(stability(p, self.ones, k, samples=samples, rng=self.rng).median for p in draws)


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


def verdict(e: Evidence) -> Verdict:
    """The first reading that fits what was measured; none where nothing was."""
    if e.stability is None or e.eta2 is None or not _is_structured(e):
        return Verdict.NONE
    more_than_level = _is_more_than_level(e)
    if _is_natural(e) and (more_than_level or e.eta2 <= NATURAL_ETA2):
        return Verdict.NATURAL
    if not more_than_level and e.eta2 > LEVEL_ETA2:
        return Verdict.LEVEL_ONLY
    if e.stability >= REPRODUCIBLE_STABILITY and more_than_level and e.eta2 <= LEVEL_ETA2:
        return Verdict.REPRODUCIBLE
    return Verdict.CONSTRUCTIVE


def _is_structured(e: Evidence) -> bool:
    """Tighter than independent answers, and either clearly stable or clearly stabler than they.

    Independent answers can be cut stably too, along the one item that varies most; what they
    cannot be is as tight.
    """
    return (
        e.stability is not None
        and e.null_independent is not None
        and e.tightness_independent is not None
        and e.tightness_independent <= CLEARLY_TIGHTER
        and (e.stability >= REPRODUCIBLE_STABILITY or e.stability - e.null_independent >= MARGIN)
    )


def _is_more_than_level(e: Evidence) -> bool:
    """More than how much people tick or how high they rate: stabler, or stable and tighter."""
    return (
        e.stability is not None
        and e.null_level is not None
        and e.tightness_level is not None
        and (
            e.stability - e.null_level >= MARGIN
            or (e.stability >= REPRODUCIBLE_STABILITY and e.tightness_level <= CLEARLY_TIGHTER)
        )
    )


def _is_natural(e: Evidence) -> bool:
    """Clearly tighter than one population would be, and found again in every sample."""
    return (
        e.tightness is not None
        and e.tightness_z is not None
        and e.stability is not None
        and e.tightness <= CLEARLY_TIGHTER
        and e.tightness_z >= NATURAL_DEVIATIONS
        and e.stability >= NATURAL_STABILITY
        and min(e.jaccard, default=0.0) >= NATURAL_JACCARD
    )
