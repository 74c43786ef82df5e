"""The first tables, the house's account, and the triggers that keep transfers as they are."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON(none_as_null=True)
MOMENT = sa.DateTime(timezone=True)
TEXT = sa.Text()
CODE = sa.String(16)

SQLITE_TRIGGERS = tuple(
    f"CREATE TRIGGER transfers_no_{deed.lower()} BEFORE {deed} ON transfers"
    " BEGIN SELECT RAISE(ABORT, 'transfers stay as they are'); END"
    for deed in ("UPDATE", "DELETE")
)
POSTGRESQL_TRIGGERS = (
    "CREATE FUNCTION transfers_stay() RETURNS trigger LANGUAGE plpgsql AS"
    " $$ BEGIN RAISE EXCEPTION 'transfers stay as they are'; END $$",
    "CREATE TRIGGER transfers_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON transfers"
    " FOR EACH STATEMENT EXECUTE FUNCTION transfers_stay()",
)


def upgrade() -> None:
    """Make everything, in an order that foreign keys like."""
    _people_and_surveys()
    _segments()
    _campaigns()
    _ledger()
    _housekeeping()


def _table(name: str, *parts: SchemaItem) -> sa.Table:
    """A table of numbered rows whose numbers are never used twice."""
    number = sa.Column("id", ID, primary_key=True, autoincrement=True)
    return op.create_table(name, number, *parts, sqlite_autoincrement=True)


def _needs(name: str, kind: Any, *more: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, *more, nullable=False)


def _refers(table: str, ondelete: str | None = None) -> sa.ForeignKey:
    return sa.ForeignKey(f"{table}.id", ondelete=ondelete)


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, columns)


def _people_and_surveys() -> None:
    _table(
        "people",
        _needs("telegram_id", sa.BigInteger()),
        _needs("language", CODE),
        _needs("role", CODE),
        sa.Column("name", TEXT),
        sa.Column("consented_at", MOMENT),
        sa.Column("unreachable_at", MOMENT),
        sa.Column("source", TEXT),
        sa.Column("wanted_survey", TEXT),
        sa.Column("dialogue_state", TEXT),
        sa.Column("dialogue_data", JSON),
        _needs("created_at", MOMENT),
        sa.UniqueConstraint("telegram_id"),
    )
    _table(
        "surveys",
        _needs("key", TEXT),
        _needs("version", sa.Integer()),
        _needs("definition", TEXT),
        _needs("status", CODE),
        sa.Column("author_id", ID, _refers("people", "SET NULL")),
        _needs("created_at", MOMENT),
        sa.Column("published_at", MOMENT),
        sa.Column("ended_at", MOMENT),
        sa.UniqueConstraint("key", "version"),
    )
    _index("surveys", "author_id")
    _table(
        "responses",
        _needs("survey_id", ID, _refers("surveys")),
        _needs("person_id", ID, _refers("people", "CASCADE")),
        _needs("test", sa.Boolean()),
        sa.Column("current", TEXT),
        sa.Column("ticks", JSON),
        sa.Column("source", TEXT),
        _needs("started_at", MOMENT),
        _needs("touched_at", MOMENT),
        sa.Column("completed_at", MOMENT),
        sa.UniqueConstraint("survey_id", "person_id", "test"),
    )
    _index("responses", "person_id")
    op.create_table(
        "answers",
        sa.Column("response_id", ID, _refers("responses", "CASCADE"), primary_key=True),
        sa.Column("question_key", TEXT, primary_key=True),
        _needs("kind", CODE),
        sa.Column("value", JSON),
        _needs("answered_at", MOMENT),
        sqlite_with_rowid=False,
    )


def _segments() -> None:
    _table(
        "schemes",
        _needs("survey_key", TEXT),
        _needs("basis", sa.String(32)),
        sa.UniqueConstraint("survey_key", "basis"),
    )
    _table(
        "runs",
        _needs("scheme_id", ID, _refers("schemes")),
        _needs("document", JSON),
        _needs("people", sa.Integer()),
        _needs("created_at", MOMENT),
    )
    _index("runs", "scheme_id")
    _table(
        "segments",
        _needs("scheme_id", ID, _refers("schemes")),
        _needs("key", TEXT),
        _needs("number", sa.Integer()),
        sa.Column("name", TEXT),
        _needs("retired", sa.Boolean()),
        sa.UniqueConstraint("scheme_id", "key"),
        sa.UniqueConstraint("scheme_id", "number"),
    )
    _table(
        "memberships",
        _needs("scheme_id", ID, _refers("schemes")),
        _needs("person_id", ID, _refers("people", "CASCADE")),
        sa.Column("segment_id", ID, _refers("segments")),
        _needs("run_id", ID, _refers("runs")),
        _needs("confidence", sa.Float()),
        _needs("since", MOMENT),
        sa.Column("until", MOMENT),
    )
    _index("memberships", "person_id")
    _index("memberships", "segment_id")
    op.create_index(
        "uq_memberships_current",
        "memberships",
        ["scheme_id", "person_id"],
        unique=True,
        sqlite_where=sa.text("until IS NULL"),
        postgresql_where=sa.text("until IS NULL"),
    )


def _campaigns() -> None:
    _table(
        "campaigns",
        sa.Column("author_id", ID, _refers("people", "SET NULL")),
        _needs("segment_id", ID, _refers("segments")),
        _needs("template", TEXT),
        _needs("points", sa.Integer()),
        _needs("state", CODE),
        _needs("created_at", MOMENT),
        sa.Column("launched_at", MOMENT),
        sa.Column("finished_at", MOMENT),
        sa.Column("progress_chat_id", sa.BigInteger()),
        sa.Column("progress_message_id", sa.BigInteger()),
    )
    _index("campaigns", "author_id")
    _index("campaigns", "segment_id")
    _table(
        "deliveries",
        _needs("campaign_id", ID, _refers("campaigns")),
        sa.Column("person_id", ID, _refers("people", "SET NULL")),
        _needs("state", CODE),
        _needs("attempts", sa.Integer()),
        sa.Column("message_id", sa.BigInteger()),
        sa.Column("fault", TEXT),
        _needs("changed_at", MOMENT),
        sa.UniqueConstraint("campaign_id", "person_id"),
    )
    _index("deliveries", "person_id")
    _index("deliveries", "campaign_id", "state", "id")


def _ledger() -> None:
    accounts = _table(
        "accounts",
        _needs("name", TEXT),
        sa.Column("person_id", ID, _refers("people", "SET NULL")),
        _needs("balance", sa.BigInteger()),
        sa.UniqueConstraint("name"),
        sa.UniqueConstraint("person_id"),
        sa.CheckConstraint("balance >= 0 OR name = 'house'", name="only_the_house_owes"),
    )
    op.bulk_insert(accounts, [{"name": "house", "balance": 0}])
    _table(
        "transfers",
        _needs("reference", TEXT),
        _needs("source_id", ID, _refers("accounts")),
        _needs("target_id", ID, _refers("accounts")),
        _needs("points", sa.BigInteger()),
        _needs("reason", TEXT),
        _needs("at", MOMENT),
        sa.UniqueConstraint("reference"),
        sa.CheckConstraint("points > 0", name="moves_something"),
        sa.CheckConstraint("source_id <> target_id", name="two_accounts"),
    )
    _index("transfers", "source_id", "id")
    _index("transfers", "target_id", "id")
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    for trigger in SQLITE_TRIGGERS if on_sqlite else POSTGRESQL_TRIGGERS:
        op.execute(trigger)


def _housekeeping() -> None:
    _table(
        "inbox",
        _needs("update_id", sa.BigInteger()),
        _needs("lane", sa.BigInteger()),
        sa.Column("payload", JSON),
        _needs("state", CODE),
        _needs("attempts", sa.Integer()),
        sa.Column("fault", TEXT),
        _needs("received_at", MOMENT),
        sa.UniqueConstraint("update_id"),
    )
    _index("inbox", "state", "id")
    op.create_table("house", sa.Column("name", TEXT, primary_key=True), _needs("value", TEXT))
    _table(
        "audit",
        _needs("at", MOMENT),
        sa.Column("actor_id", ID, _refers("people", "CASCADE")),
        _needs("act", TEXT),
        _needs("detail", TEXT),
    )
    _index("audit", "actor_id")


def downgrade() -> None:
    """Take everything away, the other way round; triggers go with their table."""
    for tables in (
        ("audit", "house", "inbox", "transfers", "accounts", "deliveries", "campaigns"),
        ("memberships", "segments", "runs", "schemes"),
        ("answers", "responses", "surveys", "people"),
    ):
        for table in tables:
            op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION transfers_stay()")
