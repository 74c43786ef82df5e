"""Short surveys that ask adaptively, and walks through them."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """A table, and a column that says nothing of earlier walks."""
    op.add_column("responses", sa.Column("typing", sa.JSON(none_as_null=True)))
    op.create_table(
        "short_surveys",
        sa.Column(
            "scheme_id",
            ID,
            sa.ForeignKey("schemes.id"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("most", sa.Integer(), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    """Without them."""
    op.drop_table("short_surveys")
    op.drop_column("responses", "typing")
