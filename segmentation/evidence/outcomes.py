"""Two schemes held against each other: which foretells better what neither was built from.

People left out are foretold by the mean of their segment among the others, drawn towards
everybody's mean where the segment is small. The skill is the share of the squared error that this
takes away from foretelling everybody alike: R squared for a number, the Brier skill for yes or no.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from segmentation.coding import Floats, Ints

FOLDS = 10
REPEATS = 5
DRAWS = 500
DRAWN_IN = 5.0  # people at everybody's mean, added to every segment
PEOPLE_MIN = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """How well a scheme foretells an outcome, out of sample, with a 95 % interval."""

    scheme: str
    skill: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """First minus second; `better` names the one that is, or None where chance may explain it."""

    first: str
    second: str
    difference: float
    low: float
    high: float
    better: str | None


def compared(
    schemes: Mapping[str, Floats], outcome: Floats, *, seed: int = 0
) -> tuple[tuple[Skill, ...], tuple[Contest, ...]]:
    """Skills, the best first, and every two schemes against each other, over the same people.

    A scheme is the probability of each of its segments (people, segments); NaN in it, or in the
    outcome, leaves a person out of everything. ValueError where fewer than PEOPLE_MIN remain.
    """
    known = ~np.isnan(outcome)
    for posterior in schemes.values():
        known &= ~np.isnan(posterior).any(axis=1)
    y = outcome[known]
    if len(y) < PEOPLE_MIN or y.std() <= 0:
        raise ValueError(f"an outcome that varies is needed of at least {PEOPLE_MIN} people")
    rng = np.random.default_rng([seed, 29])
    parts: list[list[Ints]] = [
        np.array_split(rng.permutation(len(y)), FOLDS) for _ in range(REPEATS)
    ]
    alike = _lost(np.ones((len(y), 1)), y, parts)
    lost = {name: _lost(p[known], y, parts) for name, p in schemes.items()}
    drawn = rng.multinomial(len(y), np.full(len(y), 1 / len(y)), size=DRAWS)
    base = np.maximum(drawn @ alike, 1e-12)
    spread = {name: 1 - drawn @ errors / base for name, errors in lost.items()}
    skills = [
        Skill(
            scheme=name,
            skill=float(1 - errors.sum() / alike.sum()),
            low=float(np.quantile(spread[name], 0.025)),
            high=float(np.quantile(spread[name], 0.975)),
        )
        for name, errors in lost.items()
    ]
    found = sorted(skills, key=lambda s: (-s.skill, s.scheme))
    contests = [
        _contest(a, b, spread[a.scheme] - spread[b.scheme]) for a, b in combinations(found, 2)
    ]
    return tuple(found), tuple(contests)


def _contest(first: Skill, second: Skill, spread: Floats) -> Contest:
    low, high = (float(q) for q in np.quantile(spread, [0.025, 0.975]))
    better = first.scheme if low > 0 else second.scheme if high < 0 else None
    return Contest(
        first=first.scheme,
        second=second.scheme,
        difference=first.skill - second.skill,
        low=low,
        high=high,
        better=better,
    )


def _lost(posterior: Floats, y: Floats, parts: list[list[Ints]]) -> Floats:
    """Everybody's mean squared error when foretold by the others."""
    lost = np.zeros(len(y))
    for folds in parts:
        for part in folds:
            others = np.ones(len(y), dtype=bool)
            others[part] = False
            mean = y[others].mean()
            mass = posterior[others].sum(axis=0) + DRAWN_IN
            means = (posterior[others].T @ y[others] + DRAWN_IN * mean) / mass
            lost[part] += (posterior[part] @ means - y[part]) ** 2
    return lost / len(parts)
