"""Every setting of the bot, from the environment or `.env`; README lists each of them."""

from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

TELEGRAM = "https://api.telegram.org"
MESSAGES_PER_SECOND_MAX = 1_000  # Paid broadcasts end there.


class HalfConfigured(Exception):
    """Something that the bot cannot start without is missing or unfit, said in one sentence."""


class Settings(BaseSettings):
    """Names are those of the environment, in capitals there."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore")

    bot_token: SecretStr = Field(description="The token that BotFather gave.")
    telegram_api_url: str = Field(TELEGRAM, description="Any Bot API server.")
    database_url: str = Field(
        "sqlite:///tenkeys.db", description="SQLite or PostgreSQL, as a SQLAlchemy URL."
    )
    admin_ids: Annotated[tuple[int, ...], NoDecode] = Field(
        (), description="Telegram ids of the first admins, comma-separated."
    )
    house_name: str = Field("", description="The organisation in whose name the bot speaks.")
    house_emergency: str = Field(
        "", description="Whom to call in danger besides 112, as people are to read it."
    )
    messages_per_second: int = Field(
        25, gt=0, le=MESSAGES_PER_SECOND_MAX, description="How fast broadcasts are sent."
    )
    nightly_hour: int = Field(
        3, ge=0, le=23, description="The hour (UTC) at which segments are found anew."
    )
    house_time_zone: str = Field(
        "UTC", description="Whose days and hours count, as Europe/Kyiv; for rules and reminders."
    )
    log_level: str = Field("info", description="debug, info, warning or error.")
    log_json: bool = Field(False, description="Logs as JSON lines instead of for the eye.")

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(",") if part.strip())
        return value

    @field_validator("house_time_zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError) as fault:
            raise ValueError("is no time zone; write Europe/Kyiv") from fault
        return value

    @field_validator("log_level")
    @classmethod
    def _known_level(cls, value: str) -> str:
        level = value.lower()
        if level not in {"debug", "info", "warning", "error"}:
            raise ValueError("is none of debug, info, warning, error")
        return level

    @field_validator("bot_token")
    @classmethod
    def _token_shape(cls, value: SecretStr) -> SecretStr:
        number, _, secret = value.get_secret_value().partition(":")
        if not number.isdigit() or not secret or " " in secret:
            raise ValueError("is not of the form 123456:ABC-DEF that BotFather gives")
        return value


def load_settings(env_file: Path | None = Path(".env")) -> Settings:
    """The settings, or HalfConfigured with one clear sentence naming every fault."""
    try:
        return Settings(_env_file=env_file)
    except ValidationError as fault:
        raise HalfConfigured("; ".join(_said(error) for error in fault.errors())) from None


class TokenlessSettings(Settings):
    """For commands of the shell that never talk to Telegram."""

    bot_token: SecretStr = SecretStr("")

    @field_validator("bot_token")
    @classmethod
    def _token_shape(cls, value: SecretStr) -> SecretStr:
        return value


def load_tokenless(env_file: Path | None = Path(".env")) -> TokenlessSettings:
    """As `load_settings`, whatever the token is."""
    try:
        return TokenlessSettings(_env_file=env_file)
    except ValidationError as fault:
        raise HalfConfigured("; ".join(_said(error) for error in fault.errors())) from None


def _said(error: ErrorDetails) -> str:
    name = str(error["loc"][0]).upper() if error["loc"] else "settings"
    if error["type"] == "missing":
        return f"{name} is not set (BotFather gives it; see README, or try `make run`)"
    message = str(error["msg"]).removeprefix("Value error, ")
    return f"{name} {message[0].lower()}{message[1:]}"
