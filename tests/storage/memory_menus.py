"""Words in use, in memory."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from segmentation.rules.folding import folded
from segmentation.rules.tree import FieldKey
from tests.storage.memory import MemoryTransaction
from use_cases.ports.menus import MENU_MAX


@dataclass(frozen=True, slots=True)
class MenusInMemory:
    """use_cases.ports.menus.Menus in memory."""

    transaction: MemoryTransaction

    async def kinds(self) -> Sequence[str]:
        deeds = self.transaction.tables.deeds.values()
        return _commonest(deed.kind for deed in deeds if self._agreed(deed.person_id))

    async def traits(self, kind: str, trait: str) -> Sequence[str]:
        deeds = self.transaction.tables.deeds.values()
        return _commonest(
            folded(deed.traits[trait])
            for deed in deeds
            if deed.kind == kind and trait in deed.traits and self._agreed(deed.person_id)
        )

    async def values(self, key: FieldKey) -> Sequence[str]:
        tables = self.transaction.tables
        texts = [
            each.value
            for each in tables.known.values()
            if each.key == key and each.until is None and self._agreed(each.person_id)
            if isinstance(each.value, str)
        ]
        owned = [
            label
            for (who, of), labels in tables.labels.items()
            if of == key and self._agreed(who)
            for label in labels
        ]
        return [*_commonest(texts), *_commonest(owned)][:MENU_MAX]

    async def arguments(self, name: str) -> Sequence[str]:
        tables = self.transaction.tables
        facts = [e.key for e in tables.known.values() if self._agreed(e.person_id)]
        labels = [key for (who, key), owned in tables.labels.items() if owned and self._agreed(who)]
        found = [
            *_commonest(key[1] for key in facts if key[0] == name and len(key) > 1),
            *_commonest(key[1] for key in labels if key[0] == name and len(key) > 1),
        ]
        return list(dict.fromkeys(found))

    def _agreed(self, person_id: int) -> bool:
        person = self.transaction.tables.people.get(person_id)
        return person is not None and person.consented_at is not None


def _commonest(words: Iterable[str]) -> list[str]:
    """Words that are one when folded count together; the first by the alphabet is shown."""
    found = list(words)
    times = Counter(map(folded, found))
    ordered = sorted(times, key=lambda word: (-times[word], word))
    return [min(each for each in found if folded(each) == word) for word in ordered][:MENU_MAX]
