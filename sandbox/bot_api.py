"""The Bot API over HTTP: one route that reads a call, carries it out and answers."""

import re
from collections.abc import Callable
from typing import Any

from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteMessage,
    DeleteMessages,
    DeleteMyCommands,
    DeleteWebhook,
    EditMessageCaption,
    EditMessageMedia,
    EditMessageReplyMarkup,
    EditMessageText,
    GetChat,
    GetChatMember,
    GetFile,
    GetMe,
    GetMyCommands,
    GetMyDescription,
    GetMyName,
    GetMyShortDescription,
    GetUpdates,
    GetWebhookInfo,
    SendChatAction,
    SendDocument,
    SendMessage,
    SendPhoto,
    SetMessageReaction,
    SetMyCommands,
    SetMyDescription,
    SetMyName,
    SetMyShortDescription,
    TelegramMethod,
)
from aiohttp import web

from sandbox import about, editing, sending
from sandbox.errors import ApiError
from sandbox.limits import DOWNLOAD_BYTES_MAX
from sandbox.requests import METHODS, MethodClass, build_method, read_request
from sandbox.sending import Done, Files
from sandbox.world import World

TOKEN = re.compile(r"\d+:[\w-]+")
Handler = Callable[[World, Any, Files], Done]

HANDLERS: dict[MethodClass, Handler] = {
    SendMessage: sending.send_message,
    SendDocument: sending.send_document,
    SendPhoto: sending.send_photo,
    EditMessageText: editing.edit_message_text,
    EditMessageCaption: editing.edit_message_caption,
    EditMessageMedia: editing.edit_message_media,
    EditMessageReplyMarkup: editing.edit_message_reply_markup,
    DeleteMessage: editing.delete_message,
    DeleteMessages: editing.delete_messages,
    AnswerCallbackQuery: editing.answer_callback_query,
    GetMe: about.get_me,
    DeleteWebhook: about.delete_webhook,
    GetWebhookInfo: about.get_webhook_info,
    GetFile: about.get_file,
    SetMyCommands: about.set_my_commands,
    GetMyCommands: about.get_my_commands,
    DeleteMyCommands: about.delete_my_commands,
    SetMyName: about.set_text,
    SetMyDescription: about.set_text,
    SetMyShortDescription: about.set_text,
    GetMyName: about.get_text,
    GetMyDescription: about.get_text,
    GetMyShortDescription: about.get_text,
    SendChatAction: about.send_chat_action,
    SetMessageReaction: about.set_message_reaction,
    GetChat: about.get_chat,
    GetChatMember: about.get_chat_member,
}


class BotApi:
    """Answers /bot{token}/{method} and /file/bot{token}/{path}."""

    def __init__(self, world: World, token: str) -> None:
        self._world = world
        self._token = token

    def add_routes(self, app: web.Application) -> None:
        """Stand at Telegram's addresses."""
        app.router.add_route("*", "/bot{token}/{method}", self.call)
        app.router.add_get("/file/bot{token}/{path:.+}", self.download)

    async def call(self, request: web.Request) -> web.Response:
        """One call, whatever its method."""
        name = request.match_info["method"].lower()
        try:
            self._check_token(request)
            body = await self._carry_out(name, request)
        except ApiError as refusal:
            known = METHODS.get(name)
            self._world.calls.refuse(known.__api_method__ if known else name, refusal.code)
            return _json(refusal.to_json(), refusal.code)
        if body is None:
            return _cut(request)
        return _json(f'{{"ok":true,"result":{body}}}')

    async def download(self, request: web.Request) -> web.Response:
        """A file by the path that getFile gave."""
        try:
            self._check_token(request)
        except ApiError as refusal:
            return _json(refusal.to_json(), refusal.code)
        upload = self._world.uploads.by_path(request.match_info["path"])
        if upload is None or len(upload.content) > DOWNLOAD_BYTES_MAX:
            return _json(ApiError(404, "Not Found").to_json(), 404)
        return web.Response(body=upload.content, content_type="application/octet-stream")

    def _check_token(self, request: web.Request) -> None:
        token = request.match_info["token"]
        if not TOKEN.fullmatch(token) or token != self._token:
            raise ApiError(401, "Unauthorized")

    async def _carry_out(self, name: str, request: web.Request) -> str | None:
        kind = METHODS.get(name)
        if kind is None:
            raise ApiError(404, "Not Found")
        call = build_method(kind, raw := await read_request(request))
        chat_id = getattr(call, "chat_id", None)
        chat_id = chat_id if isinstance(chat_id, int) else None
        verdict = await self._world.dice.meet(name, chat_id)
        if isinstance(call, GetUpdates):
            return await self._get_updates(call)
        handler = HANDLERS.get(kind)
        if handler is None:
            raise ApiError(404, f"Not Found: the sandbox does not know {kind.__api_method__}")
        done = handler(self._world, call, raw.files)
        self._world.calls.accept(
            kind.__api_method__,
            chat_id=chat_id,
            message_id=done.message_id,
            text=_text_of(call),
            was_cut=verdict.is_cut,
        )
        return None if verdict.is_cut else done.body

    async def _get_updates(self, call: GetUpdates) -> str:
        self._world.calls.polls += 1
        return await self._world.updates.take(
            offset=call.offset,
            limit=call.limit,
            seconds=call.timeout,
            allowed=call.allowed_updates,
        )


def _text_of(call: TelegramMethod[Any]) -> str | None:
    text = getattr(call, "text", None) or getattr(call, "caption", None)
    return text if isinstance(text, str) else None


def _json(body: str, status: int = 200) -> web.Response:
    return web.Response(body=body.encode(), status=status, content_type="application/json")


def _cut(request: web.Request) -> web.Response:
    """The call has taken effect, but its caller never hears of it."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
