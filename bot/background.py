"""Work that outlives the update it came from: kept alive, awaited at the end, never silent."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import structlog

log = structlog.get_logger()


class Background:
    """Keeps tasks until they end. A kill loses them: only what can be asked for again goes here."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()

    def start(
        self, work: Coroutine[Any, Any, None], *, sorry: Callable[[Exception], Awaitable[object]]
    ) -> None:
        """Begin `work`; whatever it raises is logged and handed to `sorry`, which tells people."""
        task = asyncio.create_task(self._guarded(work, sorry))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _guarded(
        self, work: Coroutine[Any, Any, None], sorry: Callable[[Exception], Awaitable[object]]
    ) -> None:
        name = getattr(work, "__qualname__", "")
        try:
            await work
        except Exception as fault:
            log.exception("background.failed", work=name)
            try:
                await sorry(fault)
            except Exception:
                log.exception("background.sorry_failed", work=name)

    async def finished(self) -> None:
        """Wait until nothing is under way."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def close(self) -> None:
        """Stop whatever is under way."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
