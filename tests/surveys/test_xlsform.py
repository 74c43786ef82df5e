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
from surveys.offering import offered
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
    choices_of,
)
from surveys.xlsform.reader import examine_file
from surveys.xlsform.sheets import is_workbook
from surveys.yaml.reader import examine_survey
from surveys.yaml.writer import write_survey
from tests.surveys.forms import FORMS
from tests.surveys.old_workbooks import as_xls
from tests.surveys.spreadsheets import Sheets, as_csv, as_tables, as_xlsx
from use_cases.authoring.rehearsing import rehearse

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
    """Names become keys, choices too; a group with a label becomes a block."""
    text = write_survey(read(as_xlsx(FORM)))

    assert 'relevant: car == "1" or answered(young)' in text
    assert 'relevant: needs has "lift" and not needs has "park"' in text
    assert "constraint: count(needs) <= 2" in text
    assert 'young: if(age < 30, "yes", nothing)' in text
    assert 'constraint: day > date("2026-01-01")' in text
    assert "en: What do you need?" in text and "Что нужно, ${age}?" in text
    assert "block:" in text and "О вас" in text and "About you" in text


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
    (FaultCode.TYPE_REFUSED, "type", "text", {"survey": FINE + "barcode | i | Фото"}),
    (FaultCode.TYPE_REFUSED, "type", "select_one … + choice_filter",
     {"survey": FINE + "cascading_select yn | r | Все"}),
    (FaultCode.LIST_MISSING, "type", "yn",
     {"survey": FINE + "begin loop over ynn | r | Все\ntext | n | Что?\nend loop",
      "choices": CHOICES}),
    (FaultCode.BAD_DATE, "default", None, {"survey": FINE + "date | i | Когда? | | | | 00:00:00"}),
    (FaultCode.XPATH_UNSUPPORTED, "choice_filter", None,
     {"survey": FINE + "select_one yn | i | Что? | | | label::Русский != ''", "choices": CHOICES}),
    (FaultCode.UNKNOWN_COLUMN, "choice_filter", "'home'",
     {"survey": FINE + "select_one yn | i | Что? | | | place=home",
      "choices": "list_name | name | label | place\nyn | 1 | Да | home\nyn | 2 | Нет | work"}),
    (FaultCode.TIMES_CAPPED, "repeat_count", None,
     {"survey": FINE + "begin_repeat | r | Все\ntext | n | Что?\nend repeat"}),
    (FaultCode.TYPE_UNKNOWN, "type", "integer", {"survey": FINE + "intgr | i | Число"}),
    (FaultCode.LIST_MISSING, "type", None, {"survey": FINE + "select_one l | i | Что?"}),
    (FaultCode.LIST_MISSING, "type", "yn",
     {"survey": FINE + "select_one ynn | i | Что?", "choices": CHOICES}),
    (FaultCode.GROUP_OPEN, "type", None, {"survey": FINE + "begin group | g | Группа"}),
    (FaultCode.GROUP_OPEN, "type", None, {"survey": FINE + "end group"}),
    (FaultCode.XPATH_UNSUPPORTED, "relevant", None,
     {"survey": FINE + "text | i | Что? | /data/age > 3"}),
    (FaultCode.BAD_PATTERN, "constraint", None,
     {"survey": FINE + "text | i | Что? | | regex(., '([a-z]+)+')"}),
    (FaultCode.XPATH_UNSUPPORTED, "relevant", "format-date()",
     {"survey": FINE + "text | i | Что? | format-date-time(now(), '%H') = '3'"}),
    (FaultCode.COLUMN_REFUSED, "choice_filter", None,
     {"survey": FINE + "text | i | Что? | | | a=1"}),
    (FaultCode.UNKNOWN_COLUMN, "choice_filter", None,
     {"survey": FINE + "select_one yn | i | Что? | | | a=1", "choices": CHOICES}),
    (FaultCode.FILTER_WITH_OTHER, "choice_filter", None,
     {"survey": FINE + "select_one yn or_other | i | Что? | | | name!=1", "choices": CHOICES}),
    (FaultCode.SEED_IGNORED, "parameters", None,
     {"survey": FINE + "select_one yn | i | Что? | | | | | randomize=true, seed=${age}",
      "choices": CHOICES}),
    (FaultCode.COLUMN_IGNORED, "trigger", None,
     {"survey": FINE.replace("default", "trigger") + "text | i | Что? | | | | ${age}"}),
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


def test_sheets_of_other_programs_are_told_of() -> None:
    """What Kobo keeps there does nothing in a chat."""
    found = noted(as_xlsx({"survey": FINE, "entities": "dataset | label\ntrees | age"}))

    assert (FaultCode.SHEET_IGNORED, "entities", 2) in [(f.code, f.sheet, f.line) for f in found]


