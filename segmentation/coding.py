"""Answers become numbers: one column per item, or per option of a multiple-choice item."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from segmentation.model import Feature, FeatureKind
from segmentation.values import AnswerTable, Item, ItemKind, Recipe
from surveys.answers import Answer, Chosen, Counted, Picked, Rated
from surveys.questions import QuestionKey

Floats = npt.NDArray[np.floating[Any]]
Ints = npt.NDArray[np.integer[Any]]

FREE_SCALE_PEOPLE = 1_000  # From so many on, a scale is one free multinomial ...
FREE_SCALE_LEVELS = 7  # ... unless it has more steps than this.
TAIL = 0.01  # The share of a measured number's either tail that is drawn in to its limit.
SKEW_FOR_LOGARITHM = 1.0
MISSING = math.nan


@dataclass(frozen=True, slots=True)
class Coded:
    """Everybody's answers as numbers: `values[person, feature]`, NaN where there is no answer.

    Discrete columns hold the index of the level, numbers a position within 0..1.
    """

    features: tuple[Feature, ...]
    values: Floats
    weights: Floats

    @property
    def answered(self) -> npt.NDArray[np.bool_]:
        """Who answered anything at all."""
        return answered_rows(self.values)

    def take(self, rows: Any) -> "Coded":
        """The same columns for some of the rows."""
        return Coded(self.features, self.values[rows], self.weights[rows])


def distinct(values: Floats) -> tuple[Floats, Ints]:
    """The distinct rows in an order of their own, and which of them each row is; NaN equals NaN."""
    held = np.where(np.isnan(values), -np.inf, values)
    rows, inverse = np.unique(held, axis=0, return_inverse=True)
    return np.where(np.isinf(rows), np.nan, rows), inverse.reshape(-1)


def answered_rows(values: Floats) -> npt.NDArray[np.bool_]:
    """Which rows hold any answer."""
    counts: Ints = np.count_nonzero(~np.isnan(values), axis=1)
    mask: npt.NDArray[np.bool_] = counts > 0
    return mask


def code(table: AnswerTable, recipe: Recipe) -> Coded:
    """Code the items of the recipe; columns in which everybody answers alike are left out."""
    drafts = [
        feature
        for item in recipe.items
        if item.key in table.answers
        for feature in _features(item, table.answers[item.key])
    ]
    values = encode(drafts, table)
    weights = np.ones(len(table.people)) if table.weights is None else np.array(table.weights)
    return settle(Coded(tuple(drafts), values, weights))


def settle(coded: Coded) -> Coded:
    """Drop columns that do not vary, weigh questions equally, and choose the model of scales."""
    varied = [j for j in range(len(coded.features)) if _varies(coded.values[:, j])]
    kept = [coded.features[j] for j in varied]
    columns = {f.item: sum(g.item == f.item for g in kept) for f in kept}
    fewest = min(columns.values(), default=1)
    people = len(coded.values)
    features = tuple(
        replace(f, weight=fewest / columns[f.item], free=_is_free(f, people)) for f in kept
    )
    return Coded(features, coded.values[:, varied], coded.weights)


def encode(features: Sequence[Feature], table: AnswerTable) -> Floats:
    """Code a table by features that are known already: newcomers, or the same people again."""
    values = np.full((len(table.people), len(features)), MISSING)
    for j, feature in enumerate(features):
        read = _reader(feature)
        column = table.answers.get(feature.item, ())
        values[: len(column), j] = [read(answer) for answer in column]
    return values


def number_feature(key: QuestionKey, numbers: Floats) -> Feature:
    """How to code a measured number: skewed ones by logarithm, both tails drawn in."""
    known = numbers[~np.isnan(numbers)]
    if not len(known):
        return Feature(item=key, kind=FeatureKind.NUMERIC, free=False)
    deviations = known - known.mean()
    spread = float(known.std())
    skew = float((deviations**3).mean()) / spread**3 if spread > 0 else 0.0
    logarithmic = float(known.min()) >= 0 and skew > SKEW_FOR_LOGARITHM
    if logarithmic:
        known = np.log1p(known)
    low, high = (float(q) for q in np.quantile(known, [TAIL, 1 - TAIL]))
    if high <= low:
        low, high = float(known.min()), float(known.max())
    return Feature(
        item=key,
        kind=FeatureKind.NUMERIC,
        low=low,
        high=high,
        logarithmic=logarithmic,
        free=False,
    )


def position(feature: Feature, value: float) -> float:
    """Where a measured number stands between the limits of its feature, 0..1."""
    if feature.high <= feature.low:
        return MISSING
    if feature.logarithmic:
        value = math.log1p(max(value, 0.0))
    return min(max((value - feature.low) / (feature.high - feature.low), 0.0), 1.0)


def _features(item: Item, column: Sequence[Answer | None]) -> list[Feature]:
    match item.kind:
        case ItemKind.SINGLE:
            kind = FeatureKind.BINARY if len(item.options) == 2 else FeatureKind.NOMINAL
            return [Feature(item=item.key, kind=kind, levels=item.options)]
        case ItemKind.MULTIPLE:
            return [
                Feature(item=item.key, kind=FeatureKind.BINARY, option=option, levels=("", option))
                for option in item.options
            ]
        case ItemKind.SCALE:
            low, high = item.low, item.high
            if low is None or high is None:
                raise ValueError(f"the scale {item.key} needs both ends")
            return [Feature(item=item.key, kind=FeatureKind.ORDINAL, low=low, high=high)]
        case ItemKind.NUMBER:
            numbers = np.array([_number(answer) for answer in column], dtype=float)
            return [number_feature(item.key, numbers)]


def _reader(feature: Feature) -> Callable[[Answer | None], float]:
    if feature.option is not None:
        option = feature.option
        return lambda answer: (
            float(option in answer.choices) if isinstance(answer, Picked) else MISSING
        )
    if feature.kind is FeatureKind.NUMERIC:
        return lambda answer: position(feature, _number(answer))
    if feature.kind is FeatureKind.ORDINAL:
        return lambda answer: (
            answer.value - feature.low
            if isinstance(answer, Rated) and feature.low <= answer.value <= feature.high
            else MISSING
        )
    index = {level: float(i) for i, level in enumerate(feature.levels)}
    return lambda answer: (
        index.get(answer.choice, MISSING) if isinstance(answer, Chosen) else MISSING
    )


def _number(answer: Answer | None) -> float:
    return float(answer.value) if isinstance(answer, Counted | Rated) else MISSING


def _varies(column: Floats) -> bool:
    known = column[~np.isnan(column)]
    return len(known) > 0 and float(known.min()) < float(known.max())


def _is_free(feature: Feature, people: int) -> bool:
    if feature.kind is FeatureKind.ORDINAL:
        return people >= FREE_SCALE_PEOPLE and feature.width <= FREE_SCALE_LEVELS
    return feature.kind is not FeatureKind.NUMERIC
