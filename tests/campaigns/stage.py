"""The stage for stories about campaigns: a segment, a Telegram with moods, skipped time."""

import asyncio
import os
import selectors
from collections import Counter
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from surveys.questions import Survey
from tests.fakes import FixedClock, MemoryDatabase
from tests.makers import a_placement, a_resident, a_scheme_with_segments
from use_cases.broadcasting.broadcasts import DraftBroadcast, LaunchBroadcast, Launched
from use_cases.broadcasting.sending import SendCampaigns
from use_cases.ports import LetterButton, OpenWork, SendOutcome, Sent
from use_cases.records import (
    Campaign,
    DeliveryState,
    Person,
    Role,
    ShortSurvey,
    StoredRun,
    StoredSegment,
)

SOAK = bool(os.environ.get("TENKEYS_SOAK"))  # Full counts, as in `make soak`.

Told = TypeVar("Told")


class _SkippingSelector(selectors.SelectSelector):
    """Lets time pass at once whenever everybody waits for it."""

    skipped = 1_000.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None:
            raise RuntimeError("everybody waits, and for nothing that will happen")
        self.skipped += max(0.0, timeout)
        return super().select(0)


class _SkippingLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._skipping = _SkippingSelector()
        super().__init__(self._skipping)

    def time(self) -> float:
        return self._skipping.skipped


def in_skipped_time(story: Coroutine[Any, Any, Told]) -> Told:
    """Tell a story in which a minute's wait takes no time."""
    with asyncio.Runner(loop_factory=_SkippingLoop) as runner:
        return runner.run(story)


def now() -> float:
    """Seconds on the loop's clock."""
    return asyncio.get_running_loop().time()


class PlainWording:
    """use_cases.broadcasting.letters.Wording in as few words as possible."""

    def segment(self, segment: StoredSegment, run: StoredRun | None, language: str) -> str:
        return segment.name or f"№ {segment.number}"

    def house(self, language: str) -> str | None:
        return "Садовая, 5"

    def about_survey(self, campaign: Campaign, survey: Survey, language: str) -> str:
        return ""

    def opening(self, opens: datetime, language: str) -> str:
        return f"from {opens:%d.%m.}"

    def buttons(
        self, campaign: Campaign, language: str, short: ShortSurvey | None
    ) -> tuple[LetterButton, ...]:
        return ()

    def gift(self, points: int, language: str) -> str:
        return f"<i>+{points}</i>"


@dataclass
class MoodyTelegram:
    """Notes when which chat was written to; `mood` answers instead of taking a message.

    `accepted` are the calls after which the person has the message, whatever the sender heard.
    """

    mood: Callable[[int], SendOutcome | None] = lambda chat_id: None
    latency: float = 0.05
    calls: list[tuple[float, int]] = field(default_factory=list)
    accepted: list[tuple[int, str]] = field(default_factory=list)

    async def send(
        self, chat_id: int, text: str, buttons: Sequence[LetterButton] = ()
    ) -> SendOutcome:
        self.calls.append((now(), chat_id))
        await asyncio.sleep(self.latency)
        outcome = self.mood(chat_id)
        if outcome is not None:
            return outcome
        return self.accept(chat_id, text)

    def accept(self, chat_id: int, text: str) -> Sent:
        self.accepted.append((chat_id, text))
        return Sent(len(self.accepted))

    @property
    def readers(self) -> Counter[int]:
        """How often each chat got a message."""
        return Counter(chat_id for chat_id, _ in self.accepted)

    def most_in_a_second(self) -> int:
        """The most calls in any sliding second."""
        moments = sorted(moment for moment, _ in self.calls)
        most, start = 0, 0
        for end, moment in enumerate(moments):
            while moments[start] <= moment - 1 + 1e-6:
                start += 1
            most = max(most, end - start + 1)
        return most


@dataclass
class NotingView:
    """use_cases.broadcasting.progress.ProgressView that keeps what it was shown, and when."""

    shown: list[tuple[float, Campaign, Mapping[DeliveryState, int]]] = field(default_factory=list)

    async def show(self, campaign: Campaign, totals: Mapping[DeliveryState, int]) -> None:
        self.shown.append((now(), campaign, dict(totals)))


@dataclass
class House:
    """A segment of residents, and a manager who writes to it."""

    open_work: OpenWork
    manager: Person
    segment: StoredSegment
    residents: Sequence[Person]
    clock: FixedClock = field(default_factory=FixedClock)

    @property
    def chats(self) -> list[int]:
        return [person.telegram_id for person in self.residents]

    async def launches(self, text: str = "Здравствуйте, {name}!", points: int = 0) -> Launched:
        """The manager drafts a message and sends it."""
        async with self.open_work() as work:
            draft = await DraftBroadcast(work, self.clock)(
                self.manager, self.segment.id, text, points
            )
            assert isinstance(draft, Campaign), draft
        async with self.open_work() as work:
            return await LaunchBroadcast(work, self.clock, PlainWording())(self.manager, draft.id)

    def sender(self, messenger: Any, **settings: Any) -> SendCampaigns:
        """The job of the bot that sends."""
        return SendCampaigns(
            open_work=self.open_work,
            messenger=messenger,
            clock=self.clock,
            wording=PlainWording(),
            **settings,
        )

    async def totals(self, campaign_id: int) -> dict[str, int]:
        async with self.open_work() as work:
            counted = await work.campaigns.totals(campaign_id)
            return {state.value: count for state, count in counted.items()}

    async def campaign(self, campaign_id: int) -> Campaign:
        async with self.open_work() as work:
            campaign = await work.campaigns.get(campaign_id)
            assert campaign is not None
            return campaign

    async def people(self, state: DeliveryState, campaign_id: int) -> list[int]:
        """The chats of those whose delivery is in that state."""
        async with self.open_work() as work:
            there = await work.campaigns.people_in(campaign_id, state)
            return [person.telegram_id for person in there]

    async def changes(self, person: Person, **fields: Any) -> None:
        """Something about a resident is different now."""
        async with self.open_work() as work:
            await work.people.save(replace(person, **fields))
            await work.commit()


async def a_house(residents: int = 3, open_work: OpenWork | None = None) -> House:
    """A house of so many residents, all of one segment."""
    open_work = open_work or MemoryDatabase().open_work
    async with open_work() as work:
        manager = await a_resident(work, "Ольга", telegram_id=7, role=Role.MANAGER)
        people = [
            await a_resident(work, f"Сосед {number}", telegram_id=10_000 + number)
            for number in range(residents)
        ]
        _, (segment, *_) = await a_scheme_with_segments(work)
        await a_placement(work, segment, *people)
        await work.commit()
    return House(open_work, manager, segment, people)


def lines(path: Path) -> list[int]:
    """The numbers written into a file, one a line."""
    return [int(line) for line in path.read_text().split()] if path.exists() else []
