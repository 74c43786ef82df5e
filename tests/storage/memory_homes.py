"""Buildings, flats and who lives where, in memory."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from storage.stores.homes import as_one_walks
from tests.storage.memory import MemoryTransaction
from use_cases.homes.names import building_key, in_order, number_key
from use_cases.records.homes import (
    BoundBy,
    Building,
    Flat,
    FlatFacts,
    Home,
    HomeRole,
    Place,
    Residence,
    Standing,
    WrongCodes,
)


@dataclass(frozen=True, slots=True)
class HomesInMemory:
    """use_cases.ports.Homes in memory."""

    transaction: MemoryTransaction

    async def buildings(self) -> Sequence[Building]:
        there = self.transaction.tables.buildings.values()
        return sorted(there, key=lambda b: (in_order(b.name), b.id))

    async def building(self, building_id: int) -> Building | None:
        return self.transaction.tables.buildings.get(building_id)

    async def add_building(self, name: str, place: Place, *, at: datetime) -> Building:
        tables = await self.transaction.writing()
        key = building_key(name)
        there = next((b for b in tables.buildings.values() if building_key(b.name) == key), None)
        if there is None:
            there = Building(id=tables.next_id("buildings"), name=name, place=place)
            tables.buildings[there.id] = there
        return there

    async def save_building(self, building: Building) -> None:
        tables = await self.transaction.writing()
        if building.id in tables.buildings:
            tables.buildings[building.id] = building

    async def remove_building(self, building_id: int) -> None:
        tables = await self.transaction.writing()
        tables.buildings.pop(building_id, None)
        gone = {f.id for f in tables.flats.values() if f.building_id == building_id}
        tables.flats = {k: f for k, f in tables.flats.items() if k not in gone}
        tables.residences = {k: r for k, r in tables.residences.items() if r.flat_id not in gone}

    async def flats(self, building_id: int) -> Sequence[Flat]:
        there = self.transaction.tables.flats.values()
        return sorted((f for f in there if f.building_id == building_id), key=as_one_walks)

    async def flat(self, flat_id: int) -> Flat | None:
        return self.transaction.tables.flats.get(flat_id)

    async def flat_numbered(self, building_id: int, number: str) -> Flat | None:
        key = number_key(number)
        those = await self.flats(building_id)
        return next((flat for flat in those if number_key(flat.number) == key), None)

    async def flat_of_code(self, code: str) -> Flat | None:
        return next((f for f in self.transaction.tables.flats.values() if f.code == code), None)

    async def add_flats(self, building_id: int, facts: Sequence[FlatFacts]) -> int:
        tables = await self.transaction.writing()
        before = len(tables.flats)
        for each in facts:
            if await self.flat_numbered(building_id, each.number) is None:
                flat = Flat(id=tables.next_id("flats"), building_id=building_id, facts=each)
                tables.flats[flat.id] = flat
        return len(tables.flats) - before

    async def save_flats(self, flats: Sequence[Flat]) -> None:
        tables = await self.transaction.writing()
        for flat in flats:
            if flat.id in tables.flats:
                tables.flats[flat.id] = replace(tables.flats[flat.id], facts=flat.facts)

    async def set_codes(self, codes: Mapping[int, str | None]) -> None:
        tables = await self.transaction.writing()
        for flat_id, code in codes.items():
            tables.flats[flat_id] = replace(tables.flats[flat_id], code=code)

    async def of_person(self, person_id: int) -> Sequence[Home]:
        return self._homes(lambda r: r.person_id == person_id and r.until is None)

    async def residence(self, residence_id: int) -> Home | None:
        return next(iter(self._homes(lambda r: r.id == residence_id)), None)

    async def claims(self) -> Sequence[Home]:
        return self._homes(lambda r: r.standing is Standing.CLAIMED and r.until is None)

    async def residents(self, building_id: int) -> Sequence[Residence]:
        living = self._homes(_lives)
        return [home.residence for home in living if home.building.id == building_id]

    async def living_in(self, building_ids: Iterable[int]) -> Mapping[int, Sequence[int]]:
        wanted, living = set(building_ids), dict[int, list[int]]()
        for home in self._homes(_lives):
            if home.building.id in wanted:
                living.setdefault(home.residence.person_id, []).append(home.flat.id)
        return living

    async def move_in(
        self,
        person_id: int,
        flat_id: int,
        *,
        standing: Standing,
        way: BoundBy,
        at: datetime,
        role: HomeRole | None = None,
        moved_in: date | None = None,
    ) -> Residence:
        tables = await self.transaction.writing()
        there = next((h for h in await self.of_person(person_id) if h.flat.id == flat_id), None)
        if there is None:
            living = Residence(
                id=tables.next_id("residences"),
                person_id=person_id,
                flat_id=flat_id,
                role=role,
                standing=standing,
                way=way,
                moved_in=moved_in,
                since=at,
            )
        elif standing is Standing.CONFIRMED and there.residence.standing is Standing.CLAIMED:
            living = replace(there.residence, standing=standing, way=way)
        else:
            living = there.residence
        tables.residences[living.id] = living
        return living

    async def save_residence(self, residence: Residence) -> None:
        tables = await self.transaction.writing()
        kept = tables.residences.get(residence.id)
        if kept is not None:
            changed = {n: getattr(residence, n) for n in ("role", "standing", "moved_in", "until")}
            tables.residences[residence.id] = replace(kept, **changed)

    async def drop_residence(self, residence_id: int) -> None:
        (await self.transaction.writing()).residences.pop(residence_id, None)

    async def place(self, person_id: int) -> Place | None:
        return self.transaction.tables.places.get(person_id)

    async def set_place(self, person_id: int, place: Place | None) -> None:
        places = (await self.transaction.writing()).places
        places.pop(person_id, None)
        if place is not None:
            places[person_id] = place

    async def wrong_codes(self, person_id: int) -> WrongCodes | None:
        return self.transaction.tables.code_tries.get(person_id)

    async def set_wrong_codes(self, person_id: int, wrong: WrongCodes | None) -> None:
        tries = (await self.transaction.writing()).code_tries
        tries.pop(person_id, None)
        if wrong is not None:
            tries[person_id] = wrong

    def _homes(self, which: Callable[[Residence], bool]) -> Sequence[Home]:
        tables = self.transaction.tables
        return [
            Home(
                residence=residence,
                flat=tables.flats[residence.flat_id],
                building=tables.buildings[tables.flats[residence.flat_id].building_id],
            )
            for _, residence in sorted(tables.residences.items())
            if which(residence)
        ]


def _lives(residence: Residence) -> bool:
    return residence.standing is Standing.CONFIRMED and residence.until is None
