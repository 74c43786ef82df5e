"""Which statements set a group of opinion apart, and which all groups agree on.

The measures are those that Polis made known: shares with one pseudo-vote either way, z of one and
of two proportions at .90, and the product of the groups' shares for what all agree on.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from segmentation.coding import Floats, Ints
from segmentation.model import Feature

Z_90 = 1.2816
STATEMENTS = 5  # that are told of a group, and of all groups together
CONSENSUS_SHARE = 0.6  # of every group
CAST_MIN = 5  # votes of a group below which nothing is said about its share


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """How a group voted on a statement: the share that agrees (or disagrees) among its votes.

    `others` is that share among everybody else; for what all agree on it is the least share of any
    group, and `share` that of everybody.
    """

    item: str
    agree: bool
    share: float
    others: float
    votes: int
    z: float


def defining(
    features: Sequence[Feature], values: Floats, labels: Ints, segment: int
) -> tuple[Statement, ...]:
    """The statements that speak most for a group against all others, the strongest first."""
    inside, outside = labels == segment, (labels >= 0) & (labels != segment)
    found: list[tuple[float, Statement]] = []
    for j, feature in enumerate(features):
        for agree in (True, False):
            mine, n = _counted(values[inside, j], agree)
            theirs, m = _counted(values[outside, j], agree)
            if n < CAST_MIN:
                continue
            share, others = (mine + 1) / (n + 2), (theirs + 1) / (m + 2)
            own = 2 * np.sqrt(n + 1) * ((mine + 1) / (n + 1) - 0.5)
            apart = _two_proportions(mine + 1, n + 1, theirs + 1, m + 1)
            if own > Z_90 and apart > Z_90:
                strength = share / others * apart * share * own
                told = Statement(
                    item=feature.item,
                    agree=agree,
                    share=mine / n,
                    others=theirs / m if m else 0.0,
                    votes=n,
                    z=float(apart),
                )
                found.append((float(strength), told))
    found.sort(key=lambda pair: (-pair[0], pair[1].item))
    return tuple(told for _, told in found[:STATEMENTS])


def agreed(
    features: Sequence[Feature], values: Floats, labels: Ints, segments: int
) -> tuple[Statement, ...]:
    """What every group agrees on (or turns down), the most unanimous first."""
    found: list[tuple[float, Statement]] = []
    for j, feature in enumerate(features):
        for agree in (True, False):
            counted = [_counted(values[labels == g, j], agree) for g in range(segments)]
            if min((n for _, n in counted), default=0) < CAST_MIN:
                continue
            shares = [mine / n for mine, n in counted]
            mine, n = sum(c[0] for c in counted), sum(c[1] for c in counted)
            z = 2 * np.sqrt(n + 1) * ((mine + 1) / (n + 1) - 0.5)
            if min(shares) >= CONSENSUS_SHARE and z > Z_90:
                told = Statement(
                    item=feature.item,
                    agree=agree,
                    share=mine / n,
                    others=min(shares),
                    votes=n,
                    z=float(z),
                )
                together = np.prod([(mine + 1) / (n + 2) for mine, n in counted])
                found.append((float(together), told))
    found.sort(key=lambda pair: (-pair[0], pair[1].item))
    return tuple(told for _, told in found[:STATEMENTS])


def _counted(votes: Floats, agree: bool) -> tuple[int, int]:
    """How many of the votes cast are for (or against) a statement, and how many are cast."""
    known = votes[~np.isnan(votes)]
    return int((known == (2.0 if agree else 0.0)).sum()), len(known)


def _two_proportions(x: int, n: int, y: int, m: int) -> float:
    pooled = (x + y) / (n + m)
    if pooled >= 1:
        return 0.0
    return float((x / n - y / m) / np.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m)))
