"""A manager writes to one segment: draft, preview, launch, watch, pause."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from campaigns.template import TemplateFault, read_template
from use_cases.access import require
from use_cases.broadcasting.letters import LetterFault, Wording
from use_cases.broadcasting.previews import (
    Preview,
    as_told_to,
    living_rule,
    living_segment,
    preview_letters,
)
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Campaign, CampaignState, DeliveryState, Person, Purpose, Role

GIFT_POINTS_MAX = 10_000  # Points that may go with one message.


class NoSuchCampaign(Exception):
    """A forged or old button names a campaign that is not there."""


class PointsOutOfRange(Exception):
    """A message brings from 0 to `most` points."""

    def __init__(self, *, points: int, most: int) -> None:
        super().__init__(f"{points} points, at most {most}")
        self.points, self.most = points, most


class NobodyToWriteTo(Exception):
    """The segment has nobody whom a message would reach; `unreachable` are in it."""

    def __init__(self, *, unreachable: int) -> None:
        super().__init__(f"nobody reachable, {unreachable} unreachable")
        self.unreachable = unreachable


class NoLetterFits(Exception):
    """Every single letter would be refused: how many for which fault."""

    def __init__(self, faults: Mapping[LetterFault, int]) -> None:
        super().__init__(str(dict(faults)))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Launched:
    """The campaign with its frozen audience; `now` is False if an earlier tap had launched it."""

    campaign: Campaign
    audience: int
    now: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a campaign is; the totals of a launched one add up to its audience."""

    campaign: Campaign
    totals: Mapping[DeliveryState, int]

    @property
    def audience(self) -> int:
        """How many people the campaign is for, the erased included."""
        return sum(self.totals.values())


@dataclass(frozen=True, slots=True)
class DraftBroadcast:
    """A manager writes a message to a segment; faults in its placeholders come back as values."""

    work: UnitOfWork
    clock: Clock

    async def __call__(
        self,
        manager: Person,
        segment_id: int | None,
        text: str,
        points: int = 0,
        *,
        rule_id: int | None = None,
    ) -> Campaign | list[TemplateFault]:
        """To a segment found in answers, or (`segment_id` None) to that of a rule."""
        await require(self.work, manager, Role.MANAGER, "broadcast.draft", self.clock)
        if segment_id is not None:
            await living_segment(self.work, segment_id)
        else:
            await living_rule(self.work, rule_id)
        if not 0 <= points <= GIFT_POINTS_MAX:
            raise PointsOutOfRange(points=points, most=GIFT_POINTS_MAX)
        faults = read_template(text)
        if isinstance(faults, list):
            return faults
        campaign = await self.work.campaigns.add(
            author_id=manager.id,
            segment_id=segment_id,
            rule_id=rule_id if segment_id is None else None,
            template=text,
            points=points,
            at=self.clock.now(),
        )
        await self.work.commit()
        return campaign


@dataclass(frozen=True, slots=True)
class TranslateBroadcast:
    """A manager adds the text of a draft in one more language, for those who read it; faults in its
    placeholders come back as values."""

    work: UnitOfWork
    clock: Clock

    async def __call__(
        self, manager: Person, campaign_id: int, language: str, text: str
    ) -> Campaign | list[TemplateFault]:
        await require(self.work, manager, Role.MANAGER, "broadcast.translate", self.clock)
        read = read_template(text)
        if isinstance(read, list):
            return read
        if not await self.work.campaigns.translate(campaign_id, language, text):
            raise NoSuchCampaign
        await self.work.commit()
        return await _campaign(self.work, campaign_id)


@dataclass(frozen=True, slots=True)
class PreviewBroadcast:
    """A manager sees whom a draft would reach and what they would read."""

    work: UnitOfWork
    clock: Clock
    wording: Wording

    async def __call__(self, manager: Person, campaign_id: int) -> Preview:
        await require(self.work, manager, Role.MANAGER, "broadcast.preview", self.clock)
        campaign = await _campaign(self.work, campaign_id)
        preview = await preview_letters(self.work, campaign, self.wording)
        return await as_told_to(self.work, manager, preview, self.wording)


