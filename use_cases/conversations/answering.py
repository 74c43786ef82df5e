"""A person walks through a survey: begin, answer, go back, change, finish and be thanked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from zlib import crc32

from surveys import engine
from surveys.answers import Answer
from surveys.engine import (
    AnswerRecorded,
    AnswerRejected,
    Event,
    Response,
    Step,
    SurveyCompleted,
)
from surveys.field.urgent import Danger
from surveys.lots import SEED_MAX
from surveys.paradata import seconds_between, traced
from surveys.questions import QuestionKey, Survey
from surveys.replies import Reply, Typed
from surveys.routing import way_through
from use_cases.access import require
from use_cases.conversations.faults import SurveyNotOpen
from use_cases.conversations.remembering import known_of
from use_cases.fieldwork.gate import check_open
from use_cases.fieldwork.sealing import seal
from use_cases.fieldwork.urgent import dangers_in, note_danger
from use_cases.points import thank_for_response, thank_for_short
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import (
    Person,
    Role,
    Saying,
    SayingState,
    StoredResponse,
    StoredSurvey,
    SurveyStatus,
)
from use_cases.segments.placing import place_person
from use_cases.segments.typing import next_step, went_back

__all__ = [
    "AnswerQuestion",
    "BeginSurvey",
    "ConsentMissing",
    "CurrentWalk",
    "NotYours",
    "SurveyNotOpen",
    "TryOutSurvey",
    "Walk",
]


class ConsentMissing(Exception):
    """The person has not agreed that answers are kept, so none are taken."""


class NotYours(Exception):
    """A button names somebody else's response, or one that is gone."""


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
        await check_open(self.work, person, survey, self.clock.now())
        stored = await self._start(person, survey, test=False)
        await self._invitation_used(person)
        sealed = (await self.work.fields.get(survey_key)).sealed
        await self.work.commit()
        return Walk(survey=survey, stored=stored, sealed=sealed)

    async def _go_on(self, person: Person, earlier: StoredResponse) -> Walk:
        survey = await self.work.surveys.get(earlier.survey_id)
        if survey is None or (survey.status is SurveyStatus.CLOSED and not earlier.completed_at):
            raise SurveyNotOpen
        await self._invitation_used(person)
        earlier = await self._all_of_it(survey, earlier)
        await self.work.commit()
        return Walk(survey=survey, stored=earlier)

    async def _all_of_it(self, survey: StoredSurvey, earlier: StoredResponse) -> StoredResponse:
        """Whoever took the short survey is asked what that left out."""
        if earlier.typing is None:
            return earlier
        response = engine.go_on(survey.survey, earlier.response)
        whole = replace(earlier, response=response, typing=None)
        await self.work.responses.save(whole, changed=(), at=self.clock.now())
        return whole

    async def _start(self, person: Person, survey: StoredSurvey, *, test: bool) -> StoredResponse:
        known = await known_of(self.work, survey.survey, person.id)
        return await self.work.responses.start(
            survey.id,
            person.id,
            begun(survey, person, self.clock, known),
            test=test,
            source=person.source,
            at=self.clock.now(),
        )

    async def _invitation_used(self, person: Person) -> None:
        if person.wanted_survey is not None:
            await self.work.people.save(replace(person, wanted_survey=None), was=person)


