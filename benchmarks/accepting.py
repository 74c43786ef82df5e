"""A Bot API that accepts everything at once, in a process of its own: lighter than the sandbox.

It checks nothing, so it is no bottleneck; it hands out the updates that it was given, as long as
they are not confirmed, and counts the calls.
"""

import asyncio
import json
import sys
from collections import Counter, deque

from aiohttp import web

_MESSAGE = (
    b'{"ok":true,"result":{"message_id":1,"date":1770000000,"text":".",'
    b'"chat":{"id":1,"type":"private"}}}'
)
_TRUE = b'{"ok":true,"result":true}'
_ME = b'{"ok":true,"result":{"id":4242,"is_bot":true,"first_name":"Bench","username":"bench_bot"}}'
_ANSWERS = {"sendMessage": _MESSAGE, "editMessageText": _MESSAGE, "getMe": _ME}
POLL_SECONDS = 0.5


class AcceptingApi:
    """One bot's server."""

    def __init__(self) -> None:
        self.calls: Counter[str] = Counter()
        self.waiting: deque[tuple[int, str]] = deque()

    async def serve(self, request: web.BaseRequest) -> web.Response:
        """Any call of the Bot API, or /script (updates to hand out), or /calls (the counts)."""
        body = await request.read()
        method = request.path.rpartition("/")[2]
        if method == "script":
            self.waiting.extend((each["update_id"], json.dumps(each)) for each in json.loads(body))
            return web.json_response({})
        if method == "calls":
            return web.json_response(self.calls)
        if method == "getUpdates":
            return web.Response(body=await self._updates(body), content_type="application/json")
        self.calls[method] += 1
        return web.Response(body=_ANSWERS.get(method, _TRUE), content_type="application/json")

    async def _updates(self, body: bytes) -> bytes:
        offset = _offset_in(body)
        while self.waiting and self.waiting[0][0] < offset:
            self.waiting.popleft()
        if not self.waiting:
            await asyncio.sleep(POLL_SECONDS)
        batch = [self.waiting[i][1] for i in range(min(100, len(self.waiting)))]
        return f'{{"ok":true,"result":[{",".join(batch)}]}}'.encode()


def _offset_in(body: bytes) -> int:
    """The offset of a multipart or urlencoded getUpdates."""
    _, _, after = body.partition(b'name="offset"\r\n\r\n')
    if not after:
        _, _, after = body.partition(b"offset=")
    digits = after[:20].split(b"\r")[0].split(b"&")[0]
    return int(digits) if digits.isdigit() else 0


async def serve() -> None:
    """Listen on a free port, say which, and go on until killed."""
    runner = web.ServerRunner(web.Server(AcceptingApi().serve))
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0, backlog=1024)
    await site.start()
    sys.stdout.write(f"{runner.addresses[0][1]}\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve())
