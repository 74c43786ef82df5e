"""Reading responses in portions, by their numbers: nothing is held open between two of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from storage.stores.responses import answers_of, with_answers
from storage.tables import answers, boxes, people, responses, surveys
from storage.transaction import Transaction
from surveys.questions import QuestionKey, Survey
from use_cases.ports.exports import BoxPlace, Extent
from use_cases.records import SurveyStatus
from use_cases.records.exports import ExportedResponse

_PUBLISHED = surveys.c.status != SurveyStatus.DRAFT
_VERSIONS = (
    sa.select(surveys.c.definition)
    .where(surveys.c.key == sa.bindparam("survey_key"), _PUBLISHED)
    .order_by(surveys.c.published_at, surveys.c.version)
)
_ALL = sa.select(surveys.c.key, surveys.c.definition).where(_PUBLISHED)
_NEWEST_FIRST = _ALL.order_by(surveys.c.published_at.desc(), surveys.c.version.desc())
_REAL = (
    surveys.c.key == sa.bindparam("survey_key"),
    _PUBLISHED,
    responses.c.test.is_(False),
)
_EXTENT = (
    sa.select(sa.func.count(), sa.func.coalesce(sa.func.max(responses.c.id), 0))
    .join_from(responses, surveys)
    .where(*_REAL)
)
# The numbers lead: walking along them costs the same at every portion, sorting would not.
_PORTION = with_answers(
    sa.select(
        responses.c.id,
        surveys.c.version,
        responses.c.person_id,
        responses.c.source,
        responses.c.started_at,
        responses.c.touched_at,
        responses.c.completed_at,
        people.c.language,
    )
    .join_from(responses, surveys)
    .outerjoin(people, people.c.id == responses.c.person_id)
    .where(
        *_REAL,
        responses.c.id > sa.bindparam("after"),
        responses.c.id <= sa.bindparam("last_id"),
    )
    .order_by(responses.c.id)
    .limit(sa.bindparam("at_most"))
)
_SECONDS = (
    sa.select(answers.c.question_key, answers.c.seconds, sa.func.count().label("people"))
    .join_from(responses, surveys)
    .join(answers)
    .where(
        *_REAL,
        responses.c.completed_at.is_not(None),
        responses.c.id <= sa.bindparam("last_id"),
        answers.c.seconds > 0,
        answers.c.confirmed.is_not(True),
    )
    .group_by(answers.c.question_key, answers.c.seconds)
)
_OF_KEY = surveys.c.key == sa.bindparam("survey_key")
_BOXED = (
    sa.select(sa.func.coalesce(sa.func.sum(sa.func.json_array_length(boxes.c.ballots)), 0))
    .join_from(boxes, surveys)
    .where(_OF_KEY)
)
_NEXT_BOX = (
    sa.select(boxes.c.survey_id, boxes.c.number, boxes.c.ballots, surveys.c.version)
    .join_from(boxes, surveys)
    .where(
        _OF_KEY,
        sa.tuple_(boxes.c.survey_id, boxes.c.number)
        > sa.tuple_(sa.bindparam("survey_id"), sa.bindparam("number")),
    )
    .order_by(boxes.c.survey_id, boxes.c.number)
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class ExportsTable:
    """use_cases.ports.exports.Exports over the tables of surveys, responses and answers."""

    transaction: Transaction

    async def published(self) -> Sequence[Survey]:
        newest: dict[str, Survey] = {}
        for row in await self.transaction.read(_NEWEST_FIRST):
            newest.setdefault(row.key, row.definition)
        return list(newest.values())

    async def versions(self, survey_key: str) -> Sequence[Survey]:
        rows = await self.transaction.read(_VERSIONS, {"survey_key": survey_key})
        return [row.definition for row in rows]

    async def extent(self, survey_key: str) -> Extent:
        rows = await self.transaction.read(_EXTENT, {"survey_key": survey_key})
        counted, last_id = rows.one()
        boxed = await self.transaction.read(_BOXED, {"survey_key": survey_key})
        return Extent(counted, last_id, boxed.scalar_one())

    async def portion(
        self, survey_key: str, *, after: int, last_id: int, limit: int
    ) -> Sequence[ExportedResponse]:
        wanted = {"survey_key": survey_key, "after": after, "last_id": last_id, "at_most": limit}
        return [_response(row) for row in await self.transaction.read(_PORTION, wanted)]

    async def seconds(
        self, survey_key: str, *, last_id: int
    ) -> Mapping[QuestionKey, Mapping[float, int]]:
        found: dict[QuestionKey, dict[float, int]] = {}
        wanted = {"survey_key": survey_key, "last_id": last_id}
        for key, seconds, counted in await self.transaction.read(_SECONDS, wanted):
            found.setdefault(QuestionKey(key), {})[seconds] = counted
        return found

    async def box(
        self, survey_key: str, *, after: BoxPlace
    ) -> tuple[BoxPlace, Sequence[ExportedResponse]] | None:
        wanted = {"survey_key": survey_key, "survey_id": after[0], "number": after[1]}
        row = (await self.transaction.read(_NEXT_BOX, wanted)).first()
        if row is None:
            return None
        ballots = [
            ExportedResponse(version=row.version, answers=answers_of(ballot), completed=True)
            for ballot in row.ballots
        ]
        return (row.survey_id, row.number), ballots


def _response(row: Any) -> ExportedResponse:
    return ExportedResponse(
        id=row.id,
        version=row.version,
        person_id=row.person_id,
        source=row.source,
        assisted=row.entered_by is not None,
        started_at=row.started_at,
        touched_at=row.touched_at,
        completed_at=row.completed_at,
        completed=row.completed_at is not None,
        answers=answers_of(row.given),
        seconds=_seconds(row.given),
        language=row.language or "",
    )


def _seconds(given: Any) -> dict[QuestionKey, float]:
    """What each answer took, where that says something; PostgreSQL may have none at all."""
    return {
        key: seconds
        for key, _, _, seconds, _, place, confirmed in given or ()
        if seconds and place and not confirmed
    }
