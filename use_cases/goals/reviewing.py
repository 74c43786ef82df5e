"""Goals are looked over each quarter: managers are reminded once, whatever is killed meanwhile."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from use_cases.ports import Clock, OpenWork
from use_cases.records import AlertKind


def quarter_of(moment: datetime) -> str:
    """ "2026-Q2"."""
    return f"{moment.year}-Q{(moment.month + 2) // 3}"


@dataclass(frozen=True, slots=True)
class PromptReview:
    """Raises one notice a quarter, where there are goals from an earlier one.

    The notice's name holds the quarter, so that the database knows whether it was raised.
    """

    open_work: OpenWork
    clock: Clock
    zone: ZoneInfo

    async def __call__(self) -> bool:
        now = self.clock.now().astimezone(self.zone)
        quarter = quarter_of(now)
        async with self.open_work() as work:
            older = [
                goal
                for goal in await work.goals.open()
                if quarter_of(goal.created_at.astimezone(self.zone)) < quarter
            ]
            if not older:
                return False
            overdue = sum(goal.due < now.date() for goal in older)
            facts = {"goals": len(older), "overdue": overdue}
            raised = await work.notices.raise_alert(
                f"goals:{quarter}", AlertKind.REVIEW, "", facts, at=self.clock.now()
            )
            await work.commit()
        return raised
