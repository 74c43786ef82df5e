# mypy: disable-error-code="import-untyped"
"""The main deed: answers, a recipe and the previous run in; segments, or an honest no, out."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from threadpoolctl import threadpool_limits

from segmentation.coding import Coded, Floats, Ints, draft, settle
from segmentation.evidence.calibration import calibrated
from segmentation.following.continuity import carry_over
from segmentation.placing import DIGITS, memberships, placeable, placed_at, probabilities
from segmentation.profile.measures import TYPICAL, markers, measures
from segmentation.run import UNPLACED, Segment, SegmentationRun, Verdict
from segmentation.scales.scoring import measured
from segmentation.scales.styles import without_lines
from segmentation.searching.search import Outcome, Progress, Search
from segmentation.searching.solving import Solution
from segmentation.themes.reading import seek_themes
from segmentation.themes.vectors import Encoder
from segmentation.values import EXPLORATORY_BELOW, AnswerTable, Method, Recipe
from segmentation.votes.calibrating import calibrated_votes
from segmentation.votes.searching import VoteSearch
from segmentation.votes.space import voters


def segment(
    answers: AnswerTable,
    recipe: Recipe,
    previous: SegmentationRun | None = None,
    *,
    progress: Progress | None = None,
    encoder: Encoder | None = None,
) -> SegmentationRun:
    """Find segments, or say that there are none.

    The same answers, recipe and previous run give the same run, in whatever order people stand.
    Where the number is free, straight lines through long batteries weigh nothing in the fit.
    Segments that live on keep the id they had in `previous`. People who answered none of the items
    are unplaced. Takes seconds for some hundred people and about a minute for many thousand;
    `progress` is told the share of the work done. Own words are read with `encoder`.
    """
    answers, recipe, sought = seek_themes(answers, recipe, previous, encoder)
    if recipe.method is Method.RFM:
        from segmentation.purchases.warmth import by_warmth

        return by_warmth(answers, recipe)
    drafts = draft(answers, recipe)
    run = segment_coded(
        settle(drafts),
        answers.people,
        recipe,
        previous,
        progress=progress,
        heard=int(drafts.answered.sum()) if drafts.features else 0,
    )
    return replace(run, scales=measured(answers, recipe), sought=sought)


def segment_coded(
    coded: Coded,
    people: Sequence[int],
    recipe: Recipe,
    previous: SegmentationRun | None = None,
    *,
    progress: Progress | None = None,
    heard: int = 0,
) -> SegmentationRun:
    """`segment` for answers that are numbers already; `people` are the ids of the rows.

    `heard` is how many answered where every column is left out because all answer alike.
    """
    answered = coded.answered if coded.features else np.zeros(len(people), dtype=bool)
    if recipe.method is Method.VOTES and coded.features:
        answered = voters(coded.values)
    placed = int(answered.sum()) if coded.features else heard
    outcome, verdict, lines = Outcome((), None), Verdict.NONE, 0
    if placed < recipe.people_min:
        verdict = Verdict.TOO_FEW
    elif coded.features:
        rows = coded if coded.answered.all() else coded.take(coded.answered)
        # One thread: many small products wait for each other longer than they save.
        with threadpool_limits(limits=1, user_api="blas"):
            rows, lines = without_lines(rows) if recipe.segments is None else (rows, 0)
            outcome = _search(rows, recipe, len(people), progress or (lambda done: None))
    if outcome.solution is not None:
        found = _with_segments(coded, people, recipe, previous, outcome.solution, outcome)
        return replace(found, straight_lines=lines)
    return SegmentationRun(
        recipe=recipe,
        verdict=verdict,
        people=len(people),
        placed=placed,
        exploratory=placed < EXPLORATORY_BELOW,
        below_floor=False,
        memberships=dict.fromkeys(people, UNPLACED),
        evidence=outcome.evidence,
        straight_lines=lines,
        retired=tuple(s.id for s in previous.segments) if previous else (),
        ids_given=previous.ids_given if previous else 0,
    )


def _search(rows: Coded, recipe: Recipe, people: int, progress: Progress) -> Outcome:
    if recipe.method is Method.VOTES:
        return VoteSearch(rows, recipe, progress).run()
    return Search(rows, recipe, people, progress).run()


def _with_segments(
    coded: Coded,
    people: Sequence[int],
    recipe: Recipe,
    previous: SegmentationRun | None,
    solution: Solution,
    outcome: Outcome,
) -> SegmentationRun:
    sure = calibrated if solution.model.opinions is None else calibrated_votes
    humble, calibration = sure(coded, solution.model, seed=recipe.seed)
    solution = replace(solution, model=humble)
    posterior = probabilities(solution.model, coded.values)
    places = placed_at(solution.model, coded.values, posterior)
    likeliest = np.where(placeable(solution.model, coded.values), places, -1)
    drafts = _describe(coded, people, posterior, likeliest, recipe, solution)
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
        calibration=calibration,
        retired=carried.retired,
        ids_given=carried.ids_given,
    )


def _describe(
    coded: Coded,
    people: Sequence[int],
    posterior: Floats,
    likeliest: Ints,
    recipe: Recipe,
    solution: Solution,
) -> tuple[Segment, ...]:
    """Segments numbered from 0, each with profile, markers and typical members.

    `likeliest` is everybody's segment, -1 for nobody's.
    """
    answered = likeliest >= 0
    sure = posterior[np.arange(len(posterior)), likeliest]
    decided = np.round(sure, DIGITS) >= recipe.undecided_below
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
