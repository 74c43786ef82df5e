"""Rows of like scales: the same point all the way down, and agreement with opposites."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby

from surveys.answers import Answer, Rated
from surveys.questions import Question, QuestionKey, Scale, Survey

MIXED_ITEMS_MIN = 5  # With reversed items among them, one point for all contradicts itself.
PLAIN_ITEMS_MIN = 8  # Without them only a long row says anything.
SAME_SHARE = 0.9
CONTRADICTING_PAIRS_MIN = 2
EDGE = 0.25  # The outer quarter of a scale, at both ends.


def batteries(survey: Survey) -> list[tuple[Scale, ...]]:
    """Scales that follow each other with equal ends, in rows long enough to tell something."""
    found: list[tuple[Scale, ...]] = []

    def look(question: Question) -> tuple[int, int] | None:
        return (question.low, question.high) if isinstance(question, Scale) else None

    for ends, row in groupby(survey.questions, key=look):
        scales = tuple(question for question in row if isinstance(question, Scale))
        if ends is not None and len(scales) >= _needed(scales):
            found.append(scales)
    return found


def is_straight(battery: Sequence[Scale], answers: Mapping[QuestionKey, Answer]) -> bool:
    """Whether (nearly) all was answered by one and the same point, in one long run."""
    points = [a.value for a in (answers.get(q.key) for q in battery) if isinstance(a, Rated)]
    if len(points) < _needed(battery):
        return False
    longest = max(sum(1 for _ in run) for _, run in groupby(points))
    return longest >= SAME_SHARE * len(points)


def _needed(battery: Sequence[Scale]) -> int:
    mixed = len({question.reversed for question in battery}) > 1
    return MIXED_ITEMS_MIN if mixed else PLAIN_ITEMS_MIN


def opposites(survey: Survey) -> list[tuple[tuple[Scale, ...], tuple[Scale, ...]]]:
    """The plain and the reversed items of each construct that has both."""
    constructs: dict[str, list[Scale]] = defaultdict(list)
    for question in survey.questions:
        if isinstance(question, Scale) and question.construct is not None:
            constructs[question.construct].append(question)
    parted = (
        (tuple(q for q in items if not q.reversed), tuple(q for q in items if q.reversed))
        for items in constructs.values()
    )
    return [(plain, turned) for plain, turned in parted if plain and turned]


def contradictions(
    constructs: Sequence[tuple[Sequence[Scale], Sequence[Scale]]],
    answers: Mapping[QuestionKey, Answer],
) -> int:
    """Pairs of a plain and a reversed item of one construct, both fully agreed or both refused."""
    count = 0
    for plain, turned in constructs:
        left, right = [_edge(q, answers) for q in plain], [_edge(q, answers) for q in turned]
        count += sum(a == b != 0 for a in left for b in right)
    return count


def _edge(question: Scale, answers: Mapping[QuestionKey, Answer]) -> int:
    """1 at the upper end, -1 at the lower, 0 between or without an answer."""
    answer = answers.get(question.key)
    if not isinstance(answer, Rated) or question.high == question.low:
        return 0
    share = (answer.value - question.low) / (question.high - question.low)
    return 1 if share >= 1 - EDGE else -1 if share <= EDGE else 0
