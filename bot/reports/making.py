"""Makes what both files of a report are written from; numbers are crunched in the worker."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from zoneinfo import ZoneInfo

from bot.worker import Worker
from segmentation.grounds import Grounds
from use_cases.ports import Clock, OpenWork
from use_cases.records import Person
from use_cases.reporting.building import BuildReport
from use_cases.reporting.correcting import corrected
from use_cases.reporting.illustrating import CollectIllustrations, Illustration
from use_cases.reporting.moving import AddMoves
from use_cases.reporting.opining import opine
from use_cases.reporting.values import ReportData
from use_cases.segments.following import FollowSegments


@dataclass(frozen=True, slots=True)
class MakeReport:
    """For the chat and for the shell alike."""

    open_work: OpenWork
    clock: Clock
    zone: ZoneInfo
    worker: Worker

    async def __call__(
        self, actor: Person | None, survey_key: str
    ) -> tuple[ReportData, Mapping[Grounds, Illustration]]:
        """Figures and pictures; raises as BuildReport does. Without an actor: whoever has the
        database."""
        async with self.open_work() as work:
            report = await BuildReport(work, self.clock, self.zone, self.worker.read)(
                actor, survey_key
            )
        drawn = await CollectIllustrations(
            self.open_work,
            self.clock,
            self.zone,
            self.worker.portray,
            partial(self.worker.run, opine),
            self.worker.follow,
        )(actor, survey_key)
        follow = FollowSegments(self.open_work, self.clock, self.worker.follow)
        return await AddMoves(self.open_work, follow)(actor, corrected(report, drawn)), drawn
