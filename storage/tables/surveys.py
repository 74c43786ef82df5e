"""Surveys, responses, answers."""

import sqlalchemy as sa

from storage.columns import Json, SurveyText, UtcDateTime
from storage.tables.base import metadata, table

surveys = table(
    "surveys",
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("definition", SurveyText, nullable=False),
    sa.Column("status", sa.String(16), nullable=False),
    sa.Column("author_id", sa.ForeignKey("people.id", ondelete="SET NULL"), index=True),
    sa.Column("created_at", UtcDateTime, nullable=False),
    sa.Column("published_at", UtcDateTime),
    sa.Column("ended_at", UtcDateTime),
    sa.UniqueConstraint("key", "version"),
)


responses = table(
    "responses",
    sa.Column("survey_id", sa.ForeignKey("surveys.id"), nullable=False),
    sa.Column(
        "person_id", sa.ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    sa.Column("test", sa.Boolean, nullable=False),
    sa.Column("current", sa.Text),
    sa.Column("ticks", Json),
    sa.Column("collects", sa.Boolean),
    sa.Column("known", Json),
    sa.Column("spent", sa.Float),
    sa.Column("typing", Json),
    sa.Column("source", sa.Text),
    sa.Column("started_at", UtcDateTime, nullable=False),
    sa.Column("touched_at", UtcDateTime, nullable=False),
    sa.Column("completed_at", UtcDateTime),
    sa.UniqueConstraint("survey_id", "person_id", "test"),
)


answers = sa.Table(
    "answers",
    metadata,
    sa.Column("response_id", sa.ForeignKey("responses.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("question_key", sa.Text, primary_key=True),
    sa.Column("kind", sa.String(16), nullable=False),
    sa.Column("value", Json),
    sa.Column("answered_at", UtcDateTime, nullable=False),
    sa.Column("seconds", sa.Float),
    sa.Column("edits", sa.Integer),
    sa.Column("place", sa.Integer),
    sa.Column("confirmed", sa.Boolean),
    sqlite_with_rowid=False,
)
