"""A person begins a survey, or goes on where they stopped; a manager tries one out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from zlib import crc32

from surveys import engine
from surveys.answers import Answer
from surveys.engine import Response
from surveys.lots import SEED_MAX
from surveys.questions import QuestionKey
from use_cases.access import require
from use_cases.conversations.faults import ConsentMissing, SurveyNotOpen
from use_cases.conversations.remembering import known_of
from use_cases.conversations.walks import Walk
from use_cases.fieldwork.gate import check_open
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, Role, StoredResponse, StoredSurvey, SurveyStatus


@dataclass(frozen=True, slots=True)
class BeginSurvey:
    """A person begins a survey, or goes on where they stopped."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, person: Person, survey_key: str) -> Walk:
        if person.consented_at is None:
            raise ConsentMissing
        earlier = await self.work.responses.of_person(survey_key, person.id)
        if earlier is not None:
            return await self._go_on(person, earlier)
        survey = await self.work.surveys.open_version(survey_key)
        if survey is None:
            raise SurveyNotOpen
        await check_open(self.work, person, survey, self.clock.now())
        stored = await self._start(person, survey, test=False)
        await self._invitation_used(person)
        sealed = (await self.work.fields.get(survey_key)).sealed
        await self.work.commit()
        return Walk(survey=survey, stored=stored, sealed=sealed)

    async def _go_on(self, person: Person, earlier: StoredResponse) -> Walk:
        survey = await self.work.surveys.get(earlier.survey_id)
        if survey is None or (survey.status is SurveyStatus.CLOSED and not earlier.completed_at):
            raise SurveyNotOpen
        await self._invitation_used(person)
        earlier = await self._all_of_it(survey, earlier)
        await self.work.commit()
        return Walk(survey=survey, stored=earlier)

    async def _all_of_it(self, survey: StoredSurvey, earlier: StoredResponse) -> StoredResponse:
        """Whoever took the short survey is asked what that left out."""
        if earlier.typing is None:
            return earlier
        response = engine.go_on(survey.survey, earlier.response)
        whole = replace(earlier, response=response, typing=None)
        await self.work.responses.save(whole, changed=(), at=self.clock.now())
        return whole

    async def _start(self, person: Person, survey: StoredSurvey, *, test: bool) -> StoredResponse:
        known = await known_of(self.work, survey.survey, person.id)
        return await self.work.responses.start(
            survey.id,
            person.id,
            begun(survey, person, self.clock, known),
            test=test,
            source=person.source,
            at=self.clock.now(),
        )

    async def _invitation_used(self, person: Person) -> None:
        if person.wanted_survey is not None:
            await self.work.people.save(replace(person, wanted_survey=None), was=person)


def begun(
    survey: StoredSurvey,
    person: Person,
    clock: Clock,
    known: Mapping[QuestionKey, Answer] = engine.NOTHING_KNOWN,
    *,
    seed: int | None = None,
) -> Response:
    """A response that begins now; its lot (if not given) depends on who begins and when, and is
    kept with it.

    `known` is what the person need only confirm.
    """
    now = clock.now()
    if seed is None:
        seed = crc32(f"{survey.id}:{person.id}:{now.isoformat()}".encode()) % SEED_MAX
    return engine.begin(
        survey.survey, today=now.date(), seed=seed, source=person.source, known=known
    )


@dataclass(frozen=True, slots=True)
class TryOutSurvey:
    """A manager walks through any version as a resident will; those answers never count."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, person: Person, survey_id: int) -> Walk:
        await require(self.work, person, Role.MANAGER, "survey.test", self.clock)
        survey = await self.work.surveys.get(survey_id)
        if survey is None:
            raise SurveyNotOpen
        fresh = begun(survey, person, self.clock)
        start = self.work.responses.start
        now = self.clock.now()
        stored = await start(survey.id, person.id, fresh, test=True, source=None, at=now)
        if stored.response != fresh:  # An earlier try: begin afresh.
            await self.work.responses.delete(stored.id)
            stored = await start(survey.id, person.id, fresh, test=True, source=None, at=now)
        await self.work.commit()
        return Walk(survey=survey, stored=stored)
