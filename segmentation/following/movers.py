"""Who surely moved, and which of their answers moved them."""

from dataclasses import dataclass

import numpy as np

from segmentation.coding import Floats, Ints
from segmentation.following.migration import Migration, Wave, common, compared
from segmentation.following.recoding import recoded
from segmentation.golden.likelihoods import ItemModel
from segmentation.placing import placeable

SURELY = 0.8  # from this probability of having moved on somebody is named
PULL_MIN = 0.1  # log-odds below which an answer did not move anybody
ANSWERS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Pull:
    """How far a changed answer pulled: log-odds towards the new segment, against the old one."""

    item: str
    pull: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Mover:
    """One person who surely moved, with the answers that did it, the strongest first."""

    id: str
    before: int
    after: int
    probability: float
    answers: tuple[Pull, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """All who surely moved one way: how many, and the mean pull of each answer."""

    before: int
    after: int
    people: int
    answers: tuple[Pull, ...]


def movers(
    first: Wave, second: Wave, migration: Migration
) -> tuple[tuple[Mover, ...], tuple[Flow, ...]]:
    """Everybody who surely moved, surest first, and the flows that they make, largest first.

    That somebody moved is the less believed the fewer move at all: the flows are the prior.
    """
    rows, others = common(first.ids, second.ids)
    same = migration.matched
    one, two = compared(first, second, rows, others, same)
    joint = one[:, :, None] * two[:, None, :] * _prior(migration)
    stayed = np.zeros(len(rows))
    for a, b in same.items():
        stayed += joint[:, first.model.segments.index(a), second.model.segments.index(b)]
    moved = 1.0 - stayed / np.maximum(joint.sum(axis=(1, 2)), 1e-300)
    known = placeable(first.model, first.coded.values[rows])
    known &= placeable(second.model, second.coded.values[others])
    sure = np.flatnonzero((moved >= SURELY) & known)
    pulls, items = _pulls(first, second, rows[sure], others[sure])
    back = {b: a for a, b in same.items()}
    found, by_flow = [], dict[tuple[int, int], list[Floats]]()
    for place, row in enumerate(sure):
        came, went = int(one[row].argmax()), int(two[row].argmax())
        after = second.model.segments[went]
        before = first.model.segments[came]
        home = same.get(before)
        old = second.model.segments.index(home) if home is not None else None
        towards = pulls[:, place, went] - (pulls[:, place, old] if old is not None else 0.0)
        if back.get(after) == before:
            continue
        by_flow.setdefault((before, after), []).append(towards)
        found.append(
            Mover(
                id=first.ids[rows[row]],
                before=before,
                after=after,
                probability=round(float(moved[row]), 6),
                answers=_strongest(items, towards),
            )
        )
    found.sort(key=lambda m: (-m.probability, m.id))
    flows = [
        Flow(
            before=a,
            after=b,
            people=len(pulled),
            answers=_strongest(items, np.mean(pulled, axis=0)),
        )
        for (a, b), pulled in by_flow.items()
    ]
    flows.sort(key=lambda f: (-f.people, f.before, f.after))
    return tuple(found), tuple(flows)


def _prior(migration: Migration) -> Floats:
    """How much likelier each flow is than if before and after had nothing to do with each other."""
    flows = np.array(migration.flows)
    apart = flows.sum(axis=1, keepdims=True) * flows.sum(axis=0)
    found: Floats = flows / np.maximum(apart, 1e-12)
    return found


def _pulls(first: Wave, second: Wave, rows: Ints, others: Ints) -> tuple[Floats, tuple[str, ...]]:
    """What each item's change of answer tells the later model: (items, people, segments)."""
    model = ItemModel.of_model(second.model)
    now = second.coded.values[others]
    before = recoded(first.coded.take(rows), second.coded.features).values
    gone = np.isnan(before) | np.isnan(now)
    now, before = np.where(gone, np.nan, now), np.where(gone, np.nan, before)
    return model.told(now) - model.told(before), model.items


def _strongest(items: tuple[str, ...], pulled: Floats) -> tuple[Pull, ...]:
    order = np.argsort(-pulled, kind="stable")[:ANSWERS]
    return tuple(Pull(item=items[i], pull=float(pulled[i])) for i in order if pulled[i] >= PULL_MIN)
