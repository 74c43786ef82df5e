"""What the errands need from outside, in their own words. `storage` and `bot` implement it.

Every store works inside the transaction of its unit of work: nothing lasts before `commit`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from rewards.transfers import Transfer
from surveys.answers import Answer
from surveys.engine import Response
from surveys.questions import Basis, QuestionKey, Survey
from use_cases.records import (
    Campaign,
    CampaignState,
    Delivery,
    DeliveryState,
    Dialogue,
    InboxEntry,
    Person,
    PointsEntry,
    ResponseCounts,
    Role,
    Scheme,
    StoredMembership,
    StoredResponse,
    StoredRun,
    StoredSegment,
    StoredSurvey,
    SurveyStatus,
)


class Clock(Protocol):
    """Tells the time, always with its zone (UTC)."""

    def now(self) -> datetime: ...


class People(Protocol):
    async def by_telegram_id(self, telegram_id: int) -> Person | None: ...
    async def get(self, person_id: int) -> Person | None: ...
    async def get_many(self, person_ids: Iterable[int]) -> Sequence[Person]:
        """Those who exist, by id, in rising order of id."""
        ...

    async def add(
        self,
        telegram_id: int,
        *,
        language: str,
        at: datetime,
        source: str | None = None,
        wanted_survey: str | None = None,
    ) -> Person:
        """A new resident; if another update was quicker, the one who is there."""
        ...

    async def save(self, person: Person, *, was: Person | None = None) -> None:
        """Write the fields in which `person` differs from `was`, as it was read; without it all.

        `dialogue` and `created_at` are never written. Naming `was` keeps what somebody else has
        changed meanwhile: a role taken away does not come back with a new language.
        """
        ...

    async def save_dialogue(self, person_id: int, dialogue: Dialogue) -> None: ...
    async def with_role(self, role: Role) -> Sequence[Person]: ...
    async def count(self) -> int: ...
    async def erase(self, person_id: int) -> None:
        """Remove the person from every table.

        Answers, responses, memberships, handled inbox rows, drafts and audit lines go; an update
        that still waits came after the wish to be forgotten, and is a newcomer's. The account in
        the ledger and the deliveries stay, nobody's; surveys and campaigns stay, authorless.
        """
        ...


class Surveys(Protocol):
    async def add_draft(self, survey: Survey, *, author_id: int, at: datetime) -> StoredSurvey:
        """Put a new draft on the shelf as the key's next version (`survey.version` is set here)."""
        ...

    async def get(self, survey_id: int) -> StoredSurvey | None: ...
    async def open_version(self, key: str) -> StoredSurvey | None:
        """The version of `key` that takes new responses, if any."""
        ...

    async def all_open(self) -> Sequence[StoredSurvey]:
        """Newest publication first."""
        ...

    async def newest_versions(self) -> Sequence[StoredSurvey]:
        """For each key the open version and any newer draft, newest first."""
        ...

    async def latest(self, key: str) -> StoredSurvey | None:
        """The published (open, superseded or closed) version of `key` with the highest number."""
        ...

    async def set_status(self, survey_id: int, status: SurveyStatus, *, at: datetime) -> None: ...


class Responses(Protocol):
    async def start(
        self,
        survey_id: int,
        person_id: int,
        response: Response,
        *,
        test: bool,
        source: str | None,
        at: datetime,
    ) -> StoredResponse:
        """Begin a walk.

        (survey, person, test) is unique: a second start hands back the first.
        """
        ...

    async def get(self, response_id: int) -> StoredResponse | None: ...
    async def unfinished(self, person_id: int) -> StoredResponse | None:
        """The walk the person touched last among those at a question, in a survey not closed.

        One that was completed and stands at a question again, to be changed, is one of them.
        """
        ...

    async def of_person(self, survey_key: str, person_id: int) -> StoredResponse | None:
        """The person's newest real (not test) walk through any version of the survey."""
        ...

    async def save(
        self, stored: StoredResponse, *, changed: Iterable[QuestionKey], at: datetime
    ) -> None:
        """Write cursor, ticks, completion, and the answers named in `changed`."""
        ...

    async def delete(self, response_id: int) -> None:
        """Remove a walk with its answers (a test one, to walk again)."""
        ...

    async def counts(self, survey_key: str) -> ResponseCounts: ...
    async def completed_answers(
        self, survey_key: str
    ) -> Mapping[int, Mapping[QuestionKey, Answer]]:
        """Person id -> the answers that count of their newest completed, real response.

        Of whatever version; answers on a branch that is no longer walked are left out.
        """
        ...


