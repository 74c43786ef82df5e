"""Questions read back from plain JSON values."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from surveys.documents.choices import choices_from_dict, picks_from_text
from surveys.documents.parts import Common, ListOf
from surveys.expressions.parsing import parse
from surveys.expressions.tree import Expression
from surveys.media import MEGABYTES_MAX, MediaKind
from surveys.questions import (
    GAUGE_ENDS,
    Basis,
    Battery,
    ContactQuestion,
    DateQuestion,
    Gauge,
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
    SingleChoice,
    TimeQuestion,
    YesNo,
)
from surveys.text import Text


def question_from_dict(document: Mapping[str, Any]) -> Question:
    """Read back what `question_to_dict` wrote; raises KeyError or ValueError for anything else."""
    kind = next(kind for kind in _KINDS if kind in document)
    common = _common(document, kind)
    if kind in _PLAIN:
        return _PLAIN[kind](**common)
    if kind in _LISTS:
        return _of_choices(kind, document, common)
    match kind:
        case "open":
            return OpenQuestion(**common, collect=document.get("collect", True))
        case "number":
            return _number(document, common)
        case "date":
            earliest, latest = _day(document, "from"), _day(document, "to")
            return DateQuestion(**common, earliest=earliest, latest=latest)
        case "photo" | "voice" | "video" | "document":
            return _media(kind, document, common)
    return _scale(Gauge(kind), document, common)


_PLAIN: dict[str, Callable[..., Question]] = {
    "yes_no": YesNo,
    "time": TimeQuestion,
    "note": Note,
    "location": LocationQuestion,
    "contact": ContactQuestion,
}
_LISTS = ("single", "multiple", "ranking", "maxdiff")
_KINDS = ("open", *_LISTS, "number", "date", *_PLAIN, *MediaKind, *Gauge)


def _of_choices(kind: str, document: Mapping[str, Any], common: Common) -> Question:
    match kind:
        case "single":
            return SingleChoice(**common, **_listed(document))
        case "multiple":
            least, most = picks_from_text(document["picks"])
            return MultipleChoice(**common, **_listed(document), picks_min=least, picks_max=most)
        case "ranking":
            return Ranking(**common, **_listed(document), places=document.get("places"))
    return MaxDiff(
        **common,
        choices=choices_from_dict(document),
        per_set=document["per_set"],
        sets=document.get("sets"),
        best=_text(document, "best"),
        worst=_text(document, "worst"),
    )


def _scale(gauge: Gauge, document: Mapping[str, Any], common: Common) -> Scale:
    low, high = GAUGE_ENDS.get(gauge, (document.get("from", 1), document.get("to", 5)))
    return Scale(
        **common,
        low=low,
        high=high,
        low_label=_text(document, "low"),
        high_label=_text(document, "high"),
        labels=tuple(Text(label) for label in document.get("labels", ())),
        gauge=gauge,
        battery=_battery(document.get("of_battery")),
    )


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


def _text(document: Mapping[str, Any], place: str) -> Text | None:
    return Text(document[place]) if place in document else None


def _expression(document: Mapping[str, Any], place: str) -> Expression | None:
    return parse(document[place]) if place in document else None


def _offered(document: Mapping[str, Any], place: str) -> Offered:
    written = document.get(place, False)
    return written if isinstance(written, bool) else Text(written)


def _day(document: Mapping[str, Any], place: str) -> date | None:
    return date.fromisoformat(document[place]) if place in document else None
