"""Batteries: many rows, one scale."""

from surveys.documents.surveys import survey_from_dict, survey_to_dict
from surveys.engine import begin, take_reply
from surveys.questions import Basis, Battery, Scale, Survey
from surveys.replies import TappedDontKnow, Typed
from surveys.text import Text
from surveys.yaml.reader import examine_survey, read_survey

TEXT = """
survey: s
language: en
title: S
questions:
  - key: pets
    yes_no: Any pets?
  - key: home
    battery: How true is this?
    rows:
      quiet: I like silence
      noise: {label: Noise is fine, reversed: yes}
      dogs: {label: Dogs are fine, construct: pets, relevant: pets}
    labels: [Not at all, Partly, Entirely]
    basis: psychographic
    construct: quiet
    dont_know: yes
"""


def the_survey(text: str = TEXT) -> Survey:
    survey = read_survey(text)
    assert isinstance(survey, Survey), survey
    return survey


def rows() -> tuple[Scale, ...]:
    return tuple(q for q in the_survey().questions if isinstance(q, Scale))


def test_every_row_is_a_question() -> None:
    """Stable keys, the shared scale, and what each row says of itself."""
    quiet, noise, dogs = rows()

    home = Battery("home", Text({"en": "How true is this?"}))
    assert [home] * 3 == [row.battery for row in rows()]
    assert [row.key for row in rows()] == ["quiet", "noise", "dogs"]
    assert [(row.low, row.high) for row in rows()] == [(1, 3)] * 3
    assert (quiet.reversed, quiet.construct) == (False, "quiet")
    assert (noise.reversed, noise.construct) == (True, "quiet")
    assert (noise.relevant, dogs.construct) == (None, "pets")
    assert dogs.relevant is not None
    assert {Basis.PSYCHOGRAPHIC} == {row.basis for row in rows()}


def test_a_battery_is_kept() -> None:
    """What is written down reads back equal."""
    assert the_survey() == survey_from_dict(survey_to_dict(the_survey()))


def test_rows_are_answered_in_words_too() -> None:
    """Labels can be typed; other rows can be left open."""
    survey = the_survey()
    response = begin(survey)
    for reply in (Typed("no"), Typed("partly!"), TappedDontKnow()):
        response = take_reply(survey, response, response.current or "", reply).response

    assert response.current is None
    kinds = {key: type(answer).__name__ for key, answer in response.answers.items()}
    assert kinds == {"pets": "Chosen", "quiet": "Rated", "noise": "DontKnow"}


def test_a_row_cannot_take_the_key_of_another_question() -> None:
    """The fault stands at the row."""
    found = examine_survey(TEXT.replace("noise:", "pets:")).faults

    assert [(fault.code.value, fault.line) for fault in found] == [("repeated-question", 12)]
