"""Probabilities that mean what they say, also where only some questions were answered.

Answers hang together within segments more than the model knows, so that each further one makes it
too sure. People are placed by models that never saw them, from some of their answers by lot, and
held against where the whole survey and all people put them; one temperature (Guo et al. 2017) for
each share of questions answered takes out what is too much. It never makes anybody surer.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from segmentation.coding import Bools, Coded, Floats, Ints
from segmentation.golden.likelihoods import folds, shares, trained
from segmentation.mixture.steps import CHUNK_ROWS, Layout
from segmentation.model import Model
from segmentation.placing import ANSWERED_SHARES, model_of, probabilities
from segmentation.run import Calibration

FOLDS = 5
PEOPLE_MAX = 4_000
LOOKED_AT = 20_000  # people among whom those are drawn
TEMPERATURES = np.geomspace(1.0, 6.0, 61)
BINS = 10


def calibrated(
    coded: Coded, model: Model, *, seed: int = 0
) -> tuple[Model, tuple[Calibration, ...]]:
    """The model with its temperatures, and how far off it was and is for people it never saw.

    Votes are calibrated by their number (votes.calibrating): nobody casts most of them, so that a
    share of the questions says nothing there.
    """
    if model.opinions is not None or len(model.segments) < 2:
        return model, ()
    rows, truth = _sample(coded, model, seed)
    people, count = rows.values.shape[0], len({f.item for f in rows.features})
    if people < FOLDS * 2:
        return model, ()
    rng = np.random.default_rng([seed, 23])
    parts = folds(people, FOLDS, rng)
    again = max(1, PEOPLE_MAX // people)  # a sheet that many gave is asked about more than once
    told = _by_likelihood if model.spread is None else _by_distance
    left = told(rows, truth, model, parts, again)
    truth, weights = np.tile(truth, (again, 1)), np.tile(rows.weights, again)
    order = rng.random((count, len(truth))).argsort(axis=0).argsort(axis=0)
    found, heat = [], []
    for share in ANSWERED_SHARES:
        joint = left(order < max(round(share * count), 1))
        losses = [
            -float(weights @ (truth * np.log(np.maximum(shares(joint / t), 1e-12))).sum(axis=1))
            for t in TEMPERATURES
        ]
        best = float(TEMPERATURES[int(np.argmin(losses))])
        heat.append(round(best, 6))
        found.append(
            Calibration(
                answered=share,
                temperature=heat[-1],
                error_before=expected_error(shares(joint), truth, weights),
                error_after=expected_error(shares(joint / best), truth, weights),
            )
        )
    return replace(model, temperatures=tuple(heat)), tuple(found)


Left = Callable[[Bools], Floats]
"""Log-likelihoods (people, segments) of the answers kept (items, people) of all sheets."""


def _by_likelihood(
    rows: Coded, truth: Floats, model: Model, parts: Sequence[Ints], again: int
) -> Left:
    """By what each question tells, learnt without the person's own fold."""
    people, count = len(truth), len({f.item for f in rows.features})
    told, prior = np.zeros((count, people, truth.shape[1])), np.zeros(truth.shape)
    for part in parts:
        others = np.setdiff1d(np.arange(people), part)
        fitted = trained(rows.take(others), truth[others])
        told[:, part], prior[part] = fitted.told(rows.values[part]), fitted.log_shares
    told, prior = np.tile(told, (1, again, 1)), np.tile(prior, (again, 1))
    return lambda kept: prior + (told * kept[:, :, None]).sum(axis=0)


def _by_distance(
    rows: Coded, truth: Floats, model: Model, parts: Sequence[Ints], again: int
) -> Left:
    """By how near each centre is, taken without the person's own fold."""
    people = len(truth)
    items = list(dict.fromkeys(f.item for f in rows.features))
    of_column = np.array([items.index(f.item) for f in rows.features])
    fitted = []
    for part in parts:
        others = np.setdiff1d(np.arange(people), part)
        layout = Layout.of(rows.features)
        learnt = trained(rows.take(others), truth[others]).parameters
        fitted.append(replace(model_of(layout, learnt, model.segments), spread=model.spread))
    values = np.tile(rows.values, (again, 1))
    places = [np.concatenate([part + turn * people for turn in range(again)]) for part in parts]

    def left(kept: Bools) -> Floats:
        seen = np.where(kept[of_column].T, values, np.nan)
        found = np.zeros((len(values), truth.shape[1]))
        for mine, other in zip(places, fitted, strict=True):
            found[mine] = probabilities(other, seen[mine])
        return np.log(np.maximum(found, 1e-300))

    return left


def expected_error(posterior: Floats, truth: Floats, weights: Floats) -> float:
    """Expected calibration error: how far probabilities of the likeliest lie from what is true."""
    best = posterior.argmax(axis=1)
    rows = np.arange(len(best))
    said, true = posterior[rows, best], truth[rows, best]
    bins = np.minimum((said * BINS).astype(int), BINS - 1)
    apart = np.bincount(bins, weights * (said - true), minlength=BINS)
    return float(np.abs(apart).sum() / weights.sum())


def _sample(coded: Coded, model: Model, seed: int) -> tuple[Coded, Floats]:
    """People by lot, and the truth about each: the same whatever their order.

    People, not sheets: whoever comes next may well answer what others have answered already, and
    where questions are few nearly everybody does.
    """
    values = coded.values[_some(coded, seed)]
    values = values[np.lexsort(values.T)]
    if len(values) > PEOPLE_MAX:
        rng = np.random.default_rng([seed, PEOPLE_MAX])
        values = values[np.sort(rng.choice(len(values), PEOPLE_MAX, replace=False))]
    return Coded(coded.features, values, np.ones(len(values))), probabilities(model, values)


def _some(coded: Coded, seed: int) -> Ints:
    """Rows that hold an answer, at most LOOKED_AT by lot, the same people whatever their order."""
    rows = np.flatnonzero(coded.answered)
    if len(rows) <= LOOKED_AT:
        return rows
    rng = np.random.default_rng([seed, LOOKED_AT])
    mark = rng.standard_normal(coded.values.shape[1])  # people in an order of their own
    places = [
        np.nan_to_num(coded.values[first : first + CHUNK_ROWS], nan=-1.0) @ mark
        for first in range(0, len(coded.values), CHUNK_ROWS)
    ]
    order = rows[np.argsort(np.concatenate(places)[rows], kind="stable")]
    return np.sort(order[rng.permutation(len(order))[:LOOKED_AT]])
