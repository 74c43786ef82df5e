"""What few votes are worth: golden statements and adaptive typing, judged on people never seen.

Both are held against the group that all of a person's votes put them in, by maps and choices that
had no part of this person (nested cross-validation). Statements are chosen on ballots where votes
that were not cast are drawn as the person's group votes, but judged on votes that were cast alone:
everybody is asked the first so many statements of the list that they voted on. Who would vote on
all of them is placed better than that, not worse.
"""

from dataclasses import dataclass

import numpy as np

from segmentation.coding import Coded, Floats, Ints
from segmentation.golden.adaptive import CONFIDENCE, Simulated
from segmentation.golden.likelihoods import folds, shares
from segmentation.golden.selecting import OUTER_FOLDS, sample
from segmentation.golden.worth import Golden, accuracy, interval, worth
from segmentation.model import Model, OpinionMap
from segmentation.placing import likeliest, placeable
from segmentation.votes.calibrating import fuller, keeping, sureness, thinned, witnesses
from segmentation.votes.typing import BY_MAP, VoteTypist

VOTES_MOST = 15  # that are asked for, one by one or as golden statements
JUDGED_MIN = 30  # people with enough votes to say what few of them are worth
CHOSEN_BY = 400  # people by whom statements are chosen, at most
LISTED = 100  # statements that are brought into order, at most
SHEETS = 250  # thinned ballots of each number of votes, for the weights of one fold


class TooFewVotes(ValueError):
    """Nobody, or hardly anybody, cast twice the votes that anybody needs to be placed."""


def few_votes(
    coded: Coded,
    model: Model,
    *,
    confidence: float = CONFIDENCE,
    most: int = VOTES_MOST,
    seed: int = 0,
) -> tuple[Golden, Simulated]:
    """Golden statements and adaptive typing against all votes, out of sample.

    The same whatever the order of people; raises TooFewVotes where nothing can be said.
    """
    drawn = model.opinions
    if drawn is None:
        raise ValueError("not a model of votes")
    rows = sample(coded.take(placeable(model, coded.values)), seed)
    who, most = _to_judge(rows, drawn, most)
    truth = likeliest(model, rows.values)
    rng = np.random.default_rng([seed, 31])
    trial = _Trial.of(rows, who, most)
    for part in folds(len(truth), OUTER_FOLDS, rng):
        others = np.setdiff1d(np.arange(len(truth)), part)
        typist = _learnt(rows.take(others), truth[others], drawn, seed)
        listed = _listed(typist, rows.values[others], truth[others], rng)
        trial.judge(np.intersect1d(part, who), typist, listed, confidence, drawn, rng)
    typist = _learnt(rows, truth, drawn, seed)
    listed = _listed(typist, rows.values, truth, rng)
    features = [feature.item for feature in rows.features]
    inside = [_places(typist, _first(rows.values[who], listed, n)) for n in range(1, most + 1)]
    return trial.told(model, truth, [features[j] for j in listed[:most]], inside, confidence)


def _to_judge(rows: Coded, drawn: OpinionMap, most: int) -> tuple[Ints, int]:
    """Who cast enough votes to judge by, and what so many votes are at most."""
    for votes in range(max(most, drawn.votes_min), drawn.votes_min - 1, -1):
        who = fuller(rows.values, votes)
        if len(who) >= JUDGED_MIN:
            return who, votes
    raise TooFewVotes


def _learnt(rows: Coded, truth: Ints, drawn: OpinionMap, seed: int) -> VoteTypist:
    seen = witnesses(rows, truth, drawn)
    ballots = thinned(rows, truth, drawn, seed, SHEETS)
    by = BY_MAP if ballots is None else sureness(ballots, seen.told)
    return VoteTypist(rows.features, seen, by)


def _listed(typist: VoteTypist, values: Floats, truth: Ints, rng: np.random.Generator) -> list[int]:
    """Statements in the order in which each adds most to the probability of people's own group."""
    if len(values) > CHOSEN_BY:
        some = np.sort(rng.choice(len(values), CHOSEN_BY, replace=False))
        values, truth = values[some], truth[some]
    full = _filled(typist, values, truth, rng)
    asked = np.full(full.shape, np.nan)
    chosen: list[int] = []
    for _ in range(min(LISTED, full.shape[1])):
        after = typist.after(asked, full)[np.arange(len(full)), :, truth]
        worth = np.log(np.maximum(after, 1e-12)).mean(axis=0)
        worth[chosen] = -np.inf
        best = int(worth.argmax())
        chosen.append(best)
        asked[:, best] = full[:, best]
    return chosen


