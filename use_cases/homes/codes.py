"""Invitation codes of flats: short, nothing in them to mistake, too many to guess."""

import re
import secrets
from dataclasses import dataclass
from datetime import timedelta

from use_cases.access import require
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Flat, Person, Role

# No vowels (no words come about), and of each pair that looks alike in print none: 0/O, 1/I/L,
# 2/Z, 5/S, 8/B, U/V.
ALPHABET = "CDFGHJKMNPQRTWXY34679"
CODE_CHARS = 8
WRONG_MAX = 7  # So many wrong codes in a row, then a pause.
PAUSE = timedelta(hours=1)

_LOOK_ALIKES = str.maketrans("СНКМРТХУ", "CHKMPTXY")  # Typed on a Cyrillic keyboard.
_LINK = re.compile(rf"H-([{ALPHABET}]{{{CODE_CHARS}}})(?:-(.+))?")

assert len(ALPHABET) ** CODE_CHARS > 10_000_000_000, "a guess among ten thousand flats is hopeless"


class FlatGone(Exception):
    """The flat or building that a button names is no longer in the roster."""


def new_code() -> str:
    """A code that nobody can foresee."""
    while True:
        code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_CHARS))
        if not code.isdecimal():  # Digits alone could be the answer to a question.
            return code


def read_code(text: str) -> str | None:
    """The code that somebody typed: in any case, with spaces or dashes, in look-alike letters."""
    plain = re.sub(r"[\s\-–—]", "", text).upper().translate(_LOOK_ALIKES)
    fits = re.fullmatch(rf"[{ALPHABET}]{{{CODE_CHARS}}}", plain) and not plain.isdecimal()
    return plain if fits else None


def shown_code(code: str) -> str:
    """As it is printed, in two halves."""
    half = len(code) // 2
    return f"{code[:half]}-{code[half:]}"


def door_payload(code: str, survey_key: str | None = None) -> str:
    """What a flat's personal link carries behind `?start=`; it may name a survey to begin."""
    return f"H-{code}-{survey_key}" if survey_key else f"H-{code}"


def read_door_payload(payload: str) -> tuple[str | None, str]:
    """The flat's code in a /start payload, if there is one, and the rest of the payload."""
    found = _LINK.fullmatch(payload)
    return (found[1], found[2] or "") if found else (None, payload)


@dataclass(frozen=True, slots=True)
class MakeCodes:
    """A manager wants codes for every flat of a building; those made before stay."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, person: Person, building_id: int) -> list[Flat]:
        await require(self.work, person, Role.MANAGER, "homes.codes", self.clock)
        flats = await self.work.homes.flats(building_id)
        if not flats:
            raise FlatGone
        fresh: dict[int, str | None] = {flat.id: new_code() for flat in flats if flat.code is None}
        await self.work.homes.set_codes(fresh)
        if fresh:
            now = self.clock.now()
            detail = f"{building_id}:{len(fresh)}"
            await self.work.audit.note(person.id, "homes.codes", at=now, detail=detail)
        await self.work.commit()
        return list(await self.work.homes.flats(building_id))


@dataclass(frozen=True, slots=True)
class ChangeCode:
    """A manager gives a flat a new code, or none; the old one no longer works."""

    work: UnitOfWork
    clock: Clock

    async def renew(self, person: Person, flat_id: int) -> Flat:
        """A new code: for when the old card was lost."""
        return await self._change(person, flat_id, new_code())

    async def revoke(self, person: Person, flat_id: int) -> Flat:
        """No code at all until a new one is made."""
        return await self._change(person, flat_id, None)

    async def _change(self, person: Person, flat_id: int, code: str | None) -> Flat:
        await require(self.work, person, Role.MANAGER, "homes.code", self.clock)
        if await self.work.homes.flat(flat_id) is None:
            raise FlatGone
        await self.work.homes.set_codes({flat_id: code})
        act = "homes.code.renewed" if code else "homes.code.revoked"
        await self.work.audit.note(person.id, act, at=self.clock.now(), detail=str(flat_id))
        await self.work.commit()
        changed = await self.work.homes.flat(flat_id)
        assert changed is not None, "it was there a moment ago"
        return changed
