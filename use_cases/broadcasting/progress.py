"""How far campaigns are, told to whoever watches: often enough, and never in the sender's way."""

import asyncio
from collections.abc import Mapping
from typing import Protocol

from use_cases.records import Campaign, DeliveryState

PROGRESS_SECONDS = 2.0  # Between two looks at a campaign under way.


class ProgressView(Protocol):
    """Shows a campaign's progress in its one message; never raises for Telegram's sake."""

    async def show(self, campaign: Campaign, totals: Mapping[DeliveryState, int]) -> None:
        """The campaign as it stands: its state tells whether this was the last time."""
        ...


class Board:
    """Passes the newest totals on; those that came while a view was busy are passed over."""

    def __init__(self, view: ProgressView | None) -> None:
        self.view = view
        self._pinned: dict[int, tuple[Campaign, Mapping[DeliveryState, int]]] = {}
        self._changed = asyncio.Event()
        self._closed = False

    def pin(self, campaign: Campaign, totals: Mapping[DeliveryState, int]) -> None:
        """These are the campaign's totals now."""
        self._pinned[campaign.id] = (campaign, totals)
        self._changed.set()

    def close(self) -> None:
        """Show what is pinned and end."""
        self._closed = True
        self._changed.set()

    async def run(self) -> None:
        """Show whatever is pinned until the board is closed."""
        while not self._closed or self._pinned:
            await self._changed.wait()
            self._changed.clear()
            pinned, self._pinned = self._pinned, {}
            for campaign, totals in pinned.values():
                if self.view is not None:
                    await self.view.show(campaign, totals)
            if self._closed:
                self._changed.set()
