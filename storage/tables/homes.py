"""Buildings, their flats, who lives where, and where those without a house are from."""

import sqlalchemy as sa

from storage.columns import UtcDateTime
from storage.tables.base import metadata, table

buildings = table(
    "buildings",
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("name_key", sa.Text, nullable=False, unique=True),  # As names are compared.
    sa.Column("district", sa.Text),
    sa.Column("city", sa.Text),
    sa.Column("region", sa.Text),
    sa.Column("created_at", UtcDateTime, nullable=False),
)


flats = table(
    "flats",
    sa.Column("building_id", sa.ForeignKey("buildings.id", ondelete="CASCADE"), nullable=False),
    sa.Column("number", sa.Text, nullable=False),
    sa.Column("number_key", sa.Text, nullable=False),
    sa.Column("entrance", sa.Text),
    sa.Column("floor", sa.Integer),
    sa.Column("area", sa.Float),  # Square metres.
    sa.Column("share", sa.Float),  # Of the building, from 0 to 1.
    sa.Column("code", sa.Text, unique=True),  # The invitation on its door card, once made.
    sa.UniqueConstraint("building_id", "number_key"),
)


residences = table(
    "residences",
    sa.Column("person_id", sa.ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    sa.Column("flat_id", sa.ForeignKey("flats.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("role", sa.String(16)),
    sa.Column("standing", sa.String(16), nullable=False),
    sa.Column("way", sa.String(16), nullable=False),
    sa.Column("moved_in", sa.Date),
    sa.Column("since", UtcDateTime, nullable=False),
    sa.Column("until", UtcDateTime),
)


_now = residences.c.until.is_(None)
sa.Index(
    "uq_residences_current",
    residences.c.person_id,
    residences.c.flat_id,
    unique=True,
    sqlite_where=_now,
    postgresql_where=_now,
)
sa.Index(None, residences.c.person_id)
sa.Index(None, residences.c.standing, residences.c.until)


places = sa.Table(
    "places",
    metadata,
    sa.Column("person_id", sa.ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("district", sa.Text),
    sa.Column("city", sa.Text),
    sa.Column("region", sa.Text),
)


code_tries = sa.Table(
    "code_tries",
    metadata,
    sa.Column("person_id", sa.ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("wrong", sa.Integer, nullable=False),
    sa.Column("last_at", UtcDateTime, nullable=False),
)
