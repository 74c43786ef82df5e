"""What headers say, in the words of people who keep such tables."""

import pytest

from use_cases.importing.columns import Column, Subject, understood


@pytest.mark.parametrize(
    "header",
    [
        "For what", "What for", "Paid for", "Purpose of payment", "За что", "За что оплачено",
        "Назначение платежа", "За що", "За що сплачено", "Призначення платежу", "На что",
    ],
)  # fmt: skip
def test_what_it_was_for_is_neither_the_sum_nor_a_number(header: str) -> None:
    assert understood(header, Subject.PAYMENT) is Column.ITEM


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("How much", Column.AMOUNT),
        ("Сколько", Column.AMOUNT),
        ("Скільки", Column.AMOUNT),
        ("Номер платежа", Column.NUMBER),
        ("Дата оплаты", Column.DATE),
        ("Сумма платежа", Column.AMOUNT),
    ],
)
def test_other_headers_of_payments(header: str, column: Column) -> None:
    assert understood(header, Subject.PAYMENT) is column


def test_facts_about_people_have_no_purpose() -> None:
    assert understood("For what", Subject.PEOPLE) is None
