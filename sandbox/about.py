"""Calls about the bot itself, about chats and about files."""

import json

from aiogram.methods import (
    DeleteMyCommands,
    DeleteWebhook,
    GetChat,
    GetChatMember,
    GetFile,
    GetMe,
    GetMyCommands,
    GetMyDescription,
    GetMyName,
    GetMyShortDescription,
    GetWebhookInfo,
    SendChatAction,
    SetMessageReaction,
    SetMyCommands,
    SetMyDescription,
    SetMyName,
    SetMyShortDescription,
)
from aiogram.types import BotCommandScopeUnion, ChatMemberLeft, ChatMemberMember, ChatMemberOwner

from sandbox.errors import bad_request
from sandbox.profile import DEFAULT_SCOPE, Scope
from sandbox.sending import Done, Files
from sandbox.world import World

SetText = SetMyDescription | SetMyName | SetMyShortDescription
GetText = GetMyDescription | GetMyName | GetMyShortDescription


def get_me(world: World, _: GetMe, __: Files) -> Done:
    """getMe."""
    return Done(world.bot.model_dump_json(exclude_none=True))


def delete_webhook(world: World, call: DeleteWebhook, _: Files) -> Done:
    """deleteWebhook: there is none, but waiting updates may be dropped."""
    if call.drop_pending_updates:
        world.updates.clear()
    return Done()


def get_webhook_info(world: World, _: GetWebhookInfo, __: Files) -> Done:
    """getWebhookInfo: never a URL, always the number of waiting updates."""
    info = {"url": "", "has_custom_certificate": False, "pending_update_count": len(world.updates)}
    return Done(json.dumps(info))


def get_file(world: World, call: GetFile, _: Files) -> Done:
    """getFile."""
    upload = world.uploads.by_id(call.file_id)
    return Done(upload.as_file().model_dump_json(exclude_none=True))


def set_my_commands(world: World, call: SetMyCommands, _: Files) -> Done:
    """setMyCommands."""
    world.profile.set_commands(as_scope(call.scope), call.language_code or "", call.commands)
    world.events.publish("commands", world.people, '"chat_id":0')
    return Done()


def get_my_commands(world: World, call: GetMyCommands, _: Files) -> Done:
    """getMyCommands."""
    commands = world.profile.commands(as_scope(call.scope), call.language_code or "")
    return Done(json.dumps([command.model_dump() for command in commands], ensure_ascii=False))


def delete_my_commands(world: World, call: DeleteMyCommands, _: Files) -> Done:
    """deleteMyCommands."""
    world.profile.delete_commands(as_scope(call.scope), call.language_code or "")
    return Done()


def as_scope(scope: BotCommandScopeUnion | None) -> Scope:
    """A scope as a key."""
    if scope is None:
        return DEFAULT_SCOPE
    return (scope.type, getattr(scope, "chat_id", None), getattr(scope, "user_id", None))


def set_text(world: World, call: SetText, _: Files) -> Done:
    """setMyName, setMyDescription, setMyShortDescription."""
    field = _text_field(call)
    world.profile.texts[field, call.language_code or ""] = getattr(call, field) or ""
    return Done()


def get_text(world: World, call: GetText, _: Files) -> Done:
    """getMyName, getMyDescription, getMyShortDescription."""
    field = _text_field(call)
    text = world.profile.texts.get((field, call.language_code or ""))
    return Done(json.dumps({field: text or world.profile.texts.get((field, ""), "")}))


def _text_field(call: SetText | GetText) -> str:
    match call:
        case SetMyName() | GetMyName():
            return "name"
        case SetMyDescription() | GetMyDescription():
            return "description"
        case _:
            return "short_description"


def send_chat_action(world: World, call: SendChatAction, _: Files) -> Done:
    """sendChatAction."""
    world.tell_action(world.open_room(call.chat_id), call.action)
    return Done()


def set_message_reaction(world: World, call: SetMessageReaction, _: Files) -> Done:
    """setMessageReaction: accepted where the message exists."""
    if call.message_id not in world.open_room(call.chat_id).messages:
        raise bad_request("message to react not found")
    return Done(message_id=call.message_id)


def get_chat(world: World, call: GetChat, _: Files) -> Done:
    """getChat."""
    chat = json.loads(world.room(call.chat_id).chat.model_dump_json(exclude_none=True))
    fixed = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": NO_GIFTS}
    return Done(json.dumps(chat | fixed, ensure_ascii=False))


NO_GIFTS = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}


def get_chat_member(world: World, call: GetChatMember, _: Files) -> Done:
    """getChatMember."""
    room = world.room(call.chat_id)
    if call.user_id == world.bot.id:
        return Done(ChatMemberMember(user=world.bot).model_dump_json(exclude_none=True))
    person = world.people.get(call.user_id)
    if person is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    if room.members[:1] == (call.user_id,):  # Whoever gathered the group owns it.
        owner = ChatMemberOwner(user=person.user, is_anonymous=False)
        return Done(owner.model_dump_json(exclude_none=True))
    kind = ChatMemberMember if call.user_id in room.members else ChatMemberLeft
    return Done(kind(user=person.user).model_dump_json(exclude_none=True))
