"""What people answered of themselves, kept as facts: `remembers: birthday` makes a birthday."""

from collections.abc import Mapping
from datetime import date, datetime

from segmentation.rules.facts import BORN, Known
from segmentation.rules.tree import FieldKey
from surveys.ages import asks_age, born_about
from surveys.answers import (
    Answer,
    Chosen,
    Contacted,
    Counted,
    Dated,
    Picked,
    Ranked,
    Rated,
    Timed,
    Written,
)
from surveys.questions import QuestionKey, Survey
from use_cases.importing.matching import plain_phone
from use_cases.importing.people import plain_gender

OWN_FIELDS: Mapping[str, type] = {
    "gender": str,
    "birthday": date,
    "phone": str,
    "email": str,
    "household": float,
    "time_zone": str,
}
"""Attributes that rules know by a name of their own, and their types; others are field("...")."""

TEXT_CHARS_MAX = 500


def facts_said(
    survey: Survey, answers: Mapping[QuestionKey, Answer], at: datetime | None = None
) -> tuple[dict[FieldKey, Known], dict[FieldKey, frozenset[str]]]:
    """Values and sets by field, of the answers to questions that `remember` something.

    A phone that somebody shared is theirs, whatever the question is called. From an age, a year or
    a range of ages follows about when somebody was born, as of `at`, when it was answered.
    """
    values: dict[FieldKey, Known] = {}
    sets: dict[FieldKey, frozenset[str]] = {}
    for question in survey.questions:
        answer = answers.get(question.key)
        if answer is not None and at is not None and asks_age(question):
            born = born_about(question, answer, at.date())
            if born is not None:
                values[BORN] = born
        name = "phone" if isinstance(answer, Contacted) else question.remembers
        if answer is None or name is None:
            continue
        if isinstance(answer, Picked | Ranked):
            sets["items", name] = frozenset(map(str, answer.choices))
            continue
        value = _value(name, answer)
        if value is not None:
            own = isinstance(value, OWN_FIELDS.get(name, ()))
            values[(name,) if own else ("field", name)] = value
    return values, sets


def _value(name: str, answer: Answer) -> Known | None:
    """What the answer says; None where it says nothing of that kind."""
    match answer:
        case Chosen(choice, other):
            said = str(choice) if other is None else other[:TEXT_CHARS_MAX]
            return plain_gender(said) or said if name == "gender" else said
        case Counted(number) | Rated(number):
            return float(number)
        case Dated(day):
            return day
        case Timed(moment):
            return moment.isoformat("minutes")
        case Written(text) | Contacted(text):
            return plain_phone(text) if name == "phone" else text[:TEXT_CHARS_MAX]
    return None
