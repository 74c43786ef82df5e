"""Response styles: how people fill in scales, whatever they are asked.

A battery is a run of steps on the same scale. The level (mean), the spread and the share of extreme
answers describe a person; a straight line is one answer throughout. With few items a straight line
may be honest, so it is flagged from BATTERY_MIN items on, and from LINE_ITEMS on its weight in
fitting is nothing; such people are placed by the model like everybody.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from segmentation.coding import Bools, Coded, Floats
from segmentation.evidence.stability import STARTS, adjusted_rand
from segmentation.model import Feature, FeatureKind
from segmentation.partition.points import Points, coordinates

BATTERY_MIN = 5
LINE_ITEMS = 8
ANSWERED_SHARE = 0.8  # of a battery, for a line to be called straight
STEPS_MIN = 3


@dataclass(frozen=True, slots=True)
class Styles:
    """Of every person: mean answer 0..1, spread, share of extremes, straight line or not."""

    level: Floats
    spread: Floats
    extreme: Floats
    straight: Bools


def batteries(features: Sequence[Feature]) -> list[list[int]]:
    """Columns that are steps on the same scale, at least BATTERY_MIN of them."""
    found: dict[tuple[float, float], list[int]] = {}
    for j, f in enumerate(features):
        if f.kind is FeatureKind.ORDINAL and f.width >= STEPS_MIN:
            found.setdefault((f.low, f.high), []).append(j)
    return [columns for columns in found.values() if len(columns) >= BATTERY_MIN]


def styles(coded: Coded) -> Styles | None:
    """How everybody fills in the largest battery; None where there is none."""
    sets = batteries(coded.features)
    if not sets:
        return None
    columns = max(sets, key=len)
    steps = coded.values[:, columns]
    top = coded.features[columns[0]].width - 1
    known = ~np.isnan(steps)
    count = np.maximum(known.sum(axis=1), 1)
    held = np.where(known, steps, 0.0)
    mean = held.sum(axis=1) / count
    squares = np.where(known, (steps - mean[:, None]) ** 2, 0.0).sum(axis=1) / count
    extreme = (known & ((steps == 0) | (steps == top))).sum(axis=1) / count
    nobody = ~known.any(axis=1)
    return Styles(
        np.where(nobody, np.nan, mean / top),
        np.where(nobody, np.nan, np.sqrt(squares) / top),
        np.where(nobody, np.nan, extreme),
        straight_lines(coded.values, columns),
    )


def straight_lines(values: Floats, columns: Sequence[int]) -> Bools:
    """Who gave one and the same answer to (nearly) the whole battery."""
    steps = values[:, list(columns)]
    known = ~np.isnan(steps)
    low = np.where(known, steps, np.inf).min(axis=1)
    high = np.where(known, steps, -np.inf).max(axis=1)
    answered = known.sum(axis=1) >= np.maximum(ANSWERED_SHARE * len(columns), BATTERY_MIN)
    found: Bools = (low == high) & answered
    return found


def without_lines(coded: Coded) -> tuple[Coded, int]:
    """The same answers with straight lines through long batteries weighing nothing; how many."""
    lines = np.zeros(len(coded.values), dtype=bool)
    for columns in batteries(coded.features):
        if len(columns) >= LINE_ITEMS:
            lines |= straight_lines(coded.values, columns)
    if not lines.any() or coded.weights[~lines].sum() <= 0:
        return coded, 0
    return replace(coded, weights=np.where(lines, 0.0, coded.weights)), int(lines.sum())


def centred(coded: Coded) -> Floats | None:
    """Points with each person's mean taken out of every battery; None where there is none."""
    sets = batteries(coded.features)
    if not sets:
        return None
    values = coded.values.copy()
    for columns in sets:
        steps = values[:, columns]
        known = ~np.isnan(steps)
        mean = np.where(known, steps, 0.0).sum(axis=1) / np.maximum(known.sum(axis=1), 1)
        values[:, columns] = steps - mean[:, None]
    return coordinates(coded.features, values)


def centred_agreement(coded: Coded, k: int, rng: np.random.Generator) -> float | None:
    """Adjusted Rand index between k-means on answers as given and within-person-centred.

    Near one the styles play no part; near zero the segments are little but styles.
    """
    points = centred(coded)
    if points is None or k < 2:
        return None
    ones = np.ones(len(points))
    raw = Points(coordinates(coded.features, coded.values)).fit(ones, k, 2 * STARTS, rng)
    inner = Points(points).fit(ones, k, 2 * STARTS, rng)
    table = np.zeros((k, k))
    np.add.at(table, (raw.labels, inner.labels), 1)
    return float(adjusted_rand(table))
