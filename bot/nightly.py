"""The nightly job: segments are found anew and rules followed, old inbox entries forgotten."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import structlog

from segmentation.grounds import Grounds
from use_cases.goals.reviewing import PromptReview
from use_cases.ports import Clock, OpenWork
from use_cases.rules.projecting import RefreshFacts
from use_cases.rules.recounting import RecountRules
from use_cases.segments.doings import NO_SURVEY, doings_in_use
from use_cases.segments.golden import FindGolden, NoGolden
from use_cases.segments.segmenting import FindSegments, NothingToSegment, grounds_in_use

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
    find_golden: FindGolden | None = None
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))

    async def run(self) -> None:
        while True:
            now = self.clock.now()
            await asyncio.sleep((next_night(now, self.hour) - now).total_seconds())
            try:
                await self.once()
            except Exception:
                log.exception("nightly.failed")

    async def _watch(self, survey_key: str, grounds: Grounds) -> None:
        """Before segments are found anew: do people still answer as they did?"""
        if self.find_segments.watch is None:
            return
        async with self.open_work() as work:
            scheme = await work.segments.scheme(survey_key, grounds)
            await work.commit()
        alarms = await self.find_segments.watch(scheme)
        log.info("nightly.drift", grounds=grounds.key, alarms=len(alarms))

    async def _gild(self, scheme_id: int) -> None:
        """Golden questions of the run in force, computed once a run."""
        if self.find_golden is None:
            return
        try:
            await self.find_golden(None, scheme_id)
        except NoGolden:
            return
        except Exception:
            log.exception("nightly.no_golden")

    async def _follow_rules(self) -> None:
        """Facts of tonight, then the rules over them; the rest of the night does not rest on it."""
        try:
            known = await RefreshFacts(self.open_work, self.clock)()
            counted = await RecountRules(self.open_work, self.clock, self.zone)()
        except Exception:
            log.exception("nightly.rules_not_followed")
            return
        log.info(
            "nightly.rules", people=known, followed=counted.followed, failed=len(counted.failed)
        )

    async def once(self) -> None:
        """One night's work."""
        async with self.open_work() as work:
            pruned = await work.inbox.prune(before=self.clock.now() - INBOX_KEPT)
            await work.commit()
            surveys = [stored.survey for stored in await work.surveys.all_open()]
            wanted = [(s.key, each) for s in surveys for each in await grounds_in_use(work, s)]
            wanted += [(NO_SURVEY, each) for each in await doings_in_use(work)]
        log.info("nightly.pruned", entries=pruned)
        for survey_key, grounds in wanted:
            try:
                await self._watch(survey_key, grounds)
                view = await self.find_segments(None, survey_key, grounds)
            except NothingToSegment:
                continue
            except Exception:
                log.exception("nightly.not_segmented", grounds=grounds.key)
                continue
            log.info("nightly.segments", grounds=grounds.key, segments=len(view.segments))
            await self._gild(view.scheme.id)
        await self._follow_rules()
        # Last: whatever goes wrong with goals, facts and rules are of tonight.
        if await PromptReview(self.open_work, self.clock, self.zone)():
            log.info("nightly.review")
