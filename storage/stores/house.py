"""Small facts about this installation, and the log of who did what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from storage.tables import audit, house
from storage.transaction import Insert, Transaction, inserting


def _replacing(insert: Insert) -> Any:
    """Set a fact, whether it was known or not."""
    fact = insert(house)
    known = {"value": fact.excluded.value}
    return fact.on_conflict_do_update(index_elements=["name"], set_=known)


_SET = inserting(_replacing)


@dataclass(frozen=True, slots=True)
class HouseTable:
    """use_cases.ports.House over a table."""

    transaction: Transaction

    async def get(self, name: str) -> str | None:
        fact = await self.transaction.read(sa.select(house.c.value).where(house.c.name == name))
        value: str | None = fact.scalar()
        return value

    async def set(self, name: str, value: str) -> None:
        await self.transaction.write(_SET, {"name": name, "value": value})

    async def take(self, name: str, value: str) -> bool:
        exactly = sa.and_(house.c.name == name, house.c.value == value)
        return (await self.transaction.write(house.delete().where(exactly))).rowcount == 1


@dataclass(frozen=True, slots=True)
class AuditTable:
    """use_cases.ports.Audit over a table."""

    transaction: Transaction

    async def note(self, actor_id: int | None, act: str, *, at: datetime, detail: str = "") -> None:
        line = {"actor_id": actor_id, "act": act, "at": at, "detail": detail}
        await self.transaction.write(audit.insert(), line)

    async def recent(self, limit: int) -> Sequence[tuple[datetime, int | None, str, str]]:
        newest = (
            sa.select(audit.c.at, audit.c.actor_id, audit.c.act, audit.c.detail)
            .order_by(audit.c.id.desc())
            .limit(limit)
        )
        return [
            (at, actor, act, detail)
            for at, actor, act, detail in await self.transaction.read(newest)
        ]
