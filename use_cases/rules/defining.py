"""Managers write rules: each is checked, explained with its head-count, then kept."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from segmentation.rules.faults import Code, RuleFault
from segmentation.rules.parsing import parse
from segmentation.rules.patterns import BadPattern
from segmentation.rules.tree import Field, Rule, parts_of
from segmentation.rules.windows import NoSuchWindow, Now
from segmentation.rules.writing import write
from use_cases.access import require
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person, Role
from use_cases.records.rules import StoredRule
from use_cases.reporting.suppression import FEW, Count
from use_cases.rules.houses import as_in_roster
from use_cases.rules.merged import as_merged
from use_cases.rules.naming import Names, names_in, unknown_fields
from use_cases.rules.projecting import refresh_at_once
from use_cases.rules.resting import check, check_segments, named_by
from use_cases.rules.singling import Writer, check_singling
from use_cases.rules.strangers import Stranger, strangers_in
from use_cases.rules.telling import sees_people, told_to

EXAMPLES_SHOWN = 5
NAME_CHARS_MAX = 40
PARTS_COUNTED_MAX = 20
PREVIEW_MIN = FEW
"""A rule that means fewer people shows no count: it may be about one neighbour."""


class RuleNameUnfit(Exception):
    """The name is empty, too long, or another rule's."""


class RuleGone(Exception):
    """There is no such rule any more."""


