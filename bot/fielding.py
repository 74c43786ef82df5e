"""The job of field work: surveys end on their day; what managers and groups see is kept current."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

import structlog

from use_cases.fieldwork.closing import CloseDue

log = structlog.get_logger()

ROUND_SECONDS = 30.0

Chore = Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class FieldJob:
    """Does its rounds until cancelled; a chore that fails is tried again in the next one."""

    close_due: CloseDue
    wake_sender: Callable[[], None]
    chores: Sequence[Chore] = ()
    _awake: asyncio.Event = field(default_factory=asyncio.Event)

    def wake(self) -> None:
        """Something cannot wait for the next round."""
        self._awake.set()

    async def run(self) -> None:
        while True:
            self._awake.clear()
            await self.once()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._awake.wait(), ROUND_SECONDS)

    async def once(self) -> None:
        """One round."""
        for chore in (self._close, *self.chores):
            try:
                await chore()
            except Exception:
                log.exception("fielding.failed", chore=type(chore).__name__)

    async def _close(self) -> None:
        if await self.close_due():
            self.wake_sender()
