"""Reading responses in portions, by their numbers: nothing is held open between two of them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from storage.stores.response_rows import answers_of
from storage.tables import answers, assisted, boxes, people, responses, surveys
from storage.transaction import Transaction
from surveys.answers import Answer, from_json
from surveys.questions import QuestionKey, Survey
from use_cases.ports.exports import BoxPlace, Extent
from use_cases.records import SurveyStatus
from use_cases.records.exports import ExportedResponse

ANSWERS_REMEMBERED_MAX = 8_192
_Given = tuple[dict[QuestionKey, Answer], dict[QuestionKey, float]]

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
_ENTERED_BY = (
    sa.select(assisted.c.entered_by)
    .where(assisted.c.response_id == responses.c.id)
    .exists()
    .label("assisted")
)
# The numbers lead: walking along them costs the same at every portion, sorting would not.
_PORTION = (
    sa.select(
        responses.c.id,
        surveys.c.version,
        responses.c.person_id,
        responses.c.source,
        responses.c.started_at,
        responses.c.touched_at,
        responses.c.completed_at,
        people.c.language,
        _ENTERED_BY,
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
_SAYS_HOW_LONG = sa.and_(answers.c.place > 0, answers.c.confirmed.is_not(True))
# Read as bare tuples, the value as the text it is kept as: this is done a million times.
_GIVEN = sa.select(
    answers.c.response_id,
    answers.c.question_key,
    answers.c.kind,
    sa.cast(answers.c.value, sa.Text),
    sa.case((_SAYS_HOW_LONG, answers.c.seconds)),
).where(answers.c.response_id.in_(sa.bindparam("ids", expanding=True)))
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
        async with self.transaction.one_moment():
            begun = (await self.transaction.read(_PORTION, wanted)).all()
            ids = {"ids": [row.id for row in begun]}
            given = await self.transaction.tuples(_GIVEN, ids) if begun else []
        found: dict[int, _Given] = {row.id: ({}, {}) for row in begun}
        _sort_out(given, found)
        return [_response(row, *found[row.id]) for row in begun]

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


def _sort_out(rows: Sequence[tuple[Any, ...]], into: Mapping[int, _Given]) -> None:
    """Each answer, and the seconds that it took where that says something, to its response."""
    remembered = read_answer
    for response_id, key, kind, value, seconds in rows:
        given, took = into[response_id]
        given[key] = remembered(kind, value)
        if seconds:
            took[key] = seconds


def _response(
    row: Any, given: Mapping[QuestionKey, Answer], took: Mapping[QuestionKey, float]
) -> ExportedResponse:
    response_id, version, person_id, source, started, touched, completed, language, entered = row
    return ExportedResponse(
        id=response_id,
        version=version,
        person_id=person_id,
        source=source,
        assisted=entered,
        started_at=started,
        touched_at=touched,
        completed_at=completed,
        completed=completed is not None,
        answers=given,
        seconds=took,
        language=language or "",
    )


@lru_cache(maxsize=ANSWERS_REMEMBERED_MAX)
def read_answer(kind: str, value: str | None) -> Answer:
    """The answer that a row holds; most are one of a few, and none ever changes."""
    return from_json(kind, None if value is None else json.loads(value))
