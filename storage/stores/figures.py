"""What figures of success are computed from, added up in SQL over the members of a segment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from segmentation.purchases.figures import CONVERSION_DAYS, PERIOD_DAYS, Sums
from storage.stores.members import members_at, members_both, members_now
from storage.stores.ratings import newest_group
from storage.tables import (
    accounts,
    campaigns,
    costs,
    deliveries,
    events,
    invitations,
    responses,
    surveys,
    takers,
    transfers,
)
from storage.transaction import Transaction
from use_cases.records import DeliveryState, Purpose
from use_cases.records.figures import Cost, CostKind, SegmentPlace
from use_cases.rules.spending import MONEY_KINDS

PERIOD = timedelta(days=PERIOD_DAYS)
Column = sa.ColumnElement[Any]
_MONEY = sa.and_(events.c.kind.in_(sorted(MONEY_KINDS)), events.c.amount.is_not(None))


@dataclass(frozen=True, slots=True)
class FiguresTable:
    """use_cases.ports.figures.FiguresStore in SQL."""

    transaction: Transaction

    async def sums(self, place: SegmentPlace, at: datetime, *, past: bool = False) -> Sums:
        each = self._of_each(place, at, past=past).subquery()
        row = (await self.transaction.read(_added_up(each))).one()
        told = {name: value or 0 for name, value in row._mapping.items()}
        whole: dict[str, Any] = {
            name: float(value) if name.endswith("_2") or name == "paid_orders" else int(value)
            for name, value in told.items()
        }
        before = members_at(place, at - PERIOD)
        return Sums(**whole, members_before=await self._counted(before))

    async def still_there(self, place: SegmentPlace, at: datetime) -> int:
        return await self._counted(members_both(place, at))

    async def _counted(self, members: sa.Subquery) -> int:
        counted = sa.select(sa.func.count(sa.distinct(members.c.person_id)))
        return int((await self.transaction.read(counted)).scalar_one())

    async def first_payment(self) -> datetime | None:
        first = sa.type_coerce(sa.func.min(events.c.at), events.c.at.type)
        found: datetime | None = (
            await self.transaction.read(sa.select(first).where(_MONEY))
        ).scalar_one()
        return found

    async def add_cost(self, cost: Cost) -> None:
        row = {
            "place": cost.place.key,
            "kind": cost.kind,
            "amount": cost.amount,
            "at": cost.at,
            "noted_by": cost.noted_by,
        }
        await self.transaction.write(costs.insert(), row)

    async def costs_of(self, place: SegmentPlace) -> Sequence[Cost]:
        rows = await self.transaction.read(
            sa.select(costs).where(costs.c.place == place.key).order_by(costs.c.at, costs.c.id)
        )
        return [Cost(place, CostKind(row.kind), row.amount, row.at, row.noted_by) for row in rows]

    def _of_each(self, place: SegmentPlace, now: datetime, *, past: bool) -> sa.Select[Any]:
        """One row a member with everything that is added up."""
        members = members_at(place, now) if past else members_now(place)
        who = members.c.person_id
        bought, asked = _bought(now), _asked(now)
        told, moved = _told(now, self.transaction.dialect), _moved(now)
        rated, judged = (newest_group(name, now if past else None) for name in ("nps", "csat"))
        joined: Any = members
        for each in (bought, asked, told, moved, rated, judged):
            joined = joined.outerjoin(each, each.c.person_id == who)
        one: sa.Select[Any] = sa.select(
            _flag(members.c.created_at > now - PERIOD).label("newcomers"),
            _none(asked.c.invited).label("invited"),
            _none(asked.c.answered).label("answered"),
            _flag(told.c.person_id.is_not(None)).label("reached"),
            _flag(_none(told.c.gain) > 0).label("converted"),
            _none(told.c.gain).label("gain"),
            _flag(_none(bought.c.before) > 0).label("bought_before"),
            _flag((_none(bought.c.before) > 0) & (_none(bought.c.orders) > 0)).label("stayed"),
            _flag(_none(bought.c.orders) > 0).label("buyers"),
            _none(bought.c.orders).label("orders"),
            _none(bought.c.paid).label("paid"),
            _none(bought.c.value).label("value"),
            _flag(rated.c.told.is_not(None)).label("rated"),
            _flag(rated.c.told == "promoter").label("promoters"),
            _flag(rated.c.told == "detractor").label("detractors"),
            _flag(judged.c.told.is_not(None)).label("judged"),
            _flag(judged.c.told == "satisfied").label("satisfied"),
            _none(moved.c.earned).label("earned"),
            _none(moved.c.spent).label("spent"),
        )
        return one.select_from(joined)


def _added_up(each: sa.Subquery) -> sa.Select[Any]:
    def real(name: str) -> Column:
        return sa.cast(each.c[name], sa.Double)

    squares = ("orders", "paid", "value", "earned", "spent")
    added: Any = sa.select(
        sa.func.count().label("members"),
        *(sa.func.sum(column).label(name) for name, column in each.c.items()),
        *(sa.func.sum(real(name) * real(name)).label(f"{name}_2") for name in squares),
        sa.func.sum(real("paid") * real("orders")).label("paid_orders"),
    )
    return added  # type: ignore[no-any-return]


def _bought(now: datetime) -> sa.Subquery:
    """Orders and what was paid now, orders before, all amounts until now."""
    order = events.c.amount > 0
    lately = order & (events.c.at > now - PERIOD) & (events.c.at <= now)
    earlier = order & (events.c.at > now - 2 * PERIOD) & (events.c.at <= now - PERIOD)
    return (
        sa.select(
            events.c.person_id,
            sa.func.sum(_flag(lately)).label("orders"),
            sa.func.sum(sa.case((lately, events.c.amount), else_=0)).label("paid"),
            sa.func.sum(_flag(earlier)).label("before"),
            sa.func.sum(events.c.amount).label("value"),
        )
        .where(_MONEY, events.c.at <= now)
        .group_by(events.c.person_id)
        .subquery()
    )


def _asked(now: datetime) -> sa.Subquery:
    """Who was invited now, and whether they completed any of those surveys since."""
    done = (
        sa.select(responses.c.id)
        .join(surveys, surveys.c.id == responses.c.survey_id)
        .where(
            responses.c.person_id == invitations.c.person_id,
            surveys.c.key == invitations.c.survey_key,
            responses.c.test.is_(False),
            responses.c.completed_at >= invitations.c.invited_at,
            responses.c.completed_at <= now,
        )
        .correlate(invitations)
        .exists()
    )
    took_part = (
        sa.select(takers.c.person_id)
        .where(
            takers.c.person_id == invitations.c.person_id,
            takers.c.survey_key == invitations.c.survey_key,
        )
        .correlate(invitations)
        .exists()
    )
    return (
        sa.select(
            invitations.c.person_id,
            sa.literal(1).label("invited"),
            sa.func.max(_flag(done | took_part)).label("answered"),
        )
        .where(invitations.c.invited_at > now - PERIOD, invitations.c.invited_at <= now)
        .group_by(invitations.c.person_id)
        .subquery()
    )


def _told(now: datetime, dialect: str) -> sa.Subquery:
    """Whom a message reached now, and what they paid within the days after the first one."""
    first = (
        sa.select(
            deliveries.c.person_id,
            _epoch(sa.func.min(deliveries.c.changed_at), dialect).label("at"),
        )
        .join(campaigns, campaigns.c.id == deliveries.c.campaign_id)
        .where(
            campaigns.c.purpose == Purpose.MESSAGE,
            deliveries.c.state == DeliveryState.SENT,
            deliveries.c.changed_at > now - PERIOD,
            deliveries.c.changed_at <= now,
        )
        .group_by(deliveries.c.person_id)
        .subquery()
    )
    after = sa.type_coerce(events.c.at, sa.BigInteger) - first.c.at
    window = CONVERSION_DAYS * 86_400_000_000
    paid = sa.and_(
        events.c.person_id == first.c.person_id, _MONEY, events.c.amount > 0,
        events.c.at <= now, after > 0, after <= window,
    )  # fmt: skip
    return (
        sa.select(first.c.person_id, sa.func.sum(events.c.amount).label("gain"))
        .select_from(first.outerjoin(events, paid))
        .group_by(first.c.person_id)
        .subquery()
    )


def _epoch(moment: Column, dialect: str) -> Column:
    """Microseconds since 1970, whole seconds."""
    if dialect == "sqlite":
        seconds: Column = sa.cast(sa.func.strftime("%s", moment), sa.BigInteger)
    else:
        seconds = sa.cast(sa.func.floor(sa.extract("epoch", moment)), sa.BigInteger)
    return seconds * 1_000_000


def _moved(now: datetime) -> sa.Subquery:
    """Points that came to somebody and went from them now."""
    lately = (transfers.c.at > now - PERIOD, transfers.c.at <= now)
    nothing = sa.literal(0)
    come = sa.select(
        transfers.c.target_id.label("account"),
        transfers.c.points.label("earned"),
        nothing.label("spent"),
    ).where(*lately)
    gone = sa.select(transfers.c.source_id, nothing, transfers.c.points).where(*lately)
    both = sa.union_all(come, gone).subquery()
    return (
        sa.select(
            accounts.c.person_id,
            sa.func.sum(both.c.earned).label("earned"),
            sa.func.sum(both.c.spent).label("spent"),
        )
        .join(both, both.c.account == accounts.c.id)
        .where(accounts.c.person_id.is_not(None))
        .group_by(accounts.c.person_id)
        .subquery()
    )


def _flag(condition: Column) -> Column:
    return sa.case((condition, 1), else_=0)


def _none(column: Column) -> Column:
    return sa.func.coalesce(column, 0)
