"""The ports in memory: the same promises as the databases keep, for tests that need none.

A unit of work reads what is committed until its first write; then it takes the writer's turn and
works on a copy, which commit puts in place of the original. Records are frozen: copies are cheap.
"""

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from typing import Any

from rewards.transfers import HOUSE, Account, Transfer
from use_cases.records import (
    Alert,
    AlertKind,
    Building,
    Campaign,
    Delivery,
    Draft,
    Flat,
    Goal,
    InboxEntry,
    InboxState,
    Invited,
    Person,
    Place,
    Post,
    ProposedPlace,
    Residence,
    RunNote,
    Saying,
    Scheme,
    ShortSurvey,
    StoredMembership,
    StoredResponse,
    StoredRun,
    StoredSegment,
    StoredSurvey,
    WrongCodes,
)
from use_cases.records.rules import Deed, StoredRule


@dataclass(frozen=True, slots=True)
class Posted:
    """A transfer in the ledger."""

    transfer: Transfer
    reason: str
    at: datetime


@dataclass
class Tables:
    """Everything there is, by id."""

    people: dict[int, Person] = field(default_factory=dict)
    surveys: dict[int, StoredSurvey] = field(default_factory=dict)
    drafts: dict[int, Draft] = field(default_factory=dict)
    published: dict[int, datetime] = field(default_factory=dict)
    responses: dict[int, StoredResponse] = field(default_factory=dict)
    touched: dict[int, datetime] = field(default_factory=dict)
    answered: dict[tuple[int, str], datetime] = field(default_factory=dict)
    sayings: dict[tuple[int, int], Saying] = field(default_factory=dict)
    schemes: dict[int, Scheme] = field(default_factory=dict)
    runs: dict[int, StoredRun] = field(default_factory=dict)
    run_notes: dict[int, RunNote] = field(default_factory=dict)
    golden: dict[int, dict[str, Any]] = field(default_factory=dict)
    proposed: dict[tuple[int, int], ProposedPlace] = field(default_factory=dict)
    short_surveys: dict[int, ShortSurvey] = field(default_factory=dict)
    past: dict[int, tuple[StoredMembership, datetime]] = field(default_factory=dict)
    segments: dict[int, StoredSegment] = field(default_factory=dict)
    unread_texts: dict[tuple[int, int], None] = field(default_factory=dict)
    memberships: dict[tuple[int, int], StoredMembership] = field(default_factory=dict)
    campaigns: dict[int, Campaign] = field(default_factory=dict)
    deliveries: dict[int, Delivery] = field(default_factory=dict)
    owners: dict[Account, int | None] = field(default_factory=dict)
    balances: dict[Account, int] = field(default_factory=lambda: {HOUSE: 0})
    transfers: dict[int, Posted] = field(default_factory=dict)
    inbox: dict[int, InboxEntry] = field(default_factory=dict)
    received: dict[int, datetime] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)
    audit: dict[int, tuple[datetime, int | None, str, str]] = field(default_factory=dict)
    buildings: dict[int, Building] = field(default_factory=dict)
    flats: dict[int, Flat] = field(default_factory=dict)
    residences: dict[int, Residence] = field(default_factory=dict)
    places: dict[int, Place] = field(default_factory=dict)
    code_tries: dict[int, WrongCodes] = field(default_factory=dict)
    fields: dict[str, dict[str, Any]] = field(default_factory=dict)
    snapshots: dict[str, tuple[int, dict[str, Any]]] = field(default_factory=dict)
    takers: dict[tuple[str, int], None] = field(default_factory=dict)
    boxes: dict[int, tuple[str, ...]] = field(default_factory=dict)
    invitations: dict[int, Invited] = field(default_factory=dict)
    posts: dict[int, Post] = field(default_factory=dict)
    alerts: dict[int, Alert] = field(default_factory=dict)
    told: dict[int, datetime] = field(default_factory=dict)
    mutes: dict[tuple[int, AlertKind], None] = field(default_factory=dict)
    known: dict[int, Any] = field(default_factory=dict)  # The records of memory_rules.
    labels: dict[tuple[int, tuple[str, ...]], frozenset[str]] = field(default_factory=dict)
    deeds: dict[int, Deed] = field(default_factory=dict)
    goals: dict[int, Goal] = field(default_factory=dict)
    rules: dict[int, StoredRule] = field(default_factory=dict)
    stayed: dict[int, Any] = field(default_factory=dict)
    sent_at: dict[int, datetime] = field(default_factory=dict)
    costs: dict[int, Any] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)

    def copy(self) -> "Tables":
        """The same records in dictionaries of their own."""
        return Tables(**{each.name: dict(getattr(self, each.name)) for each in fields(self)})

    def next_id(self, table: str) -> int:
        """A number that was never used in that table."""
        self.numbers[table] = self.numbers.get(table, 0) + 1
        return self.numbers[table]


class Memory:
    """What is committed, and whose turn it is to write."""

    def __init__(self) -> None:
        self.committed = Tables()
        self.turn = asyncio.Lock()


