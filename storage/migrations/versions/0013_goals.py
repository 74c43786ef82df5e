"""Goals of divisions, segments and rules, in one table."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
ABOUT = ("scheme", "segment", "rule")


def upgrade() -> None:
    """The column for goals of rules was never written to."""
    op.create_table(
        "goals",
        sa.Column("id", ID, primary_key=True, autoincrement=True),
        *(
            sa.Column(f"{each}_id", ID, sa.ForeignKey(f"{each}s.id", ondelete="CASCADE"))
            for each in ABOUT
        ),
        sa.Column("measure", sa.String(16), nullable=False),
        sa.Column("target", sa.Double(), nullable=False),
        sa.Column("start", sa.Double()),
        sa.Column("due", sa.String(10), nullable=False),
        sa.Column("owner_id", ID, sa.ForeignKey("people.id", ondelete="SET NULL")),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT),
        sqlite_autoincrement=True,
    )
    for column in (*(f"{each}_id" for each in ABOUT), "owner_id"):
        op.create_index(op.f(f"ix_goals_{column}"), "goals", [column])
    op.drop_column("rules", "goal")


def downgrade() -> None:
    """Without goals; rules have their empty column again."""
    op.add_column("rules", sa.Column("goal", sa.JSON(none_as_null=True)))
    op.drop_table("goals")
