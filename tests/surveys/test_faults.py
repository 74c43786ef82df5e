"""Every fault of a survey file is found, with its line and what to write instead."""

import re
import time
from pathlib import Path
from textwrap import dedent, indent

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from surveys.faults import WARNINGS, Fault, FaultCode, Faults
from surveys.limits import (
    FILE_BYTES_MAX,
    HINT_CHARS_MAX,
    LONG_TEXT_CHARS_MAX,
    SCALE_END_CHARS_MAX,
)
from surveys.logic import TOLD_MAX
from surveys.questions import Basis, MultipleChoice, NumberQuestion, Survey
from surveys.text import Text
from surveys.xlsform.reader import examine_file
from surveys.yaml.reader import examine_survey, read_survey
from tests.surveys.test_xlsform import CASES, UNOPENED

EXAMPLES = Path(__file__).parents[2] / "examples"

HEAD = "survey: yard\ntitle: Двор\nquestions:\n"
FINE = HEAD + "  - key: likes\n    open: Что нравится?\n"

FILES: list[tuple[FaultCode, int, str, str | None]] = [
    (FaultCode.FILE_TOO_LARGE, 1, "#" * (FILE_BYTES_MAX + 1), None),
    (FaultCode.BROKEN_YAML, 2, 'survey: yard\ntitle: "Двор\n', None),
    (FaultCode.TAB_INDENT, 2, "title:\n\tru: Двор\n", None),
    (FaultCode.COLON_NEEDS_QUOTES, 2, "survey: yard\ntitle: Двор: какой он?\n", None),
    (FaultCode.STRANGE_CHARACTER, 2, "survey: yard\ntitle: Дв\x07ор\n", None),
    (FaultCode.ALIAS_REFUSED, 3, "survey: yard\ntitle: &a Двор\nwelcome: *a\n", None),
    (FaultCode.NESTED_TOO_DEEP, 1, "[" * 100_000, None),
    (FaultCode.EMPTY_FILE, 1, "# nothing yet\n", None),
    (FaultCode.MAPPING_NEEDED, 1, "- survey\n", None),
    (FaultCode.LIST_NEEDED, 3, "survey: yard\ntitle: Двор\nquestions: {open: Что?}\n", None),
    (FaultCode.TEXT_NEEDED, 2, "survey: yard\ntitle:\nquestions: []\n", None),
    (FaultCode.NUMBER_NEEDED, 6, FINE + "points: many\n", None),
    (FaultCode.WHOLE_NUMBER_NEEDED, 6, FINE + "points: 1.5\n", None),
    (FaultCode.NUMBER_OUT_OF_RANGE, 6, FINE + "minutes: 1000\n", None),
    (FaultCode.YES_OR_NO_NEEDED, 6, FINE + "    optional: maybe\n", None),
    (FaultCode.MISSING, 1, "title: Двор\nquestions:\n  - {key: a, open: Что?}\n", None),
    (FaultCode.UNKNOWN_KEY, 6, FINE + "tanks: Спасибо\n", "thanks"),
    (FaultCode.UNKNOWN_KEY, 4, HEAD + "  - {key: a, select_one: Что?}\n", "single"),
    (FaultCode.UNKNOWN_KEY, 4, HEAD + "  - {key: a, opn: Что?}\n", "open"),
    (FaultCode.KEY_OF_ANOTHER_KIND, 6, FINE + "    picks: 1-3\n", None),
    (FaultCode.DUPLICATE_KEY, 6, FINE + "title: Ещё двор\n", None),
    (FaultCode.BAD_KEY, 1, FINE.replace("yard", "My Yard!"), "my_yard"),
    (FaultCode.BAD_KEY, 4, HEAD + f"  - {{key: {'k' * 33}, open: Что?}}\n", "k" * 32),
    (FaultCode.REPEATED_QUESTION, 6, FINE + "  - {key: likes, open: Что ещё?}\n", None),
    (FaultCode.NO_QUESTIONS, 3, HEAD, None),
    (FaultCode.TOO_MANY_QUESTIONS, 3,
     HEAD + "".join(f"  - {{key: q{n}, open: Что?}}\n" for n in range(201)), None),
    (FaultCode.TOO_MANY_CALCULATED, 6,
     FINE + "calculated:\n" + "".join(f"  c{n}: {n}\n" for n in range(501)), None),
    (FaultCode.NO_KIND, 4, HEAD + "  - {key: a}\n", None),
    (FaultCode.TWO_KINDS, 6, FINE + "    scale: Тихо?\n", None),
    (FaultCode.UNKNOWN_BASIS, 6, FINE + "    basis: psychografic\n", "psychographic"),
    (FaultCode.TEXT_EMPTY, 2, FINE.replace("Двор", '{ru: Двор, en: ""}'), None),
    (FaultCode.TEXT_TOO_LONG, 5, FINE.replace("Что", "Что " * 1000), None),
    (FaultCode.BAD_LANGUAGE, 2, FINE.replace("Двор", "{ru: Двор, ua: Двір}"), "uk"),
    (FaultCode.BAD_LANGUAGE, 2, FINE.replace("Двор", "{RU: Двор}"), "ru"),
    (FaultCode.LANGUAGE_MISSING, 5, FINE.replace("Двор", "{ru: Двор, uk: Двір}"), None),
    (FaultCode.REVERSED_ALONE, 6, FINE + "    reversed: yes\n", None),
    (FaultCode.PICTURE_NO_ADDRESS, 6, FINE + "    picture: yard.png\n", None),
]  # fmt: skip

