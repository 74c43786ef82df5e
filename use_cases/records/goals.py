"""What a manager wants of a division, of one of its segments, or of a segment by a rule."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Subject(StrEnum):
    """What a goal is about."""

    SCHEME = "s"
    SEGMENT = "g"
    RULE = "r"


class Measure(StrEnum):
    """What is measured; all but the size are figures of success (docs/figures.md)."""

    SIZE = "size"  # how many people are in it
    ANSWERS = "answers"  # of those invited lately, who completed
    NPS = "nps"
    CSAT = "csat"
    PAID = "paid"  # what a member has paid so far, in the smallest unit of money


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """`start` is the value when the goal was set, None where nothing could be measured.

    `target` and `start` are in the unit of the measure: people, a share from 0 to 1, points of
    NPS, money in its smallest unit. `ended_at`: it was put away.
    """

    id: int
    subject: Subject
    subject_id: int
    measure: Measure
    target: float
    start: float | None
    due: date
    owner_id: int | None
    created_at: datetime
    ended_at: datetime | None = None
