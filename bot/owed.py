"""Replies that did not come: Telegram was away, or a kill came between the commit and the reply."""

from collections.abc import Container

AGAIN_SECONDS = 15.0


class Owed:
    """Lanes whose people may not know where they are, and the entries that wait for it."""

    def __init__(self) -> None:
        self._entries: dict[int, list[int]] = {}
        self._not_before: dict[int, float] = {}

    def add(self, lane: int, entry_id: int, *, not_before: float) -> None:
        """The reply to this entry is owed."""
        self._entries.setdefault(lane, []).append(entry_id)
        self._not_before[lane] = not_before

    def put_off(self, lane: int, now: float) -> None:
        """It did not work this time either."""
        self._not_before[lane] = now + AGAIN_SECONDS

    def settle(self, lane: int) -> list[int]:
        """The person has been shown where they are: their entries are answered."""
        self._not_before.pop(lane, None)
        return self._entries.pop(lane, [])

    def due(self, now: float, at_most: int, *, busy: Container[int]) -> list[int]:
        """Lanes to catch up with now. Busy ones wait: a reply to something else (a toast after a
        double tap, say) need not show the person where they are."""
        ready = (lane for lane, when in self._not_before.items() if when <= now)
        free = (lane for lane in ready if lane not in busy)
        return [lane for lane, _ in zip(free, range(at_most), strict=False)]
