"""What sets each segment apart: its answers against everybody's, markers, typical members."""

from collections.abc import Sequence

import numpy as np

from segmentation.coding import Floats
from segmentation.model import Feature, FeatureKind
from segmentation.run import Direction, Marker, Measure

NORMAL_95 = 1.959964
MARKERS = 3  # in either direction
MARKER_EFFECT_MIN = 0.2  # Cohen's "small"
TYPICAL = 5


def measures(
    features: Sequence[Feature], values: Floats, members: Floats, everybody: Floats
) -> tuple[Measure, ...]:
    """The profile of one segment; `members` and `everybody` are weights per row.

    Intervals rest on the contrast of members with all others: segment minus everybody is that
    contrast times the others' share. Options of unordered columns stand one a line.
    """
    lines: list[Measure] = []
    for feature, column in zip(features, values.T, strict=True):
        if feature.kind in {FeatureKind.ORDINAL, FeatureKind.NUMERIC}:
            lines.append(_mean(feature, raw(feature, column), members, everybody))
        elif feature.option is not None:
            lines.append(_share(feature, feature.option, column, members, everybody))
        else:
            lines += [
                _share(feature, option, _is(column, index), members, everybody)
                for index, option in enumerate(feature.levels)
            ]
    return tuple(lines)


def markers(profile: Sequence[Measure]) -> tuple[tuple[Marker, ...], tuple[Marker, ...]]:
    """The strongest differences, one an item: three "more than others" and three "less"."""
    strong = sorted(
        (m for m in profile if abs(m.effect) >= MARKER_EFFECT_MIN and m.low * m.high > 0),
        key=lambda m: (-abs(m.effect), m.item, m.option or ""),
    )
    found: dict[Direction, list[Marker]] = {Direction.MORE: [], Direction.LESS: []}
    for m in strong:
        direction = Direction.MORE if m.difference > 0 else Direction.LESS
        if m.option is None or m.option not in {
            k.option for k in found[direction] if k.item == m.item
        }:
            found[direction].append(
                Marker(
                    item=m.item,
                    option=m.option,
                    direction=direction,
                    difference=m.difference,
                    effect=m.effect,
                )
            )
    return tuple(found[Direction.MORE][:MARKERS]), tuple(found[Direction.LESS][:MARKERS])


def raw(feature: Feature, column: Floats) -> Floats:
    """Coded answers back in the unit in which they were given; drawn-in tails stay drawn in."""
    if feature.kind is FeatureKind.ORDINAL:
        return column + feature.low
    raw = feature.low + column * (feature.high - feature.low)
    return np.expm1(raw) if feature.logarithmic else raw


def _moments(column: Floats, weights: Floats) -> tuple[float, float, float]:
    """Mean, variance and effective number of those who answered."""
    known = ~np.isnan(column) & (weights > 0)
    w, x = weights[known], column[known]
    if not len(x):
        return 0.0, 0.0, 0.0
    mean = float(w @ x / w.sum())
    return mean, float(w @ (x - mean) ** 2 / w.sum()), float(w.sum() ** 2 / (w @ w))


def _interval(column: Floats, members: Floats, everybody: Floats) -> float:
    """Half the width of the 95 % interval of segment minus everybody."""
    others = everybody - members
    _, inside, n = _moments(column, members)
    _, outside, m = _moments(column, others)
    if n == 0 or m == 0:
        return 0.0
    share = float(others[~np.isnan(column)].sum() / everybody[~np.isnan(column)].sum())
    return NORMAL_95 * share * float(np.sqrt(inside / n + outside / m))


def _is(column: Floats, index: int) -> Floats:
    """1 where that option was chosen, 0 where another, NaN where none."""
    chosen: Floats = np.where(np.isnan(column), np.nan, column == index)
    return chosen


def _mean(feature: Feature, column: Floats, members: Floats, everybody: Floats) -> Measure:
    segment, _, answered = _moments(column, members)
    overall, variance, _ = _moments(column, everybody)
    difference = segment - overall if answered else 0.0
    half = _interval(column, members, everybody)
    return Measure(
        item=feature.item,
        option=None,
        segment=segment,
        everybody=overall,
        difference=difference,
        effect=difference / float(np.sqrt(variance)) if variance > 0 else 0.0,
        low=difference - half,
        high=difference + half,
        answered=int((~np.isnan(column) & (members > 0)).sum()),
    )


def _share(
    feature: Feature, option: str, ticked: Floats, members: Floats, everybody: Floats
) -> Measure:
    segment, _, answered = _moments(ticked, members)
    overall, _, _ = _moments(ticked, everybody)
    difference = segment - overall if answered else 0.0
    half = _interval(ticked, members, everybody)
    effect = 2 * (np.arcsin(np.sqrt(segment)) - np.arcsin(np.sqrt(overall))) if answered else 0.0
    return Measure(
        item=feature.item,
        option=option,
        segment=segment,
        everybody=overall,
        difference=difference,
        effect=float(effect),
        low=difference - half,
        high=difference + half,
        answered=int((~np.isnan(ticked) & (members > 0)).sum()),
    )
