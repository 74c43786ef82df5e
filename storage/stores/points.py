"""The ledger: transfers with a unique reference, and balances that follow them in one transaction.

A person's balance moves by one conditional update, so that points cannot be spent twice. The
house's row is in everybody's transfers: it is written once, as the last thing before the commit, so
that units of work on PostgreSQL hold it as briefly as can be and never lock each other crosswise.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from rewards.transfers import (
    HOUSE,
    Account,
    NotEnoughPoints,
    ReferenceTaken,
    Transfer,
    account_of,
)
from storage.tables import accounts, people, transfers
from storage.transaction import Insert, Transaction, batches, inserting
from use_cases.records import PointsEntry

_PERSON = "person:"  # How rewards.transfers.account_of names a person's account.

_NOTHING = sa.literal(0, sa.BigInteger)

_source, _target = accounts.alias("source"), accounts.alias("target")
_STANDING = (
    sa.select(_source.c.name.label("source"), _target.c.name.label("target"), transfers.c.points)
    .join_from(transfers, _source, transfers.c.source_id == _source.c.id)
    .join(_target, transfers.c.target_id == _target.c.id)
    .where(transfers.c.reference == sa.bindparam("reference"))
)
_BALANCE = sa.select(accounts.c.balance).where(accounts.c.name == sa.bindparam("account"))
_TAKE = (
    accounts.update()
    .where(accounts.c.name == sa.bindparam("account"), accounts.c.balance >= sa.bindparam("moved"))
    .values(balance=accounts.c.balance - sa.bindparam("moved"))
)
_MOVE_HOUSE = (
    accounts.update()
    .where(accounts.c.name == HOUSE)
    .values(balance=accounts.c.balance + sa.bindparam("moved"))
)

_HOUSE_ID = sa.select(accounts.c.id).where(accounts.c.name == HOUSE).scalar_subquery()
_GIVEN = sa.select(sa.func.coalesce(sa.func.sum(transfers.c.points), _NOTHING)).where(
    transfers.c.source_id == _HOUSE_ID
)
_TOTAL = sa.select(sa.func.coalesce(sa.func.sum(accounts.c.balance), _NOTHING))

_MINE = (
    sa.select(accounts.c.id).where(accounts.c.person_id == sa.bindparam("owner")).scalar_subquery()
)
_AT_MOST = sa.bindparam("at_most", type_=sa.Integer)


def _side(points: sa.ColumnElement[int], account: sa.Column[int]) -> sa.Select[Any]:
    """The newest lines on one side, straight from that side's index."""
    c = transfers.c
    lines = sa.select(c.id, points.label("points"), c.reason, c.reference, c.at)
    newest = lines.where(account == _MINE).order_by(c.id.desc()).limit(_AT_MOST)
    return sa.select(newest.subquery())


# Two looks into two indexes: one condition with OR would read the whole ledger backwards.
_BOTH_SIDES = sa.union_all(
    _side(transfers.c.points, transfers.c.target_id),
    _side(-transfers.c.points, transfers.c.source_id),
).subquery()
_LINES = sa.select(_BOTH_SIDES).order_by(_BOTH_SIDES.c.id.desc()).limit(_AT_MOST)


def _giving(insert: Insert) -> Any:
    """Add to the account, which is made with the first points that it gets."""
    owner = sa.select(people.c.id).where(people.c.id == sa.bindparam("owner")).scalar_subquery()
    account = insert(accounts).values(
        name=sa.bindparam("account"), person_id=owner, balance=sa.bindparam("moved")
    )
    more = {"balance": accounts.c.balance + account.excluded.balance}
    return account.on_conflict_do_update(index_elements=["name"], set_=more)


def _posting(insert: Insert) -> Any:
    """Write a transfer down; nothing comes back if its reference stands already."""
    source, target = (
        sa.select(accounts.c.id).where(accounts.c.name == sa.bindparam(side)).scalar_subquery()
        for side in ("source", "target")
    )
    return (
        insert(transfers)
        .values(source_id=source, target_id=target)
        .on_conflict_do_nothing(index_elements=["reference"])
        .returning(transfers.c.id)
    )


_GIVE = inserting(_giving)
_POST = inserting(_posting)


