"""What managers are told by themselves: each thing once, in a digest; each kind can be silenced."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from use_cases.access import require
from use_cases.fieldwork.dispositions import field_status
from use_cases.ports import Clock, OpenWork, UnitOfWork
from use_cases.records import Alert, AlertKind, Person, Role, StoredSurvey
from use_cases.reporting.suppression import FEW

QUIET_AFTER = timedelta(days=3)  # So long after publication a survey short of its goal is told of,
QUIET_DOORS = 3  # with the entrances that answered least.


TOLD_APART = (AlertKind.URGENT, AlertKind.PROPOSAL)
"""What is told in a message of its own."""


@dataclass(frozen=True, slots=True)
class Digest:
    """What one person is to be told now, with the surveys by their keys."""

    reader: Person
    alerts: Sequence[Alert]
    surveys: Mapping[str, StoredSurvey]


@dataclass(frozen=True, slots=True)
class CollectAlerts:
    """Notes what there is to tell, and hands it out once: a crash may lose a digest, never send
    one twice."""

    open_work: OpenWork
    clock: Clock

    async def __call__(self) -> list[Digest]:
        async with self.open_work() as work:
            await self._look(work)
            waiting = await work.notices.untold()
            alerts = [alert for alert in waiting if alert.kind not in TOLD_APART]
            surveys = {
                alert.survey_key: found
                for alert in alerts
                if (found := await work.surveys.latest(alert.survey_key)) is not None
            }
            muted = await work.notices.muted()
            readers = [
                *await work.people.with_role(Role.ADMIN),
                *await work.people.with_role(Role.MANAGER),
            ]
            digests = [
                Digest(each, heard, surveys)
                for each in readers
                if each.unreachable_at is None
                and (heard := [a for a in alerts if (each.id, a.kind) not in muted])
            ]
            if alerts:
                await work.notices.told([alert.id for alert in alerts], at=self.clock.now())
            await work.commit()
            return digests

    async def _look(self, work: UnitOfWork) -> None:
        """A goal that is reached; a survey that is short of it after some days."""
        now = self.clock.now()
        for key, settings in (await work.fields.all()).items():
            survey = await work.surveys.open_version(key)
            if survey is None or settings.goal is None:
                continue
            done = (await work.responses.counts(key)).completed
            facts: dict[str, object] = {"completed": done, "goal": settings.goal}
            if done >= settings.goal:
                kind = AlertKind.COMPLETE
                await work.notices.raise_alert(f"complete:{survey.id}", kind, key, facts, at=now)
            elif now - survey.created_at >= QUIET_AFTER:
                status = await field_status(work, survey, now)
                rates = [(o.rr1().value, d) for d, o in status.by_door.items() if o.people >= FEW]
                least = sorted(rates, key=lambda each: each[0])[:QUIET_DOORS]
                facts["doors"] = [[door.building, door.entrance or "—"] for _, door in least]
                name = f"quiet:{survey.id}"
                await work.notices.raise_alert(name, AlertKind.QUIET, key, facts, at=now)


@dataclass(frozen=True, slots=True)
class MuteAlerts:
    """A manager turns a kind of notice off, or on again."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, manager: Person, kind: AlertKind, *, on: bool) -> None:
        await require(self.work, manager, Role.MANAGER, "alerts.mute", self.clock)
        await self.work.notices.mute(manager.id, kind, on=on)
        await self.work.commit()
