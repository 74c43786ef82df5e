"""A person walks through a survey: begin, answer, go back, change, finish and be thanked."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from surveys import engine
from surveys.engine import AnswerRecorded, Event, Response, Step, SurveyCompleted
from surveys.questions import QuestionKey, Survey
from surveys.replies import Reply
from surveys.routing import way_through
from use_cases.access import require
from use_cases.placing import place_person
from use_cases.points import thank_for_response
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, Role, StoredResponse, StoredSurvey, SurveyStatus


class ConsentMissing(Exception):
    """The person has not agreed that answers are kept, so none are taken."""


class SurveyNotOpen(Exception):
    """No version of the survey takes new responses now."""


class NotYours(Exception):
    """A button names somebody else's response, or one that is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """Where a person stands in a survey and what just happened.

    `thanked` is how many points this very step brought.
    """

    survey: StoredSurvey
    stored: StoredResponse
    events: tuple[Event, ...] = ()
    thanked: int = 0

    @property
    def response(self) -> Response:
        return self.stored.response

    @property
    def questions(self) -> Survey:
        return self.survey.survey

    @property
    def first(self) -> QuestionKey | None:
        """The first question on the way: there is no back from it."""
        asked = way_through(self.questions, self.response.answers).questions
        return asked[0].key if asked else None

    @property
    def last(self) -> int:
        """The index among all questions of the last one on the way."""
        asked = way_through(self.questions, self.response.answers).questions
        return self.questions.questions.index(asked[-1]) if asked else 0


@dataclass(frozen=True, slots=True)
class BeginSurvey:
    """A person begins a survey, or goes on where they stopped."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, person: Person, survey_key: str) -> Walk:
        if person.consented_at is None:
            raise ConsentMissing
        earlier = await self.work.responses.of_person(survey_key, person.id)
        if earlier is not None:
            return await self._go_on(person, earlier)
        survey = await self.work.surveys.open_version(survey_key)
        if survey is None:
            raise SurveyNotOpen
        stored = await self._start(person, survey, test=False)
        await self._invitation_used(person)
        await self.work.commit()
        return Walk(survey=survey, stored=stored)

    async def _go_on(self, person: Person, earlier: StoredResponse) -> Walk:
        survey = await self.work.surveys.get(earlier.survey_id)
        if survey is None or (survey.status is SurveyStatus.CLOSED and not earlier.completed_at):
            raise SurveyNotOpen
        await self._invitation_used(person)
        await self.work.commit()
        return Walk(survey=survey, stored=earlier)

    async def _start(self, person: Person, survey: StoredSurvey, *, test: bool) -> StoredResponse:
        return await self.work.responses.start(
            survey.id,
            person.id,
            engine.begin(survey.survey, today=self.clock.now().date()),
            test=test,
            source=person.source,
            at=self.clock.now(),
        )

    async def _invitation_used(self, person: Person) -> None:
        if person.wanted_survey is not None:
            await self.work.people.save(replace(person, wanted_survey=None), was=person)


