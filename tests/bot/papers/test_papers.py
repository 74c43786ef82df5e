"""What is printed: the QR code holds the link, the words are there, in every language."""

import io
from pathlib import Path
from typing import Any

import pytest
import segno
from pypdf import PdfReader

from bot.papers.branches import goes_to, numbers_of
from bot.papers.doors import (
    CARD_HEIGHT,
    CARD_WIDTH,
    COLUMNS,
    MARGIN,
    cut_lines,
    door_cards,
)
from bot.papers.orders import DoorCard, Poster
from bot.papers.poster import poster
from bot.papers.questionnaire import questionnaire
from bot.papers.sheet import Sheet
from bot.words import Words
from surveys.maxdiff.asking import PAPER_SEED, sets_of
from surveys.questions import MaxDiff, QuestionKey, Survey
from surveys.text import LANGUAGES
from surveys.xlsform.reader import examine_file

ROOT = Path(__file__).parents[3]
LINK = "https://t.me/tenkeys_test_bot?start=H-CDFG3467"

BRANCHING = b"""
survey: move
language: en
title: Moving
questions:
  - key: moved
    yes_no: Have you moved lately?
  - key: where
    single: Where from?
    choices: {town: This town, other: Elsewhere}
    relevant: moved
  - key: why
    open: Why?
    relevant: moved
  - key: people
    number: How many are you?
  - key: kids
    number: How many children?
    relevant: people > 1
"""


def a_survey() -> Survey:
    examined = examine_file(BRANCHING)
    assert examined.survey is not None, examined.faults
    return examined.survey


def text_of(paper: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages)


def drawn_matrix(content: str) -> list[list[bool]]:
    """The QR code as it stands on the sheet: the dark squares of its drawing."""
    dark: list[tuple[float, float, float]] = []

    class Noting(Sheet):
        def rect(self, x: float, y: float, w: float, *_: Any, **__: Any) -> None:
            dark.append((x, y, w))

    Noting("", "en").qr(content, 10, 20, 40)
    (_, _, side), *runs = dark
    count = len(segno.make_qr(content, error="m").matrix)
    module = side / (count + 8)
    found = [[False] * count for _ in range(count)]
    for x, y, width in runs:
        row, start = round((y - 20) / module) - 4, round((x - 10) / module) - 4
        for column in range(start, start + round(width / module)):
            found[row][column] = True
    return found


@pytest.mark.parametrize("link", [LINK, "https://t.me/a_bot?start=house_needs__poster"])
def test_the_drawn_squares_are_those_of_the_link(link: str) -> None:
    """Module by module, with its quiet zone around."""
    meant = [[bool(cell) for cell in row] for row in segno.make_qr(link, error="m").matrix]

    assert drawn_matrix(link) == meant


def test_door_cards_are_eight_a_page_each_with_its_own_code() -> None:
    cards = [DoorCard("12А", str(n), f"CDFG-34{n:02}", LINK) for n in range(10, 19)]
    paper = door_cards(cards, "ТСЖ «Сад»", "tenkeys_test_bot", "ru")

    pages = [page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages]
    assert [page.count("@tenkeys_test_bot") for page in pages] == [8, 1]

    assert "12А, кв. 10" in pages[0] and "CDFG-3410" in pages[0]
    assert "CDFG-3418" in pages[1]


