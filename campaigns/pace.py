"""When the next message may go: so many a second, one a second to each chat, nothing in a pause.

All moments are seconds of one steady clock of the caller's; this module has none.
"""

from collections import OrderedDict, deque
from dataclasses import dataclass

TELEGRAM_RATE_MAX = 30  # Messages a second that Telegram allows a bot, roughly.
DEFAULT_RATE = 25  # Below it, so that what the network bunches together stays within it.
CHAT_INTERVAL_SECONDS = 1.0
BURSTS_PER_SECOND = 5  # A second's messages are spread over this many equal stretches.


@dataclass(frozen=True, slots=True, kw_only=True)
class PaceLimits:
    """How many messages may go in any second, and how far apart those to one chat are."""

    per_second: int = DEFAULT_RATE
    chat_interval_seconds: float = CHAT_INTERVAL_SECONDS

    def __post_init__(self) -> None:
        if self.per_second < 1 or self.chat_interval_seconds < 0:
            raise ValueError("a pace lets at least one message go a second")


class Pace:
    """Remembers what went, and says how long the next message has to wait."""

    def __init__(self, limits: PaceLimits) -> None:
        self.limits = limits
        self._burst = max(1, limits.per_second // BURSTS_PER_SECOND)
        self._burst_seconds = self._burst / limits.per_second
        self._recent: deque[float] = deque(maxlen=limits.per_second)
        self._chats: OrderedDict[int, float] = (
            OrderedDict()
        )  # When each chat last got one, the oldest first.
        self._closed_until = float("-inf")

    def wait(self, chat_id: int, now: float) -> float:
        """Seconds until a message may go to that chat: 0.0 is now."""
        ready = self._closed_until
        if len(self._recent) == self.limits.per_second:
            ready = max(ready, self._recent[0] + 1.0)
        if len(self._recent) >= self._burst:
            ready = max(ready, self._recent[-self._burst] + self._burst_seconds)
        if chat_id in self._chats:
            ready = max(ready, self._chats[chat_id] + self.limits.chat_interval_seconds)
        return max(0.0, ready - now)

    def went(self, chat_id: int, now: float) -> None:
        """A message goes to that chat at this very moment."""
        self._recent.append(now)
        self._chats[chat_id] = now
        self._chats.move_to_end(chat_id)
        self._forget(now - self.limits.chat_interval_seconds)

    def pause(self, seconds: float, now: float) -> None:
        """Nothing goes to anybody for so long; a longer pause that stands already stays."""
        self._closed_until = max(self._closed_until, now + seconds)

    def paused_for(self, now: float) -> float:
        """Seconds until the pause ends: 0.0 without one."""
        return max(0.0, self._closed_until - now)

    def _forget(self, before: float) -> None:
        while self._chats:
            chat_id, moment = next(iter(self._chats.items()))
            if moment > before:
                return
            del self._chats[chat_id]
