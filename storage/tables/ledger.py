"""Accounts and transfers."""

import sqlalchemy as sa

from storage.columns import UtcDateTime
from storage.tables.base import table

accounts = table(
    "accounts",
    sa.Column("name", sa.Text, nullable=False, unique=True),
    sa.Column("person_id", sa.ForeignKey("people.id", ondelete="SET NULL"), unique=True),
    sa.Column("balance", sa.BigInteger, nullable=False),
    sa.CheckConstraint("balance >= 0 OR name = 'house'", name="only_the_house_owes"),
)


# Rows are never updated or deleted: triggers in the first migration refuse it on both databases.
transfers = table(
    "transfers",
    sa.Column("reference", sa.Text, nullable=False, unique=True),
    sa.Column("source_id", sa.ForeignKey("accounts.id"), nullable=False),
    sa.Column("target_id", sa.ForeignKey("accounts.id"), nullable=False),
    sa.Column("points", sa.BigInteger, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Index(None, "source_id", "id"),
    sa.Index(None, "target_id", "id"),
    sa.CheckConstraint("points > 0", name="moves_something"),
    sa.CheckConstraint("source_id <> target_id", name="two_accounts"),
)
