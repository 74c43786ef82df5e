"""What people did, read for schemes that rest on it."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from segmentation.purchases.doings import Done
from storage.tables import events, people, responses
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class DoingsTable:
    """use_cases.ports.doings.DoingsStore over events and responses."""

    transaction: Transaction

    async def events(self) -> Sequence[Done]:
        done = (
            sa.select(
                events.c.person_id, events.c.at, events.c.amount, events.c.category, events.c.traits
            )
            .join(people, people.c.id == events.c.person_id)
            .where(people.c.consented_at.is_not(None))
            .order_by(events.c.person_id, events.c.id)
        )
        return [
            Done(row.person_id, row.at, row.amount, (row.traits or {}).get("category"))
            for row in await self.transaction.read(done)
        ]

    async def participation(self) -> Sequence[Done]:
        done = (
            sa.select(responses.c.person_id, responses.c.completed_at)
            .join(people, people.c.id == responses.c.person_id)
            .where(
                people.c.consented_at.is_not(None),
                responses.c.completed_at.is_not(None),
                responses.c.test.is_(False),
            )
            .order_by(responses.c.person_id, responses.c.id)
        )
        return [Done(row.person_id, row.completed_at) for row in await self.transaction.read(done)]