class Segments(Protocol):
    async def scheme(self, survey_key: str, basis: Basis) -> Scheme:
        """The scheme of that survey and basis, made on first use."""
        ...

    async def get_scheme(self, scheme_id: int) -> Scheme | None: ...
    async def schemes(self) -> Sequence[Scheme]: ...
    async def add_run(
        self, scheme_id: int, document: Mapping[str, object], *, people: int, at: datetime
    ) -> StoredRun: ...
    async def latest_run(self, scheme_id: int) -> StoredRun | None: ...
    async def set_segments(self, scheme_id: int, keys: Sequence[str]) -> Sequence[StoredSegment]:
        """Make the segments of `keys` that are new, retire those missing, revive those back.

        Returns the living ones in the order of `keys`; numbers and names of old ones stay.
        """
        ...

    async def segments(self, scheme_id: int) -> Sequence[StoredSegment]:
        """The living ones, by number."""
        ...

    async def get_segment(self, segment_id: int) -> StoredSegment | None: ...
    async def rename(self, segment_id: int, name: str) -> None: ...
    async def place(self, memberships: Iterable[StoredMembership]) -> None:
        """Set where these people stand now; a membership that changed segment closes the old one.

        A person has one current membership in a scheme; an unchanged segment keeps its `since`.
        """
        ...

    async def memberships(self, scheme_id: int) -> Sequence[StoredMembership]:
        """All current ones, by person id."""
        ...

    async def members(self, segment_id: int) -> Sequence[Person]:
        """Who is in the segment now and consented, by person id; the unreachable included."""
        ...


class Campaigns(Protocol):
    async def add(
        self, *, author_id: int, segment_id: int, template: str, points: int, at: datetime
    ) -> Campaign: ...
    async def get(self, campaign_id: int) -> Campaign | None: ...
    async def save(self, campaign: Campaign) -> None:
        """Write its state, times and progress message."""
        ...

    async def launch(self, campaign_id: int, person_ids: Sequence[int], *, at: datetime) -> bool:
        """Freeze the audience as queued deliveries and move draft -> sending, in one step.

        False, and nothing is done, if the campaign was no draft any more (a double tap).
        """
        ...

    async def in_state(self, state: CampaignState) -> Sequence[Campaign]: ...
    async def of_segments(self, segment_ids: Sequence[int]) -> Sequence[Campaign]:
        """Launched campaigns to any of these segments, newest first."""
        ...

    async def take_queued(
        self, campaign_id: int, limit: int, *, at: datetime, after: int = 0
    ) -> Sequence[Delivery]:
        """Move up to `limit` deliveries queued -> sending (attempts + 1), by id from `after` on.

        `after` itself is left out.
        """
        ...

    async def settle(self, settled: Iterable["Settled"], *, at: datetime) -> None:
        """Write how deliveries in `sending` ended, or put them back to queued."""
        ...

    async def disown_sending(self, campaign_id: int, *, at: datetime) -> int:
        """After a crash: every row left in `sending` becomes `unconfirmed`; says how many."""
        ...

    async def totals(self, campaign_id: int) -> Mapping[DeliveryState, int]:
        """Deliveries by state, states without any left out; the erased still count."""
        ...

    async def people_in(self, campaign_id: int, state: DeliveryState) -> Sequence[Person]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """How one delivery ended (or `queued` again, to be tried later)."""

    delivery_id: int
    state: DeliveryState
    message_id: int | None = None
    fault: str | None = None  # A short code for the log and the list, never a person's words.


class Points(Protocol):
    """The ledger. Accounts are named by rewards.transfers; all balances add up to zero."""

    async def post(self, transfer: Transfer, *, reason: str, at: datetime) -> bool:
        """Move points; False if a transfer of this reference stands already with equal content.

        Raises rewards.transfers.ReferenceTaken if it stands with other content, and
        rewards.transfers.NotEnoughPoints if a person's account would fall below zero.
        """
        ...

    async def balance(self, person_id: int) -> int: ...
    async def balances(self, person_ids: Sequence[int]) -> Mapping[int, int]: ...
    async def statement(self, person_id: int, limit: int) -> Sequence[PointsEntry]:
        """Newest first."""
        ...

    async def total(self) -> int:
        """The sum of all balances: zero, or something is broken."""
        ...

    async def given(self, *, reason: str | None = None) -> int:
        """Points that the house has given to people in all (to those since erased too)."""
        ...

    async def given_to(self, person_ids: Sequence[int]) -> int: ...


