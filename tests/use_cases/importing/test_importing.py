"""Tables are tried dry: every row's fate; brought in once, however often they are sent."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from segmentation.rules.tree import FieldKey
from storage.database import Database
from tests.fakes import NOON, FixedClock, MemoryDatabase
from tests.makers import a_resident
from use_cases.importing.columns import Column, Subject
from use_cases.importing.errands import plan_import, write_import
from use_cases.importing.planning import Fate, ImportPlan, Reason
from use_cases.importing.sheet import looks_like_import, needed, read_sheet
from use_cases.ports import OpenWork, UnitOfWork
from use_cases.records import BoundBy, FlatFacts, Person, Place, Standing
from use_cases.records.rules import Fact

KYIV = ZoneInfo("Europe/Kyiv")


@pytest.fixture(params=["memory", "sqlite"])
async def open_work(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[OpenWork]:
    """Units of work over memory and over a database."""
    if request.param == "memory":
        yield MemoryDatabase().open_work
        return
    database = Database(f"sqlite:///{tmp_path / 'deeds.db'}")
    await database.migrate()
    yield database.open_work
    await database.close()


async def a_house(work: UnitOfWork) -> dict[str, Person]:
    """Vera lives in flat 1 alone; Olga and Petr in flat 2; Anna has not agreed."""
    people = {
        name: await a_resident(work, name, telegram_id=number)
        for number, name in enumerate(("Вера", "Ольга", "Пётр"), 101)
    }
    people["Анна"] = await a_resident(work, "Анна", telegram_id=200, consented=False)
    building = await work.homes.add_building("12А", Place(), at=NOON)
    await work.homes.add_flats(building.id, [FlatFacts(number=n) for n in ("1", "2", "3")])
    flats = {flat.number: flat.id for flat in await work.homes.flats(building.id)}
    for name, flat in (("Вера", "1"), ("Ольга", "2"), ("Пётр", "2")):
        await work.homes.move_in(
            people[name].id, flats[flat], standing=Standing.CONFIRMED, way=BoundBy.CODE, at=NOON
        )
    facts: list[tuple[str, FieldKey, str]] = [
        ("Вера", ("phone",), "380671234567"),
        ("Ольга", ("username",), "olga"),
        ("Пётр", ("field", "external"), "00-77"),
    ]
    await work.facts.note([Fact(people[n].id, key, value) for n, key, value in facts], at=NOON)
    await work.commit()
    return people


async def planned(
    work: UnitOfWork,
    text: str,
    subject: Subject = Subject.PAYMENT,
    mapped: dict[str, Column | None] | None = None,
    name: str = "may",
) -> ImportPlan:
    sheet = read_sheet(text.encode("cp1251"), subject, mapped)
    assert not needed(sheet, subject)
    now = datetime(2026, 11, 1, tzinfo=UTC)
    return await plan_import(work, sheet, subject, name=name, zone=KYIV, now=now)


def fates(plan: ImportPlan) -> list[str]:
    return [each.reason or each.fate for each in plan.fates]


PAYMENTS = """Выгрузка за май
Дата платежа;Telegram;Имя в tg username;Телефон;Лицевой счёт;Дом;Кв;Сумма, грн;Назначение
01.05.2026;101;;;;;;1 250,50;Содержание
02.05.2026;;@Olga;;;;;-50;Возврат
03.05.2026;;;067 123 45 67;;;;10;
04.05.2026;;;;00-77;;;10;
05.05.2026;;;;;дом 12а;1;10;
06.05.2026;;;;;12А;2;10;
07.05.2026;;;;;12А;3;10;
08.05.2026;;;;;12А;99;10;
09.05.2026;200;;;;;;10;
10.05.2026;;;;;;;10;
11.05.2026;101;@olga;;;;;10;
12.05.2026;;@olga;;;12А;2;10;
31.02.2026;101;;;;;;10;
01.06.2026;101;;;;;;1,234;
01.06.2036;101;;;;;;1;
01.05.2026;101;;;;;;1250.5;Содержание
"""


async def test_every_row_has_its_fate_and_the_same_file_counts_once(open_work: OpenWork) -> None:
    """Whom a row means, what is wrong with it; two equal rows are two payments, not four."""
    async with open_work() as work:
        people = await a_house(work)
        plan = await planned(work, PAYMENTS)
        assert fates(plan) == [
            *(Fate.NEW,) * 5,
            *(Reason.SEVERAL, Reason.FLAT_EMPTY, Reason.NO_SUCH_FLAT, Reason.NOT_FOUND),
            *(Reason.NOBODY_NAMED, Reason.CONTRADICTS, Fate.NEW, Reason.DATE_UNREADABLE),
            *(Reason.AMOUNT_UNREADABLE, Reason.DATE_AHEAD, Fate.NEW),
        ]
        assert plan.fates[13].header == "Сумма, грн" and plan.fates[0].row == 3
        assert await write_import(work, plan, FixedClock(), actor_id=None) == 7
    async with open_work() as work:
        (vera,) = await work.facts.of([people["Вера"].id])
        assert sorted(e.amount or 0 for e in vera.events) == [1_000, 1_000, 125_050, 125_050]
        assert vera.events[0].at == datetime(2026, 4, 30, 21, tzinfo=UTC), "midnight in Kyiv"
        again = await planned(work, PAYMENTS)
        assert again.counts[Fate.NEW] == 0 and again.counts[Fate.KNOWN] == 7
        other_layout = "amount,date,telegram,item\n1250.50,2026-05-01,101,Содержание\n"
        assert fates(await planned(work, other_layout)) == [Fate.KNOWN]


async def test_what_is_dated_tomorrow_is_refused(open_work: OpenWork) -> None:
    """By the calendar of the house: it is the first of November in Kyiv, whatever the hour."""
    async with open_work() as work:
        await a_house(work)
        text = "date,telegram,amount\n2026-11-01 23:50,101,5\n2026-11-02,101,5\n"
        plan = await planned(work, text)
        assert fates(plan) == [Fate.NEW, Reason.DATE_AHEAD]


async def test_rows_with_a_number_of_their_own(open_work: OpenWork) -> None:
    """The number makes them one; the same number for something else is no silent loss."""
    async with open_work() as work:
        await a_house(work)
        text = "чек;дата;tg;сумма\nA1;2026-05-01;101;5\nA1;2026-05-02;101;6\nA2;2026-05-01;102;5\n"
        plan = await planned(work, text)
        assert fates(plan) == [Fate.NEW, Reason.SAID_TWICE, Fate.NEW]
        await write_import(work, plan, FixedClock(), actor_id=None)
        changed = "чек;дата;tg;сумма\nA1;2026-05-01;101;7\nA2;2026-05-01;102;5\n"
        assert fates(await planned(work, changed)) == [Reason.NUMBER_TAKEN, Fate.KNOWN]


async def test_one_currency(open_work: OpenWork) -> None:
    """The first file that says it sets it; another one is told, not added up."""
    async with open_work() as work:
        await a_house(work)
        plan = await planned(work, "дата;tg;сумма\n1.5.2026;101;5 грн\n1.5.2026;101;5 $\n")
        assert fates(plan) == [Fate.NEW, Reason.OTHER_CURRENCY] and plan.currency == "UAH"
        await write_import(work, plan, FixedClock(), actor_id=None)
        text = "дата;tg;сумма;валюта\n2.5.2026;101;5;EUR\n2.5.2026;101;5;\n2.5.2026;101;5;клыки\n"
        plan = await planned(work, text)
        assert fates(plan) == [Reason.OTHER_CURRENCY, Fate.NEW, Reason.CURRENCY_UNKNOWN]


async def test_a_column_that_a_manager_names(open_work: OpenWork) -> None:
    """A header that means nothing to us; a guess that is wrong."""
    async with open_work() as work:
        await a_house(work)
        text = "когда;x;tg;сумма долга\n1.5.2026;5;101;700\n"
        mapped: dict[str, Column | None] = {"x": Column.AMOUNT}
        plan = await planned(work, text, mapped=mapped)
        assert plan.fates[0].deed is not None and plan.fates[0].deed.amount == 500
        sheet = read_sheet(text.encode(), Subject.PAYMENT, {"сумма долга": None})
        assert needed(sheet, Subject.PAYMENT) == {Column.AMOUNT}


async def test_visits_need_no_amount(open_work: OpenWork) -> None:
    async with open_work() as work:
        people = await a_house(work)
        plan = await planned(work, "date,phone,category\n2026-05-01 10:00,0671234567,спорт\n",
                             Subject.EVENT)  # fmt: skip
        await write_import(work, plan, FixedClock(), actor_id=None)
        (vera,) = await work.facts.of([people["Вера"].id])
        assert (vera.events[0].kind, vera.events[0].traits) == ("event", {"category": "спорт"})


async def test_what_is_known_of_people(open_work: OpenWork) -> None:
    """Tags are added, values replaced, own fields by their header; nothing new is told."""
    async with open_work() as work:
        people = await a_house(work)
        text = (
            "telegram;теги;стадия;телефон;пол;день рождения;Долг\n"
            "101;vip, сад;lead;050 111 22 33;ж;29.02.1980;12,5\n102;;;123;;;\n103;;;;x;;\n"
        )
        plan = await planned(work, text, Subject.PEOPLE, {"Долг": Column.FIELD})
        assert fates(plan) == [Fate.NEW, Reason.PHONE_UNREADABLE, Reason.GENDER_UNREADABLE]
        await write_import(work, plan, FixedClock(), actor_id=None)
        (vera,) = await work.facts.of([people["Вера"].id])
        assert vera.sets["tags",] == {"vip", "сад"}
        known = {key[-1]: value for key, value in vera.values.items()}
        assert (known["stage"], known["phone"], known["gender"]) == (
            "lead",
            "380501112233",
            "female",
        )
        assert (known["Долг"], known["batch"]) == (12.5, "may")
        more = "telegram;теги\n101;vip\n101;клуб\n"
        plan = await planned(work, more, Subject.PEOPLE)
        assert fates(plan) == [Fate.KNOWN, Fate.NEW]
        await write_import(work, plan, FixedClock(), actor_id=None)
        (vera,) = await work.facts.of([people["Вера"].id])
        assert vera.sets["tags",] == {"vip", "сад", "клуб"}


async def test_a_list_is_what_the_file_says(open_work: OpenWork) -> None:
    """Without any header, too; who is no longer in it leaves it, and no other list."""
    async with open_work() as work:
        people = await a_house(work)
        for name, text in (("сад", "101\n102\n101\n999\n"), ("клуб", "101\n")):
            plan = await planned(work, text, Subject.LIST, name=name)
            await write_import(work, plan, FixedClock(), actor_id=None)
        assert await work.facts.labelled(("lists",), "Сад") == [
            people["Вера"].id, people["Ольга"].id
        ]  # fmt: skip
        plan = await planned(work, "ник\n@olga\n", Subject.LIST, name="сад")
        assert fates(plan) == [Fate.KNOWN] and plan.leaving == {people["Вера"].id}
        assert await write_import(work, plan, FixedClock(), actor_id=None) == 1
        assert await work.facts.labelled(("lists",), "сад") == [people["Ольга"].id]
        assert await work.facts.labelled(("lists",), "клуб") == [people["Вера"].id]


async def test_who_forgets_everything_leaves_no_deeds(open_work: OpenWork) -> None:
    async with open_work() as work:
        people = await a_house(work)
        plan = await planned(work, PAYMENTS)
        await write_import(work, plan, FixedClock(), actor_id=None)
        await work.people.erase(people["Вера"].id)
        externals = [f.deed.external or "" for f in plan.new if f.deed]
        left = await work.facts.known_deeds("file:payment", externals)
        assert {deed.person_id for deed in left.values()} == {
            people["Ольга"].id, people["Пётр"].id
        }  # fmt: skip


def test_what_looks_like_an_import() -> None:
    """Payments and people are told from rosters and surveys."""
    yes = (
        "дата;telegram;сумма\n", "date,phone,item\n", "telegram id;теги\n", "дата;дом;кв;сумма\n",
        "телефон;стадия\n",
    )  # fmt: skip
    no = (
        "дом;подъезд;кв;телефон\n", "дом;кв;лицевой счёт\n", "type,name,label\n", "дом;кв;дата\n",
        "квартира;дата;тип собственности\n", "key: house\ntitle: x\n",
    )  # fmt: skip
    for text in yes:
        assert looks_like_import((text + "1;2;3\n").encode()), text
    for text in no:
        assert not looks_like_import((text + "1;2;3\n").encode()), text
