"""Responses and their answers: where everybody stands in every survey."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from storage.columns import Json
from storage.tables import answers, responses, surveys
from storage.transaction import ByDialect, Insert, Transaction, inserting
from surveys.answers import Answer, from_json, to_json
from surveys.engine import Response
from surveys.questions import ChoiceKey, QuestionKey
from surveys.routing import counted_answers
from use_cases.records import ResponseCounts, StoredResponse, SurveyStatus

# All answers of a walk as one JSON value, [[question, kind, value], ...]: one row instead of many.
_AS_JSON = {
    "sqlite": sa.func.json_group_array(
        sa.func.json_array(answers.c.question_key, answers.c.kind, sa.func.json(answers.c.value))
    ),
    "postgresql": sa.func.json_agg(
        sa.func.json_build_array(answers.c.question_key, answers.c.kind, answers.c.value)
    ),
}


def _with_answers(walks: sa.Select[Any]) -> ByDialect:
    """A walk with its answers in the column `given`."""

    def build(dialect: str) -> sa.Select[Any]:
        given = (
            sa.select(sa.type_coerce(_AS_JSON[dialect], Json))
            .where(answers.c.response_id == responses.c.id)
            .scalar_subquery()
        )
        return walks.add_columns(given.label("given"))

    return ByDialect(build)


_BY_ID = _with_answers(sa.select(responses).where(responses.c.id == sa.bindparam("response_id")))
_UNFINISHED = _with_answers(
    sa.select(responses)
    .join(surveys)
    .where(
        responses.c.person_id == sa.bindparam("person_id"),
        responses.c.completed_at.is_(None) | responses.c.current.is_not(None),
        surveys.c.status != SurveyStatus.CLOSED,
    )
    .order_by(responses.c.touched_at.desc(), responses.c.id.desc())
    .limit(1)
)
_OF_PERSON = _with_answers(
    sa.select(responses)
    .join(surveys)
    .where(
        responses.c.person_id == sa.bindparam("person_id"),
        responses.c.test.is_(False),
        surveys.c.key == sa.bindparam("survey_key"),
    )
    .order_by(responses.c.id.desc())
    .limit(1)
)
_BEGUN = inserting(
    lambda insert: (
        insert(responses)
        .on_conflict_do_nothing(index_elements=["survey_id", "person_id", "test"])
        .returning(responses.c.id)
    )
)
_BEGUN_BEFORE = (
    responses.update()
    .where(
        responses.c.survey_id == sa.bindparam("of_survey"),
        responses.c.person_id == sa.bindparam("of_person"),
        responses.c.test == sa.bindparam("of_test"),
    )
    .returning(responses.c.id)
)
_SAVE = responses.update().where(responses.c.id == sa.bindparam("response_id"))


def _replacing(insert: Insert) -> Any:
    """An answer given again takes the place of the one before."""
    given = insert(answers)
    new = {name: given.excluded[name] for name in ("kind", "value", "answered_at")}
    return given.on_conflict_do_update(index_elements=["response_id", "question_key"], set_=new)


_ANSWER = inserting(_replacing)
_REAL = (surveys.c.key == sa.bindparam("survey_key"), responses.c.test.is_(False))
_COUNTS = (
    sa.select(sa.func.count(), sa.func.count(responses.c.completed_at))
    .join_from(responses, surveys)
    .where(*_REAL)
)
_VERSIONS = sa.select(surveys.c.id, surveys.c.definition).where(
    surveys.c.key == sa.bindparam("survey_key")
)
_NEWEST_COMPLETED = (
    sa.select(sa.func.max(responses.c.id))
    .join_from(responses, surveys)
    .where(*_REAL, responses.c.completed_at.is_not(None))
    .group_by(responses.c.person_id)
)
_COMPLETED = _with_answers(
    sa.select(responses.c.person_id, responses.c.survey_id)
    .where(responses.c.id.in_(_NEWEST_COMPLETED))
    .order_by(responses.c.person_id)
)


def _answers(given: Any) -> dict[QuestionKey, Answer]:
    """The answers in the column `given`; PostgreSQL has none where there are none."""
    return {key: from_json(kind, value) for key, kind, value in given or ()}


def _stored(row: Any | None) -> StoredResponse | None:
    """The walk that the row tells of."""
    if row is None:
        return None
    return StoredResponse(
        id=row.id,
        survey_id=row.survey_id,
        person_id=row.person_id,
        response=Response(
            answers=_answers(row.given),
            current=row.current,
            ticks=tuple(row.ticks or ()),
        ),
        test=row.test,
        started_at=row.started_at,
        completed_at=row.completed_at,
        source=row.source,
    )


@dataclass(frozen=True, slots=True)
class ResponsesTable:
    """use_cases.ports.Responses over two tables."""

    transaction: Transaction

    async def start(
        self,
        survey_id: int,
        person_id: int,
        response: Response,
        *,
        test: bool,
        source: str | None,
        at: datetime,
    ) -> StoredResponse:
        begun = await self.transaction.write(
            _BEGUN,
            {
                "survey_id": survey_id,
                "person_id": person_id,
                "test": test,
                "source": source,
                "started_at": at,
                **_standing(response, at),
            },
        )
        response_id = begun.scalar()
        if response_id is not None:
            await self._write_answers(response_id, response, response.answers, at)
        else:
            before = {"of_survey": survey_id, "of_person": person_id, "of_test": test}
            touched = await self.transaction.write(_BEGUN_BEFORE, {**before, "touched_at": at})
            response_id = touched.scalar_one()
        stored = await self.get(response_id)
        assert stored is not None, "it was written just now"
        return stored

    async def get(self, response_id: int) -> StoredResponse | None:
        return _stored((await self.transaction.read(_BY_ID, {"response_id": response_id})).first())

    async def unfinished(self, person_id: int) -> StoredResponse | None:
        return _stored((await self.transaction.read(_UNFINISHED, {"person_id": person_id})).first())

    async def of_person(self, survey_key: str, person_id: int) -> StoredResponse | None:
        wanted = {"survey_key": survey_key, "person_id": person_id}
        return _stored((await self.transaction.read(_OF_PERSON, wanted)).first())

    async def save(
        self, stored: StoredResponse, *, changed: Iterable[QuestionKey], at: datetime
    ) -> None:
        await self.transaction.write(
            _SAVE,
            {
                "response_id": stored.id,
                "completed_at": stored.completed_at,
                **_standing(stored.response, at),
            },
        )
        await self._write_answers(stored.id, stored.response, changed, at)

    async def delete(self, response_id: int) -> None:
        await self.transaction.write(responses.delete().where(responses.c.id == response_id))

    async def counts(self, survey_key: str) -> ResponseCounts:
        counted = await self.transaction.read(_COUNTS, {"survey_key": survey_key})
        started, completed = counted.one()
        return ResponseCounts(started=started, completed=completed)

    async def completed_answers(
        self, survey_key: str
    ) -> Mapping[int, Mapping[QuestionKey, Answer]]:
        wanted = {"survey_key": survey_key}
        versions = {
            row.id: row.definition for row in await self.transaction.read(_VERSIONS, wanted)
        }
        rows = await self.transaction.read(_COMPLETED, wanted)
        return {
            row.person_id: counted_answers(versions[row.survey_id], _answers(row.given))
            for row in rows
        }

    async def _write_answers(
        self, response_id: int, response: Response, keys: Iterable[QuestionKey], at: datetime
    ) -> None:
        rows = []
        for key in keys:
            kind, value = to_json(response.answers[key])
            row = {"response_id": response_id, "question_key": key, "kind": kind, "value": value}
            rows.append({**row, "answered_at": at})
        if rows:
            await self.transaction.write(_ANSWER, rows)


def _standing(response: Response, at: datetime) -> dict[str, Any]:
    """Where the walk stands, as columns."""
    ticks: list[ChoiceKey] | None = list(response.ticks) or None
    return {"current": response.current, "ticks": ticks, "touched_at": at}
