"""Segments by rules: kept, followed, never in a circle, never dropped in silence."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from segmentation.rules.faults import Code, RuleFault
from storage.database import Database
from surveys.answers import Answer, Chosen, Rated, Written
from surveys.questions import ChoiceKey
from tests.fakes import NOON, FixedClock, MemoryDatabase
from tests.makers import a_completed_walk, a_resident, an_open_survey
from use_cases.access import NotAllowed
from use_cases.ports import OpenWork
from use_cases.records import Person, Role
from use_cases.records.rules import Fact
from use_cases.rules.defining import (
    DropRule,
    ExamineRule,
    KeepRule,
    ListRules,
    RuleInUse,
    RuleNameUnfit,
)
from use_cases.rules.projecting import RefreshFacts
from use_cases.rules.recounting import Recounted, RecountRules

KYIV = ZoneInfo("Europe/Kyiv")


@pytest.fixture(params=["memory", "sqlite"])
async def open_work(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[OpenWork]:
    """Units of work over memory and over a database."""
    if request.param == "memory":
        yield MemoryDatabase().open_work
        return
    database = Database(f"sqlite:///{tmp_path / 'rules.db'}")
    await database.migrate()
    yield database.open_work
    await database.close()


async def a_crowd(open_work: OpenWork, people: int = 6) -> Person:
    """A manager, and people who answered: the even ones rent and love quiet."""
    async with open_work() as work:
        olga = await a_resident(work, "Ольга", role=Role.MANAGER)
        survey = await an_open_survey(work, olga)
        for number in range(people):
            person = await a_resident(work, f"P{number}")
            even = number % 2 == 0
            home = Chosen(ChoiceKey("rent" if even else "own"))
            answers: dict[str, Answer] = {
                "yard": Written("Лавочки"),
                "home": home,
                "quiet": Rated(5 if even else 2),
            }
            await a_completed_walk(work, survey, person, answers)
        await work.commit()
    return olga


async def test_what_people_answered_can_be_asked(open_work: OpenWork) -> None:
    """Answers become facts; a rule over them is counted, kept and followed."""
    olga = await a_crowd(open_work, 10)
    clock = FixedClock()
    assert await RefreshFacts(open_work, clock)() == 11, "ten who answered, and the manager"
    async with open_work() as work:
        text = 'answer("yard", "home") = "rent" and answer("yard", "quiet") >= 4'
        examined = await ExamineRule(work, clock, KYIV)(olga, text)
        assert (examined.people.value, examined.examples) == (5, ()), "managers see no names here"
        kept = await KeepRule(work, clock, KYIV)(olga, name=" Тихие  съёмщики ", text=text)
        assert (kept.name, kept.people, kept.fault) == ("Тихие съёмщики", 5, None)
        members = await work.rules.members(kept.id)
        await work.facts.note([Fact(members[0], ("answer", "yard", "home"), "own")], at=NOON)
        await work.commit()
    clock.go_on(timedelta(days=1))
    assert (await RecountRules(open_work, clock, KYIV)()).followed == 1
    async with open_work() as work:
        assert await work.rules.members(kept.id) == members[1:]
        (first, *_) = await work.facts.of(members)
        (stay,) = first.stays
        assert (stay.since, stay.until) == (NOON, NOON + timedelta(days=1)), "an exit is an event"


async def test_facts_follow_their_answers(open_work: OpenWork) -> None:
    """What is no longer so ends; what people told themselves stays."""
    await a_crowd(open_work, 1)
    clock = FixedClock()
    async with open_work() as work:
        (person,) = [p for p in await work.people.get_many(range(20)) if p.name == "P0"]
        stale = [Fact(person.id, ("answer", "gone", "q"), "x"), Fact(person.id, ("stage",), "lead")]
        await work.facts.note(stale, at=NOON)
        await work.commit()
    clock.go_on(timedelta(hours=1))
    await RefreshFacts(open_work, clock)()
    await RefreshFacts(open_work, clock)()
    async with open_work() as work:
        (known,) = await work.facts.of([person.id])
        assert ("answer", "gone", "q") not in known.values
        assert known.values["stage",] == "lead"
        assert known.values["answer", "yard", "quiet"] == 5.0


async def test_no_circles_and_nothing_taken_away_that_others_rest_on(open_work: OpenWork) -> None:
    """a <- b <- c: a cannot rest on c, and b stays while c does."""
    olga = await a_crowd(open_work, 1)
    clock = FixedClock()
    async with open_work() as work:
        keep = KeepRule(work, clock, KYIV)
        a = await keep(olga, name="a", text="everyone")
        b = await keep(olga, name="b", text='not in("a")')
        await keep(olga, name="c", text='in("b")')
        for text in ('in("a")', 'in("b")', 'everyone and not in("c")'):
            with pytest.raises(RuleFault) as caught:
                await keep.change(olga, a.id, name="a", text=text)
            assert caught.value.code is Code.CYCLE
        with pytest.raises(RuleInUse) as used:
            await DropRule(work, clock)(olga, b.id)
        assert used.value.names == ("c",)
        with pytest.raises(RuleNameUnfit):
            await keep(olga, name=" A ", text="everyone")
        with pytest.raises(RuleFault) as unknown:
            await keep(olga, name="d", text='in("nowhere")')
        assert unknown.value.code is Code.UNKNOWN_SEGMENT


async def test_a_range_from_the_greater_to_the_smaller_end_is_refused(open_work: OpenWork) -> None:
    """Nobody lies there: whoever wrote it meant the other way round. Both ends alike are fine."""
    olga = await a_crowd(open_work, 1)
    clock = FixedClock()
    async with open_work() as work:
        examine, keep = ExamineRule(work, clock, KYIV), KeepRule(work, clock, KYIV)
        kept = await keep(olga, name="fine", text="age between 5 and 5")
        for text in ("everyone and age between 5 and 1", "everyone and age not between 5 and 1"):
            refused = (
                examine(olga, text),
                keep(olga, name="a", text=text),
                keep.change(olga, kept.id, name="a", text=text),
            )
            places = []
            for each in refused:
                with pytest.raises(RuleFault) as caught:
                    await each
                assert caught.value.code is Code.REVERSED
                places.append(caught.value.at)
            assert places[0] == text.index("not between" if "not" in text else "between")


@pytest.mark.parametrize("text", ["added on 0001-01-01", "added on 9999-12-31"])
async def test_days_beyond_the_calendar_are_refused(open_work: OpenWork, text: str) -> None:
    """In Kyiv the first day begins before the calendar does."""
    olga = await a_crowd(open_work, 1)
    async with open_work() as work:
        with pytest.raises(RuleFault) as caught:
            await ExamineRule(work, FixedClock(), KYIV)(olga, text)
        assert caught.value.code is Code.NO_SUCH_DATE


async def test_rules_in_a_circle_are_marked_and_the_rest_is_followed(open_work: OpenWork) -> None:
    """Were there a circle all the same: it says so, can be mended, and stops nobody else."""
    olga = await a_crowd(open_work, 2)
    clock = FixedClock()
    async with open_work() as work:
        keep = KeepRule(work, clock, KYIV)
        one = await keep(olga, name="one", text="everyone")
        two = await keep(olga, name="two", text='in("one")')
        await keep(olga, name="upon", text='in("two")')
        await keep(olga, name="apart", text="everyone")
        await work.rules.change(one.id, name="one", text='in("two")')
        await work.commit()
    recount = RecountRules(open_work, clock, KYIV)
    counted = await recount()
    assert (counted.followed, counted.failed) == (2, ("one", "two"))
    async with open_work() as work:
        shown = {
            rule.name: (rule.fault, rule.people) for rule in await ListRules(work, clock)(olga)
        }
        assert shown == {
            "apart": (None, 3), "one": (Code.CYCLE, 3), "two": (Code.CYCLE, 3), "upon": (None, 3),
        }  # fmt: skip
        await KeepRule(work, clock, KYIV).change(olga, one.id, name="one", text="everyone")
    assert await recount() == Recounted(followed=4, failed=())
    async with open_work() as work:
        assert (await work.rules.members(two.id)) == (await work.rules.members(one.id))


async def test_a_rule_whose_segment_is_gone_keeps_its_people_and_says_so(
    open_work: OpenWork,
) -> None:
    """It does not silently mean nobody; and a new segment of that name cannot close a circle."""
    olga = await a_crowd(open_work, 2)
    clock = FixedClock()
    async with open_work() as work:
        keep = KeepRule(work, clock, KYIV)
        below = await keep(olga, name="d", text="everyone")
        upon = await keep(olga, name="e", text='in("d")')
        await work.rules.delete(below.id)
        await work.commit()
    assert (await RecountRules(open_work, clock, KYIV)()).failed == ("e",)
    async with open_work() as work:
        (shown,) = await ListRules(work, clock)(olga)
        assert (shown.fault, shown.people) == (Code.UNKNOWN_SEGMENT, 3)
        assert len(await work.rules.members(upon.id)) == 3
        with pytest.raises(RuleFault) as caught:
            await KeepRule(work, clock, KYIV)(olga, name="d", text='in("e")')
        assert caught.value.code is Code.CYCLE


async def test_a_rule_that_fails_keeps_its_people_and_says_so(open_work: OpenWork) -> None:
    """Somebody's pattern has become too slow: the segment stays as it was, with a mark."""
    olga = await a_crowd(open_work, 1)
    clock = FixedClock()
    async with open_work() as work:
        kept = await KeepRule(work, clock, KYIV)(
            olga, name="slow", text='name matches "(P|PP)+$" or everyone'
        )
        before = await work.rules.members(kept.id)
        (person,) = [p for p in await work.people.get_many(range(20)) if p.name == "P0"]
        await work.people.save(replace(person, name="p" * 60 + "!"))
        await work.commit()
    async with open_work() as work:
        await work.rules.change(kept.id, name="slow", text='name matches "(p|pp)+$" or everyone')
        await work.commit()
    assert (await RecountRules(open_work, clock, KYIV)()).failed == ("slow",)
    async with open_work() as work:
        (shown,) = await ListRules(work, clock)(olga)
        assert shown.fault == Code.BAD_PATTERN
        assert await work.rules.members(kept.id) == before


async def test_only_managers_write_rules(open_work: OpenWork) -> None:
    """A resident is refused."""
    async with open_work() as work:
        vera = await a_resident(work)
        with pytest.raises(NotAllowed):
            await ExamineRule(work, FixedClock(), KYIV)(vera, "everyone")
