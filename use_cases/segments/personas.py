"""A persona for each segment: the name and the face that managers know it by."""

from dataclasses import dataclass

from use_cases.access import require
from use_cases.broadcasting.previews import living_segment
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, Role

PERSONA_NAME_CHARS_MAX = 24


class PersonaNameUnfit(Exception):
    """A persona's name is empty or longer than PERSONA_NAME_CHARS_MAX."""


@dataclass(frozen=True, slots=True)
class Persona:
    """What was chosen for a segment; `name` None is the proposed one, `face` counts from 0."""

    name: str | None = None
    face: int = 0


async def persona_of(work: UnitOfWork, segment_id: int) -> Persona:
    """The persona as it was chosen, or the proposed one."""
    name = await work.house.get(_fact("name", segment_id))
    face = await work.house.get(_fact("face", segment_id))
    return Persona(name or None, int(face or 0))


@dataclass(frozen=True, slots=True)
class NamePersona:
    """A manager gives a segment's persona another name; it stays through later runs."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person, segment_id: int, name: str) -> None:
        await require(self.work, actor, Role.MANAGER, "segments.persona", self.clock)
        segment = await living_segment(self.work, segment_id)
        name = " ".join(name.split())
        if not name or len(name) > PERSONA_NAME_CHARS_MAX:
            raise PersonaNameUnfit
        await self.work.house.set(_fact("name", segment.id), name)
        await _noted(self.work, self.clock, actor, segment.id)


@dataclass(frozen=True, slots=True)
class AnotherFace:
    """A manager wants another face for a segment's persona, and the name proposed with it."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person, segment_id: int) -> None:
        await require(self.work, actor, Role.MANAGER, "segments.persona", self.clock)
        segment = await living_segment(self.work, segment_id)
        face = (await persona_of(self.work, segment.id)).face + 1
        await self.work.house.set(_fact("face", segment.id), str(face))
        await _noted(self.work, self.clock, actor, segment.id)


def _fact(what: str, segment_id: int) -> str:
    return f"persona-{what}:{segment_id}"


async def _noted(work: UnitOfWork, clock: Clock, actor: Person, segment_id: int) -> None:
    detail = f"segment {segment_id}"
    await work.audit.note(actor.id, "segments.persona", at=clock.now(), detail=detail)
    await work.commit()
