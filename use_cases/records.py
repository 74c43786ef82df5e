"""What the stores hand out: plain frozen values, no rows, no sessions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from surveys.engine import Response
from surveys.questions import Basis, Survey


class Role(StrEnum):
    """What a person may do; each role may all that the ones before it may."""

    RESIDENT = "resident"
    MANAGER = "manager"
    ADMIN = "admin"

    def may_act_as(self, needed: "Role") -> bool:
        """Whether somebody of this role may do what `needed` may."""
        order = list(Role)
        return order.index(self) >= order.index(needed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogue:
    """A half-written draft of somebody (a broadcast, a new name): the bot's FSM state and data."""

    state: str | None = None
    data: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who talks to the bot. `telegram_id` is the private chat's id as well."""

    id: int
    telegram_id: int
    language: str
    role: Role = Role.RESIDENT
    name: str | None = None  # Kept only after consent.
    consented_at: datetime | None = None
    unreachable_at: datetime | None = None  # Blocked the bot or left Telegram.
    source: str | None = None  # Where the deep link said that they came from.
    wanted_survey: str | None = None  # The survey key of the deep link, until it is begun.
    dialogue: Dialogue = field(default_factory=Dialogue)
    created_at: datetime


class SurveyStatus(StrEnum):
    """A draft is seen by managers; an open version takes new responses; the others take none.

    Responses begun in a version go on in it after it is superseded, not after it is closed.
    """

    DRAFT = "draft"
    OPEN = "open"
    SUPERSEDED = "superseded"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSurvey:
    """One version of a survey on the shelf."""

    id: int
    survey: Survey
    status: SurveyStatus
    author_id: int | None
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredResponse:
    """One person's walk through one survey version; a `test` one never counts."""

    id: int
    survey_id: int
    person_id: int
    response: Response
    test: bool
    started_at: datetime
    completed_at: datetime | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class ResponseCounts:
    """How many real responses a survey has over all its versions."""

    started: int
    completed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """One way of segmenting: a survey's key and the basis of the questions used."""

    id: int
    survey_key: str
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredRun:
    """One fit of a scheme; `document` is segmentation's own JSON form of a SegmentationRun."""

    id: int
    scheme_id: int
    document: Mapping[str, object]
    people: int
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSegment:
    """A segment that managers see. `key` is segmentation's stable id within the scheme.

    `number` counts from 1 within the scheme and fixes its colour for ever; `name` is what a manager
    wrote (None: the proposed one is shown); `retired` ones no longer get members.
    """

    id: int
    scheme_id: int
    key: str
    number: int
    name: str | None = None
    retired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredMembership:
    """Where a person stands in a scheme now; `segment_id` None is undecided."""

    person_id: int
    scheme_id: int
    segment_id: int | None
    run_id: int
    confidence: float
    since: datetime


class CampaignState(StrEnum):
    """A campaign's life; `paused` waits for an admin (the token was refused, say)."""

    DRAFT = "draft"
    SENDING = "sending"
    PAUSED = "paused"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """A message to one segment. `template` holds placeholders; `points` go with each message."""

    id: int
    author_id: int | None
    segment_id: int
    template: str
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


class InboxState(StrEnum):
    """received -> applied (its effect is committed) -> done (its reply went out); or failed."""

    RECEIVED = "received"
    APPLIED = "applied"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxEntry:
    """One update that Telegram handed over; `lane` (whose it is) keeps each person's in order."""

    id: int
    update_id: int
    lane: int
    payload: Mapping[str, object] | None  # None once handled.
    state: InboxState
    attempts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsEntry:
    """One line of a person's statement: positive received, negative given."""

    points: int
    reason: str  # A code: "survey", "campaign", ...
    reference: str
    at: datetime