QUESTIONS: list[tuple[FaultCode, str, str | None]] = [
    (FaultCode.ITEMS_BEYOND, "{key: a, maxdiff: Что?, choices: {x: Икс, y: Игрек}}", None),
    (FaultCode.LABELS_UNEQUAL, "{key: a, scale: Что?, to: 3, labels: [Мало, Много]}", None),
    (FaultCode.MISSING, "{key: a, battery: Что?, to: 3}", None),
    (FaultCode.REVERSED_ALONE, "{key: a, battery: А?, rows: {b: {label: Б, reversed: yes}}}", None),
    (FaultCode.UNKNOWN_KEY, "{key: a, battery: Что?, rows: {b: Б}, rws: 3}", "rows"),
    (FaultCode.MISSING, "{key: a, single: Что?}", None),
    (FaultCode.MISSING, "{key: a, multiple: Что?, choices: {x: {exclusive: yes}}}", None),
    (FaultCode.NO_CHOICES, "{key: a, single: Что?, choices: {}}", None),
    (FaultCode.CHOICES_NEED_KEYS, "{key: a, single: Что?, choices: [Лифт, Свет]}", "first: Лифт"),
    (FaultCode.TOO_MANY_CHOICES,
     f"{{key: a, single: Что?, choices: {{{', '.join(f'c{n}: Раз {n}' for n in range(1001))}}}}}",
     None),
    (FaultCode.TOO_MANY_CHOICES,
     f"{{key: a, ranking: Что?, choices: {{{', '.join(f'c{n}: Раз {n}' for n in range(91))}}}}}",
     None),
    (FaultCode.LABEL_TOO_LONG,  f"{{key: a, single: Что?, choices: {{x: {'я' * 65}}}}}", None),
    (FaultCode.REPEATED_LABEL, "{key: a, single: Что?, choices: {x: Лифт, y: лифт}}", None),
    (FaultCode.EXCLUSIVE_IN_SINGLE,
     "{key: a, single: Что?, choices: {x: {label: Лифт, exclusive: yes}}}", None),
    (FaultCode.EXCLUSIVE_EVERYWHERE,
     "{key: a, multiple: Что?, choices: {x: {label: Лифт, exclusive: yes}}}", None),
    (FaultCode.BAD_PICKS, "{key: a, multiple: Что?, choices: {x: А, y: Б}, picks: 2}", "1-2"),
    (FaultCode.BAD_PICKS, "{key: a, multiple: Что?, choices: {x: А, y: Б}, picks: 2-1}", "1-2"),
    (FaultCode.BAD_PICKS, "{key: a, multiple: Что?, choices: {x: А, y: Б}, picks: 0-0}", "1-2"),
    (FaultCode.PICKS_BEYOND_CHOICES,
     "{key: a, multiple: Что?, choices: {x: А, y: Б}, picks: 1-3}", None),
    (FaultCode.BAD_KEY, "{key: a, single: Что?, choices: {Лифт: Лифт}}", None),
    (FaultCode.BOUNDS_REVERSED, "{key: a, scale: Тихо?, from: 5, to: 1}", None),
    (FaultCode.BOUNDS_REVERSED, "{key: a, number: Сколько?, from: 5, to: 1}", None),
    (FaultCode.SCALE_TOO_LONG, "{key: a, scale: Тихо?, from: 0, to: 100}", None),
    (FaultCode.NO_WHOLE_NUMBER, "{key: a, number: Сколько?, from: 1.2, to: 1.8}", None),
]  # fmt: skip

