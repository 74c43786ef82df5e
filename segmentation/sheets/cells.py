# mypy: disable-error-code="import-untyped"
"""Cells of a spreadsheet as the codes of columns that are known already."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from segmentation.coding import Floats, place, position, score_of
from segmentation.model import Feature, FeatureKind
from segmentation.sheets.features import YES_NO
from segmentation.sheets.kinds import (
    EMPTY,
    NO,
    ORDERED,
    SEPARATORS,
    VOTE_WORDS,
    VOTES,
    YES,
    number,
)
from segmentation.sheets.ladders import plain
from segmentation.sheets.ticks import fill_unticked


def read_values(features: Sequence[Feature], frame: pd.DataFrame) -> Floats:
    """Code the columns that the features name: (rows, features); absent columns are missing."""
    values = np.full((len(frame), len(features)), np.nan)
    present = [_column(feature) in frame.columns for feature in features]
    for j, feature in enumerate(features):
        if feature.parts:
            step = replace(feature, kind=FeatureKind.ORDINAL, parts=())
            parts = [replace(step, item=key) for key in feature.parts]
            values[:, j] = score_of(feature, read_values(parts, frame))
        elif present[j]:
            places, cells = pd.factorize(frame[_column(feature)])
            coded = np.array([_read(feature, str(cell)) for cell in cells] or [np.nan])
            values[:, j] = coded[places]
    fill_unticked(features, values, present)
    return values


def _column(feature: Feature) -> str:
    """The column of the sheet; the places of options ranked within one cell stand in one."""
    return feature.question if _is_place(feature) else feature.item


def _is_place(feature: Feature) -> bool:
    return feature.kind is FeatureKind.NUMERIC and bool(feature.levels)


def _read(feature: Feature, cell: str) -> float:
    """One cell as a code; cells that the feature does not know are missing answers."""
    if plain(cell) in EMPTY:
        return float("nan")
    if _is_place(feature):
        return place(feature, ORDERED.split(cell.strip()))
    if feature.option is not None:
        return float(feature.option in SEPARATORS.split(cell.strip()))
    if feature.kind is FeatureKind.NUMERIC:
        read = number(cell)
        if read is None or read in feature.absent:
            return float("nan")
        return position(feature, read)
    if feature.levels == VOTE_WORDS:
        return VOTES.get(plain(cell), float("nan")) + 1
    if feature.kind is FeatureKind.ORDINAL:
        step = _step(feature, cell)
        known = step is not None and feature.low <= step <= feature.high
        return step - feature.low if known and step is not None else float("nan")
    if feature.levels == YES_NO:
        word = plain(cell)
        return 1.0 if word in YES else 0.0 if word in NO else float("nan")
    level = cell.strip()
    return float(feature.levels.index(level)) if level in feature.levels else float("nan")


def _step(feature: Feature, cell: str) -> float | None:
    if plain(cell) in feature.levels:
        return feature.low + feature.levels.index(plain(cell))
    return number(cell)
