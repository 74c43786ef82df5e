"""A comma before three digits is told apart from decimals, or refused; never silently misread."""

import pytest

from segmentation.sheets.separators import unclear


@pytest.mark.parametrize(
    ("cells", "misread"),
    [
        (["1,000", "950"], True),
        (["1,000", "2,5"], False),
        (["0,125", "1,000"], False),
        (["1,234.50", "12"], True),
        (["1.234,5", "12"], True),
        (["1,234,567"], True),
        (["1.234.567"], True),
        (["1.000", "2.5"], False),
        (["1000", "2.5", ""], False),
        (["1,000 lifts", "a, b"], False),
    ],
)
def test_commas_that_may_part_thousands(cells: list[str], misread: bool) -> None:
    assert unclear(cells) is misread
