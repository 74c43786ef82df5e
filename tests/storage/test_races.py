"""Many at once: whoever comes second finds the truth, never half of it."""

import asyncio
import random
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from rewards.transfers import HOUSE, NotEnoughPoints, ReferenceTaken, Transfer, account_of
from segmentation.grounds import Grounds
from segmentation.rules.faults import Code, RuleFault
from storage.database import Database
from storage.tables import accounts
from surveys.engine import begin
from surveys.questions import Basis
from tests.fakes import NOON, FixedClock
from tests.makers import a_placement, a_resident, a_scheme_with_segments, a_survey, an_open_survey
from tests.storage.databases import SOAK
from use_cases.ports import OpenWork, Settled
from use_cases.records import DeliveryState, Person, Role, StoredSegment
from use_cases.records.rules import StoredRule
from use_cases.rules.defining import DropRule, KeepRule, RuleInUse, RuleNameUnfit
from use_cases.rules.recounting import RecountRules
from use_cases.segments.keeping import MergeSegments

TASKS = 20
PAIRS = 6
REVERSALS = 500 if SOAK else 50
UTC = ZoneInfo("UTC")


async def somebody_with(open_work: OpenWork, points: int) -> Person:
    """A resident who has got that many points."""
    async with open_work() as work:
        person = await a_resident(work)
        await work.points.post(
            Transfer(source=HOUSE, target=account_of(person.id), points=points, reference="start"),
            reason="survey",
            at=NOON,
        )
        await work.commit()
    return person


async def spends(open_work: OpenWork, person: Person, points: int, reference: str) -> bool | None:
    """Pay the house; None if there was not enough."""
    async with open_work() as work:
        price = Transfer(
            source=account_of(person.id), target=HOUSE, points=points, reference=reference
        )
        try:
            posted = await work.points.post(price, reason="perk", at=NOON)
        except NotEnoughPoints:
            return None
        await work.commit()
        return posted


async def test_a_hundred_points_are_spent_once(open_work: OpenWork) -> None:
    """Twenty tasks spend all of the points at the same moment: exactly one can."""
    person = await somebody_with(open_work, 100)
    outcomes = await asyncio.gather(
        *(spends(open_work, person, 100, f"redemption:{number}") for number in range(TASKS))
    )

    assert outcomes.count(True) == 1
    assert outcomes.count(None) == TASKS - 1
    async with open_work() as work:
        assert (await work.points.balance(person.id), await work.points.total()) == (0, 0)


@pytest.mark.parametrize("database_url", ["sqlite_url"], indirect=True)
async def test_a_naive_ledger_would_be_caught(database: Database) -> None:
    """The race above finds a ledger that reads first and writes later."""
    person = await somebody_with(database.open_work, 100)
    mine = accounts.c.person_id == person.id
    paid = 0
    both_have_read = asyncio.Barrier(2)

    async def spend_naively() -> None:
        nonlocal paid
        async with database.engine.connect() as connection:
            balance = (await connection.execute(sa.select(accounts.c.balance).where(mine))).scalar()
            await both_have_read.wait()
            if balance == 100:
                await connection.execute(accounts.update().where(mine).values(balance=0))
                paid += 1

    await asyncio.gather(spend_naively(), spend_naively())
    assert paid == 2


async def test_the_same_event_comes_fifty_times_at_once(open_work: OpenWork) -> None:
    """One transfer, and everybody is told the truth about it."""
    person = await somebody_with(open_work, 100)
    outcomes = await asyncio.gather(
        *(spends(open_work, person, 60, "redemption:1") for _ in range(50))
    )

    assert (outcomes.count(True), outcomes.count(False)) == (1, 49)
    async with open_work() as work:
        assert (await work.points.balance(person.id), await work.points.total()) == (40, 0)


