"""Scale scores, and how far they can be relied on: Cronbach's alpha and McDonald's omega.

Alpha (Cronbach 1951) takes every item to measure the scale equally well; omega (McDonald 1999)
asks one factor how well each does. Intervals are percentiles of bootstrap samples of people.
"""

from collections.abc import Sequence

import numpy as np

from segmentation.coding import Floats
from segmentation.run import Reliability

POOR = 0.7  # below it the items do not measure one thing well enough (Nunnally 1978)
DRAWS = 300
ITEMS_MIN = 3  # for omega; alpha needs two
PEOPLE_MIN = 30
ANSWERED_SHARE = 0.5  # of the items, for a person to have a score
ITERATIONS = 60


def turned(values: Floats, reversed_: Sequence[bool], low: float, high: float) -> Floats:
    """Answers with reversed items turned round, so that high always means much of the scale."""
    found: Floats = np.where(np.array(reversed_), low + high - values, values)
    return found


def scale_scores(values: Floats) -> Floats:
    """The mean answer of each person (items already turned); NaN where half is not answered."""
    known = ~np.isnan(values)
    answered = known.sum(axis=1)
    total = np.where(known, values, 0.0).sum(axis=1)
    enough = answered >= np.maximum(ANSWERED_SHARE * values.shape[1], 1)
    scores: Floats = np.where(enough, total / np.maximum(answered, 1), np.nan)
    return scores


def reliability(values: Floats, *, seed: int = 0) -> Reliability:
    """Alpha and omega with 95 % intervals, over those who answered every item (turned already)."""
    whole = values[~np.isnan(values).any(axis=1)]
    people, items = len(whole), values.shape[1]
    if people < PEOPLE_MIN or items < 2:
        return Reliability(items=items, people=people, alpha=None)
    whole = whole[np.lexsort(whole.T)]  # the same draws whatever the order of people
    a, o = alpha(whole), omega(whole)
    rng = np.random.default_rng([seed, 19])
    drawn = [whole[rng.integers(0, people, people)] for _ in range(DRAWS)]
    a_low, a_high = _interval([alpha(d) for d in drawn])
    o_low, o_high = _interval([omega(d) for d in drawn]) if o is not None else (None, None)
    measure = a if o is None else o
    return Reliability(
        items=items,
        people=people,
        alpha=a,
        alpha_low=a_low,
        alpha_high=a_high,
        omega=o,
        omega_low=o_low,
        omega_high=o_high,
        poor=measure is None or measure < POOR,
    )


def alpha(values: Floats) -> float | None:
    """Cronbach's alpha of complete answers."""
    items = values.shape[1]
    whole = float(values.sum(axis=1).var(ddof=1))
    if whole <= 0 or items < 2:
        return None
    return float(items / (items - 1)) * (1 - float(values.var(axis=0, ddof=1).sum()) / whole)


def omega(values: Floats) -> float | None:
    """McDonald's omega of complete answers: one factor by iterated principal axes."""
    spread = values.std(axis=0, ddof=1)
    if values.shape[1] < ITEMS_MIN or (spread <= 0).any():
        return None
    correlations: Floats = np.asarray(np.corrcoef(values, rowvar=False))
    shared = np.clip(1 - 1 / np.diag(np.linalg.pinv(correlations)), 0.05, 0.995)
    loadings = np.sqrt(shared)
    for _ in range(ITERATIONS):
        reduced = correlations - np.diag(np.diag(correlations) - shared)
        strengths, vectors = np.linalg.eigh(reduced)
        loadings = vectors[:, -1] * np.sqrt(max(float(strengths[-1]), 0.0))
        stepped = np.clip(loadings**2, 0.0, 0.995)
        if float(np.abs(stepped - shared).max()) < 1e-6:
            break
        shared = stepped
    common = float((loadings * spread).sum() ** 2)
    own = float(((1 - np.clip(loadings**2, 0.0, 1.0)) * spread**2).sum())
    return common / (common + own)


def _interval(drawn: Sequence[float | None]) -> tuple[float | None, float | None]:
    known = [d for d in drawn if d is not None]
    if len(known) < DRAWS // 2:
        return None, None
    low, high = np.quantile(known, [0.025, 0.975])
    return float(low), float(high)
