"""Surveys that are being written."""

import sqlalchemy as sa

from storage.columns import Json, UtcDateTime
from storage.tables.base import table

drafts = table(
    "drafts",
    sa.Column("author_id", sa.ForeignKey("people.id", ondelete="CASCADE"), index=True),
    sa.Column("document", Json, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("survey_key", sa.Text),
    sa.Column("shelved", sa.ForeignKey("surveys.id")),
    sa.Column("shelved_revision", sa.Integer),
    sa.Column("touched_at", UtcDateTime, nullable=False),
)
