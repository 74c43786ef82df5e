"""A file of flats: read in whatever shape it comes, every row's fate told, written once."""

import io
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from tests.fakes import NOON, FixedClock, MemoryDatabase
from use_cases.homes.by_hand import Shape
from use_cases.homes.importing import WhichBuilding, plan_roster, write_plan
from use_cases.homes.names import building_key, number_key
from use_cases.homes.planning import Fate, RosterPlan
from use_cases.homes.residing import read_place
from use_cases.homes.roster_file import Unread, UnreadableRoster, looks_like_roster, read_roster
from use_cases.homes.roster_rows import Reason
from use_cases.ports import UnitOfWork
from use_cases.records import FlatFacts, Place

RU = "Дом;Подъезд;Этаж;Квартира;Площадь, кв.м;Доля;ФИО\n"
PLAIN = RU + "12А;1;1;1;61,5;1/4;Иванова\n12А;1;1;2;48;25%;\n"
CLOCK = FixedClock()


def a_workbook(*rows: list[object]) -> bytes:
    """An .xlsx of these rows."""
    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


async def imported(work: UnitOfWork, text: str, *, doubtful: bool = False) -> RosterPlan:
    """The plan of the file, after it was written."""
    plan = await plan_roster(work, read_roster(text.encode()))
    await write_plan(work, plan, CLOCK, actor_id=None, doubtful=doubtful)
    return plan


def fates(plan: RosterPlan) -> list[tuple[str, Fate, Reason | None]]:
    return [(each.flat, each.fate, each.reason) for each in plan.fates]


@pytest.mark.parametrize(
    "content",
    [
        PLAIN.encode(),
        PLAIN.encode("utf-8-sig"),
        PLAIN.encode("utf-16"),
        PLAIN.encode("cp1251"),
        PLAIN.replace(";", "\t").encode(),
        ("Список на 01.03;;;\n\n" + PLAIN).encode("cp1251"),
        b"House,Entrance,Floor,Flat No.,Area,Share\n12A,1,1,1,61.5,0.25\n12A,1,1,2,48,25%",
        "Будинок|Під’їзд|Поверх|Кв|Площа м²|Частка\n12А|1|1|1|61.5|1/4\n12А|1|1|2|48|0,25".encode(),
        a_workbook(
            ["Реестр"], [], ["Адрес дома", "Парадная", "Этаж", "Номер квартиры", "Площадь", "Доля"],
            ["12А", 1, 1, 1, 61.5, "1/4"], ["12А", 1, 1.0, 2, 48, 0.25],
        ),
    ],
)  # fmt: skip
async def test_the_same_roster_in_many_files(content: bytes) -> None:
    """Encodings, separators, titles above, words of three languages: two flats of 12A."""
    async with MemoryDatabase().open_work() as work:
        assert looks_like_roster(content)
        plan = await plan_roster(work, read_roster(content))
        await write_plan(work, plan, CLOCK, actor_id=None, doubtful=False)

        (house,) = await work.homes.buildings()
        first, second = (flat.facts for flat in await work.homes.flats(house.id))
    assert building_key(house.name) == building_key("12A")
    assert first == FlatFacts(number="1", entrance="1", floor=1, area=61.5, share=0.25)
    assert second == FlatFacts(number="2", entrance="1", floor=1, area=48.0, share=0.25)


def test_columns_about_people_are_not_read() -> None:
    table = read_roster(PLAIN.encode())

    assert table.ignored == ("ФИО",)
    assert "Иванова" not in str(table.rows)


async def test_every_row_has_its_fate() -> None:
    rows = (
        "12А;1;3;45;60;;\n"  # as it was
        "12A;2;3;46;;;\n"  # entrance changes
        "12А;1;;47;;;\n"  # new
        "12А;1;3;45;60;;\n"  # said twice
        "12А;1;9;47;;;\n"  # said otherwise
        ";1;3;48;;;\n"  # the building is above
        "Садовая 12;1;3;1;;;\n"
        "Садовоя 12;1;3;1;;;\n"  # like another
        "12А;1;99;49;;;\n"
        "12А;1;3;50;3;;\n"
        "12А;1;под;51;;;\n"
        "12А;1;3;52;много;;\n"
        "12А;1;3;53;;2/0;\n"
        "12А;1;3;;;;\n"
        "12А;1;3;1234567890123;;;\n"
    )
    async with MemoryDatabase().open_work() as work:
        await imported(work, RU + "12А;1;3;45;60;;\n12А;1;3;46;60;;\n12А;1;3;44;;;\n7;;;1;;;\n")
        plan = await plan_roster(work, read_roster((RU + rows).encode()))

    assert fates(plan) == [
        ("45", Fate.UNCHANGED, None),
        ("46", Fate.CHANGED, None),
        ("47", Fate.NEW, None),
        ("45", Fate.UNCHANGED, Reason.SAID_TWICE),
        ("47", Fate.REFUSED, Reason.SAID_OTHERWISE),
        ("48", Fate.DOUBTFUL, Reason.BUILDING_FROM_ABOVE),
        ("1", Fate.NEW, None),
        ("1", Fate.DOUBTFUL, Reason.BUILDING_LIKE),
        ("49", Fate.DOUBTFUL, Reason.FLOOR_ODD),
        ("50", Fate.DOUBTFUL, Reason.AREA_ODD),
        ("51", Fate.REFUSED, Reason.FLOOR_UNREADABLE),
        ("52", Fate.REFUSED, Reason.AREA_UNREADABLE),
        ("53", Fate.REFUSED, Reason.SHARE_UNREADABLE),
        ("", Fate.REFUSED, Reason.NO_FLAT),
        ("1234567890123", Fate.REFUSED, Reason.TOO_LONG),
        ("44", Fate.ABSENT, None),
    ]
    assert plan.fates[1].changes == (("entrance", "1", "2"),)
    assert [plan.fates[i].row for i in (0, 14, 15)] == [2, 16, 0]