class Inbox(Protocol):
    async def put(
        self, updates: Sequence[tuple[int, int, Mapping[str, object]]], *, at: datetime
    ) -> int:
        """Store (update_id, lane, payload) in order; known update ids are dropped; how many new."""
        ...

    async def waiting(self, limit: int, *, after: int = 0) -> Sequence[InboxEntry]:
        """Entries in state received with id > `after`, by id."""
        ...

    async def apply(self, entry_id: int) -> bool:
        """Mark applied and wipe the payload: to be committed with the update's effect.

        False if it was no longer waiting: somebody else has handled it, or is about to.
        """
        ...

    async def finish(self, entry_ids: Sequence[int]) -> None:
        """Mark applied entries done: their replies went out."""
        ...

    async def unanswered(self) -> Sequence[InboxEntry]:
        """Entries left applied by a crash: their people may not have seen a reply."""
        ...

    async def fail(self, entry_id: int, fault: str, *, give_up: bool) -> None:
        """Count a failed attempt; with `give_up` mark failed and wipe the payload."""
        ...

    async def prune(self, *, before: datetime) -> int:
        """Forget done and failed entries received before that time; how many."""
        ...


class House(Protocol):
    """Small facts about this installation, by name (the claim code's hash, the house's name)."""

    async def get(self, name: str) -> str | None: ...
    async def set(self, name: str, value: str) -> None: ...
    async def take(self, name: str, value: str) -> bool:
        """Delete the fact if it has exactly this value; whether it had (for one-time codes)."""
        ...


class Audit(Protocol):
    """Who did or was refused what: codes and ids, no words of people."""

    async def note(
        self, actor_id: int | None, act: str, *, at: datetime, detail: str = ""
    ) -> None: ...
    async def recent(self, limit: int) -> Sequence[tuple[datetime, int | None, str, str]]: ...


class UnitOfWork(Protocol):
    """One transaction and the stores that share it."""

    @property
    def people(self) -> People: ...
    @property
    def surveys(self) -> Surveys: ...
    @property
    def responses(self) -> Responses: ...
    @property
    def segments(self) -> Segments: ...
    @property
    def campaigns(self) -> Campaigns: ...
    @property
    def points(self) -> Points: ...
    @property
    def inbox(self) -> Inbox: ...
    @property
    def house(self) -> House: ...
    @property
    def audit(self) -> Audit: ...
    async def commit(self) -> None: ...
    async def rollback(self) -> None: ...


OpenWork = Callable[[], AbstractAsyncContextManager[UnitOfWork]]
"""Opens a unit of work; leaving it without commit rolls back."""


@dataclass(frozen=True, slots=True)
class Sent:
    """Telegram took the message."""

    message_id: int


@dataclass(frozen=True, slots=True)
class Unreachable:
    """Blocked the bot, left Telegram, or never wrote to it: do not try again."""

    reason: str


@dataclass(frozen=True, slots=True)
class SlowDown:
    """Telegram asks everybody to wait; the message was not taken."""

    retry_after_seconds: float


@dataclass(frozen=True, slots=True)
class Refused:
    """Telegram will not take this very message (broken text, too long): trying again is no use."""

    reason: str


@dataclass(frozen=True, slots=True)
class TryLater:
    """Telegram answered that it could not (5xx): the message was not taken."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unclear:
    """The connection broke before an answer: the message may or may not have been taken."""


@dataclass(frozen=True, slots=True)
class TokenRefused:
    """Telegram does not know the bot's token any more: nothing can be sent."""


SendOutcome = Sent | Unreachable | SlowDown | Refused | TryLater | Unclear | TokenRefused


class Messenger(Protocol):
    """Delivers one message and reports how it went; never raises for Telegram's sake."""

    async def send(self, chat_id: int, text: str) -> SendOutcome:
        """Send `text` (Telegram HTML) to a private chat."""
        ...
