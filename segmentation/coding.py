"""Answers become numbers: one column per item, or per option of a multiple-choice item."""

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt

from segmentation.model import Feature, FeatureKind
from segmentation.values import PLACE_MARK, AnswerTable, Item, ItemKind, Recipe
from surveys.answers import Answer, Chosen, Counted, DontKnow, Judged, Picked, Ranked, Rated
from surveys.maxdiff.scoring import own_scores
from surveys.questions import ChoiceKey, QuestionKey

Floats = npt.NDArray[np.floating[Any]]
Ints = npt.NDArray[np.integer[Any]]
Bools = npt.NDArray[np.bool_]

FREE_SCALE_PEOPLE = 1_000  # From so many on, a scale is one free multinomial ...
FREE_SCALE_LEVELS = 7  # ... unless it has more steps than this.
TAIL = 0.01  # The share of a measured number's either tail that is drawn in to its limit.
SKEW_FOR_LOGARITHM = 1.0
PARTS_SHARE = 0.5  # of a scale, for a person to have a score
MISSING = math.nan
CODES_MAX = 1_000  # codes below this are ranks as they stand
KEY_MAX = 2**62


@dataclass(frozen=True, slots=True)
class Coded:
    """Everybody's answers as numbers: `values[person, feature]`, NaN where there is no answer.

    Discrete columns hold the index of the level, numbers a position within 0..1.
    """

    features: tuple[Feature, ...]
    values: Floats
    weights: Floats

    @property
    def answered(self) -> npt.NDArray[np.bool_]:
        """Who answered anything at all."""
        return answered_rows(self.values)

    def take(self, rows: Any) -> "Coded":
        """The same columns for some of the rows."""
        return Coded(self.features, self.values[rows], self.weights[rows])


def distinct(values: Floats) -> tuple[Floats, Ints]:
    """The distinct rows in an order of their own, and which of them each row is; NaN equals NaN.

    Rows stand in the order of their first column, then of the second, and so on, NaN first. The
    columns are folded into one whole number a row, which is sorted ten times faster than rows.
    """
    key, room = np.zeros(len(values), dtype=np.int64), 1
    for column in values.T:
        ranks, width = _ranks(column)
        if room * width > KEY_MAX:
            found, key = np.unique(key, return_inverse=True)
            room = max(len(found), 1)
        key = key * width + ranks
        room *= width
    _, rows, inverse = np.unique(key, return_index=True, return_inverse=True)
    return values[rows], inverse.reshape(-1)


def _ranks(column: Floats) -> tuple[Ints, int]:
    """A whole number for every answer, in the same order, NaN as 0; and how many there may be."""
    known = ~np.isnan(column)
    low, high = column[known].min(initial=0.0), column[known].max(initial=0.0)
    if low >= 0 and high < CODES_MAX:
        held = np.where(known, column, -1.0)
        codes: Ints = held.astype(np.int64)
        if (codes == held).all():
            return codes + 1, int(high) + 2
    steps, ranks = np.unique(np.where(known, column, -np.inf), return_inverse=True)
    return ranks.reshape(-1), max(len(steps), 1)


def answered_rows(values: Floats) -> npt.NDArray[np.bool_]:
    """Which rows hold any answer."""
    counts: Ints = np.count_nonzero(~np.isnan(values), axis=1)
    mask: npt.NDArray[np.bool_] = counts > 0
    return mask


def code(table: AnswerTable, recipe: Recipe) -> Coded:
    """Code the items of the recipe; columns in which everybody answers alike are left out."""
    return settle(draft(table, recipe))


def draft(table: AnswerTable, recipe: Recipe) -> Coded:
    """Code the items of the recipe, before it is known which columns tell people apart."""
    drafts = [
        feature
        for item in recipe.items
        if any(key in table.answers for key in item.parts or (item.key,))
        for feature in _features(item, table.answers.get(item.key, ()))
    ]
    values = encode(drafts, table)
    weights = np.ones(len(table.people)) if table.weights is None else np.array(table.weights)
    return Coded(tuple(drafts), values, weights)


