"""What managers say was spent."""

import sqlalchemy as sa

from storage.columns import UtcDateTime
from storage.tables.base import table

# `place` is a segment: "segment:7" of a scheme, "rule:7" of a rule.
costs = table(
    "costs",
    sa.Column("place", sa.Text, nullable=False),
    sa.Column("kind", sa.String(16), nullable=False),
    sa.Column("amount", sa.BigInteger, nullable=False),  # In the smallest unit of money.
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("noted_by", sa.ForeignKey("people.id", ondelete="SET NULL"), index=True),
    sa.Index(None, "place", "at"),
)
