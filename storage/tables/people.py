"""People."""

import sqlalchemy as sa

from storage.columns import Json, UtcDateTime
from storage.tables.base import table

people = table(
    "people",
    sa.Column("telegram_id", sa.BigInteger, nullable=False, unique=True),
    sa.Column("language", sa.String(16), nullable=False),
    sa.Column("role", sa.String(16), nullable=False),
    sa.Column("name", sa.Text),
    sa.Column("consented_at", UtcDateTime),
    sa.Column("unreachable_at", UtcDateTime),
    sa.Column("source", sa.Text),
    sa.Column("wanted_survey", sa.Text),
    sa.Column("wanted_short", sa.BigInteger),
    sa.Column("dialogue_state", sa.Text),
    sa.Column("dialogue_data", Json),
    sa.Column("created_at", UtcDateTime, nullable=False),
)
