"""Surveys on the shelf, and people's walks through them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from surveys.engine import Response
from surveys.paradata import Trace
from surveys.questions import QuestionKey, Survey
from use_cases.records.typing import Typing


class SurveyStatus(StrEnum):
    """A draft is seen by managers; an open version takes new responses; the others take none.

    Responses begun in a version go on in it after it is superseded, not after it is closed.
    """

    DRAFT = "draft"
    OPEN = "open"
    SUPERSEDED = "superseded"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSurvey:
    """One version of a survey on the shelf."""

    id: int
    survey: Survey
    status: SurveyStatus
    author_id: int | None
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredResponse:
    """One person's walk through one survey version; a `test` one never counts."""

    id: int
    survey_id: int
    person_id: int
    response: Response
    test: bool
    started_at: datetime
    completed_at: datetime | None = None
    source: str | None = None
    traces: Mapping[QuestionKey, Trace] = field(default_factory=dict)
    spent: float = 0.0  # Seconds on the current question so far.
    touched_at: datetime | None = field(default=None, compare=False)
    typing: Typing | None = None  # Only some of the questions are asked, the next as it follows.
    entered_by: int | None = None  # The manager who entered it for somebody; 0: nobody known.

    @property
    def assisted(self) -> bool:
        """Whether somebody without Telegram answered, through a manager."""
        return self.entered_by is not None

    @property
    def is_over(self) -> bool:
        """Whether nothing more is asked: all is answered, or all of the short survey."""
        return self.completed_at is not None or (self.typing is not None and self.typing.ended)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far somebody's walk through a survey is."""

    person_id: int
    started_at: datetime
    touched_at: datetime
    completed_at: datetime | None


@dataclass(frozen=True, slots=True)
class ResponseCounts:
    """How many real responses a survey has over all its versions."""

    started: int
    completed: int
    assisted: int = 0  # Completed, entered for somebody without Telegram.
    short: int = 0  # Through with the short survey and no more of it; not among `completed`.

    @property
    def took_part(self) -> int:
        """Everybody who answered all that they were asked."""
        return self.completed + self.short
