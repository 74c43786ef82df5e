"""What people do: write, edit, tap, send things, block the bot, gather in groups."""

import itertools
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from aiogram.types import (
    Audio,
    CallbackQuery,
    Chat,
    ChatMemberBanned,
    ChatMemberLeft,
    ChatMemberMember,
    ChatMemberUpdated,
    Contact,
    Location,
    Message,
    User,
    Video,
    VideoNote,
    Voice,
)

from sandbox.errors import ApiError
from sandbox.formatting import found_in
from sandbox.requests import SentFile
from sandbox.sending import as_document, as_photo
from sandbox.uploads import Upload
from sandbox.world import Person, Room, Tap, World, now

FIRST_PERSON_ID = 101
FOREVER = datetime.fromtimestamp(0, UTC)  # How Telegram writes a ban without an end.


class Actors:
    """Carries out people's deeds and queues the updates that the bot will see."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._ids = itertools.count(FIRST_PERSON_ID)
        self._query_ids = itertools.count(10_000_000_001)

    def create_person(self, values: Mapping[str, Any]) -> Person:
        """Add a person, or return the one who already has this id."""
        given_id = values.get("id")
        if given_id in self._world.people:
            return self._world.people[given_id]
        person_id = given_id or next(i for i in self._ids if i not in self._world.people)
        user = User(
            id=person_id,
            is_bot=False,
            first_name=values.get("first_name") or f"Person {person_id}",
            last_name=values.get("last_name"),
            username=values.get("username"),
            language_code=values.get("language_code"),
        )
        person = Person(user, note=values.get("note") or "")
        chat = Chat(
            id=person_id,
            type="private",
            first_name=user.first_name,
            last_name=user.last_name,
            username=user.username,
        )
        self._world.people[person_id] = person
        self._world.rooms[person_id] = Room(chat, (person_id,))
        self._world.tell_person(person)
        return person

    def create_group(self, title: str, members: Sequence[int]) -> Room:
        """Gather people and the bot in a supergroup."""
        for person_id in members:
            self._world.person(person_id)
        chat = Chat(id=self._world.new_group_id(), type="supergroup", title=title)
        room = Room(chat, tuple(members))
        self._world.rooms[chat.id] = room
        if members:
            adder = self._world.person(members[0])
            before, after = ChatMemberLeft(user=self._world.bot), self._as_member()
            self._tell_bot_of_itself(room, adder, before, after)
        return room

    def say(
        self, person_id: int, text: str, *, chat_id: int | None = None, reply_to: int | None = None
    ) -> Message:
        """A person writes."""
        if not text.strip():
            raise ApiError(400, "an empty message cannot be sent")
        room = self._own_room(person_id, chat_id)
        found = found_in(text, [])[1]
        return self._post(person_id, room, reply_to, {"text": text, "entities": found or None})

    def edit(self, person_id: int, message_id: int, text: str, chat_id: int | None) -> Message:
        """A person changes what they wrote."""
        room = self._own_room(person_id, chat_id)
        message = room.messages.get(message_id)
        if message is None or message.from_user is None or message.from_user.id != person_id:
            raise ApiError(404, "no such message of this person")
        found = found_in(text, [])[1] or None
        changes = {"text": text, "entities": found, "edit_date": int(now().timestamp())}
        edited = message.model_copy(update=changes)
        body = self._world.replace(room, edited)
        self._world.updates.put("edited_message", body)
        return edited

    def tap(self, person_id: int, message_id: int, data: str, chat_id: int | None) -> str:
        """A person taps an inline button; as with real clients, the data may be an old one."""
        room = self._own_room(person_id, chat_id)
        message = room.messages.get(message_id)
        if message is None:
            raise ApiError(404, "no such message")
        query_id = str(next(self._query_ids))
        self._world.taps[query_id] = Tap(person_id, room.chat.id, time.monotonic())
        query = CallbackQuery(
            id=query_id,
            from_user=self._world.person(person_id).user,
            chat_instance=str(room.chat.id),
            message=message,
            data=data,
        )
        body = query.model_dump_json(exclude_none=True, by_alias=True)
        self._world.updates.put("callback_query", body)
        return query_id

    def send_file(
        self,
        person_id: int,
        kind: str,
        file: SentFile,
        caption: str | None,
        chat_id: int | None,
        *,
        album: str | None = None,
    ) -> Message:
        """A person sends a document, a photo, a voice message or a film; `album` ties several."""
        room = self._own_room(person_id, chat_id)
        upload = self._world.uploads.store(kind, file.content, name=file.name, mime=file.mime)
        content = {**_shown(kind, upload), "caption": caption or None, "media_group_id": album}
        return self._post(person_id, room, None, content)

    def send_location(
        self, person_id: int, latitude: float, longitude: float, chat_id: int | None
    ) -> Message:
        """A person shows where they are."""
        place = Location(latitude=latitude, longitude=longitude)
        return self._post(person_id, self._own_room(person_id, chat_id), None, {"location": place})

    def send_contact(
        self, person_id: int, phone_number: str, chat_id: int | None, *, of: str | None = None
    ) -> Message:
        """A person shares their own telephone number, or that of somebody else, of that name."""
        user = self._world.person(person_id).user
        contact = Contact(
            phone_number=phone_number,
            first_name=of or user.first_name,
            last_name=None if of else user.last_name,
            user_id=None if of else user.id,
        )
        return self._post(person_id, self._own_room(person_id, chat_id), None, {"contact": contact})

    def block(self, person_id: int) -> None:
        """A person closes the bot."""
        person = self._world.person(person_id)
        if not person.is_blocking:
            person.is_blocking = True
            gone = ChatMemberBanned(user=self._world.bot, until_date=FOREVER)
            self._tell_bot_of_itself(self._world.rooms[person_id], person, self._as_member(), gone)
            self._world.tell_person(person)

    def unblock(self, person_id: int) -> None:
        """A person lets the bot in again."""
        person = self._world.person(person_id)
        if person.is_blocking:
            person.is_blocking = False
            gone = ChatMemberBanned(user=self._world.bot, until_date=FOREVER)
            self._tell_bot_of_itself(self._world.rooms[person_id], person, gone, self._as_member())
            self._world.tell_person(person)

    def _post(
        self, person_id: int, room: Room, reply_to: int | None, content: dict[str, Any]
    ) -> Message:
        person = self._world.person(person_id)
        replied = room.messages.get(reply_to) if reply_to is not None else None
        message = Message(
            message_id=self._world.new_message_id(),
            date=now(),
            chat=room.chat,
            from_user=person.user,
            reply_to_message=replied,
            **content,
        )
        if not person.has_started and room.chat.id == person_id:
            person.has_started = True
            self._world.tell_person(person)
        if room.keyboard and room.keyboard.get("one_time_keyboard"):
            self._world.hide_keyboard(room)
        self._world.updates.put("message", self._world.post(room, message))
        return message

    def _own_room(self, person_id: int, chat_id: int | None) -> Room:
        person = self._world.person(person_id)
        room = self._world.rooms.get(chat_id or person_id)
        if room is None or person_id not in room.members:
            raise ApiError(404, "this person is not in that chat")
        if person.is_blocking and room.chat.id == person_id:
            raise ApiError(403, "this person has blocked the bot; unblock it first")
        return room

    def _as_member(self) -> ChatMemberMember:
        return ChatMemberMember(user=self._world.bot)

    def _tell_bot_of_itself(
        self,
        room: Room,
        person: Person,
        before: ChatMemberMember | ChatMemberBanned | ChatMemberLeft,
        after: ChatMemberMember | ChatMemberBanned,
    ) -> None:
        change = ChatMemberUpdated(
            chat=room.chat,
            from_user=person.user,
            date=now(),
            old_chat_member=before,
            new_chat_member=after,
        )
        body = change.model_dump_json(exclude_none=True, by_alias=True)
        self._world.updates.put("my_chat_member", body)


def _shown(kind: str, upload: Upload) -> dict[str, Any]:
    """A file as a message shows it; the sandbox neither plays nor measures anything."""
    file: dict[str, Any] = {
        "file_id": upload.file_id,
        "file_unique_id": upload.file_unique_id,
        "file_size": len(upload.content),
    }
    named: dict[str, Any] = {"file_name": upload.name, "mime_type": upload.mime}
    match kind:
        case "photo":
            return {"photo": [as_photo(upload)]}
        case "voice":
            return {"voice": Voice(**file, duration=3, mime_type=upload.mime)}
        case "audio":
            return {"audio": Audio(**file, **named, duration=3)}
        case "video":
            return {"video": Video(**file, **named, width=640, height=480, duration=3)}
        case "video_note":
            return {"video_note": VideoNote(**file, length=240, duration=3)}
    return {"document": as_document(upload)}
