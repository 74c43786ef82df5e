"""What managers say was spent on a segment."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """One table."""
    op.create_table(
        "costs",
        sa.Column("id", ID, nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("noted_by", ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["noted_by"], ["people.id"], name=op.f("fk_costs_noted_by_people"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_costs")),
    )
    op.create_index(op.f("ix_costs_noted_by"), "costs", ["noted_by"])
    op.create_index(op.f("ix_costs_place_at"), "costs", ["place", "at"])


def downgrade() -> None:
    """Without it."""
    op.drop_table("costs")
