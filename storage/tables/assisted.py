"""Responses that a manager entered for a neighbour without Telegram."""

import sqlalchemy as sa

from storage.columns import UtcDateTime
from storage.tables.base import metadata

assisted = sa.Table(
    "assisted",
    metadata,
    sa.Column("response_id", sa.ForeignKey("responses.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("entered_by", sa.ForeignKey("people.id", ondelete="SET NULL"), index=True),
    sa.Column("entered_at", UtcDateTime, nullable=False),
)
