"""Somebody in a survey turns to something else: what they type there is no answer."""

from dataclasses import dataclass

from surveys import engine
from surveys.engine import Step, is_complete
from surveys.replies import TappedDone
from use_cases.conversations.answering import AnswerQuestion
from use_cases.conversations.walks import CurrentWalk, Walk
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person


@dataclass(frozen=True, slots=True)
class TurnElsewhere:
    """A finished survey that stands at a question again is finished again; words that an open
    answer was still growing by are taken as all of it."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, person: Person) -> Walk | None:
        """The walk as it stands now where the person should see that it went on."""
        walk = await CurrentWalk(self.work)(person)
        if walk is None or walk.response.current is None:
            return None
        if walk.stored.test or walk.stored.person_id != person.id or person.consented_at is None:
            return None  # A try, or a sheet of paper: whoever holds it sees what stands there.
        errand = AnswerQuestion(self.work, self.clock)
        if walk.stored.completed_at is not None and is_complete(walk.questions, walk.response):
            await errand.step(person, walk, lambda s, r: Step(engine.go_on(s, r)))
            return None
        asked = walk.response.current
        if not walk.response.collects:
            return None
        return await errand.step(
            person, walk, lambda s, r: engine.take_reply(s, r, asked, TappedDone())
        )
