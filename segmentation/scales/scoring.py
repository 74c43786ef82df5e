"""Scale scores in the place of the items that measure them, and how far they can be relied on."""

from collections.abc import Mapping, Sequence

import numpy as np

from segmentation.coding import Floats
from segmentation.run import Reliability
from segmentation.scales.reliability import reliability, turned
from segmentation.values import AnswerTable, Item, ItemKind, Recipe
from surveys.answers import Rated


def measured(table: AnswerTable, recipe: Recipe) -> Mapping[str, Reliability]:
    """Of each scale that the recipe rests on, by the name of its construct."""
    return {
        item.construct or str(item.key): reliability(_right(table, item), seed=recipe.seed)
        for item in recipe.items
        if item.kind is ItemKind.SCORE
    }


def _right(table: AnswerTable, item: Item) -> Floats:
    """The answers to the items of a scale, reversed ones turned: (people, items)."""
    low, high = item.low or 0.0, item.high or 0.0
    columns = [_rated(table.answers.get(key, ())) for key in item.parts]
    blank = np.full(len(table.people), np.nan)
    values = np.stack([c if len(c) else blank for c in columns], axis=1)
    return turned(values, [key in item.turned for key in item.parts], low, high)


def _rated(column: Sequence[object]) -> Floats:
    return np.array([float(a.value) if isinstance(a, Rated) else np.nan for a in column])
