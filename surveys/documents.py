"""Surveys as plain JSON values for keeping, in the same shape as the YAML that people write."""

from collections.abc import Mapping
from typing import Any

from surveys.expressions.parsing import parse
from surveys.expressions.writing import write
from surveys.question_documents import question_from_dict, question_to_dict
from surveys.questions import Calculated, QuestionKey, Survey
from surveys.text import Text

Document = dict[str, Any]  # JSON: what `json.loads` gives.


def survey_to_dict(survey: Survey) -> Document:
    """The survey as a JSON object; `survey_from_dict` reads it back equal."""
    document: Document = {"survey": survey.key, "version": survey.version}
    if survey.languages:
        document["languages"] = list(survey.languages)
    document["title"] = dict(survey.title.by_language)
    for place, text in (("welcome", survey.welcome), ("thanks", survey.thanks)):
        if text is not None:
            document[place] = dict(text.by_language)
    if survey.points:
        document["points"] = survey.points
    if survey.minutes is not None:
        document["minutes"] = survey.minutes
    if survey.calculated:
        document["calculated"] = {str(c.key): write(c.formula) for c in survey.calculated}
    document["questions"] = [question_to_dict(question) for question in survey.questions]
    return document


def survey_from_dict(document: Mapping[str, Any]) -> Survey:
    """Read back what `survey_to_dict` wrote; raises KeyError or ValueError for anything else."""
    return Survey(
        key=document["survey"],
        version=document["version"],
        title=Text(document["title"]),
        welcome=Text(document["welcome"]) if "welcome" in document else None,
        thanks=Text(document["thanks"]) if "thanks" in document else None,
        points=document.get("points", 0),
        minutes=document.get("minutes"),
        questions=tuple(question_from_dict(each) for each in document["questions"]),
        calculated=tuple(
            Calculated(QuestionKey(key), parse(formula))
            for key, formula in document.get("calculated", {}).items()
        ),
        languages=tuple(document.get("languages", ())),
    )
