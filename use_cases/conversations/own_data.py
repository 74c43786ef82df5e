"""A person asks for everything that is held about them, and gets it as files.

What there is comes from the same list of tables by which /forget erases (`storage.holdings`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from segmentation.rules.folding import folded
from surveys.questions import Survey
from use_cases.importing.matching import plain_username
from use_cases.ports import Clock, UnitOfWork
from use_cases.ports.people import Holdings
from use_cases.records import Person, StoredResponse

FILES_MAX = 3
FILES_DAYS = 1
"""So many times a day: a lost file can be had again, and nobody keeps the bot busy with them."""

TAKEN_ACT = "mydata"
REFUSED_ACT = "mydata.too_often"
OPERATOR_ACT = "mydata.by_operator"


class TooOften(Exception):
    """Everything was sent already as often as a day allows; `again_at`: when it can be had next."""

    def __init__(self, again_at: datetime) -> None:
        super().__init__(f"again at {again_at.isoformat()}")
        self.again_at = again_at


class NobodyOfThatName(Exception):
    """Nobody known to the bot has that number in Telegram or that @name."""


@dataclass(frozen=True, slots=True)
class OwnData:
    """All rows by table, the walks through surveys as values, and the surveys by their key.

    A sealed survey that the person finished is among `surveys` only: its answers lie without them.
    """

    person: Person
    held: Holdings
    walks: Sequence[tuple[Survey, StoredResponse]]
    surveys: Mapping[str, Survey]
    at: datetime


@dataclass(frozen=True, slots=True)
class MyData:
    """Somebody gets what is held about themselves: nobody else can be named here."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, person: Person) -> OwnData:
        now = self.clock.now()
        since = now - timedelta(days=FILES_DAYS)
        held = await self.work.people.held(person.id)
        taken = [
            row["at"]
            for row in held.get("audit", ())
            if row["act"] == TAKEN_ACT and row["at"] > since
        ]
        if len(taken) >= FILES_MAX:
            await self.work.audit.note(person.id, REFUSED_ACT, at=now)
            await self.work.commit()
            raise TooOften(sorted(taken)[-FILES_MAX] + timedelta(days=FILES_DAYS))
        await self.work.audit.note(person.id, TAKEN_ACT, at=now)
        data = await _gathered(self.work, person, now)
        await self.work.commit()
        return data


@dataclass(frozen=True, slots=True)
class DataOfPerson:
    """Whoever runs the bot takes out one person's data in the shell, to hand them over."""

    work: UnitOfWork
    clock: Clock

    async def by_operator(self, named: str) -> OwnData:
        """`named`: a number in Telegram, or an @name."""
        person, now = await self._person(named), self.clock.now()
        await self.work.audit.note(None, OPERATOR_ACT, at=now, detail=f"person:{person.id}")
        data = await _gathered(self.work, person, now)
        await self.work.commit()
        return data

    async def _person(self, named: str) -> Person:
        found = None
        if named.isascii() and named.isdigit():
            found = await self.work.people.by_telegram_id(int(named))
        elif named.startswith("@"):
            name = folded(plain_username(named))
            having = await self.work.facts.having(("username",), [name])
            those = having.get(name, frozenset())
            found = await self.work.people.get(*those) if len(those) == 1 else None
        if found is None:
            raise NobodyOfThatName(named)
        return found


async def _gathered(work: UnitOfWork, person: Person, now: datetime) -> OwnData:
    """The file tells of its own making too: the note of it is written before."""
    held = await work.people.held(person.id)
    walks = []
    for row in held.get("responses", ()):
        stored = await work.responses.get(row["id"])
        survey = await work.surveys.get(stored.survey_id) if stored is not None else None
        if stored is not None and survey is not None:
            walks.append((survey.survey, stored))
    named = {row["survey"] for name in ("takers", "memberships") for row in held.get(name, ())}
    surveys = {key: found.survey for key in named if (found := await work.surveys.latest(key))}
    return OwnData(person, held, walks, {w.key: w for w, _ in walks} | surveys, now)
