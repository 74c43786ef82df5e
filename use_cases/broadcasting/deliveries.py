"""What the messenger's answer means for a delivery, and for everybody behind it in the queue."""

from dataclasses import dataclass
from typing import assert_never

from campaigns.delivery import retry_wait
from use_cases.ports import (
    Refused,
    SendOutcome,
    Sent,
    Settled,
    SlowDown,
    TokenRefused,
    TryLater,
    Unclear,
    Unreachable,
)
from use_cases.records import DeliveryState


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How one try ended.

    `person_gone`: no message will reach the person. `retry_wait`: seconds before this delivery is
    tried again. `pause`: seconds in which nobody gets anything. `trouble`: a sign that Telegram or
    the network is unwell. `token_refused`: nothing can be sent until an admin has seen to it.
    """

    state: DeliveryState
    message_id: int | None = None
    fault: str | None = None
    person_gone: bool = False
    retry_wait: float = 0.0
    pause: float = 0.0
    trouble: bool = False
    token_refused: bool = False

    def settled(self, delivery_id: int) -> Settled:
        """What is written down of it."""
        return Settled(
            delivery_id=delivery_id,
            state=self.state,
            message_id=self.message_id,
            fault=self.fault,
        )


PUT_BACK = Verdict(state=DeliveryState.QUEUED)  # Taken, and not tried after all.
ERASED = Verdict(state=DeliveryState.UNREACHABLE, fault="erased")
WITHDREW = Verdict(state=DeliveryState.UNREACHABLE, fault="withdrew")
KNOWN_GONE = Verdict(state=DeliveryState.UNREACHABLE, fault="gone_before")


def unfit(fault: str) -> Verdict:
    """The letter cannot be sent as filled, so it was not tried."""
    return Verdict(state=DeliveryState.FAILED, fault=fault)


def verdict(outcome: SendOutcome, turned_down: int) -> Verdict:
    """Judge one answer; `turned_down` earlier tries of this delivery ended in TryLater."""
    match outcome:
        case Sent(message_id=message_id):
            return Verdict(state=DeliveryState.SENT, message_id=message_id)
        case Unreachable(reason=reason):
            return Verdict(state=DeliveryState.UNREACHABLE, fault=reason, person_gone=True)
        case SlowDown(retry_after_seconds=seconds):
            return Verdict(state=DeliveryState.QUEUED, fault="slow_down", pause=seconds)
        case Refused():
            return Verdict(state=DeliveryState.FAILED, fault="refused")
        case TryLater():
            return _try_later(turned_down + 1)
        case Unclear():
            return Verdict(state=DeliveryState.UNCONFIRMED, fault="no_answer", trouble=True)
        case TokenRefused():
            return Verdict(state=DeliveryState.QUEUED, fault="token", token_refused=True)
        case _:
            assert_never(outcome)


def _try_later(turned_down: int) -> Verdict:
    wait = retry_wait(turned_down)
    if wait is None:
        return Verdict(state=DeliveryState.FAILED, fault="turned_down", trouble=True)
    return Verdict(state=DeliveryState.QUEUED, fault="turned_down", retry_wait=wait, trouble=True)
