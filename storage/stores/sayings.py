"""Messages that gave answers: what an edit of one of them changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from storage.tables import responses, sayings
from storage.transaction import Insert, Transaction, inserting
from surveys.questions import QuestionKey
from use_cases.records import Saying, SayingState

_OF_MESSAGE = (
    sa.select(sayings)
    .join(responses)
    .where(
        responses.c.person_id == sa.bindparam("person_id"),
        sayings.c.message_id == sa.bindparam("message_id"),
    )
    .order_by(sayings.c.response_id.desc())
    .limit(1)
)
_TAKEN_NOW = (
    sayings.c.response_id == sa.bindparam("of_response"),
    sayings.c.state == SayingState.TAKEN,
)
_TAKEN = (
    sa.select(sayings)
    .where(*_TAKEN_NOW, sayings.c.question_key == sa.bindparam("of_question"))
    .order_by(sayings.c.message_id)
)
_LAST = sa.select(sayings).where(*_TAKEN_NOW).order_by(sayings.c.message_id.desc()).limit(1)
_RETIRE = (
    sayings.update()
    .where(*_TAKEN_NOW, sayings.c.question_key == sa.bindparam("of_question"))
    .values(state=SayingState.RETIRED)
)


def _replacing(insert: Insert) -> Any:
    said = insert(sayings)
    new = {name: said.excluded[name] for name in ("question_key", "state", "text")}
    return said.on_conflict_do_update(index_elements=["response_id", "message_id"], set_=new)


_KEEP = inserting(_replacing)


def _saying(row: Any | None) -> Saying | None:
    if row is None:
        return None
    return Saying(
        response_id=row.response_id,
        message_id=row.message_id,
        question_key=QuestionKey(row.question_key),
        state=SayingState(row.state),
        text=row.text,
    )


@dataclass(frozen=True, slots=True)
class SayingsTable:
    """use_cases.ports.Sayings over a table."""

    transaction: Transaction

    async def keep(self, saying: Saying) -> None:
        row = {
            "response_id": saying.response_id,
            "message_id": saying.message_id,
            "question_key": saying.question_key,
            "state": saying.state,
            "text": saying.text,
        }
        await self.transaction.write(_KEEP, row)

    async def of_message(self, person_id: int, message_id: int) -> Saying | None:
        wanted = {"person_id": person_id, "message_id": message_id}
        return _saying((await self.transaction.read(_OF_MESSAGE, wanted)).first())

    async def taken(self, response_id: int, question_key: QuestionKey) -> Sequence[Saying]:
        wanted = {"of_response": response_id, "of_question": question_key}
        rows = await self.transaction.read(_TAKEN, wanted)
        return [saying for saying in map(_saying, rows) if saying is not None]

    async def last(self, response_id: int) -> Saying | None:
        found = await self.transaction.read(_LAST, {"of_response": response_id})
        return _saying(found.first())

    async def retire(self, response_id: int, question_key: QuestionKey) -> None:
        wanted = {"of_response": response_id, "of_question": question_key}
        await self.transaction.write(_RETIRE, wanted)
