"""A manager puts the roster together by hand: a building in a few taps, a flat, away again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from use_cases.access import require
from use_cases.homes.codes import FlatGone
from use_cases.homes.names import NAME_CHARS_MAX, NUMBER_CHARS_MAX
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Building, Flat, FlatFacts, Home, Person, Place, Role

ENTRANCES_MAX, FLOORS_MAX, A_FLOOR_MAX = 30, 60, 30
FLATS_MAX = 3_000


class BuildingUnfit(Exception):
    """A name that is empty, too long or taken, or more flats than any house has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """ "5 entrances, 9 floors, 4 flats per floor": numbers run from the first entrance up."""

    entrances: int
    floors: int
    a_floor: int

    @property
    def flats(self) -> int:
        return self.entrances * self.floors * self.a_floor

    def lay_out(self) -> list[FlatFacts]:
        """Every flat with its entrance and floor."""
        return [
            FlatFacts(
                number=str(((e - 1) * self.floors + f - 1) * self.a_floor + place),
                entrance=str(e),
                floor=f,
            )
            for e in range(1, self.entrances + 1)
            for f in range(1, self.floors + 1)
            for place in range(1, self.a_floor + 1)
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseCard:
    """One building with its flats; `living` are people known in each flat, by its id."""

    building: Building
    flats: Sequence[Flat]
    living: Mapping[int, int]

    @property
    def people(self) -> int:
        return sum(self.living.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class FlatCard:
    """One flat with whoever is bound to it."""

    flat: Flat
    building: Building
    people: Sequence[tuple[Home, Person]]


@dataclass(frozen=True, slots=True)
class LookRoster:
    """A manager looks at the buildings, at one of them, or at a flat."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, person: Person) -> list[HouseCard]:
        await require(self.work, person, Role.MANAGER, "homes.look", self.clock)
        return [await self._card(building) for building in await self.work.homes.buildings()]

    async def may_look(self, person: Person) -> None:
        """Raises NotAllowed for whoever is no manager."""
        await require(self.work, person, Role.MANAGER, "homes.look", self.clock)

    async def one(self, person: Person, building_id: int) -> HouseCard:
        await require(self.work, person, Role.MANAGER, "homes.look", self.clock)
        building = await self.work.homes.building(building_id)
        if building is None:
            raise FlatGone
        return await self._card(building)

    async def flat(self, person: Person, building_id: int, number: str) -> FlatCard:
        """By its number, as somebody writes it."""
        house = await self.one(person, building_id)
        flat = await self.work.homes.flat_numbered(building_id, number)
        if flat is None:
            raise FlatGone
        bound = await self.work.homes.residents(building_id)
        here = {living.person_id: living for living in bound if living.flat_id == flat.id}
        people = await self.work.people.get_many(here)
        homes = [
            (Home(residence=here[each.id], flat=flat, building=house.building), each)
            for each in people
        ]
        return FlatCard(flat=flat, building=house.building, people=homes)

    async def _card(self, building: Building) -> HouseCard:
        living: dict[int, int] = {}
        for residence in await self.work.homes.residents(building.id):
            living[residence.flat_id] = living.get(residence.flat_id, 0) + 1
        flats = await self.work.homes.flats(building.id)
        return HouseCard(building=building, flats=flats, living=living)


@dataclass(frozen=True, slots=True)
class BuildByHand:
    """A manager adds a building of a regular shape, or one flat; or takes a building away."""

    work: UnitOfWork
    clock: Clock

    async def building(self, person: Person, name: str, shape: Shape) -> Building:
        await require(self.work, person, Role.MANAGER, "homes.add", self.clock)
        name = read_name(name)
        unfit = (
            not 1 <= shape.entrances <= ENTRANCES_MAX
            or not 1 <= shape.floors <= FLOORS_MAX
            or not 1 <= shape.a_floor <= A_FLOOR_MAX
            or shape.flats > FLATS_MAX
        )
        if unfit:
            raise BuildingUnfit
        building = await self.work.homes.add_building(name, Place(), at=self.clock.now())
        if await self.work.homes.flats(building.id):
            raise BuildingUnfit  # That house is there already: its flats are not mixed with these.
        await self.work.homes.add_flats(building.id, shape.lay_out())
        await self._note(person, "homes.added", f"{building.id}:{shape.flats}")
        return building

    async def flat(self, person: Person, building_id: int, number: str) -> None:
        """One more flat; one that is there already stays as it is."""
        await require(self.work, person, Role.MANAGER, "homes.add", self.clock)
        if await self.work.homes.building(building_id) is None:
            raise FlatGone
        number = " ".join(number.split())
        if not 1 <= len(number) <= NUMBER_CHARS_MAX or not any(map(str.isalnum, number)):
            raise BuildingUnfit
        await self.work.homes.add_flats(building_id, [FlatFacts(number=number)])
        await self._note(person, "homes.added", f"{building_id}:1")

    async def remove(self, person: Person, building_id: int) -> None:
        """The building goes with its flats, its codes and who was bound to it; people stay."""
        await require(self.work, person, Role.MANAGER, "homes.remove", self.clock)
        await self.work.homes.remove_building(building_id)
        await self._note(person, "homes.removed", str(building_id))

    async def _note(self, person: Person, act: str, detail: str) -> None:
        await self.work.audit.note(person.id, act, at=self.clock.now(), detail=detail)
        await self.work.commit()


def read_name(text: str) -> str:
    """A building's name as somebody wrote it; raises BuildingUnfit."""
    name = " ".join(text.split())
    if not 1 <= len(name) <= NAME_CHARS_MAX or not any(map(str.isalnum, name)):
        raise BuildingUnfit
    return name
