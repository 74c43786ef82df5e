"""Where a person's data lie: one list, by which they are shown to the person and by which they go.

A table that names a person and is not in here fails `tests/storage/test_holdings.py`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any
from uuid import uuid4

import sqlalchemy as sa

from storage import tables as t
from storage.tables.segments import STANDS_AS
from use_cases.records import InboxState

Rows = Callable[[int], sa.Select[Any]]
Erasing = Callable[[int], sa.Executable]


class Fate(Enum):
    """What becomes of a row when its person is forgotten."""

    GOES = auto()  # The row is deleted.
    NAMELESS = auto()  # It stays, and names nobody.


@dataclass(frozen=True, slots=True)
class Holding:
    """One table's part: `rows` selects it by the person's id, as the person may read it.

    `erasing` is what erasure does before the person's row goes and the foreign keys do the rest.
    """

    table: sa.Table
    fate: Fate
    rows: Rows
    erasing: Erasing | None = None


def _of(owner: sa.Column[Any], *columns: Any, joined: Any = None) -> Rows:
    """The rows whose `owner` is the person, in the order of their coming."""

    def select(person_id: int) -> sa.Select[Any]:
        found = sa.select(*columns).select_from(owner.table if joined is None else joined)
        order = [owner.table.c.id] if "id" in owner.table.c else list(owner.table.primary_key)
        return found.where(owner == person_id).order_by(*order)

    return select


def _lane(person_id: int) -> sa.ScalarSelect[Any]:
    return sa.select(t.people.c.telegram_id).where(t.people.c.id == person_id).scalar_subquery()


def _walks(person_id: int) -> sa.ScalarSelect[Any]:
    return sa.select(t.responses.c.id).where(t.responses.c.person_id == person_id).scalar_subquery()


def _of_walks(table: sa.Table, *columns: Any) -> Rows:
    """The rows that hang on the person's responses."""
    return lambda person_id: (
        sa.select(*columns)
        .where(table.c.response_id.in_(_walks(person_id)))
        .order_by(*table.primary_key)
    )


def _urgent(person_id: int) -> sa.ColumnElement[bool]:
    """Alerts are keyed by the response in which somebody wrote of danger."""
    key = "urgent:response:" + sa.cast(t.responses.c.id, sa.Text) + ":%"
    mine = t.responses.c.person_id == person_id
    return sa.select(t.responses.c.id).where(mine, t.alerts.c.key.like(key)).exists()


def _transfers(person_id: int) -> sa.Select[Any]:
    mine = sa.select(t.accounts.c.id).where(t.accounts.c.person_id == person_id).scalar_subquery()
    c = t.transfers.c
    signed = sa.case((c.target_id == mine, c.points), else_=-c.points).label("points")
    return (
        sa.select(c.at, signed, c.reason, c.reference)
        .where((c.source_id == mine) | (c.target_id == mine))
        .order_by(c.id)
    )


def _done(person_id: int) -> sa.Select[Any]:
    """What they did, and what the shell did with their data."""
    c, mine = t.audit.c, (t.audit.c.actor_id == person_id) | _about(person_id)
    return sa.select(c.at, c.act, c.detail).where(mine).order_by(c.id)


def _about(person_id: int) -> sa.ColumnElement[bool]:
    return t.audit.c.actor_id.is_(None) & (t.audit.c.detail == f"person:{person_id}")


def _entered(person_id: int) -> sa.Select[Any]:
    """Sheets that were entered for them, or by them."""
    c = t.assisted.c
    mine = c.response_id.in_(_walks(person_id))
    by_them = (c.entered_by == person_id).label("by_you")
    return (
        sa.select(c.response_id, c.entered_at, by_them)
        .where(mine | (c.entered_by == person_id))
        .order_by(c.response_id)
    )


def _authored(table: sa.Table, owner: str, *names: str) -> Holding:
    """What somebody made for the house, which stays when they go."""
    return Holding(table, Fate.NAMELESS, _of(table.c[owner], *(table.c[name] for name in names)))


_homes = t.residences.join(t.flats).join(t.buildings)
_shown = t.segments.alias("shown")
_places = t.memberships.join(t.schemes, t.memberships.c.scheme_id == t.schemes.c.id)
_segments = _places.outerjoin(t.segments, t.memberships.c.segment_id == t.segments.c.id).outerjoin(
    _shown, _shown.c.id == STANDS_AS
)
_letters = t.deliveries.join(t.campaigns)

