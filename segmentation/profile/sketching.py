"""Everything that answers say of segments, errors of placing taken out: the lines of a portrait.

The lines of the items that made the segments stand apart from all others: only those are tested.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from segmentation.coding import Coded, Floats, Ints, draft, encode, number_feature, position
from segmentation.model import Feature, FeatureKind, Model
from segmentation.placing import placeable, probabilities
from segmentation.profile.descriptors import Description, described, options_of
from segmentation.values import AnswerTable, Item, Recipe
from surveys.answers import Answer, Counted, DontKnow, Rated, Skipped, Written
from surveys.questions import QuestionKey

AGREED_SHARE = 0.7  # of every segment
HIGH_STEPS = 4  # A scale has a high end (its upper two steps) from so many steps on.
UNSURE, HIGH = "dont_know", "high"
"""Options of lines that stand for "I don't know", and for the upper two steps of a scale."""

WORDS = QuestionKey(":words")
"""The line on how many words people write in answer to open questions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """What portraits are drawn from; people in the order of the tables.

    `groups` are the ids in segmentation of each segment that is shown (several where some are
    merged), `places` the index of the group that each person is a member of, None for nobody's.
    `built` holds the answers by which the model places; `answers` those to `items`, of which
    `builds` made the segments.
    """

    groups: tuple[tuple[int, ...], ...]
    places: tuple[int | None, ...]
    model: Model | None
    built: AnswerTable
    answers: AnswerTable
    items: tuple[Item, ...]
    builds: frozenset[QuestionKey]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """Lines of all segments (`Description.segment` is the index of the group).

    `building` are of the items that made the segments, their p says nothing; `describing` of all
    others, `unsure` of who does not know, `high` of the upper ends of scales.
    """

    building: tuple[Description, ...] = ()
    describing: tuple[Description, ...] = ()
    unsure: tuple[Description, ...] = ()
    high: tuple[Description, ...] = ()

    def agreed(self, groups: int, people_min: int) -> tuple[Description, ...]:
        """What most people of every segment say, the most unanimous first; each item once."""
        by_line: dict[tuple[str, str | None], list[Description]] = {}
        for line in (*self.building, *self.describing, *self.high):
            if line.option is not None:
                by_line.setdefault((line.item, line.option), []).append(line)
        found: dict[str, Description] = {}
        for lines in by_line.values():
            least = min(lines, key=lambda line: line.value)
            whole = len(lines) == groups and min(line.people for line in lines) >= people_min
            known = found.get(least.item)
            if whole and least.value >= AGREED_SHARE and (not known or known.value < least.value):
                found[least.item] = least
        return tuple(sorted(found.values(), key=lambda line: (-line.value, line.item)))


def sketched(sitting: Sitting) -> Sketch:
    """Hold every segment against everybody, in everything that was asked."""
    sure = posterior(sitting)
    if not len(sure) or not sitting.groups:
        return Sketch()
    built, others = (
        _whole(draft(sitting.answers, _recipe(sitting.items, sitting.builds, those)), sitting)
        for those in (True, False)
    )
    segments = tuple(range(len(sitting.groups)))
    return Sketch(
        building=_all_lines(segments, sure, built),
        describing=_all_lines(segments, sure, _joined(others, _wordy(sitting.answers))),
        unsure=described(segments, sure, _unsure(sitting.answers)),
        high=_all_lines(segments, sure, _high(_joined(built, others))),
    )


def _all_lines(segments: tuple[int, ...], sure: Floats, coded: Coded) -> tuple[Description, ...]:
    """The lines that differ, and those in which everybody is alike."""
    lines = list(described(segments, sure, coded))
    placed = ~np.isnan(sure).any(axis=1)
    modal = np.where(placed, np.nan_to_num(sure).argmax(axis=1), -1)
    for feature, column in zip(coded.features, coded.values.T, strict=True):
        for option, values in options_of(feature, column):
            known = ~np.isnan(values) & placed
            if known.any() and values[known].std() <= 0:
                value = float(values[known][0])
                lines += [_alike(feature, option, value, s, modal[known]) for s in segments]
    return tuple(lines)


def _alike(
    feature: Feature, option: str | None, value: float, segment: int, modal: Ints
) -> Description:
    return Description(
        segment=segment,
        item=str(feature.item),
        option=option,
        value=value,
        value_low=value,
        value_high=value,
        everybody=value,
        difference=0.0,
        low=0.0,
        high=0.0,
        effect=0.0,
        effect_low=0.0,
        effect_high=0.0,
        p=1.0,
        p_adjusted=1.0,
        people=int((modal == segment).sum()),
    )


