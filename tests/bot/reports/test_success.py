"""Figures of success in the report: the workbook's numbers are those that pandas comes to."""

import io
from dataclasses import replace
from random import Random

import pandas as pd
import pytest
from openpyxl import load_workbook

from bot.reports.html import write_html
from bot.reports.xlsx import write_xlsx
from segmentation.purchases.figures import MONEY, Costs, Measure, Sums, figures_of
from tests.bot.reports.makers import a_report
from tests.fakes import NOON
from use_cases.reporting.figures import SegmentFigures
from use_cases.reporting.values import ReportData

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")  # Data bars are new to it.


def orders(seed: int) -> pd.DataFrame:
    """Who paid what, of 40 people."""
    random = Random(seed)
    rows = [(random.randrange(40), random.randrange(1, 90_000)) for _ in range(120)]
    return pd.DataFrame(rows, columns=["person", "amount"])


def sums_of(paid: pd.DataFrame) -> Sums:
    each = paid.groupby("person")["amount"].agg(["sum", "count"])
    return Sums(
        members=40, buyers=len(each), orders=len(paid), paid=int(paid["amount"].sum()),
        orders_2=float((each["count"] ** 2).sum()), paid_2=float((each["sum"] ** 2).sum()),
        paid_orders=float((each["sum"] * each["count"]).sum()), value=int(paid["amount"].sum()),
        value_2=float((each["sum"] ** 2).sum()), reached=30, converted=9, rated=20, promoters=12,
        detractors=5,
    )  # fmt: skip


def told(found: SegmentFigures | None) -> ReportData:
    """A report in which the first segment of the first scheme has these figures."""
    report = a_report()
    scheme = report.schemes[0]
    segments = [replace(each, success=None) for each in scheme.segments]
    segments[0] = replace(segments[0], success=found)
    return replace(report, schemes=(replace(scheme, segments=tuple(segments)),))


@pytest.mark.parametrize("seed", range(3))
def test_the_workbook_has_the_values_of_pandas(seed: int) -> None:
    paid = orders(seed)
    figures = figures_of(sums_of(paid), Costs())
    report = told(SegmentFigures(figures=figures, paid_since=NOON, currency="UAH"))
    sheet = load_workbook(io.BytesIO(write_xlsx(report, "en")))["Figures"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    found = {row[2]: row[3:6] for row in rows if row[2] is not None}

    whole = paid.groupby("person")["amount"].sum().reindex(range(40), fill_value=0)
    assert found["Average payment"][0] == pytest.approx(paid["amount"].mean() / 100)
    assert found["Paid so far, a person"][0] == pytest.approx(whole.mean() / 100)
    half = 1.959964 * whole.sem() / 100
    assert found["Paid so far, a person"][2] == pytest.approx(whole.mean() / 100 + half)
    assert found["NPS"][0] == pytest.approx(35.0)
    for measure, figure in figures.items():
        unit = 100 if measure in MONEY else 1
        (value, *_), *rest = (r[3:6] for r in rows if r[2] and r[2] == _name(measure))
        assert value == pytest.approx(figure.value / unit) and not rest


def _name(measure: Measure) -> str:
    from bot.words import Words

    return Words("en")(f"figure-{measure}")


@pytest.mark.parametrize("language", ["ru", "uk", "en"])
def test_the_page_shows_them_or_says_why_not(language: str) -> None:
    figures = figures_of(sums_of(orders(1)), Costs())
    page = write_html(told(SegmentFigures(figures=figures, paid_since=NOON)), language)
    assert page.count('class="success"') == 1
    none = {"ru": "Платежей никто не приносил", "uk": "Платежів ніхто", "en": "No payments were"}
    assert none[language] not in page
    assert none[language] in write_html(told(SegmentFigures()), language)