@dataclass
class RuleInUse(Exception):
    """Other rules rest on this one: their names."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """A rule before it is kept: its canonical text, its tree, whom it means.

    `people` is what may be told of the head-count; `examples` are names of a few of them, for those
    who may see names. `took_ms` is how long the count took. Where nobody is meant, or nobody or a
    few, `unknown` are the fields of which nothing is known of anybody, and `counts` says of each
    part of the rule how many it means by itself. `names` are what the rule's keys are called.
    """

    text: str
    rule: Rule
    people: Count
    took_ms: int
    examples: tuple[str, ...] = ()
    unknown: tuple[Field, ...] = ()
    counts: Mapping[Rule, Count] = field(default_factory=dict)
    names: Names = field(default_factory=dict)
    strangers: tuple[Stranger, ...] = ()  # Houses and choices that there are not.


@dataclass(frozen=True, slots=True)
class ExamineRule:
    """A manager asks what a rule comes to.

    Raises segmentation.rules.faults.RuleFault with the place of what is wrong.
    """

    work: UnitOfWork
    clock: Clock
    zone: ZoneInfo

    async def __call__(self, actor: Person, text: str, *, of: str | None = None) -> Examined:
        await require(self.work, actor, Role.MANAGER, "rules.examine", self.clock)
        rule = await as_in_roster(self.work, parse(text))
        try:
            await check(self.work, rule, of)
            writer, now = Writer(actor, "rules.examine"), Now(self.clock.now(), self.zone)
            await check_singling(self.work, writer, rule, now, self.clock, of)
        except RuleFault as fault:
            fault.at = max(0, text.find(fault.found))
            raise
        await refresh_at_once(self.work, self.clock.now())
        started = time.perf_counter()
        try:
            meant = await as_merged(self.work, rule)
            found = await self.work.rules.matching(meant, Now(self.clock.now(), self.zone))
        except BadPattern as fault:
            raise RuleFault(Code.BAD_PATTERN, 0) from fault
        except NoSuchWindow as fault:
            raise RuleFault(Code.NO_SUCH_DATE, 0) from fault
        took = round(1_000 * (time.perf_counter() - started))
        unknown: tuple[Field, ...] = ()
        counts: Mapping[Rule, Count] = {}
        if not found or (len(found) < FEW and not sees_people(actor)):
            now = Now(self.clock.now(), self.zone)
            unknown = await unknown_fields(self.work, rule, now)
            apart = await self._counted_apart(rule, now)
            counts = {part: told_to(actor, people) for part, people in apart.items()}
        examples: tuple[str, ...] = ()
        if sees_people(actor) and len(found) >= PREVIEW_MIN:
            people = await self.work.people.get_many(found[:EXAMPLES_SHOWN])
            examples = tuple(person.name for person in people if person.name)
        return Examined(
            text=write(rule),
            rule=rule,
            people=told_to(actor, len(found)),
            took_ms=took,
            examples=examples,
            unknown=unknown,
            counts=counts,
            names=await names_in(self.work, rule),
            strangers=await strangers_in(self.work, rule),
        )

    async def _counted_apart(self, rule: Rule, now: Now) -> Mapping[Rule, int]:
        """How many each part of a rule means by itself; of a long rule, its first parts."""
        parts = [part for part in parts_of(rule) if part != rule][:PARTS_COUNTED_MAX]
        return {part: len(await self.work.rules.matching(part, now)) for part in parts}


@dataclass(frozen=True, slots=True)
class KeepRule:
    """A manager keeps a rule as a segment; a static one holds who is meant now, for ever."""

    work: UnitOfWork
    clock: Clock
    zone: ZoneInfo

    async def __call__(
        self, actor: Person, *, name: str, text: str, dynamic: bool = True
    ) -> StoredRule:
        await require(self.work, actor, Role.MANAGER, "rules.keep", self.clock)
        await self.work.rules.hold()
        name = await self._fit(name)
        key = await self._free_key(name)
        rule = await as_in_roster(self.work, parse(text))
        await check(self.work, rule, key)
        writer, now = Writer(actor, "rules.keep"), Now(self.clock.now(), self.zone)
        await check_singling(self.work, writer, rule, now, self.clock, key)
        stored = await self.work.rules.add(
            key=key,
            name=name,
            text=write(rule),
            dynamic=dynamic,
            author_id=actor.id,
            at=self.clock.now(),
        )
        await self.work.audit.note(
            actor.id, "rules.keep", at=self.clock.now(), detail=str(stored.id)
        )
        await settle(self.work, stored, Now(self.clock.now(), self.zone))
        await self.work.commit()
        kept = await self.work.rules.get(stored.id)
        assert kept is not None, "it was kept just now"
        return kept

    async def _fit(self, name: str, *, but: int | None = None) -> str:
        name = " ".join(name.split())
        taken = {r.name.casefold() for r in await self.work.rules.all() if r.id != but}
        if not name or len(name) > NAME_CHARS_MAX or name.casefold() in taken:
            raise RuleNameUnfit
        return name

    async def _free_key(self, name: str) -> str:
        """The name as rules write it, told apart from others by a number."""
        plain = name.replace("/", " ")
        taken = {rule.key for rule in await self.work.rules.all()}
        number = 1
        while (key := plain if number == 1 else f"{plain} {number}") in taken:
            number += 1
        return key

    async def change(self, actor: Person, rule_id: int, *, name: str, text: str) -> StoredRule:
        """Another name or text for a rule; its key stays, so that others still find it."""
        await require(self.work, actor, Role.MANAGER, "rules.change", self.clock)
        await self.work.rules.hold()
        stored = await self.work.rules.get(rule_id)
        if stored is None:
            raise RuleGone
        name = await self._fit(name, but=rule_id)
        rule = await as_in_roster(self.work, parse(text))
        await check(self.work, rule, stored.key)
        if write(rule) != stored.text:
            writer, now = Writer(actor, "rules.change"), Now(self.clock.now(), self.zone)
            await check_singling(self.work, writer, rule, now, self.clock, stored.key)
        await self.work.rules.change(rule_id, name=name, text=write(rule))
        changed = await self.work.rules.get(rule_id)
        assert changed is not None, "it was there just now"
        await self.work.audit.note(
            actor.id, "rules.change", at=self.clock.now(), detail=str(rule_id)
        )
        if changed.text != stored.text:
            await settle(self.work, changed, Now(self.clock.now(), self.zone))
        await self.work.commit()
        return await self.work.rules.get(rule_id) or changed


@dataclass(frozen=True, slots=True)
class DropRule:
    """A manager takes a rule away; raises RuleInUse while others rest on it."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person, rule_id: int) -> StoredRule:
        await require(self.work, actor, Role.MANAGER, "rules.drop", self.clock)
        await self.work.rules.hold()
        stored = await self.work.rules.get(rule_id)
        if stored is None:
            raise RuleGone
        users = [
            each.name
            for each in await self.work.rules.all()
            if each.id != rule_id and stored.key in named_by(each)
        ]
        if users:
            raise RuleInUse(tuple(users))
        await self.work.rules.delete(rule_id)
        await self.work.audit.note(actor.id, "rules.drop", at=self.clock.now(), detail=str(rule_id))
        await self.work.commit()
        return stored


@dataclass(frozen=True, slots=True)
class ListRules:
    """A manager looks at the segments by rules."""

    work: UnitOfWork
    clock: Clock

    async def __call__(self, actor: Person) -> Sequence[StoredRule]:
        await require(self.work, actor, Role.MANAGER, "rules.list", self.clock)
        return await self.work.rules.all()


async def settle(work: UnitOfWork, stored: StoredRule, now: Now) -> bool:
    """Let the segment follow its rule; nothing is committed. False: the rule cannot be followed
    (what it rests on is gone, or is itself), which is noted, and its people stay."""
    started = time.perf_counter()
    try:
        rule = parse(stored.text)
        await check_segments(work, rule, stored.key)
        found = await work.rules.matching(await as_merged(work, rule), now)
    except (RuleFault, BadPattern, NoSuchWindow) as fault:
        code = fault.code.value if isinstance(fault, RuleFault) else _CODES[type(fault)].value
        await work.rules.failed(stored.id, code, at=now.moment)
        return False
    took = round(1_000 * (time.perf_counter() - started))
    await work.rules.settle(stored.id, found, took_ms=took, at=now.moment)
    return True


_CODES = {BadPattern: Code.BAD_PATTERN, NoSuchWindow: Code.NO_SUCH_DATE}