async def test_a_reference_with_two_contents_is_posted_once(open_work: OpenWork) -> None:
    """Whoever comes second with another amount hears of it, and nothing moves for them."""
    person = await somebody_with(open_work, 1_000)

    async def spend(points: int) -> int:
        try:
            return points if await spends(open_work, person, points, "redemption:1") else 0
        except ReferenceTaken:
            return 0

    moved = await asyncio.gather(*(spend(points) for points in range(1, TASKS + 1)))
    async with open_work() as work:
        assert 1_000 - sum(moved) == await work.points.balance(person.id)
        assert await work.points.total() == 0
    assert len([points for points in moved if points]) == 1


async def test_every_reversal_happens_once(open_work: OpenWork) -> None:
    """Each transfer undone twice at the same time is undone once."""
    person = await somebody_with(open_work, REVERSALS)
    again = await asyncio.gather(
        *(
            spends(open_work, person, 1, f"undo:{number}")
            for number in range(REVERSALS)
            for _ in range(2)
        )
    )

    assert (again.count(True), again.count(False)) == (REVERSALS, REVERSALS)
    async with open_work() as work:
        assert (await work.points.balance(person.id), await work.points.total()) == (0, 0)


async def test_gifts_in_both_directions_lock_nobody_out(open_work: OpenWork) -> None:
    """Two people who give to each other, and to the house, all at once."""
    async with open_work() as work:
        people = [await a_resident(work) for _ in range(3)]
        for person in people:
            start = Transfer(
                source=HOUSE,
                target=account_of(person.id),
                points=1_000,
                reference=f"start:{person.id}",
            )
            await work.points.post(start, reason="survey", at=NOON)
        await work.commit()
    dice = random.Random(5)

    async def give(number: int) -> None:
        giver, taker = dice.sample(people, 2)
        target = account_of(taker.id) if number % 4 else HOUSE
        gift = Transfer(
            source=account_of(giver.id), target=target, points=1, reference=f"gift:{number}"
        )
        async with open_work() as work:
            assert await work.points.post(gift, reason="gift", at=NOON)
            await work.commit()

    await asyncio.gather(*(give(number) for number in range(60)))
    async with open_work() as work:
        balances = await work.points.balances([person.id for person in people])
        assert (sum(balances.values()), await work.points.total()) == (3_000 - 15, 0)


async def test_two_senders_take_every_delivery_once(open_work: OpenWork) -> None:
    """Nobody is taken twice, nobody is left."""
    async with open_work() as work:
        people = [await a_resident(work) for _ in range(60)]
        _, (segment, _) = await a_scheme_with_segments(work)
        campaign = await work.campaigns.add(
            author_id=people[0].id, segment_id=segment.id, template="!", points=0, at=NOON
        )
        await work.commit()
    audience = [person.id for person in people]

    async def launch() -> bool:
        async with open_work() as work:
            launched = await work.campaigns.launch(campaign.id, audience, at=NOON)
            await work.commit()
            return launched

    assert sorted(await asyncio.gather(*(launch() for _ in range(5)))) == [False] * 4 + [True]
    taken: list[int | None] = []

    async def send() -> None:
        while True:
            async with open_work() as work:
                batch = await work.campaigns.take_queued(campaign.id, 7, at=NOON)
                await work.commit()
                if not batch:
                    return
                taken.extend(delivery.person_id for delivery in batch)
                ends = [Settled(delivery_id=d.id, state=DeliveryState.SENT) for d in batch]
                await work.campaigns.settle(ends, at=NOON)
                await work.commit()

    await asyncio.gather(send(), send(), send())
    assert sorted(audience) == sorted(person_id for person_id in taken if person_id)
    async with open_work() as work:
        assert await work.campaigns.totals(campaign.id) == {DeliveryState.SENT: 60}


async def test_updates_handed_over_twice_at_once_are_kept_once(open_work: OpenWork) -> None:
    """Overlapping batches, all at the same time: each update id once, in rising order of id."""

    async def put(start: int) -> int:
        async with open_work() as work:
            batch = [(number, 1, {"n": number}) for number in range(start, start + 10)]
            new = await work.inbox.put(batch, at=NOON)
            await work.commit()
            return new

    new = await asyncio.gather(*(put(start) for start in range(0, 50, 5)))
    async with open_work() as work:
        waiting = await work.inbox.waiting(1_000)
    assert sum(new) == len(waiting) == 55
    assert set(range(55)) == {entry.update_id for entry in waiting}


