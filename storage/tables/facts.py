"""What is known of people beside their answers, what they did, and the rules that ask about it."""

import sqlalchemy as sa

from storage.columns import EpochMicros, Json, UtcDateTime
from storage.tables.base import metadata, table

# One row a value somebody has or had. `name` is the field's key, its parts joined by U+001F.
facts = table(
    "facts",
    sa.Column("person_id", sa.ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("value", sa.Text),
    sa.Column("folded", sa.Text),  # The text as rules compare it.
    sa.Column("number", sa.Double),
    sa.Column("day", sa.String(10)),  # ISO
    sa.Column("moment", UtcDateTime),
    sa.Column("since", UtcDateTime, nullable=False),
    sa.Column("until", UtcDateTime),
)
_now = facts.c.until.is_(None)
sa.Index(
    "uq_facts_current",
    facts.c.person_id,
    facts.c.name,
    unique=True,
    sqlite_where=_now,
    postgresql_where=_now,
)
for _column in ("folded", "number", "day", "moment"):
    sa.Index(
        f"ix_facts_{_column}",
        facts.c.name,
        facts.c[_column],
        facts.c.person_id,
        sqlite_where=_now,
        postgresql_where=_now,
    )

# Values of which somebody has several at once: tags, lists, what was ticked.
labels = sa.Table(
    "labels",
    metadata,
    sa.Column("person_id", sa.ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("folded", sa.Text, primary_key=True),
    sa.Column("label", sa.Text, nullable=False),
    sa.Index(None, "name", "folded"),
)

# Payments, purchases, visits, tickets, sessions. `amount` is in the smallest unit of money;
# `origin` and `external` name a row of a file that was brought in, so that it counts once.
events = table(
    "events",
    sa.Column("person_id", sa.ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("at", EpochMicros, nullable=False),
    sa.Column("amount", sa.BigInteger),
    sa.Column("item", sa.Text),  # These four are folded; `traits` has them as they were written.
    sa.Column("category", sa.Text),
    sa.Column("maker", sa.Text),
    sa.Column("place", sa.Text),
    sa.Column("traits", Json),
    sa.Column("origin", sa.Text, nullable=False),
    sa.Column("external", sa.Text),
    sa.UniqueConstraint("origin", "external"),
    sa.Index(None, "person_id", "kind", "at"),
    sa.Index(None, "kind", "at"),
)

rules = table(
    "rules",
    sa.Column("key", sa.Text, nullable=False, unique=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("dynamic", sa.Boolean, nullable=False),
    sa.Column("author_id", sa.ForeignKey("people.id", ondelete="SET NULL"), index=True),
    sa.Column("created_at", UtcDateTime, nullable=False),
    sa.Column("counted_at", UtcDateTime),
    sa.Column("people", sa.Integer),
    sa.Column("took_ms", sa.Integer),
    sa.Column("fault", sa.Text),  # A code; the members are those of the last time it worked.
)

stays = table(
    "stays",
    sa.Column("rule_id", sa.ForeignKey("rules.id", ondelete="CASCADE"), nullable=False),
    sa.Column(
        "person_id", sa.ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    sa.Column("since", UtcDateTime, nullable=False),
    sa.Column("until", UtcDateTime),
    sa.Index(None, "rule_id", "since"),
)
_here = stays.c.until.is_(None)
sa.Index(
    "uq_stays_current",
    stays.c.rule_id,
    stays.c.person_id,
    unique=True,
    sqlite_where=_here,
    postgresql_where=_here,
)