def begun(
    survey: StoredSurvey,
    person: Person,
    clock: Clock,
    known: Mapping[QuestionKey, Answer] = engine.NOTHING_KNOWN,
    *,
    seed: int | None = None,
) -> Response:
    """A response that begins now; its lot (if not given) depends on who begins and when, and is
    kept with it.

    `known` is what the person need only confirm.
    """
    now = clock.now()
    if seed is None:
        seed = crc32(f"{survey.id}:{person.id}:{now.isoformat()}".encode()) % SEED_MAX
    return engine.begin(
        survey.survey, today=now.date(), seed=seed, source=person.source, known=known
    )


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
        fresh = begun(survey, person, self.clock)
        start = self.work.responses.start
        now = self.clock.now()
        stored = await start(survey.id, person.id, fresh, test=True, source=None, at=now)
        if stored.response != fresh:  # An earlier try: begin afresh.
            await self.work.responses.delete(stored.id)
            stored = await start(survey.id, person.id, fresh, test=True, source=None, at=now)
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

    async def typed(
        self, person: Person, reply: Reply, message_id: int | None = None
    ) -> Walk | None:
        """A reply to the question being asked now; None if no survey is under way.

        The message is remembered by its id, so that an edit of it edits the answer.
        """
        walk = await CurrentWalk(self.work)(person)
        if walk is None or walk.response.current is None:
            return None
        asked = walk.response.current
        said = _saying(walk, asked, reply, message_id)
        return await self.step(
            person, walk, lambda s, r: engine.take_reply(s, r, asked, reply), said
        )

    async def tapped(self, person: Person, response_id: int, question: int, reply: Reply) -> Walk:
        """A reply by a button under the question at index `question`; an old one does no harm."""
        walk = await self._walk(person, response_id)
        asked = _key_at(walk.questions, question)
        return await self.step(person, walk, lambda s, r: engine.take_reply(s, r, asked, reply))

    async def back(self, person: Person, response_id: int, question: int) -> Walk:
        """Back from the question at that index; a second tap on the same button changes nothing."""
        walk = await self._walk(person, response_id)
        if walk.response.current != _key_at(walk.questions, question):
            return walk
        typing = walk.stored.typing
        if typing is not None:
            return await self.step(person, walk, lambda s, r: went_back(s, r, typing))
        return await self.step(person, walk, engine.go_back)

    async def change(self, person: Person, response_id: int, question: int) -> Walk:
        """Ask a question answered before once more."""
        walk = await self._walk(person, response_id)
        key = _key_at(walk.questions, question)
        return await self.step(person, walk, lambda s, r: engine.change(s, r, key))

    async def keep(self, person: Person, response_id: int, question: int) -> Walk:
        """Leave a reopened question as it was answered and go on."""
        walk = await self._walk(person, response_id)
        if walk.response.current != _key_at(walk.questions, question):
            return walk
        return await self.step(person, walk, engine.keep_answer)

    async def look(self, person: Person, response_id: int) -> Walk:
        """Where the person stands in that response; nothing changes."""
        return await self._walk(person, response_id)

    async def _walk(self, person: Person, response_id: int) -> Walk:
        stored = await self.work.responses.get(response_id)
        if stored is None or person.id not in {stored.person_id, stored.entered_by}:
            await self.work.audit.note(person.id, "response.not_yours", at=self.clock.now())
            await self.work.commit()
            raise NotYours
        survey = await self.work.surveys.get(stored.survey_id)
        if survey is None:
            raise NotYours
        return Walk(survey=survey, stored=stored)

    async def step(
        self,
        person: Person,
        walk: Walk,
        take: Callable[[Survey, Response], Step],
        said: Saying | None = None,
        *,
        amends: bool = False,
    ) -> Walk:
        """Take one step for the person and keep it; `said` is the message that it came by, which
        `amends` an answer beside the other messages of it."""
        if walk.stored.test:
            await require(self.work, person, Role.MANAGER, "survey.test", self.clock)
        elif walk.stored.entered_by == person.id:
            await require(self.work, person, Role.MANAGER, "survey.enter", self.clock)
        elif person.consented_at is None:
            raise ConsentMissing
        if walk.survey.status is SurveyStatus.CLOSED and not walk.stored.test:
            raise SurveyNotOpen
        step = take(walk.questions, walk.response)
        was, typing = walk.response, walk.stored.typing
        if typing is not None:
            step, typing = await next_step(self.work, walk.questions, typing, was, step)
            walk = replace(walk, stored=replace(walk.stored, typing=typing))
        if said is not None:
            await self._note(said, step, amends=amends)
        if step.response == walk.response and not _recorded(step):
            return replace(walk, events=step.events)
        return await self._keep(walk, step, by_message=said is not None)

    async def _note(self, said: Saying, step: Step, *, amends: bool) -> None:
        """Remember the message: as the answer, as a part of it, or as what did not fit."""
        for event in step.events:
            match event:
                case AnswerRecorded(key=key, changed=changed, added=added):
                    if changed and not (added or amends):
                        await self.work.sayings.retire(said.response_id, key)
                    await self.work.sayings.keep(said)
                case AnswerRejected() if not amends:
                    await self.work.sayings.keep(replace(said, state=SayingState.REFUSED))

    async def _keep(self, walk: Walk, step: Step, *, by_message: bool) -> Walk:
        now = self.clock.now()
        since = walk.stored.touched_at or now
        spent = walk.stored.spent + seconds_between((now - since).total_seconds())
        stays = step.response.current == walk.response.current
        completed = any(isinstance(event, SurveyCompleted) for event in step.events)
        stored = replace(
            walk.stored,
            response=step.response,
            completed_at=walk.stored.completed_at or (now if completed else None),
            traces=traced(walk.stored.traces, step.events, walk.response.current, spent),
            spent=spent if stays and not _recorded(step) else 0.0,
            touched_at=now,
        )
        await self.work.responses.save(stored, changed=_recorded(step), at=now)
        if not by_message:
            for key in _replaced(step):
                await self.work.sayings.retire(stored.id, key)
        left = walk.response.current if walk.response.current != step.response.current else None
        heard = dangers_in(step.response.answers, _recorded(step))
        urgent = not stored.test and await note_danger(
            self.work, walk.survey, stored, heard, at=now
        )
        fresh = heard - dangers_in(walk.response.answers, _recorded(step))
        walk = replace(
            walk, stored=stored, events=step.events, left=left, urgent=urgent, dangers=fresh
        )
        thanked = 0
        settings = await self.work.fields.get(walk.questions.key) if completed else None
        if settings is not None and settings.sealed and not stored.test:
            thanked = await seal(self.work, walk.survey, stored, at=now)
            await self.work.commit()  # No segment: placing the person would tell what they said.
            shown = settings.results_shown
            return replace(walk, thanked=thanked, sealed=True, results_shown=shown)
        if settings is not None and not stored.test and not stored.assisted:
            thanked = await thank_for_response(self.work, walk.survey, stored, at=now)
            walk = replace(walk, results_shown=settings.results_shown)
        elif stored.typing is not None and stored.typing.ended and not stored.test:
            thanked = await thank_for_short(self.work, walk.survey, stored, at=now)
        if stored.is_over and step.response.current is None and not stored.test:
            await place_person(self.work, walk.survey, stored, at=now)
        await self.work.commit()
        return replace(walk, thanked=thanked)


def _index_of(survey: Survey, key: QuestionKey) -> int:
    return [question.key for question in survey.questions].index(key)


def _recorded(step: Step) -> list[QuestionKey]:
    return [event.key for event in step.events if isinstance(event, AnswerRecorded)]


def _replaced(step: Step) -> list[QuestionKey]:
    return [e.key for e in step.events if isinstance(e, AnswerRecorded) and e.changed]


def _saying(walk: Walk, asked: QuestionKey, reply: Reply, message_id: int | None) -> Saying | None:
    """The message as what it says to the question."""
    if message_id is None:
        return None
    return Saying(
        response_id=walk.stored.id,
        message_id=message_id,
        question_key=asked,
        text=reply.text if isinstance(reply, Typed) else None,
    )


def _key_at(survey: Survey, index: int) -> str:
    """The key of the question at that index; no question's key where a forged button points."""
    return survey.questions[index].key if 0 <= index < len(survey.questions) else ""