HOLDINGS: Sequence[Holding] = (
    Holding(t.people, Fate.GOES, _of(t.people.c.id, *t.people.c)),
    Holding(
        t.residences,
        Fate.GOES,
        _of(
            t.residences.c.person_id,
            t.buildings.c.name.label("building"),
            t.flats.c.number.label("flat"),
            *(t.residences.c[n] for n in ("role", "standing", "way", "moved_in", "since", "until")),
            joined=_homes,
        ),
    ),
    Holding(
        t.places,
        Fate.GOES,
        _of(t.places.c.person_id, t.places.c.district, t.places.c.city, t.places.c.region),
    ),
    Holding(
        t.code_tries,
        Fate.GOES,
        _of(t.code_tries.c.person_id, t.code_tries.c.wrong, t.code_tries.c.last_at),
    ),
    Holding(
        t.facts,
        Fate.GOES,
        _of(
            t.facts.c.person_id,
            *(t.facts.c[n] for n in ("name", "value", "number", "day", "moment", "since", "until")),
        ),
    ),
    Holding(t.labels, Fate.GOES, _of(t.labels.c.person_id, t.labels.c.name, t.labels.c.label)),
    Holding(
        t.events,
        Fate.GOES,
        _of(
            t.events.c.person_id,
            *(t.events.c[n] for n in ("kind", "at", "amount", "traits", "origin", "external")),
        ),
    ),
    Holding(
        t.responses,
        Fate.GOES,
        _of(
            t.responses.c.person_id,
            t.responses.c.id,
            t.surveys.c.key.label("survey"),
            t.surveys.c.version,
            *(
                t.responses.c[n]
                for n in ("test", "source", "spent", "started_at", "touched_at", "completed_at")
            ),
            joined=t.responses.join(t.surveys),
        ),
    ),
    Holding(t.answers, Fate.GOES, _of_walks(t.answers, *t.answers.c)),
    Holding(t.sayings, Fate.GOES, _of_walks(t.sayings, *t.sayings.c)),
    Holding(t.assisted, Fate.NAMELESS, _entered),
    Holding(t.takers, Fate.GOES, _of(t.takers.c.person_id, t.takers.c.survey_key.label("survey"))),
    Holding(
        t.memberships,
        Fate.GOES,
        _of(
            t.memberships.c.person_id,
            t.schemes.c.survey_key.label("survey"),
            t.schemes.c.basis,
            _shown.c.number,
            _shown.c.name,
            t.memberships.c.confidence,
            t.memberships.c.since,
            t.memberships.c.until,
            joined=_segments,
        ),
    ),
    Holding(
        t.proposed_places,
        Fate.GOES,
        _of(
            t.proposed_places.c.person_id,
            *(t.proposed_places.c[n] for n in ("run_id", "segment_key", "confidence")),
        ),
    ),
    Holding(t.unread_texts, Fate.GOES, _of(t.unread_texts.c.person_id, t.unread_texts.c.scheme_id)),
    Holding(
        t.stays,
        Fate.GOES,
        _of(
            t.stays.c.person_id,
            t.rules.c.name,
            t.stays.c.since,
            t.stays.c.until,
            joined=t.stays.join(t.rules),
        ),
    ),
    Holding(
        t.accounts,
        Fate.NAMELESS,
        _of(t.accounts.c.person_id, t.accounts.c.balance),
        lambda person_id: (
            t.accounts.update()
            .where(t.accounts.c.person_id == person_id)
            .values(name=f"erased:{uuid4().hex}")
        ),
    ),
    Holding(t.transfers, Fate.NAMELESS, _transfers),
    Holding(
        t.deliveries,
        Fate.NAMELESS,
        _of(
            t.deliveries.c.person_id,
            t.deliveries.c.changed_at.label("at"),
            t.deliveries.c.state,
            *(
                t.campaigns.c[n]
                for n in ("purpose", "survey_key", "template", "translations", "points")
            ),
            joined=_letters,
        ),
    ),
    Holding(
        t.invitations,
        Fate.GOES,
        _of(
            t.invitations.c.person_id,
            t.invitations.c.survey_key.label("survey"),
            *(t.invitations.c[n] for n in ("way", "label", "invited_at", "refused_at")),
            t.invitations.c.ineligible_at,
        ),
    ),
    Holding(
        t.alerts,
        Fate.GOES,
        lambda person_id: (
            sa.select(t.alerts.c.kind, t.alerts.c.survey_key.label("survey"), t.alerts.c.at)
            .where(_urgent(person_id))
            .order_by(t.alerts.c.id)
        ),
        lambda person_id: t.alerts.delete().where(_urgent(person_id)),
    ),
    Holding(t.mutes, Fate.GOES, _of(t.mutes.c.person_id, t.mutes.c.kind)),
    Holding(
        t.inbox,
        Fate.GOES,
        lambda person_id: (
            sa.select(t.inbox.c.received_at, t.inbox.c.state)
            .where(t.inbox.c.lane == _lane(person_id))
            .order_by(t.inbox.c.id)
        ),
        lambda person_id: t.inbox.delete().where(
            t.inbox.c.lane == _lane(person_id), t.inbox.c.state != InboxState.RECEIVED
        ),
    ),
    Holding(
        t.audit,
        Fate.GOES,
        _done,
        lambda person_id: t.audit.delete().where(_about(person_id)),
    ),
    Holding(
        t.drafts,
        Fate.GOES,
        _of(t.drafts.c.author_id, t.drafts.c.document, t.drafts.c.touched_at),
    ),
    _authored(t.surveys, "author_id", "key", "version", "created_at"),
    Holding(
        t.campaigns,
        Fate.NAMELESS,
        _of(t.campaigns.c.author_id, t.campaigns.c.template, t.campaigns.c.created_at),
        lambda person_id: (
            t.campaigns.update()
            .where(t.campaigns.c.progress_chat_id == _lane(person_id))
            .values(progress_chat_id=None, progress_message_id=None)
        ),
    ),
    _authored(t.rules, "author_id", "name", "text", "created_at"),
    _authored(t.goals, "owner_id", "measure", "target", "due", "created_at"),
    _authored(t.costs, "noted_by", "place", "kind", "amount", "at"),
    _authored(t.run_notes, "settled_by", "run_id", "state", "settled_at"),
)
