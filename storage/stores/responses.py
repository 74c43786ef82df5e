"""Responses and their answers: where everybody stands in every survey."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from storage.columns import Json
from storage.stores.fields import SealedTable
from storage.tables import answers, assisted, responses, surveys
from storage.transaction import ByDialect, Insert, Transaction, inserting, unhurried
from surveys.answers import Answer, from_json, to_json
from surveys.engine import Response
from surveys.paradata import Trace
from surveys.questions import QuestionKey
from surveys.remembering import Memory
from surveys.routing import counted_answers
from use_cases.records import Progress, ResponseCounts, StoredResponse, SurveyStatus, Typing

_TRACE = (answers.c.seconds, answers.c.edits, answers.c.place, answers.c.confirmed)

# All answers of a walk as one JSON value, [[question, kind, value], ...]: one row instead of many.
_AS_JSON = {
    "sqlite": sa.func.json_group_array(
        sa.func.json_array(
            answers.c.question_key, answers.c.kind, sa.func.json(answers.c.value), *_TRACE
        )
    ),
    "postgresql": sa.func.json_agg(
        sa.func.json_build_array(answers.c.question_key, answers.c.kind, answers.c.value, *_TRACE)
    ),
}


def with_answers(walks: sa.Select[Any]) -> ByDialect:
    """A walk with its answers in the column `given`."""

    entered = (
        sa.select(sa.func.coalesce(assisted.c.entered_by, 0))
        .where(assisted.c.response_id == responses.c.id)
        .scalar_subquery()
    )

    def build(dialect: str) -> sa.Select[Any]:
        given = (
            sa.select(sa.type_coerce(_AS_JSON[dialect], Json))
            .where(answers.c.response_id == responses.c.id)
            .scalar_subquery()
        )
        return walks.add_columns(given.label("given"), entered.label("entered_by"))

    return ByDialect(build)


_BY_ID = with_answers(sa.select(responses).where(responses.c.id == sa.bindparam("response_id")))
_UNFINISHED = with_answers(
    sa.select(responses)
    .join(surveys)
    .where(
        sa.or_(
            responses.c.person_id == sa.bindparam("person_id"),
            responses.c.id.in_(
                sa.select(assisted.c.response_id).where(
                    assisted.c.entered_by == sa.bindparam("person_id")
                )
            ),
        ),
        responses.c.current.is_not(None)
        | (responses.c.completed_at.is_(None) & responses.c.typing.is_(None)),
        surveys.c.status != SurveyStatus.CLOSED,
    )
    .order_by(responses.c.touched_at.desc(), responses.c.id.desc())
    .limit(1)
)
_OF_PERSON = with_answers(
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


_RENEWED = ("kind", "value", "answered_at", "seconds", "edits", "place", "confirmed")


def _replacing(insert: Insert) -> Any:
    """An answer given again takes the place of the one before."""
    given = insert(answers)
    new = {name: given.excluded[name] for name in _RENEWED}
    return given.on_conflict_do_update(index_elements=["response_id", "question_key"], set_=new)


_ANSWER = inserting(_replacing)
_MARK = inserting(
    lambda insert: insert(assisted).on_conflict_do_nothing(index_elements=["response_id"])
)
NO_TRACES: Mapping[QuestionKey, Trace] = {}
_REAL = (surveys.c.key == sa.bindparam("survey_key"), responses.c.test.is_(False))
_ONLY_SHORT = (
    responses.c.typing.is_not(None),
    responses.c.current.is_(None),
    responses.c.completed_at.is_(None),
)
_COUNTS = (
    sa.select(
        sa.func.count(),
        sa.func.count(responses.c.completed_at),
        sa.func.count().filter(*_ONLY_SHORT),
    )
    .join_from(responses, surveys)
    .where(*_REAL)
)
_ENTERED = (
    sa.select(sa.func.count())
    .select_from(assisted.join(responses, assisted.c.response_id == responses.c.id).join(surveys))
    .where(*_REAL, responses.c.completed_at.is_not(None))
)
_WALKS = with_answers(sa.select(responses).join(surveys).where(*_REAL).order_by(responses.c.id))
_MEMORIES = (
    sa.select(
        responses.c.id,
        surveys.c.definition,
        answers.c.question_key,
        answers.c.kind,
        answers.c.value,
        answers.c.answered_at,
    )
    .join_from(responses, surveys)
    .join(answers)
    .where(
        responses.c.person_id == sa.bindparam("person_id"),
        responses.c.test.is_(False),
        responses.c.completed_at.is_not(None),
    )
    .order_by(responses.c.id)
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
_BEFORE_LAST = with_answers(
    sa.select(responses.c.person_id, responses.c.survey_id)
    .where(
        responses.c.id.in_(
            sa.select(sa.func.max(responses.c.id))
            .join_from(responses, surveys)
            .where(
                *_REAL,
                responses.c.completed_at.is_not(None),
                responses.c.id.not_in(_NEWEST_COMPLETED),
            )
            .group_by(responses.c.person_id)
        )
    )
    .order_by(responses.c.person_id)
)
_PROGRESS = (
    sa.select(
        responses.c.person_id,
        responses.c.started_at,
        responses.c.touched_at,
        responses.c.completed_at,
    )
    .join_from(responses, surveys)
    .where(*_REAL)
    .order_by(responses.c.id)
)
_COMPLETED = with_answers(
    sa.select(responses.c.person_id, responses.c.survey_id)
    .where(responses.c.id.in_(_NEWEST_COMPLETED))
    .order_by(responses.c.person_id)
)


def answers_of(given: Any) -> dict[QuestionKey, Answer]:
    """The answers in the column `given`; PostgreSQL has none where there are none."""
    return {key: from_json(kind, value) for key, kind, value, *_ in given or ()}


def _traces(given: Any) -> dict[QuestionKey, Trace]:
    """How those answers came about; nothing is known of those of earlier days."""
    return {
        key: Trace(seconds or 0.0, edits or 0, place, bool(confirmed))
        for key, _, _, seconds, edits, place, confirmed in given or ()
        if place
    }


def _standing_at(row: Any) -> Response:
    """Where the walk stands; ticks are kept by their question."""
    ticks = dict(row.ticks) if isinstance(row.ticks, dict) else {row.current: row.ticks or ()}
    return Response(
        answers=answers_of(row.given),
        current=row.current,
        ticks=tuple(ticks.pop(row.current, ())),
        drafts={key: tuple(left) for key, left in ticks.items()},
        collects=bool(row.collects),
        known={key: from_json(*known) for key, known in (row.known or {}).items()},
    )


def _stored(row: Any | None) -> StoredResponse | None:
    """The walk that the row tells of."""
    if row is None:
        return None
    return StoredResponse(
        id=row.id,
        survey_id=row.survey_id,
        person_id=row.person_id,
        response=_standing_at(row),
        test=row.test,
        started_at=row.started_at,
        completed_at=row.completed_at,
        source=row.source,
        traces=_traces(row.given),
        spent=row.spent or 0.0,
        touched_at=row.touched_at,
        typing=Typing.from_json(row.typing) if row.typing is not None else None,
        entered_by=row.entered_by,
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
                "spent": stored.spent,
                "typing": stored.typing.to_json() if stored.typing is not None else None,
                **_standing(stored.response, at),
            },
        )
        await self._write_answers(stored.id, stored.response, changed, at, stored.traces)

    async def delete(self, response_id: int) -> None:
        await self.transaction.write(responses.delete().where(responses.c.id == response_id))

    async def mark_assisted(self, response_id: int, *, entered_by: int, at: datetime) -> None:
        mark = {"response_id": response_id, "entered_by": entered_by, "entered_at": at}
        await self.transaction.write(_MARK, mark)

    async def hand_over(self, from_person: int, to_person: int) -> int:
        own = (
            sa.select(surveys.c.key)
            .join_from(responses, surveys)
            .where(responses.c.person_id == to_person, responses.c.test.is_(False))
        )
        fit = sa.select(surveys.c.id).where(surveys.c.key.not_in(own))
        moved = await self.transaction.write(
            responses.update()
            .where(responses.c.person_id == from_person, responses.c.survey_id.in_(fit))
            .values(person_id=to_person)
        )
        return moved.rowcount

    async def walks(self, survey_key: str) -> Sequence[StoredResponse]:
        rows = await self.transaction.read(_WALKS, {"survey_key": survey_key})
        walks = [_stored(row) async for row in unhurried(rows)]
        return [walk for walk in walks if walk is not None]

    async def memories(self, person_id: int) -> Sequence[Memory]:
        rows = await self.transaction.read(_MEMORIES, {"person_id": person_id})
        found: dict[int, Memory] = {}
        for row in rows:
            memory = found.setdefault(row.id, Memory(row.definition, {}, {}))
            key = QuestionKey(row.question_key)
            answered = {**memory.answers, key: from_json(row.kind, row.value)}
            times = {**memory.answered_at, key: row.answered_at}
            found[row.id] = Memory(memory.survey, answered, times)
        return list(found.values())

    async def progress(self, survey_key: str) -> Sequence[Progress]:
        rows = await self.transaction.read(_PROGRESS, {"survey_key": survey_key})
        return [
            Progress(row.person_id, row.started_at, row.touched_at, row.completed_at)
            for row in rows
        ]

    async def counts(self, survey_key: str) -> ResponseCounts:
        counted = await self.transaction.read(_COUNTS, {"survey_key": survey_key})
        started, completed, short = counted.one()
        entered = await self.transaction.read(_ENTERED, {"survey_key": survey_key})
        sealed = await SealedTable(self.transaction).count(survey_key)
        return ResponseCounts(
            started=started + sealed,
            completed=completed + sealed,
            assisted=entered.scalar_one(),
            short=short,
        )

    async def completed_answers(
        self, survey_key: str, *, before_last: bool = False
    ) -> Mapping[int, Mapping[QuestionKey, Answer]]:
        wanted = {"survey_key": survey_key}
        versions = {
            row.id: row.definition for row in await self.transaction.read(_VERSIONS, wanted)
        }
        rows = await self.transaction.read(_BEFORE_LAST if before_last else _COMPLETED, wanted)
        found = {
            row.person_id: counted_answers(versions[row.survey_id], answers_of(row.given))
            async for row in unhurried(rows)
        }
        if before_last:
            return found
        ballots = await SealedTable(self.transaction).ballots(survey_key)
        return found | {-number: ballot for number, ballot in enumerate(ballots, start=1)}

    async def _write_answers(
        self,
        response_id: int,
        response: Response,
        keys: Iterable[QuestionKey],
        at: datetime,
        traces: Mapping[QuestionKey, Trace] = NO_TRACES,
    ) -> None:
        rows = []
        for key in keys:
            kind, value = to_json(response.answers[key])
            row = {"response_id": response_id, "question_key": key, "kind": kind, "value": value}
            rows.append({**row, "answered_at": at, **_trace(traces.get(key))})
        if rows:
            await self.transaction.write(_ANSWER, rows)


def _trace(trace: Trace | None) -> dict[str, Any]:
    """How an answer came about, as columns."""
    if trace is None:
        return dict.fromkeys(("seconds", "edits", "place", "confirmed"))
    return {
        "seconds": trace.seconds,
        "edits": trace.edits,
        "place": trace.place,
        "confirmed": trace.confirmed,
    }


def _standing(response: Response, at: datetime) -> dict[str, Any]:
    """Where the walk stands, as columns."""
    ticks = {key: list(left) for key, left in response.drafts.items() if left}
    if response.current is not None and response.ticks:
        ticks[response.current] = list(response.ticks)
    known = {key: to_json(answer) for key, answer in response.known.items()}
    return {
        "current": response.current,
        "ticks": ticks or None,
        "collects": response.collects or None,
        "known": known or None,
        "touched_at": at,
    }
