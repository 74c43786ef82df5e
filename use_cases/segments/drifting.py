"""Whether people answer as they did when the segments were found; managers are told once."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from segmentation.run import SegmentationRun
from segmentation.values import AnswerTable
from use_cases.ports import Clock, OpenWork
from use_cases.records import AlertKind, RunEntry, Scheme
from use_cases.segments.moments import Moment, Past, adopted, in_force_since, run_at

if TYPE_CHECKING:  # It brings numpy and scipy in, which the bot starts without.
    from segmentation.following.drift import Drift

NEWCOMERS_MIN = 30  # who answered since, before anything is made of it
MONTHS_IN_A_QUARTER = 3

Compare = Callable[[SegmentationRun, AnswerTable, AnswerTable], Awaitable["Drift"]]
"""Runs segmentation.following.waves.drifted somewhere that does not hold up the bot."""


def baseline(entries: Sequence[RunEntry]) -> RunEntry | None:
    """What drift is measured from: the newest run that a manager knew of, else the first.

    Runs that went through by themselves each move the measure a little: they would hide a slow
    drift.
    """
    ran = adopted(entries)
    known = [entry for entry in ran if entry.note.settled_by is not None]
    return next(iter(known[-1:] or ran[:1]), None)


@dataclass(frozen=True, slots=True)
class WatchDrift:
    """Holds those who answered since the segments were found against those before."""

    open_work: OpenWork
    clock: Clock
    compare: Compare

    async def alarms(self, scheme: Scheme) -> tuple[str, ...]:
        """What is no longer as it was, by the names of segmentation.following.drift."""
        async with self.open_work() as work:
            since = baseline(await work.runs.entries(scheme.id))
            if since is None:
                return ()
            at = in_force_since(since)
            run = await run_at(work, Moment(at, since.id))
            past = await Past.of(work, scheme.survey_key)
        if run is None:
            return ()
        before = past.table(run, at)
        after = past.table(run, self.clock.now(), since=at)
        if min(len(before.people), len(after.people)) < NEWCOMERS_MIN:
            return ()
        return (await self.compare(run, before, after)).alarms

    async def __call__(self, scheme: Scheme) -> tuple[str, ...]:
        """Look, and note what managers are to be told: once a quarter for the same segments."""
        found = await self.alarms(scheme)
        if found:
            async with self.open_work() as work:
                since = baseline(await work.runs.entries(scheme.id))
                now = self.clock.now()
                quarter = f"{now.year}-{(now.month - 1) // MONTHS_IN_A_QUARTER + 1}"
                facts = {"scheme": scheme.id, "alarms": list(found)}
                await work.notices.raise_alert(
                    f"drift:{since.id if since else 0}:{quarter}",
                    AlertKind.DRIFT,
                    scheme.survey_key,
                    facts,
                    at=now,
                )
                await work.commit()
        return found