def settle(coded: Coded) -> Coded:
    """Drop columns that do not vary, weigh questions equally, and choose the model of scales."""
    varied = [j for j in range(len(coded.features)) if _varies(coded.values[:, j])]
    kept = [coded.features[j] for j in varied]
    columns = Counter(f.question for f in kept)
    fewest = min(columns.values(), default=1)
    people = len(coded.values)
    features = tuple(
        replace(f, weight=fewest / columns[f.question], free=_is_free(f, people)) for f in kept
    )
    return Coded(features, coded.values[:, varied], coded.weights)


def encode(features: Sequence[Feature], table: AnswerTable) -> Floats:
    """Code a table by features that are known already: newcomers, or the same people again."""
    values = np.full((len(table.people), len(features)), MISSING)
    for j, feature in enumerate(features):
        if feature.parts:
            values[:, j] = score_of(feature, _steps(feature, table))
            continue
        read = _reader(feature)
        column = table.answers.get(feature.question, ())
        values[: len(column), j] = [read(answer) for answer in column]
    return values


def score_of(feature: Feature, steps: Floats) -> Floats:
    """The mean of a score's parts, 0..1, from the steps above the lowest: (people, parts).

    NaN where less than half of the parts is answered.
    """
    width = feature.high - feature.low
    turned = np.array([key in feature.turned for key in feature.parts])
    known = ~np.isnan(steps)
    right = np.where(known, np.where(turned, width - steps, steps), 0.0) / width
    answered = known.sum(axis=1)
    enough = answered >= max(PARTS_SHARE * len(feature.parts), 1)
    scores: Floats = np.where(enough, right.sum(axis=1) / np.maximum(answered, 1), MISSING)
    return scores


def _steps(feature: Feature, table: AnswerTable) -> Floats:
    """The steps above the lowest of a score's parts: (people, parts)."""
    steps = np.full((len(table.people), len(feature.parts)), MISSING)
    for j, key in enumerate(feature.parts):
        for row, answer in enumerate(table.answers.get(key, ())):
            if isinstance(answer, Rated) and feature.low <= answer.value <= feature.high:
                steps[row, j] = answer.value - feature.low
    return steps


def number_feature(key: QuestionKey, numbers: Floats) -> Feature:
    """How to code a measured number: skewed ones by logarithm, both tails drawn in."""
    known = numbers[~np.isnan(numbers)]
    if not len(known):
        return Feature(item=key, kind=FeatureKind.NUMERIC, free=False)
    deviations = known - known.mean()
    spread = float(known.std())
    skew = float((deviations**3).mean()) / spread**3 if spread > 0 else 0.0
    logarithmic = float(known.min()) >= 0 and skew > SKEW_FOR_LOGARITHM
    if logarithmic:
        known = np.log1p(known)
    low, high = (float(q) for q in np.quantile(known, [TAIL, 1 - TAIL]))
    if high <= low:
        low, high = float(known.min()), float(known.max())
    return Feature(
        item=key,
        kind=FeatureKind.NUMERIC,
        low=low,
        high=high,
        logarithmic=logarithmic,
        free=False,
    )


def place_features(key: QuestionKey, options: Sequence[str]) -> list[Feature]:
    """Where each option stands in a ranking: 1 in the first place, 0 in the last (Borda 1781).

    `levels` are the option itself and then the others that it competes with.
    """
    return [
        Feature(
            item=QuestionKey(f"{key}{PLACE_MARK}{option}"),
            kind=FeatureKind.NUMERIC,
            levels=(option, *(other for other in options if other != option)),
            free=False,
            part_of=key,
        )
        for option in options
    ]


def place(feature: Feature, ranked: Sequence[str]) -> float:
    """The share of the others that an option beats; those left unranked share what is left."""
    known = [option for option in ranked if option in feature.levels]
    if not known:
        return MISSING
    option, last = feature.levels[0], max(len(feature.levels) - 1, 1)
    if option in known:
        return (last - known.index(option)) / last
    return max(len(feature.levels) - len(known) - 1, 0) / 2 / last


