"""Whether own words count in a scheme, and whose are still to be read."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Schemes that have a run go on without own words: an upgrade moves nobody."""
    op.add_column(
        "schemes", sa.Column("themes", sa.Boolean(), nullable=False, server_default=sa.true())
    )
    op.execute(
        "UPDATE schemes SET themes = false WHERE id IN (SELECT scheme_id FROM runs)"
        if op.get_bind().dialect.name == "postgresql"
        else "UPDATE schemes SET themes = 0 WHERE id IN (SELECT scheme_id FROM runs)"
    )
    op.create_table(
        "unread_texts",
        sa.Column("id", ID, primary_key=True, autoincrement=True),
        sa.Column("scheme_id", ID, sa.ForeignKey("schemes.id", ondelete="CASCADE"), nullable=False),
        sa.Column("person_id", ID, sa.ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
        sa.UniqueConstraint("scheme_id", "person_id"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_unread_texts_person_id"), "unread_texts", ["person_id"])


def downgrade() -> None:
    """Without it."""
    op.drop_table("unread_texts")
    op.drop_column("schemes", "themes")
