"""The nightly job: segments are found anew, old inbox entries forgotten."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from segmentation.values import Recipe
from use_cases.ports import Clock, OpenWork
from use_cases.segmenting import BASES, FindSegments, NothingToSegment

log = structlog.get_logger()

INBOX_KEPT = timedelta(days=3)  # Telegram hands an update over again for a day at most.


def next_night(now: datetime, hour: int) -> datetime:
    """The next time that it is `hour` o'clock."""
    tonight = now.replace(hour=hour, minute=0, second=0, microsecond=0)
    return tonight if tonight > now else tonight + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Nightly:
    """Runs every night until cancelled."""

    open_work: OpenWork
    clock: Clock
    find_segments: FindSegments
    hour: int

    async def run(self) -> None:
        while True:
            now = self.clock.now()
            await asyncio.sleep((next_night(now, self.hour) - now).total_seconds())
            try:
                await self.once()
            except Exception:
                log.exception("nightly.failed")

    async def once(self) -> None:
        """One night's work."""
        async with self.open_work() as work:
            pruned = await work.inbox.prune(before=self.clock.now() - INBOX_KEPT)
            await work.commit()
            surveys = [stored.survey for stored in await work.surveys.all_open()]
        log.info("nightly.pruned", entries=pruned)
        for survey in surveys:
            for basis in BASES:
                if not Recipe.from_survey(survey, basis).items:
                    continue
                try:
                    view = await self.find_segments(None, survey.key, basis)
                except NothingToSegment:
                    continue
                except Exception:
                    log.exception("nightly.not_segmented", basis=basis.value)
                    continue
                log.info("nightly.segments", basis=basis.value, segments=len(view.segments))
