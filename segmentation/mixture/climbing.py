"""Many starts of a mixture climb the likelihood together; the best are climbed to the top."""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from segmentation.coding import Coded, Floats, distinct
from segmentation.mixture.beginning import Beginning, Begins
from segmentation.mixture.steps import (
    NO_PRIOR,
    PRIOR_PEOPLE,
    Layout,
    Parameters,
    expect,
    maximise,
    natural,
)

SHORT_ITERATIONS = 30  # of every start, in single precision
LONG_ITERATIONS = 200  # of the best share of them
TOP_ITERATIONS = 3_000  # of the last few
LONG_SHARE = 5  # one start in so many
LONG_MIN = 5
TOP_STARTS = 3
ROUGH = 0.05  # of the log-likelihood still to be gained
FINE = 1e-6  # for FINE_ROWS rows, and in proportion for more
FINE_ROWS = 1_000
SAMPLE_ROWS = 20_000  # more rows than this are climbed only from the top of a sample
SAME_OPTIMUM = 0.1  # log-likelihoods closer than this, roughly climbed, are one optimum
CELLS_MAX = 3_000_000  # rows x starts x classes worked on at once
PATIENT_CELLS = 40_000_000  # rows x columns x starts x classes of an iteration that cost nothing
PATIENCE_MAX = 10  # times as many starts climb on, and as far, where that costs nothing
LITTLE_PRIOR = 0.05  # pseudo-people of every other start then: a prior leads many to one optimum
PATIENCE_TO_SCATTER = 4  # from here on every third start begins anywhere ...
TOP_TIMES = 4  # ... and so many times as many are climbed to the top


@dataclass(frozen=True, slots=True)
class Fit:
    """The best of many starts; `objective` is the weighted log-likelihood that was climbed."""

    parameters: Parameters  # of one start
    objective: float
    starts: int
    starts_at_best: int  # among the fifth that was climbed further


