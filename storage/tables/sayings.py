"""Messages that gave answers."""

import sqlalchemy as sa

from storage.tables.base import metadata

sayings = sa.Table(
    "sayings",
    metadata,
    sa.Column("response_id", sa.ForeignKey("responses.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("message_id", sa.BigInteger, primary_key=True),
    sa.Column("question_key", sa.Text, nullable=False),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("text", sa.Text),
    sqlite_with_rowid=False,
)
