"""Surveys that are being written, in memory."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from tests.storage.memory import MemoryTransaction, as_json
from use_cases.records.drafts import Draft


@dataclass(frozen=True, slots=True)
class DraftsInMemory:
    """use_cases.ports.Drafts in memory."""

    transaction: MemoryTransaction

    async def add(
        self,
        document: Mapping[str, Any],
        *,
        author_id: int,
        at: datetime,
        survey_key: str | None = None,
    ) -> Draft:
        tables = await self.transaction.writing()
        draft = Draft(
            id=tables.next_id("drafts"),
            document=as_json(document),
            author_id=author_id,
            revision=1,
            survey_key=survey_key,
            touched_at=at,
        )
        tables.drafts[draft.id] = draft
        return draft

    async def get(self, draft_id: int) -> Draft | None:
        return self.transaction.tables.drafts.get(draft_id)

    async def hold(self, draft_id: int) -> Draft | None:
        return (await self.transaction.writing()).drafts.get(draft_id)

    async def save(self, draft: Draft, *, at: datetime) -> None:
        tables = await self.transaction.writing()
        if draft.id in tables.drafts:
            author = tables.drafts[draft.id].author_id
            document = as_json(draft.document)
            kept = replace(draft, document=document, author_id=author, touched_at=at)
            tables.drafts[draft.id] = kept

    async def all(self) -> Sequence[Draft]:
        there = self.transaction.tables.drafts.values()
        return sorted(there, key=lambda draft: (draft.touched_at, draft.id), reverse=True)

    async def drop(self, draft_id: int) -> None:
        (await self.transaction.writing()).drafts.pop(draft_id, None)
