"""The log of every call that took effect, so that a test can prove nobody got anything twice."""

import time
from collections import Counter
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Call:
    """One accepted call."""

    sequence: int
    method: str
    chat_id: int | None
    message_id: int | None
    text: str | None
    at: float
    was_cut: bool

    def to_json(self) -> dict[str, object]:
        """The call as the people API shows it."""
        return asdict(self)


class CallLog:
    """Accepted calls in order, and counts of everything that was asked."""

    def __init__(self) -> None:
        self.accepted: list[Call] = []
        self.refused: Counter[tuple[str, int]] = Counter()
        self.polls = 0

    def accept(
        self,
        method: str,
        *,
        chat_id: int | None = None,
        message_id: int | None = None,
        text: str | None = None,
        was_cut: bool = False,
    ) -> None:
        """Note a call whose effect has taken place, whatever the caller gets to hear of it."""
        sequence = len(self.accepted) + 1
        self.accepted.append(
            Call(sequence, method, chat_id, message_id, text, time.time(), was_cut)
        )

    def refuse(self, method: str, code: int) -> None:
        """Count a call that changed nothing."""
        self.refused[method, code] += 1

    def select(
        self, *, method: str | None = None, chat_id: int | None = None, after: int = 0
    ) -> list[Call]:
        """Accepted calls after a sequence number, of one method or to one chat."""
        return [
            call
            for call in self.accepted[after:]
            if (method is None or call.method == method)
            and (chat_id is None or call.chat_id == chat_id)
        ]

    def summary(self) -> dict[str, object]:
        """Counts by method, refusals by method and code, and polls."""
        refused: dict[str, dict[str, int]] = {}
        for (method, code), count in self.refused.items():
            refused.setdefault(method, {})[str(code)] = count
        return {
            "accepted": dict(Counter(call.method for call in self.accepted)),
            "refused": refused,
            "polls": self.polls,
        }

    def clear(self) -> None:
        """Start counting anew."""
        self.accepted.clear()
        self.refused.clear()
        self.polls = 0
