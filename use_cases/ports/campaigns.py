"""The store of campaigns and their recipients."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from use_cases.records import Campaign, CampaignState, Delivery, DeliveryState, Person, Purpose


class Campaigns(Protocol):
    async def add(
        self,
        *,
        author_id: int | None,
        segment_id: int | None,
        template: str,
        points: int,
        at: datetime,
        purpose: Purpose = Purpose.MESSAGE,
        survey_key: str | None = None,
        rule_id: int | None = None,
    ) -> Campaign: ...
    async def get(self, campaign_id: int) -> Campaign | None: ...
    async def save(self, campaign: Campaign) -> None:
        """Write its state, times and progress message."""
        ...

    async def translate(self, campaign_id: int, language: str, template: str) -> bool:
        """Keep the text in one more language; False, and nothing is done, if it is no draft."""
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

    async def of_rule(self, rule_id: int) -> Sequence[Campaign]:
        """Likewise, to the people of a rule."""
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

    async def outcomes(self, survey_key: str, purpose: Purpose) -> Mapping[int, DeliveryState]:
        """Person id -> how their newest letter of that purpose about the survey fared."""
        ...

    async def reminded(self, survey_key: str) -> Mapping[int, tuple[int, datetime | None]]:
        """Person id -> how many reminders of the survey went their way, and when the last did."""
        ...

    async def people_in(self, campaign_id: int, state: DeliveryState) -> Sequence[Person]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """How one delivery ended (or `queued` again, to be tried later)."""

    delivery_id: int
    state: DeliveryState
    message_id: int | None = None
    fault: str | None = None  # A short code for the log and the list, never a person's words.
