"""Questions as plain JSON values, each with its prompt under the name of its kind."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypedDict, assert_never

from surveys.documents.choices import (
    choices_from_dict,
    choices_to_dict,
    picks_from_text,
    picks_to_text,
)
from surveys.expressions.parsing import parse
from surveys.expressions.tree import Expression
from surveys.expressions.writing import write
from surveys.media import MEGABYTES_MAX, MediaKind
from surveys.questions import (
    GAUGE_ENDS,
    Basis,
    Battery,
    Choice,
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
    Offered,
    OpenQuestion,
    Question,
    QuestionKey,
    Ranking,
    Scale,
    Shuffle,
    SingleChoice,
    TimeQuestion,
    YesNo,
)
from surveys.text import Text

Document = dict[str, Any]


class Common(TypedDict):
    """What every question has, by name."""

    key: QuestionKey
    prompt: Text
    hint: Text | None
    relevant: Expression | None
    constraint: Expression | None
    constraint_message: Text | None
    optional: bool
    dont_know: Offered
    prefer_not: Offered
    basis: Basis | None
    construct: str | None
    reversed: bool
    default: Expression | None
    picture: str | None
    remembers: str | None


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


def question_from_dict(document: Mapping[str, Any]) -> Question:
    """Read back what `question_to_dict` wrote; raises KeyError or ValueError for anything else."""
    kind = next(kind for kind in _KINDS if kind in document)
    common = _common(document, kind)
    match kind:
        case "open":
            return OpenQuestion(**common, collect=document.get("collect", True))
        case "single":
            return SingleChoice(**common, **_listed(document))
        case "multiple":
            least, most = picks_from_text(document["picks"])
            return MultipleChoice(**common, **_listed(document), picks_min=least, picks_max=most)
        case "ranking":
            return Ranking(**common, **_listed(document), places=document.get("places"))
        case "maxdiff":
            return MaxDiff(
                **common,
                choices=choices_from_dict(document),
                per_set=document["per_set"],
                sets=document.get("sets"),
                best=_text(document, "best"),
                worst=_text(document, "worst"),
            )
        case "yes_no":
            return YesNo(**common)
        case "number":
            return _number(document, common)
        case "date":
            earliest, latest = _day(document, "from"), _day(document, "to")
            return DateQuestion(**common, earliest=earliest, latest=latest)
        case "time":
            return TimeQuestion(**common)
        case "note":
            return Note(**common)
        case "location":
            return LocationQuestion(**common)
        case "contact":
            return ContactQuestion(**common)
        case "photo" | "voice" | "video" | "document":
            return _media(kind, document, common)
    low, high = GAUGE_ENDS.get(Gauge(kind), (document.get("from", 1), document.get("to", 5)))
    return Scale(
        **common,
        low=low,
        high=high,
        low_label=_text(document, "low"),
        high_label=_text(document, "high"),
        labels=tuple(Text(label) for label in document.get("labels", ())),
        gauge=Gauge(kind),
        battery=_battery(document.get("of_battery")),
    )


_KINDS = (
    "open", "single", "multiple", "ranking", "maxdiff", "yes_no", "number", "date", "time", "note",
    "location", "contact", *MediaKind, *Gauge,
)  # fmt: skip


def _battery(document: Mapping[str, Any] | None) -> Battery | None:
    return None if document is None else Battery(document["key"], Text(document["stem"]))


def _media(kind: str, document: Mapping[str, Any], common: Common) -> MediaQuestion:
    accepted = (kind, *document.get("also", ()))
    return MediaQuestion(
        **common,
        accepted=tuple(MediaKind(each) for each in accepted),
        files=document.get("files", 1),
        megabytes=document.get("megabytes", MEGABYTES_MAX),
    )


def _number(document: Mapping[str, Any], common: Common) -> NumberQuestion:
    return NumberQuestion(
        **common,
        minimum=document.get("from"),
        maximum=document.get("to"),
        whole=document.get("whole", True),
        unit=_text(document, "unit"),
    )


class ListOf(TypedDict):
    """What every question with a list of choices has."""

    choices: tuple[Choice, ...]
    shuffle: Shuffle
    choice_filter: Expression | None


def _listed(document: Mapping[str, Any]) -> ListOf:
    return ListOf(
        choices=choices_from_dict(document),
        shuffle=document.get("shuffle", False),
        choice_filter=_expression(document, "choice_filter"),
    )


def _common(document: Mapping[str, Any], kind: str) -> Common:
    basis = document.get("basis")
    return Common(
        key=QuestionKey(document["key"]),
        prompt=Text(document[kind]),
        hint=_text(document, "hint"),
        relevant=_expression(document, "relevant"),
        constraint=_expression(document, "constraint"),
        constraint_message=_text(document, "constraint_message"),
        optional=document.get("optional", False),
        dont_know=_offered(document, "dont_know"),
        prefer_not=_offered(document, "prefer_not"),
        basis=None if basis is None else Basis(basis),
        construct=document.get("construct"),
        reversed=document.get("reversed", False),
        default=_expression(document, "default"),
        picture=document.get("picture"),
        remembers=document.get("remembers"),
    )


def _words(text: Text) -> dict[str, str]:
    return dict(text.by_language)


def _text(document: Mapping[str, Any], place: str) -> Text | None:
    return Text(document[place]) if place in document else None


def _expression(document: Mapping[str, Any], place: str) -> Expression | None:
    return parse(document[place]) if place in document else None


def _offered(document: Mapping[str, Any], place: str) -> Offered:
    written = document.get(place, False)
    return written if isinstance(written, bool) else Text(written)


def _day(document: Mapping[str, Any], place: str) -> date | None:
    return date.fromisoformat(document[place]) if place in document else None


def _plain(number: float | None) -> float | None:
    """Whole numbers without ".0", as people write them."""
    return int(number) if number is not None and float(number).is_integer() else number


def _put(document: Document, place: str, value: object) -> None:
    """Write only what says something."""
    if value is not None:
        document[place] = value