async def test_nothing_is_taken_away_and_doubtful_rows_wait_for_a_yes() -> None:
    """Empty cells forget nothing; flats that the file leaves out stay."""
    async with MemoryDatabase().open_work() as work:
        await imported(work, RU + "12А;1;3;45;60;;\n12А;1;3;46;60;;\n")
        await imported(work, "Дом;Кв;Город\n12А;45;Тула\n;47;\n")
        (house,) = await work.homes.buildings()
        assert house.place == Place(city="Тула")
        assert [f.facts.area for f in await work.homes.flats(house.id)] == [60, 60]

        await imported(work, "Дом;Кв\n12А;45\n;47\n", doubtful=True)
        assert [f.number for f in await work.homes.flats(house.id)] == ["45", "46", "47"]


async def test_a_file_of_one_house_needs_no_column_for_it() -> None:
    async with MemoryDatabase().open_work() as work:
        table = read_roster("Подъезд;Квартира\n1;5\n".encode())
        with pytest.raises(WhichBuilding):
            await plan_roster(work, table)
        await work.homes.add_building("12А", Place(), at=NOON)

        assert fates(await plan_roster(work, table)) == [("5", Fate.NEW, None)]
        (fate,) = (await plan_roster(work, table, only="14")).fates
        assert fate.building == "14"


def test_a_number_that_a_spreadsheet_made_a_date_of_is_refused() -> None:
    content = a_workbook(["Дом", "Квартира"], ["12А", date(2026, 5, 4)])

    ((_, cells),) = read_roster(content).rows
    assert "2026" not in str(cells)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\x00\x01\x02", Unread.NO_TABLE),
        (b"PK\x03\x04 broken", Unread.NO_TABLE),
        ("Дом;Улица\n1;2".encode(), Unread.NO_HEADER),
        (b"", Unread.NO_HEADER),
        ("Дом;Квартира\n".encode(), Unread.NO_ROWS),
    ],
)
def test_what_is_no_roster_is_said(content: bytes, why: Unread) -> None:
    with pytest.raises(UnreadableRoster) as fault:
        read_roster(content)
    assert fault.value.why is why


def test_a_survey_is_no_roster() -> None:
    """Told apart by what is in it, whatever the file is called."""
    assert not looks_like_roster(b"type,name,label,flat,house\ntext,a,Flat,,\n")
    assert not looks_like_roster("key: yard\ntitle: Дом, этаж\nhint: кв, дом, этаж\n".encode())
    assert not looks_like_roster(a_workbook(["type", "name", "label"], ["text", "flat", "Flat"]))


NAMES = st.sampled_from(["12А", "12a", "14", "Садовая, 3", "садовая 3", ""])
ROW = st.tuples(NAMES, st.sampled_from(["", "1", "2"]), st.sampled_from(["", "3", "x"]),
                st.sampled_from(["1", "01", "кв 1", "2а", "2A", ""]))  # fmt: skip


@settings(max_examples=60)
@given(st.lists(ROW, min_size=1, max_size=8))
async def test_importing_twice_changes_nothing(rows: list[tuple[str, ...]]) -> None:
    """Whatever the file: the second time nothing is new, and nothing is lost."""
    text = "Дом;Подъезд;Этаж;Кв\n" + "\n".join(";".join(row) for row in rows)
    async with MemoryDatabase().open_work() as work:
        await imported(work, text, doubtful=True)
        before = [await work.homes.flats(h.id) for h in await work.homes.buildings()]
        plan = await imported(work, text, doubtful=True)
        after = [await work.homes.flats(h.id) for h in await work.homes.buildings()]

    assert before == after
    assert not plan.to_write(doubtful=True)


def test_a_shape_numbers_its_flats_from_the_first_entrance_up() -> None:
    flats = Shape(entrances=5, floors=9, a_floor=4).lay_out()

    assert [f.number for f in flats] == [str(n) for n in range(1, 181)]
    assert (flats[0].entrance, flats[0].floor) == ("1", 1)
    assert (flats[36].entrance, flats[36].floor) == ("2", 1)
    assert (flats[-1].entrance, flats[-1].floor) == ("5", 9)


@pytest.mark.parametrize(
    ("one", "other"),
    [("12А", "12 a"), ("д. 12-А", "12а"), ("ул. Садовая, 3", "садовая 3"), ("012", "12")],
)
def test_names_are_compared_as_people_mean_them(one: str, other: str) -> None:
    assert building_key(one) == building_key(other)
    assert building_key("12/1") != building_key("121")
    assert number_key("кв. 045") == number_key("45")


def test_a_place_is_read_from_one_line() -> None:
    assert read_place("Подол, Киев, Киевская область") == Place(
        district="Подол", city="Киев", region="Киевская область"
    )
    assert read_place(" Київ ") == Place(city="Київ")
    assert read_place(" , ") is None
