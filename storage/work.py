"""The unit of work: the stores that share one transaction."""

from functools import cached_property
from types import TracebackType

from storage.campaigns import CampaignsTable
from storage.house import AuditTable, HouseTable
from storage.inbox import InboxTable
from storage.people import PeopleTable
from storage.points import PointsTable
from storage.responses import ResponsesTable
from storage.segments import SegmentsTable
from storage.surveys import SurveysTable
from storage.transaction import Transaction
from use_cases.ports import (
    Audit,
    Campaigns,
    House,
    Inbox,
    People,
    Points,
    Responses,
    Segments,
    Surveys,
)


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
    def responses(self) -> Responses:
        return ResponsesTable(self._transaction)

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
    def inbox(self) -> Inbox:
        return InboxTable(self._transaction)

    @cached_property
    def house(self) -> House:
        return HouseTable(self._transaction)

    @cached_property
    def audit(self) -> Audit:
        return AuditTable(self._transaction)

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
