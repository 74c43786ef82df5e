"""How somebody comes, agrees, chooses a language, and leaves for good."""

import re
from dataclasses import dataclass, replace

from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, Role

START_PAYLOAD = re.compile(
    r"(?:(?!__)(?P<survey>[a-z0-9_-]{1,32}?))?(?:__(?P<source>[A-Za-z0-9_-]{1,64}))?"
)
"""What a deep link may carry: `?start=survey`, `?start=survey__source` or `?start=__source`."""

NAME_CHARS_MAX = 64


@dataclass(frozen=True, slots=True)
class Invitation:
    """What the deep link named: a survey's key and where the person came from."""

    survey_key: str | None = None
    source: str | None = None

    @classmethod
    def read(cls, payload: str) -> "Invitation":
        """Read a /start payload; an unreadable one invites to nothing in particular."""
        found = START_PAYLOAD.fullmatch(payload)
        return cls(found["survey"], found["source"]) if found else cls()


@dataclass(frozen=True, slots=True)
class Meet:
    """Somebody writes: know them, or make their acquaintance. Nothing is committed here.

    The row of a stranger holds an id and a language only; a name is kept after consent.
    """

    work: UnitOfWork
    clock: Clock

    async def __call__(self, telegram_id: int, *, language: str) -> Person:
        known = await self.work.people.by_telegram_id(telegram_id)
        if known is None:
            return await self.work.people.add(telegram_id, language=language, at=self.clock.now())
        if known.unreachable_at is not None:
            there = replace(known, unreachable_at=None)
            await self.work.people.save(there, was=known)
            return there
        return known


@dataclass(frozen=True, slots=True)
class FollowLink:
    """A person came by a deep link: remember what it invited to."""

    work: UnitOfWork

    async def __call__(self, person: Person, invitation: Invitation) -> Person:
        invited = replace(
            person,
            wanted_survey=invitation.survey_key or person.wanted_survey,
            source=person.source or invitation.source,
        )
        if invited != person:
            await self.work.people.save(invited, was=person)
        await self.work.commit()
        return invited


@dataclass(frozen=True, slots=True)
class DropInvitation:
    """What a deep link named cannot be begun: it must not stand in the way of anything else."""

    work: UnitOfWork

    async def __call__(self, person: Person) -> Person:
        free = replace(person, wanted_survey=None)
        await self.work.people.save(free, was=person)
        await self.work.commit()
        return free


@dataclass(frozen=True, slots=True)
class Consent:
    """A person agrees that answers are kept; from now on their first name is, too."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, person: Person, *, name: str) -> Person:
        agreed = replace(
            person,
            consented_at=person.consented_at or self.clock.now(),
            name=name.strip()[:NAME_CHARS_MAX] or None,
        )
        await self.work.people.save(agreed, was=person)
        await self.work.commit()
        return agreed


@dataclass(frozen=True, slots=True)
class SpeakLanguage:
    """A person chooses the language that the bot speaks to them."""

    work: UnitOfWork

    async def __call__(self, person: Person, language: str) -> Person:
        speaking = replace(person, language=language)
        await self.work.people.save(speaking, was=person)
        await self.work.commit()
        return speaking


class LastAdminStays(Exception):
    """The only admin cannot be erased: nobody could answer for the data."""


@dataclass(frozen=True, slots=True)
class Forget:
    """A person is erased from every table; the ledger keeps nobody's account, balanced."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, person: Person) -> None:
        if person.role is Role.ADMIN and len(await self.work.people.with_role(Role.ADMIN)) == 1:
            raise LastAdminStays
        await self.work.people.erase(person.id)
        await self.work.audit.note(None, "forget", at=self.clock.now())
        await self.work.commit()


@dataclass(frozen=True, slots=True)
class MarkUnreachable:
    """Telegram says that a person blocked the bot."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, person: Person) -> None:
        gone = replace(person, unreachable_at=self.clock.now())
        await self.work.people.save(gone, was=person)
        await self.work.commit()
