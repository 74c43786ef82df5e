"""Field work: settings, invitations, sealed boxes, posts, alerts; campaigns without a segment."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON(none_as_null=True)
MOMENT = sa.DateTime(timezone=True)
TEXT = sa.Text()
CODE = sa.String(16)
NAMES = {
    "pk": "pk_%(table_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
}


def _needs(name: str, kind: Any, *more: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, *more, nullable=False)


def _number() -> sa.Column[Any]:
    return sa.Column("id", ID, primary_key=True, autoincrement=True)


def _person() -> sa.ForeignKey:
    return sa.ForeignKey("people.id", ondelete="CASCADE")


def upgrade() -> None:
    _settings_and_boxes()
    op.create_table(
        "invitations",
        _number(),
        _needs("survey_key", TEXT),
        sa.Column("person_id", ID, _person()),
        _needs("way", CODE),
        sa.Column("token", TEXT),
        sa.Column("label", TEXT),
        sa.Column("campaign_id", ID, sa.ForeignKey("campaigns.id", ondelete="SET NULL")),
        _needs("invited_at", MOMENT),
        sa.Column("refused_at", MOMENT),
        sa.Column("ineligible_at", MOMENT),
        sa.UniqueConstraint("token"),
        sa.UniqueConstraint("survey_key", "person_id"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_invitations_person_id"), "invitations", ["person_id"])
    op.create_index(op.f("ix_invitations_campaign_id"), "invitations", ["campaign_id"])
    _posts_and_alerts()
    with op.batch_alter_table(
        "campaigns", table_kwargs={"sqlite_autoincrement": True}, naming_convention=NAMES
    ) as campaigns:
        campaigns.alter_column("segment_id", existing_type=ID, nullable=True)
        campaigns.add_column(sa.Column("purpose", CODE, nullable=False, server_default="message"))
        campaigns.add_column(sa.Column("survey_key", TEXT))


def _settings_and_boxes() -> None:
    op.create_table(
        "fields",
        sa.Column("survey_key", TEXT, primary_key=True),
        _needs("settings", JSON),
        sa.Column("snapshot_people", sa.Integer()),
        sa.Column("snapshot", JSON),
    )
    op.create_table(
        "takers",
        sa.Column("survey_key", TEXT, primary_key=True),
        sa.Column("person_id", ID, _person(), primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_takers_person_id"), "takers", ["person_id"])
    op.create_table(
        "boxes",
        sa.Column(
            "survey_id", ID, sa.ForeignKey("surveys.id"), primary_key=True, autoincrement=False
        ),
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        _needs("ballots", JSON),
        sqlite_with_rowid=False,
    )


def _posts_and_alerts() -> None:
    op.create_table(
        "posts",
        _number(),
        _needs("survey_key", TEXT),
        _needs("chat_id", sa.BigInteger()),
        _needs("language", CODE),
        sa.Column("message_id", sa.BigInteger()),
        _needs("shown", sa.Integer()),
        sa.Column("edited_at", MOMENT),
        _needs("ended", sa.Boolean()),
        sa.UniqueConstraint("survey_key", "chat_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "alerts",
        _number(),
        _needs("key", TEXT),
        _needs("kind", CODE),
        _needs("survey_key", TEXT),
        _needs("facts", JSON),
        _needs("at", MOMENT),
        sa.Column("told_at", MOMENT),
        sa.UniqueConstraint("key"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "mutes",
        sa.Column("person_id", ID, _person(), primary_key=True, autoincrement=False),
        sa.Column("kind", CODE, primary_key=True),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Letters without a segment go with what sent them: no earlier version can tell of them."""
    op.execute(
        "DELETE FROM deliveries WHERE campaign_id IN"
        " (SELECT id FROM campaigns WHERE segment_id IS NULL)"
    )
    for table in ("mutes", "alerts", "posts", "invitations", "boxes", "takers", "fields"):
        op.drop_table(table)
    op.execute("DELETE FROM campaigns WHERE segment_id IS NULL")
    with op.batch_alter_table(
        "campaigns", table_kwargs={"sqlite_autoincrement": True}, naming_convention=NAMES
    ) as campaigns:
        campaigns.drop_column("survey_key")
        campaigns.drop_column("purpose")
        campaigns.alter_column("segment_id", existing_type=ID, nullable=False)
