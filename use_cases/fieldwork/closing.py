"""A survey ends, by hand or on its day; those in the middle are told in one sentence."""

from dataclasses import dataclass
from datetime import datetime

from use_cases.ports import Clock, OpenWork, UnitOfWork
from use_cases.records import AlertKind, Purpose, StoredSurvey, SurveyStatus


async def end_survey(work: UnitOfWork, survey: StoredSurvey, *, at: datetime) -> int:
    """Close the open version and queue the sentence to those half-way; how many they are.

    What was begun of a sealed survey is deleted: unfinished answers were still their person's.
    Nothing is committed.
    """
    key = survey.survey.key
    await work.surveys.set_status(survey.id, SurveyStatus.CLOSED, at=at)
    walks = [walk for walk in await work.responses.walks(key) if walk.completed_at is None]
    people = sorted({walk.person_id for walk in walks})
    if people:
        campaign = await work.campaigns.add(
            author_id=None,
            segment_id=None,
            template="",
            points=0,
            at=at,
            purpose=Purpose.CLOSING,
            survey_key=key,
        )
        await work.campaigns.launch(campaign.id, people, at=at)
    if (await work.fields.get(key)).sealed:
        for walk in walks:
            await work.responses.delete(walk.id)
    completed = (await work.responses.counts(key)).completed
    await work.notices.raise_alert(
        f"closed:{survey.id}", AlertKind.CLOSED, key, {"completed": completed}, at=at
    )
    return len(people)


@dataclass(frozen=True, slots=True)
class CloseDue:
    """Closes the surveys whose last day has passed; says how many letters that queued."""

    open_work: OpenWork
    clock: Clock

    async def __call__(self) -> int:
        queued = 0
        async with self.open_work() as work:
            now = self.clock.now()
            over = [key for key, field in (await work.fields.all()).items() if field.is_over(now)]
            for key in over:
                survey = await work.surveys.open_version(key)
                if survey is not None:
                    queued += await end_survey(work, survey, at=now)
                    detail = str(survey.id)
                    await work.audit.note(None, "survey.close", at=now, detail=detail)
                    await work.commit()
        return queued
