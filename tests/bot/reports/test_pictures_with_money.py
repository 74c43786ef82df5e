"""What people pay stands in pictures as it was written."""

from bot.reports.result_chart import Bar, Picture, draw

PNG = b"\x89PNG"
SIGNS = "$5{ or $6"


def test_dollars_in_an_option_are_no_formula() -> None:
    picture = Picture(SIGNS, SIGNS, SIGNS, (Bar(SIGNS, "62 %", 0.62, 0.5, 0.7),))
    assert draw(picture).startswith(PNG)
