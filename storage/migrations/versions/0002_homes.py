"""Buildings and flats, who lives where, wrong codes."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
TEXT = sa.Text()
CODE = sa.String(16)


def _number() -> sa.Column[Any]:
    return sa.Column("id", ID, primary_key=True, autoincrement=True)


def _goes_with(column: str, table: str, **more: Any) -> sa.Column[Any]:
    reference = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(column, ID, reference, **{"nullable": False, **more})


def upgrade() -> None:
    """Houses first, then who lives in them."""
    _houses()
    _people()


def _houses() -> None:
    op.create_table(
        "buildings",
        _number(),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("name_key", TEXT, nullable=False),
        sa.Column("district", TEXT),
        sa.Column("city", TEXT),
        sa.Column("region", TEXT),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.UniqueConstraint("name_key"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "flats",
        _number(),
        _goes_with("building_id", "buildings"),
        sa.Column("number", TEXT, nullable=False),
        sa.Column("number_key", TEXT, nullable=False),
        sa.Column("entrance", TEXT),
        sa.Column("floor", sa.Integer()),
        sa.Column("area", sa.Float()),
        sa.Column("share", sa.Float()),
        sa.Column("code", TEXT),
        sa.UniqueConstraint("building_id", "number_key"),
        sa.UniqueConstraint("code"),
        sqlite_autoincrement=True,
    )


def _people() -> None:
    op.create_table(
        "residences",
        _number(),
        _goes_with("person_id", "people"),
        _goes_with("flat_id", "flats"),
        sa.Column("role", CODE),
        sa.Column("standing", CODE, nullable=False),
        sa.Column("way", CODE, nullable=False),
        sa.Column("moved_in", sa.Date()),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("until", MOMENT),
        sqlite_autoincrement=True,
    )
    for columns in (["person_id"], ["flat_id"], ["standing", "until"]):
        op.create_index(op.f(f"ix_residences_{'_'.join(columns)}"), "residences", columns)
    op.create_index(
        "uq_residences_current",
        "residences",
        ["person_id", "flat_id"],
        unique=True,
        sqlite_where=sa.text("until IS NULL"),
        postgresql_where=sa.text("until IS NULL"),
    )
    op.create_table(
        "places",
        _goes_with("person_id", "people", primary_key=True),
        sa.Column("district", TEXT),
        sa.Column("city", TEXT),
        sa.Column("region", TEXT),
    )
    op.create_table(
        "code_tries",
        _goes_with("person_id", "people", primary_key=True),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("last_at", MOMENT, nullable=False),
    )


def downgrade() -> None:
    """The other way round."""
    for table in ("code_tries", "places", "residences", "flats", "buildings"):
        op.drop_table(table)
