"""Where people stand in surveys, as facts: invited, started, done, left; what they answer next."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime

from segmentation.rules.facts import Known
from segmentation.rules.tree import FieldKey
from surveys.answers import Answer, Counted, Rated
from surveys.questions import QuestionKey, Survey
from use_cases.fieldwork.dispositions import GIVEN_UP_AFTER
from use_cases.ports import UnitOfWork
from use_cases.records import SurveyStatus

States = dict[int, tuple[str, datetime]]


async def standings(work: UnitOfWork, key: str, at: datetime) -> tuple[States, dict[int, datetime]]:
    """Everybody's state in the survey with since when, and when they completed it last.

    A sealed survey whose takers nobody may know says nothing at all.
    """
    settings = await work.fields.get(key)
    if settings.sealed and not settings.takers_shown:
        return {}, {}
    newest = await work.surveys.latest(key)
    over = newest is not None and newest.status is SurveyStatus.CLOSED
    states: States = {}
    for invited in await work.invitations.all_of(key):
        if invited.person_id is not None:
            states[invited.person_id] = "invited", invited.invited_at
    completed: dict[int, datetime] = {}
    for walk in await work.responses.progress(key):
        if walk.completed_at is not None:
            states[walk.person_id] = "done", walk.completed_at
            completed[walk.person_id] = walk.completed_at
        else:
            left = over or at - walk.touched_at >= GIVEN_UP_AFTER
            states[walk.person_id] = ("left", walk.touched_at) if left else (
                "started", walk.started_at
            )  # fmt: skip
    return states, completed


def told_of(
    key: str, states: States, completed: Mapping[int, datetime]
) -> dict[int, dict[FieldKey, Known]]:
    """The facts that follow."""
    found: dict[int, dict[FieldKey, Known]] = defaultdict(dict)
    for person, (state, since) in states.items():
        found[person] |= {("survey", key): state, ("survey_changed", key): since}
    for person, moment in completed.items():
        found[person]["answered", key] = moment
    return found


def response_rates(states: Mapping[str, States]) -> dict[int, float]:
    """Of the surveys that came to somebody, the share that they completed, 0 to 100."""
    came: dict[int, int] = defaultdict(int)
    done: dict[int, int] = defaultdict(int)
    for of_survey in states.values():
        for person, (state, _) in of_survey.items():
            came[person] += 1
            done[person] += state == "done"
    return {person: 100 * done[person] / number for person, number in came.items()}


def changes(
    survey: Survey, before: Mapping[QuestionKey, Answer], now: Mapping[QuestionKey, Answer]
) -> dict[FieldKey, Known]:
    """How each answer differs from the one before: up, down, same; changed, where none is more."""
    found: dict[FieldKey, Known] = {}
    for question in survey.questions:
        was, is_now = before.get(question.key), now.get(question.key)
        if was is None or is_now is None:
            continue
        key: FieldKey = ("change", survey.key, str(question.key))
        if was == is_now:
            found[key] = "same"
        elif isinstance(was, Rated | Counted) and isinstance(is_now, Rated | Counted):
            found[key] = "up" if is_now.value > was.value else "down"
        else:
            found[key] = "changed"
    return found
