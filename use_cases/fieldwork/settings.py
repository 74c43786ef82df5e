"""A manager sets how a survey is fielded, and looks at it."""

from dataclasses import dataclass, replace
from typing import Any

from surveys.field.settings import Audience, FieldSettings
from use_cases.access import require
from use_cases.conversations.faults import SurveyNotOpen
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Building, Person, ResponseCounts, Role, StoredSegment, StoredSurvey


class SealStays(Exception):
    """Somebody has begun: what they were promised about the seal cannot change any more."""


class DatesReversed(Exception):
    """The survey would close before it opens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """How a survey is fielded, and how many people that means."""

    survey: StoredSurvey
    settings: FieldSettings
    counts: ResponseCounts
    people: int  # Those asked, as far as they are known by name.
    segment: StoredSegment | None = None
    building: Building | None = None


async def audience_of(work: UnitOfWork, survey_key: str, settings: FieldSettings) -> list[Person]:
    """Those whom the survey asks, consented, by id; with those invited besides."""
    found: dict[int, Person] = {}
    match settings.audience:
        case Audience.SEGMENT if settings.audience_id is not None:
            found = {p.id: p for p in await work.segments.members(settings.audience_id)}
        case Audience.BUILDING if settings.audience_id is not None:
            living = await work.homes.living_in([settings.audience_id])
            found = {p.id: p for p in await work.people.get_many(living)}
        case Audience.EVERYBODY:
            found = {p.id: p for p in await work.people.consented()}
    invited = [each.person_id for each in await work.invitations.all_of(survey_key)]
    also = await work.people.get_many(each for each in invited if each is not None)
    found |= {person.id: person for person in also}
    return [person for _, person in sorted(found.items()) if person.consented_at is not None]


@dataclass(frozen=True, slots=True)
class LookAtField:
    """A manager sees how a survey is fielded."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, manager: Person, survey_id: int) -> FieldView:
        await require(self.work, manager, Role.MANAGER, "field.look", self.clock)
        survey = await self.work.surveys.get(survey_id)
        if survey is None:
            raise SurveyNotOpen
        key = survey.survey.key
        settings = await self.work.fields.get(key)
        segment, building = None, None
        if settings.audience_id is not None and settings.audience is Audience.SEGMENT:
            segment = await self.work.segments.get_segment(settings.audience_id)
        if settings.audience_id is not None and settings.audience is Audience.BUILDING:
            building = await self.work.homes.building(settings.audience_id)
        return FieldView(
            survey=survey,
            settings=settings,
            counts=await self.work.responses.counts(key),
            people=len(await audience_of(self.work, key, settings)),
            segment=segment,
            building=building,
        )


@dataclass(frozen=True, slots=True)
class SetField:
    """A manager changes some of a survey's field settings, named as in `FieldSettings`."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, manager: Person, survey_id: int, **changes: Any) -> FieldSettings:
        await require(self.work, manager, Role.MANAGER, "field.set", self.clock)
        survey = await self.work.surveys.get(survey_id)
        if survey is None:
            raise SurveyNotOpen
        before = await self.work.fields.get(survey.survey.key)
        settings = replace(before, **changes)
        await keep_settings(self.work, survey.survey.key, settings)
        detail = f"survey:{survey.id}:{','.join(sorted(changes))}"
        await self.work.audit.note(manager.id, "field.set", at=self.clock.now(), detail=detail)
        await self.work.commit()
        return settings


async def keep_settings(work: UnitOfWork, survey_key: str, settings: FieldSettings) -> None:
    """Write the settings if they keep what people were promised. Nothing is committed."""
    before = await work.fields.get(survey_key)
    if settings.opens and settings.closes and settings.closes <= settings.opens:
        raise DatesReversed
    promised = (before.sealed, before.takers_shown) != (settings.sealed, settings.takers_shown)
    if promised and (await work.responses.counts(survey_key)).started:
        raise SealStays
    await work.fields.set(survey_key, settings)
