"""The shelf of surveys: every version that was ever put there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from storage.tables import surveys
from storage.transaction import Transaction, inserting
from surveys.questions import Survey
from use_cases.records import StoredSurvey, SurveyStatus

_NUMBER_TRIES_MAX = 100  # Two authors who take the same number at once: one of them tries again.

_BY_ID = sa.select(surveys).where(surveys.c.id == sa.bindparam("survey_id"))
_OF_KEY = sa.select(surveys).where(surveys.c.key == sa.bindparam("key"))
_OPEN_VERSION = (
    _OF_KEY.where(surveys.c.status == SurveyStatus.OPEN).order_by(surveys.c.version.desc()).limit(1)
)
_LATEST = (
    _OF_KEY.where(surveys.c.status != SurveyStatus.DRAFT)
    .order_by(surveys.c.version.desc())
    .limit(1)
)
_ADD = inserting(
    lambda insert: (
        insert(surveys).on_conflict_do_nothing(index_elements=["key", "version"]).returning(surveys)
    )
)


def _stored(row: Any) -> StoredSurvey:
    return StoredSurvey(
        id=row.id,
        survey=row.definition,
        status=SurveyStatus(row.status),
        author_id=row.author_id,
        created_at=row.created_at,
    )


@dataclass(frozen=True, slots=True)
class SurveysTable:
    """use_cases.ports.Surveys over a table."""

    transaction: Transaction

    async def add_draft(self, survey: Survey, *, author_id: int, at: datetime) -> StoredSurvey:
        numbers = sa.select(sa.func.max(surveys.c.version)).where(surveys.c.key == survey.key)
        await self.transaction.begin()
        for _ in range(_NUMBER_TRIES_MAX):
            version = ((await self.transaction.read(numbers)).scalar_one() or 0) + 1
            draft = {
                "key": survey.key,
                "version": version,
                "definition": replace(survey, version=version),
                "status": SurveyStatus.DRAFT,
                "author_id": author_id,
                "created_at": at,
            }
            row = (await self.transaction.write(_ADD, draft)).first()
            if row is not None:
                return _stored(row)
        raise RuntimeError(f"no free version number for {survey.key}")

    async def get(self, survey_id: int) -> StoredSurvey | None:
        return await self._one(_BY_ID, {"survey_id": survey_id})

    async def open_version(self, key: str) -> StoredSurvey | None:
        return await self._one(_OPEN_VERSION, {"key": key})

    async def latest(self, key: str) -> StoredSurvey | None:
        return await self._one(_LATEST, {"key": key})

    async def all_open(self) -> Sequence[StoredSurvey]:
        return await self._several(
            sa.select(surveys)
            .where(surveys.c.status == SurveyStatus.OPEN)
            .order_by(surveys.c.published_at.desc(), surveys.c.id.desc())
        )

    async def ever_open(self) -> Sequence[StoredSurvey]:
        newest: dict[str, StoredSurvey] = {}
        for stored in await self._several(
            sa.select(surveys)
            .where(surveys.c.status.in_([SurveyStatus.OPEN, SurveyStatus.CLOSED]))
            .order_by(surveys.c.id.desc())
        ):
            newest.setdefault(stored.survey.key, stored)
        return list(newest.values())

    async def newest_versions(self) -> Sequence[StoredSurvey]:
        published = surveys.alias()
        newest_published = (
            sa.select(sa.func.coalesce(sa.func.max(published.c.version), 0))
            .where(published.c.key == surveys.c.key, published.c.status != SurveyStatus.DRAFT)
            .scalar_subquery()
        )
        drafts = surveys.alias()
        newest_draft = (
            sa.select(sa.func.max(drafts.c.version))
            .where(drafts.c.key == surveys.c.key, drafts.c.status == SurveyStatus.DRAFT)
            .scalar_subquery()
        )
        is_open = surveys.c.status == SurveyStatus.OPEN
        is_newer_draft = sa.and_(
            surveys.c.version == newest_draft, surveys.c.version > newest_published
        )
        return await self._several(
            sa.select(surveys).where(is_open | is_newer_draft).order_by(surveys.c.id.desc())
        )

    async def set_status(self, survey_id: int, status: SurveyStatus, *, at: datetime) -> None:
        moment: dict[str, datetime | None] = {}
        if status is SurveyStatus.OPEN:
            moment = {"published_at": at, "ended_at": None}
        elif status is not SurveyStatus.DRAFT:
            moment = {"ended_at": at}
        await self.transaction.write(
            surveys.update().where(surveys.c.id == survey_id).values(status=status, **moment)
        )

    async def _one(self, statement: sa.Select[Any], values: dict[str, Any]) -> StoredSurvey | None:
        row = (await self.transaction.read(statement, values)).first()
        return _stored(row) if row is not None else None

    async def _several(self, statement: sa.Select[Any]) -> Sequence[StoredSurvey]:
        return [_stored(row) for row in await self.transaction.read(statement)]
