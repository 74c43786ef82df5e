"""What a report shows beside its figures: portraits, personas, and who moved."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from segmentation.grounds import Grounds
from segmentation.run import SegmentationRun
from use_cases.access import require
from use_cases.ports import Clock, OpenWork
from use_cases.records import Person, Role
from use_cases.reporting.opining import Opinions
from use_cases.reporting.portraits import Portrait
from use_cases.reporting.sitting import Material, gather_material
from use_cases.segments.doings import NO_SURVEY
from use_cases.segments.following import Flows, Follow, FollowSegments, NothingToFollow
from use_cases.segments.personas import Persona, persona_of

Portray = Callable[[Material], Awaitable[tuple[Portrait, ...]]]
"""Runs use_cases.reporting.portraying.portray somewhere that does not hold up the bot."""

Opine = Callable[[Material], Awaitable[Opinions | None]]
"""Runs use_cases.reporting.opining.opine likewise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Illustration:
    """One scheme; `personas` are by segment id, `flows` None before there are two waves,
    `opinions` where it does not rest on votes."""

    portraits: tuple[Portrait, ...] = ()
    personas: Mapping[int, Persona] = field(default_factory=dict)
    run: SegmentationRun | None = None
    flows: Flows | None = None
    opinions: Opinions | None = None


@dataclass(frozen=True, slots=True)
class CollectIllustrations:
    """For a manager's report on a survey; reading and computing are apart."""

    open_work: OpenWork
    clock: Clock
    zone: ZoneInfo
    portray: Portray
    opine: Opine
    follow: Follow

    async def __call__(self, actor: Person | None, survey_key: str) -> dict[Grounds, Illustration]:
        """Of each scheme that has segments, of the survey's and of those that rest on none.

        `actor` None is whoever has the database.
        """
        async with self.open_work() as work:
            if actor is not None:
                await require(work, actor, Role.MANAGER, "report", self.clock)
            materials = {
                scheme: material
                for scheme in await work.segments.schemes()
                if scheme.survey_key in {survey_key, NO_SURVEY}
                and (
                    material := await gather_material(work, scheme, self.zone, self.clock)
                ).segments
            }
            personas = {
                segment.id: await persona_of(work, segment.id)
                for material in materials.values()
                for segment in material.segments
            }
            await work.rollback()
        found = {}
        for scheme, material in materials.items():
            found[scheme.grounds] = Illustration(
                portraits=await self.portray(material),
                personas={s.id: personas[s.id] for s in material.segments},
                run=material.run,
                flows=await self._flows(actor, scheme.id),
                opinions=await self.opine(material),
            )
        return found

    async def _flows(self, actor: Person | None, scheme_id: int) -> Flows | None:
        errand = FollowSegments(self.open_work, self.clock, self.follow)
        try:
            return await errand.flows(actor, scheme_id)
        except NothingToFollow:
            return None
