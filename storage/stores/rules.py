"""Segments by rules: their texts, their people, who came and who went."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from segmentation.rules.patterns import BadPattern, matches
from segmentation.rules.tree import Field, Rule
from segmentation.rules.windows import Now
from storage.rules.asked import Asked, Clause, Found, fact_name, folded_column
from storage.rules.compiling import condition, patterns_of
from storage.rules.fields import TEXTS
from storage.tables import facts, people, rules, stays
from storage.transaction import Transaction, batches
from use_cases.records.rules import Movement, StoredRule

VALUES_PER_PATTERN_MAX = 20_000  # Different values that a regular expression is tried on.
_RULES_LOCK = 0x7E9_2D0  # An arbitrary number that means "somebody is writing rules".

_HERE = stays.c.until.is_(None)


def _rule(row: Any | None) -> StoredRule | None:
    if row is None:
        return None
    names = (name for name in StoredRule.__dataclass_fields__)
    return StoredRule(**{name: getattr(row, name) for name in names})


@dataclass(frozen=True, slots=True)
class RulesTable:
    """use_cases.ports.rules.Rules over two tables."""

    transaction: Transaction

    async def hold(self) -> None:
        await self.transaction.begin()  # SQLite has one writer at a time anyway.
        if self.transaction.dialect == "postgresql":
            lock = sa.func.pg_advisory_xact_lock(_RULES_LOCK)
            await self.transaction.write(sa.select(lock))

    async def add(
        self, *, key: str, name: str, text: str, dynamic: bool, author_id: int, at: datetime
    ) -> StoredRule:
        row = {
            "key": key,
            "name": name,
            "text": text,
            "dynamic": dynamic,
            "author_id": author_id,
            "created_at": at,
        }
        added = await self.transaction.write(rules.insert().returning(rules.c.id), row)
        found = await self.get(added.scalar_one())
        assert found is not None, "it was written just now"
        return found

    async def get(self, rule_id: int) -> StoredRule | None:
        return await self._one(rules.c.id == rule_id)

    async def by_key(self, key: str) -> StoredRule | None:
        return await self._one(rules.c.key == key)

    async def _one(self, which: Clause) -> StoredRule | None:
        return _rule((await self.transaction.read(sa.select(rules).where(which))).first())

    async def all(self) -> Sequence[StoredRule]:
        rows = await self.transaction.read(sa.select(rules).order_by(rules.c.name, rules.c.id))
        return [found for found in map(_rule, rows) if found is not None]

    async def change(self, rule_id: int, *, name: str, text: str) -> None:
        await self._set(rule_id, name=name, text=text)

    async def delete(self, rule_id: int) -> None:
        await self.transaction.write(rules.delete().where(rules.c.id == rule_id))

    async def count(self, rule: Rule, now: Now) -> int:
        meant = await self._meant(rule, now)
        counted = await self.transaction.read(
            sa.select(sa.func.count()).select_from(people).where(meant)
        )
        return int(counted.scalar_one())

    async def matching(self, rule: Rule, now: Now) -> Sequence[int]:
        meant = await self._meant(rule, now)
        rows = await self.transaction.read(sa.select(people.c.id).where(meant))
        return sorted(row.id for row in rows)

    async def _meant(self, rule: Rule, now: Now) -> Clause:
        asked = Asked(now, self.transaction.dialect, await self._patterns(rule))
        return people.c.consented_at.is_not(None) & condition(rule, asked)

    async def _patterns(self, rule: Rule) -> Found:
        return {
            (field, pattern): await self._values_like(field, pattern)
            for field, pattern in sorted(patterns_of(rule), key=repr)
        }

    async def _values_like(self, field: Field, pattern: str) -> tuple[str, ...]:
        """Both databases have regular expressions, each its own: Python's are asked instead."""
        column: Any = facts.c.folded
        which: Clause = (facts.c.name == fact_name(field.key)) & facts.c.until.is_(None)
        if field.name in TEXTS:
            column = folded_column(TEXTS[field.name], self.transaction.dialect)
            which = sa.true()
        distinct = sa.select(column.label("value")).where(which, column.is_not(None)).distinct()
        rows = await self.transaction.read(distinct.limit(VALUES_PER_PATTERN_MAX + 1))
        values = [row.value for row in rows]
        if len(values) > VALUES_PER_PATTERN_MAX:
            raise BadPattern(pattern)
        return tuple(value for value in values if matches(pattern, value))

    async def settle(
        self, rule_id: int, members: Iterable[int], *, took_ms: int, at: datetime
    ) -> Movement:
        await self.transaction.begin()
        new, before = set(members), set(await self.members(rule_id))
        entered, left = sorted(new - before), sorted(before - new)
        for batch in batches(left):
            gone = stays.update().where(
                stays.c.rule_id == rule_id, stays.c.person_id.in_(batch), _HERE
            )
            await self.transaction.write(gone.values(until=at))
        for batch in batches(entered):
            come = sa.select(
                sa.literal(rule_id, stays.c.rule_id.type),
                people.c.id,
                sa.literal(at, stays.c.since.type),
            ).where(people.c.id.in_(batch))
            columns = ["rule_id", "person_id", "since"]
            await self.transaction.write(stays.insert().from_select(columns, come))
        await self._set(rule_id, people=len(new), took_ms=took_ms, counted_at=at, fault=None)
        return Movement(tuple(entered), tuple(left))

    async def failed(self, rule_id: int, fault: str, *, at: datetime) -> None:
        await self._set(rule_id, fault=fault, counted_at=at)

    async def members(self, rule_id: int) -> Sequence[int]:
        here = sa.select(stays.c.person_id).where(stays.c.rule_id == rule_id, _HERE)
        rows = await self.transaction.read(here.order_by(stays.c.person_id))
        return [row.person_id for row in rows]

    async def members_then(self, rule_id: int, at: datetime) -> Sequence[int]:
        there = sa.select(stays.c.person_id).where(
            stays.c.rule_id == rule_id,
            stays.c.since <= at,
            sa.or_(stays.c.until.is_(None), stays.c.until > at),
        )
        rows = await self.transaction.read(there.order_by(stays.c.person_id))
        return [row.person_id for row in rows]

    async def _set(self, rule_id: int, **values: Any) -> None:
        await self.transaction.write(rules.update().where(rules.c.id == rule_id).values(**values))
