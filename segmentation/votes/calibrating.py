"""Probabilities of groups of opinion that mean what they say, for few votes as for many.

People are placed from some of their votes, by lot, on a map that never saw them, and held against
the group that all their votes put them in. Only who cast at least twice as many votes (or nearly
all there are) is asked: what few votes foretell shows only where there are more.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from segmentation.coding import Bools, Coded, Floats, Ints
from segmentation.evidence.calibration import expected_error
from segmentation.golden.likelihoods import folds, shares, trained
from segmentation.golden.selecting import sample
from segmentation.model import Model, OpinionMap, Sureness
from segmentation.placing import likeliest, placeable
from segmentation.run import Calibration
from segmentation.votes.space import OpinionSpace
from segmentation.votes.sureness import ANSWERS, Heard, Witnesses, heights

FOLDS = 5
LEVELS = (1, 2, 3, 5, 7, 10, 15, 20, 30, 45, 60, 90, 120, 180, 250)
FULLER = 2  # times as many votes as are kept must have been cast ...
NEARLY_ALL = 0.9  # ... or this share of all statements
FULLER_MIN = 20  # people with so many votes, for a number of votes to be looked at
SHEETS = 1_000  # thinned ballots for each number of votes, at least
EXPECTED = 0.5  # of a witness before anything is known: votes hang together
DIGITS = 6


def calibrated_votes(
    coded: Coded, model: Model, *, seed: int = 0
) -> tuple[Model, tuple[Calibration, ...]]:
    """The model with its sureness, and how far off it was and is for people it never saw.

    Unchanged where too few people voted.
    """
    drawn = model.opinions
    if drawn is None or len(model.segments) < 2:
        return model, ()
    rows = sample(coded.take(placeable(model, coded.values)), seed)
    if len(rows.values) < 2 * FOLDS:
        return model, ()
    truth = likeliest(model, rows.values)
    ballots = thinned(rows, truth, drawn, seed)
    if ballots is None:
        return model, ()
    told = witnesses(rows, truth, drawn).told
    drawn = replace(drawn, sureness=sureness(ballots, told))
    return replace(model, opinions=drawn), tuple(_judged(ballots))


@dataclass(frozen=True, slots=True)
class Ballots:
    """Thinned ballots of people whom map and votes had not seen, with the group of all their votes.

    `mass` sums to the number of people for each number of votes; `fold` is the person's.
    """

    heard: Heard
    truth: Ints
    fold: Ints
    mass: Floats

    def take(self, rows: Bools) -> "Ballots":
        """Some of them."""
        told = Heard(self.heard.near[rows], self.heard.told[rows], self.heard.votes[rows])
        return Ballots(told, self.truth[rows], self.fold[rows], self.mass[rows])


def fuller(values: Floats, votes: int) -> Ints:
    """Who cast enough votes to say what so many of them foretell."""
    cast, statements = (~np.isnan(values)).sum(axis=1), values.shape[1]
    return np.flatnonzero(cast >= max(min(FULLER * votes, NEARLY_ALL * statements), votes))


def thinned(
    rows: Coded, truth: Ints, drawn: OpinionMap, seed: int, sheets: int = SHEETS
) -> Ballots | None:
    """Ballots of every number of votes that enough people cast twice; None where there is none.

    `truth` is each person's group, by position; `sheets` ballots at least of each number.
    """
    rng = np.random.default_rng([seed, 29])
    fold = np.zeros(len(truth), dtype=int)
    for number, part in enumerate(folds(len(truth), FOLDS, rng)):
        fold[part] = number
    blind = [witnesses(rows.take(fold != f), truth[fold != f], drawn) for f in range(FOLDS)]
    found = []
    for votes in [n for n in LEVELS if n <= rows.values.shape[1]]:
        who = fuller(rows.values, votes)
        if len(who) < FULLER_MIN:
            continue
        again = np.tile(who, -(-sheets // len(who)))
        values = keeping(rows.values[again], votes, rng)
        near, told = (np.zeros((len(again), len(drawn.centres))) for _ in range(2))
        for f, others in enumerate(blind):
            mine = fold[again] == f
            heard = others.heard(values[mine])
            near[mine], told[mine] = heard.near, heard.told
        heard = Heard(near, told, np.full(len(again), float(votes)))
        mass = rows.weights[again] * len(who) / len(again)
        found.append(Ballots(heard, truth[again], fold[again], mass))
    return _together(found) if found else None


def _together(parts: list[Ballots]) -> Ballots:
    heard = Heard(
        np.concatenate([part.heard.near for part in parts]),
        np.concatenate([part.heard.told for part in parts]),
        np.concatenate([part.heard.votes for part in parts]),
    )
    return Ballots(
        heard,
        np.concatenate([part.truth for part in parts]),
        np.concatenate([part.fold for part in parts]),
        np.concatenate([part.mass for part in parts]),
    )


def keeping(values: Floats, votes: int, rng: np.random.Generator) -> Floats:
    """So many of everybody's votes, by lot."""
    lot = np.where(np.isnan(values), 2.0, rng.random(values.shape))
    kept: Floats = np.where(lot.argsort(axis=1).argsort(axis=1) < votes, values, np.nan)
    return kept


