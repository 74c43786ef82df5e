"""Stand-ins for the outside: a database in memory, a clock that is set, a messenger that notes."""

from collections import defaultdict
from collections.abc import Sequence
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
from tests.storage.memory_doings import DoingsInMemory
from tests.storage.memory_drafts import DraftsInMemory
from tests.storage.memory_exports import ExportsInMemory
from tests.storage.memory_fieldwork import (
    FieldsInMemory,
    InvitationsInMemory,
    NoticesInMemory,
    SealedInMemory,
)
from tests.storage.memory_figures import FiguresInMemory
from tests.storage.memory_goals import GoalsInMemory
from tests.storage.memory_homes import HomesInMemory
from tests.storage.memory_menus import MenusInMemory
from tests.storage.memory_people import PeopleInMemory, ResponsesInMemory, SurveysInMemory
from tests.storage.memory_rules import FactsInMemory, RulesInMemory
from tests.storage.memory_runs import RunsInMemory
from tests.storage.memory_sayings import SayingsInMemory
from tests.storage.memory_segments import CampaignsInMemory, PointsInMemory, SegmentsInMemory
from use_cases.ports import (
    Audit,
    Campaigns,
    Drafts,
    Facts,
    Fields,
    Homes,
    House,
    Inbox,
    Invitations,
    LetterButton,
    Notices,
    People,
    Points,
    Responses,
    Rules,
    Sayings,
    Sealed,
    Segments,
    SendOutcome,
    Sent,
    Surveys,
    UnitOfWork,
)
from use_cases.ports.doings import DoingsStore
from use_cases.ports.exports import Exports
from use_cases.ports.figures import FiguresStore
from use_cases.ports.goals import Goals
from use_cases.ports.menus import Menus
from use_cases.ports.runs import Runs

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

    async def send(
        self, chat_id: int, text: str, buttons: Sequence[LetterButton] = ()
    ) -> SendOutcome:
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
        self.drafts: Drafts = DraftsInMemory(self._transaction)
        self.responses: Responses = ResponsesInMemory(self._transaction)
        self.sayings: Sayings = SayingsInMemory(self._transaction)
        self.exports: Exports = ExportsInMemory(self._transaction)
        self.segments: Segments = SegmentsInMemory(self._transaction)
        self.campaigns: Campaigns = CampaignsInMemory(self._transaction)
        self.fields: Fields = FieldsInMemory(self._transaction)
        self.sealed: Sealed = SealedInMemory(self._transaction)
        self.invitations: Invitations = InvitationsInMemory(self._transaction)
        self.notices: Notices = NoticesInMemory(self._transaction)
        self.points: Points = PointsInMemory(self._transaction)
        self.inbox: Inbox = InboxInMemory(self._transaction)
        self.house: House = HouseInMemory(self._transaction)
        self.homes: Homes = HomesInMemory(self._transaction)
        self.facts: Facts = FactsInMemory(self._transaction)
        self.rules: Rules = RulesInMemory(self._transaction)
        self.figures: FiguresStore = FiguresInMemory(self._transaction)
        self.doings: DoingsStore = DoingsInMemory(self._transaction)
        self.menus: Menus = MenusInMemory(self._transaction)
        self.goals: Goals = GoalsInMemory(self._transaction)
        self.runs: Runs = RunsInMemory(self._transaction)
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
