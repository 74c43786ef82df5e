"""The people API under /sandbox: for the page, the tests and whoever else plays the people."""

import json
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import quote

from aiogram.types import Message
from aiohttp import web

from sandbox.acting import Actors
from sandbox.errors import ApiError
from sandbox.rendering import to_html
from sandbox.requests import read_request
from sandbox.uploads import FOLDERS
from sandbox.world import Room, World, wire

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]

# A file that may carry scripts is shown, but kept away from the page's own origin.
SCRIPTABLE = ("text/html", "image/svg+xml", "application/xhtml+xml")


class PeopleApi:
    """Routes for people's deeds, their chats and the event stream."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._actors = Actors(world)

    def add_routes(self, app: web.Application) -> None:
        """Stand under /sandbox."""
        one = "/sandbox/people/{person_id:\\d+}"
        app.add_routes(
            [
                web.get("/sandbox/events", self._world.events.serve),
                web.get("/sandbox/bot", self.bot),
                web.get("/sandbox/people", self.people),
                web.post("/sandbox/people", self.create_people),
                web.post("/sandbox/groups", self.create_group),
                web.get(one, self.chat),
                web.post(one + "/say", self.say),
                web.post(one + "/edit", self.edit),
                web.post(one + "/tap", self.tap),
                web.post(f"{one}/send/{{kind:{'|'.join(FOLDERS)}}}", self.send_file),
                web.post(one + "/location", self.location),
                web.post(one + "/contact", self.contact),
                web.post(one + "/block", self.block),
                web.post(one + "/unblock", self.unblock),
                web.get("/sandbox/files/{file_id}", self.file),
            ]
        )

    async def bot(self, _: web.Request) -> web.Response:
        """Who the bot is."""
        texts = {field: text for (field, tongue), text in self._world.profile.texts.items()}
        return web.json_response(self._world.bot.model_dump(exclude_none=True) | texts)

    async def people(self, _: web.Request) -> web.Response:
        """Everybody."""
        return web.json_response([person.to_json() for person in self._world.people.values()])

    async def create_people(self, request: web.Request) -> web.Response:
        """One person (an object) or many (a list); an id that is there already is kept."""
        values = await request.json()
        if isinstance(values, list):
            made = [self._actors.create_person(each).to_json() for each in values]
            return web.json_response(made)
        return web.json_response(self._actors.create_person(values).to_json())

    async def create_group(self, request: web.Request) -> web.Response:
        """A group of people and the bot."""
        values = await request.json()
        room = self._actors.create_group(values["title"], values["members"])
        return web.json_response({"chat_id": room.chat.id})

    async def chat(self, request: web.Request) -> web.Response:
        """A person, their commands, and one of their chats: messages and reply keyboard."""
        person = self._world.person(int(request.match_info["person_id"]))
        room = self._world.rooms[int(request.query.get("chat_id", person.user.id))]
        language = person.user.language_code
        commands = self._world.profile.commands_for(person.user.id, language)
        body = {
            "person": person.to_json(),
            "commands": [command.model_dump() for command in commands],
            "keyboard": room.keyboard,
            "messages": _history(room),
        }
        return web.json_response(body)

    async def say(self, request: web.Request) -> web.Response:
        """{text, reply_to?, chat_id?}"""
        values = await request.json()
        message = self._actors.say(
            _person_id(request),
            str(values["text"]),
            chat_id=values.get("chat_id"),
            reply_to=values.get("reply_to"),
        )
        return _said(message)

    async def edit(self, request: web.Request) -> web.Response:
        """{message_id, text, chat_id?}"""
        values = await request.json()
        return _said(
            self._actors.edit(
                _person_id(request), values["message_id"], values["text"], values.get("chat_id")
            )
        )

    async def tap(self, request: web.Request) -> web.Response:
        """{message_id, data, chat_id?}; the answer comes as an event with the same query_id."""
        values = await request.json()
        query_id = self._actors.tap(
            _person_id(request), values["message_id"], values["data"], values.get("chat_id")
        )
        return web.json_response({"query_id": query_id})

    async def send_file(self, request: web.Request) -> web.Response:
        """A multipart form with `file`, and perhaps `caption`, `album` and `chat_id`."""
        form = await read_request(request)
        if "file" not in form.files:
            raise ApiError(400, "a multipart field named file is needed")
        chat_id = form.params.get("chat_id")
        message = self._actors.send_file(
            _person_id(request),
            request.match_info["kind"],
            form.files["file"],
            form.params.get("caption"),
            int(chat_id) if chat_id else None,
            album=form.params.get("album"),
        )
        return _said(message)

    async def location(self, request: web.Request) -> web.Response:
        """{latitude, longitude, chat_id?}"""
        values = await request.json()
        return _said(
            self._actors.send_location(
                _person_id(request),
                values["latitude"],
                values["longitude"],
                values.get("chat_id"),
            )
        )

    async def contact(self, request: web.Request) -> web.Response:
        """{phone_number, of?, chat_id?}: `of` is somebody else's name, without it one's own."""
        values = await request.json()
        return _said(
            self._actors.send_contact(
                _person_id(request),
                values["phone_number"],
                values.get("chat_id"),
                of=values.get("of"),
            )
        )

    async def block(self, request: web.Request) -> web.Response:
        """Close the bot."""
        self._actors.block(_person_id(request))
        return web.json_response({})

    async def unblock(self, request: web.Request) -> web.Response:
        """Let the bot in again."""
        self._actors.unblock(_person_id(request))
        return web.json_response({})

    async def file(self, request: web.Request) -> web.Response:
        """A file by its id, as it was sent."""
        upload = self._world.uploads.by_id(request.match_info["file_id"])
        headers = {"Content-Disposition": f"inline; filename*=UTF-8''{quote(upload.name)}"}
        if upload.mime in SCRIPTABLE:
            headers["Content-Security-Policy"] = "sandbox allow-scripts allow-popups"
        charset = "utf-8" if upload.mime.startswith("text/") else None
        return web.Response(
            body=upload.content, content_type=upload.mime, charset=charset, headers=headers
        )


def _person_id(request: web.Request) -> int:
    return int(request.match_info["person_id"])


def _said(message: Message) -> web.Response:
    return web.Response(text=wire(message), content_type="application/json")


def _history(room: Room) -> list[dict[str, Any]]:
    shown = []
    for message in room.messages.values():
        values: dict[str, Any] = json.loads(wire(message))
        values["html"] = to_html(
            message.text or message.caption or "", message.entities or message.caption_entities
        )
        shown.append(values)
    return shown


@web.middleware
async def refusals_as_json(request: web.Request, handler: Answer) -> web.StreamResponse:
    """Say in JSON what was wrong with a request to the people API."""
    try:
        return await handler(request)
    except ApiError as refusal:
        return web.json_response({"error": refusal.description}, status=refusal.code)
    except (KeyError, TypeError, ValueError) as error:
        if not request.path.startswith("/sandbox"):
            raise
        return web.json_response({"error": f"{type(error).__name__}: {error}"}, status=400)
