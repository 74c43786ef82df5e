"""The unit of work: the stores that share one transaction."""

from functools import cached_property
from types import TracebackType

from storage.stores.campaigns import CampaignsTable
from storage.stores.doings import DoingsTable
from storage.stores.drafts import DraftsTable
from storage.stores.exports import ExportsTable
from storage.stores.facts import FactsTable
from storage.stores.fields import FieldsTable, SealedTable
from storage.stores.fieldwork import InvitationsTable, NoticesTable
from storage.stores.figures import FiguresTable
from storage.stores.goals import GoalsTable
from storage.stores.homes import HomesTable
from storage.stores.house import AuditTable, HouseTable
from storage.stores.inbox import InboxTable
from storage.stores.menus import MenusTable
from storage.stores.people import PeopleTable
from storage.stores.points import PointsTable
from storage.stores.responses import ResponsesTable
from storage.stores.rules import RulesTable
from storage.stores.runs import RunsTable
from storage.stores.sayings import SayingsTable
from storage.stores.segments import SegmentsTable
from storage.stores.surveys import SurveysTable
from storage.transaction import Transaction
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
    Notices,
    People,
    Points,
    Responses,
    Rules,
    Sayings,
    Sealed,
    Segments,
    Surveys,
)
from use_cases.ports.doings import DoingsStore
from use_cases.ports.exports import Exports
from use_cases.ports.figures import FiguresStore
from use_cases.ports.goals import Goals
from use_cases.ports.menus import Menus
from use_cases.ports.runs import Runs


class SqlWork:
    """use_cases.ports.UnitOfWork over a database; leaving it without commit rolls back."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def __aenter__(self) -> "SqlWork":
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.rollback()

    @cached_property
    def people(self) -> People:
        return PeopleTable(self._transaction)

    @cached_property
    def surveys(self) -> Surveys:
        return SurveysTable(self._transaction)

    @cached_property
    def drafts(self) -> Drafts:
        return DraftsTable(self._transaction)

    @cached_property
    def responses(self) -> Responses:
        return ResponsesTable(self._transaction)

    @cached_property
    def sayings(self) -> Sayings:
        return SayingsTable(self._transaction)

    @cached_property
    def exports(self) -> Exports:
        return ExportsTable(self._transaction)

    @cached_property
    def segments(self) -> Segments:
        return SegmentsTable(self._transaction)

    @cached_property
    def campaigns(self) -> Campaigns:
        return CampaignsTable(self._transaction)

    @property
    def points(self) -> Points:
        return self._points

    @cached_property
    def fields(self) -> Fields:
        return FieldsTable(self._transaction)

    @cached_property
    def sealed(self) -> Sealed:
        return SealedTable(self._transaction)

    @cached_property
    def invitations(self) -> Invitations:
        return InvitationsTable(self._transaction)

    @cached_property
    def notices(self) -> Notices:
        return NoticesTable(self._transaction)

    @cached_property
    def inbox(self) -> Inbox:
        return InboxTable(self._transaction)

    @cached_property
    def house(self) -> House:
        return HouseTable(self._transaction)

    @cached_property
    def homes(self) -> Homes:
        return HomesTable(self._transaction)

    @cached_property
    def audit(self) -> Audit:
        return AuditTable(self._transaction)

    @cached_property
    def facts(self) -> Facts:
        return FactsTable(self._transaction)

    @cached_property
    def rules(self) -> Rules:
        return RulesTable(self._transaction)

    @cached_property
    def figures(self) -> FiguresStore:
        return FiguresTable(self._transaction)

    @cached_property
    def doings(self) -> DoingsStore:
        return DoingsTable(self._transaction)

    @property
    def menus(self) -> Menus:
        return MenusTable(self._transaction)

    @cached_property
    def goals(self) -> Goals:
        return GoalsTable(self._transaction)

    @cached_property
    def runs(self) -> Runs:
        return RunsTable(self._transaction)

    async def commit(self) -> None:
        """Make everything last; what follows is a new transaction."""
        await self._points.settle_house()
        await self._transaction.commit()

    async def rollback(self) -> None:
        """Undo everything since the last commit."""
        self._points.forget()
        await self._transaction.rollback()

    @cached_property
    def _points(self) -> PointsTable:
        return PointsTable(self._transaction)
