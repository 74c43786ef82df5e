"""What is known of people, what they did, and where they stood: in, and out as plain values."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from segmentation.rules.facts import Event, Held, Known, PersonFacts, Stay
from segmentation.rules.folding import folded
from segmentation.rules.tree import FieldKey
from storage.rules.asked import KEY_SEPARATOR, fact_name
from storage.rules.fields import MOMENTS, TEXTS
from storage.tables import (
    events,
    facts,
    labels,
    memberships,
    people,
    rules,
    schemes,
    segments,
    stays,
)
from storage.tables.segments import STANDS_AS
from storage.transaction import Transaction, batches, inserting
from use_cases.records.rules import Deed, Fact, Spending

_TRAITS = ("item", "category", "maker", "place")
_END = (
    facts.update()
    .where(
        facts.c.person_id == sa.bindparam("of_person"),
        facts.c.name == sa.bindparam("of_name"),
        facts.c.until.is_(None),
    )
    .values(until=sa.bindparam("ended_at", type_=facts.c.until.type))
)
_DROP = facts.delete().where(
    facts.c.person_id == sa.bindparam("of_person"),
    facts.c.name == sa.bindparam("of_name"),
    facts.c.until.is_(None),
)
_DAY_MICROS = 86_400_000_000
_NEW_DEED = inserting(
    lambda insert: (
        insert(events)
        .on_conflict_do_nothing(index_elements=["origin", "external"])
        .returning(events.c.id)
    )
)


def _columns(value: Known) -> dict[str, Any]:
    """The value in the column of its type; the text beside it is for whoever reads the table."""
    found: dict[str, Any] = dict.fromkeys(("value", "folded", "number", "day", "moment"))
    match value:
        case str():
            return {**found, "value": value, "folded": folded(value)}
        case datetime():
            return {**found, "moment": value}
        case date():
            return {**found, "day": value.isoformat()}
    return {**found, "number": float(value)}


def _key(name: str) -> FieldKey:
    return tuple(name.split(KEY_SEPARATOR))


def _under(of: sa.Table, names: Collection[str]) -> sa.ColumnElement[bool]:
    """The field's name, without its arguments, is one of these."""
    exact: sa.ColumnElement[bool] = of.c.name.in_(sorted(names))
    return sa.or_(
        exact, *(of.c.name.startswith(f"{each}{KEY_SEPARATOR}") for each in sorted(names))
    )


def _value(row: Any) -> Known:
    if row.number is not None:
        return float(row.number)
    if row.day is not None:
        return date.fromisoformat(row.day)
    return row.moment if row.moment is not None else str(row.value)


