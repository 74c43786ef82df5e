"""Goals in SQL."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from storage.tables import goals
from storage.transaction import Transaction
from use_cases.records.goals import Goal, Measure, Subject

_ABOUT = {
    Subject.SCHEME: goals.c.scheme_id,
    Subject.SEGMENT: goals.c.segment_id,
    Subject.RULE: goals.c.rule_id,
}


def _goal(row: Any) -> Goal:
    subject, subject_id = next(
        (subject, found)
        for subject, column in _ABOUT.items()
        if (found := getattr(row, column.name)) is not None
    )
    return Goal(
        id=row.id,
        subject=subject,
        subject_id=subject_id,
        measure=Measure(row.measure),
        target=row.target,
        start=row.start,
        due=date.fromisoformat(row.due),
        owner_id=row.owner_id,
        created_at=row.created_at,
        ended_at=row.ended_at,
    )


@dataclass(frozen=True, slots=True)
class GoalsTable:
    """use_cases.ports.goals.Goals over one table."""

    transaction: Transaction

    async def add(
        self,
        subject: Subject,
        subject_id: int,
        measure: Measure,
        *,
        target: float,
        start: float | None,
        due: date,
        owner_id: int | None,
        at: datetime,
    ) -> Goal:
        new = {
            _ABOUT[subject].name: subject_id,
            "measure": measure,
            "target": target,
            "start": start,
            "due": due.isoformat(),
            "owner_id": owner_id,
            "created_at": at,
        }
        added = await self.transaction.write(goals.insert().returning(goals.c.id), new)
        return Goal(
            id=added.scalar_one(),
            subject=subject,
            subject_id=subject_id,
            measure=measure,
            target=target,
            start=start,
            due=due,
            owner_id=owner_id,
            created_at=at,
        )

    async def get(self, goal_id: int) -> Goal | None:
        rows = await self.transaction.read(sa.select(goals).where(goals.c.id == goal_id))
        row = rows.first()
        return _goal(row) if row is not None else None

    async def open(self) -> Sequence[Goal]:
        going = sa.select(goals).where(goals.c.ended_at.is_(None)).order_by(goals.c.due, goals.c.id)
        return [_goal(row) for row in await self.transaction.read(going)]

    async def give(self, goal_id: int, owner_id: int) -> None:
        await self._change(goal_id, owner_id=owner_id)

    async def end(self, goal_id: int, *, at: datetime) -> None:
        await self._change(goal_id, ended_at=at)

    async def _change(self, goal_id: int, **values: Any) -> None:
        await self.transaction.write(goals.update().where(goals.c.id == goal_id).values(**values))
