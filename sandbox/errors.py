"""A refused call, in Telegram's words and codes."""

import json


class ApiError(Exception):
    """The Bot API says no: a code, a description and perhaps a number of seconds to wait."""

    def __init__(self, code: int, description: str, *, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after

    def to_json(self) -> str:
        """The body that the Bot API sends with this refusal."""
        body: dict[str, object] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return json.dumps(body)


def bad_request(reason: str) -> ApiError:
    """400 in the shape that every bad request has."""
    return ApiError(400, f"Bad Request: {reason}")


def too_many_requests(seconds: int) -> ApiError:
    """429 with the seconds to wait."""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


def bot_was_blocked() -> ApiError:
    """403 for a person who has closed the bot."""
    return ApiError(403, "Forbidden: bot was blocked by the user")
