"""A walk: where a person stands in a survey."""

from dataclasses import dataclass

from surveys.engine import Event, Response
from surveys.field.urgent import Danger
from surveys.questions import QuestionKey, Survey
from surveys.routing import way_through
from use_cases.ports import UnitOfWork
from use_cases.records import Person, StoredResponse, StoredSurvey


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """Where a person stands in a survey and what just happened.

    `thanked` is how many points this very step brought; `left` is the question that was being
    asked until then, if another one is now.
    """

    survey: StoredSurvey
    stored: StoredResponse
    events: tuple[Event, ...] = ()
    thanked: int = 0
    sealed: bool = False  # Its answers lose their person at the end.
    urgent: bool = False  # What was said now sounds urgent: managers are to be told.
    dangers: frozenset[Danger] = frozenset()  # What it tells of that the answer did not before.
    results_shown: bool = False  # Now that it is done, the person may see the results.
    left: QuestionKey | None = None

    @property
    def response(self) -> Response:
        return self.stored.response

    @property
    def questions(self) -> Survey:
        return self.survey.survey

    @property
    def first(self) -> QuestionKey | None:
        """The first question on the way: there is no back from it."""
        if self.stored.typing is not None:
            return next(iter(self.stored.typing.asked), self.response.current)
        asked = way_through(self.questions, self.response.answers).questions
        return asked[0].key if asked else None

    @property
    def last(self) -> int:
        """The index among all questions of the last one on the way."""
        if self.stored.typing is not None and self.stored.typing.asked:
            return _index_of(self.questions, self.stored.typing.asked[-1])
        asked = way_through(self.questions, self.response.answers).questions
        return self.questions.questions.index(asked[-1]) if asked else 0


@dataclass(frozen=True, slots=True)
class CurrentWalk:
    """The walk that a person is in the middle of, if any."""

    work: UnitOfWork

    async def __call__(self, person: Person) -> Walk | None:
        stored = await self.work.responses.unfinished(person.id)
        survey = await self.work.surveys.get(stored.survey_id) if stored else None
        return Walk(survey=survey, stored=stored) if survey and stored else None


def _index_of(survey: Survey, key: QuestionKey) -> int:
    return [question.key for question in survey.questions].index(key)
