"""Responses and their answers: where everybody stands in every survey."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from storage.stores import response_statements as statements
from storage.stores.fields import SealedTable
from storage.stores.response_rows import answers_of, standing_columns, stored_of, trace_columns
from storage.tables import responses, surveys
from storage.transaction import Transaction, unhurried
from surveys.answers import Answer, from_json, to_json
from surveys.engine import Response
from surveys.paradata import Trace
from surveys.questions import QuestionKey
from surveys.remembering import Memory
from surveys.routing import counted_answers
from use_cases.records import Progress, ResponseCounts, StoredResponse

NO_TRACES: Mapping[QuestionKey, Trace] = {}


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
            statements.BEGUN,
            {
                "survey_id": survey_id,
                "person_id": person_id,
                "test": test,
                "source": source,
                "started_at": at,
                **standing_columns(response, at),
            },
        )
        response_id = begun.scalar()
        if response_id is not None:
            await self._write_answers(response_id, response, response.answers, at)
        else:
            before = {"of_survey": survey_id, "of_person": person_id, "of_test": test}
            touched = await self.transaction.write(
                statements.BEGUN_BEFORE, {**before, "touched_at": at}
            )
            response_id = touched.scalar_one()
        stored = await self.get(response_id)
        assert stored is not None, "it was written just now"
        return stored

    async def get(self, response_id: int) -> StoredResponse | None:
        return stored_of(
            (await self.transaction.read(statements.BY_ID, {"response_id": response_id})).first()
        )

    async def unfinished(self, person_id: int) -> StoredResponse | None:
        return stored_of(
            (await self.transaction.read(statements.UNFINISHED, {"person_id": person_id})).first()
        )

    async def of_person(self, survey_key: str, person_id: int) -> StoredResponse | None:
        wanted = {"survey_key": survey_key, "person_id": person_id}
        return stored_of((await self.transaction.read(statements.OF_PERSON, wanted)).first())

    async def save(
        self, stored: StoredResponse, *, changed: Iterable[QuestionKey], at: datetime
    ) -> None:
        await self.transaction.write(
            statements.SAVE,
            {
                "response_id": stored.id,
                "completed_at": stored.completed_at,
                "spent": stored.spent,
                "typing": stored.typing.to_json() if stored.typing is not None else None,
                **standing_columns(stored.response, at),
            },
        )
        await self._write_answers(stored.id, stored.response, changed, at, stored.traces)

    async def delete(self, response_id: int) -> None:
        await self.transaction.write(responses.delete().where(responses.c.id == response_id))

    async def mark_assisted(self, response_id: int, *, entered_by: int, at: datetime) -> None:
        mark = {"response_id": response_id, "entered_by": entered_by, "entered_at": at}
        await self.transaction.write(statements.MARK, mark)

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
        rows = await self.transaction.read(statements.WALKS, {"survey_key": survey_key})
        walks = [stored_of(row) async for row in unhurried(rows)]
        return [walk for walk in walks if walk is not None]

    async def memories(self, person_id: int) -> Sequence[Memory]:
        rows = await self.transaction.read(statements.MEMORIES, {"person_id": person_id})
        found: dict[int, Memory] = {}
        for row in rows:
            memory = found.setdefault(row.id, Memory(row.definition, {}, {}))
            key = QuestionKey(row.question_key)
            answered = {**memory.answers, key: from_json(row.kind, row.value)}
            times = {**memory.answered_at, key: row.answered_at}
            found[row.id] = Memory(memory.survey, answered, times)
        return list(found.values())

    async def progress(self, survey_key: str) -> Sequence[Progress]:
        rows = await self.transaction.read(statements.PROGRESS, {"survey_key": survey_key})
        return [
            Progress(row.person_id, row.started_at, row.touched_at, row.completed_at)
            for row in rows
        ]

    async def counts(self, survey_key: str) -> ResponseCounts:
        counted = await self.transaction.read(statements.COUNTS, {"survey_key": survey_key})
        started, completed, short = counted.one()
        entered = await self.transaction.read(statements.ENTERED, {"survey_key": survey_key})
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
            row.id: row.definition
            for row in await self.transaction.read(statements.VERSIONS, wanted)
        }
        rows = await self.transaction.read(
            statements.BEFORE_LAST if before_last else statements.COMPLETED, wanted
        )
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
            rows.append({**row, "answered_at": at, **trace_columns(traces.get(key))})
        if rows:
            await self.transaction.write(statements.ANSWER, rows)
