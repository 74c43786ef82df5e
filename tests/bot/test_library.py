"""The ready surveys: whole in three languages, walked to the end, fit for Telegram."""

import os
from datetime import date

import pytest

from bot.library import FOLDER, READY, ready_survey
from bot.words import Words
from campaigns.template import fits
from segmentation.values import Recipe
from surveys.documents.surveys import survey_to_dict
from surveys.drafting.languages import missing_texts
from surveys.questions import Basis, MultipleChoice, Scale, choices_of
from surveys.text import LANGUAGES
from surveys.yaml.reader import examine_survey
from surveys.yaml.writer import write_survey
from use_cases.authoring.rehearsing import rehearse

PEOPLE = 150 if os.environ.get("TENKEYS_SOAK") else 40

ready = pytest.mark.parametrize("name", READY)


def test_every_file_is_offered_and_every_offer_has_its_file() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(READY)


@ready
def test_a_ready_survey_reads_without_a_fault_or_a_warning(name: str) -> None:
    """Warnings too: a text that one language lacks is one."""
    examined = examine_survey((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))

    assert (examined.faults, examined.warnings) == ((), ())
    assert examined.survey is not None
    assert (examined.survey.key, examined.survey.languages) == (name, LANGUAGES)
    assert list(missing_texts(survey_to_dict(examined.survey))) == []


@ready
def test_simulated_people_reach_the_end_and_every_question(name: str) -> None:
    survey = ready_survey(name)
    walked = rehearse(survey, people=PEOPLE, seed=7, today=date(2026, 3, 2))

    assert (walked.completed, walked.stuck, walked.never_reached) == (PEOPLE, 0, ())
    assert walked.minutes is not None and survey.minutes is not None
    assert walked.minutes <= survey.minutes <= 2 * walked.minutes + 1


@ready
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_fits_into_one_message(name: str, language: str) -> None:
    """With its hint and the author's welcome; labels are short enough for a button on a phone."""
    survey = ready_survey(name)
    for question in survey.questions:
        shown = [survey.welcome, question.prompt, question.hint]
        assert fits("\n\n".join(text.in_language(language) for text in shown if text))
        for choice in choices_of(question):
            assert len(choice.label.in_language(language)) <= 32


@ready
def test_what_is_asked_is_sound(name: str) -> None:
    """Scales have words at both ends; "none of these" stands alone; traits have reversed items."""
    survey = ready_survey(name)
    for question in survey.questions:
        if isinstance(question, Scale) and question.gauge == "scale":
            assert question.low_label and question.high_label
        if isinstance(question, MultipleChoice):
            apart = {"nothing", "none", "never"}
            assert all(c.exclusive for c in question.choices if c.key in apart)
    personal = [q for q in survey.questions if q.basis is Basis.DEMOGRAPHIC]
    for question in personal:
        assert question.prefer_not or question.key in {"moved"}, question.key


def test_values_and_lifestyle_make_psychographic_segments() -> None:
    """Five traits, three items each, one of them reversed."""
    items = Recipe.from_survey(ready_survey("values_lifestyle"), Basis.PSYCHOGRAPHIC).items
    keys = {item.key for item in items}
    asked = [q for q in ready_survey("values_lifestyle").questions if q.key in keys]
    traits = {q.construct for q in asked}
    assert len(traits) == 5
    for trait in traits:
        assert sorted(q.reversed for q in asked if q.construct == trait) == [False, False, True]


@ready
def test_a_ready_survey_is_written_and_read_back_the_same(name: str) -> None:
    assert examine_survey(write_survey(ready_survey(name))).survey == ready_survey(name)


@pytest.mark.parametrize("language", LANGUAGES)
@ready
def test_every_ready_survey_says_what_it_is_for(name: str, language: str) -> None:
    assert Words(language)(f"library-{name.replace('_', '-')}")
