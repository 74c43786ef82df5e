"""Questions written as plain JSON values, each with its prompt under the name of its kind."""

from typing import Any, assert_never

from surveys.documents.choices import choices_to_dict, picks_to_text
from surveys.expressions.writing import write
from surveys.media import MEGABYTES_MAX
from surveys.questions import (
    GAUGE_ENDS,
    ContactQuestion,
    DateQuestion,
    Gauge,
    Listed,
    LocationQuestion,
    MaxDiff,
    MediaQuestion,
    MultipleChoice,
    Note,
    NumberQuestion,
    OpenQuestion,
    Question,
    Ranking,
    Scale,
    SingleChoice,
    TimeQuestion,
    YesNo,
)
from surveys.text import Text

Document = dict[str, Any]


def question_to_dict(question: Question) -> Document:
    """The question as a JSON object; `question_from_dict` reads it back equal."""
    document = {"key": str(question.key), **_of_kind(question, _words(question.prompt))}
    _put(document, "hint", question.hint and _words(question.hint))
    _put(document, "relevant", question.relevant and write(question.relevant))
    _put(document, "constraint", question.constraint and write(question.constraint))
    message = question.constraint_message
    _put(document, "constraint_message", message and _words(message))
    _put(document, "optional", question.optional or None)
    for place, offered in (
        ("dont_know", question.dont_know),
        ("prefer_not", question.prefer_not),
    ):
        _put(document, place, _words(offered) if isinstance(offered, Text) else offered or None)
    _put(document, "basis", question.basis and question.basis.value)
    _put(document, "construct", question.construct)
    _put(document, "reversed", question.reversed or None)
    _put(document, "default", question.default and write(question.default))
    _put(document, "picture", question.picture)
    _put(document, "remembers", question.remembers)
    if isinstance(question, Listed):
        _put(document, "shuffle", None if question.shuffle is False else question.shuffle)
        chosen = question.choice_filter
        _put(document, "choice_filter", chosen and write(chosen))
    return document


def _of_kind(question: Question, prompt: dict[str, str]) -> Document:
    match question:
        case OpenQuestion(collect=collect):
            return {"open": prompt} if collect else {"open": prompt, "collect": False}
        case SingleChoice(choices=choices):
            return {"single": prompt, "choices": choices_to_dict(choices)}
        case MultipleChoice(choices=choices):
            listed = choices_to_dict(choices)
            return {"multiple": prompt, "choices": listed, "picks": picks_to_text(question)}
        case Ranking(choices=choices, places=places):
            document: Document = {"ranking": prompt, "choices": choices_to_dict(choices)}
            _put(document, "places", places)
            return document
        case MaxDiff():
            return _maxdiff_to_dict(question, prompt)
        case YesNo():
            return {"yes_no": prompt}
        case Scale():
            return _scale_to_dict(question, prompt)
        case NumberQuestion():
            return _number_to_dict(question, prompt)
        case DateQuestion(earliest=earliest, latest=latest):
            document = {"date": prompt}
            _put(document, "from", earliest and earliest.isoformat())
            _put(document, "to", latest and latest.isoformat())
            return document
        case TimeQuestion():
            return {"time": prompt}
        case Note():
            return {"note": prompt}
        case MediaQuestion():
            return _media_to_dict(question, prompt)
        case LocationQuestion():
            return {"location": prompt}
        case ContactQuestion():
            return {"contact": prompt}
        case _:
            assert_never(question)


def _scale_to_dict(question: Scale, prompt: dict[str, str]) -> Document:
    document: Document = {question.gauge.value: prompt}
    if question.gauge is Gauge.PLAIN:
        document["from"] = question.low
    if question.gauge not in GAUGE_ENDS:
        document["to"] = question.high
    _put(document, "low", question.low_label and _words(question.low_label))
    _put(document, "high", question.high_label and _words(question.high_label))
    _put(document, "labels", [_words(label) for label in question.labels] or None)
    if question.battery is not None:
        stem = _words(question.battery.stem)
        document["of_battery"] = {"key": question.battery.key, "stem": stem}
    return document


def _number_to_dict(question: NumberQuestion, prompt: dict[str, str]) -> Document:
    document: Document = {"number": prompt}
    _put(document, "from", _plain(question.minimum))
    _put(document, "to", _plain(question.maximum))
    _put(document, "whole", None if question.whole else False)
    _put(document, "unit", question.unit and _words(question.unit))
    return document


def _maxdiff_to_dict(question: MaxDiff, prompt: dict[str, str]) -> Document:
    document: Document = {"maxdiff": prompt, "choices": choices_to_dict(question.choices)}
    document["per_set"] = question.per_set
    _put(document, "sets", question.sets)
    _put(document, "best", question.best and _words(question.best))
    _put(document, "worst", question.worst and _words(question.worst))
    return document


def _media_to_dict(question: MediaQuestion, prompt: dict[str, str]) -> Document:
    first, *others = question.accepted
    document: Document = {first.value: prompt}
    _put(document, "also", [other.value for other in others] or None)
    _put(document, "files", question.files if question.files > 1 else None)
    limit = question.megabytes
    _put(document, "megabytes", limit if limit != MEGABYTES_MAX else None)
    return document


def _words(text: Text) -> dict[str, str]:
    return dict(text.by_language)


def _plain(number: float | None) -> float | None:
    """Whole numbers without ".0", as people write them."""
    return int(number) if number is not None and float(number).is_integer() else number


def _put(document: Document, place: str, value: object) -> None:
    """Write only what says something."""
    if value is not None:
        document[place] = value