@dataclass(frozen=True, slots=True)
class TryOutSurvey:
    """A manager walks through any version as a resident will; those answers never count."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, person: Person, survey_id: int) -> Walk:
        await require(self.work, person, Role.MANAGER, "survey.test", self.clock)
        survey = await self.work.surveys.get(survey_id)
        if survey is None:
            raise SurveyNotOpen
        begun = engine.begin(survey.survey, today=self.clock.now().date())
        start = self.work.responses.start
        now = self.clock.now()
        stored = await start(survey.id, person.id, begun, test=True, source=None, at=now)
        if stored.response != begun:  # An earlier try: begin afresh.
            await self.work.responses.delete(stored.id)
            stored = await start(survey.id, person.id, begun, test=True, source=None, at=now)
        await self.work.commit()
        return Walk(survey=survey, stored=stored)


@dataclass(frozen=True, slots=True)
class CurrentWalk:
    """The walk that a person is in the middle of, if any."""

    work: UnitOfWork

    async def __call__(self, person: Person) -> Walk | None:
        stored = await self.work.responses.unfinished(person.id)
        survey = await self.work.surveys.get(stored.survey_id) if stored else None
        return Walk(survey=survey, stored=stored) if survey and stored else None


@dataclass(frozen=True, slots=True)
class AnswerQuestion:
    """A person replies to a question, by a button (which names its question) or by typing."""

    work: UnitOfWork
    clock: Clock

    async def typed(self, person: Person, reply: Reply) -> Walk | None:
        """A reply to the question being asked now; None if no survey is under way."""
        walk = await CurrentWalk(self.work)(person)
        if walk is None or walk.response.current is None:
            return None
        asked = walk.response.current
        return await self._step(person, walk, lambda s, r: engine.take_reply(s, r, asked, reply))

    async def tapped(self, person: Person, response_id: int, question: int, reply: Reply) -> Walk:
        """A reply by a button under the question at index `question`; an old one does no harm."""
        walk = await self._walk(person, response_id)
        asked = _key_at(walk.questions, question)
        return await self._step(person, walk, lambda s, r: engine.take_reply(s, r, asked, reply))

    async def back(self, person: Person, response_id: int, question: int) -> Walk:
        """Back from the question at that index; a second tap on the same button changes nothing."""
        walk = await self._walk(person, response_id)
        if walk.response.current != _key_at(walk.questions, question):
            return walk
        return await self._step(person, walk, engine.go_back)

    async def change(self, person: Person, response_id: int, question: int) -> Walk:
        """Ask a question answered before once more."""
        walk = await self._walk(person, response_id)
        key = _key_at(walk.questions, question)
        return await self._step(person, walk, lambda s, r: engine.change(s, r, key))

    async def keep(self, person: Person, response_id: int, question: int) -> Walk:
        """Leave a reopened question as it was answered and go on."""
        walk = await self._walk(person, response_id)
        if walk.response.current != _key_at(walk.questions, question):
            return walk
        return await self._step(person, walk, engine.keep_answer)

    async def look(self, person: Person, response_id: int) -> Walk:
        """Where the person stands in that response; nothing changes."""
        return await self._walk(person, response_id)

    async def _walk(self, person: Person, response_id: int) -> Walk:
        stored = await self.work.responses.get(response_id)
        if stored is None or stored.person_id != person.id:
            await self.work.audit.note(person.id, "response.not_yours", at=self.clock.now())
            await self.work.commit()
            raise NotYours
        survey = await self.work.surveys.get(stored.survey_id)
        if survey is None:
            raise NotYours
        return Walk(survey=survey, stored=stored)

    async def _step(
        self, person: Person, walk: Walk, take: Callable[[Survey, Response], Step]
    ) -> Walk:
        if walk.stored.test:
            await require(self.work, person, Role.MANAGER, "survey.test", self.clock)
        elif person.consented_at is None:
            raise ConsentMissing
        if walk.survey.status is SurveyStatus.CLOSED and not walk.stored.test:
            raise SurveyNotOpen
        step = take(walk.questions, walk.response)
        if step.response == walk.response and not _recorded(step):
            return replace(walk, events=step.events)
        return await self._keep(person, walk, step)

    async def _keep(self, person: Person, walk: Walk, step: Step) -> Walk:
        now = self.clock.now()
        completed = any(isinstance(event, SurveyCompleted) for event in step.events)
        stored = replace(
            walk.stored,
            response=step.response,
            completed_at=walk.stored.completed_at or (now if completed else None),
        )
        await self.work.responses.save(stored, changed=_recorded(step), at=now)
        walk = replace(walk, stored=stored, events=step.events)
        thanked = 0
        if completed and not stored.test:
            thanked = await thank_for_response(self.work, walk.survey, stored, at=now)
            await place_person(self.work, walk.survey, stored, at=now)
        await self.work.commit()
        return replace(walk, thanked=thanked)


def _recorded(step: Step) -> list[QuestionKey]:
    return [event.key for event in step.events if isinstance(event, AnswerRecorded)]


def _key_at(survey: Survey, index: int) -> str:
    """The key of the question at that index; no question's key where a forged button points."""
    return survey.questions[index].key if 0 <= index < len(survey.questions) else ""