BEFORE = """survey: yard
title: Двор
questions:
  - {key: age, number: Сколько лет?, from: 0, to: 120}
  - {key: needs, multiple: Что нужно?, choices: {lift: Лифт, park: Парковка}}
  - {key: hello, note: Здравствуйте!}
"""

LOGIC: list[tuple[FaultCode, str, str | None]] = [
    (FaultCode.EXPRESSION_BROKEN, "{key: a, open: Что?, relevant: age >= }", None),
    (FaultCode.EXPRESSION_TOO_LONG, f"{{key: a, open: Что?, relevant: {'not ' * 300}age}}", None),
    (FaultCode.UNKNOWN_FUNCTION, "{key: a, open: Что?, relevant: answerd(age)}", "answered"),
    (FaultCode.UNKNOWN_NAME, "{key: a, open: Что?, relevant: agee > 3}", "age"),
    (FaultCode.UNKNOWN_NAME, '{key: a, open: "${nam}, что?"}', None),
    (FaultCode.UNKNOWN_CHOICE, """{key: a, open: Что?, relevant: 'needs has "parking"'}""", "park"),
    (FaultCode.WRONG_TYPE, "{key: a, open: Что?, relevant: age}", None),
    (FaultCode.WRONG_TYPE, "{key: a, open: Что?, relevant: needs > 3}", None),
    (FaultCode.WRONG_TYPE, "{key: a, open: Что?, relevant: age + needs > 3}", None),
    (FaultCode.WRONG_TYPE, "{key: a, open: Что?, relevant: 'today() > age'}", None),
    (FaultCode.NOTHING_TO_ASK, "{key: a, open: Что?, relevant: hello}", None),
    (FaultCode.BAD_DATE,
     """{key: a, open: Что?, relevant: 'today() > date("31.05.2026")'}""", None),
    (FaultCode.BAD_DATE, "{key: a, date: Когда?, from: завтра}", None),
    (FaultCode.ASKED_LATER, "{key: a, open: Что?, relevant: z}\n  - {key: z, yes_no: Да?}", None),
    (FaultCode.ASKED_LATER, '{key: a, open: "${z}"}\n  - {key: z, yes_no: Да?}', None),
    (FaultCode.REFERS_TO_ITSELF, "{key: a, yes_no: Что?, relevant: a}", None),
    (FaultCode.CYCLE, "{key: a, open: Что?}\ncalculated: {x: y + 1, y: x + 1}", None),
    (FaultCode.UNREACHABLE, "{key: a, open: Что?, relevant: age > 10 and age < 10}", None),
    (FaultCode.UNREACHABLE, "{key: a, open: Что?, relevant: age > 120}", None),
    (FaultCode.DEAD_END, "{key: a, number: Что?, to: 5, constraint: a > 7}", None),
    (FaultCode.PIPED_LABEL, '{key: a, single: Что?, choices: {x: "${age}", y: Нет}}', None),
    (FaultCode.MESSAGE_ALONE, "{key: a, open: Что?, constraint_message: Нет}", None),
    (FaultCode.OTHER_TWICE,
     "{key: a, single: Что?, choices: {x: {label: А, other: yes}, y: {label: Б, other: yes}}}",
     None),
    (FaultCode.REPEATED_QUESTION, "{key: a, open: Что?}\ncalculated: {a: age + 1}", None),
    (FaultCode.BAD_PATTERN, "{key: a, open: Что?, constraint: 'regex(a, \"(a+)+\")'}", None),
    (FaultCode.BAD_PATTERN, "{key: a, open: Что?, constraint: 'regex(a, \"[\")'}", None),
    (FaultCode.UNKNOWN_COLUMN,
     "{key: a, single: Что?, choices: {x: А, y: Б}, choice_filter: column(town) == age}", None),
    (FaultCode.NO_CHOICE_EVER,
     """{key: a, single: Что?, choices: {x: А, y: Б}, choice_filter: 'column(name) == "z"'}""",
     None),
    (FaultCode.BAD_DEFAULT, "{key: a, single: Что?, choices: {x: А, y: Б}, default: age}", None),
    (FaultCode.WRONG_TYPE, "{key: a, number: Что?, default: today()}", None),
    (FaultCode.UNKNOWN_NAME,
     "{key: a, block: Дом, relevant: agee > 3, questions: [{key: b, open: Что?}]}", "age"),
    (FaultCode.EMPTY_BLOCK, "{key: a, block: Дом}", None),
    (FaultCode.MISSING, "{block: Дом, questions: [{key: b, open: Что?}]}", None),
    (FaultCode.REPEATED_QUESTION,
     "{key: age, block: Дом, questions: [{key: b, open: Что?}]}", None),
    (FaultCode.LOOP_OVER_NOTHING, "{key: a, loop: Дом, questions: [{key: b, open: Что?}]}", None),
    (FaultCode.LOOP_OVER_TWICE,
     "{key: a, loop: Дом, over: needs, times: 3, questions: [{key: b, open: Что?}]}", None),
    (FaultCode.NO_CHOICES_TO_LOOP,
     "{key: a, loop: Дом, over: age, questions: [{key: b, open: Что?}]}", None),
    (FaultCode.UNKNOWN_NAME,
     "{key: a, loop: Дом, over: needz, questions: [{key: b, open: Что?}]}", "needs"),
    (FaultCode.WRONG_TYPE,
     "{key: a, loop: Дом, times: needs, questions: [{key: b, open: Что?}]}", None),
    (FaultCode.INSIDE_A_LOOP,
     "{key: a, loop: Дом, over: needs, questions: [{key: b, number: Что?}]}\n"
     "calculated: {x: b + 1}", "sum(b)"),
    (FaultCode.IN_ANY_ORDER,
     "{key: a, block: Дом, shuffle: yes, questions: "
     "[{key: b, yes_no: Что?}, {key: c, open: Что?, relevant: b}]}",
     None),
    (FaultCode.LOOP_BASIS,
     "{key: a, loop: Дом, over: needs, questions: [{key: b, number: Что?, basis: needs}]}", None),
    (FaultCode.UNREACHABLE,
     "{key: a, loop: Дом, over: needs, questions: "
     "[{key: b, number: Что?, relevant: age > 120}]}", None),
]  # fmt: skip

