"""What becomes of runs, and where proposed ones would put people."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON(none_as_null=True)


def upgrade() -> None:
    """Notes beside the runs; places that wait for a decision."""
    run = sa.ForeignKey("runs.id", ondelete="CASCADE")
    op.create_table(
        "run_notes",
        sa.Column("run_id", ID, run, primary_key=True, autoincrement=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("best", sa.Integer()),
        sa.Column("chosen", sa.Integer()),
        sa.Column("fingerprint", sa.String(64)),
        sa.Column("settled_by", ID, sa.ForeignKey("people.id", ondelete="SET NULL")),
        sa.Column("settled_at", sa.DateTime(timezone=True)),
        sa.Column("golden", JSON),
    )
    op.create_index(op.f("ix_run_notes_settled_by"), "run_notes", ["settled_by"])
    op.create_table(
        "proposed_places",
        sa.Column(
            "run_id",
            ID,
            sa.ForeignKey("runs.id", ondelete="CASCADE"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column(
            "person_id",
            ID,
            sa.ForeignKey("people.id", ondelete="CASCADE"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("segment_key", sa.Text()),
        sa.Column("confidence", sa.Float(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_proposed_places_person_id"), "proposed_places", ["person_id"])


def downgrade() -> None:
    """Without them."""
    op.drop_table("proposed_places")
    op.drop_table("run_notes")
