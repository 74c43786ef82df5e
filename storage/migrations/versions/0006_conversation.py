"""How answers came about, the messages that gave them, and answers that still grow."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON(none_as_null=True)

OF_RESPONSES = (("collects", sa.Boolean()), ("known", JSON), ("spent", sa.Float()))
OF_ANSWERS = (
    ("seconds", sa.Float()),
    ("edits", sa.Integer()),
    ("place", sa.Integer()),
    ("confirmed", sa.Boolean()),
)


def upgrade() -> None:
    """Columns that say nothing of earlier answers, and a table."""
    for table, columns in (("responses", OF_RESPONSES), ("answers", OF_ANSWERS)):
        for name, kind in columns:
            op.add_column(table, sa.Column(name, kind))
    op.create_table(
        "sayings",
        sa.Column(
            "response_id",
            ID,
            sa.ForeignKey("responses.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("message_id", sa.BigInteger(), primary_key=True),
        sa.Column("question_key", sa.Text(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("text", sa.Text()),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Without them."""
    op.drop_table("sayings")
    for table, columns in (("responses", OF_RESPONSES), ("answers", OF_ANSWERS)):
        for name, _ in columns:
            op.drop_column(table, name)
