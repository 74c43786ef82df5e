"""Invitations, posts in groups, and what managers are to be told."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from storage.tables import alerts, invitations, mutes, posts
from storage.transaction import Insert, Transaction, inserting
from use_cases.records import Alert, AlertKind, Invited, Post, Way


def _inviting(insert: Insert) -> Any:
    """Whoever is invited again keeps their row, with the newer letter if there is one."""
    given = insert(invitations)
    newest = sa.func.coalesce(given.excluded.campaign_id, invitations.c.campaign_id)
    return given.on_conflict_do_update(
        index_elements=["survey_key", "person_id"], set_={"campaign_id": newest}
    )


_INVITE = inserting(_inviting)
_POST = inserting(
    lambda insert: (
        insert(posts)
        .on_conflict_do_nothing(index_elements=["survey_key", "chat_id"])
        .returning(posts)
    )
)
_RAISE = inserting(lambda insert: insert(alerts).on_conflict_do_nothing(index_elements=["key"]))
_MUTE = inserting(
    lambda insert: insert(mutes).on_conflict_do_nothing(index_elements=["person_id", "kind"])
)


def _invited(row: Any | None) -> Invited | None:
    if row is None:
        return None
    return Invited(
        id=row.id,
        survey_key=row.survey_key,
        person_id=row.person_id,
        way=Way(row.way),
        token=row.token,
        label=row.label,
        campaign_id=row.campaign_id,
        invited_at=row.invited_at,
        refused_at=row.refused_at,
        ineligible_at=row.ineligible_at,
    )


def _post(row: Any) -> Post:
    return Post(
        id=row.id,
        survey_key=row.survey_key,
        chat_id=row.chat_id,
        language=row.language,
        message_id=row.message_id,
        shown=row.shown,
        edited_at=row.edited_at,
        ended=row.ended,
    )


@dataclass(frozen=True, slots=True)
class InvitationsTable:
    """use_cases.ports.Invitations over a table."""

    transaction: Transaction

    async def invite(
        self,
        survey_key: str,
        person_ids: Collection[int],
        *,
        way: Way,
        at: datetime,
        campaign_id: int | None = None,
    ) -> None:
        common = {"survey_key": survey_key, "way": way, "campaign_id": campaign_id}
        rows = [{**common, "person_id": each, "invited_at": at} for each in sorted(person_ids)]
        if rows:
            await self.transaction.write(_INVITE, rows)

    async def add_link(self, survey_key: str, token: str, label: str, *, at: datetime) -> Invited:
        row = {"survey_key": survey_key, "way": Way.LIST, "token": token, "label": label}
        added = await self.transaction.write(
            invitations.insert().returning(invitations), {**row, "invited_at": at}
        )
        made = _invited(added.one())
        assert made is not None, "it was written just now"
        return made

    async def by_token(self, token: str) -> Invited | None:
        one = sa.select(invitations).where(invitations.c.token == token)
        return _invited((await self.transaction.read(one)).first())

    async def bind(self, invited_id: int, person_id: int) -> bool:
        mine = invitations.alias("mine")
        link = sa.select(invitations.c.survey_key).where(invitations.c.id == invited_id)
        has_one = sa.exists().where(
            mine.c.person_id == person_id, mine.c.survey_key == link.scalar_subquery()
        )
        free = sa.and_(invitations.c.id == invited_id, invitations.c.person_id.is_(None), ~has_one)
        bound = await self.transaction.write(
            invitations.update().where(free), {"person_id": person_id}
        )
        return bound.rowcount == 1

    async def of_person(self, survey_key: str, person_id: int) -> Invited | None:
        one = sa.select(invitations).where(
            invitations.c.survey_key == survey_key, invitations.c.person_id == person_id
        )
        return _invited((await self.transaction.read(one)).first())

    async def all_of(self, survey_key: str) -> Sequence[Invited]:
        those = (
            sa.select(invitations)
            .where(invitations.c.survey_key == survey_key)
            .order_by(invitations.c.id)
        )
        read = [_invited(row) for row in await self.transaction.read(those)]
        return [each for each in read if each is not None]

    async def decline(
        self, survey_key: str, person_id: int, *, ineligible: bool, at: datetime
    ) -> None:
        mine = sa.and_(invitations.c.survey_key == survey_key, invitations.c.person_id == person_id)
        what = {"ineligible_at": at} if ineligible else {"refused_at": at}
        await self.transaction.write(invitations.update().where(mine), what)


@dataclass(frozen=True, slots=True)
class NoticesTable:
    """use_cases.ports.Notices over three tables."""

    transaction: Transaction

    async def add_post(
        self, survey_key: str, chat_id: int, *, language: str, at: datetime
    ) -> Post | None:
        ended = sa.and_(
            posts.c.survey_key == survey_key, posts.c.chat_id == chat_id, posts.c.ended.is_(True)
        )
        await self.transaction.write(posts.delete().where(ended))
        row = {"survey_key": survey_key, "chat_id": chat_id, "language": language}
        added = await self.transaction.write(
            _POST, {**row, "shown": 0, "edited_at": at, "ended": False}
        )
        made = added.first()
        return _post(made) if made is not None else None

    async def posts(self, survey_key: str | None = None) -> Sequence[Post]:
        those = sa.select(posts).where(posts.c.ended.is_(False)).order_by(posts.c.id)
        if survey_key is not None:
            those = those.where(posts.c.survey_key == survey_key)
        return [_post(row) for row in await self.transaction.read(those)]

    async def save_post(self, post: Post) -> None:
        await self.transaction.write(
            posts.update().where(posts.c.id == post.id),
            {
                "chat_id": post.chat_id,
                "message_id": post.message_id,
                "shown": post.shown,
                "edited_at": post.edited_at,
                "ended": post.ended,
            },
        )

    async def drop_post(self, post_id: int) -> None:
        await self.transaction.write(posts.delete().where(posts.c.id == post_id))

    async def raise_alert(
        self,
        key: str,
        kind: AlertKind,
        survey_key: str,
        facts: Mapping[str, object],
        *,
        at: datetime,
    ) -> bool:
        row = {"key": key, "kind": kind, "survey_key": survey_key, "facts": dict(facts), "at": at}
        return (await self.transaction.write(_RAISE, row)).rowcount == 1

    async def raised(self, key: str) -> bool:
        those = sa.select(alerts.c.id).where(alerts.c.key == key)
        return (await self.transaction.read(those)).first() is not None

    async def untold(self) -> Sequence[Alert]:
        those = sa.select(alerts).where(alerts.c.told_at.is_(None)).order_by(alerts.c.id)
        return [
            Alert(
                id=row.id,
                key=row.key,
                kind=AlertKind(row.kind),
                survey_key=row.survey_key,
                facts=row.facts,
                at=row.at,
            )
            for row in await self.transaction.read(those)
        ]

    async def told(self, alert_ids: Sequence[int], *, at: datetime) -> None:
        those = alerts.update().where(alerts.c.id.in_(list(alert_ids)))
        await self.transaction.write(those, {"told_at": at})

    async def muted(self) -> Collection[tuple[int, AlertKind]]:
        rows = await self.transaction.read(sa.select(mutes.c.person_id, mutes.c.kind))
        return {(row.person_id, AlertKind(row.kind)) for row in rows}

    async def mute(self, person_id: int, kind: AlertKind, *, on: bool) -> None:
        if on:
            await self.transaction.write(_MUTE, {"person_id": person_id, "kind": kind})
            return
        one = sa.and_(mutes.c.person_id == person_id, mutes.c.kind == kind)
        await self.transaction.write(mutes.delete().where(one))
