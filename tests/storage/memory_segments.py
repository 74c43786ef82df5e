"""Segments, campaigns and points in memory."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from rewards.transfers import HOUSE, Account, NotEnoughPoints, ReferenceTaken, Transfer, account_of
from surveys.questions import Basis
from tests.storage.memory import MemoryTransaction, Posted, as_json
from use_cases.ports import Settled
from use_cases.records import (
    Campaign,
    CampaignState,
    Delivery,
    DeliveryState,
    Person,
    PointsEntry,
    Scheme,
    StoredMembership,
    StoredRun,
    StoredSegment,
)


@dataclass(frozen=True, slots=True)
class SegmentsInMemory:
    """use_cases.ports.Segments in memory; the history of memberships is not kept."""

    transaction: MemoryTransaction

    async def scheme(self, survey_key: str, basis: Basis) -> Scheme:
        for known in await self.schemes():
            if (known.survey_key, known.basis) == (survey_key, basis):
                return known
        tables = await self.transaction.writing()
        new = Scheme(id=tables.next_id("schemes"), survey_key=survey_key, basis=basis)
        tables.schemes[new.id] = new
        return new

    async def get_scheme(self, scheme_id: int) -> Scheme | None:
        return self.transaction.tables.schemes.get(scheme_id)

    async def schemes(self) -> Sequence[Scheme]:
        return [scheme for _, scheme in sorted(self.transaction.tables.schemes.items())]

    async def add_run(
        self, scheme_id: int, document: Mapping[str, object], *, people: int, at: datetime
    ) -> StoredRun:
        tables = await self.transaction.writing()
        run = StoredRun(
            id=tables.next_id("runs"),
            scheme_id=scheme_id,
            document=as_json(document),
            people=people,
            created_at=at,
        )
        tables.runs[run.id] = run
        return run

    async def latest_run(self, scheme_id: int) -> StoredRun | None:
        runs = [r for r in self.transaction.tables.runs.values() if r.scheme_id == scheme_id]
        return max(runs, key=lambda run: run.id, default=None)

    async def set_segments(self, scheme_id: int, keys: Sequence[str]) -> Sequence[StoredSegment]:
        tables = await self.transaction.writing()
        known = {s.key: s for s in tables.segments.values() if s.scheme_id == scheme_id}
        number = len(known)
        for key in keys:
            if key not in known:
                number += 1
                segment_id = tables.next_id("segments")
                known[key] = StoredSegment(
                    id=segment_id, scheme_id=scheme_id, key=key, number=number
                )
        for segment in known.values():
            tables.segments[segment.id] = replace(segment, retired=segment.key not in keys)
        return [tables.segments[known[key].id] for key in keys]

    async def segments(self, scheme_id: int) -> Sequence[StoredSegment]:
        everything = self.transaction.tables.segments.values()
        living = [s for s in everything if s.scheme_id == scheme_id and not s.retired]
        return sorted(living, key=lambda segment: segment.number)

    async def get_segment(self, segment_id: int) -> StoredSegment | None:
        return self.transaction.tables.segments.get(segment_id)

    async def rename(self, segment_id: int, name: str) -> None:
        tables = await self.transaction.writing()
        tables.segments[segment_id] = replace(tables.segments[segment_id], name=name)

    async def place(self, memberships: Iterable[StoredMembership]) -> None:
        tables = await self.transaction.writing()
        for new in memberships:
            if new.person_id not in tables.people:
                continue
            where = (new.scheme_id, new.person_id)
            old = tables.memberships.get(where)
            stays = old is not None and old.segment_id == new.segment_id
            since = old.since if old is not None and stays else new.since
            tables.memberships[where] = replace(new, since=since)

    async def memberships(self, scheme_id: int) -> Sequence[StoredMembership]:
        current = sorted(self.transaction.tables.memberships.items())
        return [membership for (scheme, _), membership in current if scheme == scheme_id]

    async def members(self, segment_id: int) -> Sequence[Person]:
        tables = self.transaction.tables
        inside = {m.person_id for m in tables.memberships.values() if m.segment_id == segment_id}
        people = [tables.people[person_id] for person_id in sorted(inside)]
        return [person for person in people if person.consented_at is not None]


@dataclass(frozen=True, slots=True)
class CampaignsInMemory:
    """use_cases.ports.Campaigns in memory."""

    transaction: MemoryTransaction

    async def add(
        self, *, author_id: int, segment_id: int, template: str, points: int, at: datetime
    ) -> Campaign:
        tables = await self.transaction.writing()
        campaign = Campaign(
            id=tables.next_id("campaigns"),
            author_id=author_id,
            segment_id=segment_id,
            template=template,
            points=points,
            created_at=at,
        )
        tables.campaigns[campaign.id] = campaign
        return campaign

    async def get(self, campaign_id: int) -> Campaign | None:
        return self.transaction.tables.campaigns.get(campaign_id)

    async def save(self, campaign: Campaign) -> None:
        tables = await self.transaction.writing()
        tables.campaigns[campaign.id] = replace(
            tables.campaigns[campaign.id],
            state=campaign.state,
            launched_at=campaign.launched_at,
            finished_at=campaign.finished_at,
            progress_chat_id=campaign.progress_chat_id,
            progress_message_id=campaign.progress_message_id,
        )

    async def launch(self, campaign_id: int, person_ids: Sequence[int], *, at: datetime) -> bool:
        tables = await self.transaction.writing()
        campaign = tables.campaigns.get(campaign_id)
        if campaign is None or campaign.state is not CampaignState.DRAFT:
            return False
        launched = replace(campaign, state=CampaignState.SENDING, launched_at=at)
        tables.campaigns[campaign_id] = launched
        for person_id in dict.fromkeys(person_ids):
            if person_id in tables.people:
                delivery = Delivery(
                    id=tables.next_id("deliveries"),
                    campaign_id=campaign_id,
                    person_id=person_id,
                    state=DeliveryState.QUEUED,
                )
                tables.deliveries[delivery.id] = delivery
        return True

    async def in_state(self, state: CampaignState) -> Sequence[Campaign]:
        campaigns = sorted(self.transaction.tables.campaigns.items())
        return [campaign for _, campaign in campaigns if campaign.state is state]

    async def of_segments(self, segment_ids: Sequence[int]) -> Sequence[Campaign]:
        launched = [
            (campaign.launched_at, campaign.id, campaign)
            for campaign in self.transaction.tables.campaigns.values()
            if campaign.segment_id in segment_ids and campaign.launched_at is not None
        ]
        return [campaign for *_, campaign in sorted(launched, key=lambda x: x[:2], reverse=True)]

    async def take_queued(
        self, campaign_id: int, limit: int, *, at: datetime, after: int = 0
    ) -> Sequence[Delivery]:
        tables = await self.transaction.writing()
        queued = [d for d in self._of(campaign_id, DeliveryState.QUEUED) if d.id > after][:limit]
        for one in queued:
            sending = replace(one, state=DeliveryState.SENDING, attempts=one.attempts + 1)
            tables.deliveries[one.id] = sending
        return [tables.deliveries[one.id] for one in queued]

    async def settle(self, settled: Iterable[Settled], *, at: datetime) -> None:
        tables = await self.transaction.writing()
        for end in settled:
            delivery = tables.deliveries.get(end.delivery_id)
            if delivery is not None and delivery.state is DeliveryState.SENDING:
                new = replace(delivery, state=end.state, message_id=end.message_id)
                tables.deliveries[delivery.id] = new

    async def disown_sending(self, campaign_id: int, *, at: datetime) -> int:
        tables = await self.transaction.writing()
        left = self._of(campaign_id, DeliveryState.SENDING)
        for one in left:
            tables.deliveries[one.id] = replace(one, state=DeliveryState.UNCONFIRMED)
        return len(left)

    async def totals(self, campaign_id: int) -> Mapping[DeliveryState, int]:
        deliveries = self.transaction.tables.deliveries.values()
        return Counter(d.state for d in deliveries if d.campaign_id == campaign_id)

    async def people_in(self, campaign_id: int, state: DeliveryState) -> Sequence[Person]:
        people = self.transaction.tables.people
        those = [d.person_id for d in self._of(campaign_id, state) if d.person_id is not None]
        return [people[person_id] for person_id in those]

    def _of(self, campaign_id: int, state: DeliveryState) -> list[Delivery]:
        deliveries = sorted(self.transaction.tables.deliveries.items())
        return [d for _, d in deliveries if d.campaign_id == campaign_id and d.state is state]


@dataclass(frozen=True, slots=True)
class PointsInMemory:
    """use_cases.ports.Points in memory."""

    transaction: MemoryTransaction

    async def post(self, transfer: Transfer, *, reason: str, at: datetime) -> bool:
        tables = await self.transaction.writing()
        for posted in tables.transfers.values():
            if posted.transfer.reference == transfer.reference:
                if posted.transfer != transfer:
                    raise ReferenceTaken(transfer.reference)
                return False
        balance = tables.balances.get(transfer.source, 0)
        if transfer.source != HOUSE and balance < transfer.points:
            raise NotEnoughPoints(balance=balance, price=transfer.points)
        self._open(transfer.target)
        tables.balances[transfer.source] -= transfer.points
        tables.balances[transfer.target] += transfer.points
        tables.transfers[tables.next_id("transfers")] = Posted(transfer, reason, at)
        return True

    async def balance(self, person_id: int) -> int:
        return self.transaction.tables.balances.get(account_of(person_id), 0)

    async def balances(self, person_ids: Sequence[int]) -> Mapping[int, int]:
        return {person_id: await self.balance(person_id) for person_id in person_ids}

    async def statement(self, person_id: int, limit: int) -> Sequence[PointsEntry]:
        mine = account_of(person_id)
        return [
            PointsEntry(
                points=posted.transfer.points * (1 if posted.transfer.target == mine else -1),
                reason=posted.reason,
                reference=posted.transfer.reference,
                at=posted.at,
            )
            for _, posted in sorted(self.transaction.tables.transfers.items(), reverse=True)
            if mine in (posted.transfer.source, posted.transfer.target)
        ][:limit]

    async def total(self) -> int:
        return sum(self.transaction.tables.balances.values())

    async def given(self, *, reason: str | None = None) -> int:
        return sum(
            posted.transfer.points
            for posted in self.transaction.tables.transfers.values()
            if posted.transfer.source == HOUSE and reason in (None, posted.reason)
        )

    async def given_to(self, person_ids: Sequence[int]) -> int:
        theirs = {account_of(person_id) for person_id in person_ids}
        return sum(
            posted.transfer.points
            for posted in self.transaction.tables.transfers.values()
            if posted.transfer.source == HOUSE and posted.transfer.target in theirs
        )

    def _open(self, account: Account) -> None:
        """Make the account with the first points that it gets."""
        tables = self.transaction.tables
        if account not in tables.balances:
            people = [p for p in tables.people if account_of(p) == account]
            tables.balances[account] = 0
            tables.owners[account] = people[0] if people else None
