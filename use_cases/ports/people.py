"""The store of people."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from use_cases.records import Dialogue, Person, Role

Holdings = Mapping[str, Sequence[Mapping[str, Any]]]
"""Name of a table -> its rows about one person, each a column -> value; none is left empty."""


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
    async def consented(self) -> Sequence[Person]:
        """Everybody who agreed that answers are kept, by id."""
        ...

    async def consented_by_telegram_id(self, telegram_ids: Iterable[int]) -> Mapping[int, int]:
        """Telegram id -> id, of those who agreed."""
        ...

    async def count(self) -> int: ...
    async def erase(self, person_id: int) -> None:
        """Remove the person from every table.

        Answers, responses, memberships, handled inbox rows, drafts and audit lines go; an update
        that still waits came after the wish to be forgotten, and is a newcomer's. The account in
        the ledger and the deliveries stay, nobody's; surveys and campaigns stay, authorless.
        """
        ...

    async def held(self, person_id: int) -> Holdings:
        """All that is kept of the person, as it stands at one moment; nothing once erased.

        `storage.holdings` lists the tables, for this and for `erase`.
        """
        ...
