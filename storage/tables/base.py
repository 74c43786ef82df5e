"""What all tables share: names of constraints, numbers never used twice."""

import sqlalchemy as sa
from sqlalchemy.schema import SchemaItem

from storage.columns import Id

metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def table(name: str, *parts: SchemaItem) -> sa.Table:
    """A table of numbered rows whose numbers are never used twice.

    References ("survey:3:response:9") outlive the rows that they name: without AUTOINCREMENT SQLite
    would hand the number of a deleted row to the next one.
    """
    number = sa.Column("id", Id, primary_key=True, autoincrement=True)
    return sa.Table(name, metadata, number, *parts, sqlite_autoincrement=True)