@pytest.mark.parametrize(("cards", "lines"), [(1, 4), (2, 5), (3, 6), (8, 8)])
def test_lines_to_cut_along_stand_around_cards_alone(cards: int, lines: int) -> None:
    """A place without a card has no lines on its outer sides: nobody cuts out empty paper."""
    drawn: list[tuple[float, float, float, float]] = []

    class Noting(Sheet):
        def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
            drawn.append((x1, y1, x2, y2))

    sheet = Noting("", "en")
    sheet.add_page()
    cut_lines(sheet, cards)

    assert len(drawn) == lines
    deepest = MARGIN * 1.5 + -(-cards // COLUMNS) * CARD_HEIGHT
    assert max(y2 for *_, y2 in drawn) == deepest
    bottom = [line for line in drawn if line[1] == line[3]][-1]
    assert bottom[2] == MARGIN * 1.5 + (2 - cards % 2) * CARD_WIDTH


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_poster_is_one_page_with_very_long_titles_too(language: str) -> None:
    for title in ("", "Двор", "Что нужно нашему дому и двору этой весной " * 3):
        paper = poster(Poster(LINK, "tenkeys_test_bot", "Сад", title, 3), language)

        assert len(PdfReader(io.BytesIO(paper)).pages) == 1
        assert "@tenkeys_test_bot" in text_of(paper)


def test_a_branch_on_paper_says_where_to_go_and_who_answers() -> None:
    survey = a_survey()
    text = text_of(questionnaire(survey, "en", "Garden Street 12"))

    assert "No   → to question 4" in text
    assert "Only if 1 is “Yes”" in text
    assert "Only if 4 is > 1" in text
    assert "move-v1-en" in text and "1 / 1" in text
    numbers, moved = numbers_of(survey), survey.questions[0]
    assert goes_to(survey, moved, "yes", numbers) is None
    assert goes_to(survey, moved, "no", numbers) == 4


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["house_needs.yaml", "shop_customers.yaml"])
def test_every_question_of_our_examples_is_on_paper(name: str, language: str) -> None:
    survey = examine_file((ROOT / "examples" / name).read_bytes()).survey
    assert survey is not None
    text = " ".join(text_of(questionnaire(survey, language)).split())

    for question, number in numbers_of(survey).items():
        asked = survey.question(question)
        assert asked is not None
        assert f"{number}. {asked.prompt.in_language(language)[:20]}" in text


TABLES = b"""
survey: tables
language: en
title: Tables
questions:
  - key: home
    battery: How much is this true of you?
    rows: {quiet: I like silence, help: I help neighbours}
    low: not at all
    high: entirely
  - key: first
    maxdiff: What first?
    choices: {a: Trees, b: Light, c: Benches, d: Bins, e: Bikes, f: Swings}
  - {key: pic, photo: Show the yard}
  - {key: spot, location: Where is it dark?}
  - {key: tel, contact: Your phone?}
"""


def test_tables_on_paper_hold_every_row_and_every_set() -> None:
    """One grid under the stem; the sets are those that whoever enters the sheet is shown."""
    survey = examine_file(TABLES).survey
    assert survey is not None
    text = text_of(questionnaire(survey, "en"))
    question = survey.question(QuestionKey("first"))
    assert isinstance(question, MaxDiff)

    assert text.count("How much is this true of you?") == 1
    assert "1. I like silence" in text and "2. I help neighbours" in text
    sets = sets_of(question, PAPER_SEED)
    labels = {each.key: each.label.in_language("en") for each in question.choices}
    asked = text[text.index("What first?") : text.index("Show the yard")]
    for key, label in labels.items():
        assert asked.count(label) == sum(key in shown for shown in sets)
    for said in ("paper-media", "paper-place", "paper-phone"):
        assert Words("en")(said) in " ".join(text.split())


def test_words_of_a_scale_stand_over_its_boxes_and_a_hint_is_not_said_twice() -> None:
    """A battery with labels has them as heads; a scale of its own has them line by line."""
    examined = examine_file(LABELLED)
    assert examined.survey is not None, examined.faults
    printed = text_of(questionnaire(examined.survey, "en"))
    for words in ("Never", "Sometimes", "Bad", "Good"):
        assert words in printed
    assert "Two at most." in printed and "2 boxes" not in printed


LABELLED = b"""
survey: labelled
language: en
title: Labelled
questions:
  - key: often
    battery: How often do you use it?
    rows: {lift: The lift, roof: The roof}
    labels: [Never, Sometimes, Every day]
  - {key: yard, scale: "How is the yard?", labels: [Bad, Fair, Good]}
  - key: needs
    multiple: "What else?"
    hint: Two at most.
    choices: {a: Trees, b: Light, c: Lift}
    picks: 1-2
"""


def test_scales_of_one_kind_in_a_row_share_one_table() -> None:
    """Fifteen of them fit on one page; one with a hint or other ends stands by itself."""
    lines = [f"  - {{key: q{n}, scale: Row {n}, low: never, high: always}}" for n in range(15)]
    head = "survey: rows\nlanguage: en\ntitle: Rows\nquestions:\n"
    survey = examine_file((head + "\n".join(lines)).encode()).survey
    assert survey is not None
    pages = PdfReader(io.BytesIO(questionnaire(survey, "en"))).pages
    assert len(pages) == 1
    said = pages[0].extract_text()
    assert said.count("always") == 1 and "15. Row 14" in said

    other = "\n  - {key: far, scale: Apart, low: never, high: always, hint: Think of today}"
    survey = examine_file((head + "\n".join(lines) + other).encode()).survey
    assert survey is not None
    assert text_of(questionnaire(survey, "en")).count("always") == 2
