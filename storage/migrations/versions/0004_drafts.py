"""Surveys that are being written."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """One row a draft."""
    op.create_table(
        "drafts",
        sa.Column("id", ID, primary_key=True, autoincrement=True),
        sa.Column("author_id", ID, sa.ForeignKey("people.id", ondelete="CASCADE")),
        sa.Column("document", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("survey_key", sa.Text()),
        sa.Column("shelved", ID, sa.ForeignKey("surveys.id")),
        sa.Column("shelved_revision", sa.Integer()),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_drafts_author_id"), "drafts", ["author_id"])


def downgrade() -> None:
    """Half-written surveys go; what was shelved stays."""
    op.drop_table("drafts")
