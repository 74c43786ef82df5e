"""The queue of updates: kept until confirmed, handed out by long poll to one poller at a time."""

import asyncio
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from sandbox.errors import ApiError
from sandbox.limits import (
    CALLBACK_UPDATE_SECONDS,
    POLL_SECONDS_MAX,
    UPDATE_SECONDS,
    UPDATES_PER_CALL_MAX,
)

ONLY_WHEN_ASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(frozen=True, slots=True)
class Waiting:
    """An update that nobody has confirmed yet."""

    update_id: int
    body: str
    expires: float


class UpdateQueue:
    """Updates in order; a higher offset confirms everything below it."""

    def __init__(
        self,
        *,
        update_seconds: float = UPDATE_SECONDS,
        callback_seconds: float = CALLBACK_UPDATE_SECONDS,
    ) -> None:
        self._update_seconds = update_seconds
        self._callback_seconds = callback_seconds
        self._waiting: deque[Waiting] = deque()
        # Never a number of an earlier sandbox: a bot that kept its database would drop it as known.
        self._next_id = time.time_ns() // 1_000_000
        self._allowed: frozenset[str] = frozenset()
        self._poller: asyncio.Future[None] | None = None

    def __len__(self) -> int:
        return len(self._waiting)

    def put(self, kind: str, payload: str) -> None:
        """Queue one update, unless the bot does not want this kind."""
        if self._allowed and kind not in self._allowed:
            return
        if not self._allowed and kind in ONLY_WHEN_ASKED:
            return
        seconds = self._callback_seconds if kind == "callback_query" else self._update_seconds
        body = f'{{"update_id":{self._next_id},"{kind}":{payload}}}'
        self._waiting.append(Waiting(self._next_id, body, time.monotonic() + seconds))
        self._next_id += 1
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(None)

    async def take(
        self,
        *,
        offset: int | None,
        limit: int | None,
        seconds: int | None,
        allowed: Sequence[str] | None,
    ) -> str:
        """Answer one getUpdates: a JSON array, as soon as there is something to say."""
        self._end_older_poller()
        if allowed is not None:
            self._allowed = frozenset(allowed)
        self._confirm(offset or 0)
        count = max(1, min(limit or UPDATES_PER_CALL_MAX, UPDATES_PER_CALL_MAX))
        self._drop_expired()
        if not self._waiting and seconds:
            await self._wait(min(seconds, POLL_SECONDS_MAX))
            self._drop_expired()
        batch = [self._waiting[i].body for i in range(min(count, len(self._waiting)))]
        return f"[{','.join(batch)}]"

    def clear(self) -> None:
        """Forget everything that waits (drop_pending_updates)."""
        self._waiting.clear()

    def _end_older_poller(self) -> None:
        if self._poller is not None and not self._poller.done():
            self._poller.set_exception(
                ApiError(
                    409,
                    "Conflict: terminated by other getUpdates request; make sure that only one"
                    " bot instance is running",
                )
            )
        self._poller = None

    async def _wait(self, seconds: int) -> None:
        self._poller = mine = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(seconds):
                await mine
        except TimeoutError:
            pass
        finally:
            if self._poller is mine:
                self._poller = None

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            while len(self._waiting) > -offset:
                self._waiting.popleft()
        while self._waiting and self._waiting[0].update_id < offset:
            self._waiting.popleft()

    def _drop_expired(self) -> None:
        now = time.monotonic()
        if any(update.expires <= now for update in self._waiting):
            self._waiting = deque(u for u in self._waiting if u.expires > now)