class MixtureData:
    """Rows prepared for many fits: equal rows put together, in an order of their own.

    Since rows are sorted by what they hold, fits do not depend on the order of people.
    """

    def __init__(self, coded: Coded) -> None:
        self.layout = Layout.of(coded.features)
        self.values, self.inverse = distinct(coded.values)
        self.weights = np.bincount(self.inverse, coded.weights).astype(float)
        self.counts = np.bincount(self.inverse).astype(float)
        self.statistics = self.layout.statistics(self.values)
        self.margins = self._margins()

    def _margins(self) -> Parameters:
        numbers = len(self.layout.normal)
        nothing = Parameters(
            np.ones((1, 1)),
            np.full((1, 1, self.layout.cells), 1.0),
            np.full((1, 1, numbers), 0.5),
            np.full((1, numbers), 0.1),
        )
        everybody = self.weights[:, None, None].copy()
        return maximise(self.layout, self.statistics, everybody, nothing, NO_PRIOR)

    def reweighted(self, weights: Floats) -> "MixtureData":
        """The same distinct rows with other weights: a bootstrap sample."""
        other = copy(self)
        other.weights = weights.astype(float)
        other.margins = other._margins()
        return other

    def _sampled(self, rng: np.random.Generator) -> "MixtureData":
        """Some of the distinct rows, by lot."""
        rows = np.sort(rng.choice(len(self.values), SAMPLE_ROWS, replace=False))
        other = copy(self)
        other.values, other.statistics = self.values[rows], self.statistics[rows]
        other.counts = self.counts[rows]
        return other.reweighted(self.weights[rows])

    @property
    def fine(self) -> float:
        """How little of the log-likelihood may be left at the top: less than shows in print."""
        return FINE * max(1.0, len(self.values) / FINE_ROWS)

    def climb(
        self,
        parameters: Parameters,
        iterations: int,
        *,
        left: float,
        prior: float = NO_PRIOR,
        dtype: Any = np.float64,
    ) -> tuple[Parameters, Floats]:
        """Iterate each start until no more than about `left` remains to be gained.

        What remains is foretold from the last two gains (Aitken; Boehning et al. 1994). Returns the
        parameters and the objectives before the last step; finished starts step aside.
        """
        statistics = self.statistics.astype(dtype, copy=False)
        weights = self.weights.astype(dtype)
        reached = np.full(len(parameters.shares), -np.inf)
        gained = np.full(len(reached), np.inf)
        running = np.arange(len(reached))
        parameters = parameters.copied()
        for _ in range(iterations):
            now = parameters.take(running)
            posterior, likelihood = expect(statistics, *natural(self.layout, now))
            objective = self.weights @ likelihood.astype(np.float64)
            gain = objective - reached[running]
            going = _remaining(gain, gained[running]) > left
            reached[running], gained[running] = objective, gain
            posterior *= weights[:, None, None]
            stepped = maximise(self.layout, statistics, posterior, self.margins, prior)
            parameters.put(running, stepped)
            running = running[going]
            if not len(running):
                break
        return parameters, reached

    def fit(
        self,
        k: int,
        starts: int,
        rng: np.random.Generator,
        *,
        fine: bool = True,
        patient: bool = False,
    ) -> Fit:
        """Many short climbs with a prior, some longer ones without, the last few to the top.

        Where `patient`, the more starts climb on, and the farther, the cheaper that is.
        """
        if k == 1:
            return Fit(self.margins, self.objective(self.margins), 1, 1)
        if len(self.values) > SAMPLE_ROWS:
            part = self._sampled(rng).fit(k, starts, rng, patient=patient)
            whole, ends = self.climb(part.parameters, TOP_ITERATIONS, left=self.fine)
            return replace(part, parameters=whole, objective=float(ends[0]))
        patience = self._patience(k, starts) if patient else 1
        begun, reached = self._begun(k, self._ways(starts, patience), rng)
        best = _best(reached, max(LONG_MIN, min(starts, patience * starts // LONG_SHARE)))
        parameters, objective = self.climb(begun.take(best), LONG_ITERATIONS * patience, left=ROUGH)
        rough = objective.copy()
        if fine or patience > 1:
            times = TOP_TIMES if patience >= PATIENCE_TO_SCATTER else 1
            top = _best(objective, TOP_STARTS * patience * times)
            risen, objective[top] = self.climb(parameters.take(top), TOP_ITERATIONS, left=self.fine)
            parameters.put(top, risen)
        best = _best(objective, 1)
        stayed = rough == objective  # not climbed to the top: as high as the best one was then?
        same = (objective > objective[best] - SAME_OPTIMUM) | (
            stayed & (rough > rough[best] - SAME_OPTIMUM)
        )
        return Fit(parameters.take(best), float(objective[best[0]]), starts, int(same.sum()))

    def _ways(self, starts: int, patience: int) -> list[tuple[Begins, int, float]]:
        """How many starts begin which way, and climb with which prior."""
        begin = Beginning(self.layout, self.statistics, self.weights, self.margins)
        anywhere = starts // 3 if patience >= PATIENCE_TO_SCATTER else 0
        half = (starts - anywhere) // 2 if patience > 1 else 0
        return [
            (begin.from_people, starts - anywhere - half, PRIOR_PEOPLE),
            (begin.from_people, half, LITTLE_PRIOR),
            (begin.anywhere, anywhere, LITTLE_PRIOR),
        ]

    def _begun(
        self, k: int, ways: Sequence[tuple[Begins, int, float]], rng: np.random.Generator
    ) -> tuple[Parameters, Floats]:
        """Starts after their first climb, and how high each came; so many each way and prior."""
        at_once = max(1, CELLS_MAX // (len(self.values) * k))
        climbed, reached = [], []
        for begin, starts, prior in ways:
            for first in range(0, starts, at_once):
                parameters, objective = self.climb(
                    begin(k, min(at_once, starts - first), rng),
                    SHORT_ITERATIONS,
                    left=ROUGH,
                    prior=prior,
                    dtype=np.float32,
                )
                climbed.append(parameters)
                reached.append(objective)
        return Parameters.joined(climbed), np.concatenate(reached)

    def _patience(self, k: int, starts: int) -> int:
        """How many times as many starts climb on, and as far, before they are judged.

        Few distinct rows climb slowly: what looks worse after thirty steps may be best in the end.
        """
        cells = self.statistics.size * k * starts
        return max(1, min(PATIENCE_MAX, PATIENT_CELLS // cells))

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


def _remaining(gain: Floats, before: Floats) -> Floats:
    """What an ascent at a geometric pace still has to gain."""
    with np.errstate(invalid="ignore", divide="ignore"):
        pace = np.clip(gain / before, 0.0, 1 - 1e-4)
    left: Floats = np.where(np.isfinite(gain), gain / (1 - pace), np.inf)
    return left


def _best(objectives: Floats, count: int) -> Any:
    return np.argsort(-objectives, kind="stable")[:count]
