"""Adaptive typing: the next question is the one that is expected to tell most about this person.

The gain of a question is the entropy that its answer is expected to take from where the person may
belong (mutual information; Lindley 1956). It ends at the asked confidence.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np

from segmentation.coding import Bools, Coded, Floats, Ints, encode
from segmentation.golden.likelihoods import ItemModel, certain, shares, trained
from segmentation.golden.selecting import outer_folds, sample, without
from segmentation.golden.worth import Golden, interval
from segmentation.model import Feature, FeatureKind, Model
from segmentation.placing import ANSWERED_SHARES, DIGITS
from segmentation.run import UNPLACED, Membership, SegmentationRun
from segmentation.values import AnswerTable
from surveys.answers import Answer
from surveys.questions import QuestionKey

CONFIDENCE = 0.8
QUESTIONS_MAX = 7
GRID = 15  # answers that a measured number may get
TOGETHER_MAX = 6  # options of a multiple choice of which every combination is thought of
GAIN_MIN = 1e-4  # nats: below it no question tells anything more


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The answers that an item may get: how likely in each segment, and what each then says."""

    chances: Floats  # (answers, segments), summing to one over the answers
    told: Floats  # log-likelihoods (answers, segments)

    def gain(self, posterior: Floats) -> Floats:
        """Expected loss of entropy of these posteriors (people, segments)."""
        foretold = posterior @ self.chances.T
        after = posterior[:, None, :] * np.exp(self.told - self.told.max(axis=1, keepdims=True))
        after /= np.maximum(after.sum(axis=2, keepdims=True), 1e-300)
        found: Floats = _entropy(posterior) - (foretold * _entropy(after)).sum(axis=1)
        return found


class Typist:
    """Asks one question after the other; `of` makes one from the last run."""

    def __init__(self, model: ItemModel, segments: tuple[int, ...]) -> None:
        self.model = model
        self.segments = segments
        self.outcomes = [_outcomes(model, i) for i in range(len(model.items))]

    @classmethod
    def of(cls, run: SegmentationRun) -> "Typist":
        """The typist of a run that found segments."""
        if run.model is None:
            raise ValueError("a run without segments asks nothing")
        return cls(ItemModel.of_model(run.model), run.model.segments)

    def next_question(
        self, answers: Mapping[QuestionKey, Answer], asked: Collection[QuestionKey] = ()
    ) -> QuestionKey | None:
        """The question to ask now; None where none would tell anything more.

        `asked` are questions already put, answered or not.
        """
        posterior = shares(self._joint(self._values(answers)))
        open_ = [
            i
            for i, item in enumerate(self.model.items)
            if item not in asked and item not in answers
        ]
        gains = [(float(self.outcomes[i].gain(posterior)[0]), -i) for i in open_]
        best = max(gains, default=(0.0, 0))
        return self.model.items[-best[1]] if best[0] > GAIN_MIN else None

    def placed(
        self, answers: Mapping[QuestionKey, Answer], confidence: float = CONFIDENCE
    ) -> Membership:
        """Where the answers so far put the person; decided from the asked confidence on."""
        values = self._values(answers)
        if np.isnan(values).all():
            return UNPLACED
        posterior = shares(self._joint(values))[0]
        best = int(posterior.argmax())
        probability = round(float(posterior[best]), DIGITS)
        return Membership(self.segments[best], probability, probability >= confidence)

    def _values(self, answers: Mapping[QuestionKey, Answer]) -> Floats:
        return encode(self.model.layout.features, AnswerTable.of({0: answers}))

    def _joint(self, values: Floats) -> Floats:
        joint: Floats = self.model.log_shares + self.model.told(values).sum(axis=0)
        return joint

    def walked(
        self, values: Floats, confidence: float, most: int, temperatures: tuple[float, ...] = ()
    ) -> tuple[Floats, Ints]:
        """Everybody asked one question after the other: posteriors, and how many were asked.

        With `temperatures` (one for each of ANSWERED_SHARES) it stops by humbler probabilities, as
        placing has them, and gives these back.
        """
        told = self.model.told(values)
        joint = np.tile(self.model.log_shares, (len(values), 1))
        asked = np.zeros((len(values), len(self.outcomes)), dtype=bool)
        for _ in range(min(most, len(self.outcomes))):
            posterior = shares(joint)
            sure = shares(joint / _heat(asked, temperatures)).max(axis=1)
            going = np.flatnonzero(sure < confidence)
            gains = np.stack([o.gain(posterior[going]) for o in self.outcomes], axis=1)
            gains[asked[going]] = -1.0
            if not len(going):
                break
            best = gains.argmax(axis=1)
            asking = gains[np.arange(len(going)), best] > GAIN_MIN
            going, best = going[asking], best[asking]
            joint[going] += told[best, going]
            asked[going, best] = True
        return shares(joint / _heat(asked, temperatures)), asked.sum(axis=1)


