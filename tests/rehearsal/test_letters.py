"""The demo's letters: a fitting one for what sets a segment apart, in every language."""

import pytest

from campaigns.template import Template, read_template
from rehearsal.demo import HOUSE_SURVEY, load_survey
from rehearsal.letters import ANYBODY, BY_NEED, BY_TRAIT, GREETING, letter
from segmentation.run import Direction, Marker, Segment
from surveys.questions import QuestionKey, Scale
from surveys.text import LANGUAGES

SURVEY = load_survey(HOUSE_SURVEY)


def a_segment(*markers: Marker) -> Segment:
    return Segment(
        id=1, size=40, decided=40, share=0.5, profile=(), more=markers, less=(), typical=()
    )


def a_marker(item: str, direction: Direction, option: str | None = None) -> Marker:
    return Marker(
        item=QuestionKey(item), option=option, direction=direction, difference=0.3, effect=0.8
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_is_one_that_the_bot_takes(language: str) -> None:
    for texts in (ANYBODY, *BY_TRAIT.values(), *BY_NEED.values()):
        assert isinstance(read_template(f"{GREETING[language]} {texts[language]}"), Template)


def test_every_scale_of_the_survey_has_its_letter() -> None:
    for question in SURVEY.questions:
        if isinstance(question, Scale):
            assert question.key in BY_NEED or {
                (question.construct, Direction.MORE),
                (question.construct, Direction.LESS),
            } <= set(BY_TRAIT)


@pytest.mark.parametrize(
    ("item", "direction", "words"),
    [
        ("quiet_home", Direction.MORE, "Quiet hours"),
        ("quiet_lively", Direction.MORE, "neighbours celebrate"),  # A reversed statement.
        ("quiet_lively", Direction.LESS, "Quiet hours"),
        ("safety_importance", Direction.MORE, "burn all night"),
    ],
)
def test_the_letter_speaks_of_what_sets_them_apart(
    item: str, direction: Direction, words: str
) -> None:
    assert words in letter(a_segment(a_marker(item, direction)), SURVEY, "en")


def test_a_need_is_written_about_only_where_it_is_felt() -> None:
    less_lift = a_marker("needs", Direction.LESS, "lift")
    more_heat = a_marker("needs", Direction.MORE, "heating")
    assert "radiators" in letter(a_segment(less_lift, more_heat), SURVEY, "en")
    assert ANYBODY["en"] in letter(a_segment(less_lift), SURVEY, "en")