async def test_updates_become_visible_in_their_order(open_work: OpenWork) -> None:
    """Whoever reads on after the last id it saw misses nothing that was put meanwhile."""
    async with open_work() as slow, open_work() as reader:
        await slow.inbox.put([(1, 1, {})], at=NOON)

        async def put_another() -> None:
            async with open_work() as quick:
                await quick.inbox.put([(2, 1, {})], at=NOON)
                await quick.commit()

        another = asyncio.create_task(put_another())
        await asyncio.sleep(0.05)
        assert list(await reader.inbox.waiting(10)) == []
        await slow.commit()
        await another
        assert [entry.update_id for entry in await reader.inbox.waiting(10)] == [1, 2]


async def test_first_times_happen_once(open_work: OpenWork) -> None:
    """The same person, walk, scheme, segments and place, from many hands at once."""
    async with open_work() as work:
        stored = await an_open_survey(work, await a_resident(work))
        await work.commit()

    async def arrive() -> tuple[int, int, int, int]:
        async with open_work() as work:
            person = await work.people.add(77, language="ru", at=NOON)
            walk = await work.responses.start(
                stored.id, person.id, begin(stored.survey), test=False, source=None, at=NOON
            )
            scheme = await work.segments.scheme("yard", Grounds.on(Basis.NEEDS))
            segment, _ = await work.segments.set_segments(scheme.id, ["a", "b"])
            await a_placement(work, segment, person)
            await work.commit()
            return person.id, walk.id, scheme.id, segment.id

    arrived = await asyncio.gather(*(arrive() for _ in range(TASKS)))
    assert len(set(arrived)) == 1
    async with open_work() as work:
        assert len(await work.segments.memberships(arrived[0][2])) == 1


async def test_two_runs_place_people_at_once(open_work: OpenWork) -> None:
    """Segments that both found get one number, and everybody ends in one place."""
    async with open_work() as work:
        people = [await a_resident(work) for _ in range(5)]
        scheme, _ = await a_scheme_with_segments(work, "old")
        await work.commit()

    async def run(key: str) -> None:
        async with open_work() as work:
            _, mine = await work.segments.set_segments(scheme.id, ["both", key])
            await a_placement(work, mine, *people)
            await work.commit()

    await asyncio.gather(*(run(key) for key in "abcde"))
    async with open_work() as work:
        placed = await work.segments.memberships(scheme.id)
        assert [person.id for person in people] == [one.person_id for one in placed]
        assert len({one.segment_id for one in placed}) == 1
        both, last = await work.segments.segments(scheme.id)
        assert ("both", 2, last.id) == (both.key, both.number, placed[0].segment_id)


async def test_drafts_written_at_once_get_numbers_of_their_own(open_work: OpenWork) -> None:
    """Two authors of the same survey: versions 1 and 2, whoever was first."""
    async with open_work() as work:
        author = await a_resident(work)
        await work.commit()

    async def write() -> int:
        async with open_work() as work:
            draft = await work.surveys.add_draft(a_survey(), author_id=author.id, at=NOON)
            await work.commit()
            return draft.survey.version

    assert sorted(await asyncio.gather(*(write() for _ in range(5)))) == [1, 2, 3, 4, 5]


async def test_a_code_is_claimed_by_one(open_work: OpenWork) -> None:
    """Two people who type the claim code at the same moment: one of them becomes admin."""
    async with open_work() as work:
        await work.house.set("claim", "abc")
        await work.commit()

    async def claim() -> bool:
        async with open_work() as work:
            taken = await work.house.take("claim", "abc")
            await work.commit()
            return taken

    assert sorted(await asyncio.gather(*(claim() for _ in range(5)))) == [False] * 4 + [True]


