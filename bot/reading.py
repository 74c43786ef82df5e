"""The job that reads what newcomers wrote: a moment after they answered, never in their way."""

import asyncio
from dataclasses import dataclass

import structlog

from use_cases.segments.themes import ReadTexts

log = structlog.get_logger()

LOOK_SECONDS = 2.0
REST_SECONDS = 60.0  # after a fault


@dataclass(frozen=True, slots=True)
class Reading:
    """Runs until cancelled; whoever could not be read is tried again at the next look."""

    read_texts: ReadTexts

    async def run(self) -> None:
        while True:
            try:
                read = await self.read_texts()
            except Exception:
                log.exception("reading.failed")
                await asyncio.sleep(REST_SECONDS)
                continue
            if not read:
                await asyncio.sleep(LOOK_SECONDS)
