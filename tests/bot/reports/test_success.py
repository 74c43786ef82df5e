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


def everybody_told(seed: int) -> pd.DataFrame:
    """Of 40 people who did what: answered, were satisfied, stayed, were converted, came anew."""
    random = Random(seed)
    columns = ("answered", "satisfied", "stayed", "converted", "newcomer")
    people = pd.DataFrame([{name: random.random() < 0.6 for name in columns} for _ in range(40)])
    people["rating"] = [random.randrange(11) for _ in range(40)]
    people["earned"] = [random.randrange(200) for _ in range(40)]
    people["spent"] = [random.randrange(50) for _ in range(40)]
    return people


def all_sums(paid: pd.DataFrame, people: pd.DataFrame) -> Sums:
    """What the database would add up of them; everybody was invited, reached and judged."""
    return replace(
        sums_of(paid), members_before=32, invited=40, judged=40, bought_before=40, reached=40,
        rated=40, answered=int(people["answered"].sum()), satisfied=int(people["satisfied"].sum()),
        stayed=int(people["stayed"].sum()), converted=int(people["converted"].sum()),
        newcomers=int(people["newcomer"].sum()), gain=90_000,
        promoters=int((people["rating"] >= 9).sum()), detractors=int((people["rating"] <= 6).sum()),
        earned=int(people["earned"].sum()), earned_2=float((people["earned"] ** 2).sum()),
        spent=int(people["spent"].sum()), spent_2=float((people["spent"] ** 2).sum()),
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(3))
def test_every_figure_of_the_workbook_is_that_of_pandas(seed: int) -> None:
    """All of them, each with both ends of its interval where it has one."""
    paid, people = orders(seed), everybody_told(seed)
    figures = figures_of(all_sums(paid, people), Costs(acquisition=50_000, messages=30_000))
    assert set(figures) == set(Measure)
    report = told(SegmentFigures(figures=figures, paid_since=NOON, currency="UAH"))
    sheet = load_workbook(io.BytesIO(write_xlsx(report, "en")))["Figures"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    found = {row[2]: row[3:6] for row in rows if row[2] is not None}

    ranks = people["rating"].map(lambda n: 1 if n >= 9 else -1 if n <= 6 else 0)
    whole = paid.groupby("person")["amount"].sum().reindex(range(40), fill_value=0)
    expected = {
        Measure.ANSWER_RATE: people["answered"].mean(),
        Measure.CONVERSION: people["converted"].mean(),
        Measure.AVERAGE_ORDER: paid["amount"].mean() / 100,
        Measure.RETENTION: people["stayed"].mean(),
        Measure.CHURN: 1 - people["stayed"].mean(),
        Measure.LIFETIME_VALUE: whole.mean() / 100,
        Measure.ACQUISITION_COST: 500 / people["newcomer"].sum(),
        Measure.RETURN_ON_COST: (900 - 300) / 300,
        Measure.NPS: 100 * ranks.mean(),
        Measure.CSAT: people["satisfied"].mean(),
        Measure.GROWTH: 40 / 32 - 1,
        Measure.EARNED: people["earned"].mean(),
        Measure.SPENT: people["spent"].mean(),
    }
    assert {measure: found[_name(measure)][0] for measure in Measure} == pytest.approx(expected)
    for measure, figure in figures.items():
        unit = 100 if measure in MONEY else 1
        ends = [None if end is None else end / unit for end in (figure.low, figure.high)]
        assert found[_name(measure)][1:] == pytest.approx(ends), measure
    earned = 1.959964 * people["earned"].sem()
    assert found[_name(Measure.EARNED)][2] == pytest.approx(people["earned"].mean() + earned)


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
