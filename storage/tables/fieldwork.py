"""Field work: settings, invitations, sealed boxes, posts, alerts."""

import sqlalchemy as sa

from storage.columns import Json, UtcDateTime
from storage.tables.base import metadata, table

fields = sa.Table(
    "fields",
    metadata,
    sa.Column("survey_key", sa.Text, primary_key=True),
    sa.Column("settings", Json, nullable=False),
    sa.Column("snapshot_people", sa.Integer),
    sa.Column("snapshot", Json),
)


invitations = table(
    "invitations",
    sa.Column("survey_key", sa.Text, nullable=False),
    sa.Column("person_id", sa.ForeignKey("people.id", ondelete="CASCADE"), index=True),
    sa.Column("way", sa.String(16), nullable=False),
    sa.Column("token", sa.Text, unique=True),
    sa.Column("label", sa.Text),
    sa.Column("campaign_id", sa.ForeignKey("campaigns.id", ondelete="SET NULL"), index=True),
    sa.Column("invited_at", UtcDateTime, nullable=False),
    sa.Column("refused_at", UtcDateTime),
    sa.Column("ineligible_at", UtcDateTime),
    sa.UniqueConstraint("survey_key", "person_id"),
)


# Who took part in a sealed survey: no number, no time, nothing that could be laid beside a ballot.
takers = sa.Table(
    "takers",
    metadata,
    sa.Column("survey_key", sa.Text, primary_key=True),
    sa.Column(
        "person_id",
        sa.ForeignKey("people.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
        index=True,
    ),
    sqlite_with_rowid=False,
)


# Ballots of a sealed survey, many in one value and sorted: rows would keep the order of coming.
boxes = sa.Table(
    "boxes",
    metadata,
    sa.Column("survey_id", sa.ForeignKey("surveys.id"), primary_key=True, autoincrement=False),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("ballots", Json, nullable=False),
    sqlite_with_rowid=False,
)


posts = table(
    "posts",
    sa.Column("survey_key", sa.Text, nullable=False),
    sa.Column("chat_id", sa.BigInteger, nullable=False),
    sa.Column("language", sa.String(16), nullable=False),
    sa.Column("message_id", sa.BigInteger),
    sa.Column("shown", sa.Integer, nullable=False),
    sa.Column("edited_at", UtcDateTime),
    sa.Column("ended", sa.Boolean, nullable=False),
    sa.UniqueConstraint("survey_key", "chat_id"),
)


alerts = table(
    "alerts",
    sa.Column("key", sa.Text, nullable=False, unique=True),
    sa.Column("kind", sa.String(16), nullable=False),
    sa.Column("survey_key", sa.Text, nullable=False),
    sa.Column("facts", Json, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("told_at", UtcDateTime),
)


mutes = sa.Table(
    "mutes",
    metadata,
    sa.Column(
        "person_id",
        sa.ForeignKey("people.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    sa.Column("kind", sa.String(16), primary_key=True),
    sqlite_with_rowid=False,
)
