"""A resident walks through a short survey: is offered it, begins it, is thanked."""

from dataclasses import dataclass, replace

from surveys.engine import Step
from use_cases.conversations.beginning import begun
from use_cases.conversations.faults import ConsentMissing
from use_cases.conversations.remembering import known_of
from use_cases.conversations.walks import Walk
from use_cases.fieldwork.gate import check_open, is_asked
from use_cases.points import thank_for_short
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, ShortSurvey, StoredResponse, StoredSurvey, Typing
from use_cases.segments.placing import place_person
from use_cases.segments.typing import NoShortSurvey, askable_survey, move_on


@dataclass(frozen=True, slots=True)
class ShortOffer:
    """A short survey that somebody may take now."""

    short: ShortSurvey
    survey: StoredSurvey


@dataclass(frozen=True, slots=True)
class OfferedShort:
    """The short surveys that a resident may take: those whose whole survey they have not answered,
    and whose questions they were not asked yet."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, person: Person) -> list[ShortOffer]:
        found = []
        for short in await self.work.runs.short_surveys():
            scheme = await self.work.segments.get_scheme(short.scheme_id) if short.open else None
            survey = await askable_survey(self.work, scheme) if scheme is not None else None
            if survey is not None and await self._is_offered(person, survey):
                found.append(ShortOffer(short, survey))
        return found

    async def _is_offered(self, person: Person, survey: StoredSurvey) -> bool:
        key = survey.survey.key
        mine = await self.work.responses.of_person(key, person.id)
        if mine is not None:
            return mine.completed_at is None and not (mine.typing and mine.typing.ended)
        settings = await self.work.fields.get(key)
        now = self.clock.now()
        return settings.is_open(now) and await is_asked(self.work, person, key, settings)


@dataclass(frozen=True, slots=True)
class BeginShort:
    """A person begins a short survey, or goes on where they stopped."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, person: Person, scheme_id: int) -> Walk:
        """Raises NoShortSurvey where it is closed, and what stands in the way of the whole one."""
        if person.consented_at is None:
            raise ConsentMissing
        short = await self._open(scheme_id)
        scheme = await self.work.segments.get_scheme(scheme_id)
        survey = await askable_survey(self.work, scheme) if scheme is not None else None
        if short is None or survey is None:
            raise NoShortSurvey
        stored = await self.work.responses.of_person(survey.survey.key, person.id)
        if stored is not None and (stored.completed_at or stored.typing):
            await self._link_used(person)
            await self.work.commit()
            return await self._as_it_stands(stored)
        if stored is None:
            await check_open(self.work, person, survey, self.clock.now())
            stored = await self._start(person, survey)
        version = await self.work.surveys.get(stored.survey_id)
        if version is None:
            raise NoShortSurvey
        await self._link_used(person)
        return await self._first(version, stored, short)

    async def _link_used(self, person: Person) -> None:
        if person.wanted_short is not None:
            await self.work.people.save(replace(person, wanted_short=None), was=person)

    async def _open(self, scheme_id: int) -> ShortSurvey | None:
        found = await self.work.runs.short_surveys()
        return next((each for each in found if each.scheme_id == scheme_id and each.open), None)

    async def _start(self, person: Person, survey: StoredSurvey) -> StoredResponse:
        known = await known_of(self.work, survey.survey, person.id)
        fresh = begun(survey, person, self.clock, known)
        return await self.work.responses.start(
            survey.id, person.id, fresh, test=False, source=person.source, at=self.clock.now()
        )

    async def _as_it_stands(self, stored: StoredResponse) -> Walk:
        survey = await self.work.surveys.get(stored.survey_id)
        if survey is None:
            raise NoShortSurvey
        return Walk(survey=survey, stored=stored)

    async def _first(
        self, survey: StoredSurvey, stored: StoredResponse, short: ShortSurvey
    ) -> Walk:
        typing = Typing(scheme_id=short.scheme_id, confidence=short.confidence, most=short.most)
        step, typing = await move_on(self.work, survey.survey, typing, Step(stored.response))
        now = self.clock.now()
        stored = replace(stored, response=step.response, typing=typing, touched_at=now)
        await self.work.responses.save(stored, changed=(), at=now)
        thanked = 0
        if typing.ended:  # What they had answered of the whole survey is enough.
            thanked = await thank_for_short(self.work, survey, stored, at=now)
            await place_person(self.work, survey, stored, at=now)
        await self.work.commit()
        return Walk(survey=survey, stored=stored, thanked=thanked)
