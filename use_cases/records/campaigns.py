"""Campaigns and their recipients."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class CampaignState(StrEnum):
    """A campaign's life; `paused` waits for an admin (the token was refused, say)."""

    DRAFT = "draft"
    SENDING = "sending"
    PAUSED = "paused"
    DONE = "done"


class Purpose(StrEnum):
    """What a campaign's letters are about; the last four concern one survey."""

    MESSAGE = "message"  # What a manager has to say to a segment.
    INVITATION = "invitation"
    REMINDER = "reminder"
    CLOSING = "closing"  # To those in the middle of a survey that is over.
    FOLLOW_UP = "followup"  # To those who answered: what came of it.


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """A message to one segment (found in answers, or of a rule), or about one survey.

    `template` holds placeholders; `points` go with each message. An empty template means the bot's
    own words for the purpose. People whose language is among the `translations` get that one.
    """

    id: int
    author_id: int | None
    segment_id: int | None
    rule_id: int | None = None
    template: str
    translations: Mapping[str, str] = field(default_factory=dict, hash=False)  # By language.
    purpose: Purpose = Purpose.MESSAGE
    survey_key: str | None = None
    points: int = 0
    state: CampaignState = CampaignState.DRAFT
    created_at: datetime
    launched_at: datetime | None = None
    finished_at: datetime | None = None
    progress_chat_id: int | None = None  # Where its one progress message stands.
    progress_message_id: int | None = None


class DeliveryState(StrEnum):
    """queued -> sending -> one of the four ends, which add up to the audience."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    UNREACHABLE = "unreachable"
    FAILED = "failed"
    UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One recipient of a campaign; unique by (campaign, person). `person_id` None: since erased."""

    id: int
    campaign_id: int
    person_id: int | None
    state: DeliveryState
    attempts: int = 0
    message_id: int | None = None
