"""Goals are looked over each quarter: managers are reminded once, whatever is killed meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from segmentation.following.seasons import Turn
from use_cases.goals.setting import GoalView, GoalViews
from use_cases.ports import Clock, OpenWork
from use_cases.records import AlertKind


def quarter_of(moment: datetime) -> str:
    """ "2026-Q2"."""
    return f"{moment.year}-Q{(moment.month + 2) // 3}"


@dataclass(frozen=True, slots=True)
class PromptReview:
    """Raises one notice a quarter, where there are goals from an earlier one.

    The notice's name holds the quarter, so that the database knows whether it was raised. It says
    how many goals are past their day, and how they stand against the same season a year before.
    """

    open_work: OpenWork
    clock: Clock
    zone: ZoneInfo

    async def __call__(self) -> bool:
        now = self.clock.now().astimezone(self.zone)
        quarter = quarter_of(now)
        async with self.open_work() as work:
            if await work.notices.raised(key := f"goals:{quarter}"):
                return False
            older = [
                goal
                for goal in await work.goals.open()
                if quarter_of(goal.created_at.astimezone(self.zone)) < quarter
            ]
            if not older:
                return False
            views = await GoalViews(work, self.clock, self.zone).all_of(older)
            overdue = sum(goal.due < now.date() for goal in older)
            facts = {"goals": len(older), "overdue": overdue, **seasons_counted(views)}
            raised = await work.notices.raise_alert(
                key, AlertKind.REVIEW, "", facts, at=self.clock.now()
            )
            await work.commit()
        return raised


def seasons_counted(views: Sequence[GoalView]) -> dict[str, int]:
    """How many goals are clearly above, clearly below, or not to be told from the same season a
    year before; `unknown` of how many nothing is known of that season, or of now."""
    turns = [v.season.difference.turn if v.season.difference else None for v in views]
    return {
        "above": turns.count(Turn.MORE),
        "below": turns.count(Turn.LESS),
        "unsure": turns.count(Turn.UNSURE),
        "unknown": turns.count(None),
    }
