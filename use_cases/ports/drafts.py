"""The store of surveys that are being written."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from use_cases.records.drafts import Draft


class Drafts(Protocol):
    async def add(
        self,
        document: Mapping[str, Any],
        *,
        author_id: int,
        at: datetime,
        survey_key: str | None = None,
    ) -> Draft: ...
    async def get(self, draft_id: int) -> Draft | None: ...
    async def hold(self, draft_id: int) -> Draft | None:
        """The draft as it is now; until the end of this unit of work nobody else changes it."""
        ...

    async def save(self, draft: Draft, *, at: datetime) -> None:
        """Write everything but the author; whoever calls this holds the draft."""
        ...

    async def all(self) -> Sequence[Draft]:
        """Touched last first."""
        ...

    async def drop(self, draft_id: int) -> None: ...
