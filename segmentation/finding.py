"""The main deed: answers, a recipe and the previous run in; segments, or an honest no, out."""

from dataclasses import replace

import numpy as np

from segmentation.coding import Coded, Floats, code
from segmentation.continuity import Carried, carry_over
from segmentation.mixture import Layout
from segmentation.model import Model
from segmentation.placing import memberships, model_of, probabilities
from segmentation.profile import TYPICAL, markers, measures
from segmentation.run import UNPLACED, Evidence, Membership, Segment, SegmentationRun, Verdict
from segmentation.search import Search, Solution
from segmentation.values import EXPLORATORY_BELOW, AnswerTable, Recipe


def segment(
    answers: AnswerTable, recipe: Recipe, previous: SegmentationRun | None = None
) -> SegmentationRun:
    """Find segments, or say that there are none.

    The same answers, recipe and previous run give the same run, in whatever order people stand.
    Segments that live on keep the id they had in `previous`. People who answered none of the items
    are unplaced. Takes seconds for some hundred people and about a minute for many thousand.
    """
    coded = code(answers, recipe)
    answered = coded.answered if coded.features else np.zeros(len(answers.people), dtype=bool)
    placed = int(answered.sum())
    if placed < recipe.people_min or not coded.features:
        verdict = Verdict.TOO_FEW if placed < recipe.people_min else Verdict.NONE
        return _without_segments(answers, recipe, previous, verdict=verdict, placed=placed)
    evidence, solution = Search(coded.take(answered), recipe).run()
    if solution is None:
        return _without_segments(
            answers, recipe, previous, verdict=Verdict.NONE, placed=placed, evidence=evidence
        )
    return _with_segments(
        answers, recipe, previous, coded=coded, evidence=evidence, solution=solution
    )


def _without_segments(
    answers: AnswerTable,
    recipe: Recipe,
    previous: SegmentationRun | None,
    *,
    verdict: Verdict,
    placed: int,
    evidence: tuple[Evidence, ...] = (),
) -> SegmentationRun:
    return SegmentationRun(
        recipe=recipe,
        verdict=verdict,
        people=len(answers.people),
        placed=placed,
        exploratory=placed < EXPLORATORY_BELOW,
        below_floor=False,
        memberships=dict.fromkeys(answers.people, UNPLACED),
        evidence=evidence,
        retired=tuple(s.id for s in previous.segments) if previous else (),
        ids_given=previous.ids_given if previous else 0,
    )


def _with_segments(
    answers: AnswerTable,
    recipe: Recipe,
    previous: SegmentationRun | None,
    *,
    coded: Coded,
    evidence: tuple[Evidence, ...],
    solution: Solution,
) -> SegmentationRun:
    k = solution.evidence.segments
    draft = model_of(Layout.of(coded.features), solution.parameters, tuple(range(k)))
    people = memberships(draft, answers.people, coded.values, recipe.undecided_below)
    drafts = _describe(coded, draft, answers.people, people, solution.evidence)
    carried = carry_over(
        previous,
        {person: m.segment for person, m in people.items() if m.segment is not None},
        tuple(s.profile for s in drafts),
    )
    segments = tuple(
        replace(s, id=i, carried=i in carried.kept)
        for s, i in zip(drafts, carried.ids, strict=True)
    )
    placed = sum(s.size for s in segments)
    return SegmentationRun(
        recipe=recipe,
        verdict=solution.evidence.verdict or Verdict.NONE,
        people=len(answers.people),
        placed=placed,
        exploratory=placed < EXPLORATORY_BELOW,
        below_floor=min(s.size for s in segments) < recipe.floor(placed),
        segments=segments,
        memberships={p: _renamed(m, carried) for p, m in people.items()},
        evidence=evidence,
        model=replace(draft, segments=carried.ids),
        retired=carried.retired,
        ids_given=carried.ids_given,
    )


def _renamed(membership: Membership, carried: Carried) -> Membership:
    if membership.segment is None:
        return membership
    return replace(membership, segment=carried.ids[membership.segment])


def _describe(
    coded: Coded,
    model: Model,
    people: tuple[int, ...],
    placed: dict[int, Membership],
    evidence: Evidence,
) -> tuple[Segment, ...]:
    """Segments numbered from 0, each with profile, markers and typical members."""
    likeliest = np.array([-1 if (s := placed[p].segment) is None else s for p in people])
    decided = np.array([placed[p].decided for p in people])
    posterior = probabilities(model, coded.values)
    everybody = np.where(likeliest >= 0, coded.weights, 0.0)
    found = []
    for k in model.segments:
        mine = likeliest == k
        profile = measures(coded.features, coded.values, everybody * mine, everybody)
        more, less = markers(profile)
        found.append(
            Segment(
                id=k,
                size=int(mine.sum()),
                decided=int((mine & decided).sum()),
                share=float(mine.sum() / max((likeliest >= 0).sum(), 1)),
                profile=profile,
                more=more,
                less=less,
                typical=_typical(people, np.where(mine, posterior[:, k], 0.0)),
                stability=evidence.jaccard[k] if evidence.jaccard else None,
            )
        )
    return tuple(found)


def _typical(people: tuple[int, ...], probability: Floats) -> tuple[int, ...]:
    """Those most surely members; the lower id first among equals."""
    order = np.argsort(-np.round(probability, 9), kind="stable")[:TYPICAL]
    return tuple(people[row] for row in order if probability[row] > 0)
