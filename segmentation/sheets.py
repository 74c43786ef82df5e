# mypy: disable-error-code="import-untyped"
"""A spreadsheet of answers, one row a person, becomes coded answers; new sheets likewise."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pandas as pd

from segmentation.coding import Coded, Floats, number_feature, position, settle
from segmentation.model import Feature, FeatureKind
from segmentation.sheet_kinds import (
    EMPTY,
    NO,
    SEPARATORS,
    YES,
    ColumnKind,
    guess,
    number,
    plain,
    steps,
)
from surveys.questions import QuestionKey

ROWS_MIN = 10
COLUMNS_MIN = 2
YES_NO = ("no", "yes")
SEGMENTED_ON = frozenset(ColumnKind) - {
    ColumnKind.TEXT,
    ColumnKind.ID,
    ColumnKind.WEIGHT,
    ColumnKind.IGNORE,
}


class Fault(StrEnum):
    """Why a sheet cannot be segmented."""

    TOO_FEW_ROWS = "too few rows"
    TOO_FEW_COLUMNS = "too few columns"
    NO_SUCH_COLUMN = "no such column"
    SAME_COLUMN_TWICE = "same column twice"
    ALL_CONSTANT = "all constant"
    ALL_MISSING = "all missing"
    DUPLICATE_ID = "duplicate id"
    BAD_WEIGHT = "bad weight"
    INFINITE = "infinite"
    NOT_OF_THAT_KIND = "not of that kind"


class UnusableSheet(ValueError):
    """The sheet cannot be segmented; `where` is the column or the id at fault, if one is."""

    def __init__(self, fault: Fault, where: str = "") -> None:
        super().__init__(f"{fault.value}: {where}" if where else fault.value)
        self.fault, self.where = fault, where


@dataclass(frozen=True, slots=True)
class Sheet:
    """Coded answers with the id of each row, and what each column was taken for."""

    coded: Coded
    ids: tuple[str, ...]
    kinds: Mapping[str, ColumnKind]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetOptions:
    """What the caller says about a sheet; everything else is guessed."""

    items: tuple[str, ...] = ()  # columns to segment on; none: all that can be
    kinds: Mapping[str, ColumnKind] | None = None
    id_column: str | None = None
    weight_column: str | None = None


def read_sheet(frame: pd.DataFrame, options: SheetOptions = SheetOptions()) -> Sheet:
    """Read a frame of strings (no cell converted); UnusableSheet says why one cannot be read."""
    _check_columns(frame, options)
    if len(frame) < ROWS_MIN:
        raise UnusableSheet(Fault.TOO_FEW_ROWS, str(len(frame)))
    kinds = _kinds(frame, options)
    if not any(_cells(frame[name]) for name in options.items or frame.columns):
        raise UnusableSheet(Fault.ALL_MISSING)
    items = options.items or tuple(c for c in frame.columns if kinds[c] in SEGMENTED_ON)
    if len(items) < COLUMNS_MIN:
        raise UnusableSheet(Fault.TOO_FEW_COLUMNS)
    features = [f for name in items for f in _features(frame[name], name, kinds[name])]
    values = read_values(features, frame)
    if np.isnan(values).all():
        raise UnusableSheet(Fault.ALL_MISSING)
    coded = settle(Coded(tuple(features), values, _weights(frame, kinds)))
    if not coded.features:
        raise UnusableSheet(Fault.ALL_CONSTANT)
    return Sheet(coded, _ids(frame, kinds), kinds)


def read_values(features: Sequence[Feature], frame: pd.DataFrame) -> Floats:
    """Code the columns that the features name: (rows, features); absent columns are missing."""
    values = np.full((len(frame), len(features)), np.nan)
    for j, feature in enumerate(features):
        if feature.item in frame.columns:
            places, cells = pd.factorize(frame[feature.item])
            coded = np.array([_read(feature, str(cell)) for cell in cells] or [np.nan])
            values[:, j] = coded[places]
    return values


def _kinds(frame: pd.DataFrame, options: SheetOptions) -> dict[str, ColumnKind]:
    given = dict(options.kinds or {})
    if options.id_column is not None:
        given[options.id_column] = ColumnKind.ID
    if options.weight_column is not None:
        given[options.weight_column] = ColumnKind.WEIGHT
    return {
        name: given[name] if name in given else guess(name, _cells(frame[name]), len(frame))
        for name in frame.columns
    }


def _cells(column: pd.Series) -> Counter[str]:
    """The distinct answered cells of a column and how often each stands there."""
    counts: Counter[str] = Counter()
    for cell, times in column.value_counts().items():
        if plain(str(cell)) not in EMPTY:
            counts[str(cell)] += int(times)
    return counts


def _features(column: pd.Series, name: str, kind: ColumnKind) -> list[Feature]:
    """The model's columns for one column of the sheet, before it is known which of them vary."""
    key, cells = QuestionKey(name), sorted(_cells(column))
    match kind:
        case ColumnKind.BINARY:
            return [_binary(key, cells)]
        case ColumnKind.CATEGORICAL:
            levels = tuple(sorted({cell.strip() for cell in cells}))
            two = FeatureKind.BINARY if len(levels) == 2 else FeatureKind.NOMINAL
            return [Feature(item=key, kind=two, levels=levels)]
        case ColumnKind.MULTIPLE:
            options = sorted({o for cell in cells for o in SEPARATORS.split(cell.strip()) if o})
            return [
                Feature(item=key, kind=FeatureKind.BINARY, option=o, levels=("", o))
                for o in options
            ]
        case ColumnKind.NUMBER:
            return [number_feature(key, _numbers(column, name))]
        case ColumnKind.ORDINAL | ColumnKind.RANKING | ColumnKind.VOTE:
            return [_scale(key, _cells(column))]
        case ColumnKind.IGNORE if not cells:  # named by the caller, but nobody answered it
            return []
        case _:
            raise UnusableSheet(Fault.NOT_OF_THAT_KIND, name)