LOOPED = """
  - key: a
    loop: Дом
    times: 50
    at_most: 50
    questions:
      - {key: b, loop: Этаж, times: 30, at_most: 30, questions: [{key: c, open: Что?}]}
"""
FILES.append((FaultCode.TOO_MANY_UNFOLDED, 3, HEAD + LOOPED, None))


def with_logic(code: FaultCode, lines: str) -> tuple[int, str]:
    """The line at which the fault is to be found, and the file."""
    in_calculated = "calculated" in lines
    return 8 if in_calculated else 7, f"{BEFORE}  - {lines}\n"


ALL = FILES + [(code, *with_logic(code, lines), better) for code, lines, better in LOGIC]
ALL += [(code, 4, f"{HEAD}  - {line}\n", better) for code, line, better in QUESTIONS]


def noted(text: str) -> tuple[Fault, ...]:
    examination = examine_survey(text)
    return examination.faults + examination.warnings


@pytest.mark.parametrize(("code", "line", "text", "suggestion"), ALL)
def test_a_fault_is_named_with_its_line(
    code: FaultCode, line: int, text: str, suggestion: str | None
) -> None:
    """Each fault has its code, the line where it stands, and a suggestion where one is known."""
    assert (code, line, suggestion) in [(f.code, f.line, f.suggestion) for f in noted(text)]


