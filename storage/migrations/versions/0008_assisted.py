"""Responses that were entered for neighbours without Telegram."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """A mark beside the response, and who entered it."""
    response = sa.ForeignKey("responses.id", ondelete="CASCADE")
    person = sa.ForeignKey("people.id", ondelete="SET NULL")
    op.create_table(
        "assisted",
        sa.Column("response_id", ID, response, primary_key=True),
        sa.Column("entered_by", ID, person),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index(op.f("ix_assisted_entered_by"), "assisted", ["entered_by"])


def downgrade() -> None:
    """Take the marks away."""
    op.drop_table("assisted")
