"""Where the climbs of a mixture begin: near a few people, or anywhere."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from segmentation.coding import Floats
from segmentation.mixture.steps import NO_PRIOR, PRIOR_PEOPLE, Layout, Parameters, maximise

SEED_PEOPLE = 4  # per class, from whom a start begins
SCATTER = 0.5  # of the Dirichlet distribution that chances are drawn from: rather near 0 and 1

Begins = Callable[[int, int, np.random.Generator], Parameters]  # so many starts with k classes


@dataclass(frozen=True, slots=True)
class Beginning:
    """Draws starts for rows with these statistics and weights."""

    layout: Layout
    statistics: Floats
    weights: Floats
    margins: Parameters

    def from_people(self, k: int, count: int, rng: np.random.Generator) -> Parameters:
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

    def anywhere(self, k: int, count: int, rng: np.random.Generator) -> Parameters:
        """Starts anywhere: to some optima of small tables no handful of people leads."""
        margins, numbers = self.margins, len(self.layout.normal)
        chances = np.zeros((count, k, self.layout.cells))
        for offset, width in zip(self.layout.offsets, self.layout.widths, strict=True):
            drawn = rng.dirichlet(np.full(width, SCATTER), size=(count, k))
            chances[:, :, offset : offset + width] = np.maximum(drawn, NO_PRIOR)
        spread = np.sqrt(margins.variances)[:, None]
        return Parameters(
            np.full((count, k), 1.0 / k),
            chances,
            margins.means + spread * rng.standard_normal((count, k, numbers)),
            np.repeat(margins.variances, count, axis=0),
        )
