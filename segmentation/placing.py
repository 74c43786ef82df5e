"""Newcomers are placed at once, by the model of the last run and the questions they answered."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import numpy as np

from segmentation.coding import Bools, Floats, Ints, answered_rows, encode
from segmentation.mixture.steps import CHUNK_ROWS, Layout, Parameters, expect, natural
from segmentation.model import Column, FeatureKind, Model, OpinionMap
from segmentation.partition.points import Points, coordinates
from segmentation.run import UNPLACED, Membership, SegmentationRun
from segmentation.values import AnswerTable
from segmentation.votes.sureness import SPREAD_MIN, Witnesses
from surveys.answers import Answer
from surveys.questions import QuestionKey

ANSWERED_SHARES = (0.2, 0.4, 0.6, 0.8, 1.0)  # for which a model holds temperatures
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
    model: Model, people: Sequence[int], values: Floats, undecided_below: float
) -> dict[int, Membership]:
    """The segment of every row and how sure it is; rows without an answer are unplaced."""
    posterior = probabilities(model, values)
    answered = placeable(model, values)
    places = placed_at(model, values, posterior)
    found: dict[int, Membership] = {}
    for row, person in enumerate(people):
        if not answered[row]:
            found[person] = UNPLACED
            continue
        best = int(places[row])
        probability = round(float(posterior[row, best]), DIGITS)
        found[person] = Membership(
            model.segments[best], probability, probability >= undecided_below
        )
    return found


def placeable(model: Model, values: Floats) -> Bools:
    """Who answered enough to be placed: anything at all, or as many votes as the map needs."""
    if model.opinions is None:
        return answered_rows(values)
    enough: Bools = np.count_nonzero(~np.isnan(values), axis=1) >= model.opinions.votes_min
    return enough


def probabilities(model: Model, values: Floats) -> Floats:
    """Posterior probability of every segment for coded answers: (people, segments)."""
    if model.opinions is not None:
        score = _by_opinion(model.opinions, model.spread or 0.0)
    else:
        plain = _by_mixture(model) if model.spread is None else _by_distance(model, model.spread)
        score = partial(_humbler, model, plain) if model.temperatures else plain
    found = np.empty((len(values), len(model.segments)))
    for first in range(0, len(values), CHUNK_ROWS):
        found[first : first + CHUNK_ROWS] = score(values[first : first + CHUNK_ROWS])
    return found


def likeliest(model: Model, values: Floats) -> Ints:
    """The position in the model of the segment of every row."""
    return placed_at(model, values, probabilities(model, values))


def placed_at(model: Model, values: Floats, posterior: Floats) -> Ints:
    """The position of the segment of every row with these probabilities: the likeliest one.

    Of votes it is the nearest on the map, by which groups were cut; where the votes by themselves
    speak louder for another one, its probability is below one half and nobody is decided.
    """
    drawn = model.opinions
    if drawn is not None:
        posterior = Witnesses.of(drawn, model.spread or 0.0).heard(values).near
    found: Ints = posterior.argmax(axis=1)
    return found


def _by_mixture(model: Model) -> Callable[[Floats], Floats]:
    layout, parameters = arrays(model)
    coefficients, log_shares = natural(layout, parameters)

    def score(values: Floats) -> Floats:
        found: Floats = expect(layout.statistics(values), coefficients, log_shares)[0][:, 0, :]
        return found

    return score


def _humbler(model: Model, plain: Callable[[Floats], Floats], values: Floats) -> Floats:
    """Probabilities at the temperature for as many questions as each person answered."""
    posterior = plain(values)
    items = dict.fromkeys(column.feature.item for column in model.columns)
    place = {item: i for i, item in enumerate(items)}
    answered = np.zeros((len(values), len(items)), dtype=bool)
    for j, column in enumerate(model.columns):
        answered[:, place[column.feature.item]] |= ~np.isnan(values[:, j])
    heat = np.interp(answered.mean(axis=1), ANSWERED_SHARES, model.temperatures)
    least = np.finfo(posterior.dtype).tiny
    cooler = np.log(np.maximum(posterior, least)) / heat[:, None]
    near = np.exp(cooler - cooler.max(axis=1, keepdims=True))
    shares: Floats = near / near.sum(axis=1, keepdims=True)
    return shares


def _by_opinion(drawn: OpinionMap, spread: float) -> Callable[[Floats], Floats]:
    """By the map of votes, and by the votes themselves where these were learnt."""
    witnesses = Witnesses.of(drawn, spread)

    def score(values: Floats) -> Floats:
        said = witnesses.heard(values)
        odds = said.near if drawn.sureness is None else said.weighed(drawn.sureness)
        near = np.exp(odds - odds.max(axis=1, keepdims=True))
        shares: Floats = near / near.sum(axis=1, keepdims=True)
        return shares

    return score


def _by_distance(model: Model, spread: float) -> Callable[[Floats], Floats]:
    """The nearest centre; distances over answered columns become probabilities by `spread`."""
    features = [column.feature for column in model.columns]
    centres = np.concatenate([_centres(column) for column in model.columns], axis=1)[None]

    def score(values: Floats) -> Floats:
        far = Points(coordinates(features, values)).distances(centres)[:, 0, :]
        near = np.exp((far.min(axis=1, keepdims=True) - far) / (2 * max(spread, SPREAD_MIN)))
        shares: Floats = near / near.sum(axis=1, keepdims=True)
        return shares

    return score


def _centres(column: Column) -> Floats:
    """The centres of the segments in the coordinates of one column: (segments, coordinates)."""
    shares = np.array(column.probabilities)
    if column.means:
        centres: Floats = np.array(column.means)[:, None]
    elif column.feature.kind is FeatureKind.NOMINAL:
        centres = shares / np.sqrt(2)
    else:
        centres = shares @ np.linspace(0, 1, column.feature.width)[:, None]
    return centres * float(np.sqrt(column.feature.weight))


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
