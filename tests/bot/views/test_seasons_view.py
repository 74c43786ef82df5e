"""Figures against the same season a year before, where there was nothing at all."""

import pytest

from bot.views.seasons import figures_season_view
from bot.words import Words
from segmentation.following.seasons import Seasonal, compared
from segmentation.purchases.figures import Figure, Measure
from tests.fakes import NOON
from use_cases.records.figures import PlaceKind, SegmentPlace
from use_cases.reporting.seasons import SegmentSeasons


def of(value: float, spread: float = 0.0) -> Figure:
    return Figure(value, value - spread, value + spread, 20)


@pytest.mark.parametrize(
    ("language", "nothing"),
    [
        ("ru", "Ни тогда, ни сейчас не было ничего: "),
        ("uk", "Ні тоді, ні зараз не було нічого: "),
        ("en", "There was nothing then, nor is there now: "),
    ],
)
def test_nothing_against_nothing_is_no_chance(language: str, nothing: str) -> None:
    """Nobody reads that 0 against 0 may be chance; shares of nought have their interval."""
    found = SegmentSeasons(
        at=NOON,
        before=NOON.replace(year=2025),
        size=Seasonal(),
        figures={
            Measure.EARNED: compared(of(0), of(0)),
            Measure.SPENT: compared(of(2, 0.5), of(0)),
            Measure.CHURN: compared(Figure(0, 0, 0.1, 30), Figure(0, 0, 0.2, 30)),
        },
    )

    said = figures_season_view("X", SegmentPlace(PlaceKind.RULE, 1), found, Words(language)).text

    words = Words(language)
    line = next(
        each for each in said.splitlines() if each.startswith(nothing.split(":", maxsplit=1)[0])
    )
    assert words("figure-earned") in line
    assert words("figure-spent") not in line and words("figure-churn") not in line
    assert words("figure-churn") in said
