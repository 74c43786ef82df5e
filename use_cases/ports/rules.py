"""The stores of facts about people, of what they did, and of segments by rules."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from segmentation.rules.facts import Known, PersonFacts
from segmentation.rules.tree import FieldKey, Rule
from segmentation.rules.windows import Now
from use_cases.records.rules import Deed, Fact, Movement, Spending, StoredRule


class Facts(Protocol):
    async def note(self, facts: Iterable[Fact], *, at: datetime) -> None:
        """Set what is known now; an unchanged value keeps its `since`, a changed text is kept too.

        People who do not exist are passed over.
        """
        ...

    async def replace(
        self,
        names: Collection[str],
        values: Mapping[int, Mapping[FieldKey, Known]],
        *,
        at: datetime,
    ) -> None:
        """As `note`; values of these people under the fields of `names` that are not given end."""
        ...

    async def replace_labels(
        self, names: Collection[str], labels: Mapping[int, Mapping[FieldKey, frozenset[str]]]
    ) -> None:
        """Set exactly these labels under the fields of `names`."""
        ...

    async def known_people(self) -> Sequence[int]:
        """Who has any fact or label now."""
        ...

    async def set_labels(self, key: FieldKey, labels: Iterable[tuple[int, frozenset[str]]]) -> None:
        """Set all labels of these people under that key."""
        ...

    async def current(self, keys: Collection[FieldKey]) -> Mapping[int, Mapping[FieldKey, Known]]:
        """Everybody's present values of exactly these fields; people without any are left out."""
        ...

    async def last_changes(self, names: Collection[str]) -> Mapping[int, datetime]:
        """Since when the newest present value under these names holds, of each person."""
        ...

    async def spending(self, kinds: Collection[str]) -> Mapping[int, Spending]:
        """What each person's deeds of these kinds come to, of those that have an amount."""
        ...

    async def having(self, key: FieldKey, values: Iterable[str]) -> Mapping[str, frozenset[int]]:
        """Folded value -> those who have it now and agreed; values that nobody has are left out."""
        ...

    async def labelled(self, key: FieldKey, label: str) -> Sequence[int]:
        """Who has that label, as labels are compared."""
        ...

    async def known_deeds(self, origin: str, externals: Iterable[str]) -> Mapping[str, Deed]:
        """Deeds of that origin by their `external`; without traits."""
        ...

    async def add_deeds(self, deeds: Iterable[Deed]) -> int:
        """Keep what was done and is not kept yet; how many were new."""
        ...

    async def of(self, person_ids: Iterable[int]) -> Sequence[PersonFacts]:
        """Everything that rules can ask about these people, in rising order of id."""
        ...


class Rules(Protocol):
    async def hold(self) -> None:
        """Whoever else holds waits until this unit of work ends: for those who check all rules,
        then write one, so that what they checked still stands."""
        ...

    async def add(
        self, *, key: str, name: str, text: str, dynamic: bool, author_id: int, at: datetime
    ) -> StoredRule:
        """A new segment; the key must be free."""
        ...

    async def get(self, rule_id: int) -> StoredRule | None: ...
    async def by_key(self, key: str) -> StoredRule | None: ...
    async def all(self) -> Sequence[StoredRule]:
        """By name."""
        ...

    async def change(self, rule_id: int, *, name: str, text: str) -> None: ...
    async def delete(self, rule_id: int) -> None: ...
    async def count(self, rule: Rule, now: Now) -> int:
        """How many people the rule means, of those who consented.

        Raises segmentation.rules.windows.NoSuchWindow and patterns.BadPattern.
        """
        ...

    async def matching(self, rule: Rule, now: Now) -> Sequence[int]:
        """Who they are, in rising order of id."""
        ...

    async def settle(
        self, rule_id: int, members: Iterable[int], *, took_ms: int, at: datetime
    ) -> Movement:
        """Make these its members: entries and exits are kept with their moment."""
        ...

    async def failed(self, rule_id: int, fault: str, *, at: datetime) -> None:
        """Note that the rule could not be followed; its members stay."""
        ...

    async def members(self, rule_id: int) -> Sequence[int]:
        """Who is in it now, in rising order of id."""
        ...

    async def members_then(self, rule_id: int, at: datetime) -> Sequence[int]:
        """Who was in it at that moment, in rising order of id."""
        ...
