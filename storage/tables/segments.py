"""Schemes, runs, segments, memberships."""

import sqlalchemy as sa

from storage.columns import Id, Json, UtcDateTime
from storage.tables.base import table

schemes = table(
    "schemes",
    sa.Column("survey_key", sa.Text, nullable=False),
    sa.Column("basis", sa.Text, nullable=False),  # The key of its grounds.
    sa.Column("themes", sa.Boolean, nullable=False, server_default=sa.true()),
    sa.Column("smallest", sa.Integer),  # People in a segment at least; null: as usual.
    sa.UniqueConstraint("survey_key", "basis"),
)


runs = table(
    "runs",
    sa.Column("scheme_id", sa.ForeignKey("schemes.id"), nullable=False, index=True),
    sa.Column("document", Json, nullable=False),
    sa.Column("people", sa.Integer, nullable=False),
    sa.Column("created_at", UtcDateTime, nullable=False),
)


segments = table(
    "segments",
    sa.Column("scheme_id", sa.ForeignKey("schemes.id"), nullable=False),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("name", sa.Text),
    sa.Column("retired", sa.Boolean, nullable=False),
    sa.Column("note", sa.Text),
    sa.Column("pinned", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("merged_into", Id, index=True),
    sa.UniqueConstraint("scheme_id", "key"),
    sa.UniqueConstraint("scheme_id", "number"),
)

STANDS_AS = sa.func.coalesce(segments.c.merged_into, segments.c.id)
"""The id of the segment that one shows as: itself, or what it is merged into."""


memberships = table(
    "memberships",
    sa.Column("scheme_id", sa.ForeignKey("schemes.id"), nullable=False),
    sa.Column(
        "person_id", sa.ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    sa.Column("segment_id", sa.ForeignKey("segments.id"), index=True),
    sa.Column("run_id", sa.ForeignKey("runs.id"), nullable=False),
    sa.Column("confidence", sa.Float, nullable=False),
    sa.Column("since", UtcDateTime, nullable=False),
    sa.Column("until", UtcDateTime),
)


# Who stands in a scheme by ticks alone until their own words are read. No answer is in here.
unread_texts = table(
    "unread_texts",
    sa.Column("scheme_id", sa.ForeignKey("schemes.id", ondelete="CASCADE"), nullable=False),
    sa.Column(
        "person_id", sa.ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    sa.UniqueConstraint("scheme_id", "person_id"),
)


_now = memberships.c.until.is_(None)
sa.Index(
    "uq_memberships_current",
    memberships.c.scheme_id,
    memberships.c.person_id,
    unique=True,
    sqlite_where=_now,
    postgresql_where=_now,
)
