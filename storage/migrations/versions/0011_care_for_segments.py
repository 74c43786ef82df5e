"""What managers do with segments: notes, pins, and two that show as one."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Columns that say nothing of the segments there are."""
    op.add_column("segments", sa.Column("note", sa.Text()))
    no = sa.false()
    op.add_column("segments", sa.Column("pinned", sa.Boolean(), nullable=False, server_default=no))
    op.add_column("segments", sa.Column("merged_into", ID))
    op.create_index(op.f("ix_segments_merged_into"), "segments", ["merged_into"])


def downgrade() -> None:
    """Without them: merged segments stand apart again."""
    op.drop_index(op.f("ix_segments_merged_into"), "segments")
    for column in ("merged_into", "pinned", "note"):
        op.drop_column("segments", column)
