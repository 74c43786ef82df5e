"""Updates, facts of the house, what was done by whom."""

import sqlalchemy as sa

from storage.columns import Json, UtcDateTime
from storage.tables.base import metadata, table

inbox = table(
    "inbox",
    sa.Column("update_id", sa.BigInteger, nullable=False, unique=True),
    sa.Column("lane", sa.BigInteger, nullable=False),  # No index: only /forget looks for it.
    sa.Column("payload", Json),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("fault", sa.Text),
    sa.Column("received_at", UtcDateTime, nullable=False),
    sa.Index(None, "state", "id"),
)


house = sa.Table(
    "house",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)


audit = table(
    "audit",
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("actor_id", sa.ForeignKey("people.id", ondelete="CASCADE"), index=True),
    sa.Column("act", sa.Text, nullable=False),
    sa.Column("detail", sa.Text, nullable=False),
)
