"""For neighbours without Telegram: a manager enters their sheet, and one day they may come.

Whoever is entered so is a person of their own, without a name, without consent to letters and with
a number that nobody in Telegram has: in no audience, and nothing can be sent to them.
"""

import secrets
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from surveys.maxdiff.asking import PAPER_SEED
from use_cases.access import require
from use_cases.conversations.beginning import begun
from use_cases.conversations.faults import SurveyNotOpen
from use_cases.conversations.walks import Walk
from use_cases.fieldwork.gate import NotInvited, check_open
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import BoundBy, Flat, Person, Role, Standing
from use_cases.records.people import NOT_IN_TELEGRAM

_NUMBERS = 2**59


@dataclass(frozen=True, slots=True)
class EnterForNeighbour:
    """A manager begins to enter somebody's sheet; the conversation is a resident's."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person, survey_key: str, flat: Flat | None) -> Walk:
        await require(self.work, actor, Role.MANAGER, "survey.enter", self.clock)
        survey = await self.work.surveys.open_version(survey_key)
        if survey is None:
            raise SurveyNotOpen
        now = self.clock.now()
        number = NOT_IN_TELEGRAM - secrets.randbelow(_NUMBERS)
        neighbour = await self.work.people.add(number, language=actor.language, at=now)
        if flat is not None:
            await self.work.homes.move_in(
                neighbour.id, flat.id, standing=Standing.CONFIRMED, way=BoundBy.MANAGER, at=now
            )
        with suppress(NotInvited):  # Whoever handed in a sheet was asked, on paper.
            await check_open(self.work, neighbour, survey, now)
        stored = await self.work.responses.start(
            survey.id, neighbour.id, begun(survey, neighbour, self.clock, seed=PAPER_SEED),
            test=False, source="paper", at=now,
        )  # fmt: skip
        await self.work.responses.mark_assisted(stored.id, entered_by=actor.id, at=now)
        detail = f"{stored.id}"
        await self.work.audit.note(actor.id, "survey.enter", at=now, detail=detail)
        await self.work.commit()
        entered = await self.work.responses.get(stored.id)
        assert entered is not None, "it was begun a moment ago"
        return Walk(survey=survey, stored=entered)


@dataclass(frozen=True, slots=True)
class DropSheet:
    """A manager leaves a sheet that was begun by mistake: it goes with its neighbour."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person, response_id: int) -> bool:
        await require(self.work, actor, Role.MANAGER, "survey.enter", self.clock)
        stored = await self.work.responses.get(response_id)
        if stored is None or stored.entered_by != actor.id:
            return False
        neighbour = await self.work.people.get(stored.person_id)
        await self.work.responses.delete(response_id)
        if neighbour is not None and not neighbour.has_telegram:
            await self.work.people.erase(neighbour.id)
        note = self.work.audit.note
        await note(actor.id, "survey.enter.dropped", at=self.clock.now(), detail=str(response_id))
        await self.work.commit()
        return True


@dataclass(frozen=True, slots=True)
class TakeOverSheets:
    """Somebody who came by their flat's code says that the sheets of their flat were theirs."""

    work: UnitOfWork
    clock: Clock

    async def waiting(self, person: Person, flat_id: int) -> Sequence[Person]:
        """People entered from paper in that flat, where the person lives, too."""
        homes = {home.flat.id: home for home in await self.work.homes.of_person(person.id)}
        home = homes.get(flat_id)
        if home is None or home.residence.standing is not Standing.CONFIRMED:
            return []
        bound = await self.work.homes.residents(home.building.id)
        others = [r.person_id for r in bound if r.flat_id == flat_id and r.person_id != person.id]
        people = await self.work.people.get_many(others)
        return [other for other in people if not other.has_telegram]

    async def __call__(self, person: Person, flat_id: int) -> int:
        """Their answers become the person's, but for surveys that they answered themselves."""
        taken = 0
        for neighbour in await self.waiting(person, flat_id):
            taken += await self.work.responses.hand_over(neighbour.id, person.id)
            await self.work.people.erase(neighbour.id)
        now = self.clock.now()
        await self.work.audit.note(person.id, "homes.sheets_taken", at=now, detail=str(flat_id))
        await self.work.commit()
        return taken
