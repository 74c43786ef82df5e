"""The job that sends campaigns: asleep until one is launched."""

import asyncio

import structlog

from use_cases.broadcasting.sending import SendCampaigns

log = structlog.get_logger()

LOOK_SECONDS = 30.0  # A campaign resumed elsewhere is found within that time.
PAUSE_SECONDS = 5.0  # After a fault nobody foresaw (the database away, say).


class SenderJob:
    """Wakes the sender and keeps it alive."""

    def __init__(self, send: SendCampaigns) -> None:
        self.send = send
        self._awake = asyncio.Event()
        self._ending = False

    def wake(self) -> None:
        """A campaign was launched."""
        self._awake.set()

    async def run(self) -> None:
        """First settle what a crash left in doubt, then send whatever is launched."""
        in_doubt = True
        while not self._ending:
            self._awake.clear()
            try:
                if in_doubt:
                    await self._recover()
                    in_doubt = False
                await self.send()
            except Exception:
                log.exception("sender.failed")
                in_doubt = True
            await self._sleep(PAUSE_SECONDS if in_doubt else LOOK_SECONDS)

    async def end(self) -> None:
        """Stop soon: letters on their way are awaited."""
        self._ending = True
        self.send.stop()
        self._awake.set()

    async def _recover(self) -> None:
        disowned = await self.send.recover()
        if disowned:
            log.warning("sender.unconfirmed", deliveries=disowned)

    async def _sleep(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._awake.wait()
        except TimeoutError:
            pass
