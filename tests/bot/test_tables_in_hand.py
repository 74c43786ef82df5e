"""A table that waits for its tap: what else happens meanwhile, and what it was refused for."""

import pytest

from bot.sheet_template import sheet_template
from surveys.xlsform.reader import examine_file
from tests.bot.chat import Neighbour, Town
from use_cases.records import Role


@pytest.fixture
async def manager(town: Town) -> Neighbour:
    return await town.person("Maria", role=Role.MANAGER)


@pytest.fixture
async def vera(town: Town) -> Neighbour:
    return await town.person("Vera")


def payments(vera: Neighbour, *rows: str, number: str = "Номер") -> bytes:
    lines = [f"{number};Дата;Telegram;Сумма"]
    for row in rows:
        its, day, amount = row.split()
        lines.append(f"{its};{day};{vera.telegram_id};{amount}")
    return "\n".join(lines).encode()


@pytest.mark.parametrize("header", ["Номер", "number", "№", "Номер операції", "№ операции"])
async def test_a_number_with_another_amount_is_refused(
    manager: Neighbour, vera: Neighbour, header: str
) -> None:
    await manager.sends("pay.csv", payments(vera, "881 01.02.2026 100", number=header))
    await manager.taps("Payments")
    await manager.taps("Write 1 row")

    await manager.sends("pay.csv", payments(vera, "881 01.02.2026 250", number=header))
    said = await manager.taps("Payments")
    assert "Not taken: 1" in said and "New" not in said


async def test_a_column_that_counts_the_lines_is_no_number(
    manager: Neighbour, vera: Neighbour
) -> None:
    """February's file begins at 1 again: that is no reason to refuse it."""
    for month in ("01", "02"):
        rows = (f"1 01.{month}.2026 100", f"2 02.{month}.2026 100")
        await manager.sends("pay.csv", payments(vera, *rows, number="№"))
        assert "New: 2" in await manager.taps("Payments")
        await manager.taps("Write 2 rows")


async def test_nothing_paid_is_no_payment_and_all_bad_rows_are_accounted_for(
    manager: Neighbour, vera: Neighbour
) -> None:
    """Six rows are shown, the seventh is counted; the lines stand close together."""
    rows = [f"{number} 01.02.2026 0" for number in range(21, 28)]
    await manager.sends("pay.csv", payments(vera, *rows))
    said = await manager.taps("Payments")

    assert "the amount is 0" in said and "and 1 more row" in said
    assert "\n\nRow 3" not in manager.last.text


async def test_a_look_at_something_else_does_not_drop_the_table(
    manager: Neighbour, vera: Neighbour
) -> None:
    await manager.sends("pay.csv", payments(vera, "881 01.02.2026 100"))
    await manager.taps("Payments")
    await manager.says("/help")

    assert "1 row written" in await manager.taps("Write 1 row")
    assert "send the file again" in await manager.presses("table:w:0")


async def test_a_table_says_that_it_was_put_aside(manager: Neighbour, vera: Neighbour) -> None:
    """/import waits for the next file: the one in hand is gone, and that is said."""
    await manager.sends("pay.csv", payments(vera, "881 01.02.2026 100"))
    await manager.taps("Payments")

    assert "The table is put aside" in await manager.says("/import")


async def test_a_file_does_not_swallow_what_is_being_written(
    manager: Neighbour, vera: Neighbour
) -> None:
    """She was asked for a rule when she sent the payments: the rule is still awaited."""
    await manager.says("/rules")
    await manager.taps("New rule")
    said = await manager.sends("pay.csv", payments(vera, "881 01.02.2026 100"))

    assert "you are writing something else" in said
    assert "fewer than 5 people" in await manager.says('language = "en"')


@pytest.mark.parametrize("language", ["ru", "uk", "en"])
def test_the_template_sent_back_untouched_earns_no_word(language: str) -> None:
    examined = examine_file(sheet_template(language))

    assert examined.survey is not None and not examined.warnings
    assert set(examined.survey.title.languages) == {"ru", "uk", "en"}
