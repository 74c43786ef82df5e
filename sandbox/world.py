"""The sandbox's memory: people, chats and messages, and the few deeds that change them."""

import itertools
import json
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime

from aiogram.types import Chat, ForceReply, Message, ReplyMarkupUnion, User

from sandbox.calls import CallLog
from sandbox.errors import ApiError, bad_request, bot_was_blocked
from sandbox.events import EventHub
from sandbox.faults import FaultDice
from sandbox.limits import CALLBACK_ANSWER_SECONDS
from sandbox.profile import Profile
from sandbox.updates import UpdateQueue
from sandbox.uploads import Uploads

FIRST_GROUP_ID = -1_002_000_000_001


@dataclass(slots=True)
class Person:
    """Somebody who talks to the bot."""

    user: User
    note: str = ""
    is_blocking: bool = False
    has_started: bool = False

    def to_json(self) -> dict[str, object]:
        """The person as the people API shows them."""
        return {
            "id": self.user.id,
            "first_name": self.user.first_name,
            "last_name": self.user.last_name,
            "username": self.user.username,
            "language_code": self.user.language_code,
            "note": self.note,
            "is_blocking": self.is_blocking,
            "has_started": self.has_started,
        }


@dataclass(slots=True)
class Room:
    """A chat and what was said in it."""

    chat: Chat
    members: tuple[int, ...]
    messages: dict[int, Message] = field(default_factory=dict)
    keyboard: dict[str, object] | None = None


@dataclass(slots=True)
class Tap:
    """A callback query that waits for its answer."""

    person_id: int
    chat_id: int
    at: float


class World:
    """Everything the sandbox knows, and the few deeds that change a chat."""

    def __init__(
        self,
        *,
        bot: User,
        updates: UpdateQueue,
        callback_window: float = CALLBACK_ANSWER_SECONDS,
    ) -> None:
        self.bot = bot
        self.callback_window = callback_window
        self.people: dict[int, Person] = {}
        self.rooms: dict[int, Room] = {}
        self.taps: dict[str, Tap] = {}
        self.updates = updates
        self.events = EventHub()
        self.uploads = Uploads()
        self.calls = CallLog()
        self.dice = FaultDice()
        self.profile = Profile()
        self._message_ids = itertools.count(1)
        self._group_ids = itertools.count(FIRST_GROUP_ID, -1)

    def new_message_id(self) -> int:
        return next(self._message_ids)

    def new_group_id(self) -> int:
        return next(self._group_ids)

    def person(self, person_id: int) -> Person:
        """The person with this id; 404 in the people API otherwise."""
        if person_id not in self.people:
            raise ApiError(404, f"Not Found: no person {person_id}")
        return self.people[person_id]

    def room(self, chat_id: int | str | None) -> Room:
        """The chat a call names; 400 as Telegram has it otherwise."""
        if isinstance(chat_id, str):
            name = chat_id.removeprefix("@")
            named = (room for room in self.rooms.values() if room.chat.username == name)
            found = next(named, None)
        else:
            found = self.rooms.get(chat_id) if chat_id is not None else None
        if found is None:
            raise bad_request("chat not found")
        return found

    def open_room(self, chat_id: int | str | None) -> Room:
        """The chat, if the bot may write there now."""
        room = self.room(chat_id)
        person = self.people.get(room.chat.id)
        if person is not None:
            if person.is_blocking:
                raise bot_was_blocked()
            if not person.has_started:
                raise ApiError(403, "Forbidden: bot can't initiate conversation with a user")
        return room

    def post(self, room: Room, message: Message) -> str:
        """Put a message into a chat, tell whoever follows it, and return it as JSON."""
        room.messages[message.message_id] = message
        body = wire(message)
        self._tell(room, "message", f'"message":{body}')
        return body

    def replace(self, room: Room, message: Message) -> str:
        """Show another version of a message in its place."""
        room.messages[message.message_id] = message
        body = wire(message)
        self._tell(room, "edited", f'"message":{body}')
        return body

    def delete(self, room: Room, message_id: int) -> None:
        """Take a message away."""
        if room.messages.pop(message_id, None) is None:
            raise bad_request("message to delete not found")
        self._tell(room, "deleted", f'"message_id":{message_id}')

    def show_keyboard(self, room: Room, markup: ReplyMarkupUnion | None) -> None:
        """Put a reply keyboard under the chat, or take it away."""
        if markup is None or isinstance(markup, ForceReply):
            return
        shown = markup.model_dump(exclude_none=True)
        room.keyboard = shown if "keyboard" in shown else None
        self._tell(room, "keyboard", f'"keyboard":{json.dumps(room.keyboard)}')

    def hide_keyboard(self, room: Room) -> None:
        """Take the reply keyboard away."""
        room.keyboard = None
        self._tell(room, "keyboard", '"keyboard":null')

    def tell_answer(self, tap: Tap, query_id: str, answer: dict[str, object]) -> None:
        """Show the person the answer to a tap."""
        fields = json.dumps({"chat_id": tap.chat_id, "query_id": query_id, "answer": answer})
        self.events.publish("answer", (tap.person_id,), fields[1:-1])

    def tell_person(self, person: Person) -> None:
        """Say that a person is new or has changed."""
        fields = f'"chat_id":{person.user.id},"person":{json.dumps(person.to_json())}'
        self.events.publish("person", (person.user.id,), fields)

    def tell_action(self, room: Room, action: str) -> None:
        """Show that the bot is typing, or busy otherwise."""
        self._tell(room, "action", f'"action":{json.dumps(action)}')

    def is_fresh(self, tap: Tap) -> bool:
        """Whether a tap may still be answered."""
        return time.monotonic() - tap.at <= self.callback_window

    def _tell(self, room: Room, kind: str, fields: str) -> None:
        self.events.publish(kind, room.members, f'"chat_id":{room.chat.id},{fields}')


def wire(message: Message) -> str:
    """A message as Telegram serialises it."""
    return message.model_dump_json(exclude_none=True, by_alias=True)


def now() -> datetime:
    """This second; Telegram knows no smaller time."""
    return datetime.now(UTC).replace(microsecond=0)
