"""The stores of surveys and responses."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from surveys.answers import Answer
from surveys.engine import Response
from surveys.questions import QuestionKey, Survey
from surveys.remembering import Memory
from use_cases.records import Progress, ResponseCounts, StoredResponse, StoredSurvey, SurveyStatus


class Surveys(Protocol):
    async def add_draft(self, survey: Survey, *, author_id: int, at: datetime) -> StoredSurvey:
        """Put a new draft on the shelf as the key's next version (`survey.version` is set here)."""
        ...

    async def get(self, survey_id: int) -> StoredSurvey | None: ...
    async def open_version(self, key: str) -> StoredSurvey | None:
        """The version of `key` that takes new responses, if any."""
        ...

    async def all_open(self) -> Sequence[StoredSurvey]:
        """Newest publication first."""
        ...

    async def ever_open(self) -> Sequence[StoredSurvey]:
        """For each key the open version, else the one closed last; newest first."""
        ...

    async def newest_versions(self) -> Sequence[StoredSurvey]:
        """For each key the open version and any newer draft, newest first."""
        ...

    async def latest(self, key: str) -> StoredSurvey | None:
        """The published (open, superseded or closed) version of `key` with the highest number."""
        ...

    async def set_status(self, survey_id: int, status: SurveyStatus, *, at: datetime) -> None: ...


class Responses(Protocol):
    async def start(
        self,
        survey_id: int,
        person_id: int,
        response: Response,
        *,
        test: bool,
        source: str | None,
        at: datetime,
    ) -> StoredResponse:
        """Begin a walk.

        (survey, person, test) is unique: a second start hands back the first.
        """
        ...

    async def get(self, response_id: int) -> StoredResponse | None: ...
    async def unfinished(self, person_id: int) -> StoredResponse | None:
        """The walk the person touched last among those at a question, in a survey not closed.

        One that was completed and stands at a question again, to be changed, is one of them.
        """
        ...

    async def of_person(self, survey_key: str, person_id: int) -> StoredResponse | None:
        """The person's newest real (not test) walk through any version of the survey."""
        ...

    async def save(
        self, stored: StoredResponse, *, changed: Iterable[QuestionKey], at: datetime
    ) -> None:
        """Write cursor, ticks, completion, and the answers named in `changed`."""
        ...

    async def delete(self, response_id: int) -> None:
        """Remove a walk with its answers (a test one, to walk again)."""
        ...

    async def walks(self, survey_key: str) -> Sequence[StoredResponse]:
        """Every real walk through any version of the survey, finished or not, by id."""
        ...

    async def mark_assisted(self, response_id: int, *, entered_by: int, at: datetime) -> None:
        """A manager enters it for somebody without Telegram: to them it is `unfinished`, too."""
        ...

    async def hand_over(self, from_person: int, to_person: int) -> int:
        """Responses become another person's, but for surveys that they answered themselves.

        How many.
        """
        ...

    async def memories(self, person_id: int) -> Sequence[Memory]:
        """The person's completed, real walks through all surveys, by id."""
        ...

    async def progress(self, survey_key: str) -> Sequence[Progress]:
        """How far each real walk is, by id; without answers."""
        ...

    async def counts(self, survey_key: str) -> ResponseCounts: ...
    async def completed_answers(
        self, survey_key: str, *, before_last: bool = False
    ) -> Mapping[int, Mapping[QuestionKey, Answer]]:
        """Person id -> the answers that count of their newest completed, real response.

        With `before_last` of the one before it, and without ballots. Of whatever version; answers
        on a branch that is no longer walked are left out. Sealed ballots have numbers below zero,
        which are nobody's.
        """
        ...
