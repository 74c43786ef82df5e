"""A resident's own view of where they live: look, say what they are to the flat, move out."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from use_cases.conversations.faults import ConsentMissing
from use_cases.homes.codes import FlatGone
from use_cases.homes.names import PLACE_CHARS_MAX
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Building, Home, HomeRole, Person, Place, Residence, Standing

OWN_ROLES = (HomeRole.OWNER, HomeRole.TENANT, HomeRole.FAMILY)
"""What somebody says of themselves; who is of the council a manager says."""

MOVED_IN_FROM = date(1900, 1, 1)


class DayUnfit(Exception):
    """Nobody moves in tomorrow, or before the house stood."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """Where somebody lives, as far as the bot knows; `place` where there is no flat."""

    homes: Sequence[Home] = ()
    place: Place | None = None
    buildings: Sequence[Building] = field(default=())


@dataclass(frozen=True, slots=True)
class LookHome:
    """Somebody looks where they live, and where they could say that they live."""

    work: UnitOfWork

    async def __call__(self, person: Person) -> Whereabouts:
        if person.consented_at is None:
            raise ConsentMissing
        homes = self.work.homes
        return Whereabouts(
            homes=await homes.of_person(person.id),
            place=await homes.place(person.id),
            buildings=await homes.buildings(),
        )


@dataclass(frozen=True, slots=True)
class ChangeHome:
    """Somebody says more about their own home, or moves out of it."""

    work: UnitOfWork
    clock: Clock

    async def role(self, person: Person, residence_id: int, role: HomeRole) -> Home:
        """What they are to the flat; somebody of the council stays of the council."""
        home = await self._own(person, residence_id)
        if role not in OWN_ROLES or home.residence.role is HomeRole.COUNCIL:
            return home
        return await self._save(home, replace(home.residence, role=role))

    async def moved_in(self, person: Person, residence_id: int, day: date) -> Home:
        """Since when they live there."""
        if not MOVED_IN_FROM <= day <= self.clock.now().date():
            raise DayUnfit
        home = await self._own(person, residence_id)
        return await self._save(home, replace(home.residence, moved_in=day))

    async def move_out(self, person: Person, residence_id: int) -> Home:
        """They live there no longer; a claim that nobody confirmed goes altogether."""
        home = await self._own(person, residence_id)
        now = self.clock.now()
        if home.residence.standing is Standing.CLAIMED:
            await self.work.homes.drop_residence(residence_id)
            await self.work.commit()
            return home
        await self.work.audit.note(person.id, "homes.moved_out", at=now, detail=str(home.flat.id))
        return await self._save(home, replace(home.residence, until=now))

    async def _own(self, person: Person, residence_id: int) -> Home:
        for home in await self.work.homes.of_person(person.id):
            if home.residence.id == residence_id:
                return home
        raise FlatGone

    async def _save(self, home: Home, residence: Residence) -> Home:
        await self.work.homes.save_residence(residence)
        await self.work.commit()
        return replace(home, residence=residence)


@dataclass(frozen=True, slots=True)
class SayPlace:
    """Somebody who has no flat in the roster says their district, city and region."""

    work: UnitOfWork

    async def __call__(self, person: Person, place: Place | None) -> None:
        if person.consented_at is None:
            raise ConsentMissing
        await self.work.homes.set_place(person.id, place)
        await self.work.commit()


def read_place(text: str) -> Place | None:
    """The place in "Podil, Kyiv, Kyiv region", "Podil, Kyiv" or "Kyiv"; None if there is none."""
    parts = [
        " ".join(part.split())[:PLACE_CHARS_MAX] for part in text.replace("\n", ",").split(",")
    ]
    named = [part for part in parts if part]
    match named:
        case []:
            return None
        case [city]:
            return Place(city=city)
        case [district, city]:
            return Place(district=district, city=city)
        case [district, city, *region]:
            return Place(district=district, city=city, region=", ".join(region)[:PLACE_CHARS_MAX])
    return None
