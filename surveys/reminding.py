"""When somebody who has not answered is reminded: how often, how long after, at which hour."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

TIMES_MAX = 5
HOURS_MAX = 24 * 30
AFTER_HOURS = 24
USUAL_HOUR = 18  # When most people are home and few asleep.
EARLIEST_HOUR, LATEST_HOUR = 9, 20  # Nobody is written to before or after, whatever their habits.


@dataclass(frozen=True, slots=True)
class Reminders:
    """At most so many a person, the first that many hours after the last sign of life, each later
    one after a longer silence."""

    times: int
    after_hours: int = AFTER_HOURS

    def next_at(self, since: datetime, sent: int, last: datetime | None) -> datetime | None:
        """When the next one is due, after `sent` of them; None where there are no more."""
        if sent >= self.times:
            return None
        wait = timedelta(hours=self.after_hours * (sent + 1))
        return max(since, last or since) + wait


def fitting_hour(moments: Sequence[datetime]) -> int:
    """The hour of the day at which somebody is there, by when they acted before (local times)."""
    if not moments:
        return USUAL_HOUR
    counted = Counter(min(max(each.hour, EARLIEST_HOUR), LATEST_HOUR) for each in moments)
    most = max(counted.values())
    return max(hour for hour, count in counted.items() if count == most)


def is_fitting(now: datetime, moments: Sequence[datetime]) -> bool:
    """Whether now (local time) is that hour or later on a day not yet over."""
    return fitting_hour(moments) <= now.hour <= LATEST_HOUR
