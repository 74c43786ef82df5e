# mypy: disable-error-code="import-untyped"
"""The main deed: answers, a recipe and the previous run in; segments, or an honest no, out."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from threadpoolctl import threadpool_limits

from segmentation.coding import Coded, Floats, code
from segmentation.continuity import carry_over
from segmentation.placing import DIGITS, memberships, probabilities
from segmentation.profile import TYPICAL, markers, measures
from segmentation.run import UNPLACED, Segment, SegmentationRun, Verdict
from segmentation.search import Outcome, Progress, Search
from segmentation.solving import Solution
from segmentation.values import EXPLORATORY_BELOW, AnswerTable, Recipe


def segment(
    answers: AnswerTable,
    recipe: Recipe,
    previous: SegmentationRun | None = None,
    *,
    progress: Progress | None = None,
) -> SegmentationRun:
    """Find segments, or say that there are none.

    The same answers, recipe and previous run give the same run, in whatever order people stand.
    Segments that live on keep the id they had in `previous`. People who answered none of the items
    are unplaced. Takes seconds for some hundred people and about a minute for many thousand;
    `progress` is told the share of the work done.
    """
    return segment_coded(code(answers, recipe), answers.people, recipe, previous, progress=progress)


def segment_coded(
    coded: Coded,
    people: Sequence[int],
    recipe: Recipe,
    previous: SegmentationRun | None = None,
    *,
    progress: Progress | None = None,
) -> SegmentationRun:
    """`segment` for answers that are numbers already; `people` are the ids of the rows."""
    answered = coded.answered if coded.features else np.zeros(len(people), dtype=bool)
    placed = int(answered.sum())
    outcome, verdict = Outcome((), None), Verdict.NONE
    if placed < recipe.people_min:
        verdict = Verdict.TOO_FEW
    elif coded.features:
        rows = coded if answered.all() else coded.take(answered)
        # One thread: many small products wait for each other longer than they save.
        with threadpool_limits(limits=1, user_api="blas"):
            outcome = Search(rows, recipe, len(people), progress or (lambda done: None)).run()
    if outcome.solution is not None:
        return _with_segments(coded, people, recipe, previous, outcome.solution, outcome)
    return SegmentationRun(
        recipe=recipe,
        verdict=verdict,
        people=len(people),
        placed=placed,
        exploratory=placed < EXPLORATORY_BELOW,
        below_floor=False,
        memberships=dict.fromkeys(people, UNPLACED),
        evidence=outcome.evidence,
        retired=tuple(s.id for s in previous.segments) if previous else (),
        ids_given=previous.ids_given if previous else 0,
    )


def _with_segments(
    coded: Coded,
    people: Sequence[int],
    recipe: Recipe,
    previous: SegmentationRun | None,
    solution: Solution,
    outcome: Outcome,
) -> SegmentationRun:
    posterior = probabilities(solution.model, coded.values)
    likeliest = np.where(coded.answered, posterior.argmax(axis=1), -1)
    drafts = _describe(coded, people, posterior, recipe, solution)
    carried = carry_over(
        previous,
        {p: int(s) for p, s in zip(people, likeliest, strict=True) if s >= 0} if previous else {},
        tuple(s.profile for s in drafts),
    )
    segments = tuple(
        replace(s, id=i, carried=i in carried.kept)
        for s, i in zip(drafts, carried.ids, strict=True)
    )
    placed = sum(s.size for s in segments)
    model = replace(solution.model, segments=carried.ids)
    return SegmentationRun(
        recipe=recipe,
        verdict=solution.evidence.verdict or Verdict.NONE,
        people=len(people),
        placed=placed,
        exploratory=placed < EXPLORATORY_BELOW,
        below_floor=min(s.size for s in segments) < recipe.floor(placed),
        segments=segments,
        memberships=memberships(model, people, coded.values, recipe.undecided_below),
        evidence=outcome.evidence,
        model=model,
        retired=carried.retired,
        ids_given=carried.ids_given,
    )


def _describe(
    coded: Coded,
    people: Sequence[int],
    posterior: Floats,
    recipe: Recipe,
    solution: Solution,
) -> tuple[Segment, ...]:
    """Segments numbered from 0, each with profile, markers and typical members."""
    answered = coded.answered
    likeliest = np.where(answered, posterior.argmax(axis=1), -1)
    decided = np.round(posterior.max(axis=1), DIGITS) >= recipe.undecided_below
    everybody = np.where(answered, coded.weights, 0.0)
    jaccard = solution.evidence.jaccard
    found = []
    for k in solution.model.segments:
        mine = likeliest == k
        profile = measures(coded.features, coded.values, everybody * mine, everybody)
        more, less = markers(profile)
        found.append(
            Segment(
                id=k,
                size=int(mine.sum()),
                decided=int((mine & decided).sum()),
                share=float(mine.sum() / max(int(answered.sum()), 1)),
                profile=profile,
                more=more,
                less=less,
                typical=_typical(people, np.where(mine, posterior[:, k], 0.0)),
                stability=jaccard[k] if jaccard else None,
            )
        )
    return tuple(found)


def _typical(people: Sequence[int], probability: Floats) -> tuple[int, ...]:
    """Those most surely members; the lower id first among equals."""
    order = np.argsort(-np.round(probability, DIGITS), kind="stable")[:TYPICAL]
    return tuple(people[row] for row in order if probability[row] > 0)
