"""Managers put surveys on the shelf, publish, close and watch them."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo

from segmentation.values import PEOPLE_MIN
from surveys.answers import Rated
from surveys.field.settings import FieldSettings, in_zone
from surveys.questions import Scale, Survey
from surveys.scores import groups, score
from use_cases.access import require
from use_cases.conversations.faults import SurveyNotOpen
from use_cases.fieldwork.closing import end_survey
from use_cases.fieldwork.gate import is_asked
from use_cases.fieldwork.seal import is_under_seal
from use_cases.fieldwork.settings import keep_settings
from use_cases.ports import Clock, UnitOfWork
from use_cases.quality import flags_by_person
from use_cases.records import Person, ResponseCounts, Role, StoredSurvey, SurveyStatus
from use_cases.reporting.suppression import SOME, Count, alone
from use_cases.segments.segmenting import given_of


class PublishFirst(Exception):
    """Only a draft can be published, and only an open survey closed."""


@dataclass(frozen=True, slots=True)
class Score:
    """The standard score of a scale: NPS, CSAT, CES."""

    question: Scale
    value: int


@dataclass(frozen=True, slots=True)
class ShelfEntry:
    """A survey version on the shelf, with the real responses to all versions of its key."""

    survey: StoredSurvey
    counts: ResponseCounts
    needed: int = PEOPLE_MIN  # How many completed responses segments need.
    scores: tuple[Score, ...] = ()
    opened: int | None = None  # Of a draft: the version that is open meanwhile.
    careless: Count = SOME  # Responses with a sign of haste; they count less, and stay.


@dataclass(frozen=True, slots=True)
class ShelveSurvey:
    """A manager hands in a survey that was read without faults; it waits as a draft.

    A newer draft of the same key takes the place of an older draft when it is published.
    """

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person, survey: Survey) -> StoredSurvey:
        await require(self.work, actor, Role.MANAGER, "survey.shelve", self.clock)
        stored = await self.work.surveys.add_draft(survey, author_id=actor.id, at=self.clock.now())
        await self.work.commit()
        return stored


@dataclass(frozen=True, slots=True)
class PublishSurvey:
    """A manager opens a draft; the version open until now is superseded."""

    work: UnitOfWork
    clock: Clock
    zone: tzinfo = UTC  # Whose midnight a file's first and last day mean.

    async def __call__(self, actor: Person, survey_id: int) -> StoredSurvey:
        await require(self.work, actor, Role.MANAGER, "survey.publish", self.clock)
        draft = await self.work.surveys.get(survey_id)
        if draft is None:
            raise SurveyNotOpen
        if draft.status is SurveyStatus.OPEN:
            return draft
        if draft.status is not SurveyStatus.DRAFT:
            raise PublishFirst
        now = self.clock.now()
        earlier = await self.work.surveys.open_version(draft.survey.key)
        if earlier is not None:
            await self.work.surveys.set_status(earlier.id, SurveyStatus.SUPERSEDED, at=now)
        await self.work.surveys.set_status(draft.id, SurveyStatus.OPEN, at=now)
        if draft.survey.fieldwork is not None:
            await keep_settings(
                self.work, draft.survey.key, in_zone(draft.survey.fieldwork, self.zone)
            )
        for grounds in given_of(draft.survey):
            await self.work.segments.scheme(draft.survey.key, grounds)
        await self.work.audit.note(actor.id, "survey.publish", at=now, detail=str(draft.id))
        await self.work.commit()
        return replace(draft, status=SurveyStatus.OPEN)


@dataclass(frozen=True, slots=True)
class CloseSurvey:
    """A manager closes an open survey: no new responses, and those under way stop."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person, survey_id: int) -> StoredSurvey:
        await require(self.work, actor, Role.MANAGER, "survey.close", self.clock)
        survey = await self.work.surveys.get(survey_id)
        if survey is None or survey.status is not SurveyStatus.OPEN:
            raise PublishFirst
        now = self.clock.now()
        await end_survey(self.work, survey, at=now)
        await self.work.audit.note(actor.id, "survey.close", at=now, detail=str(survey.id))
        await self.work.commit()
        return replace(survey, status=SurveyStatus.CLOSED)


async def surveys_on_shelf(work: UnitOfWork) -> list[StoredSurvey]:
    """Drafts and open versions, newest first; then the closed surveys that have schemes."""
    found = list(await work.surveys.newest_versions())
    keys = {stored.survey.key for stored in found}
    for scheme in reversed(await work.segments.schemes()):
        closed = await work.surveys.latest(scheme.survey_key)
        if closed is not None and scheme.survey_key not in keys:
            found.append(closed)
            keys.add(scheme.survey_key)
    return found


@dataclass(frozen=True, slots=True)
class LookAtShelf:
    """A manager sees every survey with how many answered."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person) -> list[ShelfEntry]:
        await require(self.work, actor, Role.MANAGER, "survey.list", self.clock)
        return [
            ShelfEntry(stored, await self.work.responses.counts(stored.survey.key))
            for stored in await surveys_on_shelf(self.work)
        ]

    async def one(self, actor: Person, survey_id: int) -> ShelfEntry:
        """One version; raises SurveyNotOpen if there is none of that id."""
        await require(self.work, actor, Role.MANAGER, "survey.list", self.clock)
        stored = await self.work.surveys.get(survey_id)
        if stored is None:
            raise SurveyNotOpen
        counts = await self.work.responses.counts(stored.survey.key)
        draft = stored.status is SurveyStatus.DRAFT
        opened = await self.work.surveys.open_version(stored.survey.key) if draft else None
        flags = await flags_by_person(self.work, stored.survey) if counts.completed else {}
        return ShelfEntry(
            stored,
            counts,
            scores=await self._scores(stored.survey),
            opened=opened.survey.version if opened is not None else None,
            careless=alone(sum(map(bool, flags.values()))),
        )

    async def _scores(self, survey: Survey) -> tuple[Score, ...]:
        """The scores of the survey's scales; those told by groups of one to four people are not."""
        asked = [q for q in survey.questions if isinstance(q, Scale) and groups(q.gauge, ())]
        if asked and await is_under_seal(self.work, survey.key):
            return ()
        answers = await self.work.responses.completed_answers(survey.key) if asked else {}
        found = []
        for question in asked:
            given = [each.get(question.key) for each in answers.values()]
            ratings = [answer.value for answer in given if isinstance(answer, Rated)]
            counts = groups(question.gauge, ratings)
            if counts and ratings and all(alone(count).exact for count in counts):
                found.append(Score(question, score(question.gauge, counts)))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class OpenSurveys:
    """The surveys that a resident may answer now, newest first, and which of them they finished."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, person: Person) -> list[tuple[StoredSurvey, bool]]:
        found = []
        fields, now = await self.work.fields.all(), self.clock.now()
        for survey in await self.work.surveys.all_open():
            settings = fields.get(survey.survey.key)
            if settings is not None and not await self._is_offered(person, survey, settings, now):
                continue
            mine = await self.work.responses.of_person(survey.survey.key, person.id)
            found.append((survey, mine is not None and mine.completed_at is not None))
        return found

    async def _is_offered(
        self, person: Person, survey: StoredSurvey, settings: FieldSettings, at: datetime
    ) -> bool:
        """Whether the person may begin it now, or has begun it."""
        key = survey.survey.key
        if settings.sealed and await self.work.sealed.took_part(key, person.id):
            return False
        if await self.work.responses.of_person(key, person.id) is not None:
            return True
        return settings.is_open(at) and await is_asked(self.work, person, key, settings)
