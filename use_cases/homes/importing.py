"""A manager brings in the roster: first every row's fate, then, when they say so, the rows."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from use_cases.access import require
from use_cases.homes.names import building_key
from use_cases.homes.planning import Fate, RosterPlan, RowFate, plan_import
from use_cases.homes.roster_file import Column, RosterTable
from use_cases.homes.roster_rows import read_rows
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Building, Flat, Person, Place, Role


class WhichBuilding(Exception):
    """The file names no building, and the roster does not have exactly one."""


async def plan_roster(
    work: UnitOfWork, table: RosterTable, *, only: str | None = None
) -> RosterPlan:
    """Every row's fate; `only` is the building meant where the file names none."""
    buildings = await work.homes.buildings()
    if Column.BUILDING not in table.columns and only is None:
        if len(buildings) != 1:
            raise WhichBuilding
        only = buildings[0].name
    homes = {building: await work.homes.flats(building.id) for building in buildings}
    return plan_import(read_rows(table, only=only), homes)


async def write_plan(
    work: UnitOfWork, plan: RosterPlan, clock: Clock, *, actor_id: int | None, doubtful: bool
) -> int:
    """Write what the plan says; how many rows. Nothing is ever taken away."""
    fates = plan.to_write(doubtful=doubtful)
    buildings: dict[str, Building] = {}
    for each in fates:
        assert each.read is not None, "whatever is written was read"
        key = building_key(each.read.building)
        if key not in buildings:
            added = work.homes.add_building
            buildings[key] = await added(each.read.building, each.read.place, at=clock.now())
    await _write_places(work, buildings, fates)
    for key, building in buildings.items():
        here = [f for f in fates if f.read and building_key(f.read.building) == key]
        await work.homes.add_flats(
            building.id, [f.read.facts for f in here if f.read and not f.known]
        )
    await work.homes.save_flats([_better(each) for each in fates if each.known])
    counts = plan.counts
    detail = f"new {counts[Fate.NEW]}, changed {counts[Fate.CHANGED]}, written {len(fates)}"
    await work.audit.note(actor_id, "roster.imported", at=clock.now(), detail=detail)
    await work.commit()
    return len(fates)


async def _write_places(
    work: UnitOfWork, buildings: dict[str, Building], fates: Sequence[RowFate]
) -> None:
    """A place that any row gives is the building's."""
    for key, building in buildings.items():
        place = asdict(building.place)
        for each in fates:
            if each.read is not None and building_key(each.read.building) == key:
                place |= {name: v for name, v in asdict(each.read.place).items() if v is not None}
        if Place(**place) != building.place:
            await work.homes.save_building(replace(building, place=Place(**place)))


def _better(fate: RowFate) -> Flat:
    """The known flat with the facts that the row gives; the others stay."""
    assert fate.read is not None and fate.known is not None, "both are there where one changes"
    given = {name: v for name, v in asdict(fate.read.facts).items() if v is not None}
    given.pop("number")
    return replace(fate.known, facts=replace(fate.known.facts, **given))


@dataclass(frozen=True, slots=True)
class PlanRoster:
    """A manager looks what a file would change; nothing is written."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, person: Person, table: RosterTable) -> RosterPlan:
        await require(self.work, person, Role.MANAGER, "roster.plan", self.clock)
        return await plan_roster(self.work, table)


@dataclass(frozen=True, slots=True)
class ImportRoster:
    """A manager says yes; the fates are worked out anew, in case something changed meanwhile."""

    work: UnitOfWork
    clock: Clock

    async def __call__(
        self, person: Person, table: RosterTable, *, doubtful: bool
    ) -> tuple[RosterPlan, int]:
        await require(self.work, person, Role.MANAGER, "roster.import", self.clock)
        plan = await plan_roster(self.work, table)
        written = await write_plan(
            self.work, plan, self.clock, actor_id=person.id, doubtful=doubtful
        )
        return plan, written
