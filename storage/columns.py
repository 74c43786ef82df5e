"""Column types that behave alike on SQLite and PostgreSQL."""

import json
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from surveys.documents.surveys import survey_from_dict, survey_to_dict
from surveys.questions import Survey

SURVEYS_REMEMBERED_MAX = 256  # Parsed versions kept at hand; every answer needs its survey.

# SQLite numbers rows by itself only where the column is exactly INTEGER.
Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

# Plain JSON text, not JSONB: the order of keys stays (an author's languages have one).
Json = sa.JSON(none_as_null=True)


class UtcDateTime(TypeDecorator[datetime]):
    """A moment. Values without a zone are refused; what is read carries UTC."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn into UTC, which SQLite then writes down without a zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment needs its zone: {value.isoformat()}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give back the zone that SQLite forgot."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def micros(moment: datetime) -> int:
    """Microseconds since 1970."""
    return (moment - EPOCH) // _MICROSECOND


class EpochMicros(TypeDecorator[datetime]):
    """A moment as a whole number, so that both databases can add and subtract."""

    impl = sa.BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Count the microseconds."""
        return None if value is None else micros(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Make a moment of them again."""
        return None if value is None else EPOCH + value * _MICROSECOND


class SurveyText(TypeDecorator[Survey]):
    """A survey as JSON text. A version never changes, so equal text is parsed only once."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: Survey | None, dialect: Dialect) -> str | None:
        """Write the survey down."""
        return None if value is None else json.dumps(survey_to_dict(value), ensure_ascii=False)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Survey | None:
        """Read it back, or remember having read it."""
        return None if value is None else _survey(value)


@lru_cache(maxsize=SURVEYS_REMEMBERED_MAX)
def _survey(text: str) -> Survey:
    return survey_from_dict(json.loads(text))
