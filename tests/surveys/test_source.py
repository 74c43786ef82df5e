"""Hidden values: constants, and what the start link says."""

from datetime import date

from surveys.answers import Chosen
from surveys.engine import begin, current_question
from surveys.expressions.parsing import parse
from surveys.expressions.writing import write
from surveys.questions import ChoiceKey, Survey
from surveys.routing import counted_answers
from surveys.values import look_into
from surveys.yaml.reader import read_survey

SURVEY = """
survey: hall
language: en
title: The hall
calculated:
  wave: '"spring"'
  from_door: source() == "door"
questions:
  - {key: seen, yes_no: Have you seen the poster?, relevant: not from_door}
  - {key: lights, yes_no: More lights?}
"""


def the_survey() -> Survey:
    """The survey above, without a fault."""
    survey = read_survey(SURVEY)
    assert isinstance(survey, Survey)
    return survey


def test_the_way_depends_on_the_start_link() -> None:
    """Who came by the poster on the door is not asked whether they saw it."""
    survey = the_survey()
    came = begin(survey, today=date(2026, 3, 14), source="door")
    strolled = begin(survey, today=date(2026, 3, 14))
    first = [current_question(survey, response) for response in (came, strolled)]
    assert [question.key for question in first if question] == ["lights", "seen"]
    look = look_into(survey, came.answers)
    assert (look("wave"), look("from_door")) == ("spring", True)
    assert look_into(survey, strolled.answers)("from_door") is not True


def test_what_is_hidden_is_no_answer() -> None:
    """It is kept with the response and counted nowhere."""
    survey = the_survey()
    came = begin(survey, source="door")
    assert len(came.answers) == 1
    assert counted_answers(survey, came.answers) == {}
    answered = {**came.answers, survey.questions[1].key: Chosen(ChoiceKey("yes"))}
    assert list(counted_answers(survey, answered)) == ["lights"]


def test_it_is_written_as_it_is_read() -> None:
    """source() stays source()."""
    assert write(parse('source() == "door"')) == 'source() == "door"'
