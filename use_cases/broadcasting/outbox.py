"""Parcels on their way out: several at once, under one pace, each with a verdict in the end.

The outbox knows no database. Whoever fills it has committed before that the parcels are being sent,
and collects what has landed.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from campaigns.delivery import queue_rest
from campaigns.pace import Pace
from use_cases.broadcasting.deliveries import PUT_BACK, Verdict, verdict
from use_cases.ports import LetterButton, Messenger

NAP_SECONDS_MAX = 0.25  # How long a wait goes on before it is looked at again.
LONG_PAUSE_SECONDS = 1.0  # Through a longer one, parcels wait in the queue and not in the outbox.


@dataclass(frozen=True, slots=True)
class Parcel:
    """One letter, addressed; `turned_down` counts its earlier tries that came to nothing."""

    campaign_id: int
    delivery_id: int
    person_id: int
    chat_id: int
    text: str
    turned_down: int = 0
    buttons: tuple[LetterButton, ...] = ()


@dataclass(frozen=True, slots=True)
class Landed:
    """A parcel and how it went."""

    parcel: Parcel
    verdict: Verdict


class Outbox:
    """Carries parcels in order, as fast as the pace and the number of carriers allow."""

    def __init__(self, messenger: Messenger, pace: Pace) -> None:
        self.messenger = messenger
        self.pace = pace
        self.token_refused = False
        self.stirred = asyncio.Event()  # Something landed or ran low since this was last cleared.
        self.low_water = 0
        self._ready: deque[Parcel] = deque()
        self._landed: list[Landed] = []
        self._flying = 0
        self._gate = asyncio.Lock()
        self._filled = asyncio.Event()
        self._closed = False
        self._troubles = 0
        self._rested_at = float("-inf")

    @property
    def waiting(self) -> int:
        """Parcels not yet on their way."""
        return len(self._ready)

    @property
    def idle(self) -> bool:
        """Whether nothing waits, flies or has landed uncollected."""
        return not (self._ready or self._flying or self._landed)

    def in_long_pause(self) -> bool:
        """Whether nothing may go for so long that parcels had better wait in the queue."""
        return self.pace.paused_for(_now()) > LONG_PAUSE_SECONDS

    def fill(self, parcels: list[Parcel]) -> None:
        """Send these after those that wait already."""
        if parcels:
            self._ready.extend(parcels)
            self._filled.set()

    def land(self, parcel: Parcel, how: Verdict) -> None:
        """Count the parcel as landed."""
        self._landed.append(Landed(parcel, how))

    def collect(self) -> list[Landed]:
        """All that has landed since the last time."""
        landed, self._landed = self._landed, []
        return landed

    def recall(self, which: Callable[[Parcel], bool]) -> None:
        """Land those of `which` that are not on their way yet, to be put back into the queue."""
        kept: deque[Parcel] = deque()
        for parcel in self._ready:
            if which(parcel):
                self.land(parcel, PUT_BACK)
            else:
                kept.append(parcel)
        self._ready = kept

    def close(self) -> None:
        """Nothing goes any more but what is on its way."""
        self._closed = True
        self._filled.set()

    async def carry(self) -> None:
        """One carrier: takes parcel after parcel until the outbox is closed."""
        while (parcel := await self._next()) is not None:
            began = _now()
            outcome = await self.messenger.send(parcel.chat_id, parcel.text, parcel.buttons)
            how = verdict(outcome, parcel.turned_down)
            self._flying -= 1
            self.land(parcel, how)
            self._heed(how, began)

    async def _next(self) -> Parcel | None:
        if self._ready and not (self._closed or self._gate.locked()):
            now = _now()
            if self._wait(now) <= 0:
                return self._depart(now)  # Most often nothing holds the next one up.
        async with self._gate:
            while not self._closed:
                if not self._ready:
                    self._filled.clear()
                    await self._filled.wait()
                    continue
                now = _now()
                wait = self._wait(now)
                if wait <= 0:
                    return self._depart(now)
                await asyncio.sleep(min(wait, NAP_SECONDS_MAX))
        return None

    def _wait(self, now: float) -> float:
        """Seconds until the next parcel may be looked at again; 0 if it may go."""
        if self._flying and queue_rest(self._troubles):
            return NAP_SECONDS_MAX  # In an outage they go one by one, until one arrives.
        return self.pace.wait(self._ready[0].chat_id, now)

    def _depart(self, now: float) -> Parcel:
        parcel = self._ready.popleft()
        self.pace.went(parcel.chat_id, now)
        self._flying += 1
        if len(self._ready) <= self.low_water:
            self.stirred.set()
        return parcel

    def _heed(self, how: Verdict, began: float) -> None:
        """Let everybody behind this parcel wait if its answer says so."""
        now = _now()
        if how.token_refused:
            self.token_refused = True
            self.close()
        if how.pause:
            self.pace.pause(how.pause, now)
        if not how.trouble:
            self._troubles = 0 if how.pause == 0 else self._troubles
        elif began >= self._rested_at:  # Those that flew together are one sign, not many.
            self._troubles += 1
            rest = queue_rest(self._troubles)
            if rest:
                self._rested_at = now
                self.pace.pause(rest, now)
        if how.pause or how.token_refused or not (self._ready or self._flying):
            self.stirred.set()


def _now() -> float:
    return asyncio.get_running_loop().time()
