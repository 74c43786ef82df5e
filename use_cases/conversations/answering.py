"""A person answers: replies, goes back, changes, finishes and is thanked."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from surveys import engine
from surveys.engine import AnswerRecorded, AnswerRejected, Response, Step, SurveyCompleted
from surveys.paradata import seconds_between, traced
from surveys.questions import QuestionKey, Survey
from surveys.replies import Reply, Typed
from use_cases.access import require
from use_cases.conversations.faults import ConsentMissing, NotYours, SurveyNotOpen
from use_cases.conversations.walks import CurrentWalk, Walk
from use_cases.fieldwork.sealing import seal
from use_cases.fieldwork.urgent import dangers_in, note_danger
from use_cases.points import thank_for_response, thank_for_short
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, Role, Saying, SayingState, StoredResponse, SurveyStatus
from use_cases.segments.placing import place_person
from use_cases.segments.typing import next_step, went_back


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
        stored = _after(walk, step, now)
        recorded = _recorded(step)
        await self.work.responses.save(stored, changed=recorded, at=now)
        if not by_message:
            for key in _replaced(step):
                await self.work.sayings.retire(stored.id, key)
        now_asked, was_asked = stored.response.current, walk.response.current
        heard = dangers_in(step.response.answers, recorded)
        urgent = not stored.test and await note_danger(
            self.work, walk.survey, stored, heard, at=now
        )
        walk = replace(
            walk,
            stored=stored,
            events=step.events,
            left=was_asked if was_asked != now_asked else None,
            urgent=urgent,
            dangers=heard - dangers_in(walk.response.answers, recorded),
        )
        if not stored.test:
            walk = await self._ended(walk, completed=_completes(step), at=now)
        await self.work.commit()
        return walk

    async def _ended(self, walk: Walk, *, completed: bool, at: datetime) -> Walk:
        """What the end of a survey brings: thanks, the seal, a segment; nothing before the end."""
        stored = walk.stored
        settings = await self.work.fields.get(walk.questions.key) if completed else None
        if settings is not None and settings.sealed:
            thanked = await seal(self.work, walk.survey, stored, at=at)
            # No segment: placing the person would tell what they said.
            shown = settings.results_shown
            return replace(walk, thanked=thanked, sealed=True, results_shown=shown)
        if settings is not None and not stored.assisted:
            thanked = await thank_for_response(self.work, walk.survey, stored, at=at)
            walk = replace(walk, thanked=thanked, results_shown=settings.results_shown)
        elif stored.typing is not None and stored.typing.ended:
            thanked = await thank_for_short(self.work, walk.survey, stored, at=at)
            walk = replace(walk, thanked=thanked)
        if stored.is_over and stored.response.current is None:
            await place_person(self.work, walk.survey, stored, at=at)
        return walk


def _after(walk: Walk, step: Step, now: datetime) -> StoredResponse:
    """The response as the step leaves it, with the time that it took."""
    since = walk.stored.touched_at or now
    spent = walk.stored.spent + seconds_between((now - since).total_seconds())
    stays = step.response.current == walk.response.current
    return replace(
        walk.stored,
        response=step.response,
        completed_at=walk.stored.completed_at or (now if _completes(step) else None),
        traces=traced(walk.stored.traces, step.events, walk.response.current, spent),
        spent=spent if stays and not _recorded(step) else 0.0,
        touched_at=now,
    )


def _completes(step: Step) -> bool:
    return any(isinstance(event, SurveyCompleted) for event in step.events)


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