def position(feature: Feature, value: float) -> float:
    """Where a measured number stands between the limits of its feature, 0..1."""
    if feature.high <= feature.low:
        return MISSING
    if feature.logarithmic:
        value = math.log1p(max(value, 0.0))
    return min(max((value - feature.low) / (feature.high - feature.low), 0.0), 1.0)


def _features(item: Item, column: Sequence[Answer | None]) -> list[Feature]:
    match item.kind:
        case ItemKind.SINGLE:
            kind = FeatureKind.BINARY if len(item.options) == 2 else FeatureKind.NOMINAL
            return [Feature(item=item.key, kind=kind, levels=item.options)]
        case ItemKind.MULTIPLE | ItemKind.THEMES:
            return [
                Feature(item=item.key, kind=FeatureKind.BINARY, option=option, levels=("", option))
                for option in item.options
            ]
        case ItemKind.SCALE:
            low, high = item.low, item.high
            if low is None or high is None:
                raise ValueError(f"the scale {item.key} needs both ends")
            return [Feature(item=item.key, kind=FeatureKind.ORDINAL, low=low, high=high)]
        case ItemKind.VOTE:
            vote = Feature(
                item=item.key, kind=FeatureKind.ORDINAL, levels=item.options, low=-1, high=1
            )
            return [vote]
        case ItemKind.RANKING | ItemKind.WORTH:
            return place_features(item.key, item.options)
        case ItemKind.SCORE:
            low, high = item.low or 0.0, item.high or 0.0
            return [
                Feature(
                    item=item.key,
                    kind=FeatureKind.NUMERIC,
                    low=low,
                    high=high,
                    free=False,
                    parts=item.parts,
                    turned=item.turned,
                )
            ]
        case ItemKind.NUMBER:
            numbers = np.array([_number(answer) for answer in column], dtype=float)
            return [number_feature(item.key, numbers)]


def _reader(feature: Feature) -> Callable[[Answer | None], float]:
    if feature.option is not None:
        option = feature.option
        return lambda answer: (
            float(option in answer.choices) if isinstance(answer, Picked) else MISSING
        )
    if feature.part_of is not None:
        return lambda answer: (
            place(feature, answer.choices)
            if isinstance(answer, Ranked)
            else _worth(feature, answer)
        )
    if feature.kind is FeatureKind.NUMERIC:
        return lambda answer: position(feature, _number(answer))
    if feature.kind is FeatureKind.ORDINAL and feature.levels:
        return partial(_vote, feature)
    if feature.kind is FeatureKind.ORDINAL:
        return lambda answer: (
            answer.value - feature.low
            if isinstance(answer, Rated) and feature.low <= answer.value <= feature.high
            else MISSING
        )
    index = {level: float(i) for i, level in enumerate(feature.levels)}
    return lambda answer: (
        index.get(answer.choice, MISSING) if isinstance(answer, Chosen) else MISSING
    )


def _vote(feature: Feature, answer: Answer | None) -> float:
    """0 against, 1 for a pass, 2 for; "I don't know" is a pass, what was skipped is no vote."""
    match answer:
        case DontKnow():
            return 1.0
        case Chosen(choice=said):
            pass
        case Rated(value=step):
            said = ChoiceKey(str(step))
        case _:
            return MISSING
    return float(feature.levels.index(said)) if said in feature.levels else MISSING


def _worth(feature: Feature, answer: Answer | None) -> float:
    """How much more often an option was the best than the worst, 0..1; NaN if it was not shown."""
    if not isinstance(answer, Judged):
        return MISSING
    score = own_scores(answer).get(ChoiceKey(feature.levels[0]))
    return MISSING if score is None else (score + 1) / 2


def _number(answer: Answer | None) -> float:
    return float(answer.value) if isinstance(answer, Counted | Rated) else MISSING


def _varies(column: Floats) -> bool:
    known = column[~np.isnan(column)]
    return len(known) > 0 and float(known.min()) < float(known.max())


def _is_free(feature: Feature, people: int) -> bool:
    if feature.kind is FeatureKind.ORDINAL:
        return people >= FREE_SCALE_PEOPLE and feature.width <= FREE_SCALE_LEVELS
    return feature.kind is not FeatureKind.NUMERIC
