"""How much each question says about where a person belongs: log-likelihoods item by item."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from segmentation.coding import Coded, Floats, Ints
from segmentation.mixture.steps import PRIOR_PEOPLE, Layout, Parameters, maximise, natural
from segmentation.model import Model
from segmentation.placing import arrays, probabilities
from surveys.questions import QuestionKey


@dataclass(frozen=True, slots=True)
class ItemModel:
    """What people of each segment answer to each item; a question of several columns is one item.

    `columns` are each item's columns in the sufficient statistics, `coefficients` turn these into
    log-likelihoods (segments, columns).
    """

    items: tuple[QuestionKey, ...]
    layout: Layout
    parameters: Parameters
    columns: tuple[tuple[int, ...], ...]
    coefficients: Floats
    log_shares: Floats

    @classmethod
    def of(cls, layout: Layout, parameters: Parameters) -> "ItemModel":
        """Take the parameters of one start apart by item."""
        coefficients, log_shares = natural(layout, parameters)
        items = tuple(dict.fromkeys(feature.item for feature in layout.features))
        columns = tuple(tuple(_columns(layout, item)) for item in items)
        return cls(items, layout, parameters, columns, coefficients[0], log_shares[0])

    @classmethod
    def of_model(cls, model: Model) -> "ItemModel":
        """The items of a model, whatever method it came from."""
        return cls.of(*arrays(model))

    def told(self, values: Floats) -> Floats:
        """Log-likelihood that each item's answers add: (items, people, segments)."""
        statistics = self.layout.statistics(values)
        return np.stack(
            [statistics[:, c] @ self.coefficients[:, c].T for c in map(list, self.columns)]
        )


def trained(coded: Coded, posterior: Floats) -> ItemModel:
    """What people answer, learnt from rows whose segment is known to this probability."""
    layout = Layout.of(coded.features)
    statistics = layout.statistics(coded.values)
    weighted = posterior[:, None, :] * coded.weights[:, None, None]
    nothing = Parameters(
        np.ones((1, 1)),
        np.full((1, 1, layout.cells), 1.0),
        np.full((1, 1, len(layout.normal)), 0.5),
        np.full((1, len(layout.normal)), 0.1),
    )
    everybody = coded.weights[:, None, None].astype(float)
    margins = maximise(layout, statistics, everybody, nothing, PRIOR_PEOPLE)
    return ItemModel.of(layout, maximise(layout, statistics, weighted, margins, PRIOR_PEOPLE))


def certain(model: Model, values: Floats) -> Floats:
    """One where the whole survey puts a person, zero elsewhere: (people, segments)."""
    posterior = probabilities(model, values)
    hard: Floats = (posterior.argmax(axis=1)[:, None] == np.arange(posterior.shape[1])).astype(
        float
    )
    return hard


def shares(joint: Floats) -> Floats:
    """Probabilities from log-likelihoods; the last axis is the segment."""
    near = np.exp(joint - joint.max(axis=-1, keepdims=True))
    found: Floats = near / near.sum(axis=-1, keepdims=True)
    return found


def folds(people: int, count: int, rng: np.random.Generator) -> list[Ints]:
    """Everybody in one of so many folds, by lot."""
    return np.array_split(rng.permutation(people), count)


def _columns(layout: Layout, item: QuestionKey) -> Sequence[int]:
    numbers = len(layout.normal)
    found: list[int] = []
    for j, offset, width in zip(layout.free, layout.offsets, layout.widths, strict=True):
        if layout.features[j].item == item:
            found += range(int(offset), int(offset + width))
    for g, j in enumerate(layout.normal):
        if layout.features[j].item == item:
            found += [layout.cells + part * numbers + g for part in range(3)]
    return found
