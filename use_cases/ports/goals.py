"""The store of goals."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from use_cases.records.goals import Goal, Measure, Subject


class Goals(Protocol):
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
    ) -> Goal: ...
    async def get(self, goal_id: int) -> Goal | None: ...
    async def open(self) -> Sequence[Goal]:
        """Those that were not put away, the earliest due first."""
        ...

    async def give(self, goal_id: int, owner_id: int) -> None:
        """Somebody else answers for it from now on."""
        ...

    async def end(self, goal_id: int, *, at: datetime) -> None:
        """Put it away."""
        ...
