"""Calls that put something new into a chat."""

from dataclasses import dataclass
from typing import Any

from aiogram.methods import EditMessageText, SendDocument, SendMessage, SendPhoto
from aiogram.types import (
    Document,
    InlineKeyboardMarkup,
    InputFile,
    LinkPreviewOptions,
    Message,
    MessageEntity,
    PhotoSize,
    ReplyMarkupUnion,
    ReplyParameters,
)

from sandbox.entities import utf16_units
from sandbox.errors import ApiError, bad_request
from sandbox.formatting import formatted
from sandbox.keyboards import checked
from sandbox.limits import (
    CAPTION_UNITS_MAX,
    MESSAGE_UNITS_MAX,
    PHOTO_BYTES_MAX,
    UPLOAD_BYTES_MAX,
)
from sandbox.requests import SentFile, plain
from sandbox.uploads import Upload
from sandbox.world import Room, World, now

Files = dict[str, SentFile]
ATTACHED = "attach://"


@dataclass(frozen=True, slots=True)
class Done:
    """A call that took effect: the JSON of its result, and the message it touched."""

    body: str = "true"
    message_id: int | None = None


def send_message(world: World, call: SendMessage, _: Files) -> Done:
    """sendMessage."""
    room = world.open_room(call.chat_id)
    text, entities = formatted(call.text, plain(call.parse_mode), call.entities)
    if not text:
        raise bad_request("message text is empty")
    if utf16_units(text) > MESSAGE_UNITS_MAX:
        raise bad_request("message is too long")
    content = {"text": text, "entities": entities or None, "link_preview_options": preview_of(call)}
    return _send(world, room, call, content)


def preview_of(call: SendMessage | EditMessageText) -> LinkPreviewOptions | None:
    """The preview that a message asks for; one without an address asks for nothing here."""
    wanted = plain(call.link_preview_options)
    return wanted if isinstance(wanted, LinkPreviewOptions) and wanted.url else None


def send_document(world: World, call: SendDocument, files: Files) -> Done:
    """sendDocument."""
    room = world.open_room(call.chat_id)
    upload = take_file(world, "document", call.document, files)
    document = as_document(upload)
    return _send(world, room, call, {"document": document, **_caption(call)})


def send_photo(world: World, call: SendPhoto, files: Files) -> Done:
    """sendPhoto."""
    room = world.open_room(call.chat_id)
    upload = take_file(world, "photo", call.photo, files)
    if len(upload.content) > PHOTO_BYTES_MAX:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return _send(world, room, call, {"photo": [as_photo(upload)], **_caption(call)})


def take_file(world: World, kind: str, given: str | InputFile, files: Files) -> Upload:
    """The file a call names: one that came along, or one stored before."""
    if not isinstance(given, str):
        raise bad_request("there is no file in the request")
    if not given.startswith(ATTACHED):
        return world.uploads.by_id(given)
    sent = files.get(given.removeprefix(ATTACHED))
    if sent is None:
        raise bad_request("there is no file in the request")
    if not sent.content:
        raise bad_request("file must be non-empty")
    if len(sent.content) > UPLOAD_BYTES_MAX:
        raise ApiError(413, "Request Entity Too Large")
    return world.uploads.store(kind, sent.content, name=sent.name, mime=sent.mime)


def as_document(upload: Upload) -> Document:
    """A stored file as a message shows it."""
    return Document(
        file_id=upload.file_id,
        file_unique_id=upload.file_unique_id,
        file_name=upload.name,
        mime_type=upload.mime,
        file_size=len(upload.content),
    )


def as_photo(upload: Upload) -> PhotoSize:
    """A stored picture as a message shows it; the sandbox does not measure pictures."""
    return PhotoSize(
        file_id=upload.file_id,
        file_unique_id=upload.file_unique_id,
        width=1280,
        height=960,
        file_size=len(upload.content),
    )


def checked_caption(
    caption: str | None, parse_mode: str | None, given: list[MessageEntity] | None
) -> dict[str, Any]:
    """A caption's fields, within its limit."""
    if not caption:
        return {"caption": None, "caption_entities": None}
    text, entities = formatted(caption, parse_mode, given)
    if utf16_units(text) > CAPTION_UNITS_MAX:
        raise bad_request("message caption is too long")
    return {"caption": text or None, "caption_entities": entities or None}


def _caption(call: SendDocument | SendPhoto) -> dict[str, Any]:
    return checked_caption(call.caption, plain(call.parse_mode), call.caption_entities)


def _send(
    world: World,
    room: Room,
    call: SendMessage | SendDocument | SendPhoto,
    content: dict[str, Any],
) -> Done:
    markup: ReplyMarkupUnion | None = checked(call.reply_markup)
    inline = markup if isinstance(markup, InlineKeyboardMarkup) else None
    replied = _replied(room, call.reply_parameters, call.reply_to_message_id)
    message = Message(
        message_id=world.new_message_id(),
        date=now(),
        chat=room.chat,
        from_user=world.bot,
        reply_to_message=replied,
        reply_markup=inline,
        **content,
    )
    body = world.post(room, message)
    if inline is None:
        world.show_keyboard(room, markup)
    return Done(body, message.message_id)


def _replied(room: Room, given: ReplyParameters | None, old_style: int | None) -> Message | None:
    message_id = given.message_id if given else old_style
    if message_id is None:
        return None
    replied = room.messages.get(message_id)
    if replied is None:
        if given and plain(given.allow_sending_without_reply):
            return None
        raise bad_request("message to be replied not found")
    return replied.model_copy(update={"reply_to_message": None})
