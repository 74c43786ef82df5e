"""Campaigns on their way to people: what a job of the bot runs whenever a campaign is launched.

A delivery is committed as `sending` before its message leaves, so that a kill at any moment leaves
nobody in doubt unlisted: what was sending then is unconfirmed at the next start. How messages ended
is written for many at once, in the commit that takes the next ones, while others are on their way.
"""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace

from campaigns.pace import Pace, PaceLimits
from use_cases.broadcasting.letters import Letters, Wording, open_letters
from use_cases.broadcasting.outbox import Landed, Outbox, Parcel
from use_cases.broadcasting.postroom import address, settle_landed
from use_cases.broadcasting.progress import PROGRESS_SECONDS, Board, ProgressView
from use_cases.ports import Clock, Messenger, OpenWork, UnitOfWork
from use_cases.records import Campaign, CampaignState, DeliveryState

CARRIERS = 30  # Messages on their way at once.
LOOK_SECONDS = 0.4  # How often the campaigns' states are looked at: a pause works within a second.
STOCK_SECONDS = 0.25  # The outbox holds about as much as leaves in this time,
STOCK_MIN = 8  # so that a kill leaves few unconfirmed,
STOCK_MAX = 1_000  # and a fast messenger does not wait for the database.
STOCK_GROWTH = 4  # At most so many times as much from one measuring to the next.
MEASURE_SECONDS = 0.02  # Over at least so long it is measured how much leaves.

UNFINISHED = (DeliveryState.QUEUED, DeliveryState.SENDING)


@dataclass(slots=True)
class Course:
    """One campaign under way: how far this walk through its queue is, and what is still out.

    A walk takes each queued delivery once. What is put back waits for the next walk, which begins
    when all of this one has landed.
    """

    letters: Letters
    after: int = 0  # The last delivery taken in this walk; 0 before and after one.
    out: int = 0  # Taken, and not yet settled.
    next_walk_at: float = 0.0
    shown_at: float = float("-inf")
    turned_down: dict[int, int] = field(default_factory=dict)  # Tries in vain, by delivery.

    def may_take(self, now: float) -> bool:
        """Whether its walk goes on, or the next one may begin."""
        return bool(self.after) or (not self.out and now >= self.next_walk_at)

    def landed(self, one: Landed, now: float) -> None:
        """Count what came back."""
        self.out -= 1
        if one.verdict.retry_wait:
            self.turned_down[one.parcel.delivery_id] = one.parcel.turned_down + 1
            self.next_walk_at = max(self.next_walk_at, now + one.verdict.retry_wait)


