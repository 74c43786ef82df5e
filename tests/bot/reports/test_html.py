"""The HTML report: complete, in three languages, self-contained, and silent about few people."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO

import pytest
from markupsafe import escape
from openpyxl import load_workbook

from bot.reports.charts import SEGMENT_COLOURS
from bot.reports.html import write_html
from bot.reports.sentences import Sentences
from bot.reports.xlsx import write_xlsx
from bot.words import Words
from segmentation.run import Verdict
from surveys.text import Text
from tests.bot.drawing.test_pictures import a_run, flows
from tests.bot.reports.makers import NOW, a_report
from tests.use_cases.test_portraits import two_halves
from use_cases.records import DeliveryState
from use_cases.reporting.illustrating import Illustration
from use_cases.reporting.portraying import portray
from use_cases.reporting.profile import share_of
from use_cases.reporting.suppression import alone
from use_cases.reporting.values import MessageReport, ReportData, RuleReport
from use_cases.segments.personas import Persona
from use_cases.segments.usefulness import Usefulness

LANGUAGES = ("ru", "uk", "en")
VOID = {"meta", "link", "img", "br", "hr", "input", "rect", "line"}


class Outline(HTMLParser):
    """The tags of a page, with a check that each is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.pop()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_verdict_makes_a_whole_page(language: str, verdict: Verdict) -> None:
    """Each verdict reads well in each language; no word is missing and no tag left open."""
    page = write_html(a_report(verdict=verdict), language)

    assert not Outline(page).open
    assert f'<html lang="{language}">' in page
    assert "{ $" not in page


def test_the_page_needs_nothing_else() -> None:
    """One file: no script, no address of anything."""
    page = write_html(a_report(), "en")

    assert "<script" not in page
    assert not re.search(r"(?:src|href)=|url\(|@import|https?://", page)


def test_every_picture_is_told_in_words() -> None:
    """Screen readers hear each bar."""
    bars = [attrs for tag, attrs in Outline(write_html(a_report(), "ru")).tags if tag == "svg"]

    assert bars
    assert all(attrs["role"] == "img" and attrs["aria-label"] for attrs in bars)


def test_words_of_people_are_text_and_contacts_hidden() -> None:
    """Tags in an answer are shown, not obeyed; phones and flats are covered."""
    page = write_html(a_report(), "ru")

    assert "&lt;b&gt;уже третий год&lt;/b&gt;" in page
    assert "123-45-67" not in page
    assert "45-й" not in page


def test_simulated_people_are_called_so() -> None:
    """In the title, at the top and at each scheme; never for real people."""
    assert write_html(a_report(), "ru").count("смоделиров") == 4
    assert "смоделиров" not in write_html(a_report(simulated=False), "ru")


def test_no_structure_is_said_in_one_sentence() -> None:
    """Without segments everybody's answers stand alone."""
    page = write_html(a_report(verdict=Verdict.NONE), "ru")

    assert "Ответы не делятся на группы: люди отличаются плавно." in page
    assert 'class="card"' not in page


def test_numbers_follow_the_language() -> None:
    """Plurals, decimal signs and spaces are those of the reader."""
    kinds = [1] * 91 + [2] * 81

    russian = write_html(a_report(kinds, undecided=0), "ru")
    assert "91\u00a0человек" in russian.replace(" человек", "\u00a0человек")
    assert "81 человек" in russian
    assert "18\u00a0400" in russian
    assert "18,400" in write_html(a_report(), "en")


def test_a_segment_keeps_its_colour() -> None:
    """The colour follows the segment's number; eight have colours of their own."""
    assert len(set(SEGMENT_COLOURS)) == 8
    page = write_html(a_report([3] * 80 + [5] * 80), "en")

    assert 'class="stripe s3"' in page
    assert 'class="stripe s5"' in page
    assert 'class="stripe s1"' not in page


def test_a_picture_holds_six_segments_and_the_table_all() -> None:
    """More than six are told in the table, and the page says so."""
    page = write_html(a_report([i % 8 + 1 for i in range(480)]), "en")
    picture = page[page.index("<figure>") : page.index("</figure>")]

    assert "2 more segments are in the table below." in picture
    assert picture.count("<svg") == 7  # Six and the undecided.
    assert page.count('class="stripe') // 2 == 8


