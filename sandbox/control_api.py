"""The rehearsal's own switches under /sandbox: faults, and the log of calls."""

from collections import Counter

from aiohttp import web

from sandbox.faults import Faults, Planned
from sandbox.world import World


class ControlApi:
    """Routes for faults and calls."""

    def __init__(self, world: World) -> None:
        self._world = world

    def add_routes(self, app: web.Application) -> None:
        """Stand under /sandbox."""
        app.add_routes(
            [
                web.get("/sandbox/faults", self.faults),
                web.put("/sandbox/faults", self.set_faults),
                web.post("/sandbox/faults/next", self.plan_fault),
                web.get("/sandbox/calls", self.calls),
                web.get("/sandbox/calls/summary", self.summary),
                web.get("/sandbox/calls/by_chat", self.by_chat),
                web.delete("/sandbox/calls", self.clear_calls),
            ]
        )

    async def faults(self, _: web.Request) -> web.Response:
        """The setting in force."""
        return web.json_response(self._world.dice.faults.to_json())

    async def set_faults(self, request: web.Request) -> web.Response:
        """A whole new setting; what is not named is switched off."""
        self._world.dice.set(Faults.from_json(await request.json()))
        return web.json_response(self._world.dice.faults.to_json())

    async def plan_fault(self, request: web.Request) -> web.Response:
        """{kind, method?, chat_id?, seconds?, count?}: let the next fitting calls fail."""
        values = await request.json()
        method = values.get("method")
        planned = Planned(
            kind=values["kind"],
            method=method.lower() if method else None,
            chat_id=values.get("chat_id"),
            seconds=values.get("seconds", 1),
        )
        self._world.dice.plan(planned, values.get("count", 1))
        return web.json_response({})

    async def calls(self, request: web.Request) -> web.Response:
        """Accepted calls; ?method= &chat_id= &after= (a sequence number) &limit=."""
        chat_id = request.query.get("chat_id")
        found = self._world.calls.select(
            method=request.query.get("method"),
            chat_id=int(chat_id) if chat_id else None,
            after=int(request.query.get("after", 0)),
        )
        limit = int(request.query.get("limit", len(found)))
        return web.json_response([call.to_json() for call in found[:limit]])

    async def summary(self, _: web.Request) -> web.Response:
        """Counts of everything asked."""
        waiting = len(self._world.updates)
        return web.json_response(self._world.calls.summary() | {"updates_waiting": waiting})

    async def by_chat(self, request: web.Request) -> web.Response:
        """How often each chat got exactly each text: {chat: {text: count}}; ?method=."""
        counts: dict[str, Counter[str]] = {}
        for call in self._world.calls.select(method=request.query.get("method")):
            counts.setdefault(str(call.chat_id), Counter())[call.text or ""] += 1
        return web.json_response(counts)

    async def clear_calls(self, _: web.Request) -> web.Response:
        """Start counting anew."""
        self._world.calls.clear()
        return web.json_response({})