def posterior(sitting: Sitting) -> Floats:
    """Where everybody belongs: (people, groups); NaN for whoever is nowhere.

    By the model, which knows how sure it is; whoever it cannot place stands where they stood.
    """
    rows, columns = len(sitting.places), len(sitting.groups)
    found = np.full((rows, columns), np.nan)
    for row, place in enumerate(sitting.places):
        if place is not None:
            found[row] = np.arange(columns) == place
    model = sitting.model
    if model is None or any(not set(group) & set(model.segments) for group in sitting.groups):
        return found
    values = encode([column.feature for column in model.columns], sitting.built)
    known = placeable(model, values)
    each = probabilities(model, values)
    place_of = {id_: i for i, id_ in enumerate(model.segments)}
    merged = [sum(each[:, place_of[i]] for i in g if i in place_of) for g in sitting.groups]
    together = np.column_stack(merged)
    mass = together.sum(axis=1)
    known &= mass > 0
    found[known] = together[known] / mass[known, None]
    return found


def _recipe(items: Sequence[Item], builds: frozenset[QuestionKey], those: bool) -> Recipe:
    kept = tuple(item for item in items if (item.key in builds) is those)
    return Recipe(scheme="portrait", items=kept)


def _whole(coded: Coded, sitting: Sitting) -> Coded:
    """Numbers as they were told: tails that are drawn in for a search would make another mean."""
    features, values = list(coded.features), coded.values.copy()
    for j, feature in enumerate(features):
        if feature.kind is not FeatureKind.NUMERIC or feature.part_of or feature.parts:
            continue
        column = sitting.answers.answers.get(feature.item, ())
        told = [float(answer.value) for answer in column if isinstance(answer, Counted | Rated)]
        if told:
            whole = replace(feature, low=min(told), high=max(told), logarithmic=False)
            features[j] = whole
            values[:, j] = encode([whole], sitting.answers)[:, 0]
    return Coded(tuple(features), values, coded.weights)


def _joined(*parts: Coded) -> Coded:
    features = tuple(feature for part in parts for feature in part.features)
    values = np.concatenate([part.values for part in parts], axis=1)
    return Coded(features, values, parts[0].weights)


def _of(columns: Mapping[Feature, Sequence[float]], people: int) -> Coded:
    values = np.array([list(column) for column in columns.values()], dtype=float)
    shaped = values.T if columns else np.zeros((people, 0))
    return Coded(tuple(columns), shaped, np.ones(people))


def _unsure(table: AnswerTable) -> Coded:
    """Who said "I don't know", of those who said anything."""
    columns: dict[Feature, list[float]] = {}
    for key, answers in sorted(table.answers.items()):
        if any(isinstance(answer, DontKnow) for answer in answers):
            feature = Feature(item=key, kind=FeatureKind.BINARY, option=UNSURE, levels=("", UNSURE))
            columns[feature] = [
                np.nan
                if answer is None or isinstance(answer, Skipped)
                else float(isinstance(answer, DontKnow))
                for answer in answers
            ]
    return _of(columns, len(table.people))


def _high(coded: Coded) -> Coded:
    """Who stands on the upper two steps of each scale."""
    columns: dict[Feature, list[float]] = {}
    for feature, column in zip(coded.features, coded.values.T, strict=True):
        if feature.kind is FeatureKind.ORDINAL and feature.width >= HIGH_STEPS:
            high = np.where(np.isnan(column), np.nan, column >= feature.width - 2)
            told = Feature(
                item=feature.item, kind=FeatureKind.BINARY, option=HIGH, levels=("", HIGH)
            )
            columns[told] = high.tolist()
    return _of(columns, len(coded.values))


def _wordy(table: AnswerTable) -> Coded:
    """How many words each person writes in answer to an open question, on average."""
    said = [_words([a[row] for a in table.answers.values()]) for row in range(len(table.people))]
    counts = np.array(said, dtype=float)
    if np.isnan(counts).all():
        return _of({}, len(table.people))
    feature = number_feature(WORDS, counts)
    places = [np.nan if np.isnan(n) else position(feature, float(n)) for n in counts]
    return _of({feature: places}, len(table.people))


def _words(answers: Sequence[Answer | None]) -> float:
    written = [len(answer.text.split()) for answer in answers if isinstance(answer, Written)]
    return sum(written) / len(written) if written else np.nan