def test_what_is_wrong_is_told_in_one_list() -> None:
    """A row that no chat can ask hides no misspelt name elsewhere; its own name is none."""
    table = (
        "type | name | label | relevant\ninteger | age | Сколько лет?\ntext | park | Парк?\n"
        "text | b | Почему ${prak}? | ${agge} > 3\nbarcode | code | Код\n"
        "text | c | Что? | ${code} = 1 and ${prak} = 'x'\ntext | d | Что? | ${e} = 'x'\n"
        "text | e | Ещё?"
    )
    found = examine_file(as_xlsx({"survey": table})).faults

    assert [(f.code, f.line, f.suggestion) for f in found] == [
        (FaultCode.UNKNOWN_NAME, 4, "park"),
        (FaultCode.UNKNOWN_NAME, 4, "age"),
        (FaultCode.TYPE_REFUSED, 5, "text"),
        (FaultCode.UNKNOWN_NAME, 6, "park"),
        (FaultCode.ASKED_LATER, 7, None),
    ]


def test_a_sheet_that_is_not_there_is_not_named() -> None:
    """Without settings the name of the form is nobody's fault."""
    table = "type,name,label::Русский (ru),label::English (en)\ntext,a,Что?,What?\n"

    examined = examine_file(table.encode())

    assert examined.survey is not None
    assert examined.warnings == ()
    wrong = examine_file(b"type,name,label\nhidden,a,A\n").faults
    assert {(fault.code, fault.sheet) for fault in wrong} == {(FaultCode.NO_QUESTIONS, "survey")}


@pytest.mark.parametrize("save", [as_xlsx, as_csv, as_xls])
def test_a_column_that_stands_twice(save: Callable[[Sheets], bytes]) -> None:
    found = examine_file(save({"survey": "type | name | label | label\ntext | a | A | B"})).faults

    assert [(fault.code, fault.header) for fault in found] == [(FaultCode.HEADER_TWICE, "label")]


@pytest.mark.parametrize(
    "table",
    ["Вопрос;Тип;Варианты\nЧто нужно?;один;лифт, двор\nПочему?;текст;\n",
     "name_key,name\nmango,Mango\norange,Orange\n", "Вопрос\tТип\nЧто?\tтекст\n"],
)  # fmt: skip
def test_a_table_of_another_kind_is_told_which_columns_it_needs(table: str) -> None:
    """Advice about indents helps nobody who sent a table."""
    (fault,) = examine_file(table.encode()).faults

    assert (fault.code, fault.suggestion) == (FaultCode.TABLE_HEADERS, "type,name,label")


def test_whatever_it_is_saved_as_is_read() -> None:
    """A workbook of 1997 too; whatever it is called: only its content is ever looked at."""
    table = {"survey": "type | name | label\ntext | a | Что?\ninteger | b | 7"}

    assert read(as_xls(table)) == read(as_xlsx(table)) == read(as_csv(table))


def test_a_loop_over_a_list_asks_about_each_choice() -> None:
    """The heading and %(label)s are the choice, in each language; every turn has its own names."""
    survey = read(
        as_xlsx(
            {
                "survey": "type | name | label::Русский (ru) | label::English (en) | constraint\n"
                "begin loop over yn | l\n"
                "integer | all | Сколько «%(label)s»? | How many %(label)s?\n"
                "integer | old | Старых? | Old? | . <= ../all\n"
                "end loop",
                "choices": CHOICES,
            }
        )
    )

    assert [str(question.key) for question in survey.questions] == [
        "all_1", "old_1", "all_2", "old_2",
    ]  # fmt: skip
    assert survey.questions[2].prompt.by_language == {"ru": "Сколько «Нет»?", "en": "How many No?"}
    assert survey.questions[0].section is not None
    assert survey.questions[0].section.by_language == {"ru": "Да", "en": "Yes"}


def test_counties_of_the_same_name_are_told_apart_by_their_state() -> None:
    """Two choices may share name and label where a filter shows one of them."""
    form = FORMS["counties of the same name"]
    survey = read(as_xlsx(form.sheets))

    county, city = survey.questions[1:]
    assert [str(choice.key) for choice in choices_of(county)] == ["king", "king_2", "travis"]

    def cities(state: str, picked: str) -> list[str]:
        given = {"state": state, "county": picked}
        return [str(choice.key) for choice in offered(city, given.get)]

    assert cities("wa", "king") == ["seattle"]
    assert cities("tx", "king_2") == ["guthrie"]
    assert cities("tx", "travis") == ["austin"]


UNOPENED: list[tuple[bytes, FaultCode]] = [
    (b"PK\x03\x04 and no archive", FaultCode.WORKBOOK_BROKEN),
    (b"\xd0\xcf\x11\xe0 and no sheets", FaultCode.WORKBOOK_BROKEN),
    (a_bomb(), FaultCode.WORKBOOK_BROKEN),
    (as_xlsx({"choices": CHOICES}), FaultCode.NO_SURVEY_SHEET),
    (as_xlsx({"survey": "type | type\ntext | a"}), FaultCode.HEADER_TWICE),
    ("Вопрос;Тип\nЧто?;текст\n".encode(), FaultCode.TABLE_HEADERS),
    ("Двор".encode("koi8-r"), FaultCode.NOT_UTF8),
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


@settings(max_examples=25)
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
