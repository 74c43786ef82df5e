"""Many residents at once, each at their own phone, a given number of them at any time."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rehearsal.milestones import Milestones
from rehearsal.processes import Running
from rehearsal.resident import Intent, Resident, Visit
from rehearsal.trouble import Trouble
from sandbox.client import NothingHeardError, Person, SandboxClient
from surveys.questions import Survey

PEOPLE_PER_REQUEST = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """Somebody who will come: a first name, the language of their Telegram, and their intent."""

    first_name: str
    language: str
    intent: Intent


async def bring(client: SandboxClient, newcomers: Sequence[Newcomer]) -> list[Person]:
    """Bring them to life in the sandbox, in the same order."""
    people: list[Person] = []
    for start in range(0, len(newcomers), PEOPLE_PER_REQUEST):
        some = newcomers[start : start + PEOPLE_PER_REQUEST]
        people += await client.people(
            {"first_name": each.first_name, "language_code": each.language} for each in some
        )
    return people


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """Those who come, and the door by which they do."""

    survey: Survey
    link: str
    at_once: int
    bot: Running
    milestones: Milestones

    async def visit(
        self, people: Sequence[Person], newcomers: Sequence[Newcomer], name: str = "residents came"
    ) -> list[Visit]:
        """Let everybody visit; the visits in the order of the people."""
        doors = asyncio.Semaphore(self.at_once)
        with self.milestones.stretch(name, len(people)) as stretch:
            try:
                async with asyncio.TaskGroup() as group:
                    visits = [
                        group.create_task(self._one(person, newcomer, doors, stretch.advance))
                        for person, newcomer in zip(people, newcomers, strict=True)
                    ]
            except* NothingHeardError as silent:
                self.bot.check()
                raise Trouble(f"the bot fell silent: {silent.exceptions[0]}") from silent
        return [visit.result() for visit in visits]

    async def _one(
        self,
        person: Person,
        newcomer: Newcomer,
        doors: asyncio.Semaphore,
        done: Callable[[], None],
    ) -> Visit:
        async with doors:
            visit = await Resident(person, self.survey).visit(newcomer.intent, self.link)
        done()
        return visit
