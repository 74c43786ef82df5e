# mypy: disable-error-code="import-untyped"
"""What a column of a spreadsheet becomes in the model: its options, its steps, its limits."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from segmentation.coding import Floats, number_feature, place_features
from segmentation.model import Feature, FeatureKind
from segmentation.sheets.faults import Fault, UnusableSheet
from segmentation.sheets.kinds import (
    EMPTY,
    NO,
    ORDERED,
    SEPARATORS,
    VOTE_WORDS,
    VOTES,
    YES,
    ColumnKind,
    number,
    steps,
)
from segmentation.sheets.ladders import plain
from surveys.questions import QuestionKey

YES_NO = ("no", "yes")


def answered_cells(column: pd.Series) -> Counter[str]:
    """The distinct answered cells of a column and how often each stands there."""
    counts: Counter[str] = Counter()
    for cell, times in column.value_counts().items():
        if plain(str(cell)) not in EMPTY:
            counts[str(cell)] += int(times)
    return counts


def features_of(
    column: pd.Series, name: str, kind: ColumnKind, absent: Collection[str] = ()
) -> list[Feature]:
    """The model's columns for one column of the sheet, before it is known which of them vary.

    Cells that are `absent` stand for no answer.
    """
    counts = answered_cells(column)
    for cell in absent:
        del counts[cell]
    key, cells = QuestionKey(name), sorted(counts)
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
            codes = tuple(sorted(n for cell in absent if (n := number(cell)) is not None))
            return [replace(number_feature(key, _numbers(counts, name)), absent=codes)]
        case ColumnKind.VOTE:
            return [_vote(key, cells)]
        case ColumnKind.RANKING:
            return _ranking(key, cells)
        case ColumnKind.ORDINAL:
            return [_scale(key, counts)]
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


def _ranking(key: QuestionKey, cells: Sequence[str]) -> list[Feature]:
    """The place that one option was given, or a whole order in a cell ("tea > water > milk")."""
    numbers = [number(cell) for cell in cells]
    places = [n for n in numbers if n is not None and n >= 1 and n == n // 1]
    if cells and len(places) == len(cells):
        most = max(*places, 2.0)
        return [Feature(item=key, kind=FeatureKind.NUMERIC, low=1, high=most, free=False)]
    if not any(ORDERED.search(cell) for cell in cells):
        raise UnusableSheet(Fault.NOT_OF_THAT_KIND, key)
    options = sorted({o for cell in cells for o in ORDERED.split(cell.strip()) if o})
    return place_features(key, options)


def batteries(features: Sequence[Feature], kinds: Mapping[str, ColumnKind]) -> list[Feature]:
    """Places of options that stand side by side belong to one question, and count as one."""
    found: list[Feature] = []
    battery: QuestionKey | None = None
    for feature in features:
        placed = kinds.get(feature.item) is ColumnKind.RANKING and feature.part_of is None
        battery = (battery or feature.item) if placed else None
        found.append(replace(feature, part_of=battery) if placed else feature)
    return found


def _vote(key: QuestionKey, cells: Sequence[str]) -> Feature:
    if any(plain(cell) not in VOTES for cell in cells):
        raise UnusableSheet(Fault.NOT_OF_THAT_KIND, key)
    return Feature(item=key, kind=FeatureKind.ORDINAL, levels=VOTE_WORDS, low=-1, high=1)


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


def _numbers(counts: Counter[str], name: str) -> Floats:
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
