"""The end of a walk through a sealed survey: the thread between answers and person is cut."""

from datetime import datetime

from rewards.gifts import SURVEY_REASON, sealed_thanks
from surveys.routing import counted_answers
from use_cases.ports import UnitOfWork
from use_cases.records import StoredResponse, StoredSurvey


async def seal(
    work: UnitOfWork, survey: StoredSurvey, stored: StoredResponse, *, at: datetime
) -> int:
    """Drop the answers into the box, forget the walk, give the points once; how many were given.

    Nothing is committed. What is kept of the person is that they took part, and the points.
    """
    key = survey.survey.key
    answers = counted_answers(survey.survey, stored.response.answers)
    fresh = await work.sealed.drop_in(survey.id, key, stored.person_id, answers)
    await work.responses.delete(stored.id)
    points = survey.survey.points
    if not fresh or points <= 0:
        return 0
    thanks = sealed_thanks(survey_key=key, person_id=stored.person_id, points=points)
    given = await work.points.post(thanks, reason=SURVEY_REASON, at=at)
    return points if given else 0