def test_no_fault_is_left_out_of_the_table() -> None:
    """A code that no file leads to is a code that nobody has tried."""
    of_spreadsheets = {code for code, *_ in CASES} | {code for _, code in UNOPENED}
    of_spreadsheets |= {FaultCode.SHEET_IGNORED, FaultCode.LETTERS_GUESSED}
    assert {code for code, *_ in ALL} | of_spreadsheets == set(FaultCode)


def test_a_survey_in_letters_of_windows_is_read_and_called_a_guess() -> None:
    text = "survey: yard\nlanguage: ru\ntitle: Двор\nquestions:\n  - {key: a, open: Что нового?}\n"
    read = examine_file(text.encode("cp1251"))
    assert read.survey is not None and read.survey.title.in_language("ru") == "Двор"
    assert [each.code for each in read.warnings] == [FaultCode.LETTERS_GUESSED]
    assert not examine_file(text.encode()).warnings


@pytest.mark.parametrize(("code", "line", "text", "suggestion"), ALL)
def test_a_fault_carries_the_facts_that_its_sentence_needs(
    code: FaultCode, line: int, text: str, suggestion: str | None
) -> None:
    """The facts are those listed beside the code, so that a translator can rely on them."""
    facts = next(f.facts for f in noted(text) if f.code == code and f.line == line)
    assert set(facts) == DOCUMENTED[code]


def _documented() -> dict[FaultCode, set[str]]:
    """The facts in brackets under each code of the module."""
    source = (Path(__file__).parents[2] / "surveys" / "faults.py").read_text("utf-8")
    listed = re.findall(r'= "([a-z-]+)"\n    """\(([^)+]*)(?:\+ suggestion)?\)', source)
    return {FaultCode(code): set(re.findall(r"\w+", facts)) for code, facts in listed}


DOCUMENTED = _documented()


def test_all_faults_come_in_one_list() -> None:
    """Nobody has to send a file ten times to hear of ten faults."""
    text = dedent("""\
        survey: Yard
        title: {ru: Двор, ua: Двір}
        point: 50
        questions:
          - key: quiet
            scale: Тихо?
            from: 5
            to: 1
          - key: quiet
            multiple: Что нужно?
            choices:
              lift: Лифт
              light: лифт
            picks: three
        """)
    found = read_survey(text)

    assert isinstance(found, Faults)
    assert [(fault.line, fault.code) for fault in found] == [
        (1, FaultCode.BAD_KEY),
        (2, FaultCode.BAD_LANGUAGE),
        (3, FaultCode.UNKNOWN_KEY),
        (7, FaultCode.BOUNDS_REVERSED),
        (9, FaultCode.REPEATED_QUESTION),
        (13, FaultCode.REPEATED_LABEL),
        (14, FaultCode.BAD_PICKS),
    ]


def test_a_warning_does_not_stop_a_survey() -> None:
    """A text without a translation is shown in the language that there is."""
    text = FINE.replace("Двор", "{ru: Двор, uk: Двір}")
    examination = examine_survey(text)

    assert isinstance(read_survey(text), Survey)
    assert [w.code for w in examination.warnings] == [FaultCode.LANGUAGE_MISSING]
    assert examination.warnings[0].facts["languages"] == "uk"
    assert all(warning.is_warning for warning in examination.warnings)
    assert {w.code for w in examination.warnings} <= WARNINGS


def test_words_that_yaml_takes_for_something_else() -> None:
    """Yes, no, dates and numbers in a text are what the author wrote."""
    choices = "{yes: Yes, no: No, nine: 9:30, half: 0.50, date: 2024-05-01}"
    survey = read_survey(HEAD + f"  - {{key: on, multiple: {{en: On}}, choices: {choices}}}\n")

    assert isinstance(survey, Survey)
    question = survey.questions[0]
    assert isinstance(question, MultipleChoice)
    assert [choice.key for choice in question.choices] == ["yes", "no", "nine", "half", "date"]
    said = [choice.label.in_language("ru") for choice in question.choices]
    assert said == ["Yes", "No", "9:30", "0.50", "2024-05-01"]


def test_a_question_mark_needs_no_quotes() -> None:
    """Between braces, too, where PyYAML by itself would stumble over it."""
    survey = read_survey(HEAD + "  - {key: why, open: {ru: Почему? Отчего?, en: Why?}}\n")

    assert isinstance(survey, Survey)
    assert survey.questions[0].prompt == Text({"ru": "Почему? Отчего?", "en": "Why?"})


