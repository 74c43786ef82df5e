"""A typing form: answers to a few questions, held against people whose segment is known.

Who gave the very same answers counts as they are; beside them stand ALIKE people as the segments'
answers to each question foretell them. Few questions hang together in ways that no model of single
answers sees, and with many of them hardly two people answer alike.
"""

from dataclasses import dataclass

import numpy as np

from segmentation.coding import Coded, Floats, Ints
from segmentation.golden.likelihoods import ItemModel, shares, trained
from segmentation.model import Feature, FeatureKind

ALIKE = 5.0  # foretold people beside those who gave the very same answers
PARTS = 15  # into which a measured number is cut to tell who answered alike


def item_codes(coded: Coded, items: tuple[str, ...]) -> Ints:
    """One number per item and person: equal numbers are equal answers; (items, people)."""
    found = []
    for item in items:
        columns = [j for j, f in enumerate(coded.features) if f.item == item]
        values = coded.values[:, columns].copy()
        for i, j in enumerate(columns):
            if not coded.features[j].free:
                values[:, i] = _parted(coded.features[j], values[:, i])
        _, codes = np.unique(np.nan_to_num(values, nan=-1.0), axis=0, return_inverse=True)
        found.append(codes.reshape(-1))
    return np.stack(found)


def _parted(feature: Feature, values: Floats) -> Floats:
    """Which part of a scale or number each answer is in; the steps of a scale are never joined.

    A border between segments may lie between any two steps: joined, they could not be told apart.
    """
    if feature.kind is not FeatureKind.NUMERIC and feature.width <= PARTS:
        return values
    top = feature.width - 1 if feature.kind is not FeatureKind.NUMERIC else 1
    parts: Floats = np.floor(np.clip(values / top, 0, 0.999) * PARTS)
    return parts


@dataclass(frozen=True, slots=True)
class Sheets:
    """People with known segments, cut into folds: what the others' answers foretell for each.

    `told` are log-likelihoods (items, people, segments) learnt without the person's own fold.
    """

    codes: Ints
    certain: Floats
    fold: Ints
    told: Floats
    prior: Floats  # log shares learnt without the person's own fold: (people, segments)
    items: tuple[str, ...]

    @classmethod
    def of(cls, coded: Coded, certain: Floats, fold: Ints) -> "Sheets":
        """Learn what each fold's people are told by all the other folds."""
        models = [trained(coded.take(fold != f), certain[fold != f]) for f in np.unique(fold)]
        items = models[0].items
        told = np.zeros((len(items), *certain.shape))
        prior = np.zeros(certain.shape)
        for f, model in zip(np.unique(fold), models, strict=True):
            mine = np.flatnonzero(fold == f)
            told[:, mine] = model.told(coded.values[mine])
            prior[mine] = model.log_shares
        return cls(item_codes(coded, items), certain, fold, told, prior, items)

    def hits(self, chosen: list[int], joint: Floats, codes: Ints) -> tuple[float, float]:
        """Share of people placed right by the chosen items, and the mean log of that probability.

        `joint` and `codes` are those of the items chosen: log-likelihoods, and who is alike.
        """
        found = self.placed(joint, codes)
        right = (found * self.certain).sum(axis=1)
        place = found.argmax(axis=1) == self.certain.argmax(axis=1)
        return float(place.mean()), float(np.log(np.maximum(right, 1e-12)).mean())

    def placed(self, joint: Floats, codes: Ints) -> Floats:
        """Probabilities for everybody from people of the other folds: (people, segments)."""
        _, alike = np.unique(codes, return_inverse=True)
        count = int(self.fold.max()) + 1
        k = self.certain.shape[1]
        table = np.zeros((int(alike.max()) + 1, count, k))
        np.add.at(table, (alike, self.fold), self.certain)
        others = table.sum(axis=1)[alike] - table[alike, self.fold]
        mixed: Floats = others + ALIKE * shares(joint)
        mixed /= mixed.sum(axis=1, keepdims=True)
        return mixed


@dataclass(frozen=True, slots=True)
class TypingForm:
    """Places people by the answers to its items alone."""

    items: tuple[str, ...]
    model: ItemModel
    rows: Floats  # answers of the people learnt from, its items' columns only
    certain: Floats
    columns: tuple[int, ...]

    @classmethod
    def of(cls, coded: Coded, certain: Floats, items: tuple[str, ...]) -> "TypingForm":
        """Learn from people with known segments."""
        columns = tuple(j for j, f in enumerate(coded.features) if f.item in items)
        part = Coded(
            tuple(coded.features[j] for j in columns), coded.values[:, columns], coded.weights
        )
        return cls(items, trained(part, certain), part.values, certain, columns)

    def probabilities(self, values: Floats) -> Floats:
        """Probability of every segment, from coded answers to all items of the survey."""
        mine = values[:, self.columns]
        both = np.vstack([self.rows, mine])
        part = Coded(self.model.layout.features, both, np.ones(len(both)))
        codes = item_codes(part, self.model.items)
        _, alike = np.unique(codes, axis=1, return_inverse=True)
        alike = alike.reshape(-1)
        table = np.zeros((int(alike.max()) + 1, self.certain.shape[1]))
        np.add.at(table, alike[: len(self.rows)], self.certain)
        joint = self.model.log_shares + self.model.told(mine).sum(axis=0)
        mixed: Floats = table[alike[len(self.rows) :]] + ALIKE * shares(joint)
        mixed /= mixed.sum(axis=1, keepdims=True)
        return mixed
