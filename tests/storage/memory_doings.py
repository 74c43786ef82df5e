"""What people did, in memory."""

from collections.abc import Sequence
from dataclasses import dataclass

from segmentation.purchases.doings import Done
from tests.storage.memory import MemoryTransaction


@dataclass(frozen=True, slots=True)
class DoingsInMemory:
    """use_cases.ports.doings.DoingsStore in memory."""

    transaction: MemoryTransaction

    async def events(self) -> Sequence[Done]:
        done = [
            (deed.person_id, number, deed)
            for number, deed in self.transaction.tables.deeds.items()
            if self._consented(deed.person_id)
        ]
        return [
            Done(deed.person_id, deed.at, deed.amount, deed.traits.get("category"))
            for *_, deed in sorted(done, key=lambda each: each[:2])
        ]

    async def participation(self) -> Sequence[Done]:
        walks = sorted(
            self.transaction.tables.responses.values(), key=lambda w: (w.person_id, w.id)
        )
        return [
            Done(walk.person_id, walk.completed_at)
            for walk in sorted(walks, key=lambda walk: (walk.person_id, walk.id))
            if walk.completed_at is not None and not walk.test and self._consented(walk.person_id)
        ]

    def _consented(self, person_id: int) -> bool:
        person = self.transaction.tables.people.get(person_id)
        return person is not None and person.consented_at is not None
