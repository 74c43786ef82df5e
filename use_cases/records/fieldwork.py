"""Who was invited to which survey, where it was posted, and what managers are to be told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Way(StrEnum):
    """How a survey came to somebody."""

    LETTER = "letter"
    LIST = "list"  # A personal link handed to somebody on a list.
    LINK = "link"
    QR = "qr"


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """Somebody to whom a survey came; `person_id` None: a personal link that nobody used yet."""

    id: int
    survey_key: str
    person_id: int | None
    way: Way
    token: str | None = None  # Of a personal link.
    label: str | None = None  # Whom a manager made the link for.
    campaign_id: int | None = None  # The newest letter.
    invited_at: datetime
    refused_at: datetime | None = None
    ineligible_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A survey's one post in a group or channel, with the count of neighbours that it shows."""

    id: int
    survey_key: str
    chat_id: int
    language: str
    message_id: int | None = None
    shown: int = 0
    edited_at: datetime | None = None
    ended: bool = False  # The survey is closed, or the post is gone: it is edited no more.


class AlertKind(StrEnum):
    """What managers can be told of by themselves; each can be turned off."""

    COMPLETE = "complete"
    CLOSED = "closed"
    QUIET = "quiet"
    STALLED = "stalled"  # Letters that wait and do not leave.
    PINNED = "pinned"  # A search did not find a pinned segment, and changed nothing.
    PROPOSAL = "proposal"  # Segments found anew that wait for a decision: a message of its own.
    DRIFT = "drift"  # Answers are no longer what they were when the segments were found.
    REVIEW = "review"  # A quarter has begun: goals are looked over.
    URGENT = "urgent"  # An answer that sounds urgent: told at once.


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """Something to tell once: facts and ids, never a person's words."""

    id: int
    key: str  # Unique: the same thing is never told twice.
    kind: AlertKind
    survey_key: str
    facts: Mapping[str, object] = field(default_factory=dict)
    at: datetime
