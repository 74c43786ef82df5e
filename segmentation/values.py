"""What goes into a segmentation: items, the recipe that names them, and a table of answers."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from math import isfinite
from typing import Any

from segmentation.grounds import Grounds
from surveys.answers import Answer
from surveys.questions import (
    Basis,
    MaxDiff,
    MultipleChoice,
    NumberQuestion,
    OpenQuestion,
    Question,
    QuestionKey,
    Ranking,
    Scale,
    SingleChoice,
    Survey,
    YesNo,
    choices_of,
)

FLOOR_SHARE = 0.05  # No segment smaller than this share of those placed ...
FLOOR_PEOPLE = 30  # ... nor than this many people.
PEOPLE_MIN = 60  # Below it no segments are looked for.
EXPLORATORY_BELOW = 200  # Below it at most EXPLORATORY_SEGMENTS_MAX, labelled exploratory.
EXPLORATORY_SEGMENTS_MAX = 3
SCALE_ITEMS_MIN = 3  # With fewer, how well a scale is measured cannot be told.
PLACE_MARK = ": "  # Between a question and an option, in the name of its place in a ranking.
SCORE_MARK = "scale:"  # Before the construct, in the key of a score.
UNDECIDED_BELOW = 0.6  # A probability under it makes nobody a member.


class ItemKind(StrEnum):
    """How the answers to an item are read."""

    SINGLE = "single"  # one of `options`
    MULTIPLE = "multiple"  # any of `options`
    SCALE = "scale"  # a whole number from `low` to `high`
    NUMBER = "number"  # a measured number
    RANKING = "ranking"  # `options` in an order, the best first
    WORTH = "worth"  # the best and the worst of some `options`, set by set
    VOTE = "vote"  # one of `options`: against, pass ("" if only unsaid), for
    THEMES = "themes"  # own words, of which any of `options` (keys of themes) are spoken of
    SCORE = "score"  # the mean of `parts`, scales from `low` to `high` that measure one thing


class Method(StrEnum):
    """How people are put together: a mixture (latent class) model, k-means as second opinion.

    Votes (agree, pass, disagree) on many statements, mostly not cast, have a method of their own.
    RFM looks for nothing: it cuts by quintiles into cold, warm and hot.
    """

    MIXTURE = "mixture"
    KMEANS = "kmeans"
    VOTES = "votes"
    RFM = "rfm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question that the segmentation rests on; `low` and `high` are the ends of a scale.

    A score has no question of its own: it is the mean of its `parts`, of which those in `turned`
    count the other way round.
    """

    key: QuestionKey
    kind: ItemKind
    options: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    reversed: bool = False
    construct: str | None = None
    parts: tuple[QuestionKey, ...] = ()
    turned: tuple[QuestionKey, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What to segment on and how; equal recipes on equal answers give equal runs.

    `segments` fixes the number of segments (the floor then only warns); None lets the data choose
    from 1 to `segments_max`. `starts` is the number of starts of one fit, `pairs` of bootstrap
    pairs behind the stability (0 leaves stability and verdict's nulls out).
    """

    scheme: str
    items: tuple[Item, ...]
    method: Method = Method.MIXTURE
    segments: int | None = None
    segments_max: int = 8
    floor_share: float = FLOOR_SHARE
    floor_people: int = FLOOR_PEOPLE
    people_min: int = PEOPLE_MIN
    undecided_below: float = UNDECIDED_BELOW
    starts: int = 50
    pairs: int = 100
    seed: int = 0

    @classmethod
    def from_survey(
        cls, survey: Survey, grounds: Grounds | Basis, *, themes: bool = False, **changes: Any
    ) -> "Recipe":
        """The recipe over the survey's questions of that basis, or of several together.

        With `themes` its open questions too: their themes are found with the segments. They come
        last, and nothing rests on them alone. By scales: the scores of scales with at least
        SCALE_ITEMS_MIN items stand for these; there are no items at all where no scale has so many.
        """
        grounds = Grounds.on(grounds) if isinstance(grounds, Basis) else grounds
        items = tuple(
            item
            for question in survey.questions
            if question.basis in grounds.bases
            and (item := item_from_question(question)) is not None
        )
        if grounds.by_scales:
            items = with_scores(items)
        if themes and items:
            items += tuple(
                Item(key=question.key, kind=ItemKind.THEMES)
                for question in open_questions(survey, grounds)
            )
        return cls(scheme=grounds.key, items=items, **changes)

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values; `from_json` reads them back."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Recipe":
        """Read back what `to_json` wrote, also after a trip through text."""
        items = tuple(
            Item(
                **{
                    **item,
                    "kind": ItemKind(item["kind"]),
                    "options": tuple(item["options"]),
                    "parts": tuple(item.get("parts", ())),
                    "turned": tuple(item.get("turned", ())),
                }
            )
            for item in data["items"]
        )
        return cls(**{**data, "items": items, "method": Method(data["method"])})

    @property
    def questions(self) -> frozenset[QuestionKey]:
        """Whose answers are needed."""
        return frozenset(key for item in self.items for key in item.parts or (item.key,))

    def floor(self, people: int) -> int:
        """The smallest segment allowed among so many people."""
        return max(self.floor_people, -int(-self.floor_share * people // 1))

    def allowing(self, smallest: int | None) -> "Recipe":
        """The same with segments of at least so many people; None is the usual floor."""
        if smallest is None:
            return replace(self, floor_people=FLOOR_PEOPLE, floor_share=FLOOR_SHARE)
        return replace(self, floor_people=smallest, floor_share=0.0)


def usual_floor(people: int) -> int:
    """The smallest segment allowed among so many people, where nobody says otherwise."""
    return max(FLOOR_PEOPLE, -int(-FLOOR_SHARE * people // 1))


def open_questions(survey: Survey, grounds: Grounds) -> tuple[OpenQuestion, ...]:
    """The questions of own words on these grounds."""
    return tuple(
        question
        for question in survey.questions
        if isinstance(question, OpenQuestion) and question.basis in grounds.bases
    )


def _are_weights(weights: tuple[float, ...]) -> bool:
    fit = all(isfinite(weight) and weight >= 0 for weight in weights)
    return fit and (not weights or any(weight > 0 for weight in weights))


def with_scores(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Items on one scale of one construct become its score, where the first of them stands."""
    scales: dict[tuple[str, float | None, float | None], list[Item]] = {}
    for item in items:
        if item.kind is ItemKind.SCALE and item.construct:
            scales.setdefault((item.construct, item.low, item.high), []).append(item)
    whole = [parts for parts in scales.values() if len(parts) >= SCALE_ITEMS_MIN]
    first = {parts[0].key: _score(parts) for parts in whole}
    inside = {part.key for parts in whole for part in parts}
    if not first:
        return ()
    return tuple(
        first.get(item.key, item) for item in items if item.key in first or item.key not in inside
    )


def _score(parts: list[Item]) -> Item:
    return Item(
        key=QuestionKey(f"{SCORE_MARK}{parts[0].construct}"),
        kind=ItemKind.SCORE,
        low=parts[0].low,
        high=parts[0].high,
        construct=parts[0].construct,
        parts=tuple(part.key for part in parts),
        turned=tuple(part.key for part in parts if part.reversed),
    )


def item_from_question(question: Question) -> Item | None:
    """The item that a question gives, or None where its answers cannot be counted."""
    key, construct = question.key, question.construct
    match question:
        case SingleChoice(choices=choices):
            options = tuple(str(choice.key) for choice in choices)
            return Item(key=key, kind=ItemKind.SINGLE, options=options, construct=construct)
        case YesNo():
            options = tuple(str(choice.key) for choice in choices_of(question))
            return Item(key=key, kind=ItemKind.SINGLE, options=options, construct=construct)
        case MultipleChoice(choices=choices):
            options = tuple(str(choice.key) for choice in choices)
            return Item(key=key, kind=ItemKind.MULTIPLE, options=options, construct=construct)
        case MaxDiff(choices=choices):
            options = tuple(str(choice.key) for choice in choices)
            return Item(key=key, kind=ItemKind.WORTH, options=options, construct=construct)
        case Ranking(choices=choices):
            options = tuple(str(choice.key) for choice in choices)
            return Item(key=key, kind=ItemKind.RANKING, options=options, construct=construct)
        case Scale(low=low, high=high, reversed=backwards):
            return Item(
                key=key,
                kind=ItemKind.SCALE,
                low=low,
                high=high,
                reversed=backwards,
                construct=construct,
            )
        case NumberQuestion(minimum=low, maximum=high):
            return Item(key=key, kind=ItemKind.NUMBER, low=low, high=high, construct=construct)
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTable:
    """Everybody's answers, column by column, people in ascending order of id.

    An answer of None was not shown; `Skipped` was shown and skipped. `weights` are per person.
    """

    people: tuple[int, ...]
    answers: Mapping[QuestionKey, tuple[Answer | None, ...]]
    weights: tuple[float, ...] | None = None

    def __post_init__(self) -> None:
        if any(a >= b for a, b in zip(self.people, self.people[1:], strict=False)):
            raise ValueError("people stand once each, in ascending order")
        if any(len(column) != len(self.people) for column in self.answers.values()):
            raise ValueError("every column holds one answer per person")
        if self.weights is not None and len(self.weights) != len(self.people):
            raise ValueError("weights are one per person")
        if self.weights is not None and not _are_weights(self.weights):
            raise ValueError("weights are finite, from 0 up, and not all 0")

    @classmethod
    def of(
        cls,
        by_person: Mapping[int, Mapping[QuestionKey, Answer]],
        weights: Mapping[int, float] | None = None,
    ) -> "AnswerTable":
        """Build the table from each person's answers; a missing key means "not shown"."""
        people = tuple(sorted(by_person))
        keys = sorted({key for answers in by_person.values() for key in answers})
        return cls(
            people=people,
            answers={key: tuple(by_person[p].get(key) for p in people) for key in keys},
            weights=None if weights is None else tuple(weights[p] for p in people),
        )
