"""Surveys as plain JSON values for keeping, in the same shape as the YAML that people write."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from surveys.documents.structure import (
    calculated_to_dict,
    items_from_document,
    outline_to_list,
)
from surveys.field.settings import settings_from_dict, settings_to_dict
from surveys.questions import Calculated, Survey
from surveys.reminding import Reminders
from surveys.structure import Block, Loop
from surveys.text import Text
from surveys.unfolding import unfolded

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
    if survey.reminders is not None:
        reminders = survey.reminders
        document["reminders"] = {"times": reminders.times, "after": reminders.after_hours}
    calculated = calculated_to_dict(survey.outlined if survey.outline else survey.calculated)
    if calculated:
        document["calculated"] = calculated
    if survey.fieldwork is not None:
        document["field"] = settings_to_dict(survey.fieldwork)
    document["questions"] = outline_to_list(survey.outline or survey.questions)
    return document


def survey_from_dict(document: Mapping[str, Any]) -> Survey:
    """Read back what `survey_to_dict` wrote; raises KeyError or ValueError for anything else."""
    items = items_from_document(document)
    calculated = tuple(each for each in items if isinstance(each, Calculated))
    listed = tuple(each for each in items if not isinstance(each, Calculated))
    survey = Survey(
        key=document["survey"],
        version=document["version"],
        title=Text(document["title"]),
        welcome=Text(document["welcome"]) if "welcome" in document else None,
        thanks=Text(document["thanks"]) if "thanks" in document else None,
        points=document.get("points", 0),
        minutes=document.get("minutes"),
        questions=tuple(each for each in listed if not isinstance(each, Block | Loop)),
        calculated=calculated,
        languages=tuple(document.get("languages", ())),
        fieldwork=settings_from_dict(document["field"]) if "field" in document else None,
        reminders=_reminders(document.get("reminders")),
    )
    if len(survey.questions) == len(listed):
        return survey
    return unfolded(replace(survey, outline=listed, outlined=calculated))


def _reminders(written: Mapping[str, int] | None) -> Reminders | None:
    return None if written is None else Reminders(written["times"], written["after"])
