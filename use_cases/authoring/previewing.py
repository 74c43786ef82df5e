"""What publishing a new version will change, and for how many."""

from dataclasses import dataclass

from surveys.changes import Changes, changes_between
from use_cases.access import require
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, Role, StoredSurvey, SurveyStatus
from use_cases.reporting.suppression import Count, alone


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishPreview:
    """The draft beside the version that is open now."""

    draft: StoredSurvey
    opened: StoredSurvey
    changes: Changes
    half_way: Count  # They finish the version that they began.
    completed: Count


@dataclass(frozen=True, slots=True)
class FindNamesake:
    """A manager is about to open a draft: the open survey that has the same title, if any."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person, survey_id: int) -> StoredSurvey | None:
        await require(self.work, actor, Role.MANAGER, "survey.publish", self.clock)
        draft = await self.work.surveys.get(survey_id)
        if draft is None or draft.status is not SurveyStatus.DRAFT:
            return None
        titles = _titles(draft)
        for other in await self.work.surveys.newest_versions():
            if other.survey.key == draft.survey.key or other.status is not SurveyStatus.OPEN:
                continue
            if titles & _titles(other):
                return other
        return None


def _titles(stored: StoredSurvey) -> set[str]:
    return {" ".join(said.split()).casefold() for said in stored.survey.title.by_language.values()}


@dataclass(frozen=True, slots=True)
class PreviewPublish:
    """A manager is about to open a draft; None where no version of it is open yet."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person, survey_id: int) -> PublishPreview | None:
        await require(self.work, actor, Role.MANAGER, "survey.publish", self.clock)
        draft = await self.work.surveys.get(survey_id)
        if draft is None or draft.status is not SurveyStatus.DRAFT:
            return None
        opened = await self.work.surveys.open_version(draft.survey.key)
        if opened is None:
            return None
        counts = await self.work.responses.counts(draft.survey.key)
        return PublishPreview(
            draft=draft,
            opened=opened,
            changes=changes_between(opened.survey, draft.survey),
            half_way=alone(counts.started - counts.completed),
            completed=alone(counts.completed),
        )
