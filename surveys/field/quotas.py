"""What quotas a survey can have: by a single choice, or by the entrances of the roster."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from surveys.field.settings import Quota
from surveys.questions import SingleChoice, Survey
from surveys.text import Text

GROUPS_MAX = 40
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class Grouping:
    """By what people can be told apart: a question's key or "entrance", its words, and the groups
    in their order, each with its words where it has any."""

    by: str
    words: Text | None
    groups: Mapping[str, Text | None]


def groupings(survey: Survey, entrances: Sequence[str], *, by_entrance: str) -> list[Grouping]:
    """All that a quota can go by, in the survey's order; entrances last, where there are two."""
    found = [
        Grouping(question.key, question.prompt, _labels(question))
        for question in survey.questions
        if isinstance(question, SingleChoice) and 2 <= len(question.choices) <= GROUPS_MAX
    ]
    if 2 <= len(entrances) <= GROUPS_MAX:
        found.append(Grouping(by_entrance, None, dict.fromkeys(entrances)))
    return found


def read_quota(grouping: Grouping, text: str) -> Quota | None:
    """The shares from one number a group, be they shares or heads; None where they do not fit."""
    numbers = [float(number.replace(",", ".")) for number in _NUMBER.findall(text)]
    if len(numbers) != len(grouping.groups) or min(numbers, default=0.0) <= 0:
        return None
    total = sum(numbers)
    shares = {group: n / total for group, n in zip(grouping.groups, numbers, strict=True)}
    return Quota(grouping.by, shares)


def _labels(question: SingleChoice) -> dict[str, Text | None]:
    return {choice.key: choice.label for choice in question.choices}
