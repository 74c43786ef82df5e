"""Messages that change an earlier answer: edited ones, and those sent before the next question."""

from dataclasses import dataclass
from enum import StrEnum

from surveys.amending import amend
from surveys.answers import words_in
from surveys.collecting import joined
from surveys.events import AnswerRecorded, AnswerRejected, KeptBeside
from surveys.questions import OpenQuestion, Question
from surveys.replies import Reply, Typed
from use_cases.conversations.answering import AnswerQuestion
from use_cases.conversations.walks import CurrentWalk, Walk
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, Saying, SayingState


class Fate(StrEnum):
    """What became of an edited, or of a late, message."""

    NO_ANSWER = "no_answer"  # It never was one.
    TAKEN = "taken"
    SAME = "same"  # It says what it said.
    BESIDE = "beside"  # Taken; but its question is not asked any more.
    REFUSED = "refused"  # It does not fit: the answer stays.
    RETIRED = "retired"  # Another answer came later.
    ANSWERED = "answered"  # It answers the question that is being asked.


@dataclass(frozen=True, slots=True)
class Edited:
    """What became of the message, the question that it is about, where the person stands."""

    fate: Fate
    walk: Walk | None = None
    question: Question | None = None


@dataclass(frozen=True, slots=True)
class EditMessage:
    """A person edits one of their own messages: the answer that it gave follows."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, person: Person, message_id: int, reply: Reply) -> Edited:
        saying = await self.work.sayings.of_message(person.id, message_id)
        walk = await self._walk(saying)
        question = walk.questions.question(saying.question_key) if walk and saying else None
        if saying is None or walk is None or question is None:
            return Edited(Fate.NO_ANSWER)
        if saying.state is SayingState.RETIRED:
            return Edited(Fate.RETIRED, walk, question)
        if saying.state is SayingState.REFUSED:
            return await self._second_try(person, walk, question, reply, message_id)
        whole = await self._whole(saying, question, reply)
        said = _said(saying, reply)
        walk = await AnswerQuestion(self.work, self.clock).step(
            person, walk, lambda s, r: amend(s, r, question.key, whole), said, amends=True
        )
        return Edited(fate_of(walk), walk, question)

    async def _walk(self, saying: Saying | None) -> Walk | None:
        stored = await self.work.responses.get(saying.response_id) if saying else None
        survey = await self.work.surveys.get(stored.survey_id) if stored else None
        return Walk(survey=survey, stored=stored) if survey and stored else None

    async def _second_try(
        self, person: Person, walk: Walk, question: Question, reply: Reply, message_id: int
    ) -> Edited:
        """A message that did not fit is mended: it answers, if its question still waits."""
        now = await CurrentWalk(self.work)(person)
        if now is None or now.stored.id != walk.stored.id or now.response.current != question.key:
            return Edited(Fate.NO_ANSWER, walk, question)
        answered = await AnswerQuestion(self.work, self.clock).typed(person, reply, message_id)
        return Edited(Fate.ANSWERED, answered, question)

    async def _whole(self, saying: Saying, question: Question, reply: Reply) -> Reply:
        """All messages of the answer together, this one as it reads now."""
        if not (isinstance(question, OpenQuestion) and isinstance(reply, Typed)):
            return reply
        pieces = await self.work.sayings.taken(saying.response_id, question.key)
        texts = [
            reply.text if piece.message_id == saying.message_id else piece.text or ""
            for piece in pieces
        ]
        return Typed(joined(*texts), reply.on)


@dataclass(frozen=True, slots=True)
class AddToEarlier:
    """A message was sent before the question now asked could be seen: it belongs to the earlier
    one, as more words of it or as a correction."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, person: Person, message_id: int, reply: Reply) -> Edited | None:
        """None where no earlier answer was typed: then the message is no late one."""
        walk = await CurrentWalk(self.work)(person)
        last = await self.work.sayings.last(walk.stored.id) if walk else None
        question = walk.questions.question(last.question_key) if walk and last else None
        if walk is None or question is None or question.key == walk.response.current:
            return None
        whole = _more(walk, question, reply)
        said = Saying(
            response_id=walk.stored.id,
            message_id=message_id,
            question_key=question.key,
            text=reply.text if isinstance(reply, Typed) else None,
        )
        walk = await AnswerQuestion(self.work, self.clock).step(
            person, walk, lambda s, r: amend(s, r, question.key, whole), said, amends=True
        )
        return Edited(fate_of(walk), walk, question)


def _more(walk: Walk, question: Question, reply: Reply) -> Reply:
    earlier = words_in(walk.response.answers.get(question.key))
    if isinstance(question, OpenQuestion) and isinstance(reply, Typed) and earlier:
        return Typed(joined(earlier, reply.text), reply.on)
    return reply


def _said(saying: Saying, reply: Reply) -> Saying:
    return Saying(
        response_id=saying.response_id,
        message_id=saying.message_id,
        question_key=saying.question_key,
        text=reply.text if isinstance(reply, Typed) else None,
    )


def fate_of(walk: Walk) -> Fate:
    """What the step made of the message."""
    if any(isinstance(event, AnswerRejected) for event in walk.events):
        return Fate.REFUSED
    if any(isinstance(event, KeptBeside) for event in walk.events):
        return Fate.BESIDE
    recorded = [event for event in walk.events if isinstance(event, AnswerRecorded)]
    if not recorded:
        return Fate.NO_ANSWER
    return Fate.TAKEN if recorded[0].changed else Fate.SAME
