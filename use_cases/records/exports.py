"""A response as an export reads it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from surveys.answers import Answer
from surveys.questions import QuestionKey


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedResponse:
    """One real response, whole: all its answers as they stood at one moment.

    A ballot of a sealed survey has no number, no person and no times.
    """

    version: int
    answers: Mapping[QuestionKey, Answer]
    completed: bool
    id: int | None = None
    person_id: int | None = None
    source: str | None = None
    assisted: bool = False  # Entered by a manager, from paper.
    started_at: datetime | None = None
    touched_at: datetime | None = None
    completed_at: datetime | None = None
    seconds: Mapping[QuestionKey, float] = field(default_factory=dict)  # Each answer took.
    language: str = ""  # In which they read; "" where nobody knows.
