"""What people did, as answers of which a report can tell: money in whole units, nobody unplaced."""

from collections.abc import Mapping

from segmentation.purchases.doings import MONEY
from surveys.answers import Answer, Counted
from surveys.questions import QuestionKey
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Scheme
from use_cases.segments.doings import read_doings

Given = Mapping[QuestionKey, Answer]
MINOR_UNITS = 100  # Of money in one that people speak of.


async def as_answers(work: UnitOfWork, scheme: Scheme, clock: Clock) -> dict[int, Given]:
    """By person, of those who have a place in the scheme; who did something since waits for the
    next search."""
    assert scheme.grounds.doings is not None
    table, _ = await read_doings(work, scheme.grounds.doings, clock.now())
    placed = {m.person_id for m in await work.segments.memberships(scheme.id)}
    return {
        person: {
            key: _in_units(key, answer)
            for key, column in table.answers.items()
            if (answer := column[row]) is not None
        }
        for row, person in enumerate(table.people)
        if person in placed
    }


def _in_units(key: QuestionKey, answer: Answer) -> Answer:
    if key == MONEY and isinstance(answer, Counted):
        return Counted(answer.value / MINOR_UNITS)
    return answer