def witnesses(rows: Coded, truth: Ints, like: OpinionMap) -> Witnesses:
    """A map and what groups vote, learnt from people whose groups (by position) are known.

    A group that none of them is in keeps the centre that it has on the map given.
    """
    space = OpinionSpace.of(rows.values, rows.weights)
    points, places = space.points(rows.values), np.array(like.centres)
    for g in range(len(places)):
        mine = (truth == g) & (rows.weights > 0)
        if mine.any():
            places[g] = np.average(points[mine], axis=0, weights=rows.weights[mine])
    spread = float(((points - places[truth]) ** 2).sum() / max(points.size, 1))
    certain = (truth[:, None] == np.arange(len(places))).astype(float)
    model = trained(rows, certain)
    told = np.zeros((len(like.means), len(places), ANSWERS))
    for answer in range(ANSWERS):
        values = np.full((1, len(like.means)), float(answer))
        told[:, :, answer] = model.told(values)[:, 0, :]
    return Witnesses(space, places, spread, told)


def sureness(ballots: Ballots, told: Floats) -> Sureness:
    """What map and votes weigh for these people; `told` is kept beside the weights."""
    most = int(ballots.heard.votes.max())
    w = [_short(weight) for weight in _learnt(ballots, most)]
    kept = tuple(tuple(tuple(map(_short, cell)) for cell in row) for row in told)
    return Sureness(told=kept, on_map=(w[0], w[1]), by_votes=(w[2], w[3]), votes_most=most)


def _short(number: float) -> float:
    return round(float(number), DIGITS)


def _learnt(ballots: Ballots, most: int) -> Floats:
    """The four weights, none below zero, drawn towards EXPECTED as if by one person."""
    from scipy.optimize import minimize

    height = heights(ballots.heard.votes, most)[:, None]
    near, told = ballots.heard.near, ballots.heard.told
    parts = np.stack([near * (1 - height), near * height, told * (1 - height), told * height])
    rows = np.arange(len(ballots.truth))
    right = parts[:, rows, ballots.truth]
    mass = ballots.mass / len(np.unique(ballots.heard.votes))

    def loss(weights: Floats) -> tuple[float, Floats]:
        posterior = shares(np.tensordot(weights, parts, axes=1))
        lost = -float(mass @ np.log(np.maximum(posterior[rows, ballots.truth], 1e-300)))
        slope = ((posterior * parts).sum(axis=2) - right) @ mass
        away = weights - EXPECTED
        return lost + 0.5 * float(away @ away), slope + away

    start = np.full(len(parts), EXPECTED)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[(0.0, None)] * len(parts))
    weights: Floats = found.x
    return weights


def _judged(ballots: Ballots) -> Iterator[Calibration]:
    """How far off probabilities are for each number of votes, everybody by the others' weights."""
    before, after = shares(ballots.heard.near), np.zeros_like(ballots.heard.near)
    for f in np.unique(ballots.fold):
        mine = ballots.fold == f
        others = sureness(ballots.take(~mine), np.zeros((0, 0, ANSWERS)))
        after[mine] = shares(ballots.take(mine).heard.weighed(others))
    truth = (ballots.truth[:, None] == np.arange(before.shape[1])).astype(float)
    for votes in np.unique(ballots.heard.votes):
        at = ballots.heard.votes == votes
        yield Calibration(
            votes=int(votes),
            people=round(float(ballots.mass[at].sum())),
            error_before=expected_error(before[at], truth[at], ballots.mass[at]),
            error_after=expected_error(after[at], truth[at], ballots.mass[at]),
        )
