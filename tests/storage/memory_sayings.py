"""Messages that gave answers, in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from surveys.questions import QuestionKey
from tests.storage.memory import MemoryTransaction
from use_cases.records import Saying, SayingState


@dataclass(frozen=True, slots=True)
class SayingsInMemory:
    """use_cases.ports.Sayings in memory."""

    transaction: MemoryTransaction

    async def keep(self, saying: Saying) -> None:
        tables = await self.transaction.writing()
        tables.sayings[(saying.response_id, saying.message_id)] = saying

    async def of_message(self, person_id: int, message_id: int) -> Saying | None:
        tables = self.transaction.tables
        found = [
            saying
            for (response_id, number), saying in tables.sayings.items()
            if number == message_id and tables.responses[response_id].person_id == person_id
        ]
        return max(found, key=lambda saying: saying.response_id, default=None)

    async def taken(self, response_id: int, question_key: QuestionKey) -> Sequence[Saying]:
        return [s for s in self._taken(response_id) if s.question_key == question_key]

    async def last(self, response_id: int) -> Saying | None:
        return next(reversed(self._taken(response_id)), None)

    async def retire(self, response_id: int, question_key: QuestionKey) -> None:
        tables = await self.transaction.writing()
        for saying in await self.taken(response_id, question_key):
            retired = replace(saying, state=SayingState.RETIRED)
            tables.sayings[(response_id, saying.message_id)] = retired

    def _taken(self, response_id: int) -> list[Saying]:
        said = sorted(self.transaction.tables.sayings.items())
        return [s for (r, _), s in said if r == response_id and s.state is SayingState.TAKEN]
