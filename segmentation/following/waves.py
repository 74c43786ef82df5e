"""Runs laid one after the other: who went where between each two, and what drifted meanwhile."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from segmentation.coding import Coded, encode
from segmentation.following.drift import Drift, drift
from segmentation.following.migration import APART, Migration, Wave, migrated
from segmentation.following.movers import Flow, Mover, movers
from segmentation.run import SegmentationRun
from segmentation.values import AnswerTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """What happened from wave to wave; `migrations` has one for each two neighbours.

    None stands where nobody is in both. Movers, flows and drift are those of the last step.
    """

    migrations: tuple[Migration | None, ...]
    movers: tuple[Mover, ...] = ()
    flows: tuple[Flow, ...] = ()
    drift: Drift | None = None


def wave(run: SegmentationRun, answers: AnswerTable) -> Wave:
    """The run with these people and their answers; whoever answered nothing of it is left out.

    Raises ValueError for a run without segments.
    """
    if run.model is None:
        raise ValueError("a run without segments has no waves")
    features = tuple(column.feature for column in run.model.columns)
    values = encode(features, answers)
    heard = np.flatnonzero(~np.isnan(values).all(axis=1))
    coded = Coded(features, values[heard], np.ones(len(heard)))
    return Wave(run.model, coded, tuple(str(answers.people[row]) for row in heard))


def drifted(run: SegmentationRun, before: AnswerTable, after: AnswerTable) -> Drift:
    """What the later people answer otherwise than the earlier, as this run sees both."""
    return drift(wave(run, before), wave(run, after), run.recipe.undecided_below)


def followed(
    steps: Sequence[tuple[SegmentationRun, AnswerTable]],
    together: Mapping[int, int] = APART,
    *,
    seed: int = 0,
) -> Followed:
    """Follow people through these runs, the earliest first; at least two.

    `together`: merged segments and what each stands as (migration.migrated).
    """
    waves = [wave(run, answers) for run, answers in steps]
    found = [migrated(a, b, together, seed=seed) for a, b in pairwise(waves)]
    before, now = waves[-2:]
    last = found[-1]
    who: tuple[tuple[Mover, ...], tuple[Flow, ...]] = ((), ())
    if last is not None and now.model.opinions is None:
        who = movers(before, now, last)
    drifted = drift(before, now) if len(before.ids) and len(now.ids) else None
    return Followed(migrations=tuple(found), movers=who[0], flows=who[1], drift=drifted)
