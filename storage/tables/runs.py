"""What is remembered of runs, where a proposed one would put people, and short surveys."""

import sqlalchemy as sa

from storage.columns import Id, Json, UtcDateTime
from storage.tables.base import metadata

# A run without a note is of the days before notes: it was adopted.
run_notes = sa.Table(
    "run_notes",
    metadata,
    sa.Column(
        "run_id",
        Id,
        sa.ForeignKey("runs.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("best", sa.Integer),
    sa.Column("chosen", sa.Integer),
    sa.Column("fingerprint", sa.String(64)),
    sa.Column("settled_by", sa.ForeignKey("people.id", ondelete="SET NULL"), index=True),
    sa.Column("settled_at", UtcDateTime),
    sa.Column("golden", Json),
)


# Kept until somebody decides, gone with the person.
proposed_places = sa.Table(
    "proposed_places",
    metadata,
    sa.Column(
        "run_id",
        Id,
        sa.ForeignKey("runs.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    sa.Column(
        "person_id",
        Id,
        sa.ForeignKey("people.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
        index=True,
    ),
    sa.Column("segment_key", sa.Text),
    sa.Column("confidence", sa.Float, nullable=False),
    sqlite_with_rowid=False,
)


short_surveys = sa.Table(
    "short_surveys",
    metadata,
    sa.Column("scheme_id", Id, sa.ForeignKey("schemes.id"), primary_key=True, autoincrement=False),
    sa.Column("confidence", sa.Float, nullable=False),
    sa.Column("most", sa.Integer, nullable=False),
    sa.Column("open", sa.Boolean, nullable=False),
    sa.Column("opened_at", UtcDateTime, nullable=False),
)
