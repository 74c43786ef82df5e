"""Buildings and flats: the roster."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from storage.stores.residences import ResidencesTable
from storage.tables import buildings, flats
from storage.transaction import inserting
from use_cases.homes.names import building_key, in_order, number_key
from use_cases.records.homes import Building, Flat, FlatFacts, Place

_ADD_BUILDING = inserting(
    lambda insert: (
        insert(buildings).on_conflict_do_nothing(index_elements=["name_key"]).returning(buildings)
    )
)
_ADD_FLAT = inserting(
    lambda insert: insert(flats).on_conflict_do_nothing(
        index_elements=["building_id", "number_key"]
    )
)
_SAVE_FLAT = flats.update().where(flats.c.id == sa.bindparam("of_flat"))


def building_of(row: Any) -> Building:
    """The building of a row."""
    place = Place(district=row.district, city=row.city, region=row.region)
    return Building(id=row.id, name=row.name, place=place)


def flat_of(row: Any) -> Flat:
    """The flat of a row."""
    facts = FlatFacts(
        number=row.number, entrance=row.entrance, floor=row.floor, area=row.area, share=row.share
    )
    return Flat(id=row.id, building_id=row.building_id, facts=facts, code=row.code)


@dataclass(frozen=True, slots=True)
class HomesTable(ResidencesTable):
    """use_cases.ports.Homes over its tables."""

    async def buildings(self) -> Sequence[Building]:
        found = await self.transaction.read(sa.select(buildings))
        return sorted(map(building_of, found), key=lambda b: (in_order(b.name), b.id))

    async def building(self, building_id: int) -> Building | None:
        one = sa.select(buildings).where(buildings.c.id == building_id)
        row = (await self.transaction.read(one)).first()
        return building_of(row) if row is not None else None

    async def add_building(self, name: str, place: Place, *, at: datetime) -> Building:
        key = building_key(name)
        values = {"name": name, "name_key": key, "created_at": at, **asdict(place)}
        row = (await self.transaction.write(_ADD_BUILDING, values)).first()
        if row is None:
            there = sa.select(buildings).where(buildings.c.name_key == key)
            row = (await self.transaction.read(there)).one()
        return building_of(row)

    async def save_building(self, building: Building) -> None:
        new = {"name": building.name, "name_key": building_key(building.name)}
        one = buildings.update().where(buildings.c.id == building.id)
        await self.transaction.write(one.values(**new, **asdict(building.place)))

    async def remove_building(self, building_id: int) -> None:
        await self.transaction.write(buildings.delete().where(buildings.c.id == building_id))

    async def flats(self, building_id: int) -> Sequence[Flat]:
        those = sa.select(flats).where(flats.c.building_id == building_id)
        return sorted(map(flat_of, await self.transaction.read(those)), key=as_one_walks)

    async def flat(self, flat_id: int) -> Flat | None:
        return await self._one_flat(flats.c.id == flat_id)

    async def flat_numbered(self, building_id: int, number: str) -> Flat | None:
        same = flats.c.number_key == number_key(number)
        return await self._one_flat(sa.and_(flats.c.building_id == building_id, same))

    async def flat_of_code(self, code: str) -> Flat | None:
        return await self._one_flat(flats.c.code == code)

    async def add_flats(self, building_id: int, facts: Sequence[FlatFacts]) -> int:
        if not facts:
            return 0
        before = await self._count_flats(building_id)
        rows = [{"building_id": building_id, **_columns(each)} for each in facts]
        await self.transaction.write(_ADD_FLAT, rows)
        return await self._count_flats(building_id) - before

    async def save_flats(self, flats: Sequence[Flat]) -> None:
        rows = [{"of_flat": each.id, **_columns(each.facts)} for each in flats]
        if rows:
            await self.transaction.write(_SAVE_FLAT, rows)

    async def set_codes(self, codes: Mapping[int, str | None]) -> None:
        rows = [{"of_flat": flat_id, "code": code} for flat_id, code in sorted(codes.items())]
        if rows:
            await self.transaction.write(_SAVE_FLAT, rows)

    async def _one_flat(self, which: sa.ColumnElement[bool]) -> Flat | None:
        row = (await self.transaction.read(sa.select(flats).where(which))).first()
        return flat_of(row) if row is not None else None

    async def _count_flats(self, building_id: int) -> int:
        those = sa.select(sa.func.count()).where(flats.c.building_id == building_id)
        return int((await self.transaction.read(those)).scalar_one())


def as_one_walks(flat: Flat) -> Any:
    """The order of flats: by entrance, floor, number."""
    facts = flat.facts
    floor = facts.floor if facts.floor is not None else 10_000
    return in_order(facts.entrance), floor, in_order(facts.number), flat.id


def _columns(facts: FlatFacts) -> dict[str, Any]:
    return {**asdict(facts), "number_key": number_key(facts.number)}
