"""Surveys from spreadsheets: what is read, and what is told where it makes no sense in a chat."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys.faults import Fault, FaultCode
from surveys.questions import (
    DateQuestion,
    Gauge,
    MultipleChoice,
    Note,
    NumberQuestion,
    OpenQuestion,
    Ranking,
    Scale,
    SingleChoice,
    Survey,
    TimeQuestion,
)
from surveys.xlsform.reader import examine_file
from surveys.xlsform.sheets import is_workbook
from surveys.yaml_reader import examine_survey
from surveys.yaml_writer import write_survey
from tests.surveys.spreadsheets import Sheets, as_csv, as_tables, as_xlsx
from use_cases.rehearsing import rehearse

FORM = as_tables(Path(__file__).parents[2] / "examples" / "house_form.csv")
CHOICES = """
list_name | name | label::Русский (ru) | label::English (en)
yn | 1 | Да | Yes
yn | 2 | Нет | No
needs | lift | Лифт | Lift
needs | Park | Парковка | Parking
needs | none | Ничего | Nothing
"""


def read(content: bytes) -> Survey:
    examined = examine_file(content)
    assert examined.faults == ()
    assert examined.survey is not None
    return examined.survey


@pytest.mark.parametrize("save", [as_xlsx, as_csv])
def test_a_form_becomes_a_survey(save: Callable[[Sheets], bytes]) -> None:
    """Types, conditions, texts in two languages and columns of our own."""
    survey = read(save(FORM))

    assert (survey.key, survey.points, survey.languages) == ("our_house", 50, ("en", "ru"))
    kinds = {str(question.key): type(question) for question in survey.questions}
    assert kinds == {
        "age": NumberQuestion, "car": SingleChoice, "needs": MultipleChoice, "ease": Scale,
        "stars": Scale, "rec": Scale, "area": NumberQuestion, "order": Ranking,
        "day": DateQuestion, "hour": TimeQuestion, "why": OpenQuestion, "bye": Note,
    }  # fmt: skip
    gauges = [q.gauge for q in survey.questions if isinstance(q, Scale)]
    assert gauges == [Gauge.PLAIN, Gauge.STARS, Gauge.NPS]


def test_conditions_read_as_a_manager_would_write_them() -> None:
    """Names become keys, choices too; the group's label opens its first question."""
    text = write_survey(read(as_xlsx(FORM)))

    assert 'relevant: car == "1" or answered(young)' in text
    assert 'relevant: needs has "lift" and not needs has "park"' in text
    assert "constraint: count(needs) <= 2" in text
    assert 'young: if(age < 30, "yes", nothing)' in text
    assert 'constraint: day > date("2026-01-01")' in text
    assert "en: What do you need?" in text and "Что нужно, ${age}?" in text
    assert "'About you\n" in text


def test_an_imported_form_is_walked_to_its_end() -> None:
    """By simulated people, through the real engine."""
    rehearsal = rehearse(read(as_xlsx(FORM)), people=25, seed=5, today=date(2026, 3, 2))

    assert (rehearsal.completed, rehearsal.stuck, rehearsal.never_reached) == (25, 0, ())


def test_an_imported_form_can_be_written_as_yaml_and_read_again() -> None:
    survey = read(as_csv(FORM))

    assert examine_survey(write_survey(survey)).survey == survey


def test_the_bytes_say_what_a_file_is() -> None:
    """Not its ending: a CSV of the one sheet that Google exports, with semicolons, too."""
    only = "type;name;label\ntext;likes;Что нравится?\n".encode()

    assert is_workbook(as_xlsx(FORM)) and is_workbook(as_csv(FORM)) and is_workbook(only)
    assert not is_workbook("survey: yard\ntitle: Двор\n".encode())
    survey = read(only)
    assert survey.questions[0].prompt.by_language == {"ru": "Что нравится?"}


OLD: Sheets = {
    "survey": """
command | tag | caption::french | caption::english | bind::relevant
add text prompt | who | Nom | Name
q select1 yn | b | Oui? | Yes?
select all that apply from yn or specify other | c | Quoi? | What? | ${b} = "yes"
get today | t
begin group | g | Groupe | Group | ${c} != ""
q date | d | Quand? | When?
end group
""",
    "choices": """
list name | value | caption::french | caption::english
yn | yes | oui | yes
yn | no | non | no
""",
}


@pytest.mark.parametrize("save", [as_xlsx, as_csv])
def test_forms_of_earlier_years_are_read_too(save: Callable[[Sheets], bytes]) -> None:
    """The many names that columns and types had before."""
    survey = read(save(OLD))

    kinds = [OpenQuestion, SingleChoice, MultipleChoice, DateQuestion]
    assert [type(question) for question in survey.questions] == kinds
    assert survey.languages == ("fr", "en")


def test_a_sheet_alone_may_be_called_anything() -> None:
    only = {"Tabelle1": "type | name | label\ntext | a | A\nnote | b | Hi ${a}"}

    assert len(read(as_xlsx(only)).questions) == len(read(as_csv(only)).questions) == 2


HEAD = "type | name | label | relevant | constraint | choice_filter | default | parameters\n"
FINE = HEAD + "integer | age | Сколько лет?\n"

