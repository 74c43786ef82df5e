"""Weights that make the answers add up to known shares; nobody is thrown out for a full quota."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from surveys.field.settings import Quota

ROUNDS_MAX = 200
CLOSE_ENOUGH = 1e-6
TRIM = (1 / 3, 3.0)  # Weights stay within a third and three times the mean: few cannot shout.


@dataclass(frozen=True, slots=True)
class Raked:
    """A weight for everybody, one on average; what weighting cost; quotas that nobody could meet.

    `design_effect` is Kish's 1 + CV² of the weights; `effective` people tell as much unweighted.
    """

    weights: Mapping[int, float]
    design_effect: float = 1.0
    effective: float = 0.0
    unmet: tuple[str, ...] = ()


def rake(
    people: Sequence[int], groups: Mapping[str, Mapping[int, str]], quotas: Sequence[Quota]
) -> Raked:
    """Iterative proportional fitting (Deming & Stephan 1940), trimmed.

    `groups` says by each quota's name who is in which group; whoever is in none keeps their weight
    in that step. A group without a single answer cannot be made of others: it is named in `unmet`,
    and the shares of the rest are scaled up.
    """
    weights = dict.fromkeys(sorted(people), 1.0)
    unmet = []
    plans = []
    for quota in quotas:
        of = {who: g for who, g in groups.get(quota.by, {}).items() if who in weights}
        found = set(of.values()) & set(quota.shares)
        unmet += [f"{quota.by}: {group}" for group in quota.shares if group not in found]
        total = sum(quota.shares[group] for group in found)
        if total > 0:
            plans.append((of, {group: quota.shares[group] / total for group in found}))
    for _ in range(ROUNDS_MAX):
        if max((_step(weights, of, shares) for of, shares in plans), default=0.0) < CLOSE_ENOUGH:
            break
        _trim(weights)
    total, squares = math.fsum(weights.values()), math.fsum(w * w for w in weights.values())
    effective = total * total / squares if squares else 0.0
    return Raked(weights, len(weights) / effective if effective else 1.0, effective, tuple(unmet))


def _step(weights: dict[int, float], of: Mapping[int, str], shares: Mapping[str, float]) -> float:
    """Fit one margin; how far the furthest group was from its share."""
    inside = {who: group for who, group in of.items() if group in shares}
    total = math.fsum(weights[who] for who in inside)
    sums: dict[str, float] = {}
    for who, group in inside.items():
        sums[group] = sums.get(group, 0.0) + weights[who]
    furthest = max(abs(sums[group] / total - shares[group]) for group in sums) if total else 0.0
    for who, group in inside.items():
        weights[who] *= shares[group] * total / sums[group]
    return furthest


def _trim(weights: dict[int, float]) -> None:
    mean = math.fsum(weights.values()) / len(weights)
    low, high = TRIM[0] * mean, TRIM[1] * mean
    for who, weight in weights.items():
        weights[who] = min(max(weight, low), high) / mean
