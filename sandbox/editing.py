"""Calls that change or remove what the bot has said, and that answer taps."""

import json
from typing import Any

from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteMessage,
    DeleteMessages,
    EditMessageCaption,
    EditMessageMedia,
    EditMessageReplyMarkup,
    EditMessageText,
)
from aiogram.types import InlineKeyboardMarkup, InputMediaPhoto, Message

from sandbox.entities import utf16_units
from sandbox.errors import bad_request
from sandbox.formatting import formatted
from sandbox.keyboards import checked
from sandbox.limits import CALLBACK_ANSWER_CHARS_MAX, MESSAGE_UNITS_MAX
from sandbox.requests import plain
from sandbox.sending import Done, Files, as_photo, checked_caption, preview_of, take_file
from sandbox.world import Room, World, now

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the"
    " same as a current content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
EditCall = EditMessageText | EditMessageCaption | EditMessageMedia | EditMessageReplyMarkup


def edit_message_text(world: World, call: EditMessageText, _: Files) -> Done:
    """editMessageText."""
    text, entities = formatted(call.text or "", plain(call.parse_mode), call.entities)
    if not text:
        raise bad_request("message text is empty")
    if utf16_units(text) > MESSAGE_UNITS_MAX:
        raise bad_request("MESSAGE_TOO_LONG")
    room, message = _own_message(world, call)
    if message.text is None:
        raise bad_request("there is no text in the message to edit")
    changes = {"text": text, "entities": entities or None, "link_preview_options": preview_of(call)}
    return _edit(world, room, message, call, changes)


def edit_message_caption(world: World, call: EditMessageCaption, _: Files) -> Done:
    """editMessageCaption."""
    caption = checked_caption(call.caption, plain(call.parse_mode), call.caption_entities)
    room, message = _own_message(world, call)
    if message.document is None and message.photo is None:
        raise bad_request("there is no caption in the message to edit")
    return _edit(world, room, message, call, caption)


def edit_message_media(world: World, call: EditMessageMedia, files: Files) -> Done:
    """editMessageMedia: another photo in the place of one."""
    if not isinstance(call.media, InputMediaPhoto):
        raise bad_request("the sandbox puts photos only in the place of photos")
    media = call.media
    caption = checked_caption(media.caption, plain(media.parse_mode), media.caption_entities)
    room, message = _own_message(world, call)
    if message.photo is None:
        raise bad_request("there is no photo in the message to edit")
    upload = take_file(world, "photo", media.media, files)
    return _edit(world, room, message, call, {"photo": [as_photo(upload)], **caption})


def edit_message_reply_markup(world: World, call: EditMessageReplyMarkup, _: Files) -> Done:
    """editMessageReplyMarkup."""
    room, message = _own_message(world, call)
    return _edit(world, room, message, call, {})


def delete_message(world: World, call: DeleteMessage, _: Files) -> Done:
    """deleteMessage."""
    world.delete(world.open_room(call.chat_id), call.message_id)
    return Done(message_id=call.message_id)


def delete_messages(world: World, call: DeleteMessages, _: Files) -> Done:
    """deleteMessages: those that are not there are passed over, as Telegram does."""
    room = world.open_room(call.chat_id)
    for message_id in call.message_ids:
        if message_id in room.messages:
            world.delete(room, message_id)
    return Done()


def answer_callback_query(world: World, call: AnswerCallbackQuery, _: Files) -> Done:
    """answerCallbackQuery."""
    tap = world.taps.get(call.callback_query_id)
    if tap is None or not world.is_fresh(tap):
        world.taps.pop(call.callback_query_id, None)
        raise bad_request(TOO_OLD)
    if len(call.text or "") > CALLBACK_ANSWER_CHARS_MAX:
        raise bad_request("MESSAGE_TOO_LONG")
    answer: dict[str, object] = {
        "text": call.text,
        "show_alert": bool(call.show_alert),
        "url": call.url,
    }
    world.tell_answer(tap, call.callback_query_id, answer)
    return Done()


def _own_message(world: World, call: EditCall) -> tuple[Room, Message]:
    room = world.open_room(call.chat_id)
    message = room.messages.get(call.message_id) if call.message_id is not None else None
    if message is None:
        raise bad_request("message to edit not found")
    if message.from_user is None or message.from_user.id != world.bot.id:
        raise bad_request("message can't be edited")
    return room, message


def _edit(
    world: World, room: Room, message: Message, call: EditCall, changes: dict[str, Any]
) -> Done:
    markup = checked(call.reply_markup)
    inline = markup if isinstance(markup, InlineKeyboardMarkup) else None
    edited = message.model_copy(update={**changes, "reply_markup": inline})
    if _shown(edited) == _shown(message):
        raise bad_request(NOT_MODIFIED)
    edited = edited.model_copy(update={"edit_date": int(now().timestamp())})
    return Done(world.replace(room, edited), message.message_id)


def _shown(message: Message) -> str:
    """All that a person could see of a message, comparable."""
    parts = [message.text, message.caption]
    parts += [size.file_unique_id for size in message.photo or []]
    for entity in (message.entities or []) + (message.caption_entities or []):
        parts.append(entity.model_dump_json(exclude_none=True))
    if message.reply_markup:
        parts.append(message.reply_markup.model_dump_json(exclude_none=True))
    return json.dumps(parts)
