"""Newcomers are placed at once, by the model of the last run and the questions they answered."""

from collections.abc import Mapping

import numpy as np

from segmentation.coding import Floats, answered_rows, encode
from segmentation.mixture import Layout, Parameters, expect, natural
from segmentation.model import Column, Model
from segmentation.run import UNPLACED, Membership, SegmentationRun
from segmentation.values import AnswerTable
from surveys.answers import Answer
from surveys.questions import QuestionKey

CHUNK_ROWS = 50_000
DIGITS = 6  # of a probability: what lies beyond depends on how the machine adds up


def place(run: SegmentationRun, answers: Mapping[QuestionKey, Answer]) -> Membership:
    """Where one person belongs, from the questions answered; unplaced if none of them counts."""
    return place_all(run, AnswerTable.of({0: answers}))[0]


def place_all(run: SegmentationRun, table: AnswerTable) -> dict[int, Membership]:
    """Where everybody in the table belongs, by person."""
    if run.model is None:
        return dict.fromkeys(table.people, UNPLACED)
    values = encode([column.feature for column in run.model.columns], table)
    return memberships(run.model, table.people, values, run.recipe.undecided_below)


def memberships(
    model: Model, people: tuple[int, ...], values: Floats, undecided_below: float
) -> dict[int, Membership]:
    """The likeliest segment of every row; rows without an answer are unplaced."""
    posterior = probabilities(model, values)
    answered = answered_rows(values)
    likeliest = posterior.argmax(axis=1)
    found: dict[int, Membership] = {}
    for row, person in enumerate(people):
        if not answered[row]:
            found[person] = UNPLACED
            continue
        best = int(likeliest[row])
        probability = round(float(posterior[row, best]), DIGITS)
        found[person] = Membership(
            model.segments[best], probability, probability >= undecided_below
        )
    return found


def probabilities(model: Model, values: Floats) -> Floats:
    """Posterior probability of every segment for coded answers: (people, segments)."""
    layout, parameters = arrays(model)
    coefficients, log_shares = natural(layout, parameters)
    chunks = [
        expect(layout.statistics(values[first : first + CHUNK_ROWS]), coefficients, log_shares)[0]
        for first in range(0, len(values), CHUNK_ROWS)
    ]
    return np.concatenate(chunks)[:, 0, :] if chunks else np.zeros((0, len(model.segments)))


def arrays(model: Model) -> tuple[Layout, Parameters]:
    """The model's values as the arrays that the mixture works on."""
    layout = Layout.of([column.feature for column in model.columns])
    k = len(model.segments)
    free = [np.array(model.columns[j].probabilities) for j in layout.free]
    means = [np.array(model.columns[j].means) for j in layout.normal]
    variances = np.array([model.columns[j].variance for j in layout.normal])
    return layout, Parameters(
        np.array(model.shares)[None],
        np.concatenate([np.zeros((k, 0)), *free], axis=1)[None],
        (np.stack(means, axis=1) if means else np.zeros((k, 0)))[None],
        variances[None],
    )


def model_of(layout: Layout, parameters: Parameters, segments: tuple[int, ...]) -> Model:
    """One start's parameters as plain values."""
    columns: dict[int, Column] = {}
    for j, offset, width in zip(layout.free, layout.offsets, layout.widths, strict=True):
        cells = parameters.probabilities[0][:, offset : offset + width]
        columns[j] = Column(
            feature=layout.features[j],
            probabilities=tuple(tuple(float(p) for p in row) for row in cells),
        )
    for g, j in enumerate(layout.normal):
        columns[j] = Column(
            feature=layout.features[j],
            means=tuple(float(m) for m in parameters.means[0, :, g]),
            variance=float(parameters.variances[0, g]),
        )
    return Model(
        segments=segments,
        shares=tuple(float(s) for s in parameters.shares[0]),
        columns=tuple(columns[j] for j in range(len(layout.features))),
    )
