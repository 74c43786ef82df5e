"""Stand-ins for the outside: a database in memory, a clock that is set, a messenger that notes."""

from collections import defaultdict
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from types import TracebackType

from tests.storage.memory import (
    AuditInMemory,
    HouseInMemory,
    InboxInMemory,
    Memory,
    MemoryTransaction,
)
from tests.storage.memory_people import PeopleInMemory, ResponsesInMemory, SurveysInMemory
from tests.storage.memory_segments import CampaignsInMemory, PointsInMemory, SegmentsInMemory
from use_cases.ports import (
    Audit,
    Campaigns,
    House,
    Inbox,
    People,
    Points,
    Responses,
    Segments,
    SendOutcome,
    Sent,
    Surveys,
    UnitOfWork,
)

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)


@dataclass
class FixedClock:
    """Shows the same time until somebody sets it."""

    moment: datetime = NOON

    def now(self) -> datetime:
        return self.moment

    def go_on(self, by: timedelta) -> None:
        """Let time pass."""
        self.moment += by


@dataclass
class NotingMessenger:
    """Takes every message, or answers a chat with what was laid out for it, one after another."""

    sent: list[tuple[int, str]] = field(default_factory=list)
    laid_out: defaultdict[int, list[SendOutcome]] = field(default_factory=lambda: defaultdict(list))
    calls: int = 0

    async def send(self, chat_id: int, text: str) -> SendOutcome:
        self.calls += 1
        outcome = self.laid_out[chat_id].pop(0) if self.laid_out[chat_id] else Sent(self.calls)
        if isinstance(outcome, Sent):
            self.sent.append((chat_id, text))
        return outcome

    def lay_out(self, chat_id: int, *outcomes: SendOutcome) -> None:
        """Answer the next messages to this chat so."""
        self.laid_out[chat_id].extend(outcomes)


class MemoryWork:
    """use_cases.ports.UnitOfWork in memory; leaving it without commit rolls back."""

    def __init__(self, memory: Memory) -> None:
        self._transaction = MemoryTransaction(memory)
        self.people: People = PeopleInMemory(self._transaction)
        self.surveys: Surveys = SurveysInMemory(self._transaction)
        self.responses: Responses = ResponsesInMemory(self._transaction)
        self.segments: Segments = SegmentsInMemory(self._transaction)
        self.campaigns: Campaigns = CampaignsInMemory(self._transaction)
        self.points: Points = PointsInMemory(self._transaction)
        self.inbox: Inbox = InboxInMemory(self._transaction)
        self.house: House = HouseInMemory(self._transaction)
        self.audit: Audit = AuditInMemory(self._transaction)

    async def __aenter__(self) -> "MemoryWork":
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.rollback()

    async def commit(self) -> None:
        self._transaction.commit()

    async def rollback(self) -> None:
        self._transaction.rollback()


class MemoryDatabase:
    """Opens units of work over one memory, as storage.database.Database does over a file."""

    def __init__(self) -> None:
        self._memory = Memory()

    def open_work(self) -> AbstractAsyncContextManager[UnitOfWork]:
        """A unit of work, to be entered with `async with`."""
        return MemoryWork(self._memory)
