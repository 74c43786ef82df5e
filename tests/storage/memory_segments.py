"""Segments, campaigns and points in memory."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from rewards.transfers import HOUSE, Account, NotEnoughPoints, ReferenceTaken, Transfer, account_of
from segmentation.grounds import Grounds
from tests.storage.memory import MemoryTransaction, Posted, as_json
from use_cases.ports import Settled
from use_cases.records import (
    Campaign,
    CampaignState,
    Delivery,
    DeliveryState,
    Person,
    PointsEntry,
    Purpose,
    RunNote,
    RunState,
    Scheme,
    StoredMembership,
    StoredRun,
    StoredSegment,
    as_shown,
)


@dataclass(frozen=True, slots=True)
class SegmentsInMemory:
    """use_cases.ports.Segments in memory."""

    transaction: MemoryTransaction

    async def scheme(self, survey_key: str, grounds: Grounds) -> Scheme:
        for known in await self.schemes():
            if (known.survey_key, known.grounds) == (survey_key, grounds):
                return known
        tables = await self.transaction.writing()
        new = Scheme(id=tables.next_id("schemes"), survey_key=survey_key, grounds=grounds)
        tables.schemes[new.id] = new
        return new

    async def get_scheme(self, scheme_id: int) -> Scheme | None:
        return self.transaction.tables.schemes.get(scheme_id)

    async def schemes(self) -> Sequence[Scheme]:
        return [scheme for _, scheme in sorted(self.transaction.tables.schemes.items())]

    async def count_themes(self, scheme_id: int, themes: bool) -> None:
        tables = await self.transaction.writing()
        tables.schemes[scheme_id] = replace(tables.schemes[scheme_id], themes=themes)

    async def allow(self, scheme_id: int, smallest: int | None) -> None:
        tables = await self.transaction.writing()
        tables.schemes[scheme_id] = replace(tables.schemes[scheme_id], smallest=smallest)

    async def await_reading(self, waiting: Iterable[tuple[int, int]]) -> None:
        tables = await self.transaction.writing()
        for scheme_id, person_id in waiting:
            if person_id in tables.people:
                tables.unread_texts.setdefault((scheme_id, person_id), None)

    async def unread(self, limit: int) -> Sequence[tuple[int, int]]:
        return list(self.transaction.tables.unread_texts)[:limit]

    async def read(self, scheme_id: int, people: Iterable[int]) -> None:
        tables = await self.transaction.writing()
        for person_id in people:
            tables.unread_texts.pop((scheme_id, person_id), None)

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
        notes = self.transaction.tables.run_notes
        runs = [
            run
            for run in self.transaction.tables.runs.values()
            if run.scheme_id == scheme_id and notes.get(run.id, RunNote()).state is RunState.ADOPTED
        ]
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
            retired = segment.key not in keys and not segment.pinned
            tables.segments[segment.id] = replace(segment, retired=retired)
        return [tables.segments[known[key].id] for key in keys]

    async def segments(self, scheme_id: int, *, as_found: bool = False) -> Sequence[StoredSegment]:
        everything = self.transaction.tables.segments.values()
        found = sorted((s for s in everything if s.scheme_id == scheme_id), key=lambda s: s.number)
        return [s for s in (found if as_found else as_shown(found)) if not s.retired]

    async def get_segment(self, segment_id: int) -> StoredSegment | None:
        found = self.transaction.tables.segments
        shown = as_shown(found.values())
        return next((each for each in shown if each.id == segment_id), found.get(segment_id))

    async def rename(self, segment_id: int, name: str) -> None:
        tables = await self.transaction.writing()
        tables.segments[segment_id] = replace(tables.segments[segment_id], name=name)

    async def annotate(self, segment_id: int, note: str | None) -> None:
        tables = await self.transaction.writing()
        tables.segments[segment_id] = replace(tables.segments[segment_id], note=note)

    async def pin(self, segment_id: int, pinned: bool) -> None:
        tables = await self.transaction.writing()
        tables.segments[segment_id] = replace(tables.segments[segment_id], pinned=pinned)

    async def hold(self, scheme_id: int) -> None:
        await self.transaction.writing()

    async def merge(self, segment_id: int, into: int | None) -> None:
        tables = await self.transaction.writing()
        for each in list(tables.segments.values()):
            part = each.merged_into == segment_id and into is not None
            if each.id == segment_id or part:
                tables.segments[each.id] = replace(each, merged_into=into)

    async def place(self, memberships: Iterable[StoredMembership]) -> None:
        tables = await self.transaction.writing()
        for new in memberships:
            if new.person_id not in tables.people:
                continue
            where = (new.scheme_id, new.person_id)
            old = tables.memberships.get(where)
            stays = old is not None and old.segment_id == new.segment_id
            since = old.since if old is not None and stays else new.since
            if old is not None and not stays:
                tables.past[tables.next_id("past")] = old, new.since
            tables.memberships[where] = replace(new, since=since)

    async def memberships(
        self, scheme_id: int, *, as_found: bool = False
    ) -> Sequence[StoredMembership]:
        current = sorted(self.transaction.tables.memberships.items())
        found = [membership for (scheme, _), membership in current if scheme == scheme_id]
        if as_found:
            return found
        return [replace(m, segment_id=self._stands_as(m.segment_id)) for m in found]

    async def members(self, segment_id: int) -> Sequence[Person]:
        tables = self.transaction.tables
        asked = self._stands_as(segment_id)
        places = tables.memberships.values()
        inside = {m.person_id for m in places if self._stands_as(m.segment_id) == asked}
        people = [tables.people[person_id] for person_id in sorted(inside)]
        return [person for person in people if person.consented_at is not None]

    def _stands_as(self, segment_id: int | None) -> int | None:
        segment = self.transaction.tables.segments.get(segment_id or 0)
        return segment.stands_as if segment is not None else segment_id


@dataclass(frozen=True, slots=True)
class CampaignsInMemory:
    """use_cases.ports.Campaigns in memory."""

    transaction: MemoryTransaction

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
        tables = await self.transaction.writing()
        campaign = Campaign(
            id=tables.next_id("campaigns"),
            author_id=author_id,
            segment_id=segment_id,
            rule_id=rule_id,
            purpose=purpose,
            survey_key=survey_key,
            template=template,
            points=points,
            created_at=at,
        )
        tables.campaigns[campaign.id] = campaign
        return campaign

    async def translate(self, campaign_id: int, language: str, template: str) -> bool:
        tables = await self.transaction.writing()
        found = tables.campaigns.get(campaign_id)
        if found is None or found.state is not CampaignState.DRAFT:
            return False
        translations = {**found.translations, language: template}
        tables.campaigns[campaign_id] = replace(found, translations=translations)
        return True

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
        return self._launched(lambda campaign: campaign.segment_id in segment_ids)

    async def of_rule(self, rule_id: int) -> Sequence[Campaign]:
        return self._launched(lambda campaign: campaign.rule_id == rule_id)

    def _launched(self, is_one: Callable[[Campaign], bool]) -> Sequence[Campaign]:
        launched = [
            (campaign.launched_at, campaign.id, campaign)
            for campaign in self.transaction.tables.campaigns.values()
            if is_one(campaign) and campaign.launched_at is not None
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
                tables.sent_at[delivery.id] = at

    async def disown_sending(self, campaign_id: int, *, at: datetime) -> int:
        tables = await self.transaction.writing()
        left = self._of(campaign_id, DeliveryState.SENDING)
        for one in left:
            tables.deliveries[one.id] = replace(one, state=DeliveryState.UNCONFIRMED)
        return len(left)

    async def totals(self, campaign_id: int) -> Mapping[DeliveryState, int]:
        deliveries = self.transaction.tables.deliveries.values()
        return Counter(d.state for d in deliveries if d.campaign_id == campaign_id)

    async def outcomes(self, survey_key: str, purpose: Purpose) -> Mapping[int, DeliveryState]:
        tables = self.transaction.tables
        about = {
            c.id
            for c in tables.campaigns.values()
            if (c.survey_key, c.purpose) == (survey_key, purpose)
        }
        return {
            d.person_id: d.state
            for _, d in sorted(tables.deliveries.items())
            if d.campaign_id in about and d.person_id is not None
        }

    async def reminded(self, survey_key: str) -> Mapping[int, tuple[int, datetime | None]]:
        tables = self.transaction.tables
        found: dict[int, tuple[int, datetime | None]] = {}
        for delivery in tables.deliveries.values():
            campaign = tables.campaigns[delivery.campaign_id]
            about = campaign.survey_key == survey_key and campaign.purpose is Purpose.REMINDER
            if about and delivery.person_id is not None:
                times, last = found.get(delivery.person_id, (0, None))
                moments = [at for at in (last, campaign.launched_at) if at is not None]
                found[delivery.person_id] = times + 1, max(moments, default=None)
        return found

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

    async def moved_by(self, reference: str) -> int:
        posted = self.transaction.tables.transfers.values()
        found = [each.transfer for each in posted if each.transfer.reference == reference]
        return found[0].points if found else 0

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