def test_a_plain_string_is_in_the_language_of_the_survey() -> None:
    """`language` says which; the survey then speaks that one."""
    survey = read_survey("language: uk\n" + FINE)

    assert isinstance(survey, Survey)
    assert survey.title == Text({"uk": "Двор"})
    assert survey.languages == ("uk",)


def test_what_is_left_out_has_a_sensible_meaning() -> None:
    """Scales go from 1 to 5, any number of picks, whole numbers without bounds, no points."""
    number = read_survey(HEAD + "  - {key: a, number: Сколько?}\n")

    assert isinstance(number, Survey)
    assert (number.points, number.minutes, number.version) == (0, None, 1)
    question = number.questions[0]
    assert isinstance(question, NumberQuestion)
    assert (question.minimum, question.maximum, question.whole) == (None, None, True)


@pytest.mark.parametrize("name", ["house_needs", "shop_customers"])
def test_the_examples_are_ready_to_use(name: str) -> None:
    """Neither faults nor warnings, in all three languages."""
    examination = examine_survey((EXAMPLES / f"{name}.yaml").read_text("utf-8"))

    assert not examination.faults
    assert not examination.warnings
    assert examination.survey is not None
    assert examination.survey.languages == ("ru", "uk", "en")


def test_the_house_survey_measures_each_trait_twice() -> None:
    """Every trait has an item in each direction, so that agreeing with everything shows."""
    survey = read_survey((EXAMPLES / "house_needs.yaml").read_text("utf-8"))

    assert isinstance(survey, Survey)
    directions: dict[str, list[bool]] = {}
    for question in survey.questions:
        if question.construct and question.basis is Basis.PSYCHOGRAPHIC:
            directions.setdefault(question.construct, []).append(question.reversed)
    assert len(directions) == 5
    assert all(sorted(each) == [False, True] for each in directions.values())


def test_the_longest_question_fits_into_one_message() -> None:
    """A prompt, its hint, both ends of a scale and "200 of 200" within Telegram's 4,096 signs."""
    longest = LONG_TEXT_CHARS_MAX + HINT_CHARS_MAX + 2 * SCALE_END_CHARS_MAX

    assert longest + 200 < 4_096


lines = st.sampled_from([*FINE.splitlines(), *(line for _, line, _ in QUESTIONS), "&a *a", "- - -"])
mangled = st.lists(lines | st.text(max_size=12), max_size=8).map("\n".join)


@given(mangled | st.text() | st.text().map(lambda text: HEAD + indent(text, "  - ")))
@example("? [a, b]\n: c\n")
@example("{? {a: b} : c}")
@example("survey: yard\ntitle: [a]\nquestions: [[], null, {key: []}, {key: a, open: []}]\n")
@example(HEAD + "  - {key: a, single: {ru: [a]}, choices: {[x]: y, z: [w], l: {label: {}}}}\n")
@example(HEAD + "  - {key: a, scale: Т, from: [], to: {}, basis: [], construct: {}, low: []}\n")
@example(HEAD + "  - {key: a, multiple: Т, choices: {x: А}, picks: [], optional: {}, hint: ~}\n")
@example("languages: [[], {}]\nlanguage: []\nversion: {}\n")
@example("\ud800")
@example("a: b\n---\nc: d\n")
def test_no_file_breaks_the_reader(text: str) -> None:
    """Whatever is sent as a survey, the answer is a survey or a list of faults."""
    found = read_survey(text)
    assert isinstance(found, Survey) or len(found) > 0


def test_a_file_full_of_faults_is_read_in_no_time() -> None:
    """Nobody reads ten thousand lines of faults; looking for what was meant has an end."""
    line = " and ".join(f"unknown_name_{n} > 1" for n in range(60))
    text = HEAD + "".join(
        f"  - {{key: q{n}, number: Что?, relevant: {line}}}\n" for n in range(150)
    )

    started = time.process_time()
    found = examine_survey(text).faults

    assert 0 < len(found) <= TOLD_MAX
    assert time.process_time() - started < 10
