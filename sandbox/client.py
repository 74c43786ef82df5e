"""The Python client of the sandbox: brings people to life and keeps their chats current.

    async with SandboxClient("http://127.0.0.1:8081") as client:
        vera = await client.person(first_name="Вера", language_code="ru")
        await vera.starts()
        greeting = await vera.hears()
        await vera.taps("Дальше")

One websocket brings the events of everybody, so hundreds of people can wait at once for nothing.
"""

import asyncio
import json
from collections.abc import Iterable, Mapping, Sequence
from types import TracebackType
from typing import Any, Self, cast

from aiohttp import ClientSession, FormData, TCPConnector, WSMsgType

from sandbox.calls import Call
from sandbox.chats import ChatView, Group, NoSuchButtonError, NothingHeardError
from sandbox.faults import FaultKind, Faults
from sandbox.messages import Attachment, Button, CallbackAnswer, ChatMessage
from sandbox.person import Person, Tapped

__all__ = [
    "Attachment",
    "Button",
    "Call",
    "CallbackAnswer",
    "ChatMessage",
    "Faults",
    "Group",
    "NoSuchButtonError",
    "NothingHeardError",
    "Person",
    "SandboxClient",
    "SandboxRefusalError",
    "Tapped",
]
CONNECTIONS_MAX = 128


class SandboxRefusalError(Exception):
    """The people API refused a deed: writing while blocking the bot, a message that is gone."""


class SandboxClient:
    """Talks to one sandbox; use it as `async with`."""

    def __init__(self, base_url: str) -> None:
        self.base_url = base_url.rstrip("/")
        self._views: dict[int, ChatView] = {}
        self._answers: dict[str, asyncio.Future[CallbackAnswer]] = {}
        self._session: ClientSession | None = None
        self._reading: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        connector = TCPConnector(limit=CONNECTIONS_MAX)
        self._session = ClientSession(connector=connector)
        listening: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._reading = asyncio.create_task(self._read_events(listening))
        await listening
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._reading is not None:
            self._reading.cancel()
            await asyncio.gather(self._reading, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    async def person(
        self,
        *,
        first_name: str = "Vera",
        last_name: str | None = None,
        username: str | None = None,
        language_code: str | None = "ru",
        note: str = "",
        id: int | None = None,
    ) -> Person:
        """A new person, or the one who has this id already."""
        values = {
            "id": id,
            "first_name": first_name,
            "last_name": last_name,
            "username": username,
            "language_code": language_code,
            "note": note,
        }
        return (await self.people([values]))[0]

    async def people(self, people: Iterable[Mapping[str, Any]]) -> list[Person]:
        """Many people in one request; each is a mapping of `person`'s arguments."""
        made = await self.post("/sandbox/people", [dict(each) for each in people])
        return [await self._meet(values) for values in made]

    async def group(self, title: str, members: Sequence[Person]) -> Group:
        """A group of these people and the bot."""
        body = {"title": title, "members": [member.id for member in members]}
        made = await self.post("/sandbox/groups", body)
        group = Group(made["chat_id"], title)
        self._views[group.chat_id] = group
        return group

    async def set_faults(self, faults: Faults) -> None:
        """Let things go wrong at these rates; `Faults()` switches everything off."""
        await self._request("PUT", "/sandbox/faults", json=faults.to_json())

    async def fails_next(
        self,
        kind: FaultKind,
        *,
        method: str | None = None,
        chat_id: int | None = None,
        seconds: int = 1,
        count: int = 1,
    ) -> None:
        """Let the next call fail: "429", "403", "500", "cut" (after acceptance) or "delay"."""
        body = {"kind": kind, "method": method, "chat_id": chat_id}
        await self.post("/sandbox/faults/next", {**body, "seconds": seconds, "count": count})

    async def calls(
        self, method: str | None = None, *, chat_id: int | None = None, after: int = 0
    ) -> list[Call]:
        """Every call that took effect, in order."""
        found = await self.get("/sandbox/calls", method=method, chat_id=chat_id, after=after)
        return [Call(**each) for each in found]

    async def summary(self) -> dict[str, Any]:
        """Counts: accepted by method, refused by method and code, polls, updates waiting."""
        return cast("dict[str, Any]", await self.get("/sandbox/calls/summary"))

    async def texts_by_chat(self, method: str = "sendMessage") -> dict[int, dict[str, int]]:
        """How often each chat got exactly each text: the proof that nobody got it twice."""
        found = await self.get("/sandbox/calls/by_chat", method=method)
        return {int(chat_id): texts for chat_id, texts in found.items()}

    async def clear_calls(self) -> None:
        """Start counting anew."""
        await self._request("DELETE", "/sandbox/calls")

    async def download(self, attachment: Attachment) -> bytes:
        """The bytes of a file in a message."""
        url = f"{self.base_url}/sandbox/files/{attachment.file_id}"
        async with self._open_session.get(url) as response:
            response.raise_for_status()
            return await response.read()

    async def get(self, path: str, **query: object) -> Any:
        """Ask the people API."""
        params = {name: str(value) for name, value in query.items() if value is not None}
        return await self._request("GET", path, params=params)

    async def post(self, path: str, body: object) -> Any:
        """Do something through the people API."""
        return await self._request("POST", path, json=body)

    async def upload(self, path: str, form: FormData) -> Any:
        """Send a form with a file."""
        return await self._request("POST", path, data=form)

    def answer_to(self, query_id: str) -> asyncio.Future[CallbackAnswer]:
        """The answer to a tap, there already or still to come."""
        if query_id not in self._answers:
            self._answers[query_id] = asyncio.get_running_loop().create_future()
        return self._answers[query_id]

    async def _meet(self, values: Mapping[str, Any]) -> Person:
        known = self._views.get(values["id"])
        if isinstance(known, Person):
            return known
        person = Person(self, values)
        self._views[person.id] = person
        if values["has_started"]:
            await person.refresh()
        return person

    async def _request(self, verb: str, path: str, **options: Any) -> Any:
        async with self._open_session.request(verb, self.base_url + path, **options) as response:
            body = json.loads(await response.read())
            if response.status >= 400:
                raise SandboxRefusalError(body.get("error", body))
            return body

    @property
    def _open_session(self) -> ClientSession:
        if self._session is None:
            raise RuntimeError("use the client as `async with SandboxClient(...)`")
        return self._session

    async def _read_events(self, listening: asyncio.Future[None]) -> None:
        url = f"{self.base_url}/sandbox/events"
        try:
            async with self._open_session.ws_connect(url, max_msg_size=0) as socket:
                async for frame in socket:
                    if frame.type is not WSMsgType.TEXT:
                        continue
                    for event in json.loads(frame.data):
                        if event["kind"] == "hello":
                            listening.set_result(None)
                        else:
                            self._take(event)
        except Exception as error:
            if listening.done():
                raise
            listening.set_exception(error)

    def _take(self, event: Mapping[str, Any]) -> None:
        if event["kind"] == "answer":
            future = self.answer_to(event["query_id"])
            if not future.done():
                future.set_result(CallbackAnswer(**event["answer"]))
        elif view := self._views.get(event["chat_id"]):
            view.take(event)