@dataclass(slots=True, kw_only=True)
class SendCampaigns:
    """Sends every campaign in state sending; the call returns when none is left, or after `stop`.

    Call `recover` once at start. One call at a time. To end early use `stop` and wait for the call:
    cancelling it is as good as a kill, and wants a `recover`.
    """

    open_work: OpenWork
    messenger: Messenger
    clock: Clock
    wording: Wording
    view: ProgressView | None = None
    limits: PaceLimits = field(default_factory=PaceLimits)
    carriers: int = CARRIERS
    _pace: Pace = field(init=False)
    _outbox: Outbox = field(init=False)
    _board: Board = field(init=False)
    _courses: dict[int, Course] = field(init=False, default_factory=dict)
    _stopping: asyncio.Event = field(init=False, default_factory=asyncio.Event)
    _stock: int = field(init=False, default=STOCK_MIN)
    _left: int = field(init=False, default=0)
    _measured_at: float = field(init=False, default=0.0)

    def __post_init__(self) -> None:
        self._pace = Pace(self.limits)

    async def recover(self) -> int:
        """After a crash: whatever was sending then is unconfirmed now; says how many."""
        disowned = 0
        async with self.open_work() as work:
            for state in (CampaignState.SENDING, CampaignState.PAUSED):
                for campaign in await work.campaigns.in_state(state):
                    now = self.clock.now()
                    disowned += await work.campaigns.disown_sending(campaign.id, at=now)
            await work.commit()
        return disowned

    def stop(self) -> None:
        """End for good: what is on its way is awaited and settled, the rest stays queued."""
        self._stopping.set()

    async def __call__(self) -> None:
        self._outbox, self._board = Outbox(self.messenger, self._pace), Board(self.view)
        self._courses, self._stock = {}, STOCK_MIN
        self._left, self._measured_at = 0, _now()
        async with asyncio.TaskGroup() as helpers:
            helpers.create_task(self._board.run())
            async with asyncio.TaskGroup() as crew:
                for _ in range(self.carriers):
                    crew.create_task(self._outbox.carry())
                while not self._stopping.is_set() and await self._round():
                    with suppress(TimeoutError):
                        await asyncio.wait_for(self._outbox.stirred.wait(), LOOK_SECONDS)
                self._outbox.close()
            self._outbox.recall(lambda _: True)
            await self._round(taking=False)
            self._board.close()

    async def _round(self, *, taking: bool = True) -> bool:
        """Settle what landed and take what comes next, in one commit; False if nothing is left."""
        async with self.open_work() as work:
            sending = {c.id: c for c in await work.campaigns.in_state(CampaignState.SENDING)}
            long_pause = self._outbox.in_long_pause()
            self._outbox.recall(lambda parcel: long_pause or parcel.campaign_id not in sending)
            await self._settle(work)
            if self._outbox.token_refused:
                await self._pause_all(work, sending)
                sending = {}
            await self._keep_courses(work, sending)
            parcels = await self._take(work) if taking and not long_pause else []
            await self._show(work, sending)
            await work.commit()
        self._outbox.stirred.clear()
        self._outbox.fill(parcels)
        if not (long_pause or self._outbox.waiting) and self._may_go_on():
            self._outbox.stirred.set()
        return bool(self._courses)

    def _may_go_on(self) -> bool:
        """Whether a campaign of which nothing is out can go on at once."""
        now = _now()
        return any(not course.out and course.may_take(now) for course in self._courses.values())

    async def _settle(self, work: UnitOfWork) -> None:
        landed, now = self._outbox.collect(), _now()
        points = {key: course.letters.campaign.points for key, course in self._courses.items()}
        await settle_landed(work, landed, points, at=self.clock.now())
        for one in landed:
            self._courses[one.parcel.campaign_id].landed(one, now)
        self._left += len(landed)
        if now - self._measured_at >= MEASURE_SECONDS:
            self._measure(now)

    def _measure(self, now: float) -> None:
        """Let the outbox hold as much as leaves while the database is busy, and not much more."""
        fitting = int(self._left / (now - self._measured_at) * STOCK_SECONDS)
        most = min(stock_most(self.limits), STOCK_GROWTH * self._stock)
        self._stock = max(STOCK_MIN, min(fitting, most))
        self._outbox.low_water = self._stock // 2
        self._left, self._measured_at = 0, now

    async def _pause_all(self, work: UnitOfWork, sending: Mapping[int, Campaign]) -> None:
        """The token was refused: nothing can be sent until an admin has seen to it."""
        for campaign in sending.values():
            await work.campaigns.save(replace(campaign, state=CampaignState.PAUSED))
            await work.audit.note(
                None,
                "broadcast.token_refused",
                at=self.clock.now(),
                detail=f"campaign:{campaign.id}",
            )

    async def _keep_courses(self, work: UnitOfWork, sending: Mapping[int, Campaign]) -> None:
        """Begin those that are new; leave those that are no longer sending once all has landed."""
        for campaign in sending.values():
            if campaign.id not in self._courses:
                letters = await open_letters(work, campaign, self.wording)
                self._courses[campaign.id] = Course(letters)
        for campaign_id, course in list(self._courses.items()):
            if campaign_id not in sending:
                course.after, course.next_walk_at = 0, float("inf")
                if not course.out:
                    await self._leave(work, campaign_id)
            elif course.next_walk_at == float("inf"):
                course.next_walk_at = 0.0  # Paused and resumed before all had landed.

    async def _leave(self, work: UnitOfWork, campaign_id: int) -> None:
        del self._courses[campaign_id]
        campaign = await work.campaigns.get(campaign_id)
        if campaign is not None:
            self._board.pin(campaign, await work.campaigns.totals(campaign_id))

    async def _take(self, work: UnitOfWork) -> list[Parcel]:
        """Fill the outbox up, campaign by campaign, another one first each time."""
        parcels: list[Parcel] = []
        for campaign_id, course in list(self._courses.items()):
            room = self._stock - self._outbox.waiting - len(parcels)
            if room <= 0:
                break
            if course.may_take(_now()):
                parcels += await self._take_of(work, campaign_id, course, room)
            if campaign_id in self._courses:
                self._courses[campaign_id] = self._courses.pop(campaign_id)  # To the end.
        return parcels

    async def _take_of(
        self, work: UnitOfWork, campaign_id: int, course: Course, room: int
    ) -> list[Parcel]:
        now, began = self.clock.now(), course.after
        taken = await work.campaigns.take_queued(campaign_id, room, at=now, after=began)
        course.after = taken[-1].id if len(taken) == room else 0
        if not taken:
            if not began:
                await self._finish(work, campaign_id, course)
            return []
        parcels, untried = await address(work, course.letters, taken, course.turned_down)
        await work.campaigns.settle(untried, at=now)
        course.out += len(parcels)
        return parcels

    async def _finish(self, work: UnitOfWork, campaign_id: int, course: Course) -> None:
        """Nothing was queued: the campaign is done, unless another sender still has some of it."""
        totals = await work.campaigns.totals(campaign_id)
        campaign = await work.campaigns.get(campaign_id)
        if any(totals.get(state) for state in UNFINISHED):
            course.next_walk_at = _now() + LOOK_SECONDS
        elif campaign is not None and campaign.state is CampaignState.SENDING:
            done = replace(campaign, state=CampaignState.DONE, finished_at=self.clock.now())
            await work.campaigns.save(done)
            await self._leave(work, campaign_id)

    async def _show(self, work: UnitOfWork, sending: Mapping[int, Campaign]) -> None:
        now = _now()
        for campaign_id, course in self._courses.items():
            due = now - course.shown_at >= PROGRESS_SECONDS
            if self.view is not None and due and campaign_id in sending:
                course.shown_at = now
                self._board.pin(sending[campaign_id], await work.campaigns.totals(campaign_id))


def stock_most(limits: PaceLimits) -> int:
    """How many letters are ever taken ahead: a burst measured over a moment is not a pace."""
    return max(STOCK_MIN, min(STOCK_MAX, int(limits.per_second * STOCK_SECONDS)))


def _now() -> float:
    return asyncio.get_running_loop().time()
