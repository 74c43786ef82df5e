"""Texts of campaigns in more languages."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A column that says nothing of earlier campaigns."""
    op.add_column("campaigns", sa.Column("translations", sa.JSON()))


def downgrade() -> None:
    """Without it."""
    op.drop_column("campaigns", "translations")
