"""The workbook as openpyxl reads it back."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from bot.reports.xlsx import write_xlsx
from bot.words import Words
from segmentation.run import Verdict
from tests.bot.reports.makers import a_report
from use_cases.records import DeliveryState
from use_cases.reporting.suppression import alone

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")  # Data bars are new to it.


def read_back(content: bytes) -> Any:
    return load_workbook(BytesIO(content))


def cells(book: Any) -> list[Any]:
    return [cell for sheet in book for line in sheet.iter_rows() for cell in line]


@pytest.mark.parametrize("language", ["ru", "uk", "en"])
@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_verdict_makes_a_workbook(language: str, verdict: Verdict) -> None:
    """A sheet for the summary, each scheme, quotes, messages and the method."""
    book = read_back(write_xlsx(a_report(verdict=verdict), language))

    assert len(book.sheetnames) == 6


def test_sheets_are_named_in_the_language() -> None:
    """Russian names for a Russian reader."""
    book = read_back(write_xlsx(a_report(), "ru"))

    assert (book.sheetnames) == [
        "Сводка",
        "Образ жизни",
        "Нужды",
        "Цитаты",
        "Письма и баллы",
        "О числах",
    ]


def test_nothing_is_a_formula() -> None:
    """A quote that begins with "=" is a text."""
    book = read_back(write_xlsx(a_report(), "ru"))
    quotes = [cell for cell in cells(book) if str(cell.value).startswith("=1+1")]

    assert quotes
    assert all(cell.data_type == "s" for cell in quotes)
    assert not any(cell.data_type == "f" for cell in cells(book))


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+7", "-1", "@cmd"])
def test_names_of_managers_are_no_formulas(name: str) -> None:
    """Whatever a segment is called, it is a text."""
    book = read_back(write_xlsx(a_report(names={1: name}), "en"))
    named = [cell for cell in cells(book) if cell.value == name]

    assert named
    assert all(cell.data_type == "s" for cell in named)


def test_shares_are_numbers_with_a_percent_format() -> None:
    """Figures can be reckoned with."""
    sheet = read_back(write_xlsx(a_report(), "en"))["Summary"]
    shares = [c for line in sheet.iter_rows() for c in line if c.number_format == "0%"]

    assert shares
    assert all(0 <= cell.value <= 1 for cell in shares)


def test_vague_figures_say_so_in_their_format() -> None:
    """A share beside a small one stays a number and reads "≈"."""
    sheet = read_back(write_xlsx(a_report(undecided=2), "en"))["Summary"]
    formats = {cell.number_format for line in sheet.iter_rows() for cell in line}

    assert '"≈ "0%' in formats
    assert '"≈ "#,##0' in formats
    assert "<5" in {cell.value for line in sheet.iter_rows() for cell in line}


def test_there_are_native_charts_and_frozen_panes() -> None:
    """Sizes and profile as charts; heads stay in sight."""
    book = read_back(write_xlsx(a_report(), "en"))

    assert [len(book[name]._charts) for name in ("Ways of living", "Needs")] == [2, 2]
    assert book["Quotes"].freeze_panes == "A2"
    assert book["Needs"].freeze_panes == "B1"
    assert book["Needs"].page_setup.orientation == "landscape"


def test_simulated_people_are_called_so() -> None:
    """On the summary, in the notes, and at the foot of each printed page."""
    book = read_back(write_xlsx(a_report(), "en"))

    assert all("simulated" in str(sheet.oddFooter.left.text) for sheet in book)
    said = [cell for cell in cells(book) if "are simulated" in str(cell.value)]
    assert len(said) == 2


def test_the_workbook_is_the_same_whichever_the_few_were() -> None:
    """No cell moves with a count under five."""
    values = []
    for few in (1, 2, 3, 4):
        outcome = {DeliveryState.SENT: 90 - few, DeliveryState.FAILED: few}
        book = read_back(write_xlsx(a_report(outcome=outcome), "en"))
        values.append([(c.coordinate, c.value) for c in cells(book)])

    assert values[0] == values[1] == values[2] == values[3]


def test_entered_answers_are_counted_in_the_summary() -> None:
    """A sentence where there are some, nothing where there are none."""
    said = Words("en")("report-assisted", shown="12")
    plain = a_report()

    marked = read_back(write_xlsx(replace(plain, assisted=alone(12)), "en"))
    assert said in [cell.value for cell in cells(marked)]
    assert said not in [cell.value for cell in cells(read_back(write_xlsx(plain, "en")))]
