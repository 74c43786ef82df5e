"""Money and moments as people and their spreadsheets write them."""

from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from use_cases.importing.cells import Number
from use_cases.importing.matching import plain_phone, plain_username
from use_cases.importing.people import as_given, own_field, plain_gender
from use_cases.importing.readings import Unclear, read_amount, read_moment

KYIV = ZoneInfo("Europe/Kyiv")


@pytest.mark.parametrize(
    ("cell", "units", "currency"),
    [
        ("1234.50", 123_450, None),
        ("1 234,5", 123_450, None),
        ("1\u00a0234\u202f567,89", 123_456_789, None),
        ("1.234.567,89", 123_456_789, None),
        ("1,234,567.89", 123_456_789, None),
        ("-120", -12_000, None),
        ("−120,00 грн", -12_000, "UAH"),
        ("(99.9)", -9_990, None),
        ("$ 5", 500, "USD"),
        ("12,5 руб.", 1_250, "RUB"),
        ("0", 0, None),
        (Number("12.345"), 1_235, None),
        (Number("0.30000000000000004"), 30, None),
    ],
)
def test_amounts(cell: str, units: int, currency: str | None) -> None:
    assert read_amount(cell) == (units, currency)


@pytest.mark.parametrize(
    "cell", ["1,234", "12.345", "много", "", "1-2", "5 яблок", "1,23,4", "1e5"]
)
def test_an_amount_that_can_be_read_in_two_ways_is_not_guessed(cell: str) -> None:
    with pytest.raises(Unclear):
        read_amount(cell)


@pytest.mark.parametrize("cell", ["9" * 40, Number("1" + "0" * 300), Number("inf"), Number("nan")])
def test_an_account_among_the_amounts_is_no_amount(cell: str) -> None:
    with pytest.raises(Unclear):
        read_amount(cell)


@given(st.integers(-(10**12), 10**12), st.sampled_from([" ", "\u00a0", "'", ""]), st.booleans())
def test_every_way_to_write_an_amount_is_read_back(units: int, space: str, comma: bool) -> None:
    text = f"{Decimal(units) / 100:,.2f}".replace(",", space)
    assert read_amount(text.replace(".", ",") if comma else text) == (units, None)


@pytest.mark.parametrize(
    ("day", "clock", "utc"),
    [
        ("2026-03-01", "", "2026-02-28 22:00"),
        ("2026-03-01 14:05:33", "", "2026-03-01 12:05:33"),
        ("2026-03-01T14:05Z", "", "2026-03-01 14:05"),
        ("01.03.2026", "14:05", "2026-03-01 12:05"),
        ("1.3.26 14:05", "", "2026-03-01 12:05"),
        ("01/03/2026, 14:05:59", "", "2026-03-01 12:05"),
        ("3 мая 2026", "", "2026-05-02 21:00"),
        ("46082", "", "2026-02-28 22:00"),
        ("46082.5", "", "2026-03-01 10:00"),
    ],
)
def test_moments_are_those_of_the_house(day: str, clock: str, utc: str) -> None:
    assert read_moment(day, clock, KYIV) == datetime.fromisoformat(utc).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "day", ["31.02.2026", "02/13/2026", "завтра", "5", "2026-13-01", "1066-01-01"]
)
def test_what_is_no_date_is_not_guessed(day: str) -> None:
    with pytest.raises(Unclear):
        read_moment(day, "", KYIV)


def test_people_are_written_in_many_ways() -> None:
    assert {plain_username(u) for u in ("@Vera", "https://t.me/vera", " vera ")} == {"vera"}
    assert plain_phone("067 123-45-67") == plain_phone("+38 (067) 1234567") == "380671234567"
    assert plain_phone("8 (912) 345-67-89") == plain_phone("+7 912 345 67 89")
    assert plain_phone("кв. 5") is None and plain_phone("12") is None
    assert (plain_gender("Ж"), plain_gender("male"), plain_gender("?")) == ("female", "male", None)
    assert (as_given("12,5"), as_given("007"), as_given("да")) == (12.5, "007", "да")


def test_a_document_in_a_cell_is_a_value_a_path() -> None:
    """Lists count from 0, nothing is nothing; what only looks like a document is a text."""
    cell = '{"plate": {"city": "AA"}, "seats": [2, null], "new": true}'
    assert own_field("Car", cell) == {
        ("nested", "Car", "plate.city"): "AA",
        ("nested", "Car", "seats.0"): 2.0,
        ("nested", "Car", "new"): "yes",
    }
    assert own_field("Car", "{broken") == {("field", "Car"): "{broken"}
    assert len(own_field("Car", '{"a": ' * 2000 + "1" + "}" * 2000)) == 1
