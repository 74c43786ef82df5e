"""Surveys survive being kept and being written out."""

import json

from hypothesis import given

from surveys.documents.surveys import survey_from_dict, survey_to_dict
from surveys.faults import Fault, FaultCode
from surveys.questions import Survey
from surveys.yaml.reader import examine_survey
from surveys.yaml.writer import write_survey
from tests.surveys.random_surveys import surveys


@given(surveys())
def test_a_kept_survey_comes_back_equal(survey: Survey) -> None:
    """Through JSON and back, nothing is lost."""
    assert survey_from_dict(json.loads(json.dumps(survey_to_dict(survey)))) == survey


@given(surveys())
def test_a_written_survey_reads_back_equal(survey: Survey) -> None:
    """Through a YAML file and back, nothing is lost and nothing is at fault."""
    examined = examine_survey(write_survey(survey))

    assert examined.survey == survey or unreachable(examined.faults)


def unreachable(faults: tuple[Fault, ...]) -> bool:
    """A random condition may be one that is never met: then that is all there is to say."""
    return bool(faults) and {fault.code for fault in faults} == {FaultCode.UNREACHABLE}


def test_a_survey_kept_before_surveys_could_branch_still_reads() -> None:
    """Its document has none of the newer places."""
    kept = {
        "survey": "yard",
        "version": 3,
        "title": {"ru": "Двор"},
        "questions": [
            {"key": "a", "open": {"ru": "Что?"}, "optional": True},
            {"key": "b", "single": {"ru": "Где?"}, "choices": {"x": {"ru": "Тут"}}},
            {
                "key": "c",
                "multiple": {"ru": "Что?"},
                "choices": {"x": {"ru": "А"}, "y": {"label": {"ru": "Б"}, "exclusive": True}},
                "picks": "1+",
            },
            {"key": "d", "scale": {"ru": "Как?"}, "from": 1, "to": 5, "basis": "needs"},
            {"key": "e", "number": {"ru": "Сколько?"}, "whole": False},
        ],
    }

    survey = survey_from_dict(kept)

    assert [str(question.key) for question in survey.questions] == list("abcde")
    assert not survey.branches
    assert survey_to_dict(survey) == kept
