"""The store of buildings, flats and who lives where."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

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


class Homes(Protocol):
    async def buildings(self) -> Sequence[Building]:
        """All of them, as people order house numbers (2 before 12)."""
        ...

    async def building(self, building_id: int) -> Building | None: ...
    async def add_building(self, name: str, place: Place, *, at: datetime) -> Building:
        """A new building; if one of that name (as names are compared) is there, that one."""
        ...

    async def save_building(self, building: Building) -> None:
        """Write its name and place."""
        ...

    async def remove_building(self, building_id: int) -> None:
        """The building goes with its flats and whoever was bound to them."""
        ...

    async def flats(self, building_id: int) -> Sequence[Flat]:
        """As one walks through the building: by entrance, floor, number."""
        ...

    async def flat(self, flat_id: int) -> Flat | None: ...
    async def flat_numbered(self, building_id: int, number: str) -> Flat | None:
        """The flat of that number, as numbers are compared ("12 а" is "12А")."""
        ...

    async def flat_of_code(self, code: str) -> Flat | None: ...
    async def add_flats(self, building_id: int, facts: Sequence[FlatFacts]) -> int:
        """New flats; those whose number is there already are left as they are. How many came."""
        ...

    async def save_flats(self, flats: Sequence[Flat]) -> None:
        """Write their facts."""
        ...

    async def set_codes(self, codes: Mapping[int, str | None]) -> None:
        """Flat id -> its new code; None makes the old one void."""
        ...

    async def of_person(self, person_id: int) -> Sequence[Home]:
        """Where somebody lives now or says so, earliest first."""
        ...

    async def residence(self, residence_id: int) -> Home | None: ...
    async def claims(self) -> Sequence[Home]:
        """What people say of themselves and no manager has confirmed yet, earliest first."""
        ...

    async def residents(self, building_id: int) -> Sequence[Residence]:
        """Who lives in the building now, confirmed, by id."""
        ...

    async def living_in(self, building_ids: Iterable[int]) -> Mapping[int, Sequence[int]]:
        """Person id -> ids of the flats in those buildings where they live, confirmed."""
        ...

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
        """Bind somebody to a flat; whoever lives there already is handed back.

        A claim that is now confirmed (by a code, say) becomes so; a confirmed one stays confirmed.
        """
        ...

    async def save_residence(self, residence: Residence) -> None:
        """Write its role, standing, day of moving in, and end."""
        ...

    async def drop_residence(self, residence_id: int) -> None:
        """A claim that was not true leaves no trace."""
        ...

    async def place(self, person_id: int) -> Place | None: ...
    async def set_place(self, person_id: int, place: Place | None) -> None: ...
    async def wrong_codes(self, person_id: int) -> WrongCodes | None: ...
    async def set_wrong_codes(self, person_id: int, wrong: WrongCodes | None) -> None: ...
