"""A manager decides whether what people say in own words counts in a scheme."""

from dataclasses import dataclass

from segmentation.values import open_questions
from surveys.questions import OpenQuestion
from use_cases.access import require
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, Role
from use_cases.segments.segmenting import NothingToSegment, SchemeView, view_scheme


def asked_openly(view: SchemeView) -> tuple[OpenQuestion, ...]:
    """The questions of own words that count in the scheme, or could."""
    if view.survey is None:
        return ()
    return open_questions(view.survey.survey, view.scheme.grounds)


@dataclass(frozen=True, slots=True)
class CountOwnWords:
    """Own words count in a scheme, or are left out, from the next run on."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person, scheme_id: int, *, on: bool) -> SchemeView:
        """The scheme as it stands then; raises NothingToSegment where nobody is asked for any."""
        await require(self.work, actor, Role.MANAGER, "segments.themes", self.clock)
        scheme = await self.work.segments.get_scheme(scheme_id)
        if scheme is None or not asked_openly(await view_scheme(self.work, scheme)):
            raise NothingToSegment
        if scheme.themes != on:
            await self.work.segments.count_themes(scheme_id, on)
            act = "segments.themes.count" if on else "segments.themes.leave"
            await self.work.audit.note(actor.id, act, at=self.clock.now(), detail=str(scheme_id))
        found = await self.work.segments.get_scheme(scheme_id)
        assert found is not None
        view = await view_scheme(self.work, found)
        await self.work.commit()
        return view
