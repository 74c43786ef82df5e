"""Somebody says where they live: by their flat's code, or by word, which a manager confirms."""

from dataclasses import dataclass, replace

from use_cases.access import require
from use_cases.conversations.faults import ConsentMissing
from use_cases.homes.codes import PAUSE, WRONG_MAX, FlatGone, read_code
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import (
    BoundBy,
    Home,
    HomeRole,
    Person,
    Role,
    Standing,
    WrongCodes,
)


class WrongCode(Exception):
    """No flat has this code; `left` more tries before a pause."""

    def __init__(self, *, left: int) -> None:
        super().__init__(f"{left} tries left")
        self.left = left


class CodesPaused(Exception):
    """Too many wrong codes in a row: the next one is taken in so many minutes."""

    def __init__(self, *, minutes: int) -> None:
        super().__init__(f"paused for {minutes} minutes")
        self.minutes = minutes


class NoSuchFlat(Exception):
    """The roster has no flat of that number in that building."""

    def __init__(self, *, building: str, number: str) -> None:
        super().__init__("no such flat")
        self.building, self.number = building, number


@dataclass(frozen=True, slots=True)
class UseCode:
    """Somebody sends the code on their door card, by link, QR or typing: they live there."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, person: Person, text: str) -> Home:
        if person.consented_at is None:
            raise ConsentMissing
        homes, now = self.work.homes, self.clock.now()
        before = await homes.wrong_codes(person.id)
        if before is not None and now - before.last_at >= PAUSE:
            before = None  # The pause is over, or the tries were long ago.
        if before is not None and before.wrong >= WRONG_MAX:
            left = before.last_at + PAUSE - now
            raise CodesPaused(minutes=max(1, -(-int(left.total_seconds()) // 60)))
        code = read_code(text)
        flat = await homes.flat_of_code(code) if code is not None else None
        if flat is None:
            raise await self._wrong(person, before)
        living = await homes.move_in(
            person.id, flat.id, standing=Standing.CONFIRMED, way=BoundBy.CODE, at=now
        )
        if before is not None:
            await homes.set_wrong_codes(person.id, None)
        await self.work.audit.note(person.id, "homes.moved_in", at=now, detail=str(flat.id))
        await self.work.commit()
        home = await homes.residence(living.id)
        assert home is not None, "it was written a moment ago"
        return home

    async def _wrong(self, person: Person, before: WrongCodes | None) -> Exception:
        """Count it; the count is kept whatever becomes of the errand."""
        now = self.clock.now()
        wrong = WrongCodes(wrong=(before.wrong if before else 0) + 1, last_at=now)
        await self.work.homes.set_wrong_codes(person.id, wrong)
        await self.work.audit.note(person.id, "homes.code.wrong", at=now)
        await self.work.commit()
        left = WRONG_MAX - wrong.wrong
        minutes = int(PAUSE.total_seconds() // 60)
        return WrongCode(left=left) if left > 0 else CodesPaused(minutes=minutes)


@dataclass(frozen=True, slots=True)
class ClaimFlat:
    """Somebody says "I live in 12A, flat 45"; it waits until a manager confirms it."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, person: Person, building_id: int, number: str) -> Home:
        if person.consented_at is None:
            raise ConsentMissing
        homes = self.work.homes
        building = await homes.building(building_id)
        if building is None:
            raise FlatGone
        flat = await homes.flat_numbered(building_id, number)
        if flat is None:
            raise NoSuchFlat(building=building.name, number=number)
        for earlier in await homes.of_person(person.id):
            if earlier.residence.standing is Standing.CLAIMED and earlier.flat.id != flat.id:
                await homes.drop_residence(earlier.residence.id)  # Only one claim at a time waits.
        living = await homes.move_in(
            person.id, flat.id, standing=Standing.CLAIMED, way=BoundBy.CLAIM, at=self.clock.now()
        )
        await self.work.commit()
        return Home(residence=living, flat=flat, building=building)


@dataclass(frozen=True, slots=True)
class DecideClaim:
    """A manager confirms what somebody said, or not."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person, residence_id: int, *, true: bool) -> Home | None:
        """The home decided on; None if somebody else has decided, or the claim was taken back."""
        await require(self.work, actor, Role.MANAGER, "homes.decide", self.clock)
        home = await self.work.homes.residence(residence_id)
        if home is None or home.residence.standing is not Standing.CLAIMED or home.residence.until:
            return None
        if true:
            confirmed = replace(home.residence, standing=Standing.CONFIRMED)
            await self.work.homes.save_residence(confirmed)
            home = replace(home, residence=confirmed)
        else:
            await self.work.homes.drop_residence(residence_id)
        await self.work.audit.note(
            actor.id,
            "homes.confirmed" if true else "homes.declined",
            at=self.clock.now(),
            detail=f"{home.residence.person_id}:{home.flat.id}",
        )
        await self.work.commit()
        return home


@dataclass(frozen=True, slots=True)
class ListClaims:
    """A manager looks which claims wait, with the people who make them."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person) -> list[tuple[Home, Person]]:
        await require(self.work, actor, Role.MANAGER, "homes.claims", self.clock)
        homes = await self.work.homes.claims()
        people = await self.work.people.get_many(home.residence.person_id for home in homes)
        by_id = {person.id: person for person in people}
        return [(home, by_id[home.residence.person_id]) for home in homes]


@dataclass(frozen=True, slots=True)
class Unbind:
    """A manager notes that somebody does not live in a flat any more, or is of the council."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person, residence_id: int) -> Home:
        await require(self.work, actor, Role.MANAGER, "homes.unbind", self.clock)
        home = await self._home(residence_id)
        ended = replace(home.residence, until=self.clock.now())
        await self.work.homes.save_residence(ended)
        detail = f"{ended.person_id}:{ended.flat_id}"
        await self.work.audit.note(actor.id, "homes.unbound", at=self.clock.now(), detail=detail)
        await self.work.commit()
        return replace(home, residence=ended)

    async def as_role(self, actor: Person, residence_id: int, role: HomeRole) -> Home:
        """What the person is to the flat; only a manager names somebody of the council."""
        await require(self.work, actor, Role.MANAGER, "homes.role", self.clock)
        home = await self._home(residence_id)
        changed = replace(home.residence, role=role)
        await self.work.homes.save_residence(changed)
        detail = f"{changed.person_id}:{changed.flat_id}:{role}"
        await self.work.audit.note(actor.id, "homes.role", at=self.clock.now(), detail=detail)
        await self.work.commit()
        return replace(home, residence=changed)

    async def _home(self, residence_id: int) -> Home:
        home = await self.work.homes.residence(residence_id)
        if home is None or home.residence.until is not None:
            raise FlatGone
        return home
