"""Points as people and the house see them: a balance with its lines, thanks, the whole ledger."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from rewards.gifts import (
    SURVEY_REASON,
    short_reference,
    short_share,
    short_thanks,
    survey_thanks,
)
from surveys.questions import Note, Survey
from use_cases.access import require
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, PointsEntry, Role, StoredResponse, StoredSurvey

STATEMENT_LINES_MAX = 10


@dataclass(frozen=True, slots=True)
class PointsView:
    """What a person has and where it came from, newest first."""

    balance: int
    statement: Sequence[PointsEntry]


@dataclass(frozen=True, slots=True)
class MyPoints:
    """Somebody looks at their own points."""

    work: UnitOfWork

    async def __call__(self, person: Person) -> PointsView:
        return PointsView(
            balance=await self.work.points.balance(person.id),
            statement=await self.work.points.statement(person.id, STATEMENT_LINES_MAX),
        )


async def thank_for_response(
    work: UnitOfWork, survey: StoredSurvey, stored: StoredResponse, *, at: datetime
) -> int:
    """Give the survey's points for a completed response, once for ever; how many were given now.
    What its short part brought is counted in.

    0 for a test walk, a survey without points, or a response thanked before. Nothing is committed:
    the thanks belong into the commit of the answer that earned them.
    """
    points = survey.survey.points
    if stored.test or points <= 0:
        return 0
    part = short_reference(survey_id=survey.id, response_id=stored.id)
    points -= await work.points.moved_by(part)
    if points <= 0:
        return 0
    thanks = survey_thanks(
        survey_id=survey.id, response_id=stored.id, person_id=stored.person_id, points=points
    )
    given = await work.points.post(thanks, reason=SURVEY_REASON, at=at)
    return points if given else 0


def points_in_short(survey: Survey, most: int) -> int:
    """What a short survey of at most `most` questions brings: told before its first question."""
    questions = sum(not isinstance(each, Note) for each in survey.questions)
    return short_share(survey.points, asked=most, questions=questions)


async def thank_for_short(
    work: UnitOfWork, survey: StoredSurvey, stored: StoredResponse, *, at: datetime
) -> int:
    """Give what the short part of a response brings, once for ever; how many were given now.

    Nothing is committed, as for the whole.
    """
    points = points_in_short(survey.survey, stored.typing.most) if stored.typing else 0
    named = {"survey_id": survey.id, "response_id": stored.id}
    if stored.test or points <= 0 or await work.points.moved_by(short_reference(**named)):
        return 0
    thanks = short_thanks(**named, person_id=stored.person_id, points=points)
    return points if await work.points.post(thanks, reason=SURVEY_REASON, at=at) else 0


@dataclass(frozen=True, slots=True)
class Ledger:
    """All points at once: `total` of all balances (zero, or something is broken), `given` ever."""

    total: int
    given: int


@dataclass(frozen=True, slots=True)
class LedgerReport:
    """A manager checks the whole ledger."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, manager: Person) -> Ledger:
        await require(self.work, manager, Role.MANAGER, "points.ledger", self.clock)
        return Ledger(total=await self.work.points.total(), given=await self.work.points.given())