@dataclass(frozen=True, slots=True)
class FactsTable:
    """use_cases.ports.rules.Facts over three tables."""

    transaction: Transaction

    async def note(self, new: Iterable[Fact], *, at: datetime) -> None:
        wanted = {(fact.person_id, fact_name(fact.key)): fact.value for fact in new}
        there = await self._people(person for person, _ in wanted)
        known = await self._known(wanted)
        changed = {
            place: value
            for place, value in wanted.items()
            if place[0] in there and known.get(place) != value
        }
        ended: dict[bool, list[dict[str, Any]]] = {True: [], False: []}
        for person, name in changed:
            if (person, name) in known:  # Only of texts it is ever asked since when they hold.
                place = {"of_person": person, "of_name": name}
                ended[isinstance(known[person, name], str)].append(place)
        begun = [
            {"person_id": person, "name": name, "since": at, **_columns(value)}
            for (person, name), value in changed.items()
            if value is not None
        ]
        if ended[True]:
            texts = [{**place, "ended_at": at} for place in ended[True]]
            await self.transaction.write(_END, texts)
        if ended[False]:
            await self.transaction.write(_DROP, ended[False])
        if begun:
            await self.transaction.write(facts.insert(), begun)

    async def replace(
        self,
        names: Collection[str],
        values: Mapping[int, Mapping[FieldKey, Known]],
        *,
        at: datetime,
    ) -> None:
        wanted = [
            Fact(person, key, value) for person in values for key, value in values[person].items()
        ]
        given = {(fact.person_id, fact_name(fact.key)) for fact in wanted}
        for batch in batches(values):
            rows = await self.transaction.read(
                sa.select(facts.c.person_id, facts.c.name).where(
                    facts.c.person_id.in_(batch), facts.c.until.is_(None), _under(facts, names)
                )
            )
            gone = [row for row in rows if (row.person_id, row.name) not in given]
            wanted += [Fact(row.person_id, _key(row.name), None) for row in gone]
        await self.note(wanted, at=at)

    async def replace_labels(
        self, names: Collection[str], new: Mapping[int, Mapping[FieldKey, frozenset[str]]]
    ) -> None:
        there = await self._people(new)
        for batch in batches(there):
            await self.transaction.write(
                labels.delete().where(labels.c.person_id.in_(batch), _under(labels, names))
            )
        rows = [
            {"person_id": person, "name": fact_name(key), "folded": same, "label": label}
            for person in sorted(there)
            for key, owned in new[person].items()
            for same, label in {folded(each): each for each in sorted(owned)}.items()
        ]
        if rows:
            await self.transaction.write(labels.insert(), rows)

    async def known_people(self) -> Sequence[int]:
        known = sa.select(facts.c.person_id).where(facts.c.until.is_(None))
        labelled = sa.select(labels.c.person_id)
        rows = await self.transaction.read(sa.union(known, labelled))
        return sorted(row.person_id for row in rows)

    async def _people(self, ids: Iterable[int]) -> set[int]:
        found: set[int] = set()
        for batch in batches(ids):
            rows = await self.transaction.read(sa.select(people.c.id).where(people.c.id.in_(batch)))
            found.update(row.id for row in rows)
        return found

    async def _known(self, places: Iterable[tuple[int, str]]) -> dict[tuple[int, str], Known]:
        wanted = list(places)
        names = sorted({name for _, name in wanted})
        found: dict[tuple[int, str], Known] = {}
        for batch in batches(person for person, _ in wanted):
            statement = sa.select(facts).where(
                facts.c.person_id.in_(batch), facts.c.name.in_(names), facts.c.until.is_(None)
            )
            for row in await self.transaction.read(statement):
                found[row.person_id, row.name] = _value(row)
        return found

    async def set_labels(self, key: FieldKey, new: Iterable[tuple[int, frozenset[str]]]) -> None:
        wanted = dict(new)
        name = fact_name(key)
        there = await self._people(wanted)
        for batch in batches(there):
            await self.transaction.write(
                labels.delete().where(labels.c.name == name, labels.c.person_id.in_(batch))
            )
        rows = [
            {"person_id": person, "name": name, "folded": same, "label": label}
            for person in sorted(there)
            for same, label in {folded(each): each for each in sorted(wanted[person])}.items()
        ]
        if rows:
            await self.transaction.write(labels.insert(), rows)

    async def current(self, keys: Collection[FieldKey]) -> Mapping[int, Mapping[FieldKey, Known]]:
        found: dict[int, dict[FieldKey, Known]] = defaultdict(dict)
        those = sa.select(facts).where(
            facts.c.name.in_(sorted(map(fact_name, keys))), facts.c.until.is_(None)
        )
        for row in await self.transaction.read(those):
            found[row.person_id][_key(row.name)] = _value(row)
        return found

    async def last_changes(self, names: Collection[str]) -> Mapping[int, datetime]:
        newest = sa.func.max(facts.c.since)
        rows = await self.transaction.read(
            sa.select(facts.c.person_id, sa.type_coerce(newest, facts.c.since.type).label("since"))
            .where(facts.c.until.is_(None), _under(facts, names))
            .group_by(facts.c.person_id)
        )
        return {row.person_id: row.since for row in rows}

    async def spending(self, kinds: Collection[str]) -> Mapping[int, Spending]:
        paid = sa.case((events.c.amount > 0, events.c.at))
        moment = sa.type_coerce(paid, sa.BigInteger)
        rows = await self.transaction.read(
            sa.select(
                events.c.person_id,
                sa.type_coerce(sa.func.min(paid), events.c.at.type).label("first"),
                sa.type_coerce(sa.func.max(paid), events.c.at.type).label("last"),
                sa.func.count(sa.distinct(moment // _DAY_MICROS)).label("days"),
                sa.func.count(paid).label("times"),
                sa.func.sum(events.c.amount).label("amount"),
            )
            .where(events.c.kind.in_(sorted(kinds)), events.c.amount.is_not(None))
            .group_by(events.c.person_id)
        )
        return {
            row.person_id: Spending(row.first, row.last, row.days, row.times, int(row.amount))
            for row in rows
        }

    async def having(self, key: FieldKey, values: Iterable[str]) -> Mapping[str, frozenset[int]]:
        found: dict[str, set[int]] = defaultdict(set)
        for wanted in batches(folded(each) for each in values):
            rows = await self.transaction.read(
                sa.select(facts.c.folded, facts.c.person_id)
                .join(people, people.c.id == facts.c.person_id)
                .where(
                    facts.c.name == fact_name(key),
                    facts.c.until.is_(None),
                    facts.c.folded.in_(wanted),
                    people.c.consented_at.is_not(None),
                )
            )
            for row in rows:
                found[row.folded].add(row.person_id)
        return {value: frozenset(ids) for value, ids in found.items()}

    async def labelled(self, key: FieldKey, label: str) -> Sequence[int]:
        those = sa.select(labels.c.person_id).where(
            labels.c.name == fact_name(key), labels.c.folded == folded(label)
        )
        return sorted(row.person_id for row in await self.transaction.read(those))

    async def known_deeds(self, origin: str, externals: Iterable[str]) -> Mapping[str, Deed]:
        found = {}
        for wanted in batches(externals):
            rows = await self.transaction.read(
                sa.select(events).where(events.c.origin == origin, events.c.external.in_(wanted))
            )
            for row in rows:
                found[row.external] = Deed(
                    person_id=row.person_id, kind=row.kind, at=row.at, amount=row.amount,
                    origin=origin, external=row.external,
                )  # fmt: skip
        return found

    async def add_deeds(self, deeds: Iterable[Deed]) -> int:
        wanted = list(deeds)
        there = await self._people(deed.person_id for deed in wanted)
        rows = [_deed_row(deed) for deed in wanted if deed.person_id in there]
        if not rows:
            return 0
        return len((await self.transaction.write(_NEW_DEED, rows)).all())

    async def of(self, person_ids: Iterable[int]) -> Sequence[PersonFacts]:
        found: list[PersonFacts] = []
        for batch in batches(person_ids):
            found += await self._gather(batch)
        return found

    async def _gather(self, ids: Sequence[int]) -> list[PersonFacts]:
        rows = await self.transaction.read(sa.select(people).where(people.c.id.in_(ids)))
        values = {row.id: _own_values(row) for row in rows}
        held: dict[int, list[Held]] = defaultdict(list)
        sets: dict[int, dict[FieldKey, set[str]]] = defaultdict(lambda: defaultdict(set))
        done: dict[int, list[Event]] = defaultdict(list)
        stayed: dict[int, list[Stay]] = defaultdict(list)
        for row in await self._rows(sa.select(facts), facts, ids):
            key, value = _key(row.name), _value(row)
            if row.until is None:
                values[row.person_id][key] = value
            if isinstance(value, str):
                held[row.person_id].append(Held(key, value, row.since, row.until))
        for row in await self._rows(sa.select(labels), labels, ids):
            sets[row.person_id][_key(row.name)].add(row.label)
        for row in await self._rows(sa.select(events).order_by(events.c.at), events, ids):
            done[row.person_id].append(_event(row))
        for row in await self.transaction.read(_stays_of(ids)):
            stayed[row.person_id].append(Stay(row.segment, row.since, row.until))
        for row in await self.transaction.read(_memberships_of(ids)):
            segment = "/".join(filter(None, (row.survey_key, row.basis, str(row.number))))
            stayed[row.person_id].append(Stay(segment, row.since, row.until))
        return [
            PersonFacts(
                id=person,
                values=values[person],
                sets={key: frozenset(each) for key, each in sets[person].items()},
                events=tuple(done[person]),
                held=tuple(held[person]),
                stays=tuple(stayed[person]),
            )
            for person in sorted(values)
        ]

    async def _rows(self, statement: sa.Select[Any], of: sa.Table, ids: Sequence[int]) -> Any:
        return await self.transaction.read(statement.where(of.c.person_id.in_(ids)))


def _own_values(row: Any) -> dict[FieldKey, Known]:
    named = {(name,): getattr(row, column.name) for name, column in (TEXTS | MOMENTS).items()}
    return {key: value for key, value in named.items() if value is not None}


def _deed_row(deed: Deed) -> Mapping[str, Any]:
    own = {name: folded(deed.traits[name]) for name in _TRAITS if name in deed.traits}
    return {
        **dict.fromkeys(_TRAITS),
        **own,
        "person_id": deed.person_id,
        "kind": deed.kind,
        "at": deed.at,
        "amount": deed.amount,
        "traits": dict(deed.traits) or None,
        "origin": deed.origin,
        "external": deed.external,
    }


def _event(row: Any) -> Event:
    return Event(kind=row.kind, at=row.at, amount=row.amount, traits=row.traits or {})


def _stays_of(ids: Sequence[int]) -> sa.Select[Any]:
    return (
        sa.select(stays.c.person_id, rules.c.key.label("segment"), stays.c.since, stays.c.until)
        .join(rules, rules.c.id == stays.c.rule_id)
        .where(stays.c.person_id.in_(ids))
        .order_by(stays.c.id)
    )


def _memberships_of(ids: Sequence[int]) -> sa.Select[Any]:
    """Under every number of the segments that are merged with a person's own."""
    named = segments.alias("named")
    return (
        sa.select(
            memberships.c.person_id,
            schemes.c.survey_key,
            schemes.c.basis,
            named.c.number,
            memberships.c.since,
            memberships.c.until,
        )
        .join(segments, segments.c.id == memberships.c.segment_id)
        .join(named, sa.func.coalesce(named.c.merged_into, named.c.id) == STANDS_AS)
        .join(schemes, schemes.c.id == named.c.scheme_id)
        .where(memberships.c.person_id.in_(ids))
        .order_by(memberships.c.id, named.c.number)
    )
