"""Rules in SQL say exactly what they say in memory, of everybody, on both databases."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from segmentation.rules.evaluating import holds
from segmentation.rules.facts import PersonFacts
from segmentation.rules.parsing import parse
from segmentation.rules.tree import Rule
from segmentation.rules.windows import NoSuchWindow, Now
from segmentation.rules.writing import write
from storage.database import Database
from tests.fakes import MemoryDatabase
from tests.makers import a_resident
from tests.segmentation.random_rules import (
    MOMENTS,
    SEGMENTS,
    Somebody,
    some_rule,
    some_zone,
    somebody,
)
from tests.storage.databases import SOAK
from use_cases.ports import OpenWork, UnitOfWork
from use_cases.records.rules import Deed, Fact

PEOPLE, RULES = (80, 5_000) if SOAK else (20, 120)
Answer = tuple[int, ...] | None  # None: there is no such time.
NOW = datetime(2026, 3, 14, 12, tzinfo=UTC)


async def settle_in(work: UnitOfWork, crowd: Sequence[Somebody], random: Random) -> None:
    """Write down everything that is known of these people."""
    manager = await a_resident(work, "Manager", telegram_id=1)
    for number, each in enumerate(crowd, start=2):
        added = await work.people.add(
            number, language=each.language, at=each.added, source=each.source
        )
        await work.people.save(replace(added, name=each.name, consented_at=each.consented))
        for at, key, value in each.facts:
            await work.facts.note([Fact(added.id, key, value)], at=at)
        for labelled, owned in each.labels.items():
            await work.facts.set_labels(labelled, [(added.id, owned)])
        await work.facts.add_deeds(
            Deed(person_id=added.id, kind=kind, at=at, amount=amount, traits=traits)
            for kind, at, amount, traits in each.deeds
        )
    for segment in SEGMENTS[:-1]:
        rule = await work.rules.add(
            key=segment, name=segment, text="everyone", dynamic=True, author_id=manager.id, at=NOW
        )
        for back in (400, 60, 30, 7, 1):
            members = [n for n in range(2, len(crowd) + 2) if random.random() < 0.5]
            at = MOMENTS[0] - timedelta(days=back)
            await work.rules.settle(rule.id, members, took_ms=1, at=at)
    await work.commit()


async def in_sql(work: UnitOfWork, rule: Rule, now: Now) -> Answer:
    """Whom the rule means, says the database."""
    try:
        return tuple(await work.rules.matching(rule, now))
    except NoSuchWindow:
        return None


def in_memory(crowd: Sequence[PersonFacts], rule: Rule, now: Now) -> Answer:
    """Whom the rule means, each person asked in turn."""
    consented = [person for person in crowd if ("verified",) in person.values]
    try:
        return tuple(person.id for person in consented if holds(rule, person, now))
    except NoSuchWindow:
        return None


@pytest.mark.parametrize("seed", range(2 if SOAK else 1))
def test_both_databases_agree_with_memory(database_url: str, seed: int) -> None:
    """Random people, random rules: no difference in a single person."""
    random = Random(seed)
    crowd = [somebody(random, MOMENTS[0]) for _ in range(PEOPLE)]
    rules = []
    for _ in range(RULES // 2):
        moment = random.choice(MOMENTS)
        rules.append((some_rule(random, moment), Now(moment, some_zone(random))))

    async def told() -> list[tuple[Answer, Answer]]:
        database, memory = Database(database_url), MemoryDatabase()
        for open_work in (database.open_work, memory.open_work):
            async with open_work() as work:
                await settle_in(work, crowd, Random(seed))
        async with memory.open_work() as work:
            known = await work.facts.of(range(PEOPLE + 2))
        async with database.open_work() as work:
            kept = await work.facts.of(range(PEOPLE + 2))
            assert [each.values for each in kept] == [each.values for each in known]
            both = [(await in_sql(work, *each), in_memory(known, *each)) for each in rules]
        await database.close()
        return both

    answers = asyncio.run(told())
    for (rule, now), (by_sql, by_hand) in zip(rules, answers, strict=True):
        assert by_sql == by_hand, (write(rule), now)
    told_apart = {by_hand for _, by_hand in answers}
    assert len(told_apart) > len(rules) / 4, "the rules mean different people"


def test_what_is_written_is_read_back() -> None:
    """parse(write(rule)) is the rule."""
    random = Random(7)
    for _ in range(RULES):
        rule = some_rule(random, MOMENTS[0])
        text = write(rule)
        assert write(parse(text)) == text


async def test_who_has_a_value_or_a_label_and_which_deeds_are_known(open_work: OpenWork) -> None:
    """What an import asks: compared as people mean it, of those who agreed."""
    async with open_work() as work:
        vera, olga = [await a_resident(work, n, telegram_id=t) for n, t in (("В", 11), ("О", 12))]
        anna = await a_resident(work, "А", telegram_id=13, consented=False)
        for person in (vera, olga, anna):
            await work.facts.note([Fact(person.id, ("field", "x"), "Ёлка ")], at=NOW)
        await work.facts.set_labels(("lists",), [(vera.id, frozenset({"Сад"}))])
        deed = Deed(person_id=vera.id, kind="visit", at=NOW, amount=5, origin="file", external="1")
        assert await work.facts.add_deeds([deed, deed, replace(deed, external="2")]) == 2
        assert await work.facts.add_deeds([deed, replace(deed, person_id=99, external="3")]) == 0
        await work.commit()
    async with open_work() as work:
        found = await work.facts.having(("field", "x"), ["ЕЛКА", "дуб"])
        assert found == {"елка": {vera.id, olga.id}}
        assert await work.facts.labelled(("lists",), " сад") == [vera.id]
        assert await work.facts.known_deeds("file", ["1", "7"]) == {"1": deed}
        assert await work.people.consented_by_telegram_id([11, 13, 99]) == {11: vera.id}


async def test_who_was_in_a_rule_is_remembered(open_work: OpenWork) -> None:
    """At the very moment of coming they are in, at that of leaving they are out."""
    async with open_work() as work:
        people = [await a_resident(work, f"{number}") for number in range(3)]
        rule = await work.rules.add(
            key="r", name="R", text="everyone", dynamic=True, author_id=people[0].id, at=NOW
        )
        one, two, three = (person.id for person in people)
        later = NOW + timedelta(days=1)
        await work.rules.settle(rule.id, [one, two], took_ms=1, at=NOW)
        await work.rules.settle(rule.id, [two, three], took_ms=1, at=later)
        await work.commit()
    async with open_work() as work:
        then = [
            await work.rules.members_then(rule.id, at)
            for at in (NOW - timedelta(seconds=1), NOW, later - timedelta(seconds=1), later)
        ]

    assert [[], [one, two], [one, two], [two, three]] == [list(each) for each in then]
