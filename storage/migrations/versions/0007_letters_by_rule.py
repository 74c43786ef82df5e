"""Campaigns to the people of a rule."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A column that says nothing of earlier campaigns."""
    op.add_column("campaigns", sa.Column("rule_id", sa.BigInteger()))


def downgrade() -> None:
    """Without it."""
    op.drop_column("campaigns", "rule_id")
