"""Surveys as plain JSON values for keeping, in the same shape as the YAML that people write."""

from collections.abc import Mapping
from typing import Any, TypedDict, assert_never

from surveys.questions import (
    Basis,
    Choice,
    ChoiceKey,
    MultipleChoice,
    NumberQuestion,
    OpenQuestion,
    Question,
    QuestionKey,
    Scale,
    SingleChoice,
    Survey,
)
from surveys.text import Text

Document = dict[str, Any]  # JSON: what `json.loads` gives.


class _Common(TypedDict):
    key: QuestionKey
    prompt: Text
    hint: Text | None
    optional: bool
    basis: Basis | None
    construct: str | None
    reversed: bool


def survey_to_dict(survey: Survey) -> Document:
    """The survey as a JSON object; `survey_from_dict` reads it back equal."""
    document: Document = {"survey": survey.key, "version": survey.version}
    if survey.languages:
        document["languages"] = list(survey.languages)
    document["title"] = _text_to_dict(survey.title)
    _put(document, "welcome", survey.welcome and _text_to_dict(survey.welcome))
    _put(document, "thanks", survey.thanks and _text_to_dict(survey.thanks))
    _put(document, "points", survey.points or None)
    _put(document, "minutes", survey.minutes)
    document["questions"] = [question_to_dict(question) for question in survey.questions]
    return document


def survey_from_dict(document: Mapping[str, Any]) -> Survey:
    """Read back what `survey_to_dict` wrote; raises KeyError or ValueError for anything else."""
    return Survey(
        key=document["survey"],
        version=document["version"],
        title=Text(document["title"]),
        welcome=_text(document, "welcome"),
        thanks=_text(document, "thanks"),
        points=document.get("points", 0),
        minutes=document.get("minutes"),
        questions=tuple(question_from_dict(each) for each in document["questions"]),
        languages=tuple(document.get("languages", ())),
    )


def question_to_dict(question: Question) -> Document:
    """The question as a JSON object, its prompt under the name of its kind."""
    document: Document = {"key": str(question.key)}
    prompt = _text_to_dict(question.prompt)
    match question:
        case OpenQuestion():
            document["open"] = prompt
        case SingleChoice():
            document |= {"single": prompt, "choices": _choices_to_dict(question.choices)}
        case MultipleChoice():
            document |= {"multiple": prompt, "choices": _choices_to_dict(question.choices)}
            document["picks"] = _picks(question)
        case Scale():
            document |= {"scale": prompt, "from": question.low, "to": question.high}
            _put(document, "low", question.low_label and _text_to_dict(question.low_label))
            _put(document, "high", question.high_label and _text_to_dict(question.high_label))
        case NumberQuestion():
            document["number"] = prompt
            _put(document, "from", _plain(question.minimum))
            _put(document, "to", _plain(question.maximum))
            _put(document, "whole", None if question.whole else False)
            _put(document, "unit", question.unit and _text_to_dict(question.unit))
        case _:
            assert_never(question)
    _put(document, "hint", question.hint and _text_to_dict(question.hint))
    _put(document, "optional", question.optional or None)
    _put(document, "basis", question.basis and question.basis.value)
    _put(document, "construct", question.construct)
    _put(document, "reversed", question.reversed or None)
    return document


def question_from_dict(document: Mapping[str, Any]) -> Question:
    """Read back what `question_to_dict` wrote."""
    if "open" in document:
        return OpenQuestion(**_common(document, "open"))
    if "single" in document:
        return SingleChoice(**_common(document, "single"), choices=_choices(document))
    if "multiple" in document:
        least, _, most = document["picks"].replace("+", "-").partition("-")
        return MultipleChoice(
            **_common(document, "multiple"),
            choices=_choices(document),
            picks_min=int(least),
            picks_max=int(most) if most else None,
        )
    if "scale" in document:
        return Scale(
            **_common(document, "scale"),
            low=document["from"],
            high=document["to"],
            low_label=_text(document, "low"),
            high_label=_text(document, "high"),
        )
    return NumberQuestion(
        **_common(document, "number"),
        minimum=document.get("from"),
        maximum=document.get("to"),
        whole=document.get("whole", True),
        unit=_text(document, "unit"),
    )


def _common(document: Mapping[str, Any], kind: str) -> _Common:
    basis = document.get("basis")
    return _Common(
        key=QuestionKey(document["key"]),
        prompt=Text(document[kind]),
        hint=_text(document, "hint"),
        optional=document.get("optional", False),
        basis=None if basis is None else Basis(basis),
        construct=document.get("construct"),
        reversed=document.get("reversed", False),
    )


def _text_to_dict(text: Text) -> dict[str, str]:
    return dict(text.by_language)


def _text(document: Mapping[str, Any], place: str) -> Text | None:
    return Text(document[place]) if place in document else None


def _choices_to_dict(choices: tuple[Choice, ...]) -> Document:
    return {
        str(choice.key): {"label": _text_to_dict(choice.label), "exclusive": True}
        if choice.exclusive
        else _text_to_dict(choice.label)
        for choice in choices
    }


def _choices(document: Mapping[str, Any]) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            key=ChoiceKey(key),
            label=Text(written.get("label", written)),
            exclusive=written.get("exclusive", False),
        )
        for key, written in document["choices"].items()
    )


def _picks(question: MultipleChoice) -> str:
    if question.picks_max is None:
        return f"{question.picks_min}+"
    return f"{question.picks_min}-{question.picks_max}"


def _plain(number: float | None) -> float | None:
    """Whole numbers without ".0", as people write them."""
    return int(number) if number is not None and float(number).is_integer() else number


def _put(document: Document, place: str, value: object) -> None:
    """Write only what says something."""
    if value is not None:
        document[place] = value
