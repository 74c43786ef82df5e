"""What was sent to a segment and what was given to its people, fit to be shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from campaigns.template import as_read
from use_cases.ports import UnitOfWork
from use_cases.records import Campaign, DeliveryState
from use_cases.reporting.suppression import Count, Kind, parts
from use_cases.reporting.values import MessageReport


@dataclass(frozen=True, slots=True)
class SentMessages:
    """The messages to one segment; `surplus` points more came with them than is public.

    Points are head-counts in disguise (10 for each message that arrived), so where an outcome is
    vague (`unsure`) the surplus is taken out of them.
    """

    messages: tuple[MessageReport, ...]
    surplus: float = 0.0
    unsure: bool = False


async def messages_to(work: UnitOfWork, segment_ids: Sequence[int]) -> SentMessages:
    """The launched messages to a segment, newest first: merged ones have several ids."""
    return await _sent(work, await work.campaigns.of_segments(segment_ids))


async def messages_to_rule(work: UnitOfWork, rule_id: int) -> SentMessages:
    """The launched messages to the people of a rule, newest first."""
    return await _sent(work, await work.campaigns.of_rule(rule_id))


async def _sent(work: UnitOfWork, campaigns: Sequence[Campaign]) -> SentMessages:
    messages, surplus, unsure = [], 0.0, False
    for campaign in campaigns:
        totals = await work.campaigns.totals(campaign.id)
        outcome = outcome_of(totals)
        messages.append(_message(campaign, outcome))
        sent = outcome.get(DeliveryState.SENT, Count(Kind.EXACT, 0))
        if campaign.points and not sent.exact:
            surplus += campaign.points * (totals[DeliveryState.SENT] - sent.value)
            unsure = True
    return SentMessages(tuple(messages), surplus, unsure)


def outcome_of(totals: Mapping[DeliveryState, int]) -> dict[DeliveryState, Count]:
    """The public counts of deliveries by state, states without any left out."""
    states = [state for state in _IN_ORDER if totals.get(state, 0)]
    counts = [totals[state] for state in states]
    return dict(zip(states, parts(counts, sum(counts)), strict=True))


_IN_ORDER = (
    DeliveryState.SENT,
    DeliveryState.QUEUED,
    DeliveryState.SENDING,
    DeliveryState.UNREACHABLE,
    DeliveryState.FAILED,
    DeliveryState.UNCONFIRMED,
)


def points_of(given: int, surplus: float, *, unsure: bool) -> Count:
    """The public side of points given, without the surplus that is not public."""
    return Count(Kind.ABOUT, max(given - surplus, 0.0)) if unsure else Count(Kind.EXACT, given)


def _message(campaign: Campaign, outcome: Mapping[DeliveryState, Count]) -> MessageReport:
    return MessageReport(
        sent_at=campaign.launched_at,
        words=as_read(campaign.template),
        points=campaign.points,
        outcome=outcome,
    )
