"""Cold, warm and hot people as a run like any other: cut by definition, not found."""

import numpy as np

from segmentation.coding import Coded, Floats, draft
from segmentation.profile.measures import TYPICAL, markers, measures
from segmentation.purchases.doings import RECENCY
from segmentation.purchases.rfm import HOT_FROM, WARM_FROM, Warmth, quintiles
from segmentation.run import UNPLACED, Membership, Segment, SegmentationRun, Verdict
from segmentation.values import EXPLORATORY_BELOW, AnswerTable, Recipe
from surveys.answers import Counted
from surveys.questions import QuestionKey

WARMTHS = tuple(Warmth)  # Their ids are 1, 2, 3, for ever.


def by_warmth(table: AnswerTable, recipe: Recipe) -> SegmentationRun:
    """Quintiles of each item (the freshest, the most often, the most money are 5), and their mean.

    Hughes (1994), Strategic Database Marketing; see `segmentation.purchases.rfm`.
    """
    people, placed = len(table.people), len(table.people)
    few = placed < recipe.people_min
    segments: tuple[Segment, ...] = ()
    found = dict.fromkeys(table.people, UNPLACED)
    verdict = Verdict.TOO_FEW
    if not few:
        means = _mean_scores(table, [item.key for item in recipe.items])
        where = np.where(means >= HOT_FROM, 3, np.where(means >= WARM_FROM, 2, 1))
        found = {
            person: Membership(int(at), 1.0, True)
            for person, at in zip(table.people, where, strict=True)
        }
        segments = _segments(draft(table, recipe), table, where, means)
        verdict = Verdict.DEFINED
    return SegmentationRun(
        recipe=recipe,
        verdict=verdict,
        people=people,
        placed=placed,
        exploratory=placed < EXPLORATORY_BELOW,
        below_floor=False,
        segments=segments,
        memberships=found,
        ids_given=len(WARMTHS),
    )


def _mean_scores(table: AnswerTable, keys: list[QuestionKey]) -> Floats:
    """Everybody's mean of the quintiles, from 1 to 5."""
    scores = []
    for key in keys:
        sign = -1 if key == RECENCY else 1  # The fewer days ago, the better.
        values = {
            person: sign * answer.value
            for person, answer in zip(table.people, table.answers[key], strict=True)
            if isinstance(answer, Counted)
        }
        found = quintiles(values)
        scores.append([found[person] for person in table.people])
    means: Floats = np.array(scores, dtype=float).mean(axis=0)
    return means


def _segments(
    coded: Coded, table: AnswerTable, where: Floats, means: Floats
) -> tuple[Segment, ...]:
    found = []
    for number in range(1, len(WARMTHS) + 1):
        inside = where == number
        if not inside.any():
            continue
        profile = measures(coded.features, coded.values, inside.astype(float), np.ones(len(where)))
        more, less = markers(profile)
        middle = float(np.median(means[inside]))
        near = sorted(
            (abs(float(mean) - middle), person)
            for person, mean, here in zip(table.people, means, inside, strict=True)
            if here
        )
        found.append(
            Segment(
                id=number,
                size=int(inside.sum()),
                decided=int(inside.sum()),
                share=float(inside.mean()),
                profile=profile,
                more=more,
                less=less,
                typical=tuple(person for _, person in near[:TYPICAL]),
            )
        )
    return tuple(found)
