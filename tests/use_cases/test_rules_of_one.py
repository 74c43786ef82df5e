"""A manager learns of no single person by rules: not by one that means them, nor by two counts."""

from pathlib import Path

import pytest

from segmentation.rules.faults import Code, RuleFault
from segmentation.rules.parsing import parse
from segmentation.rules.singling import names_given, tells_of_people
from tests.fakes import FixedClock, MemoryDatabase
from tests.makers import a_resident
from tests.use_cases.test_rules import KYIV, a_crowd
from use_cases.ports import OpenWork
from use_cases.records import Person, Role
from use_cases.reporting.suppression import SOME, Count, Kind
from use_cases.rules.defining import Examined, ExamineRule, KeepRule
from use_cases.rules.projecting import RefreshFacts

CLOCK = FixedClock()
QUIET = 'answer("yard", "quiet") = 5'
PADDED = 'name in ("P1", "P2", "P3", "P4", "P5") or name = "P0" and ' + QUIET


@pytest.fixture
def open_work(tmp_path: Path) -> OpenWork:
    return MemoryDatabase().open_work


async def examined(open_work: OpenWork, by: Person, text: str, of: str | None = None) -> Examined:
    async with open_work() as work:
        return await ExamineRule(work, CLOCK, KYIV)(by, text, of=of)


async def kept(open_work: OpenWork, by: Person, name: str, text: str, *, live: bool = True) -> int:
    async with open_work() as work:
        keep = KeepRule(work, CLOCK, KYIV)
        return (await keep(by, name=name, text=text, dynamic=live)).id


async def an_admin(open_work: OpenWork) -> Person:
    async with open_work() as work:
        admin = await a_resident(work, "Тарас", role=Role.ADMIN)
        await work.commit()
        return admin


async def refused(open_work: OpenWork, by: Person, text: str) -> str:
    """What is named as saying who somebody is; the refusal is in the audit."""
    with pytest.raises(RuleFault) as caught:
        await examined(open_work, by, text)
    assert caught.value.code is Code.WHO_AND_WHAT
    with pytest.raises(RuleFault):
        await kept(open_work, by, "Два сразу", text)
    async with open_work() as work:
        acts = [(actor, act, detail) for _, actor, act, detail in await work.audit.recent(2)]
    assert set(acts) == {(by.id, "refused", "rules.examine"), (by.id, "refused", "rules.keep")}
    return caught.value.found


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (PADDED, "name"),
        (f"id = 3 and {QUIET}", "id"),
        (f'not (flat = "7") or {QUIET}', "flat"),
        ('phone is not empty and group("yard/needs") = "2"', "phone"),
        ('username = "p" and total("payment") >= 100', "username"),
        ('email = "p@x" and stopped("visit", 3 months)', "email"),
        ('name = "P0" and in("yard/needs/2")', "name"),
        ('name = "P0" and age >= 35', "name"),
        ('name = "P0" and last_active within 7 days', "name"),
    ],
)
async def test_who_somebody_is_and_what_they_said_are_not_for_a_manager(
    open_work: OpenWork, text: str, named: str
) -> None:
    """Whatever the joints are between the two; an admin is told."""
    olga, taras = await a_crowd(open_work), await an_admin(open_work)
    assert await refused(open_work, olga, text) == named
    assert (await examined(open_work, taras, text)).people.kind in (Kind.EXACT, Kind.FEW)


async def test_an_admin_counts_with_names(open_work: OpenWork) -> None:
    """To the last one."""
    await a_crowd(open_work)
    taras = await an_admin(open_work)
    await RefreshFacts(open_work, CLOCK)()
    assert (await examined(open_work, taras, PADDED)).people == Count(Kind.EXACT, 6)


async def test_where_people_live_goes_with_either(open_work: OpenWork) -> None:
    """Names with houses, answers with houses: neither tells an answer of one person."""
    olga = await a_crowd(open_work)
    for text in ('name = "P0" and entrance = "1" and language = "ru"', f"floor >= 3 and {QUIET}"):
        assert (await examined(open_work, olga, text)).people == SOME


async def test_the_two_do_not_meet_through_other_rules(open_work: OpenWork) -> None:
    """Neither in a new rule, nor by a change below one that is there already."""
    olga, taras = await a_crowd(open_work), await an_admin(open_work)
    who = await kept(open_work, olga, "Кто", 'name = "P0"')
    await kept(open_work, olga, "Что", QUIET)
    await kept(open_work, olga, "Над тем", 'in("Что") and floor >= 3')
    plain = await kept(open_work, olga, "Дом", "floor >= 3")
    await kept(open_work, olga, "Над домом", f'in("Дом") and {QUIET}')

    assert await refused(open_work, olga, f'in("Кто") and {QUIET}') == "name"
    assert await refused(open_work, olga, 'name = "P0" and entered("Над тем", within 7 days)')
    assert await refused(open_work, olga, 'in("Кто") or in("Над тем")') == "name"
    async with open_work() as work:
        change = KeepRule(work, CLOCK, KYIV).change
        with pytest.raises(RuleFault):
            await change(olga, plain, name="Дом", text='name = "P0"')
        assert (await change(olga, who, name="Кто", text='name = "P1"')).text == 'name = "P1"'
        assert (await change(taras, plain, name="Дом", text='name = "P0"')).id == plain
    with pytest.raises(RuleFault):
        await examined(open_work, olga, 'in("Над домом")')


async def test_short_lists_made_by_hand_name_people(open_work: OpenWork) -> None:
    """A kept list of one, an imported list of one; one of five does not."""
    olga = await a_crowd(open_work)
    async with open_work() as work:
        crowd = [p for p in await work.people.get_many(range(20)) if p.id != olga.id]
        on = [(p.id, frozenset({"Совет"} | ({"Один"} if n == 0 else set())))
              for n, p in enumerate(crowd[:5])]  # fmt: skip
        await work.facts.set_labels(("lists",), on)
        await work.commit()
    await kept(open_work, olga, "Первый", 'lists has any ("Один")', live=False)

    assert await refused(open_work, olga, f'in("Первый") and {QUIET}') == "Первый"
    assert await refused(open_work, olga, f'lists has any ("Совет", "Один") and {QUIET}') == "Один"
    assert (await examined(open_work, olga, f'lists has any ("Совет") and {QUIET}')).people == SOME


async def test_nobody_and_a_few_are_one_count_to_a_manager(open_work: OpenWork) -> None:
    """In all and in each part; an admin reads that nobody is meant."""
    olga, taras = await a_crowd(open_work), await an_admin(open_work)
    await RefreshFacts(open_work, CLOCK)()
    none = 'answer("yard", "quiet") = 3 and language = "ru"'
    for text in (none, f'{QUIET} and language = "ru"', QUIET):
        found = await examined(open_work, olga, text)
        assert found.people == SOME
        assert Count(Kind.EXACT, 0) not in found.counts.values()
        assert all(count.kind is Kind.FEW or count.value >= 5 for count in found.counts.values())
    assert (await examined(open_work, taras, none)).people == Count(Kind.EXACT, 0)
    assert (await examined(open_work, taras, QUIET)).people == SOME


def test_fields_stand_on_their_side() -> None:
    """A few of each, so that a new field is put on one knowingly."""
    assert names_given(parse('id in (1, 2) and not flat = "7"')) == {"id", "flat"}
    for text in ('tags has any ("x")', 'building = "3"', 'in("other")', "added within 7 days"):
        assert not tells_of_people(parse(text)), text
    for text in ("churn > 0.5", 'did("visit")', "gender = f", 'days_in("a/b/1") > 3'):
        assert tells_of_people(parse(text)), text
