"""A manager looks by what else people could be divided."""

from dataclasses import dataclass

from segmentation.grounds import Doings, Grounds
from segmentation.values import Recipe
from use_cases.access import require
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, Role, StoredSurvey
from use_cases.segments.doings import NO_SURVEY, doings_in_use, offered_doings
from use_cases.segments.segmenting import (
    NothingToSegment,
    SchemeGone,
    SchemeView,
    bases_of,
    grounds_in_use,
    published,
    view_scheme,
)


@dataclass(frozen=True, slots=True)
class Ways:
    """Surveys, and things that people did, by which nobody has divided them yet."""

    surveys: tuple[StoredSurvey, ...]
    doings: tuple[Doings, ...]


@dataclass(frozen=True, slots=True)
class FindWays:
    """Every way of dividing people, in use or not."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person) -> Ways:
        await require(self.work, actor, Role.MANAGER, "segments.list", self.clock)
        surveys = [
            survey
            for survey in await published(self.work)
            if bases_of(survey.survey) and not await grounds_in_use(self.work, survey.survey)
        ]
        used = await doings_in_use(self.work)
        offered = await offered_doings(self.work)
        return Ways(
            surveys=tuple(surveys),
            doings=tuple(each for each in offered if Grounds(doings=each) not in used),
        )

    async def choose(self, actor: Person, survey_id: int, grounds: Grounds) -> SchemeView:
        """The scheme of a survey on these grounds, before anything is found too.

        Raises NothingToSegment if the survey asks nothing for them.
        """
        await require(self.work, actor, Role.MANAGER, "segments.list", self.clock)
        survey = await self.work.surveys.get(survey_id)
        if survey is None or not Recipe.from_survey(survey.survey, grounds).items:
            raise NothingToSegment
        scheme = await self.work.segments.scheme(survey.survey.key, grounds)
        view = await view_scheme(self.work, scheme)
        await self.work.commit()
        return view

    async def by_doings(self, actor: Person, doings: Doings) -> SchemeView:
        """The scheme on what people did, before anything is found too."""
        await require(self.work, actor, Role.MANAGER, "segments.list", self.clock)
        scheme = await self.work.segments.scheme(NO_SURVEY, Grounds(doings=doings))
        view = await view_scheme(self.work, scheme)
        await self.work.commit()
        return view

    async def of(
        self, actor: Person, survey_id: int
    ) -> tuple[StoredSurvey, tuple[SchemeView, ...]]:
        """A survey and its schemes that were looked for; raises SchemeGone without one."""
        await require(self.work, actor, Role.MANAGER, "segments.list", self.clock)
        survey = await self.work.surveys.get(survey_id)
        if survey is None:
            raise SchemeGone
        used = await grounds_in_use(self.work, survey.survey)
        views = [
            await view_scheme(self.work, scheme)
            for scheme in await self.work.segments.schemes()
            if scheme.survey_key == survey.survey.key and scheme.grounds in used
        ]
        return survey, tuple(view for view in views if view.run is not None)
