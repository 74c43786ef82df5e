"""Which group each person's newest rating puts them in."""

from datetime import datetime

import sqlalchemy as sa

from storage.rules.asked import KEY_SEPARATOR
from storage.tables import facts


def newest_group(name: str, at: datetime | None = None) -> sa.Subquery:
    """Person and `told`: the newest value of the field of that name, over all surveys; with `at`
    what it was at that moment."""
    there: sa.ColumnElement[bool] = facts.c.until.is_(None)
    if at is not None:
        there = (facts.c.since <= at) & (there | (facts.c.until > at))
    place = sa.func.row_number().over(
        partition_by=facts.c.person_id, order_by=(facts.c.since.desc(), facts.c.name)
    )
    ranked = (
        sa.select(facts.c.person_id, facts.c.value.label("told"), place.label("place"))
        .where(facts.c.name.startswith(f"{name}{KEY_SEPARATOR}"), there)
        .subquery()
    )
    return sa.select(ranked.c.person_id, ranked.c.told).where(ranked.c.place == 1).subquery()
