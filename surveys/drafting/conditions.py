"""A simple condition of a draft: "ask only if that question was answered so"."""

from collections.abc import Mapping, Sequence
from typing import Any

from surveys.drafting.choices import label_of
from surveys.drafting.documents import Document, key_of, kind_of, place_of, questions_of
from surveys.questions import GAUGE_ENDS, NO, YES, Gauge

_ENDS = {"scale": (1, 5), "rating": (1, 5)}
TellsOf = tuple[str, str]
"""What an answer is: ("choice", key), ("least", number), ("most", number), ("answered", "")."""


def earlier_questions(document: Mapping[str, Any], key: str) -> list[Document]:
    """The questions that a condition of this one may ask about."""
    before = questions_of(document)[: place_of(document, key)]
    return [question for question in before if kind_of(question) not in {"", "note"}]


def answers_to(question: Mapping[str, Any]) -> list[TellsOf]:
    """What a condition may say of the answer to that question."""
    kind = kind_of(question)
    if kind == "yes_no":
        return [("choice", YES), ("choice", NO)]
    if kind in {"single", "multiple"}:
        return [("choice", name) for name in question.get("choices", {})] + [_ANSWERED]
    ends = _ends(question, kind)
    if ends is not None:
        low, high = ends
        rising = [("least", str(point)) for point in range(low + 1, high + 1)]
        falling = [("most", str(point)) for point in range(low, high)]
        return [*rising, *falling]
    return [_ANSWERED]


def condition(question: Mapping[str, Any], tells: TellsOf) -> str:
    """The condition as a survey file writes it."""
    key, (what, value) = key_of(question), tells
    match what:
        case "choice" if kind_of(question) == "yes_no":
            return f"{key} == {'true' if value == YES else 'false'}"
        case "choice":
            sign = "has" if kind_of(question) == "multiple" else "=="
            return f'{key} {sign} "{value}"'
        case "least":
            return f"{key} >= {value}"
        case "most":
            return f"{key} <= {value}"
    return f"answered({key})"


def read_back(
    questions: Sequence[Mapping[str, Any]], written: str
) -> tuple[Mapping[str, Any], TellsOf] | None:
    """What a simple condition says; None for one that no button can have made."""
    plain = written.strip().strip("()").replace("'", '"')
    for question in questions:
        for tells in [*answers_to(question), _ANSWERED]:
            if plain in {made := condition(question, tells), made.strip("()")}:
                return question, tells
    return None


def label_of_choice(question: Mapping[str, Any], name: str) -> dict[str, str]:
    """The words of a choice of that question."""
    return label_of(question.get("choices", {}).get(name))


_ANSWERED: TellsOf = ("answered", "")


def _ends(question: Mapping[str, Any], kind: str) -> tuple[int, int] | None:
    """The ends of a scale; None where the answer is no point on one."""
    if kind not in set(Gauge):
        return None
    low, high = GAUGE_ENDS.get(Gauge(kind), _ENDS.get(kind, (1, 5)))
    try:
        return int(question.get("from", low)), int(question.get("to", high))
    except (TypeError, ValueError):
        return low, high
