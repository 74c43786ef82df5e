"""The tables: one place for every column, key, index and promise that the database itself keeps."""

import sqlalchemy as sa
from sqlalchemy.schema import SchemaItem

from storage.columns import Id, Json, SurveyText, UtcDateTime

metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def _table(name: str, *parts: SchemaItem) -> sa.Table:
    """A table of numbered rows whose numbers are never used twice.

    References ("survey:3:response:9") outlive the rows that they name: without AUTOINCREMENT SQLite
    would hand the number of a deleted row to the next one.
    """
    number = sa.Column("id", Id, primary_key=True, autoincrement=True)
    return sa.Table(name, metadata, number, *parts, sqlite_autoincrement=True)


people = _table(
    "people",
    sa.Column("telegram_id", sa.BigInteger, nullable=False, unique=True),
    sa.Column("language", sa.String(16), nullable=False),
    sa.Column("role", sa.String(16), nullable=False),
    sa.Column("name", sa.Text),
    sa.Column("consented_at", UtcDateTime),
    sa.Column("unreachable_at", UtcDateTime),
    sa.Column("source", sa.Text),
    sa.Column("wanted_survey", sa.Text),
    sa.Column("dialogue_state", sa.Text),
    sa.Column("dialogue_data", Json),
    sa.Column("created_at", UtcDateTime, nullable=False),
)

surveys = _table(
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

responses = _table(
    "responses",
    sa.Column("survey_id", sa.ForeignKey("surveys.id"), nullable=False),
    sa.Column(
        "person_id", sa.ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    sa.Column("test", sa.Boolean, nullable=False),
    sa.Column("current", sa.Text),
    sa.Column("ticks", Json),
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
    sqlite_with_rowid=False,
)

schemes = _table(
    "schemes",
    sa.Column("survey_key", sa.Text, nullable=False),
    sa.Column("basis", sa.String(32), nullable=False),
    sa.UniqueConstraint("survey_key", "basis"),
)

runs = _table(
    "runs",
    sa.Column("scheme_id", sa.ForeignKey("schemes.id"), nullable=False, index=True),
    sa.Column("document", Json, nullable=False),
    sa.Column("people", sa.Integer, nullable=False),
    sa.Column("created_at", UtcDateTime, nullable=False),
)

segments = _table(
    "segments",
    sa.Column("scheme_id", sa.ForeignKey("schemes.id"), nullable=False),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("name", sa.Text),
    sa.Column("retired", sa.Boolean, nullable=False),
    sa.UniqueConstraint("scheme_id", "key"),
    sa.UniqueConstraint("scheme_id", "number"),
)

memberships = _table(
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
_now = memberships.c.until.is_(None)
sa.Index(
    "uq_memberships_current",
    memberships.c.scheme_id,
    memberships.c.person_id,
    unique=True,
    sqlite_where=_now,
    postgresql_where=_now,
)

campaigns = _table(
    "campaigns",
    sa.Column("author_id", sa.ForeignKey("people.id", ondelete="SET NULL"), index=True),
    sa.Column("segment_id", sa.ForeignKey("segments.id"), nullable=False, index=True),
    sa.Column("template", sa.Text, nullable=False),
    sa.Column("points", sa.Integer, nullable=False),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("created_at", UtcDateTime, nullable=False),
    sa.Column("launched_at", UtcDateTime),
    sa.Column("finished_at", UtcDateTime),
    sa.Column("progress_chat_id", sa.BigInteger),
    sa.Column("progress_message_id", sa.BigInteger),
)

deliveries = _table(
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

accounts = _table(
    "accounts",
    sa.Column("name", sa.Text, nullable=False, unique=True),
    sa.Column("person_id", sa.ForeignKey("people.id", ondelete="SET NULL"), unique=True),
    sa.Column("balance", sa.BigInteger, nullable=False),
    sa.CheckConstraint("balance >= 0 OR name = 'house'", name="only_the_house_owes"),
)

# Rows are never updated or deleted: triggers in the first migration refuse it on both databases.
transfers = _table(
    "transfers",
    sa.Column("reference", sa.Text, nullable=False, unique=True),
    sa.Column("source_id", sa.ForeignKey("accounts.id"), nullable=False),
    sa.Column("target_id", sa.ForeignKey("accounts.id"), nullable=False),
    sa.Column("points", sa.BigInteger, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Index(None, "source_id", "id"),
    sa.Index(None, "target_id", "id"),
    sa.CheckConstraint("points > 0", name="moves_something"),
    sa.CheckConstraint("source_id <> target_id", name="two_accounts"),
)

inbox = _table(
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

audit = _table(
    "audit",
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("actor_id", sa.ForeignKey("people.id", ondelete="CASCADE"), index=True),
    sa.Column("act", sa.Text, nullable=False),
    sa.Column("detail", sa.Text, nullable=False),
)
