"""Who answers for the data: the first admin claims the bot, admins name managers."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass, replace

from use_cases.access import require
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Dialogue, Person, Role

CLAIM_FACT = "claim_code_hash"
CLAIM_BYTES = 9  # 12 characters of base64url: too many to guess, short enough to type.


def _hash(code: str) -> str:
    return hashlib.sha256(code.strip().encode()).hexdigest()


class PersonUnknown(Exception):
    """Nobody of that Telegram id has written to the bot yet."""


class NamedInSettings(Exception):
    """Who is named in ADMIN_IDS stays an admin until that setting is changed."""


class CannotDemoteYourself(Exception):
    """An admin cannot take their own role away: another admin may."""


@dataclass(frozen=True, slots=True)
class OfferClaim:
    """At the first start: a one-time code that makes whoever sends it the first admin.

    None where an admin exists already. The code itself is not kept, only its hash; a new start
    without an admin makes a new code, the old one no longer works.
    """

    work: UnitOfWork

    async def __call__(self, appointed: tuple[int, ...] = ()) -> str | None:
        if appointed or await self.work.people.with_role(Role.ADMIN):
            kept = await self.work.house.get(CLAIM_FACT)
            if kept is not None:  # A code of an earlier start stands in old logs: it is void.
                await self.work.house.take(CLAIM_FACT, kept)
                await self.work.commit()
            return None
        code = secrets.token_urlsafe(CLAIM_BYTES)
        await self.work.house.set(CLAIM_FACT, _hash(code))
        await self.work.commit()
        return code


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody sends the one-time code; True if it was right and they are the admin now."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, person: Person, code: str) -> bool:
        kept = await self.work.house.get(CLAIM_FACT)
        right = (
            kept is not None
            and hmac.compare_digest(kept, _hash(code))
            and not await self.work.people.with_role(Role.ADMIN)
        )
        if not right or kept is None or not await self.work.house.take(CLAIM_FACT, kept):
            await self.work.audit.note(person.id, "claim.wrong", at=self.clock.now())
            await self.work.commit()
            return False
        await self.work.people.save(replace(person, role=Role.ADMIN), was=person)
        await self.work.audit.note(person.id, "claim.taken", at=self.clock.now())
        await self.work.commit()
        return True


@dataclass(frozen=True, slots=True)
class AppointAdmins:
    """The ids in ADMIN_IDS are admins: those known are made so at the start, others on arrival."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, telegram_ids: tuple[int, ...]) -> None:
        for telegram_id in telegram_ids:
            person = await self.work.people.by_telegram_id(telegram_id)
            if person is not None and person.role is not Role.ADMIN:
                await self.work.people.save(replace(person, role=Role.ADMIN), was=person)
                await self.work.audit.note(
                    person.id, "roles.appointed", at=self.clock.now(), detail="ADMIN_IDS"
                )
        await self.work.commit()


@dataclass(frozen=True, slots=True)
class SetRole:
    """An admin makes somebody a manager or an admin, or a resident again."""

    work: UnitOfWork
    clock: Clock
    appointed: tuple[int, ...] = ()  # Named in ADMIN_IDS: they would be admins again at once.

    async def __call__(self, actor: Person, telegram_id: int, role: Role) -> Person:
        await require(self.work, actor, Role.ADMIN, "roles.set", self.clock)
        if telegram_id in self.appointed and role is not Role.ADMIN:
            raise NamedInSettings
        if telegram_id == actor.telegram_id and role is not actor.role:
            raise CannotDemoteYourself
        person = await self.work.people.by_telegram_id(telegram_id)
        if person is None:
            raise PersonUnknown
        changed = replace(person, role=role)
        await self.work.people.save(changed, was=person)
        if role is Role.RESIDENT:
            await self._drop_drafts(person)
        await self.work.audit.note(
            actor.id, "roles.set", at=self.clock.now(), detail=f"{person.id}:{role}"
        )
        await self.work.commit()
        return changed

    async def _drop_drafts(self, person: Person) -> None:
        """What only managers may see goes with the role: a half-written draft, a survey on try."""
        await self.work.people.save_dialogue(person.id, Dialogue())
        responses = self.work.responses
        while (walk := await responses.unfinished(person.id)) is not None and walk.test:
            await responses.delete(walk.id)


@dataclass(frozen=True, slots=True)
class ListTeam:
    """An admin looks who the managers and admins are, admins first."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person) -> list[Person]:
        await require(self.work, actor, Role.ADMIN, "roles.list", self.clock)
        people = self.work.people
        return [*await people.with_role(Role.ADMIN), *await people.with_role(Role.MANAGER)]