async def test_two_managers_merge_the_same_segments_both_ways(open_work: OpenWork) -> None:
    """The first one wins; segments that show as each other would be seen nowhere."""
    async with open_work() as work:
        actor = await a_resident(work, role=Role.MANAGER)
        _, (one, other, third) = await a_scheme_with_segments(work, "a", "b", "c")
        await work.commit()

    async def merges(segment: StoredSegment, into: StoredSegment) -> int:
        async with open_work() as work:
            return (await MergeSegments(work, FixedClock())(actor, segment.id, into.id)).id

    pairs = [(one, other), (other, one), (other, third), (third, one)] * 3
    await asyncio.gather(*(merges(*pair) for pair in pairs))

    async with open_work() as work:
        (left,) = await work.segments.segments(one.scheme_id)
        found = await work.segments.segments(one.scheme_id, as_found=True)
    assert {each.stands_as for each in found} == {left.id}
    assert len(left.keys) == 3


async def a_manager_with_rules(open_work: OpenWork, *names: str) -> tuple[Person, list[StoredRule]]:
    """Somebody who writes rules, and segments of everybody under these names."""
    async with open_work() as work:
        actor = await a_resident(work, role=Role.MANAGER)
        await work.commit()
        keep = KeepRule(work, FixedClock(), UTC)
        return actor, [await keep(actor, name=name, text="everyone") for name in names]


async def test_rules_written_at_once_make_no_circle(open_work: OpenWork) -> None:
    """Two managers each let one rule rest on the other's: whoever comes second is refused."""
    actor, kept = await a_manager_with_rules(open_work, *(f"r{n}" for n in range(2 * PAIRS)))

    async def rests(rule: StoredRule, on: StoredRule) -> Code | None:
        async with open_work() as work:
            keep = KeepRule(work, FixedClock(), UTC)
            try:
                await keep.change(actor, rule.id, name=rule.name, text=f'in("{on.key}")')
            except RuleFault as fault:
                return fault.code
            return None

    for one, other in zip(kept[::2], kept[1::2], strict=True):
        ends = await asyncio.gather(rests(one, other), rests(other, one))
        assert sorted(ends, key=str) == [None, Code.CYCLE]
    counted = await RecountRules(open_work, FixedClock(), UTC)()
    assert (counted.followed, counted.failed) == (2 * PAIRS, ())


async def test_no_rule_is_dropped_while_another_comes_to_rest_on_it(open_work: OpenWork) -> None:
    """Either it is used, and stays; or it is gone, and cannot be named."""
    actor, kept = await a_manager_with_rules(open_work, *(f"d{n}" for n in range(PAIRS)))

    async def drops(rule: StoredRule) -> bool:
        async with open_work() as work:
            try:
                await DropRule(work, FixedClock())(actor, rule.id)
            except RuleInUse:
                return False
            return True

    async def rests_on(rule: StoredRule) -> bool:
        async with open_work() as work:
            keep = KeepRule(work, FixedClock(), UTC)
            try:
                await keep(actor, name=f"on {rule.name}", text=f'in("{rule.key}")')
            except RuleFault as fault:
                assert fault.code is Code.UNKNOWN_SEGMENT
                return False
            return True

    for rule in kept:
        assert sorted(await asyncio.gather(drops(rule), rests_on(rule))) == [False, True]
    assert (await RecountRules(open_work, FixedClock(), UTC)()).failed == ()


async def test_two_rules_of_one_name_at_once_are_told_apart(open_work: OpenWork) -> None:
    """One is kept, the others hear that the name is taken."""
    actor, _ = await a_manager_with_rules(open_work)

    async def keeps(name: str) -> bool:
        async with open_work() as work:
            try:
                await KeepRule(work, FixedClock(), UTC)(actor, name=name, text="everyone")
            except RuleNameUnfit:
                return False
            return True

    names = ("Tenants", " tenants", "TENANTS", "Tenants")
    assert sorted(await asyncio.gather(*map(keeps, names))) == [False, False, False, True]
