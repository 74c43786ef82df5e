"""How somebody comes, agrees, chooses a language, and leaves for good."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from use_cases.fieldwork.gate import PERSONAL, came_by_link
from use_cases.importing.matching import plain_username
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, Role
from use_cases.records.rules import Fact

START_PAYLOAD = re.compile(
    r"(?:(?!__)(?P<survey>[a-z0-9_-]{1,32}?))?(?:__(?P<source>[A-Za-z0-9_-]{1,64}))?"
)
"""What a deep link may carry: `?start=survey`, `?start=survey__source` or `?start=__source`."""

SHORT_PAYLOAD = re.compile(r"S-(\d{1,18})(?=__|$)")
"""What names a short survey in place of a survey: `?start=S-3` or `?start=S-3__source`."""

DETAILS = ("medium", "campaign", "content", "term")
"""What may follow the source in a link, each after two underscores: `__flyer__print__may`."""

FRIEND_SOURCE = "friend"
FRIEND = re.compile(r"friend-(\d{1,18})")
"""The source of a link that somebody gave a neighbour: whose it is, by their number in the bot."""

NAME_CHARS_MAX = 64


def short_payload(scheme_id: int) -> str:
    """What a link to a scheme's short survey carries behind `?start=`."""
    return f"S-{scheme_id}"


@dataclass(frozen=True, slots=True)
class Invitation:
    """What the deep link named: a survey's key and where the person came from."""

    survey_key: str | None = None
    source: str | None = None
    details: Mapping[str, str] = field(default_factory=dict)
    referrer: int | None = None
    short: int | None = None  # The scheme of a short survey, in place of a survey.

    @classmethod
    def read(cls, payload: str) -> "Invitation":
        """Read a /start payload; an unreadable one invites to nothing in particular."""
        to_short = SHORT_PAYLOAD.match(payload)
        if to_short is not None:
            plain = cls.read(payload[to_short.end() :])
            return replace(plain, short=int(to_short[1]))
        found = START_PAYLOAD.fullmatch(payload)
        if found is None:
            return cls()
        source = found["source"]
        if source is None or source.startswith(PERSONAL):
            return cls(found["survey"], source)
        friend = FRIEND.fullmatch(source)
        if friend is not None:
            return cls(found["survey"], FRIEND_SOURCE, referrer=int(friend[1]))
        first, *rest = source.split("__")
        details = {name: part for name, part in zip(DETAILS, rest, strict=False) if part}
        return cls(found["survey"], first or None, details)


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
    clock: Clock

    async def __call__(self, person: Person, invitation: Invitation) -> Person:
        short = invitation.short
        key = invitation.survey_key if short is None else await self._asked_in_short(short)
        if key is not None:
            await came_by_link(self.work, person, key, invitation.source, self.clock.now())
        named = short is not None or invitation.survey_key is not None
        invited = replace(
            person,
            wanted_survey=invitation.survey_key if named else person.wanted_survey,
            wanted_short=short if named else person.wanted_short,
            source=person.source or invitation.source,
        )
        if invited != person:
            await self.work.people.save(invited, was=person)
        if person.source is None and person.consented_at is None:
            await self._note(person, invitation)
        await self.work.commit()
        return invited

    async def _asked_in_short(self, scheme_id: int) -> str | None:
        scheme = await self.work.segments.get_scheme(scheme_id)
        return scheme.survey_key if scheme is not None else None

    async def _note(self, person: Person, invitation: Invitation) -> None:
        """What else the link says of where somebody came from, and who brought them."""
        facts = [Fact(person.id, (name,), text) for name, text in invitation.details.items()]
        if invitation.referrer not in {None, person.id}:
            friend = await self.work.people.get(invitation.referrer or 0)
            if friend is not None and friend.consented_at is not None:
                facts.append(Fact(person.id, ("referrer",), str(friend.id)))
        if facts:
            await self.work.facts.note(facts, at=self.clock.now())


@dataclass(frozen=True, slots=True)
class DropInvitation:
    """What a deep link named cannot be begun: it must not stand in the way of anything else."""

    work: UnitOfWork

    async def __call__(self, person: Person) -> Person:
        free = replace(person, wanted_survey=None, wanted_short=None)
        await self.work.people.save(free, was=person)
        await self.work.commit()
        return free


@dataclass(frozen=True, slots=True)
class Consent:
    """A person agrees that answers are kept; from now on their names in Telegram are, too."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, person: Person, *, name: str, username: str | None = None) -> Person:
        agreed = replace(
            person,
            consented_at=person.consented_at or self.clock.now(),
            name=name.strip()[:NAME_CHARS_MAX] or None,
        )
        await self.work.people.save(agreed, was=person)
        if username:
            fact = Fact(person.id, ("username",), plain_username(username))
            await self.work.facts.note([fact], at=self.clock.now())
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
