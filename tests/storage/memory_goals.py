"""Goals in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from tests.storage.memory import MemoryTransaction
from use_cases.records.goals import Goal, Measure, Subject


@dataclass(frozen=True, slots=True)
class GoalsInMemory:
    """use_cases.ports.goals.Goals in memory."""

    transaction: MemoryTransaction

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
        tables = await self.transaction.writing()
        goal = Goal(
            id=tables.next_id("goals"),
            subject=subject,
            subject_id=subject_id,
            measure=measure,
            target=target,
            start=start,
            due=due,
            owner_id=owner_id,
            created_at=at,
        )
        tables.goals[goal.id] = goal
        return goal

    async def get(self, goal_id: int) -> Goal | None:
        return self.transaction.tables.goals.get(goal_id)

    async def open(self) -> Sequence[Goal]:
        found = self.transaction.tables.goals.values()
        going = [goal for goal in found if goal.ended_at is None]
        return sorted(going, key=lambda goal: (goal.due, goal.id))

    async def give(self, goal_id: int, owner_id: int) -> None:
        tables = await self.transaction.writing()
        tables.goals[goal_id] = replace(tables.goals[goal_id], owner_id=owner_id)

    async def end(self, goal_id: int, *, at: datetime) -> None:
        tables = await self.transaction.writing()
        tables.goals[goal_id] = replace(tables.goals[goal_id], ended_at=at)