CASES: list[tuple[FaultCode, str, str | None, Sheets]] = [
    (FaultCode.TYPE_REFUSED, "type", "text", {"survey": FINE + "image | i | Фото"}),
    (FaultCode.TYPE_REFUSED, "type", "begin group", {"survey": FINE + "begin_repeat | r | Все"}),
    (FaultCode.TYPE_UNKNOWN, "type", "integer", {"survey": FINE + "intgr | i | Число"}),
    (FaultCode.LIST_MISSING, "type", None, {"survey": FINE + "select_one l | i | Что?"}),
    (FaultCode.LIST_MISSING, "type", "yn",
     {"survey": FINE + "select_one ynn | i | Что?", "choices": CHOICES}),
    (FaultCode.GROUP_OPEN, "type", None, {"survey": FINE + "begin group | g | Группа"}),
    (FaultCode.GROUP_OPEN, "type", None, {"survey": FINE + "end group"}),
    (FaultCode.XPATH_UNSUPPORTED, "relevant", None,
     {"survey": FINE + "text | i | Что? | /data/age > 3"}),
    (FaultCode.XPATH_UNSUPPORTED, "constraint", "string-length(.) < 20",
     {"survey": FINE + "text | i | Что? | | regex(., '[a-z]+')"}),
    (FaultCode.XPATH_UNSUPPORTED, "relevant", "today()",
     {"survey": FINE + "text | i | Что? | now() > 3"}),
    (FaultCode.COLUMN_REFUSED, "choice_filter", "relevant",
     {"survey": FINE + "select_one yn | i | Что? | | | a=1", "choices": CHOICES}),
    (FaultCode.COLUMN_IGNORED, "default", None, {"survey": FINE + "text | i | Что? | | | | так"}),
    (FaultCode.MISSING, "name", None, {"survey": FINE + "text | | Что?"}),
    (FaultCode.UNKNOWN_NAME, "relevant", "age", {"survey": FINE + "text | i | Что? | ${agee} > 3"}),
    (FaultCode.UNREACHABLE, "relevant", None,
     {"survey": FINE + "text | i | Что? | ${age} > 3 and ${age} < 3"}),
    (FaultCode.DEAD_END, "constraint", None,
     {"survey": FINE + "integer | i | Что? | | . > 3 and . < 3"}),
    (FaultCode.REPEATED_QUESTION, "name", None, {"survey": FINE + "text | age | Что?"}),
    (FaultCode.LABEL_TOO_LONG, "name", None,
     {"survey": FINE + "select_one l | i | Что?",
      "choices": f"list_name | name | label\nl | a | {'я' * 65}"}),
]  # fmt: skip


@pytest.mark.parametrize(("code", "header", "suggestion", "sheets"), CASES)
def test_a_fault_names_its_cell(
    code: FaultCode, header: str, suggestion: str | None, sheets: Sheets
) -> None:
    """Sheet, row and column, with what to write instead where that is known."""
    found = noted(as_xlsx(sheets))
    sheet, row = ("choices", 2) if code is FaultCode.LABEL_TOO_LONG else ("survey", 3)

    places = [(f.code, f.sheet, f.line, f.header, f.suggestion) for f in found]
    expected = (code, sheet, row, header, suggestion)
    if code is FaultCode.DEAD_END:  # Not required, so nobody is held up.
        assert expected not in places
        sheets = {"survey": sheets["survey"].replace("default |", "required |").rstrip()}
        rows = sheets["survey"] + " | | yes"
        places = [
            (f.code, f.sheet, f.line, f.header, f.suggestion)
            for f in noted(as_xlsx({"survey": rows}))
        ]
    assert expected in places


def noted(content: bytes) -> tuple[Fault, ...]:
    examined = examine_file(content)
    return examined.faults + examined.warnings


def a_bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 40_000_000)
    return packed.getvalue()


UNOPENED: list[tuple[bytes, FaultCode]] = [
    (b"PK\x03\x04 and no archive", FaultCode.WORKBOOK_BROKEN),
    (b"\xd0\xcf\x11\xe0 and no sheets", FaultCode.WORKBOOK_BROKEN),
    (a_bomb(), FaultCode.WORKBOOK_BROKEN),
    (as_xlsx({"choices": CHOICES}), FaultCode.NO_SURVEY_SHEET),
    ("Двор".encode("cp1251"), FaultCode.NOT_UTF8),
    (b"#" * 300_001, FaultCode.FILE_TOO_LARGE),
    (b'survey\n,type,name\n,"' + b"x" * 200_000, FaultCode.WORKBOOK_BROKEN),
]


@pytest.mark.parametrize(("content", "code"), UNOPENED)
def test_a_file_that_cannot_be_opened(content: bytes, code: FaultCode) -> None:
    assert [fault.code for fault in examine_file(content).faults] == [code]


STRANGE = (
    "", "select_one", "select_one needs", "begin repeat", "end group", "-1", "${Age} +", "${bye}",
    "not(", "today()", "yes", "${needs} > 3", "..", "rank needs", "calculate", "acknowledge",
    "1 div 0",
)  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_no_spreadsheet_breaks_the_reader(data: st.DataObject) -> None:
    """Whatever stands in whatever cell, a survey or a list of faults comes out."""
    lines = FORM["survey"].splitlines()
    cells = [line.split("|") for line in lines]
    for _ in range(data.draw(st.integers(1, 4))):
        row = data.draw(st.integers(1, len(cells) - 1))
        column = data.draw(st.integers(0, len(cells[row]) - 1))
        cells[row][column] = data.draw(st.sampled_from(STRANGE))
    table = "\n".join("|".join(row) for row in cells)

    examined = examine_file(as_csv({**FORM, "survey": table}))

    assert (examined.survey is None) == bool(examined.faults)


@given(
    st.binary(max_size=300)
    | st.text(st.sampled_from(',;"\n\t#: ayst'), max_size=60).map(str.encode)
)
def test_no_bytes_break_the_reader(content: bytes) -> None:
    """Whatever is sent, there is something to say about it."""
    examined = examine_file(content)

    assert (examined.survey is None) == bool(examined.faults)
