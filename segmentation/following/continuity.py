"""Segments keep their id from run to run, so that a name given yesterday still fits tomorrow."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from segmentation.coding import Floats
from segmentation.run import Measure, Membership, SegmentationRun

SHARED_PEOPLE_MIN = 30  # in both runs, before people rather than profiles tell who is who
OVERLAP_MIN = 0.3  # Jaccard overlap of two segments that are the same one
LIKENESS_MIN = 0.5  # correlation of two profiles that are the same one


@dataclass(frozen=True, slots=True)
class Carried:
    """Ids for the new segments in their order, those carried over, and those that ended."""

    ids: tuple[int, ...]
    kept: frozenset[int]
    retired: tuple[int, ...]
    ids_given: int


def carry_over(
    previous: SegmentationRun | None,
    placed: Mapping[int, int],
    profiles: tuple[tuple[Measure, ...], ...],
) -> Carried:
    """Match new segments to the previous run's by optimal assignment (Kuhn 1955).

    `placed` is the index of each person's new segment. With few people in common the profiles are
    compared instead. Segments without a match get ids never used before.
    """
    if previous is None:
        fresh = tuple(range(1, len(profiles) + 1))
        return Carried(fresh, frozenset(), (), len(profiles))
    old = tuple(segment.id for segment in previous.segments)
    likeness, least = _likeness(previous, old, placed, profiles)
    matched: dict[int, int] = {}
    if old and profiles:
        rows, columns = linear_sum_assignment(-likeness)
        matched = {
            int(i): old[j] for i, j in zip(rows, columns, strict=True) if likeness[i, j] >= least
        }
    ids, given = [], previous.ids_given
    for index in range(len(profiles)):
        if index not in matched:
            given += 1
        ids.append(matched.get(index, given))
    kept = frozenset(matched.values())
    return Carried(tuple(ids), kept, tuple(i for i in old if i not in kept), given)


def _likeness(
    previous: SegmentationRun,
    old: tuple[int, ...],
    placed: Mapping[int, int],
    profiles: tuple[tuple[Measure, ...], ...],
) -> tuple[Floats, float]:
    before: Mapping[int, Membership] = previous.memberships
    shared = [
        (index, segment)
        for person, index in placed.items()
        if person in before and (segment := before[person].segment) is not None and segment in old
    ]
    if len(shared) < SHARED_PEOPLE_MIN:
        older = [segment.profile for segment in previous.segments]
        return _profile_likeness(profiles, older), LIKENESS_MIN
    table = np.zeros((len(profiles), len(old)))
    for index, segment in shared:
        table[index, old.index(segment)] += 1
    either = table.sum(axis=1, keepdims=True) + table.sum(axis=0) - table
    return table / np.maximum(either, 1), OVERLAP_MIN


def _profile_likeness(
    profiles: tuple[tuple[Measure, ...], ...], older: list[tuple[Measure, ...]]
) -> Floats:
    likeness = np.zeros((len(profiles), len(older)))
    for i, new in enumerate(profiles):
        effects = {(m.item, m.option): m.effect for m in new}
        for j, old in enumerate(older):
            pairs = [
                (effects[m.item, m.option], m.effect) for m in old if (m.item, m.option) in effects
            ]
            if len(pairs) >= 2:
                a, b = np.array(pairs).T
                size = float(np.linalg.norm(a) * np.linalg.norm(b))
                likeness[i, j] = float(a @ b) / size if size > 0 else 0.0
    return likeness