def _filled(typist: VoteTypist, values: Floats, truth: Ints, rng: np.random.Generator) -> Floats:
    """Ballots with votes that were not cast drawn as the person's group votes."""
    told = np.exp(typist.seen.told[:, truth, :]).transpose(1, 0, 2)  # people, statements, answers
    drawn = (rng.random(values.shape)[:, :, None] > told.cumsum(axis=2)).sum(axis=2)
    filled: Floats = np.where(np.isnan(values), np.minimum(drawn, told.shape[2] - 1), values)
    return filled


def _first(values: Floats, listed: list[int], votes: int) -> Floats:
    """Everybody's votes on the first so many statements of the list that they voted on."""
    order = [*listed, *(j for j in range(values.shape[1]) if j not in set(listed))]
    cast = ~np.isnan(values[:, order])
    kept = cast & (cast.cumsum(axis=1) <= votes)
    found = np.full(values.shape, np.nan)
    found[:, order] = np.where(kept, values[:, order], np.nan)
    return found


def _places(typist: VoteTypist, values: Floats) -> Ints:
    places: Ints = typist.seen.heard(values).near.argmax(axis=1)
    return places


@dataclass(slots=True)
class _Trial:
    """Where everybody to be judged was placed, by maps that never saw them; -1 for all others."""

    values: Floats
    who: Ints
    fixed: Ints  # by the first statements: (votes, people)
    lot: Ints  # by as many by lot
    whole: Ints  # by all votes
    one_by_one: Ints
    asked: Ints
    sure: Floats

    @classmethod
    def of(cls, rows: Coded, who: Ints, most: int) -> "_Trial":
        people = len(rows.values)
        nobody = np.full(people, -1)
        each = np.full((most, people), -1)
        return cls(
            rows.values,
            who,
            each,
            each.copy(),
            nobody,
            nobody.copy(),
            np.zeros(people, int),
            np.zeros(people),
        )

    def judge(
        self,
        mine: Ints,
        typist: VoteTypist,
        listed: list[int],
        confidence: float,
        drawn: OpinionMap,
        rng: np.random.Generator,
    ) -> None:
        """Place these people, whom the typist and the list do not know."""
        ballots, most = self.values[mine], len(self.fixed)
        for votes in range(1, most + 1):
            self.fixed[votes - 1, mine] = _places(typist, _first(ballots, listed, votes))
            self.lot[votes - 1, mine] = _places(typist, keeping(ballots, votes, rng))
        self.whole[mine] = _places(typist, ballots)
        walked = typist.walked(ballots, confidence, most, drawn.votes_min)
        heard = typist.seen.heard(walked)
        self.one_by_one[mine] = places = heard.near.argmax(axis=1)
        self.asked[mine] = heard.votes
        self.sure[mine] = _probability(typist, walked, places)

    def told(
        self,
        model: Model,
        truth: Ints,
        path: list[str],
        inside: list[Ints],
        confidence: float,
    ) -> tuple[Golden, Simulated]:
        """The figures, all of people to be judged."""
        who = self.who
        right = truth[who]
        golden = worth(
            path,
            [self.fixed[place, who] for place in range(len(path))],
            [accuracy(places, right) for places in inside],
            self.whole[who],
            right,
            model.segments,
            fewest=model.opinions.votes_min if model.opinions is not None else 1,
        )
        return golden, self.simulated(golden, right, confidence)

    def simulated(self, golden: Golden, right: Ints, confidence: float) -> Simulated:
        """Adaptive typing, beside as many golden statements and as many votes by lot."""
        who = self.who
        asked = float(self.asked[who].mean())
        size = max(1, min(len(golden.steps), round(asked)))
        fixed, well = golden.steps[size - 1], accuracy(self.one_by_one[who], right)
        low, high = interval(well, len(who))
        return Simulated(
            confidence=confidence,
            most=len(golden.steps),
            questions=asked,
            accuracy=well,
            low=low,
            high=high,
            decided=float((self.sure[who] >= confidence).mean()),
            fixed_questions=size,
            fixed_accuracy=fixed.accuracy,
            fixed_low=fixed.low,
            fixed_high=fixed.high,
            full_accuracy=golden.full,
            people=golden.people,
            lot_accuracy=accuracy(self.lot[size - 1, who], right),
        )


def _probability(typist: VoteTypist, values: Floats, places: Ints) -> Floats:
    posterior = shares(typist.seen.heard(values).weighed(typist.by))
    found: Floats = posterior[np.arange(len(values)), places]
    return found
