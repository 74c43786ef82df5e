"""Reads a call's parameters, in any shape the Bot API takes, into aiogram's own method types."""

import json
import re
from dataclasses import dataclass, field
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin
from urllib.parse import parse_qsl

import aiogram.methods
from aiogram.client.default import Default
from aiogram.methods import TelegramMethod
from aiohttp import web
from pydantic import ValidationError

from sandbox.errors import ApiError, bad_request

WHOLE_NUMBER = re.compile(r"-?\d{1,19}")
MethodClass = type[TelegramMethod[Any]]
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file that came with a call."""

    name: str
    mime: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Request:
    """A call's parameters and files, not yet validated."""

    params: dict[str, Any]
    files: dict[str, SentFile] = field(default_factory=dict)


def _method_classes() -> dict[str, MethodClass]:
    found = (getattr(aiogram.methods, name) for name in aiogram.methods.__all__)
    return {
        kind.__api_method__.lower(): kind
        for kind in found
        if isinstance(kind, type)
        and issubclass(kind, TelegramMethod)
        and kind is not TelegramMethod
    }


METHODS = _method_classes()


async def read_request(request: web.Request) -> Request:
    """Collect parameters from the query, a JSON body, a form or a multipart form."""
    params: dict[str, Any] = dict(request.query) if request.query_string else {}
    if not request.body_exists:
        return Request(params)
    try:
        return await _read_body(request, params)
    except web.HTTPRequestEntityTooLarge as error:
        raise ApiError(413, "Request Entity Too Large") from error


async def _read_body(request: web.Request, params: dict[str, Any]) -> Request:
    match request.content_type:
        case "application/json":
            return Request(params | await _json_body(request))
        case "multipart/form-data":
            return await _read_multipart(request, params)
        case _:
            text = (await request.read()).decode()
            return Request(params | dict(parse_qsl(text, keep_blank_values=True)))


async def _json_body(request: web.Request) -> dict[str, Any]:
    try:
        body = json.loads(await request.read())
    except ValueError as error:
        raise bad_request("can't parse JSON object") from error
    if not isinstance(body, dict):
        raise bad_request("can't parse JSON object")
    return body


async def _read_multipart(request: web.Request, params: dict[str, Any]) -> Request:
    files: dict[str, SentFile] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            content = value.file.read()
            files[name] = SentFile(value.filename, value.content_type, content)
        else:
            params[name] = value if isinstance(value, str) else bytes(value).decode()
    return Request(params, files)


def build_method(kind: MethodClass, request: Request) -> TelegramMethod[Any]:
    """Validate a call with aiogram's type; a wrong parameter becomes Telegram's 400."""
    shapes = _shapes(kind)
    values = {
        name: _read(name, value, shapes.get(name, "text")) for name, value in request.params.items()
    }
    for name in request.files:
        if name in shapes and name not in values:
            values[name] = f"attach://{name}"
    try:
        return kind.model_validate(values)
    except ValidationError as error:
        raise bad_request(_reason(error)) from error


def _read(name: str, value: Any, shape: str) -> Any:
    if not isinstance(value, str) or shape == "text":
        return value
    if shape == "id":
        return int(value) if WHOLE_NUMBER.fullmatch(value) else value
    try:
        return json.loads(value)
    except ValueError as error:
        raise bad_request(f"can't parse {name}: {value[:60]!r}") from error


@cache
def _shapes(kind: MethodClass) -> dict[str, str]:
    """How each parameter is written in a form: as text, as an id (number or @name), or as JSON."""
    shapes = {}
    for name, info in kind.model_fields.items():
        types = _members(info.annotation)
        if str not in types:
            shapes[name] = "json"
        else:
            shapes[name] = "id" if int in types else "text"
    return shapes


def _members(annotation: Any) -> set[Any]:
    if get_origin(annotation) in (Union, UnionType):
        return {member for part in get_args(annotation) for member in _members(part)}
    return {annotation}


def _reason(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    name = str(first["loc"][0]) if first["loc"] else "parameters"
    if first["type"] == "missing" and len(first["loc"]) == 1:
        return {"text": "message text is empty", "chat_id": "chat_id is empty"}.get(
            name, f'parameter "{name}" is required'
        )
    return f"can't parse {'.'.join(str(part) for part in first['loc'])}: {first['msg']}"


def plain(value: Value | Default | None) -> Value | None:
    """A parameter that was not given is nothing, not aiogram's mark for its own default."""
    return None if isinstance(value, Default) else value
