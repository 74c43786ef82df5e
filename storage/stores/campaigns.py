"""Campaigns and their deliveries: who was to get what, and how it went."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from storage.columns import UtcDateTime
from storage.stores.people import person_of
from storage.tables import campaigns, deliveries, people
from storage.transaction import Transaction, inserting
from use_cases.ports import Settled
from use_cases.records import Campaign, CampaignState, Delivery, DeliveryState, Person, Purpose

# Somebody may have been erased since the audience was counted: whoever is not there is left out.
_RECIPIENT = sa.select(
    sa.bindparam("of_campaign", type_=deliveries.c.campaign_id.type),
    people.c.id,
    sa.literal(DeliveryState.QUEUED.value, sa.String),
    sa.literal(0, sa.Integer),
    sa.bindparam("since", type_=deliveries.c.changed_at.type),
).where(people.c.id == sa.bindparam("of_person"))
_QUEUE = inserting(
    lambda insert: (
        insert(deliveries)
        .from_select(["campaign_id", "person_id", "state", "attempts", "changed_at"], _RECIPIENT)
        .on_conflict_do_nothing(index_elements=["campaign_id", "person_id"])
    )
)
# Two senders skip the rows that the other one is taking (SQLite has one writer at a time anyway).
_NEXT = (
    sa.select(deliveries.c.id)
    .where(
        deliveries.c.campaign_id == sa.bindparam("of_campaign"),
        deliveries.c.state == DeliveryState.QUEUED,
        deliveries.c.id > sa.bindparam("after"),
    )
    .order_by(deliveries.c.id)
    .limit(sa.bindparam("at_most", type_=sa.Integer))
    .with_for_update(skip_locked=True)
    .cte("next")
)
_TAKE = (
    deliveries.update()
    .where(deliveries.c.id.in_(sa.select(_NEXT.c.id)))
    .values(
        state=DeliveryState.SENDING,
        attempts=deliveries.c.attempts + 1,
        changed_at=sa.bindparam("now", type_=deliveries.c.changed_at.type),
    )
    .returning(deliveries)
)
_SETTLE = (
    deliveries.update()
    .where(
        deliveries.c.id == sa.bindparam("delivery_id"), deliveries.c.state == DeliveryState.SENDING
    )
    .values(
        state=sa.bindparam("end"),
        message_id=sa.bindparam("message_id"),
        fault=sa.bindparam("fault"),
        changed_at=sa.bindparam("changed_at"),
    )
)


def _campaign(row: Any) -> Campaign:
    return Campaign(
        id=row.id,
        author_id=row.author_id,
        segment_id=row.segment_id,
        rule_id=row.rule_id,
        purpose=Purpose(row.purpose),
        survey_key=row.survey_key,
        template=row.template,
        translations=row.translations or {},
        points=row.points,
        state=CampaignState(row.state),
        created_at=row.created_at,
        launched_at=row.launched_at,
        finished_at=row.finished_at,
        progress_chat_id=row.progress_chat_id,
        progress_message_id=row.progress_message_id,
    )


def _delivery(row: Any) -> Delivery:
    return Delivery(
        id=row.id,
        campaign_id=row.campaign_id,
        person_id=row.person_id,
        state=DeliveryState(row.state),
        attempts=row.attempts,
        message_id=row.message_id,
    )


@dataclass(frozen=True, slots=True)
class CampaignsTable:
    """use_cases.ports.Campaigns over two tables."""

    transaction: Transaction

    async def add(
        self,
        *,
        author_id: int | None,
        segment_id: int | None,
        template: str,
        points: int,
        at: datetime,
        purpose: Purpose = Purpose.MESSAGE,
        survey_key: str | None = None,
        rule_id: int | None = None,
    ) -> Campaign:
        draft = {
            "author_id": author_id,
            "segment_id": segment_id,
            "rule_id": rule_id,
            "purpose": purpose,
            "survey_key": survey_key,
            "template": template,
            "points": points,
            "state": CampaignState.DRAFT,
            "created_at": at,
        }
        added = await self.transaction.write(campaigns.insert().returning(campaigns), draft)
        return _campaign(added.one())

    async def get(self, campaign_id: int) -> Campaign | None:
        one = sa.select(campaigns).where(campaigns.c.id == campaign_id)
        row = (await self.transaction.read(one)).first()
        return _campaign(row) if row is not None else None

    async def save(self, campaign: Campaign) -> None:
        await self.transaction.write(
            campaigns.update().where(campaigns.c.id == campaign.id),
            {
                "state": campaign.state,
                "launched_at": campaign.launched_at,
                "finished_at": campaign.finished_at,
                "progress_chat_id": campaign.progress_chat_id,
                "progress_message_id": campaign.progress_message_id,
            },
        )

    async def translate(self, campaign_id: int, language: str, template: str) -> bool:
        draft = sa.and_(campaigns.c.id == campaign_id, campaigns.c.state == CampaignState.DRAFT)
        found = await self.transaction.read(sa.select(campaigns.c.translations).where(draft))
        kept = found.scalar() or {}
        written = await self.transaction.write(
            campaigns.update().where(draft), {"translations": {**kept, language: template}}
        )
        return written.rowcount == 1

    async def launch(self, campaign_id: int, person_ids: Sequence[int], *, at: datetime) -> bool:
        draft = sa.and_(campaigns.c.id == campaign_id, campaigns.c.state == CampaignState.DRAFT)
        launched = await self.transaction.write(
            campaigns.update().where(draft),
            {"state": CampaignState.SENDING, "launched_at": at},
        )
        if launched.rowcount == 0:
            return False
        if person_ids:
            recipients = [
                {"of_campaign": campaign_id, "of_person": person_id, "since": at}
                for person_id in person_ids
            ]
            await self.transaction.write(_QUEUE, recipients)
        return True

    async def in_state(self, state: CampaignState) -> Sequence[Campaign]:
        those = sa.select(campaigns).where(campaigns.c.state == state).order_by(campaigns.c.id)
        return [_campaign(row) for row in await self.transaction.read(those)]

    async def of_segments(self, segment_ids: Sequence[int]) -> Sequence[Campaign]:
        return await self._launched(campaigns.c.segment_id.in_(segment_ids))

    async def of_rule(self, rule_id: int) -> Sequence[Campaign]:
        return await self._launched(campaigns.c.rule_id == rule_id)

    async def _launched(self, whose: sa.ColumnElement[bool]) -> Sequence[Campaign]:
        those = (
            sa.select(campaigns)
            .where(whose, campaigns.c.state != CampaignState.DRAFT)
            .order_by(campaigns.c.launched_at.desc(), campaigns.c.id.desc())
        )
        return [_campaign(row) for row in await self.transaction.read(those)]

    async def take_queued(
        self, campaign_id: int, limit: int, *, at: datetime, after: int = 0
    ) -> Sequence[Delivery]:
        wanted = {"of_campaign": campaign_id, "at_most": limit, "after": after, "now": at}
        taken = await self.transaction.write(_TAKE, wanted)
        return sorted((_delivery(row) for row in taken), key=lambda delivery: delivery.id)

    async def settle(self, settled: Iterable[Settled], *, at: datetime) -> None:
        ends = [
            {
                "delivery_id": one.delivery_id,
                "end": one.state,
                "message_id": one.message_id,
                "fault": one.fault,
                "changed_at": at,
            }
            for one in settled
        ]
        if ends:
            await self.transaction.write(_SETTLE, ends)

    async def disown_sending(self, campaign_id: int, *, at: datetime) -> int:
        left = sa.and_(
            deliveries.c.campaign_id == campaign_id, deliveries.c.state == DeliveryState.SENDING
        )
        disowned = await self.transaction.write(
            deliveries.update().where(left),
            {"state": DeliveryState.UNCONFIRMED, "changed_at": at},
        )
        return disowned.rowcount

    async def totals(self, campaign_id: int) -> Mapping[DeliveryState, int]:
        by_state = (
            sa.select(deliveries.c.state, sa.func.count())
            .where(deliveries.c.campaign_id == campaign_id)
            .group_by(deliveries.c.state)
        )
        rows = await self.transaction.read(by_state)
        return {DeliveryState(state): count for state, count in rows}

    async def outcomes(self, survey_key: str, purpose: Purpose) -> Mapping[int, DeliveryState]:
        about = (
            sa.select(deliveries.c.person_id, deliveries.c.state)
            .join(campaigns)
            .where(
                campaigns.c.survey_key == survey_key,
                campaigns.c.purpose == purpose,
                deliveries.c.person_id.is_not(None),
            )
            .order_by(deliveries.c.id)
        )
        rows = await self.transaction.read(about)
        return {row.person_id: DeliveryState(row.state) for row in rows}

    async def reminded(self, survey_key: str) -> Mapping[int, tuple[int, datetime | None]]:
        sent = (
            sa.select(
                deliveries.c.person_id,
                sa.func.count().label("times"),
                sa.func.max(campaigns.c.launched_at, type_=UtcDateTime).label("last"),
            )
            .join_from(deliveries, campaigns)
            .where(
                campaigns.c.survey_key == survey_key,
                campaigns.c.purpose == Purpose.REMINDER,
                deliveries.c.person_id.is_not(None),
            )
            .group_by(deliveries.c.person_id)
        )
        rows = await self.transaction.read(sent)
        return {row.person_id: (row.times, row.last) for row in rows}

    async def people_in(self, campaign_id: int, state: DeliveryState) -> Sequence[Person]:
        who = (
            sa.select(people)
            .join(deliveries)
            .where(deliveries.c.campaign_id == campaign_id, deliveries.c.state == state)
            .order_by(deliveries.c.id)
        )
        return [person_of(row) for row in await self.transaction.read(who)]
