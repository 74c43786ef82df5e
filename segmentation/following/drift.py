# mypy: disable-error-code="import-untyped"
"""Drift: whether answers, segments and certainty are still what they were when a model was made.

The population stability index compares distributions; .1 asks for a look and .25 is an alarm, as
is customary. A chi-squared test, corrected for the number of questions (Benjamini and Hochberg
1995), says whether chance explains the difference. People come one by one and are looked at every
night, in four ways: an alarm asks for more than one look would (ALARM_P).
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from scipy.stats import chi2, norm

from segmentation.coding import Floats
from segmentation.following.migration import Wave
from segmentation.following.recoding import recoded
from segmentation.following.unseen import by_others
from segmentation.model import Feature, FeatureKind
from segmentation.placing import placeable, probabilities
from segmentation.profile.significance import adjusted

WATCH, ALARM = 0.1, 0.25  # of the stability index
ALPHA = 0.05  # of one look at one thing ...
ALARM_P = 0.0025  # ... and of an alarm: nights on end may sound one by chance in few of a hundred.
CERTAINTY_LOST = 0.05  # of the mean probability of the likeliest segment
UNDECIDED_GAINED = 0.1  # share of people
PARTS = 10  # of a measured number


class Level(StrEnum):
    """How loud a finding is."""

    CALM = "calm"
    WATCH = "watch"
    ALARM = "alarm"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemDrift:
    """One column's distribution then and now; `p` is corrected for the number of columns."""

    item: str
    option: str | None
    psi: float
    p: float
    level: Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """Everything that may have drifted since the first wave, as its own model sees both."""

    items: tuple[ItemDrift, ...]
    shares_before: tuple[float, ...]
    shares_now: tuple[float, ...]
    shares_p: float
    shares_v: float  # Cramer's V
    certainty_before: float
    certainty_now: float
    undecided_before: float
    undecided_now: float
    alarms: tuple[str, ...]


def drift(first: Wave, second: Wave, undecided_below: float = 0.6) -> Drift:
    """Hold the later people against the earlier, both seen by the earlier model."""
    seen = recoded(second.coded, first.coded.features)
    items = _items(first.coded.features, first.coded.values, seen.values)
    (then,) = by_others(first.model, first.coded, [first.coded.values])
    then = then[placeable(first.model, first.coded.values)]
    now = probabilities(first.model, seen.values[placeable(first.model, seen.values)])
    k = len(first.model.segments)
    counts = np.array([np.bincount(p.argmax(axis=1), minlength=k) for p in (then, now)])
    statistic, p = _chi_squared(counts)
    sure = [x.max(axis=1) for x in (then, now)]
    certainty = [float(x.mean()) if len(x) else 0.0 for x in sure]
    between = [(x < undecided_below).astype(float) for x in sure]
    undecided = [float(x.mean()) if len(x) else 0.0 for x in between]
    strength = float(np.sqrt(statistic / max(counts.sum(), 1)))
    found = [f"item:{d.item}" for d in items if d.level is Level.ALARM]
    found += ["shares"] if p < ALARM_P and strength >= 0.1 else []
    less = certainty[0] - certainty[1] > CERTAINTY_LOST and _rose(-sure[0], -sure[1]) < ALARM_P
    found += ["certainty"] if less else []
    more = undecided[1] - undecided[0] > UNDECIDED_GAINED and _rose(*between) < ALARM_P
    found += ["undecided"] if more else []
    return Drift(
        items=items,
        shares_before=tuple(float(s) for s in counts[0] / max(counts[0].sum(), 1)),
        shares_now=tuple(float(s) for s in counts[1] / max(counts[1].sum(), 1)),
        shares_p=p,
        shares_v=strength,
        certainty_before=certainty[0],
        certainty_now=certainty[1],
        undecided_before=undecided[0],
        undecided_now=undecided[1],
        alarms=tuple(dict.fromkeys(found)),
    )


def _rose(then: Floats, now: Floats) -> float:
    """How likely chance alone makes the mean of the later so much larger (Welch, one-sided)."""
    if min(len(then), len(now)) < 2:
        return 1.0
    error = float(np.sqrt(then.var(ddof=1) / len(then) + now.var(ddof=1) / len(now)))
    return float(norm.sf(float(now.mean() - then.mean()) / max(error, 1e-12)))


def _items(features: tuple[Feature, ...], then: Floats, now: Floats) -> tuple[ItemDrift, ...]:
    tables = [_table(f, a, b) for f, a, b in zip(features, then.T, now.T, strict=True)]
    asked = [j for j, table in enumerate(tables) if table.sum(axis=1).min() > 0]
    tests = adjusted(np.array([_chi_squared(tables[j])[1] for j in asked]))
    found = []
    for j, p in zip(asked, tests, strict=True):
        psi = _psi(tables[j])
        level = Level.CALM
        if p < ALPHA and psi >= WATCH:
            level = Level.ALARM if psi >= ALARM and p < ALARM_P else Level.WATCH
        feature = features[j]
        found.append(
            ItemDrift(item=feature.item, option=feature.option, psi=psi, p=float(p), level=level)
        )
    return tuple(sorted(found, key=lambda d: (-d.psi, d.item, d.option or "")))


def _table(feature: Feature, then: Floats, now: Floats) -> Floats:
    """Counts of every answer, then and now."""
    then, now = then[~np.isnan(then)], now[~np.isnan(now)]
    steps, width = [then, now], feature.width
    if feature.kind is FeatureKind.NUMERIC:
        quantiles = np.quantile(then, np.linspace(0, 1, PARTS + 1)[1:-1]) if len(then) else then
        cuts = np.unique(quantiles)
        steps, width = [np.searchsorted(cuts, x).astype(float) for x in steps], len(cuts) + 1
    return np.array([np.bincount(x.astype(int), minlength=width)[:width] for x in steps])


def _psi(table: Floats) -> float:
    shares = (table + 0.5) / (table + 0.5).sum(axis=1, keepdims=True)
    return float(((shares[1] - shares[0]) * np.log(shares[1] / shares[0])).sum())


def _chi_squared(table: Floats) -> tuple[float, float]:
    table = table[:, table.sum(axis=0) > 0]
    if table.shape[1] < 2 or table.sum(axis=1).min() == 0:
        return 0.0, 1.0
    expected = table.sum(axis=1, keepdims=True) * table.sum(axis=0) / table.sum()
    statistic = float(((table - expected) ** 2 / expected).sum())
    return statistic, float(chi2.sf(statistic, table.shape[1] - 1))