def _texts(page: str) -> Iterator[str]:
    """What a reader sees or hears, piece by piece."""
    body = page[page.index("<body>") :]
    yield from re.findall(r'aria-label="([^"]*)"', body)
    yield from re.findall(r">([^<>]+)<", body)


@pytest.mark.parametrize("few", [1, 2, 3, 4])
def test_few_people_show_as_few(few: int) -> None:
    """Undecided people and failed deliveries under five read "<5" in the page."""
    outcome = {DeliveryState.SENT: 60, DeliveryState.UNREACHABLE: few}
    page = write_html(a_report(undecided=few, outcome=outcome), "ru")
    seen = " ".join(_texts(page))

    assert "закрыли бота: &lt;5" in seen
    assert "&lt;5 человек" in seen
    assert not re.search(rf"(?<![\d.,–−+]){few}\s+человек", seen)


def test_the_page_is_the_same_whichever_the_few_deliveries_were() -> None:
    """The other outcome is vague by as much, so no subtraction helps."""
    pages = {
        write_html(
            a_report(outcome={DeliveryState.SENT: 62 - few, DeliveryState.FAILED: few}), "en"
        )
        for few in (1, 2, 3, 4)
    }

    assert len(pages) == 1


@pytest.mark.parametrize("language", ["ru", "uk", "en"])
def test_what_has_no_line_and_what_was_entered_is_said(language: str) -> None:
    """Days and own words are named under the table; entered answers are counted, few as few."""
    plain, words = a_report(), Words(language)
    asked = Text({"en": "When did you move in?"})
    schemes = tuple(replace(scheme, untold=(asked,)) for scheme in plain.schemes)
    page = write_html(replace(plain, schemes=schemes, assisted=alone(3)), language)

    told = words("report-untold", questions="When did you move in?")
    assert page.count(told.removesuffix(".")) == 2
    assert "?." not in page
    assert str(escape(words("report-assisted", shown="<5"))) in page
    assert str(escape(words("report-assisted", shown="<5"))) not in write_html(plain, language)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "as much as 48 answers of equal weight (design effect 1.24)"),
        ("ru", "столько же, сколько 48 ответов с равным весом (эффект дизайна 1,24)"),
        ("uk", "стільки ж, скільки 48 відповідей з рівною вагою (ефект дизайну 1,24)"),
    ],
)
def test_what_weighting_cost_is_said(language: str, said: str) -> None:
    """Beside the numbers; nothing of it where everybody counts the same."""
    weighted = replace(a_report(), design_effect=1.24, effective=48.3)
    assert said in write_html(weighted, language)
    assert said[:18] not in write_html(a_report(), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_what_weighs_is_named(language: str) -> None:
    """Quotas are not spoken of where none are set, nor haste where nobody hurried."""
    shares = {"ru": "доли групп", "uk": "частки груп", "en": "the share that was set"}[language]
    haste = {"ru": "спешке весят", "uk": "поспіхом важать", "en": "urried answers"}[language]
    weighted = replace(a_report(), design_effect=1.24, effective=48.3)
    for by, named in {"quotas": (True, False), "care": (False, True), "both": (True, True)}.items():
        page = write_html(replace(weighted, weighed_by=by), language)
        assert (shares in page, haste in page) == named, by


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_personas_and_pictures(language: str) -> None:
    """Faces, what answers say and do not say, and pictures that tell their figures on a tap."""
    report = a_report()
    scheme = report.schemes[0]
    material = two_halves()
    drawn = Illustration(
        portraits=portray(material),
        personas={1: Persona(name="Zoë <3"), 2: Persona()},
        run=a_run(),
        flows=flows(),
    )
    page = write_html(report, language, {scheme.grounds: drawn})

    assert not Outline(page).open
    assert "<script" not in page
    assert page.count('<svg class="face"') == 2
    assert page.count('<svg class="scene"') == 4
    assert "Zoë &lt;3" in page
    assert str(escape(Words(language)("persona-note"))) in page
    assert page.count('class="hit"') == page.count('class="tip"') > 10
    named = re.findall(r'aria-labelledby="([^"]+)"', page)
    told = re.findall(r'<text id="([^"]+)"><tspan', page)
    assert set(named) <= set(told)
    assert len(named) > 10
    assert len(set(told)) == len(told)


def test_of_a_few_people_the_page_draws_nothing() -> None:
    report = a_report()
    portraits = portray(two_halves(first=4))
    personas = {1: Persona(), 2: Persona()}
    drawn = Illustration(portraits=portraits, personas=personas)
    page = write_html(report, "en", {report.schemes[0].grounds: drawn})

    assert page.count('<svg class="face"') == 1


def a_rule_report(people: int = 40) -> RuleReport:
    size = alone(people)
    return RuleReport(
        id=1, name="The <old>", text="age >= 60 and not age >= 90", people=size,
        share=share_of(size, 120), since=NOW, entered=alone(9), left=alone(2), reach=0.75, floor=30,
        messages=(MessageReport(sent_at=NOW, words="To the <old>", points=5,
                                outcome={DeliveryState.SENT: alone(people)}),),
    )  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_segments_by_rules_have_a_page_of_their_own(language: str) -> None:
    """Size with its interval, the rule in words, who came and went, checks: page and workbook."""
    report = replace(a_report(), rules=(a_rule_report(), replace(a_rule_report(3), id=2)))
    page = write_html(report, language)

    assert not Outline(page).open
    assert "The &lt;old&gt;" in page and "33\xa0%" in page
    words = Words(language)
    assert str(escape(words("report-rules-note"))) in page
    changed = words("report-rule-changed", date=says_date(report, language), entered="9", left="<5")
    assert str(escape(changed)) in page
    assert page.count(words("check-reachable", share="75\xa0%")) == 1
    sheet = load_workbook(BytesIO(write_xlsx(report, language)))[words("sheet-rules")]
    assert [cell.value for cell in sheet[2]][:2] == ["The <old>", 40]
    assert any(cell.value == changed for row in sheet for cell in row)
    assert page.count("To the &lt;old&gt;") == 2
    letters = load_workbook(BytesIO(write_xlsx(report, language)))[words("sheet-messages")]
    told = [[cell.value for cell in row] for row in letters if row[3].value == "To the <old>"]
    assert [[*row[:2], *row[4:6]] for row in told] == [
        [words("sheet-rules"), "The <old>", 5, 40],
        [words("sheet-rules"), "The <old>", 5, "<5"],
    ]


def says_date(report: ReportData, language: str) -> str:
    return Sentences.of(report, language).numbers.date(NOW)


def test_a_third_of_the_people_is_a_third_of_the_bar() -> None:
    """The track is everybody: sizes are drawn to one scale in every report."""
    page = write_html(a_report([1] * 100 + [2] * 200, undecided=0), "en")

    marks = re.findall(r'class="mark s[12]" x="0" y="5" width="([\d.]+)%"', page)
    assert marks[:2] == ["33.3", "66.7"]


def test_a_check_that_few_people_pass_is_passed_so_far() -> None:
    """An exploratory division has no green marks beside its caveat."""
    found = Usefulness(
        decided=0.9, reach=0.9, smallest=alone(40), floor=30, foretold=(), exploratory=True
    )
    report = a_report()
    sure, unsure = (
        write_html(replace(report, schemes=(replace(report.schemes[0], usefulness=each),)), "en")
        for each in (replace(found, exploratory=False), found)
    )

    assert sure.count("✅") == 3 and "🔹" not in sure
    assert unsure.count("🔹") == 3 and "✅" not in unsure
    assert "Checked for now" in unsure


def test_a_page_asks_nothing_of_the_net_and_stays_light() -> None:
    """No script, no link, no font or picture from elsewhere; small enough for an old phone."""
    report = a_report()
    page = write_html(report, "ru")

    assert not re.search(r"<script|<link|url\(|src=|@import", page)
    assert len(page.encode()) < 250_000
