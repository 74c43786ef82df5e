"""The whole main job once, from an empty database to the report, with whoever is to come."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.opening import open_database
from rehearsal.crowd import Crowd, Newcomer, bring
from rehearsal.figures import Figures, faults, read_figures, scheme_views
from rehearsal.manager import Manager, name_manager
from rehearsal.milestones import Milestones
from rehearsal.processes import Running, Stage, on_stage
from rehearsal.resident import End, Visit
from rehearsal.trouble import Trouble
from sandbox.client import NothingHeardError, Person, SandboxClient, SandboxRefusalError
from segmentation.run import Segment
from surveys.questions import Survey
from use_cases.ports import OpenWork
from use_cases.reporting.values import SIMULATED_FACT

TEAM = ("Admin", "Manager")

WriteLetter = Callable[[Segment, Survey, str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """What is to be performed.

    `letter` writes what the manager sends to a segment, in `language`, with `gift` points. With
    `simulated` the installation is marked so that every report says it.
    """

    survey_file: Path
    survey: Survey
    newcomers: Sequence[Newcomer]
    at_once: int
    language: str
    gift: int
    letter: WriteLetter
    simulated: bool
    out: Path
    database_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Performance:
    """What came of it; `seconds` by part, `faults` are sums that do not add up."""

    figures: Figures
    visits: Sequence[Visit]
    files: Sequence[Path]
    seconds: Mapping[str, float]
    faults: Sequence[str]

    @property
    def deeds(self) -> int:
        """Presses and messages of all residents."""
        return sum(visit.deeds for visit in self.visits)


async def perform(play: Play, folder: Path, milestones: Milestones) -> Performance:
    """Perform with a sandbox and a bot of our own; whatever fails is told with the logs' ends."""
    await asyncio.to_thread(play.out.mkdir, parents=True, exist_ok=True)
    async with open_database(play.database_url) as database:
        await _prepare(database.open_work, play)
        async with on_stage(folder) as stage, SandboxClient(stage.url) as client:
            team = await client.people(
                {"first_name": name, "language_code": play.language} for name in TEAM
            )
            admin, manager = team
            async with stage.bot(play.database_url, admin_ids=[admin.id]) as bot:
                milestones.say("sandbox and bot are up")
                async with telling_why(stage):
                    acts = _Acts(play, client, bot, milestones, database.open_work)
                    return await acts.all(admin, Manager(manager))


async def _prepare(open_work: OpenWork, play: Play) -> None:
    """Only an empty database will do: its sums are compared with what happens here."""
    async with open_work() as work:
        if await work.people.count():
            raise Trouble("the database holds people already; an empty one is needed.")
        if play.simulated:
            await work.house.set(SIMULATED_FACT, "yes")
        await work.commit()


@asynccontextmanager
async def telling_why(stage: Stage) -> AsyncIterator[None]:
    """Put the end of the bot's log behind whatever went wrong."""
    try:
        yield
    except (Trouble, NothingHeardError, SandboxRefusalError) as fault:
        logs = "\n".join(bot.tail() for bot in stage.bots)
        raise Trouble(f"{fault}\n--- the bot's log ends with:\n{logs}") from fault


class _Acts:
    """The parts of the performance, one after the other."""

    def __init__(
        self,
        play: Play,
        client: SandboxClient,
        bot: Running,
        milestones: Milestones,
        open_work: OpenWork,
    ) -> None:
        self.play, self.client, self.bot = play, client, bot
        self.milestones, self.open_work = milestones, open_work
        self.seconds: dict[str, float] = {}

    async def all(self, admin: Person, manager: Manager) -> Performance:
        await name_manager(admin, manager.person)
        await manager.publish(self.play.survey_file)
        self._mark("setting up", "a manager is named, the survey is published")
        visits = await self._visits()
        self._mark("answering", f"{len(visits)} people have been, {self._answers(visits)} answers")
        await manager.find_segments()
        self._mark("finding segments", "segments are looked for in each scheme")
        letters, arrived = await self._broadcasts(manager)
        self._mark("sending", f"{letters} broadcasts, {arrived} messages arrived")
        files = await manager.fetch_report(self.client, self.play.out)
        self._mark("reporting", f"the report is in {self.play.out}/")
        self.bot.check()
        return await self._performance(visits, arrived, files)

    async def _visits(self) -> list[Visit]:
        people = await bring(self.client, self.play.newcomers)
        crowd = Crowd(
            survey=self.play.survey,
            link=self.play.survey.key,
            at_once=self.play.at_once,
            bot=self.bot,
            milestones=self.milestones,
        )
        return await crowd.visit(people, self.play.newcomers)

    async def _broadcasts(self, manager: Manager) -> tuple[int, int]:
        """Write to each segment; how many broadcasts, and how many messages people have got."""
        await self.client.clear_calls()
        async with self.open_work() as work:
            views = await scheme_views(work, self.play.survey.key)
        letters = 0
        for view in views:
            for segment in view.segments:
                found = view.run.segment(int(segment.key)) if view.run else None
                assert found is not None, "a living segment is in the newest run"
                text = self.play.letter(found, self.play.survey, self.play.language)
                await manager.broadcast(segment.id, text, self.play.gift)
                letters += 1
        team = manager.person.id
        calls = await self.client.calls("sendMessage")
        return letters, sum(call.chat_id != team for call in calls)

    async def _performance(
        self, visits: Sequence[Visit], arrived: int, files: Sequence[Path]
    ) -> Performance:
        async with self.open_work() as work:
            key, language = self.play.survey.key, self.play.language
            figures = await read_figures(work, key, visits, language)
        kept = sum(visit.end is not End.DECLINED for visit in visits)
        gifts = figures.messages.get("sent", 0) * self.play.gift
        expected = {
            "people": kept + len(TEAM),
            "points": figures.completed * self.play.survey.points + gifts,
            "arrived": arrived,
        }
        return Performance(
            figures=figures,
            visits=visits,
            files=files,
            seconds=self.seconds,
            faults=faults(figures, visits, expected=expected),
        )

    def _mark(self, part: str, line: str) -> None:
        self.seconds[part] = self.milestones.seconds - sum(self.seconds.values())
        self.milestones.say(line)

    @staticmethod
    def _answers(visits: Sequence[Visit]) -> int:
        return sum(len(visit.given) for visit in visits)