@dataclass(frozen=True, slots=True)
class LaunchBroadcast:
    """A manager sends what they drafted (an admin, what anybody did); a second tap does nothing.

    The audience is frozen here: everybody who is in the segment and consented, the unreachable too,
    so that it is the head-count shown. `progress` is (chat, message) of the one progress message.
    """

    work: UnitOfWork
    clock: Clock
    wording: Wording

    async def __call__(
        self, manager: Person, campaign_id: int, *, progress: tuple[int, int] | None = None
    ) -> Launched:
        campaign = await _own_campaign(
            self.work, manager, campaign_id, "broadcast.launch", self.clock
        )
        if campaign.state is CampaignState.DRAFT:
            people = await self._audience(campaign)
            if await self.work.campaigns.launch(campaign.id, people, at=self.clock.now()):
                return await self._launched(manager, campaign, progress)
            campaign = await _campaign(self.work, campaign_id)
        return Launched(campaign, await self._head_count(campaign), now=False)

    async def _audience(self, campaign: Campaign) -> tuple[int, ...]:
        preview = await preview_letters(self.work, campaign, self.wording)
        if not preview.reachable:
            raise NobodyToWriteTo(unreachable=preview.unreachable)
        if sum(preview.faults.values()) == preview.reachable:
            raise NoLetterFits(preview.faults)
        return preview.audience

    async def _launched(
        self, manager: Person, drafted: Campaign, progress: tuple[int, int] | None
    ) -> Launched:
        campaign = await _campaign(self.work, drafted.id)
        if progress is not None:
            chat_id, message_id = progress
            campaign = replace(campaign, progress_chat_id=chat_id, progress_message_id=message_id)
            await self.work.campaigns.save(campaign)
        await _note(self.work, manager, "broadcast.launch", campaign, self.clock)
        audience = await self._head_count(campaign)
        await self.work.commit()
        return Launched(campaign, audience, now=True)

    async def _head_count(self, campaign: Campaign) -> int:
        return sum((await self.work.campaigns.totals(campaign.id)).values())


@dataclass(frozen=True, slots=True)
class PauseBroadcast:
    """A manager stops a campaign that is being sent; what is on its way still arrives."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, manager: Person, campaign_id: int) -> Campaign:
        await require(self.work, manager, Role.MANAGER, "broadcast.pause", self.clock)
        campaign = await _campaign(self.work, campaign_id)
        if campaign.state is CampaignState.SENDING:
            campaign = replace(campaign, state=CampaignState.PAUSED)
            await self.work.campaigns.save(campaign)
            await _note(self.work, manager, "broadcast.pause", campaign, self.clock)
            await self.work.commit()
        return campaign


@dataclass(frozen=True, slots=True)
class ResumeBroadcast:
    """Its author or an admin lets a paused campaign go on where it stopped."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, manager: Person, campaign_id: int) -> Campaign:
        campaign = await _own_campaign(
            self.work, manager, campaign_id, "broadcast.resume", self.clock
        )
        if campaign.state is CampaignState.PAUSED:
            campaign = replace(campaign, state=CampaignState.SENDING)
            await self.work.campaigns.save(campaign)
            await _note(self.work, manager, "broadcast.resume", campaign, self.clock)
            await self.work.commit()
        return campaign


@dataclass(frozen=True, slots=True)
class ListUnconfirmed:
    """Who may or may not have got the message: nobody writes to them again.

    Only admins see who of a segment they are: to be in it may tell what somebody answered.
    """

    work: UnitOfWork
    clock: Clock

    async def __call__(self, manager: Person, campaign_id: int) -> Sequence[Person]:
        await require(self.work, manager, Role.MANAGER, "broadcast.unconfirmed", self.clock)
        campaign = await _campaign(self.work, campaign_id)
        if campaign.purpose is Purpose.MESSAGE:
            await require(self.work, manager, Role.ADMIN, "broadcast.unconfirmed", self.clock)
        if campaign.purpose is Purpose.FOLLOW_UP and await self._hides_takers(campaign):
            return ()
        return await self.work.campaigns.people_in(campaign.id, DeliveryState.UNCONFIRMED)

    async def _hides_takers(self, campaign: Campaign) -> bool:
        """Whether a name in the list would tell that its person took part in a sealed survey."""
        settings = await self.work.fields.get(campaign.survey_key or "")
        return settings.sealed and not settings.takers_shown


@dataclass(frozen=True, slots=True)
class BroadcastProgress:
    """A manager asks how far a campaign is."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, manager: Person, campaign_id: int) -> Progress:
        await require(self.work, manager, Role.MANAGER, "broadcast.progress", self.clock)
        campaign = await _campaign(self.work, campaign_id)
        return Progress(campaign, await self.work.campaigns.totals(campaign.id))


async def _campaign(work: UnitOfWork, campaign_id: int) -> Campaign:
    campaign = await work.campaigns.get(campaign_id)
    if campaign is None:
        raise NoSuchCampaign
    return campaign


async def _own_campaign(
    work: UnitOfWork, manager: Person, campaign_id: int, act: str, clock: Clock
) -> Campaign:
    """The campaign, if the manager wrote it or is an admin."""
    await require(work, manager, Role.MANAGER, act, clock)
    campaign = await _campaign(work, campaign_id)
    if campaign.author_id != manager.id:
        await require(work, manager, Role.ADMIN, act, clock)
    return campaign


async def _note(
    work: UnitOfWork, manager: Person, act: str, campaign: Campaign, clock: Clock
) -> None:
    await work.audit.note(manager.id, act, at=clock.now(), detail=f"campaign:{campaign.id}")
