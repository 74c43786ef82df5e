"""How many people a manager wants in a segment at least."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A column that leaves every scheme as it was."""
    op.add_column("schemes", sa.Column("smallest", sa.Integer()))


def downgrade() -> None:
    """Without it."""
    op.drop_column("schemes", "smallest")
