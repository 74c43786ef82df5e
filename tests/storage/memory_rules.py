"""Facts, deeds and segments by rules in memory: each rule is asked of each person in turn."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from segmentation.rules.evaluating import holds
from segmentation.rules.facts import Event, Held, Known, PersonFacts, Stay
from segmentation.rules.folding import folded
from segmentation.rules.tree import FieldKey, Rule
from segmentation.rules.windows import Now
from tests.storage.memory import MemoryTransaction, Tables
from use_cases.records import Subject
from use_cases.records.rules import Deed, Fact, Movement, Spending, StoredRule


@dataclass(frozen=True, slots=True)
class HadValue:
    """A value that somebody has or had."""

    person_id: int
    key: FieldKey
    value: Known
    since: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Stayed:
    """A time in the segment of a rule."""

    rule_id: int
    person_id: int
    since: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class FactsInMemory:
    """use_cases.ports.rules.Facts in memory."""

    transaction: MemoryTransaction

    async def note(self, facts: Iterable[Fact], *, at: datetime) -> None:
        tables = await self.transaction.writing()
        for fact in facts:
            if fact.person_id in tables.people:
                _note(tables, fact, at)

    async def replace(
        self,
        names: Collection[str],
        values: Mapping[int, Mapping[FieldKey, Known]],
        *,
        at: datetime,
    ) -> None:
        tables = await self.transaction.writing()
        gone = [
            Fact(known.person_id, known.key, None)
            for known in tables.known.values()
            if known.person_id in values
            and known.key[0] in names
            and known.until is None
            and known.key not in values[known.person_id]
        ]
        given = [Fact(who, key, value) for who in values for key, value in values[who].items()]
        await self.note([*gone, *given], at=at)

    async def replace_labels(
        self, names: Collection[str], labels: Mapping[int, Mapping[FieldKey, frozenset[str]]]
    ) -> None:
        tables = await self.transaction.writing()
        tables.labels = {
            (who, key): owned
            for (who, key), owned in tables.labels.items()
            if who not in labels or key[0] not in names
        }
        for who, owned in labels.items():
            for key, each in owned.items():
                await self.set_labels(key, [(who, each)])

    async def known_people(self) -> Sequence[int]:
        tables = self.transaction.tables
        current = {known.person_id for known in tables.known.values() if known.until is None}
        return sorted(current | {who for (who, _), owned in tables.labels.items() if owned})

    async def set_labels(self, key: FieldKey, labels: Iterable[tuple[int, frozenset[str]]]) -> None:
        tables = await self.transaction.writing()
        for person_id, owned in labels:
            if person_id in tables.people:
                tables.labels[person_id, key] = owned

    async def current(self, keys: Collection[FieldKey]) -> Mapping[int, Mapping[FieldKey, Known]]:
        found: dict[int, dict[FieldKey, Known]] = {}
        for known in self.transaction.tables.known.values():
            if known.key in keys and known.until is None:
                found.setdefault(known.person_id, {})[known.key] = known.value
        return found

    async def last_changes(self, names: Collection[str]) -> Mapping[int, datetime]:
        found: dict[int, datetime] = {}
        for known in self.transaction.tables.known.values():
            if known.key[0] in names and known.until is None:
                who = known.person_id
                found[who] = max(found.get(who, known.since), known.since)
        return found

    async def spending(self, kinds: Collection[str]) -> Mapping[int, Spending]:
        done: dict[int, list[Deed]] = {}
        for deed in self.transaction.tables.deeds.values():
            if deed.kind in kinds and deed.amount is not None:
                done.setdefault(deed.person_id, []).append(deed)
        return {who: _spent(deeds) for who, deeds in done.items()}

    async def having(self, key: FieldKey, values: Iterable[str]) -> Mapping[str, frozenset[int]]:
        tables, wanted = self.transaction.tables, {folded(each) for each in values}
        found: dict[str, frozenset[int]] = {}
        for known in tables.known.values():
            here = tables.people[known.person_id].consented_at is not None
            if known.key == key and known.until is None and here and isinstance(known.value, str):
                same = folded(known.value)
                if same in wanted:
                    found[same] = found.get(same, frozenset()) | {known.person_id}
        return found

    async def labelled(self, key: FieldKey, label: str) -> Sequence[int]:
        labels = self.transaction.tables.labels.items()
        return sorted(
            who
            for (who, of), owned in labels
            if of == key and folded(label) in {folded(each) for each in owned}
        )

    async def known_deeds(self, origin: str, externals: Iterable[str]) -> Mapping[str, Deed]:
        wanted = set(externals)
        return {
            deed.external: replace(deed, traits={})
            for deed in self.transaction.tables.deeds.values()
            if deed.origin == origin and deed.external is not None and deed.external in wanted
        }

    async def add_deeds(self, deeds: Iterable[Deed]) -> int:
        tables = await self.transaction.writing()
        before = len(tables.deeds)
        for deed in deeds:
            known = {(d.origin, d.external) for d in tables.deeds.values() if d.external}
            if deed.person_id in tables.people and (deed.origin, deed.external) not in known:
                tables.deeds[tables.next_id("deeds")] = deed
        return len(tables.deeds) - before

    async def of(self, person_ids: Iterable[int]) -> Sequence[PersonFacts]:
        tables = self.transaction.tables
        return [
            _gathered(tables, each) for each in sorted(set(person_ids)) if each in tables.people
        ]


def _spent(deeds: Sequence[Deed]) -> Spending:
    paid = sorted(deed.at for deed in deeds if (deed.amount or 0) > 0)
    return Spending(
        first=paid[0] if paid else None,
        last=paid[-1] if paid else None,
        days=len({moment.astimezone(UTC).date() for moment in paid}),
        times=len(paid),
        amount=sum(deed.amount or 0 for deed in deeds),
    )


def _note(tables: Tables, fact: Fact, at: datetime) -> None:
    value = float(fact.value) if isinstance(fact.value, int) else fact.value
    for number, known in tables.known.items():
        if (known.person_id, known.key, known.until) == (fact.person_id, fact.key, None):
            if known.value == value:
                return
            tables.known[number] = replace(known, until=at)
            break
    if value is not None:
        tables.known[tables.next_id("known")] = HadValue(fact.person_id, fact.key, value, at)


def _gathered(tables: Tables, person_id: int) -> PersonFacts:
    person = tables.people[person_id]
    own: Mapping[FieldKey, Known | None] = {
        ("name",): person.name,
        ("language",): person.language,
        ("source",): person.source,
        ("added",): person.created_at,
        ("verified",): person.consented_at,
    }
    values = {key: value for key, value in own.items() if value is not None}
    held = []
    for known in tables.known.values():
        if known.person_id == person_id:
            if known.until is None:
                values[known.key] = known.value
            if isinstance(known.value, str):
                held.append(Held(known.key, known.value, known.since, known.until))
    deeds = sorted((d for d in tables.deeds.values() if d.person_id == person_id), key=_when)
    stayed = [s for s in tables.stayed.values() if s.person_id == person_id]
    stays = [Stay(tables.rules[s.rule_id].key, s.since, s.until) for s in stayed]
    return PersonFacts(
        id=person_id,
        values=values,
        sets={key: owned for (who, key), owned in tables.labels.items() if who == person_id},
        events=tuple(Event(kind=d.kind, at=d.at, amount=d.amount, traits=d.traits) for d in deeds),
        held=tuple(held),
        stays=(*stays, *_found(tables, person_id)),
    )


def _found(tables: Tables, person_id: int) -> list[Stay]:
    """Times in segments that were found, under every number of those that are merged."""
    stood = [(m, None) for m in tables.memberships.values()] + list(tables.past.values())
    return [
        Stay(f"{tables.schemes[named.scheme_id].name}/{named.number}", placed.since, until)
        for placed, until in stood
        if placed.person_id == person_id and placed.segment_id is not None
        for named in tables.segments.values()
        if named.stands_as == tables.segments[placed.segment_id].stands_as
    ]


def _when(deed: Deed) -> datetime:
    return deed.at


@dataclass(frozen=True, slots=True)
class RulesInMemory:
    """use_cases.ports.rules.Rules in memory."""

    transaction: MemoryTransaction

    async def hold(self) -> None:
        await self.transaction.writing()

    async def add(
        self, *, key: str, name: str, text: str, dynamic: bool, author_id: int, at: datetime
    ) -> StoredRule:
        tables = await self.transaction.writing()
        assert await self.by_key(key) is None, "the key is taken"
        rule = StoredRule(
            id=tables.next_id("rules"),
            key=key,
            name=name,
            text=text,
            dynamic=dynamic,
            author_id=author_id,
            created_at=at,
        )
        tables.rules[rule.id] = rule
        return rule

    async def get(self, rule_id: int) -> StoredRule | None:
        return self.transaction.tables.rules.get(rule_id)

    async def by_key(self, key: str) -> StoredRule | None:
        return next((r for r in self.transaction.tables.rules.values() if r.key == key), None)

    async def all(self) -> Sequence[StoredRule]:
        return sorted(self.transaction.tables.rules.values(), key=lambda rule: (rule.name, rule.id))

    async def change(self, rule_id: int, *, name: str, text: str) -> None:
        await self._set(rule_id, name=name, text=text)

    async def delete(self, rule_id: int) -> None:
        tables = await self.transaction.writing()
        tables.rules.pop(rule_id, None)
        tables.stayed = {k: s for k, s in tables.stayed.items() if s.rule_id != rule_id}
        about = (Subject.RULE, rule_id)
        tables.goals = {k: g for k, g in tables.goals.items() if (g.subject, g.subject_id) != about}

    async def count(self, rule: Rule, now: Now) -> int:
        return len(await self.matching(rule, now))

    async def matching(self, rule: Rule, now: Now) -> Sequence[int]:
        tables = self.transaction.tables
        consented = [p.id for p in tables.people.values() if p.consented_at is not None]
        return sorted(each for each in consented if holds(rule, _gathered(tables, each), now))

    async def settle(
        self, rule_id: int, members: Iterable[int], *, took_ms: int, at: datetime
    ) -> Movement:
        tables = await self.transaction.writing()
        new, before = set(members), set(await self.members(rule_id))
        for number, stay in tables.stayed.items():
            if stay.rule_id == rule_id and stay.until is None and stay.person_id not in new:
                tables.stayed[number] = replace(stay, until=at)
        for person_id in sorted(new - before):
            if person_id in tables.people:
                tables.stayed[tables.next_id("stayed")] = Stayed(rule_id, person_id, at)
        await self._set(rule_id, people=len(new), took_ms=took_ms, counted_at=at, fault=None)
        return Movement(tuple(sorted(new - before)), tuple(sorted(before - new)))

    async def failed(self, rule_id: int, fault: str, *, at: datetime) -> None:
        await self._set(rule_id, fault=fault, counted_at=at)

    async def members(self, rule_id: int) -> Sequence[int]:
        stayed = self.transaction.tables.stayed.values()
        return sorted(s.person_id for s in stayed if s.rule_id == rule_id and s.until is None)

    async def members_then(self, rule_id: int, at: datetime) -> Sequence[int]:
        stayed = self.transaction.tables.stayed.values()
        return sorted(
            s.person_id
            for s in stayed
            if s.rule_id == rule_id and s.since <= at and (s.until is None or s.until > at)
        )

    async def _set(self, rule_id: int, **values: object) -> None:
        tables = await self.transaction.writing()
        if rule_id in tables.rules:
            tables.rules[rule_id] = replace(tables.rules[rule_id], **values)  # type: ignore[arg-type]
