"""The search for a number of segments: one solution per number, what speaks for it, the choice."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from segmentation.coding import Coded, Ints
from segmentation.evidence.stability import adjusted_rand
from segmentation.evidence.witness import PEOPLE_MAX, Witness
from segmentation.placing import likeliest
from segmentation.run import Evidence, Verdict
from segmentation.searching.solving import Solution, Solver
from segmentation.values import EXPLORATORY_BELOW, EXPLORATORY_SEGMENTS_MAX, Recipe

FIT_PEOPLE_MAX = 20_000  # models are fitted on so many at most; everybody is scored
POLISH_PEOPLE_MAX = 200_000  # up to here a fixed number is climbed to the top over everybody
ODD_SHARE_MAX = 0.15  # no more people than this are set aside from a fit
FIRM_JACCARD = 0.6  # below it a segment is doubtful (Hennig 2007)
BEST_FIRST = (
    Verdict.NATURAL,
    Verdict.REPRODUCIBLE,
    Verdict.CONSTRUCTIVE,
    Verdict.LEVEL_ONLY,
)

Progress = Callable[[float], None]  # called with the share of the work that is done


@dataclass(frozen=True, slots=True)
class Outcome:
    """Evidence for every number tried, and the solution chosen, if any."""

    evidence: tuple[Evidence, ...]
    solution: Solution | None


class Search:
    """Fits and weighs numbers of segments over people who all answered something.

    `people` is how many rows there are in all, those without any answer included.
    """

    def __init__(self, coded: Coded, recipe: Recipe, people: int, progress: Progress) -> None:
        self.recipe = recipe
        self.coded = coded
        self.people = people
        self.progress = progress
        self.floor = recipe.floor(len(coded.values))
        self.rows, self.others = _samples(coded, recipe.seed)
        self.set_aside = 0
        self._hear(self.rows)

    def _hear(self, rows: Ints) -> None:
        """Fit on these rows, and measure what speaks for it on some of them."""
        self.solver = Solver(
            self.coded.take(rows), self.recipe, len(self.coded.values), self.people
        )
        self.heard, _ = _split(self.solver.coded, PEOPLE_MAX, self.recipe.seed)
        self.heard = self.heard[self.solver.coded.weights[self.heard] > 0]
        self.witness = Witness(self.solver.coded.take(self.heard), self.recipe)

    def run(self) -> Outcome:
        """Try the numbers that the recipe allows, and choose."""
        if self.recipe.segments is None:
            return self._best_of(self._scan())
        solutions = [self.solver.best(1)]
        if self.recipe.segments > 1:
            best = self.solver.topped(self.solver.best(self.recipe.segments))
            solutions.append(self._weighed(best))
        solutions[-1] = self._finished(solutions[-1])
        self.progress(1.0)
        return Outcome(tuple(s.evidence for s in solutions), solutions[-1])

    def _best_of(self, solutions: list[Solution]) -> Outcome:
        """Choose and finish; a number that slips under the floor at the very end is no choice."""
        found = None
        while found is None and (best := chosen([s.evidence for s in solutions])) is not None:
            solutions[best] = self._finished(solutions[best])
            if solutions[best].evidence.smallest >= self.floor:
                found = solutions[best]
            else:
                slipped = replace(solutions[best].evidence, verdict=None)
                solutions[best] = replace(solutions[best], evidence=slipped)
        self.progress(1.0)
        return Outcome(tuple(s.evidence for s in solutions), found)

    def _scan(self) -> list[Solution]:
        few = len(self.coded.values) < EXPLORATORY_BELOW
        most = (
            min(self.recipe.segments_max, EXPLORATORY_SEGMENTS_MAX)
            if few
            else self.recipe.segments_max
        )
        solutions = self._fitted(most)
        for i, solution in enumerate(solutions[1:], 1):
            if solution.evidence.smallest >= self.floor:
                solutions[i] = self._weighed(solution)
            self.progress(0.3 + 0.6 * (i + 1) / most)
        return solutions

    def _fitted(self, most: int) -> list[Solution]:
        """The best of every number.

        Where each holds a segment under the floor, the handful of odd people in it is set aside
        and the others are looked at by themselves: a few must not hide what all the others are.
        """
        rows = self.rows
        while True:
            found = [self.solver.best(1)]
            for k in range(2, most + 1):
                found.append(self.solver.best(k))
                self.progress(0.3 * k / most)
            odd = self._odd(found[1:])
            self.set_aside += int(odd.sum())
            if not odd.any() or self.set_aside > ODD_SHARE_MAX * len(self.rows):
                return found
            rows = rows[~odd]
            self._hear(rows)

    def _odd(self, solutions: list[Solution]) -> npt.NDArray[np.bool_]:
        """Who stands in segments under the floor, where no number does without such segments."""
        nobody = np.zeros(len(self.solver.coded.values), dtype=bool)
        if any(s.evidence.smallest >= self.floor for s in solutions):
            return nobody
        for solution in solutions:
            small = [i for i, size in enumerate(solution.evidence.sizes) if size < self.floor]
            odd: npt.NDArray[np.bool_] = np.isin(self.solver.labels(solution), small)
            if 0 < odd.sum() <= ODD_SHARE_MAX * len(self.rows):
                return odd
        return nobody

    def _weighed(self, solution: Solution) -> Solution:
        """The solution with stability, nulls and verdict in its evidence."""
        labels = self.solver.labels(solution)[self.heard]
        evidence = replace(solution.evidence, set_aside=self.set_aside)
        return replace(solution, evidence=self.witness.heard(evidence, labels))

    def _finished(self, solution: Solution) -> Solution:
        """The solution climbed to the top, and what it is worth over everybody."""
        everybody = len(self.coded.values)
        if everybody <= FIT_PEOPLE_MAX and not self.set_aside:
            return self.solver.topped(solution)
        if self.recipe.segments is not None and everybody <= POLISH_PEOPLE_MAX:
            whole = Solver(self.coded, self.recipe, everybody, self.people)
            return self._replicated(whole.topped(solution))
        return self._replicated(self.solver.over_all(self.solver.topped(solution), self.coded))

    def _replicated(self, solution: Solution) -> Solution:
        """The same number fitted to people the first fit never saw; do third people agree?"""
        k = solution.evidence.segments
        if k == 1 or not len(self.others):
            return solution
        half = len(self.others) // 2
        other = Solver(self.coded.take(self.others[:half]), self.recipe, half, half).best(k)
        third = self.coded.values[self.others[half:]]
        tables = np.zeros((k, k))
        np.add.at(tables, (likeliest(solution.model, third), likeliest(other.model, third)), 1)
        replication = float(adjusted_rand(tables))
        return replace(solution, evidence=replace(solution.evidence, replication=replication))


def chosen(evidence: list[Evidence]) -> int | None:
    """Which number to show: the best verdict, and within it the least BIC.

    Numbers whose every segment is found again in other samples come first; of mere levels the
    stablest number is taken.
    """
    for verdict in BEST_FIRST:
        found = [i for i, e in enumerate(evidence) if e.verdict is verdict]
        firm = [i for i in found if min(evidence[i].jaccard, default=0.0) >= FIRM_JACCARD]
        if found and verdict is Verdict.LEVEL_ONLY:
            return max(found, key=lambda i: evidence[i].stability or 0.0)
        if found:
            return min(firm or found, key=lambda i: evidence[i].bic)
    return None


def _samples(coded: Coded, seed: int) -> tuple[Ints, Ints]:
    """Rows to fit on, and as many others at most twice to hold the fit against."""
    rows, others = _split(coded, FIT_PEOPLE_MAX, seed)
    return rows, others[: 2 * FIT_PEOPLE_MAX]


def _split(coded: Coded, most: int, seed: int) -> tuple[Ints, Ints]:
    """At most so many rows by lot and the rest, the same whatever the order of people."""
    order = np.lexsort((coded.weights, *coded.values.T))
    if len(order) <= most:
        return order, order[:0]
    shuffled: Ints = order[np.random.default_rng([seed, most]).permutation(len(order))]
    return shuffled[:most], shuffled[most:]
