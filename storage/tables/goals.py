"""What managers want of divisions and segments."""

import sqlalchemy as sa

from storage.columns import UtcDateTime
from storage.tables.base import table

# One of the three names what it is about; the goal goes with it.
goals = table(
    "goals",
    sa.Column("scheme_id", sa.ForeignKey("schemes.id", ondelete="CASCADE"), index=True),
    sa.Column("segment_id", sa.ForeignKey("segments.id", ondelete="CASCADE"), index=True),
    sa.Column("rule_id", sa.ForeignKey("rules.id", ondelete="CASCADE"), index=True),
    sa.Column("measure", sa.String(16), nullable=False),
    sa.Column("target", sa.Double, nullable=False),
    sa.Column("start", sa.Double),
    sa.Column("due", sa.String(10), nullable=False),  # ISO
    sa.Column("owner_id", sa.ForeignKey("people.id", ondelete="SET NULL"), index=True),
    sa.Column("created_at", UtcDateTime, nullable=False),
    sa.Column("ended_at", UtcDateTime),
)