def _binary(key: QuestionKey, cells: Sequence[str]) -> Feature:
    """Yes or no in any spelling, or else any two answers, the second in order as the yes."""
    if {plain(cell) for cell in cells} <= YES | NO:
        return Feature(item=key, kind=FeatureKind.BINARY, levels=YES_NO)
    levels = tuple(sorted({cell.strip() for cell in cells}))
    if len(levels) > 2:
        raise UnusableSheet(Fault.NOT_OF_THAT_KIND, key)
    return Feature(item=key, kind=FeatureKind.BINARY, levels=levels)


def _scale(key: QuestionKey, counts: Counter[str]) -> Feature:
    """A scale from its least to its greatest step; `levels` are the cells of steps in words.

    Among numbers a few other cells ("R" for refused) are missing answers.
    """
    cells = sorted(counts)
    found = steps(cells) if cells else {}
    if found is None:
        cells = _mostly_numbers(key, counts)
        found = steps(cells)
    if found is None:
        raise UnusableSheet(Fault.NOT_OF_THAT_KIND, key)
    low, high = min(found.values(), default=0), max(found.values(), default=1)
    words: tuple[str, ...] = ()
    if any(number(cell) is None for cell in cells):
        by_step = {step: plain(cell) for cell, step in found.items()}
        words = tuple(by_step.get(step, "") for step in range(low, high + 1))
    return Feature(item=key, kind=FeatureKind.ORDINAL, levels=words, low=low, high=high)


def _read(feature: Feature, cell: str) -> float:
    """One cell as a code; cells that the feature does not know are missing answers."""
    if plain(cell) in EMPTY:
        return float("nan")
    if feature.option is not None:
        return float(feature.option in SEPARATORS.split(cell.strip()))
    if feature.kind is FeatureKind.NUMERIC:
        read = number(cell)
        return float("nan") if read is None else position(feature, read)
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


def _numbers(column: pd.Series, name: str) -> Floats:
    counts = _cells(column)
    cells = _mostly_numbers(name, counts)
    read = np.array([number(cell) for cell in cells], dtype=float)
    if not np.isfinite(read).all():
        raise UnusableSheet(Fault.INFINITE, name)
    return np.repeat(read, [counts[cell] for cell in cells])


def _mostly_numbers(name: str, counts: Counter[str]) -> list[str]:
    """The distinct cells that are numbers, if most answers are."""
    cells = sorted(cell for cell in counts if number(cell) is not None)
    if 2 * sum(counts[cell] for cell in cells) < sum(counts.values()):
        raise UnusableSheet(Fault.NOT_OF_THAT_KIND, name)
    return cells


def _ids(frame: pd.DataFrame, kinds: Mapping[str, ColumnKind]) -> tuple[str, ...]:
    """The ids of the rows; without an id column their numbers from 1."""
    name = next((c for c in frame.columns if kinds[c] is ColumnKind.ID), None)
    if name is None:
        return tuple(str(row) for row in range(1, len(frame) + 1))
    ids = tuple(str(cell).strip() for cell in frame[name])
    again = [i for i, times in Counter(ids).items() if times > 1]
    if again:
        raise UnusableSheet(Fault.DUPLICATE_ID, again[0])
    return ids


def _weights(frame: pd.DataFrame, kinds: Mapping[str, ColumnKind]) -> Floats:
    name = next((c for c in frame.columns if kinds[c] is ColumnKind.WEIGHT), None)
    if name is None:
        return np.ones(len(frame))
    read = np.array([number(str(cell)) for cell in frame[name]], dtype=float)
    if not np.isfinite(read).all() or (read < 0).any() or read.sum() <= 0:
        raise UnusableSheet(Fault.BAD_WEIGHT, name)
    return read


def _check_columns(frame: pd.DataFrame, options: SheetOptions) -> None:
    if not frame.columns.is_unique:
        twice = str(frame.columns[frame.columns.duplicated()][0])
        raise UnusableSheet(Fault.SAME_COLUMN_TWICE, twice)
    named = (*options.items, *(options.kinds or {}), options.id_column, options.weight_column)
    for name in named:
        if name is not None and name not in frame.columns:
            raise UnusableSheet(Fault.NO_SUCH_COLUMN, name)
