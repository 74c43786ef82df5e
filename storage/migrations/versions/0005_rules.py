"""Facts about people, what they did, segments by rules and who is in them."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON(none_as_null=True)
MOMENT = sa.DateTime(timezone=True)
TEXT = sa.Text()
CURRENT = sa.text("until IS NULL")


def upgrade() -> None:
    """What is known first, then the rules."""
    _facts()
    _events()
    _rules()


def _needs(name: str, kind: Any, *more: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, *more, nullable=False)


def _goes_with(column: str, table: str, **more: Any) -> sa.Column[Any]:
    reference = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(column, ID, reference, **{"nullable": False, **more})


def _table(name: str, *parts: SchemaItem) -> None:
    number = sa.Column("id", ID, primary_key=True, autoincrement=True)
    op.create_table(name, number, *parts, sqlite_autoincrement=True)


def _current(name: str, table: str, *columns: str, unique: bool = False) -> None:
    """An index over the rows that hold now."""
    op.create_index(
        name, table, columns, unique=unique, sqlite_where=CURRENT, postgresql_where=CURRENT
    )


def _facts() -> None:
    _table(
        "facts",
        _goes_with("person_id", "people"),
        _needs("name", TEXT),
        sa.Column("value", TEXT),
        sa.Column("folded", TEXT),
        sa.Column("number", sa.Double()),
        sa.Column("day", sa.String(10)),
        sa.Column("moment", MOMENT),
        _needs("since", MOMENT),
        sa.Column("until", MOMENT),
    )
    _current("uq_facts_current", "facts", "person_id", "name", unique=True)
    for column in ("folded", "number", "day", "moment"):
        _current(f"ix_facts_{column}", "facts", "name", column, "person_id")
    op.create_table(
        "labels",
        _goes_with("person_id", "people", primary_key=True),
        sa.Column("name", TEXT, primary_key=True),
        sa.Column("folded", TEXT, primary_key=True),
        _needs("label", TEXT),
    )
    op.create_index("ix_labels_name_folded", "labels", ["name", "folded"])


def _events() -> None:
    _table(
        "events",
        _goes_with("person_id", "people"),
        _needs("kind", TEXT),
        _needs("at", sa.BigInteger()),
        sa.Column("amount", sa.BigInteger()),
        *(sa.Column(name, TEXT) for name in ("item", "category", "maker", "place")),
        sa.Column("traits", JSON),
        _needs("origin", TEXT),
        sa.Column("external", TEXT),
        sa.UniqueConstraint("origin", "external"),
    )
    op.create_index("ix_events_person_id_kind_at", "events", ["person_id", "kind", "at"])
    op.create_index("ix_events_kind_at", "events", ["kind", "at"])


def _rules() -> None:
    _table(
        "rules",
        _needs("key", TEXT),
        _needs("name", TEXT),
        _needs("text", TEXT),
        _needs("dynamic", sa.Boolean()),
        sa.Column("author_id", ID, sa.ForeignKey("people.id", ondelete="SET NULL")),
        _needs("created_at", MOMENT),
        sa.Column("counted_at", MOMENT),
        sa.Column("people", sa.Integer()),
        sa.Column("took_ms", sa.Integer()),
        sa.Column("fault", TEXT),
        sa.Column("goal", JSON),
        sa.UniqueConstraint("key"),
    )
    op.create_index("ix_rules_author_id", "rules", ["author_id"])
    _table(
        "stays",
        _goes_with("rule_id", "rules"),
        _goes_with("person_id", "people"),
        _needs("since", MOMENT),
        sa.Column("until", MOMENT),
    )
    op.create_index("ix_stays_person_id", "stays", ["person_id"])
    op.create_index("ix_stays_rule_id_since", "stays", ["rule_id", "since"])
    _current("uq_stays_current", "stays", "rule_id", "person_id", unique=True)


def downgrade() -> None:
    """The other way round."""
    for table in ("stays", "rules", "events", "labels", "facts"):
        op.drop_table(table)
