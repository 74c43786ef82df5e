"""The job that reminds people: looks every few minutes, finds somebody at most once an hour."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

import structlog

from use_cases.fieldwork.reminding import RemindPeople

log = structlog.get_logger()

LOOK_SECONDS = 300.0


@dataclass(frozen=True, slots=True)
class Reminding:
    """Runs until cancelled."""

    remind: RemindPeople
    wake_sender: Callable[[], None]

    async def run(self) -> None:
        while True:
            try:
                await self.once()
            except Exception:
                log.exception("reminding.failed")
            await asyncio.sleep(LOOK_SECONDS)

    async def once(self) -> None:
        """One look; the letters leave at once."""
        reminded = await self.remind()
        if reminded:
            log.info("reminding.letters", people=reminded)
            self.wake_sender()
