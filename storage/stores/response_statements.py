"""What is asked of the database about responses and their answers."""

from typing import Any

import sqlalchemy as sa

from storage.columns import Json
from storage.tables import answers, assisted, responses, surveys
from storage.transaction import ByDialect, Insert, inserting
from use_cases.records import SurveyStatus

_TRACE = (answers.c.seconds, answers.c.edits, answers.c.place, answers.c.confirmed)

# All answers of a walk as one JSON value, [[question, kind, value], ...]: one row instead of many.
_AS_JSON = {
    "sqlite": sa.func.json_group_array(
        sa.func.json_array(
            answers.c.question_key, answers.c.kind, sa.func.json(answers.c.value), *_TRACE
        )
    ),
    "postgresql": sa.func.json_agg(
        sa.func.json_build_array(answers.c.question_key, answers.c.kind, answers.c.value, *_TRACE)
    ),
}


def with_answers(walks: sa.Select[Any]) -> ByDialect:
    """A walk with its answers in the column `given`."""

    entered = (
        sa.select(sa.func.coalesce(assisted.c.entered_by, 0))
        .where(assisted.c.response_id == responses.c.id)
        .scalar_subquery()
    )

    def build(dialect: str) -> sa.Select[Any]:
        given = (
            sa.select(sa.type_coerce(_AS_JSON[dialect], Json))
            .where(answers.c.response_id == responses.c.id)
            .scalar_subquery()
        )
        return walks.add_columns(given.label("given"), entered.label("entered_by"))

    return ByDialect(build)


BY_ID = with_answers(sa.select(responses).where(responses.c.id == sa.bindparam("response_id")))
UNFINISHED = with_answers(
    sa.select(responses)
    .join(surveys)
    .where(
        sa.or_(
            responses.c.person_id == sa.bindparam("person_id"),
            responses.c.id.in_(
                sa.select(assisted.c.response_id).where(
                    assisted.c.entered_by == sa.bindparam("person_id")
                )
            ),
        ),
        responses.c.current.is_not(None)
        | (responses.c.completed_at.is_(None) & responses.c.typing.is_(None)),
        surveys.c.status != SurveyStatus.CLOSED,
    )
    .order_by(responses.c.touched_at.desc(), responses.c.id.desc())
    .limit(1)
)
OF_PERSON = with_answers(
    sa.select(responses)
    .join(surveys)
    .where(
        responses.c.person_id == sa.bindparam("person_id"),
        responses.c.test.is_(False),
        surveys.c.key == sa.bindparam("survey_key"),
    )
    .order_by(responses.c.id.desc())
    .limit(1)
)
BEGUN = inserting(
    lambda insert: (
        insert(responses)
        .on_conflict_do_nothing(index_elements=["survey_id", "person_id", "test"])
        .returning(responses.c.id)
    )
)
BEGUN_BEFORE = (
    responses.update()
    .where(
        responses.c.survey_id == sa.bindparam("of_survey"),
        responses.c.person_id == sa.bindparam("of_person"),
        responses.c.test == sa.bindparam("of_test"),
    )
    .returning(responses.c.id)
)
SAVE = responses.update().where(responses.c.id == sa.bindparam("response_id"))


_RENEWED = ("kind", "value", "answered_at", "seconds", "edits", "place", "confirmed")


def _replacing(insert: Insert) -> Any:
    """An answer given again takes the place of the one before."""
    given = insert(answers)
    new = {name: given.excluded[name] for name in _RENEWED}
    return given.on_conflict_do_update(index_elements=["response_id", "question_key"], set_=new)


ANSWER = inserting(_replacing)
MARK = inserting(
    lambda insert: insert(assisted).on_conflict_do_nothing(index_elements=["response_id"])
)
_REAL = (surveys.c.key == sa.bindparam("survey_key"), responses.c.test.is_(False))
_ONLY_SHORT = (
    responses.c.typing.is_not(None),
    responses.c.current.is_(None),
    responses.c.completed_at.is_(None),
)
COUNTS = (
    sa.select(
        sa.func.count(),
        sa.func.count(responses.c.completed_at),
        sa.func.count().filter(*_ONLY_SHORT),
    )
    .join_from(responses, surveys)
    .where(*_REAL)
)
ENTERED = (
    sa.select(sa.func.count())
    .select_from(assisted.join(responses, assisted.c.response_id == responses.c.id).join(surveys))
    .where(*_REAL, responses.c.completed_at.is_not(None))
)
WALKS = with_answers(sa.select(responses).join(surveys).where(*_REAL).order_by(responses.c.id))
MEMORIES = (
    sa.select(
        responses.c.id,
        surveys.c.definition,
        answers.c.question_key,
        answers.c.kind,
        answers.c.value,
        answers.c.answered_at,
    )
    .join_from(responses, surveys)
    .join(answers)
    .where(
        responses.c.person_id == sa.bindparam("person_id"),
        responses.c.test.is_(False),
        responses.c.completed_at.is_not(None),
    )
    .order_by(responses.c.id)
)
VERSIONS = sa.select(surveys.c.id, surveys.c.definition).where(
    surveys.c.key == sa.bindparam("survey_key")
)
_NEWEST_COMPLETED = (
    sa.select(sa.func.max(responses.c.id))
    .join_from(responses, surveys)
    .where(*_REAL, responses.c.completed_at.is_not(None))
    .group_by(responses.c.person_id)
)
BEFORE_LAST = with_answers(
    sa.select(responses.c.person_id, responses.c.survey_id)
    .where(
        responses.c.id.in_(
            sa.select(sa.func.max(responses.c.id))
            .join_from(responses, surveys)
            .where(
                *_REAL,
                responses.c.completed_at.is_not(None),
                responses.c.id.not_in(_NEWEST_COMPLETED),
            )
            .group_by(responses.c.person_id)
        )
    )
    .order_by(responses.c.person_id)
)
PROGRESS = (
    sa.select(
        responses.c.person_id,
        responses.c.started_at,
        responses.c.touched_at,
        responses.c.completed_at,
    )
    .join_from(responses, surveys)
    .where(*_REAL)
    .order_by(responses.c.id)
)
COMPLETED = with_answers(
    sa.select(responses.c.person_id, responses.c.survey_id)
    .where(responses.c.id.in_(_NEWEST_COMPLETED))
    .order_by(responses.c.person_id)
)
