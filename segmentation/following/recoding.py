"""Answers coded for one model, coded anew for another: waves of the same questions."""

from collections.abc import Sequence

import numpy as np

from segmentation.coding import Coded, Floats
from segmentation.model import Feature, FeatureKind


def recoded(coded: Coded, features: Sequence[Feature]) -> Coded:
    """The same answers by the features of another model; what it does not know is missing."""
    values = np.full((len(coded.values), len(features)), np.nan)
    place = {(f.item, f.option): j for j, f in enumerate(coded.features)}
    for j, wanted in enumerate(features):
        own = place.get((wanted.item, wanted.option))
        if own is not None:
            values[:, j] = _column(coded.features[own], wanted, coded.values[:, own])
    return Coded(tuple(features), values, coded.weights)


def shared_items(first: Sequence[Feature], second: Sequence[Feature]) -> tuple[str, ...]:
    """Items that both models know, in the order of the second."""
    known = {f.item for f in first}
    return tuple(dict.fromkeys(f.item for f in second if f.item in known))


def _column(had: Feature, wanted: Feature, column: Floats) -> Floats:
    if had.kind is FeatureKind.NUMERIC and wanted.kind is FeatureKind.NUMERIC:
        raw = had.low + column * (had.high - had.low)
        raw = np.expm1(raw) if had.logarithmic else raw
        raw = np.log1p(np.maximum(raw, 0.0)) if wanted.logarithmic else raw
        spread = max(wanted.high - wanted.low, 1e-12)
        numbers: Floats = np.clip((raw - wanted.low) / spread, 0.0, 1.0)
        return numbers
    if had.kind is FeatureKind.ORDINAL and wanted.kind is FeatureKind.ORDINAL:
        steps = column + had.low - wanted.low
        return np.where((steps >= 0) & (steps < wanted.width), steps, np.nan)
    if had.option is not None or had.levels == wanted.levels:
        return column if had.width == wanted.width else np.full(len(column), np.nan)
    index = {level: float(i) for i, level in enumerate(wanted.levels)}
    table = np.array([index.get(level, np.nan) for level in had.levels] or [np.nan])
    known = ~np.isnan(column)
    found = np.full(len(column), np.nan)
    inside = known & (column < len(table))
    found[inside] = table[column[inside].astype(int)]
    return found
