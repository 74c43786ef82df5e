"""What best-worst choices come to: for a person, and for many with their uncertainty."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

from surveys.answers import Judged, Judgement
from surveys.questions import ChoiceKey

Z_95 = 1.96
PRIOR = 0.5  # How firmly an item that hardly anybody judged is held near the middle.
STEPS_MAX = 50
CLOSE = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemScore:
    """One item in a sample: counts over everybody, the mean of people's own scores with its 95 %
    interval, and its part (of 100) in choices by a logit model."""

    key: ChoiceKey
    people: int  # Who was shown it.
    shown: int
    best: int
    worst: int
    score: float
    low: float
    high: float
    share: float


def own_scores(answer: Judged) -> Mapping[ChoiceKey, float]:
    """(best - worst) / shown for every item that the person was shown: from -1 to 1."""
    shown = Counter(key for each in answer.rounds for key in each.shown)
    best = Counter(each.best for each in answer.rounds)
    worst = Counter(each.worst for each in answer.rounds)
    return {key: (best[key] - worst[key]) / count for key, count in shown.items()}


def preferred(answer: Judged) -> tuple[ChoiceKey, ...]:
    """The items called the best more often than the worst, in their order."""
    scores = own_scores(answer)
    liked = [key for key, score in scores.items() if score > 0]
    return tuple(sorted(liked, key=lambda key: (-scores[key], str(key))))


def sample_scores(
    answers: Sequence[Judged],
    items: Sequence[ChoiceKey],
    weights: Sequence[float] | None = None,
) -> tuple[ItemScore, ...]:
    """Every item over all people, in the order of the survey; `weights` are those of the people.

    What was judged of items that are none any more is left out.
    """
    weighing = list(weights) if weights is not None else [1.0] * len(answers)
    rounds = [each for answer in answers for each in answer.rounds]
    shown = Counter(key for each in rounds for key in each.shown)
    best, worst = Counter(r.best for r in rounds), Counter(r.worst for r in rounds)
    people = [own_scores(answer) for answer in answers]
    of_rounds = [w for answer, w in zip(answers, weighing, strict=True) for _ in answer.rounds]
    shares = logit_shares(rounds, items, of_rounds)
    scores = []
    for key in items:
        met = [(p[key], w) for p, w in zip(people, weighing, strict=True) if key in p]
        mean, half = _mean(met)
        scores.append(
            ItemScore(
                key=key,
                people=len(met),
                shown=shown[key],
                best=best[key],
                worst=worst[key],
                score=mean,
                low=max(mean - half, -1.0),
                high=min(mean + half, 1.0),
                share=shares[key],
            )
        )
    return tuple(scores)


def logit_shares(
    rounds: Sequence[Judgement],
    items: Sequence[ChoiceKey],
    weights: Sequence[float] | None = None,
) -> Mapping[ChoiceKey, float]:
    """How often of 100 each item would be chosen among all, by a logit model of best and worst.

    The best is drawn by exp(u), the worst of the others by exp(-u); a weak prior holds the
    utilities near 0. The likelihood is concave: Newton's steps find its top.
    """
    import numpy as np

    utilities = np.zeros(len(items))
    draws = [
        (_draws(rounds, items, weights, of_worst=False), 1.0),
        (_draws(rounds, items, weights, of_worst=True), -1.0),
    ]
    for _ in range(STEPS_MAX):
        slope = -PRIOR * utilities
        bend = -PRIOR * np.eye(len(items))
        for (among, there, taken, weighing), sign in draws:
            power = np.where(there, sign * utilities[among], -np.inf)
            chance = np.exp(power - power.max(axis=1, keepdims=True, initial=-1e9))
            chance /= chance.sum(axis=1, keepdims=True)
            weighed = weighing[:, None] * chance
            np.add.at(slope, taken, sign * weighing)
            np.add.at(slope, among, -sign * weighed)
            np.add.at(bend, (among, among), -weighed)
            pairs = (among[:, :, None], among[:, None, :])
            np.add.at(bend, pairs, weighed[:, :, None] * chance[:, None, :])
        step = np.linalg.solve(bend, slope)
        utilities -= step
        if float(np.abs(step).max(initial=0.0)) < CLOSE:
            break
    odds = np.exp(utilities - utilities.max(initial=-1e9))
    return dict(zip(items, (100 * odds / odds.sum()).tolist(), strict=True))


def _draws(
    rounds: Sequence[Judgement],
    items: Sequence[ChoiceKey],
    weights: Sequence[float] | None,
    *,
    of_worst: bool,
) -> tuple[Any, Any, Any, Any]:
    """Each round as a row: the places of what could be drawn, which of these columns are filled,
    the place of what was drawn, how much it weighs."""
    import numpy as np

    places = {key: place for place, key in enumerate(items)}
    rows, taken, weighing = [], [], []
    for number, each in enumerate(rounds):
        drawn = each.worst if of_worst else each.best
        among = [places[k] for k in each.shown if k in places and not (of_worst and k == each.best)]
        if drawn in places:
            rows.append(among)
            taken.append(places[drawn])
            weighing.append(1.0 if weights is None else weights[number])
    widest = max(map(len, rows), default=1)
    there = np.array([[place < len(row) for place in range(widest)] for row in rows], dtype=bool)
    padded = np.array([row + [0] * (widest - len(row)) for row in rows], dtype=int)
    shape = (len(rows), widest)
    return (
        padded.reshape(shape),
        there.reshape(shape),
        np.array(taken, dtype=int),
        np.array(weighing),
    )


def _mean(values: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The weighted mean, and half of its 95 % interval; nothing is known of one person's."""
    total = sum(weight for _, weight in values)
    if total <= 0:
        return 0.0, 1.0
    mean = sum(value * weight for value, weight in values) / total
    if len(values) == 1:
        return mean, 1.0
    spread = sum(weight * (value - mean) ** 2 for value, weight in values) / total
    spread *= len(values) / (len(values) - 1)
    telling = total**2 / sum(weight**2 for _, weight in values)  # Kish: as many as these.
    return mean, Z_95 * sqrt(spread / telling)
