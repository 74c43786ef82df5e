"""/import in the chat: a table tried dry, its columns corrected by taps, brought in by a tap."""

import io

import pytest
from openpyxl import Workbook, load_workbook

from tests.bot.chat import Neighbour, Town
from use_cases.records import Role


@pytest.fixture
async def manager(town: Town) -> Neighbour:
    return await town.person("Maria", role=Role.MANAGER)


async def test_payments_are_tried_dry_and_brought_in_by_a_tap(
    town: Town, manager: Neighbour
) -> None:
    """A file that looks like one needs no command; twice the same file counts once."""
    vera = await town.person("Vera")
    text = (
        f"Дата;Telegram;Сумма, грн;Заметка\n01.02.2026;{vera.telegram_id};1 250,50;да\n"
        f"31.02.2026;{vera.telegram_id};5;\n01.02.2026;5;5;\n"
    )
    assert "What are the rows of “pay”?" in await manager.sends("pay.csv", text.encode("cp1251"))
    said = await manager.taps("Payments")

    assert "3 rows read. Nothing is written yet." in said
    assert "New: 1" in said and "Person unknown: 1" in said and "Not taken: 1" in said
    assert "Row 3: column “Дата”: “31.02.2026” is no date" in said
    assert "“Telegram” → Telegram id" in said and "do not read these columns: Заметка" in said
    sheet = load_workbook(io.BytesIO(manager.files[-1].content)).active
    assert sheet is not None
    assert [cell.value for cell in sheet["E"]] == ["Amount", 1250.5, None, None]

    assert "1 row written" in await manager.taps("Write 1 row")
    async with town.work() as work:
        (known,) = await work.facts.of([(await vera.record()).id])
        (_, actor, act, detail), *_ = await work.audit.recent(1)
    assert [event.amount for event in known.events] == [125_050]
    assert (actor, act) == ((await manager.record()).id, "import.written")
    assert detail == "payment: written 1, known 0"

    await manager.sends("pay.csv", text.encode())
    assert "There is nothing to write." in await manager.taps("Payments")
    rule = 'total("payment") >= 125050 and did("payment", more than 1 days ago)'
    await manager.says("/rules")
    await manager.taps("New rule")
    assert "fewer than 5 people" in await manager.says(rule)


async def test_columns_that_say_something_else(town: Town, manager: Neighbour) -> None:
    """Headers that mean nothing to us are named by taps; a workbook has real dates."""
    vera = await town.person("Vera")
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["A", "B", "C"])
    sheet.append([vera.telegram_id, town.clock.now().replace(tzinfo=None), 12.5])
    out = io.BytesIO()
    book.save(out)

    assert "Send a table" in await manager.says("/import")
    await manager.sends("x.xlsx", out.getvalue())
    said = await manager.taps("Purchases")
    assert "No column says: amount, date, Telegram id." in said
    for header, meaning in (("A — ", "Telegram id"), ("B — ", "date"), ("C — ", "amount")):
        await manager.taps(header)
        said = await manager.taps(meaning)
    assert "New: 1" in said
    await manager.taps("Write 1 row")
    async with town.work() as work:
        (known,) = await work.facts.of([(await vera.record()).id])
    assert [(e.kind, e.at, e.amount) for e in known.events] == [
        ("purchase", town.clock.now(), 1_250)
    ]


async def test_a_list_of_people_is_a_segment_at_once(town: Town, manager: Neighbour) -> None:
    people = [await town.person(f"P{number}") for number in range(6)]
    content = "\n".join(str(each.telegram_id) for each in people).encode()

    await manager.says("/import")
    await manager.sends("test people.csv", content)
    assert "The list is called “test people”" in await manager.taps("A list of people")
    assert "It is a segment now" in await manager.taps("Write 6 rows")
    await manager.says("/rules")
    assert "test people · 6 people" in manager.buttons
    await manager.taps("test people")
    assert 'lists has any ("test people")' in manager.last.text.replace("&quot;", '"')


async def test_left_alone_nothing_is_written(town: Town, manager: Neighbour) -> None:
    vera = await town.person("Vera")
    text = f"дата;telegram;теги\n1.2.2026;{vera.telegram_id};сад\n"
    await manager.sends("x.csv", text.encode())
    await manager.taps("Facts about people")
    write = manager.last.data_of("Write 1 row")
    assert write is not None
    assert "left as it was" in await manager.taps("Leave it")
    assert "waits no more" in await manager.presses(write)
    async with town.work() as work:
        (known,) = await work.facts.of([(await vera.record()).id])
    assert known.sets == {}


async def test_residents_bring_nothing_in(town: Town) -> None:
    vera = await town.person("Vera")
    assert "Only managers" in await vera.says("/import")


async def test_a_header_as_long_as_a_letter_is_asked_about_all_the_same(
    town: Town, manager: Neighbour
) -> None:
    vera = await town.person("Vera")
    text = f"Telegram;{'&' * 5_000};Сумма\n{vera.telegram_id};31.02.2026;5\n"
    await manager.sends("x.csv", text.encode())
    await manager.taps("Payments")
    assert f"What does the column “{'&' * 40}” say?" in await manager.taps("&&&")
    assert f"column “{'&' * 60}”: “31.02.2026” is no date" in await manager.taps("date")


async def test_two_lists_of_nearly_one_name_are_two_segments(
    town: Town, manager: Neighbour
) -> None:
    """Told apart where names are cut; the same list again is the same segment."""
    vera = await town.person("Vera")
    month = "Flats that owe for the heating of the house, {}"
    for name in (month.format("May"), month.format("June"), month.format("June"), "   "):
        await manager.sends(f"{name}.csv", f"Telegram\n{vera.telegram_id}\n".encode())
        await manager.taps("A list of people")
        if "Write" in str(manager.buttons):
            await manager.taps("Write")
    async with town.work() as work:
        rules = {rule.name: rule.text for rule in await work.rules.all()}
    assert rules == {
        "Flats that owe for the heating of the ho": f'lists has any ("{month.format("May")}")',
        "Flats that owe for the heating of the 2": f'lists has any ("{month.format("June")}")',
        "import": 'lists has any ("import")',
    }
