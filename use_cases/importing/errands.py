"""A manager brings in a table: first every row's fate, then, when they say so, the rows."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from use_cases.access import require
from use_cases.importing.columns import Subject
from use_cases.importing.deeds import plan_deeds, write_deeds
from use_cases.importing.people import plan_list, plan_people, write_list, write_people
from use_cases.importing.planning import Fate, ImportPlan
from use_cases.importing.sheet import Sheet
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, Role


async def plan_import(
    work: UnitOfWork,
    sheet: Sheet,
    subject: Subject,
    *,
    name: str,
    zone: ZoneInfo,
    now: datetime,
) -> ImportPlan:
    """Every row's fate; `name` is that of the list, or of the batch that people come in."""
    match subject:
        case Subject.PEOPLE:
            return await plan_people(work, sheet, batch=name, now=now)
        case Subject.LIST:
            return await plan_list(work, sheet, name)
    return await plan_deeds(work, sheet, subject, zone=zone, now=now)


async def write_import(
    work: UnitOfWork, plan: ImportPlan, clock: Clock, *, actor_id: int | None
) -> int:
    """Write what the plan says and commit; how many rows or, of a list, people."""
    match plan.subject:
        case Subject.PEOPLE:
            written = await write_people(work, plan, at=clock.now())
        case Subject.LIST:
            written = await write_list(work, plan)
        case _:
            written = await write_deeds(work, plan)
    counts = plan.counts
    detail = f"{plan.subject}: written {written}, known {counts[Fate.KNOWN]}"
    await work.audit.note(actor_id, "import.written", at=clock.now(), detail=detail)
    await work.commit()
    return written


@dataclass(frozen=True, slots=True)
class PlanImport:
    """A manager looks what a file would bring; nothing is written."""

    work: UnitOfWork
    clock: Clock
    zone: ZoneInfo

    async def __call__(
        self, person: Person, sheet: Sheet, subject: Subject, *, name: str
    ) -> ImportPlan:
        await require(self.work, person, Role.MANAGER, "import.plan", self.clock)
        return await plan_import(
            self.work, sheet, subject, name=name, zone=self.zone, now=self.clock.now()
        )


@dataclass(frozen=True, slots=True)
class BringIn:
    """A manager says yes; the fates are worked out anew, in case something changed meanwhile."""

    work: UnitOfWork
    clock: Clock
    zone: ZoneInfo

    async def __call__(
        self, person: Person, sheet: Sheet, subject: Subject, *, name: str
    ) -> tuple[ImportPlan, int]:
        await require(self.work, person, Role.MANAGER, "import.write", self.clock)
        plan = await plan_import(
            self.work, sheet, subject, name=name, zone=self.zone, now=self.clock.now()
        )
        return plan, await write_import(self.work, plan, self.clock, actor_id=person.id)
