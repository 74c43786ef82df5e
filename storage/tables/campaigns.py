"""Campaigns and their recipients."""

import sqlalchemy as sa

from storage.columns import Json, UtcDateTime
from storage.tables.base import table

campaigns = table(
    "campaigns",
    sa.Column("author_id", sa.ForeignKey("people.id", ondelete="SET NULL"), index=True),
    sa.Column("segment_id", sa.ForeignKey("segments.id"), index=True),
    sa.Column("rule_id", sa.BigInteger),  # No reference: letters outlive the rule.
    sa.Column("purpose", sa.String(16), nullable=False, server_default="message"),
    sa.Column("survey_key", sa.Text),
    sa.Column("template", sa.Text, nullable=False),
    sa.Column("translations", Json),
    sa.Column("points", sa.Integer, nullable=False),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("created_at", UtcDateTime, nullable=False),
    sa.Column("launched_at", UtcDateTime),
    sa.Column("finished_at", UtcDateTime),
    sa.Column("progress_chat_id", sa.BigInteger),
    sa.Column("progress_message_id", sa.BigInteger),
)


deliveries = table(
    "deliveries",
    sa.Column("campaign_id", sa.ForeignKey("campaigns.id"), nullable=False),
    sa.Column("person_id", sa.ForeignKey("people.id", ondelete="SET NULL"), index=True),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("message_id", sa.BigInteger),
    sa.Column("fault", sa.Text),
    sa.Column("changed_at", UtcDateTime, nullable=False),
    sa.UniqueConstraint("campaign_id", "person_id"),
    sa.Index(None, "campaign_id", "state", "id"),
)