class PointsTable:
    """use_cases.ports.Points over two tables."""

    def __init__(self, transaction: Transaction) -> None:
        self.transaction = transaction
        self._house_moved = 0  # Since the last commit; see `settle_house`.

    async def post(self, transfer: Transfer, *, reason: str, at: datetime) -> bool:
        await self.transaction.begin()
        if await self._stands(transfer):
            return False
        if HOUSE not in (transfer.source, transfer.target):
            both = accounts.c.name.in_([transfer.source, transfer.target])
            in_order = sa.select(accounts.c.id).where(both).order_by(accounts.c.id)
            await self.transaction.read(in_order.with_for_update())
        if not await self._take(transfer.source, transfer.points):
            if await self._stands(transfer):  # Posted elsewhere while this one waited for the row.
                return False
            raise NotEnoughPoints(
                balance=await self._balance_of(transfer.source), price=transfer.points
            )
        await self._give(transfer.target, transfer.points)
        if await self._posted(transfer, reason, at):
            return True
        # Another unit of work posted the reference meanwhile: what was moved goes back.
        await self._give(transfer.source, transfer.points)
        await self._take(transfer.target, transfer.points)
        await self._stands(transfer)
        return False

    async def moved_by(self, reference: str) -> int:
        row = (await self.transaction.read(_STANDING, {"reference": reference})).first()
        return int(row.points) if row is not None else 0

    async def balance(self, person_id: int) -> int:
        return await self._balance_of(account_of(person_id))

    async def balances(self, person_ids: Sequence[int]) -> Mapping[int, int]:
        found = dict.fromkeys(person_ids, 0)
        for ids in batches(person_ids):
            theirs = sa.select(accounts.c.person_id, accounts.c.balance).where(
                accounts.c.person_id.in_(ids)
            )
            for person_id, balance in await self.transaction.read(theirs):
                found[person_id] = balance
        return found

    async def statement(self, person_id: int, limit: int) -> Sequence[PointsEntry]:
        lines = await self.transaction.read(_LINES, {"owner": person_id, "at_most": limit})
        return [
            PointsEntry(
                points=line.points, reason=line.reason, reference=line.reference, at=line.at
            )
            for line in lines
        ]

    async def total(self) -> int:
        await self.settle_house()
        return int((await self.transaction.read(_TOTAL)).scalar_one())

    async def given(self, *, reason: str | None = None) -> int:
        counted = _GIVEN if reason is None else _GIVEN.where(transfers.c.reason == reason)
        return int((await self.transaction.read(counted)).scalar_one())

    async def given_to(self, person_ids: Sequence[int]) -> int:
        given = 0
        for ids in batches(person_ids):
            theirs = sa.select(accounts.c.id).where(accounts.c.person_id.in_(ids))
            counted = _GIVEN.where(transfers.c.target_id.in_(theirs))
            given += int((await self.transaction.read(counted)).scalar_one())
        return given

    async def settle_house(self) -> None:
        """Write what the house gave and got since the last commit; the unit of work calls it."""
        if self._house_moved:
            await self.transaction.write(_MOVE_HOUSE, {"moved": self._house_moved})
            self._house_moved = 0

    def forget(self) -> None:
        """After a rollback nothing has moved."""
        self._house_moved = 0

    async def _stands(self, transfer: Transfer) -> bool:
        """Whether the transfer is posted already; its reference with other content is a fault."""
        found = await self.transaction.read(_STANDING, {"reference": transfer.reference})
        row = found.first()
        if row is None:
            return False
        if (row.source, row.target, row.points) != (
            transfer.source,
            transfer.target,
            transfer.points,
        ):
            raise ReferenceTaken(transfer.reference)
        return True

    async def _posted(self, transfer: Transfer, reason: str, at: datetime) -> bool:
        """Write the transfer down, unless its reference came in between."""
        row = {
            "reference": transfer.reference,
            "source": transfer.source,
            "target": transfer.target,
            "points": transfer.points,
            "reason": reason,
            "at": at,
        }
        return (await self.transaction.write(_POST, row)).first() is not None

    async def _take(self, account: Account, points: int) -> bool:
        """Take points if they are there; the house always pays."""
        if account == HOUSE:
            self._house_moved -= points
            return True
        taken = await self.transaction.write(_TAKE, {"account": account, "moved": points})
        return taken.rowcount == 1

    async def _give(self, account: Account, points: int) -> None:
        if account == HOUSE:
            self._house_moved += points
            return
        owner = int(account.removeprefix(_PERSON)) if account.startswith(_PERSON) else None
        await self.transaction.write(_GIVE, {"account": account, "owner": owner, "moved": points})

    async def _balance_of(self, account: Account) -> int:
        one = await self.transaction.read(_BALANCE, {"account": account})
        return one.scalar() or 0
