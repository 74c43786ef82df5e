"""The inbox: what Telegram handed over, until it is handled and its reply is out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from storage.tables import inbox
from storage.transaction import Transaction, inserting
from use_cases.records import InboxEntry, InboxState

_PUT_LOCK = 0x7E9_1B0  # An arbitrary number that means "somebody is putting updates".

_PUT = inserting(
    lambda insert: (
        insert(inbox).on_conflict_do_nothing(index_elements=["update_id"]).returning(inbox.c.id)
    )
)
_WAITING = (
    sa.select(inbox)
    .where(inbox.c.state == InboxState.RECEIVED, inbox.c.id > sa.bindparam("after"))
    .order_by(inbox.c.id)
    .limit(sa.bindparam("at_most", type_=sa.Integer))
)
_APPLY = (
    inbox.update()
    .where(inbox.c.id == sa.bindparam("entry_id"), inbox.c.state == InboxState.RECEIVED)
    .values(state=InboxState.APPLIED, payload=sa.null())
)
_FINISH = (
    inbox.update()
    .where(inbox.c.id == sa.bindparam("entry_id"), inbox.c.state == InboxState.APPLIED)
    .values(state=InboxState.DONE)
)


def _entry(row: Any) -> InboxEntry:
    return InboxEntry(
        id=row.id,
        update_id=row.update_id,
        lane=row.lane,
        payload=row.payload,
        state=InboxState(row.state),
        attempts=row.attempts,
    )


@dataclass(frozen=True, slots=True)
class InboxTable:
    """use_cases.ports.Inbox over a table."""

    transaction: Transaction

    async def put(
        self, updates: Sequence[tuple[int, int, Mapping[str, object]]], *, at: datetime
    ) -> int:
        if not updates:
            return 0
        if self.transaction.dialect == "postgresql":
            # Ids must become visible in rising order, or `waiting(after=...)` would miss one.
            lock = sa.func.pg_advisory_xact_lock(_PUT_LOCK)
            await self.transaction.write(sa.select(lock))
        rows = [
            {
                "update_id": update_id,
                "lane": lane,
                "payload": payload,
                "state": InboxState.RECEIVED,
                "attempts": 0,
                "received_at": at,
            }
            for update_id, lane, payload in updates
        ]
        return len((await self.transaction.write(_PUT, rows)).all())

    async def waiting(self, limit: int, *, after: int = 0) -> Sequence[InboxEntry]:
        rows = await self.transaction.read(_WAITING, {"after": after, "at_most": limit})
        return [_entry(row) for row in rows]

    async def apply(self, entry_id: int) -> bool:
        applied = await self.transaction.write(_APPLY, {"entry_id": entry_id})
        return applied.rowcount == 1

    async def finish(self, entry_ids: Sequence[int]) -> None:
        if entry_ids:
            entries = [{"entry_id": entry_id} for entry_id in entry_ids]
            await self.transaction.write(_FINISH, entries)

    async def unanswered(self) -> Sequence[InboxEntry]:
        left = sa.select(inbox).where(inbox.c.state == InboxState.APPLIED).order_by(inbox.c.id)
        return [_entry(row) for row in await self.transaction.read(left)]

    async def fail(self, entry_id: int, fault: str, *, give_up: bool) -> None:
        failed = inbox.update().values(attempts=inbox.c.attempts + 1, fault=fault)
        if give_up:
            failed = failed.values(state=InboxState.FAILED, payload=sa.null())
        await self.transaction.write(failed.where(inbox.c.id == entry_id))

    async def acts(self) -> Sequence[tuple[int, datetime]]:
        those = sa.select(inbox.c.lane, inbox.c.received_at).order_by(inbox.c.received_at)
        return [(row.lane, row.received_at) for row in await self.transaction.read(those)]

    async def prune(self, *, before: datetime) -> int:
        over = inbox.c.state.in_([InboxState.DONE, InboxState.FAILED])
        old = inbox.delete().where(over, inbox.c.received_at < before)
        return (await self.transaction.write(old)).rowcount
