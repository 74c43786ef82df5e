"""Mapping files: what they say, and what is told of one that cannot be followed."""

from pathlib import Path

import pytest

from rehearsal.demo import load_survey
from rehearsal.mapping import MappingFault, TableMapping, read_mapping
from surveys.questions import Survey
from surveys.yaml.reader import read_survey

EXAMPLES = Path(__file__).parents[2] / "examples" / "replay"

TOWN = """
survey: town
language: en
title: Life in town
questions:
  - key: happy
    scale: How happy are you?
    from: 1
    to: 5
    optional: yes
  - key: home
    single: Do you rent or own?
    choices: {rents: Rent, owns: Own}
    optional: yes
"""


def a_survey(text: str = TOWN) -> Survey:
    survey = read_survey(text)
    assert isinstance(survey, Survey)
    return survey


def written(folder: Path, text: str) -> TableMapping:
    file = folder / "town.mapping.yaml"
    file.write_text("survey: town.yaml\n" + text)
    return read_mapping(file)


def test_a_mapping_is_read_with_what_holds_for_every_column(tmp_path: Path) -> None:
    mapping = written(
        tmp_path,
        """
where: {Year: [2011, 2013]}
rows: 10
refused: [R, 99]
missing: ["", NA]
questions:
  happy: {column: [happy_2011, happy_2013], scale: 1-10, rescale: yes, refused: [x]}
  home: tenure
""",
    )
    assert mapping.survey == tmp_path / "town.yaml"
    assert mapping.where == {"Year": frozenset({"2011", "2013"})}
    happy = mapping.questions["happy"]
    assert happy.columns == ("happy_2011", "happy_2013")
    assert (happy.scale, happy.rescale) == ((1, 10), True)
    assert happy.refused == {"R", "99", "x"}
    assert mapping.questions["home"].columns == ("tenure",)
    assert mapping.questions["home"].missing == {"", "NA"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("questions: {happy: {colum: a}}", "'colum' is none of column"),
        ("questions: {happy: {scale: 1-5}}", "happy names no column"),
        ("questions: {happy: {column: a, scale: five}}", "written like 1-5"),
        ("question: {}", "'question' is none of"),
        ("rows: 5", "says nothing of 'questions'"),
        ("questions: [", "cannot be read"),
    ],
)
def test_a_fault_in_the_file_is_told_in_a_sentence(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(MappingFault, match=said):
        written(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("questions: {sad: a}", "no question 'sad'"),
        ("questions: {happy: b}", "no column 'b'"),
        ("where: {Year: [1]}\nquestions: {happy: a}", "no column 'Year'"),
        ("questions: {home: {column: a, values: {Rent: leases}}}", "no choice 'leases'"),
        ("questions: {happy: {column: a, scale: 1-10}}", "say `rescale: yes`"),
    ],
)
def test_a_mapping_that_does_not_fit_survey_and_table_is_told_of(
    tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises(MappingFault, match=said):
        written(tmp_path, text).check(a_survey(), ["a"])


def test_questions_that_may_not_be_skipped_cannot_be_replayed(tmp_path: Path) -> None:
    strict = a_survey(TOWN.replace("    optional: yes\n", "", 1))
    with pytest.raises(MappingFault, match="happy must be optional"):
        written(tmp_path, "questions: {happy: a}").check(strict, ["a"])


@pytest.mark.parametrize("name", ["somerville", "young_people"])
def test_the_examples_fit_their_surveys(name: str) -> None:
    mapping = read_mapping(EXAMPLES / f"{name}.mapping.yaml")
    header = [column for each in mapping.questions.values() for column in each.columns]
    header += [*mapping.where, *([mapping.id] if mapping.id else [])]
    survey = load_survey(mapping.survey)
    mapping.check(survey, header)
    assert {str(question.key) for question in survey.questions} == set(mapping.questions)
