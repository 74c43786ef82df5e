"""Words in use, for managers who choose instead of typing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from segmentation.rules.tree import FieldKey
from storage.rules.asked import KEY_SEPARATOR, fact_name
from storage.tables import events, facts, labels, people
from storage.transaction import Transaction
from use_cases.ports.menus import MENU_MAX

_TRAITS = {
    "item": events.c.item,
    "category": events.c.category,
    "maker": events.c.maker,
    "place": events.c.place,
}


@dataclass(frozen=True, slots=True)
class MenusTable:
    """use_cases.ports.menus.Menus over events, facts and labels."""

    transaction: Transaction

    async def kinds(self) -> Sequence[str]:
        return await self._commonest(events.c.kind, events)

    async def traits(self, kind: str, trait: str) -> Sequence[str]:
        column = _TRAITS[trait]
        return await self._commonest(column, events, events.c.kind == kind, column.is_not(None))

    async def values(self, key: FieldKey) -> Sequence[str]:
        of, name = sa.func.min(facts.c.value), fact_name(key)
        now = facts.c.until.is_(None)
        texts = await self._commonest(
            facts.c.folded, facts, facts.c.name == name, now, facts.c.value.is_not(None), shown=of
        )
        shown = sa.func.min(labels.c.label)
        owned = await self._commonest(labels.c.folded, labels, labels.c.name == name, shown=shown)
        return [*texts, *owned][:MENU_MAX]

    async def arguments(self, name: str) -> Sequence[str]:
        found: dict[str, None] = {}
        for of in (facts, labels):
            under = of.c.name.startswith(name + KEY_SEPARATOR, autoescape=True)
            for key in await self._commonest(of.c.name, of, under):
                found[key.split(KEY_SEPARATOR)[1]] = None
        return list(found)

    async def _commonest(
        self,
        by: sa.ColumnElement[Any],
        of: sa.Table,
        *conditions: sa.ColumnElement[bool],
        shown: sa.ColumnElement[Any] | None = None,
    ) -> Sequence[str]:
        """`shown` of each group `by`, of deeds or facts of those who agreed."""
        found = (
            sa.select((by if shown is None else shown).label("shown"))
            .select_from(of)
            .join(people, people.c.id == of.c.person_id)
            .where(people.c.consented_at.is_not(None), *conditions)
            .group_by(by)
            .order_by(sa.func.count().desc(), by)
            .limit(MENU_MAX)
        )
        return [str(row.shown) for row in await self.transaction.read(found)]