class MemoryTransaction:
    """What one unit of work sees."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._own: Tables | None = None

    @property
    def tables(self) -> Tables:
        """To read from."""
        return self._own if self._own is not None else self._memory.committed

    async def writing(self) -> Tables:
        """To write to; the first call waits for the turn."""
        if self._own is None:
            await self._memory.turn.acquire()
            self._own = self._memory.committed.copy()
        return self._own

    def commit(self) -> None:
        """Let everybody see it."""
        if self._own is not None:
            self._memory.committed = self._own
            self.rollback()

    def rollback(self) -> None:
        """Leave the turn to the next one."""
        if self._own is not None:
            self._own = None
            self._memory.turn.release()


def as_json(document: Mapping[str, object]) -> dict[str, Any]:
    """The document as a JSON column would give it back."""
    copied: dict[str, Any] = json.loads(json.dumps(document))
    return copied


@dataclass(frozen=True, slots=True)
class InboxInMemory:
    """use_cases.ports.Inbox in memory."""

    transaction: MemoryTransaction

    async def put(
        self, updates: Sequence[tuple[int, int, Mapping[str, object]]], *, at: datetime
    ) -> int:
        tables = await self.transaction.writing()
        known = {entry.update_id for entry in tables.inbox.values()}
        new = 0
        for update_id, lane, payload in updates:
            if update_id in known:
                continue
            known.add(update_id)
            new += 1
            entry_id = tables.next_id("inbox")
            tables.received[entry_id] = at
            tables.inbox[entry_id] = InboxEntry(
                id=entry_id,
                update_id=update_id,
                lane=lane,
                payload=as_json(payload),
                state=InboxState.RECEIVED,
                attempts=0,
            )
        return new

    async def waiting(self, limit: int, *, after: int = 0) -> Sequence[InboxEntry]:
        return [e for e in self._in(InboxState.RECEIVED) if e.id > after][:limit]

    async def apply(self, entry_id: int) -> bool:
        if all(entry.id != entry_id for entry in self._in(InboxState.RECEIVED)):
            return False
        await self._change(entry_id, state=InboxState.APPLIED, payload=None)
        return True

    async def finish(self, entry_ids: Sequence[int]) -> None:
        await self.transaction.writing()
        for entry in self._in(InboxState.APPLIED):
            if entry.id in entry_ids:
                await self._change(entry.id, state=InboxState.DONE)

    async def unanswered(self) -> Sequence[InboxEntry]:
        return self._in(InboxState.APPLIED)

    async def fail(self, entry_id: int, fault: str, *, give_up: bool) -> None:
        tables = await self.transaction.writing()
        entry = tables.inbox.get(entry_id)
        if entry is not None:
            await self._change(entry_id, attempts=entry.attempts + 1)
            if give_up:
                await self._change(entry_id, state=InboxState.FAILED, payload=None)

    async def acts(self) -> Sequence[tuple[int, datetime]]:
        tables = self.transaction.tables
        found = [(entry.lane, tables.received[key]) for key, entry in tables.inbox.items()]
        return sorted(found, key=lambda act: act[1])

    async def prune(self, *, before: datetime) -> int:
        tables = await self.transaction.writing()
        over = [*self._in(InboxState.DONE), *self._in(InboxState.FAILED)]
        old = [entry.id for entry in over if tables.received[entry.id] < before]
        for entry_id in old:
            del tables.inbox[entry_id], tables.received[entry_id]
        return len(old)

    def _in(self, state: InboxState) -> list[InboxEntry]:
        return [e for _, e in sorted(self.transaction.tables.inbox.items()) if e.state is state]

    async def _change(self, entry_id: int, **changes: Any) -> None:
        tables = await self.transaction.writing()
        if entry_id in tables.inbox:
            tables.inbox[entry_id] = replace(tables.inbox[entry_id], **changes)


@dataclass(frozen=True, slots=True)
class HouseInMemory:
    """use_cases.ports.House in memory."""

    transaction: MemoryTransaction

    async def get(self, name: str) -> str | None:
        return self.transaction.tables.facts.get(name)

    async def set(self, name: str, value: str) -> None:
        (await self.transaction.writing()).facts[name] = value

    async def take(self, name: str, value: str) -> bool:
        facts = (await self.transaction.writing()).facts
        if facts.get(name) != value:
            return False
        del facts[name]
        return True


@dataclass(frozen=True, slots=True)
class AuditInMemory:
    """use_cases.ports.Audit in memory."""

    transaction: MemoryTransaction

    async def note(self, actor_id: int | None, act: str, *, at: datetime, detail: str = "") -> None:
        tables = await self.transaction.writing()
        tables.audit[tables.next_id("audit")] = (at, actor_id, act, detail)

    async def recent(self, limit: int) -> Sequence[tuple[datetime, int | None, str, str]]:
        return [line for _, line in sorted(self.transaction.tables.audit.items(), reverse=True)][
            :limit
        ]
