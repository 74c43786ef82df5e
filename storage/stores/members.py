"""Who is, or was, in a scheme, a segment of one (merged ones as one), or a rule's segment."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from storage.tables import memberships, people, segments, stays
from storage.tables.segments import STANDS_AS
from use_cases.records.figures import PlaceKind, SegmentPlace


def members_now(place: SegmentPlace) -> sa.Subquery:
    """Person and when they met the bot, of the members who agreed."""
    return _members(place, lambda _, until: until.is_(None))


def members_at(place: SegmentPlace, moment: datetime) -> sa.Subquery:
    """Likewise at a moment gone by."""
    return _members(
        place, lambda since, until: (since <= moment) & (until.is_(None) | (until > moment))
    )


def _members(place: SegmentPlace, when: Any) -> sa.Subquery:
    if place.kind is PlaceKind.RULE:
        times: Any = stays
        here: Any = stays.c.rule_id == place.id
    else:
        times = memberships.join(segments, segments.c.id == memberships.c.segment_id)
        whole = place.kind is PlaceKind.SCHEME
        here = segments.c.scheme_id == place.id if whole else place.id == STANDS_AS
    of = stays if place.kind is PlaceKind.RULE else memberships
    return (
        sa.select(of.c.person_id, people.c.created_at)
        .select_from(times.join(people, people.c.id == of.c.person_id))
        .where(here, when(of.c.since, of.c.until), people.c.consented_at.is_not(None))
        .subquery()
    )


def members_both(place: SegmentPlace, moment: datetime) -> sa.Subquery:
    """Whoever is in it now and was at that moment."""
    now, then = members_now(place), members_at(place, moment)
    return (
        sa.select(now.c.person_id)
        .join(then, then.c.person_id == now.c.person_id)
        .distinct()
        .subquery()
    )
