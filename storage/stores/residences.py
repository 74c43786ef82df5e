"""Who lives where: bindings of people to flats, people without a house, wrong codes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from storage.tables import buildings, code_tries, flats, places, residences
from storage.transaction import Transaction, batches, inserting
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

_NOW = residences.c.until.is_(None)
_MOVE_IN = inserting(
    lambda insert: (
        insert(residences)
        .on_conflict_do_nothing(
            index_elements=["person_id", "flat_id"], index_where=sa.text("until IS NULL")
        )
        .returning(residences)
    )
)
_HOMES = sa.select(residences, flats, buildings).select_from(
    residences.join(flats, residences.c.flat_id == flats.c.id).join(
        buildings, flats.c.building_id == buildings.c.id
    )
)
_HOMES = _HOMES.set_label_style(sa.LABEL_STYLE_TABLENAME_PLUS_COL)


def residence_of(row: Any) -> Residence:
    """The residence of a row."""
    return _residence(row._mapping, "")


def _residence(row: Mapping[str, Any], before: str) -> Residence:
    role = row[f"{before}role"]
    return Residence(
        id=row[f"{before}id"],
        person_id=row[f"{before}person_id"],
        flat_id=row[f"{before}flat_id"],
        role=HomeRole(role) if role else None,
        standing=Standing(row[f"{before}standing"]),
        way=BoundBy(row[f"{before}way"]),
        moved_in=row[f"{before}moved_in"],
        since=row[f"{before}since"],
        until=row[f"{before}until"],
    )


def _home(found: Any) -> Home:
    row = found._mapping
    number, entrance, floor, area, share = (
        row[f"flats_{name}"] for name in ("number", "entrance", "floor", "area", "share")
    )
    facts = FlatFacts(number=number, entrance=entrance, floor=floor, area=area, share=share)
    flat = Flat(
        id=row["flats_id"],
        building_id=row["flats_building_id"],
        facts=facts,
        code=row["flats_code"],
    )
    place = Place(**{name: row[f"buildings_{name}"] for name in ("district", "city", "region")})
    building = Building(id=row["buildings_id"], name=row["buildings_name"], place=place)
    return Home(residence=_residence(row, "residences_"), flat=flat, building=building)


@dataclass(frozen=True, slots=True)
class ResidencesTable:
    """The half of use_cases.ports.Homes that is about people."""

    transaction: Transaction

    async def of_person(self, person_id: int) -> Sequence[Home]:
        return await self._homes(residences.c.person_id == person_id, _NOW)

    async def residence(self, residence_id: int) -> Home | None:
        return next(iter(await self._homes(residences.c.id == residence_id)), None)

    async def claims(self) -> Sequence[Home]:
        return await self._homes(residences.c.standing == Standing.CLAIMED, _NOW)

    async def residents(self, building_id: int) -> Sequence[Residence]:
        those = (
            sa.select(residences)
            .join(flats)
            .where(
                flats.c.building_id == building_id,
                residences.c.standing == Standing.CONFIRMED,
                _NOW,
            )
            .order_by(residences.c.id)
        )
        return [residence_of(row) for row in await self.transaction.read(those)]

    async def living_in(self, building_ids: Iterable[int]) -> Mapping[int, Sequence[int]]:
        living: dict[int, list[int]] = {}
        for ids in batches(building_ids):
            those = (
                sa.select(residences.c.person_id, residences.c.flat_id)
                .join(flats)
                .where(
                    flats.c.building_id.in_(ids),
                    residences.c.standing == Standing.CONFIRMED,
                    _NOW,
                )
                .order_by(residences.c.id)
            )
            for person_id, flat_id in await self.transaction.read(those):
                living.setdefault(person_id, []).append(flat_id)
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
        values = {
            "person_id": person_id,
            "flat_id": flat_id,
            "role": role,
            "standing": standing,
            "way": way,
            "moved_in": moved_in,
            "since": at,
        }
        row = (await self.transaction.write(_MOVE_IN, values)).first()
        if row is not None:
            return residence_of(row)
        here = sa.and_(residences.c.person_id == person_id, residences.c.flat_id == flat_id, _NOW)
        if standing is Standing.CONFIRMED:
            claimed = residences.c.standing == Standing.CLAIMED
            confirmed = {"standing": standing, "way": way}
            await self.transaction.write(
                residences.update().where(here, claimed).values(**confirmed)
            )
        return residence_of((await self.transaction.read(sa.select(residences).where(here))).one())

    async def save_residence(self, residence: Residence) -> None:
        kept = {
            name: getattr(residence, name) for name in ("role", "standing", "moved_in", "until")
        }
        one = residences.update().where(residences.c.id == residence.id)
        await self.transaction.write(one.values(**kept))

    async def drop_residence(self, residence_id: int) -> None:
        await self.transaction.write(residences.delete().where(residences.c.id == residence_id))

    async def place(self, person_id: int) -> Place | None:
        one = sa.select(places).where(places.c.person_id == person_id)
        row = (await self.transaction.read(one)).first()
        if row is None:
            return None
        return Place(district=row.district, city=row.city, region=row.region)

    async def set_place(self, person_id: int, place: Place | None) -> None:
        await self.transaction.write(places.delete().where(places.c.person_id == person_id))
        if place is not None:
            row = {"person_id": person_id, **asdict(place)}
            await self.transaction.write(places.insert(), row)

    async def wrong_codes(self, person_id: int) -> WrongCodes | None:
        one = sa.select(code_tries).where(code_tries.c.person_id == person_id)
        row = (await self.transaction.read(one)).first()
        return WrongCodes(wrong=row.wrong, last_at=row.last_at) if row is not None else None

    async def set_wrong_codes(self, person_id: int, wrong: WrongCodes | None) -> None:
        mine = code_tries.c.person_id == person_id
        await self.transaction.write(code_tries.delete().where(mine))
        if wrong is not None:
            row = {"person_id": person_id, **asdict(wrong)}
            await self.transaction.write(code_tries.insert(), row)

    async def _homes(self, *which: sa.ColumnElement[bool]) -> Sequence[Home]:
        those = _HOMES.where(*which).order_by(residences.c.id)
        return [_home(row) for row in await self.transaction.read(those)]
