"""A manager takes a survey's answers out of the house, or whoever runs it does."""

import secrets
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from surveys.quality.speeding import usual_of_counts
from surveys.questions import Survey
from use_cases.access import require
from use_cases.exporting.about import pseudonyms
from use_cases.exporting.table import Table
from use_cases.exporting.values import Row
from use_cases.fieldwork.seal import SealedUntilClosed, is_under_seal
from use_cases.ports import Clock, OpenWork, UnitOfWork
from use_cases.ports.exports import BEFORE_ALL, Extent
from use_cases.records import Person, Role
from use_cases.records.exports import ExportedResponse

RESPONSES_PER_PORTION = 200
PEOPLE_SHOWN_MIN = 5  # As everywhere: managers learn nothing about fewer.
OPERATOR = "operator"  # Whoever runs Tenkeys, from the shell.
EXPORT_ACT = "export"
SECRET_FACT = "export_secret"  # noqa: S105 - the name of a fact, not a secret


class NothingToExport(Exception):
    """No published survey has that key."""


class TooFewToExport(Exception):
    """So few people answered that their rows would tell who they are."""

    def __init__(self, *, needed: int) -> None:
        super().__init__(f"fewer than {needed} responses")
        self.needed = needed


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOrder:
    """What is to be exported, for whom; plain values, so that another process may do it."""

    survey_key: str
    extent: Extent
    recipient: str
    masked: bool  # Contacts and addresses in people's own words are covered.
    sealed: bool  # Nobody behind an answer; what is unfinished is still somebody's and not in it.

    @property
    def responses(self) -> int:
        """How many rows there are to write, at most."""
        return self.extent.responses + self.extent.ballots


@dataclass(frozen=True, slots=True)
class ChooseExport:
    """A manager sees which surveys there are answers to."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person) -> list[Survey]:
        """Every survey that was ever published, the newest first."""
        await require(self.work, actor, Role.MANAGER, EXPORT_ACT, self.clock)
        return list(await self.work.exports.published())


@dataclass(frozen=True, slots=True)
class OrderExport:
    """A manager or an admin asks for a survey's answers; it is written down who did.

    Admins get people's words as they stand, managers with contacts and addresses covered, and only
    where at least five people answered.
    """

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person, survey_key: str, *, detail: str = "") -> ExportOrder:
        """Raises NotAllowed, NothingToExport, TooFewToExport, SealedUntilClosed."""
        await require(self.work, actor, Role.MANAGER, EXPORT_ACT, self.clock)
        if await is_under_seal(self.work, survey_key):
            raise SealedUntilClosed
        masked = not actor.role.may_act_as(Role.ADMIN)
        order = await self._order(survey_key, f"person:{actor.id}", masked=masked)
        if masked and order.responses < PEOPLE_SHOWN_MIN:
            raise TooFewToExport(needed=PEOPLE_SHOWN_MIN)
        return await self._noted(order, actor.id, detail)

    async def by_operator(self, survey_key: str, *, masked: bool, detail: str = "") -> ExportOrder:
        """Whoever has the database has the answers: nothing is refused but what is not there."""
        order = await self._order(survey_key, OPERATOR, masked=masked)
        return await self._noted(order, None, detail)

    async def _order(self, survey_key: str, recipient: str, *, masked: bool) -> ExportOrder:
        if not await self.work.exports.versions(survey_key):
            raise NothingToExport
        return ExportOrder(
            survey_key=survey_key,
            extent=await self.work.exports.extent(survey_key),
            recipient=recipient,
            masked=masked,
            sealed=(await self.work.fields.get(survey_key)).sealed,
        )

    async def _noted(self, order: ExportOrder, actor_id: int | None, detail: str) -> ExportOrder:
        if await self.work.house.get(SECRET_FACT) is None:
            await self.work.house.set(SECRET_FACT, secrets.token_hex())
        told = f"{order.survey_key} {detail}".strip()
        await self.work.audit.note(actor_id, EXPORT_ACT, at=self.clock.now(), detail=told)
        await self.work.commit()
        return order


@dataclass(frozen=True, slots=True)
class ReadExport:
    """The table of an order, portion by portion; between two portions nothing is held."""

    open_work: OpenWork

    async def table(self, order: ExportOrder) -> Table:
        """The columns, before any row is read."""
        async with self.open_work() as work:
            versions = await work.exports.versions(order.survey_key)
            secret = await work.house.get(SECRET_FACT)
            counted = await work.exports.seconds(order.survey_key, last_id=order.extent.last_id)
        usual = {} if order.sealed else usual_of_counts(counted)
        assert versions and secret, "the order was written down"
        known_as = pseudonyms(secret, order.recipient)
        return Table(versions, pseudonym=known_as, masked=order.masked, usual=usual)

    async def rows(self, order: ExportOrder, table: Table) -> AsyncIterator[list[Row]]:
        """The rows of responses that had begun when the order was given, each whole.

        What is answered meanwhile is in the rows that have not been read yet; a version published
        meanwhile is not.
        """
        async for responses in self._read(order):
            known = [each for each in responses if table.knows(each.version)]
            yield [table.row(_without_person(each) if order.sealed else each) for each in known]

    async def _read(self, order: ExportOrder) -> AsyncIterator[Sequence[ExportedResponse]]:
        after, last_id = 0, order.extent.last_id
        while after < last_id:
            async with self.open_work() as work:
                portion = await work.exports.portion(
                    order.survey_key, after=after, last_id=last_id, limit=RESPONSES_PER_PORTION
                )
            if not portion:
                break
            after = portion[-1].id or last_id
            yield [each for each in portion if each.completed or not order.sealed]
        place = BEFORE_ALL
        while True:
            async with self.open_work() as work:
                box = await work.exports.box(order.survey_key, after=place)
            if box is None:
                return
            place = box[0]
            yield box[1]


def _without_person(response: ExportedResponse) -> ExportedResponse:
    """Of an answer given before the survey was sealed only the days are left."""
    begin_of_day = partial(datetime.replace, hour=0, minute=0, second=0, microsecond=0)
    times = (response.started_at, response.touched_at, response.completed_at)
    started, touched, completed = (moment and begin_of_day(moment) for moment in times)
    return replace(
        response,
        id=None,
        person_id=None,
        started_at=started,
        touched_at=touched,
        completed_at=completed,
        seconds={},
        language="",
    )
