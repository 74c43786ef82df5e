"""Who may do what: each errand asks here first, whatever the handler before it has checked."""

from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, Role

REFUSED_ACT = "refused"


class NotAllowed(Exception):
    """Somebody asked for what their role does not open: the role `needed` and the `act`'s code."""

    def __init__(self, *, needed: Role, act: str) -> None:
        super().__init__(f"{act} needs the role {needed}")
        self.needed, self.act = needed, act


async def require(work: UnitOfWork, person: Person, role: Role, act: str, clock: Clock) -> None:
    """Let `person` go on if their role opens `act`; else note the refusal and raise NotAllowed.

    The note is committed here, so that it outlives the refused errand. Therefore call this first:
    whatever the errand had written before would be committed with it.
    """
    if person.role.may_act_as(role):
        return
    await note_refusal(work, person, act, clock)
    raise NotAllowed(needed=role, act=act)


async def note_refusal(work: UnitOfWork, person: Person, act: str, clock: Clock) -> None:
    """Write down that `person` was refused, and commit it: the refused errand goes no further."""
    await work.audit.note(person.id, REFUSED_ACT, at=clock.now(), detail=act)
    await work.commit()
