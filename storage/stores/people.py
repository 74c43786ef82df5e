"""People: who talks to the bot, and how they are forgotten."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from storage.holdings import HOLDINGS
from storage.tables import people
from storage.transaction import Transaction, batches, inserting
from use_cases.ports.people import Holdings
from use_cases.records import Dialogue, Person, Role

_NO_DIALOGUE = Dialogue()
_SAVED = (
    "telegram_id",
    "language",
    "role",
    "name",
    "consented_at",
    "unreachable_at",
    "source",
    "wanted_survey",
    "wanted_short",
)

_BY_TELEGRAM_ID = sa.select(people).where(people.c.telegram_id == sa.bindparam("telegram_id"))
_BY_ID = sa.select(people).where(people.c.id == sa.bindparam("person_id"))
_ADD = inserting(
    lambda insert: (
        insert(people).on_conflict_do_nothing(index_elements=["telegram_id"]).returning(people)
    )
)
_SAVE = people.update().where(people.c.id == sa.bindparam("person_id"))


def person_of(row: Any) -> Person:
    """The person of a row of `people`."""
    state, data = row.dialogue_state, row.dialogue_data
    return Person(
        id=row.id,
        telegram_id=row.telegram_id,
        language=row.language,
        role=Role(row.role),
        name=row.name,
        consented_at=row.consented_at,
        unreachable_at=row.unreachable_at,
        source=row.source,
        wanted_survey=row.wanted_survey,
        wanted_short=row.wanted_short,
        dialogue=_NO_DIALOGUE if state is data is None else Dialogue(state=state, data=data or {}),
        created_at=row.created_at,
    )


@dataclass(frozen=True, slots=True)
class PeopleTable:
    """use_cases.ports.People over a table."""

    transaction: Transaction

    async def by_telegram_id(self, telegram_id: int) -> Person | None:
        found = await self.transaction.read(_BY_TELEGRAM_ID, {"telegram_id": telegram_id})
        row = found.first()
        return person_of(row) if row is not None else None

    async def get(self, person_id: int) -> Person | None:
        row = (await self.transaction.read(_BY_ID, {"person_id": person_id})).first()
        return person_of(row) if row is not None else None

    async def get_many(self, person_ids: Iterable[int]) -> Sequence[Person]:
        found: list[Person] = []
        for ids in batches(person_ids):
            those = sa.select(people).where(people.c.id.in_(ids)).order_by(people.c.id)
            found += map(person_of, await self.transaction.read(those))
        return found

    async def add(
        self,
        telegram_id: int,
        *,
        language: str,
        at: datetime,
        source: str | None = None,
        wanted_survey: str | None = None,
    ) -> Person:
        added = await self.transaction.write(
            _ADD,
            {
                "telegram_id": telegram_id,
                "language": language,
                "role": Role.RESIDENT,
                "source": source,
                "wanted_survey": wanted_survey,
                "created_at": at,
            },
        )
        row = added.first()
        if row is not None:
            return person_of(row)
        there = await self.by_telegram_id(telegram_id)
        assert there is not None, "whoever was quicker is there"
        return there

    async def save(self, person: Person, *, was: Person | None = None) -> None:
        changed = {
            field: getattr(person, field)
            for field in _SAVED
            if was is None or getattr(person, field) != getattr(was, field)
        }
        if changed:
            await self.transaction.write(_SAVE, {"person_id": person.id, **changed})

    async def save_dialogue(self, person_id: int, dialogue: Dialogue) -> None:
        await self.transaction.write(
            _SAVE,
            {
                "person_id": person_id,
                "dialogue_state": dialogue.state,
                "dialogue_data": dialogue.data or None,
            },
        )

    async def with_role(self, role: Role) -> Sequence[Person]:
        those = sa.select(people).where(people.c.role == role).order_by(people.c.id)
        return [person_of(row) for row in await self.transaction.read(those)]

    async def consented(self) -> Sequence[Person]:
        those = sa.select(people).where(people.c.consented_at.is_not(None)).order_by(people.c.id)
        return [person_of(row) for row in await self.transaction.read(those)]

    async def consented_by_telegram_id(self, telegram_ids: Iterable[int]) -> Mapping[int, int]:
        found: dict[int, int] = {}
        for ids in batches(telegram_ids):
            those = sa.select(people.c.telegram_id, people.c.id).where(
                people.c.telegram_id.in_(ids), people.c.consented_at.is_not(None)
            )
            found |= {row.telegram_id: row.id for row in await self.transaction.read(those)}
        return found

    async def count(self) -> int:
        counted = await self.transaction.read(sa.select(sa.func.count()).select_from(people))
        return int(counted.scalar_one())

    async def erase(self, person_id: int) -> None:
        """The foreign keys see to the rest: some rows go with the person, some become nobody's."""
        for holding in HOLDINGS:
            if holding.erasing is not None:
                await self.transaction.write(holding.erasing(person_id))
        await self.transaction.write(people.delete().where(people.c.id == person_id))

    async def held(self, person_id: int) -> Holdings:
        found: dict[str, Sequence[Mapping[str, Any]]] = {}
        async with self.transaction.one_moment():
            for holding in HOLDINGS:
                rows = await self.transaction.read(holding.rows(person_id))
                found[holding.table.name] = [dict(row._mapping) for row in rows]
        return {name: rows for name, rows in found.items() if rows}