def _heat(asked: Bools, temperatures: tuple[float, ...]) -> Floats:
    """How much humbler everybody's place is, for the share of questions answered."""
    if not temperatures:
        return np.ones((len(asked), 1))
    found: Floats = np.interp(asked.mean(axis=1), ANSWERED_SHARES, temperatures)[:, None]
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulated:
    """Adaptive typing against as many golden questions and the whole survey, out of sample.

    `decided` is the share who reached the confidence; `questions` the mean number asked. Accuracy
    is of everybody by their likeliest segment, the unsure too, `low` and `high` its interval. Of
    votes `lot_accuracy` is that of as many statements by lot.
    """

    confidence: float
    most: int
    questions: float
    accuracy: float
    low: float
    high: float
    decided: float
    fixed_questions: int
    fixed_accuracy: float
    fixed_low: float
    fixed_high: float
    full_accuracy: float
    people: int
    lot_accuracy: float | None = None


def simulated(
    coded: Coded,
    model: Model,
    golden: Golden,
    *,
    confidence: float = CONFIDENCE,
    most: int = QUESTIONS_MAX,
    seed: int = 0,
    own_words: Collection[str] = (),
) -> Simulated:
    """Ask recorded people one by one as the chat does; the typist never saw them.

    It stops by the mixture's calibrated probabilities, as the chat does; of k-means, whose typist
    goes by likelihoods too, by plain ones, while the chat goes by calibrated distances.

    `golden` is what `golden_questions` found under the same seed: its people are judged here in the
    same folds, and its first questions, as many as were asked on average, are the fixed ones.
    """
    coded = sample(coded, seed)
    truth = certain(model, coded.values)
    coded = without(coded, own_words)
    temperatures = model.temperatures if model.spread is None else ()
    right, count, sure = (np.zeros(len(truth)) for _ in range(3))
    for part in outer_folds(len(truth), seed):
        others = np.setdiff1d(np.arange(len(truth)), part)
        typist = Typist(trained(coded.take(others), truth[others]), model.segments)
        posterior, asked = typist.walked(coded.values[part], confidence, most, temperatures)
        right[part] = posterior.argmax(axis=1) == truth[part].argmax(axis=1)
        sure[part], count[part] = posterior.max(axis=1) >= confidence, asked
    size = max(1, min(len(golden.steps), round(float(count.mean()))))
    fixed = golden.steps[size - 1]
    low, high = interval(float(right.mean()), len(truth))
    return Simulated(
        confidence=confidence,
        most=most,
        questions=float(count.mean()),
        accuracy=float(right.mean()),
        low=low,
        high=high,
        decided=float(sure.mean()),
        fixed_questions=size,
        fixed_accuracy=fixed.accuracy,
        fixed_low=fixed.low,
        fixed_high=fixed.high,
        full_accuracy=golden.full,
        people=len(truth),
    )


def _entropy(shares_: Floats) -> Floats:
    held = np.maximum(shares_, 1e-300)
    found: Floats = -(held * np.log(held)).sum(axis=-1)
    return found


def _outcomes(model: ItemModel, index: int) -> Outcomes:
    """Every answer that the item may get, measured numbers on a grid."""
    features = model.layout.features
    columns = [j for j, f in enumerate(features) if f.item == model.items[index]]
    answers = _combinations([_levels(features[j]) for j in columns])
    values = np.full((len(answers), len(features)), np.nan)
    values[:, columns] = answers
    told = model.told(values)[index]
    weight = features[columns[0]].weight
    chances = np.exp((told - told.max(axis=0)) / max(weight, 1e-9))
    return Outcomes(chances / chances.sum(axis=0), told)


def _levels(feature: Feature) -> Floats:
    if feature.kind is FeatureKind.NUMERIC:
        return np.linspace(0.02, 0.98, GRID)
    return np.arange(feature.width, dtype=float)


def _combinations(levels: list[Floats]) -> Floats:
    """All answers together, or of many ticks none, each one and each two."""
    if len(levels) <= TOGETHER_MAX:
        return np.array(list(product(*levels)))
    rows = [np.zeros(len(levels))]
    for ticked in (*combinations(range(len(levels)), 1), *combinations(range(len(levels)), 2)):
        row = np.zeros(len(levels))
        row[list(ticked)] = 1.0
        rows.append(row)
    return np.array(rows)
