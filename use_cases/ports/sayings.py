"""The store of messages that gave answers."""

from collections.abc import Sequence
from typing import Protocol

from surveys.questions import QuestionKey
from use_cases.records import Saying


class Sayings(Protocol):
    async def keep(self, saying: Saying) -> None:
        """Remember what the message said; one known already is written anew."""
        ...

    async def of_message(self, person_id: int, message_id: int) -> Saying | None:
        """What the person said by that message, in whatever response."""
        ...

    async def taken(self, response_id: int, question_key: QuestionKey) -> Sequence[Saying]:
        """The messages that make up the answer now, in the order in which they were sent."""
        ...

    async def last(self, response_id: int) -> Saying | None:
        """The newest message of that response that was taken."""
        ...

    async def retire(self, response_id: int, question_key: QuestionKey) -> None:
        """Another answer came: what was taken no longer is."""
        ...
