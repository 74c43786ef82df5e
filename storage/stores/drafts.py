"""Surveys that are being written: every step is a row saved before it is shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from storage.tables.drafts import drafts
from storage.transaction import Transaction
from use_cases.records.drafts import Draft

_BY_ID = sa.select(drafts).where(drafts.c.id == sa.bindparam("draft_id"))
_HOLD = _BY_ID.with_for_update()  # SQLite has one writer at a time and leaves this out.
_ALL = sa.select(drafts).order_by(drafts.c.touched_at.desc(), drafts.c.id.desc())
_SAVED = ("document", "revision", "survey_key", "shelved", "shelved_revision")


def _draft(row: Any) -> Draft:
    return Draft(
        id=row.id,
        document=row.document,
        author_id=row.author_id,
        revision=row.revision,
        survey_key=row.survey_key,
        shelved=row.shelved,
        shelved_revision=row.shelved_revision,
        touched_at=row.touched_at,
    )


@dataclass(frozen=True, slots=True)
class DraftsTable:
    """use_cases.ports.Drafts over a table."""

    transaction: Transaction

    async def add(
        self,
        document: Mapping[str, Any],
        *,
        author_id: int,
        at: datetime,
        survey_key: str | None = None,
    ) -> Draft:
        row = {
            "author_id": author_id,
            "document": dict(document),
            "revision": 1,
            "survey_key": survey_key,
            "touched_at": at,
        }
        added = await self.transaction.write(drafts.insert().returning(drafts), row)
        return _draft(added.one())

    async def get(self, draft_id: int) -> Draft | None:
        return await self._one(_BY_ID, draft_id)

    async def hold(self, draft_id: int) -> Draft | None:
        await self.transaction.begin()
        return await self._one(_HOLD, draft_id)

    async def save(self, draft: Draft, *, at: datetime) -> None:
        changed = {name: getattr(draft, name) for name in _SAVED}
        this = drafts.update().where(drafts.c.id == draft.id)
        await self.transaction.write(this.values(**changed, touched_at=at))

    async def all(self) -> Sequence[Draft]:
        return [_draft(row) for row in await self.transaction.read(_ALL)]

    async def drop(self, draft_id: int) -> None:
        await self.transaction.write(drafts.delete().where(drafts.c.id == draft_id))

    async def _one(self, statement: sa.Select[Any], draft_id: int) -> Draft | None:
        row = (await self.transaction.read(statement, {"draft_id": draft_id})).first()
        return _draft(row) if row is not None else None
