"""A manager says how many people a segment must have at least."""

from dataclasses import dataclass

from segmentation.grounds import Doings
from segmentation.values import usual_floor
from use_cases.access import require
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, Role
from use_cases.segments.segmenting import NothingToSegment, SchemeView, view_scheme

SMALLEST = (10, 15, 20, 30, 50, 100)
"""What a manager may choose from: in fewer than ten people everybody would be known by name."""


def has_floor(view: SchemeView) -> bool:
    """Whether segments of the scheme are found, not cut by a definition."""
    return view.scheme.grounds.doings is not Doings.RFM


def floor_now(view: SchemeView) -> int:
    """The smallest segment that the next search would allow, as far as is known by now."""
    people = view.run.placed if view.run is not None else view.counts.completed
    return view.scheme.smallest or usual_floor(people)


@dataclass(frozen=True, slots=True)
class AllowSmallest:
    """The smallest segment allowed in a scheme, from the next search on; None: as usual."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person, scheme_id: int, smallest: int | None) -> SchemeView:
        """The scheme as it stands then; raises NothingToSegment for a number that is not offered,
        and where segments are cut by a definition."""
        await require(self.work, actor, Role.MANAGER, "segments.smallest", self.clock)
        scheme = await self.work.segments.get_scheme(scheme_id)
        if scheme is None or not has_floor(await view_scheme(self.work, scheme)):
            raise NothingToSegment
        if smallest is not None and smallest not in SMALLEST:
            raise NothingToSegment
        if scheme.smallest != smallest:
            await self.work.segments.allow(scheme_id, smallest)
            detail = f"{scheme_id}: {smallest or 'usual'}"
            at = self.clock.now()
            await self.work.audit.note(actor.id, "segments.smallest", at=at, detail=detail)
        found = await self.work.segments.get_scheme(scheme_id)
        assert found is not None
        view = await view_scheme(self.work, found)
        await self.work.commit()
        return view
