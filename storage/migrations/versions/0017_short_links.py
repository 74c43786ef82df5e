"""Which short survey a link named, until it is begun."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A column that says nothing of those who came before."""
    op.add_column("people", sa.Column("wanted_short", sa.BigInteger()))


def downgrade() -> None:
    """Without it."""
    op.drop_column("people", "wanted_short")
