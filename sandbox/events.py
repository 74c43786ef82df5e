"""What happens in people's chats, as a stream that a driver or a page follows by websocket."""

import asyncio
import contextlib
from collections.abc import Iterable

from aiohttp import web


class Subscriber:
    """One open websocket: whose chats it follows, and what it has not been sent yet."""

    def __init__(self, people: frozenset[int] | None) -> None:
        self.people = people
        self.unsent: list[str] = []
        self.wake = asyncio.Event()

    def follows(self, audience: Iterable[int]) -> bool:
        """Whether an event for these people concerns this subscriber; nobody means everybody."""
        if self.people is None:
            return True
        return not self.people.isdisjoint(audience)


class EventHub:
    """Hands every event, serialised once, to those who follow."""

    def __init__(self) -> None:
        self._subscribers: set[Subscriber] = set()
        self._sequence = 0

    def publish(self, kind: str, audience: Iterable[int], fields: str) -> None:
        """Send `fields` (a JSON object without its braces) to whoever follows the audience."""
        self._sequence += 1
        if not self._subscribers:
            return
        event = f'{{"sequence":{self._sequence},"kind":"{kind}",{fields}}}'
        for subscriber in self._subscribers:
            if subscriber.follows(audience):
                subscriber.unsent.append(event)
                subscriber.wake.set()

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Keep one websocket fed until its reader leaves; events come in batches."""
        named = request.query.get("people", "")
        people = frozenset(int(part) for part in named.split(",") if part) if named else None
        socket = web.WebSocketResponse(heartbeat=30, compress=False, max_msg_size=0)
        await socket.prepare(request)
        subscriber = Subscriber(people)
        self._subscribers.add(subscriber)
        feeding = asyncio.create_task(self._feed(socket, subscriber))
        try:
            await socket.send_str('[{"sequence":0,"kind":"hello"}]')
            async for _ in socket:
                pass  # Readers only listen; this loop ends when they leave.
        finally:
            self._subscribers.discard(subscriber)
            feeding.cancel()
        return socket

    @staticmethod
    async def _feed(socket: web.WebSocketResponse, subscriber: Subscriber) -> None:
        with contextlib.suppress(ConnectionError):  # The reader has left; so do we.
            while not socket.closed:
                await subscriber.wake.wait()
                subscriber.wake.clear()
                batch, subscriber.unsent = subscriber.unsent, []
                await socket.send_str(f"[{','.join(batch)}]")
