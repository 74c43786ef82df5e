"""The search for a number of segments: one solution per number, what speaks for it, the choice."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from segmentation.coding import Coded, Ints
from segmentation.evidence import PEOPLE_MAX, Witness
from segmentation.placing import likeliest
from segmentation.run import Evidence, Verdict
from segmentation.solving import Solution, Solver
from segmentation.stability import adjusted_rand
from segmentation.values import EXPLORATORY_BELOW, EXPLORATORY_SEGMENTS_MAX, Recipe

FIT_PEOPLE_MAX = 20_000  # models are fitted on so many at most; everybody is scored
POLISH_PEOPLE_MAX = 200_000  # up to here a fixed number is climbed to the top over everybody
NOT_TRIED_AFTER = 2  # numbers in a row that leave a segment under the floor
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
        self.rows, self.others = _samples(coded, recipe.seed)
        self.solver = Solver(coded.take(self.rows), recipe, len(coded.values), people)
        heard, _ = _split(self.solver.coded, PEOPLE_MAX, recipe.seed)
        self.heard = heard
        self.witness = Witness(self.solver.coded.take(heard), recipe)

    def run(self) -> Outcome:
        """Try the numbers that the recipe allows, and choose."""
        if self.recipe.segments is None:
            solutions = self._scan()
            best = chosen([s.evidence for s in solutions])
        else:
            solutions = [self.solver.best(1)]
            if self.recipe.segments > 1:
                solutions.append(self._weighed(self.solver.best(self.recipe.segments)))
            best = len(solutions) - 1
        if best is not None:
            solutions[best] = self._finished(solutions[best])
        self.progress(1.0)
        return Outcome(
            tuple(s.evidence for s in solutions), None if best is None else solutions[best]
        )

    def _scan(self) -> list[Solution]:
        few = len(self.coded.values) < EXPLORATORY_BELOW
        most = (
            min(self.recipe.segments_max, EXPLORATORY_SEGMENTS_MAX)
            if few
            else (self.recipe.segments_max)
        )
        floor = self.recipe.floor(len(self.coded.values))
        solutions, too_small = [self.solver.best(1)], 0
        for k in range(2, most + 1):
            solution = self.solver.best(k)
            if solution.evidence.smallest < floor:
                too_small += 1
            else:
                too_small, solution = 0, self._weighed(solution)
            solutions.append(solution)
            self.progress(0.9 * k / most)
            if too_small == NOT_TRIED_AFTER:
                break
        return solutions

    def _weighed(self, solution: Solution) -> Solution:
        """The solution with stability, nulls and verdict in its evidence."""
        labels = self.solver.labels(solution)[self.heard]
        return replace(solution, evidence=self.witness.heard(solution.evidence, labels))

    def _finished(self, solution: Solution) -> Solution:
        """The solution climbed to the top, and what it is worth over everybody."""
        everybody = len(self.coded.values)
        if everybody <= FIT_PEOPLE_MAX:
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
