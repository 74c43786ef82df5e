"""The stores of updates, of the house's own facts, and of what was done by whom."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from use_cases.records import InboxEntry


class Inbox(Protocol):
    async def put(
        self, updates: Sequence[tuple[int, int, Mapping[str, object]]], *, at: datetime
    ) -> int:
        """Store (update_id, lane, payload) in order; known update ids are dropped; how many new."""
        ...

    async def waiting(self, limit: int, *, after: int = 0) -> Sequence[InboxEntry]:
        """Entries in state received with id > `after`, by id."""
        ...

    async def apply(self, entry_id: int) -> bool:
        """Mark applied and wipe the payload: to be committed with the update's effect.

        False if it was no longer waiting: somebody else has handled it, or is about to.
        """
        ...

    async def finish(self, entry_ids: Sequence[int]) -> None:
        """Mark applied entries done: their replies went out."""
        ...

    async def unanswered(self) -> Sequence[InboxEntry]:
        """Entries left applied by a crash: their people may not have seen a reply."""
        ...

    async def fail(self, entry_id: int, fault: str, *, give_up: bool) -> None:
        """Count a failed attempt; with `give_up` mark failed and wipe the payload."""
        ...

    async def acts(self) -> Sequence[tuple[int, datetime]]:
        """(lane, moment) of every entry that is still kept, by moment."""
        ...

    async def prune(self, *, before: datetime) -> int:
        """Forget done and failed entries received before that time; how many."""
        ...


class House(Protocol):
    """Small facts about this installation, by name (the claim code's hash, the house's name)."""

    async def get(self, name: str) -> str | None: ...
    async def set(self, name: str, value: str) -> None: ...
    async def take(self, name: str, value: str) -> bool:
        """Delete the fact if it has exactly this value; whether it had (for one-time codes)."""
        ...


class Audit(Protocol):
    """Who did or was refused what: codes and ids, no words of people."""

    async def note(
        self, actor_id: int | None, act: str, *, at: datetime, detail: str = ""
    ) -> None: ...
    async def recent(self, limit: int) -> Sequence[tuple[datetime, int | None, str, str]]: ...
