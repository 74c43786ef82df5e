"""The closed family of answers, and how they are written down as plain JSON values."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any, assert_never

from surveys.media import MediaFile, file_from_json, file_to_json
from surveys.questions import ChoiceKey

JsonValue = str | int | float | bool | list[Any] | dict[str, Any] | None
"""Lists hold texts, of files objects (see `surveys.media`)."""


@dataclass(frozen=True, slots=True)
class Written:
    """Own words, as sent (trimmed)."""

    text: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """One choice; `other` holds the words that came with "other: please say"."""

    choice: ChoiceKey
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Picked:
    """Some choices, in the order of the survey; may be empty where the survey allows none."""

    choices: tuple[ChoiceKey, ...]
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Ranked:
    """Choices in the respondent's order, the best first."""

    choices: tuple[ChoiceKey, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """Of the choices that were shown together, the best and the worst."""

    shown: tuple[ChoiceKey, ...]
    best: ChoiceKey
    worst: ChoiceKey


@dataclass(frozen=True, slots=True)
class Judged:
    """Best and worst, set by set."""

    rounds: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class Rated:
    """A point on a scale."""

    value: int


@dataclass(frozen=True, slots=True)
class Counted:
    """A number."""

    value: float


@dataclass(frozen=True, slots=True)
class Dated:
    """A day."""

    day: date


@dataclass(frozen=True, slots=True)
class Timed:
    """A time of day."""

    moment: time


@dataclass(frozen=True, slots=True)
class Sent:
    """Files, in the order in which they came."""

    files: tuple[MediaFile, ...]


@dataclass(frozen=True, slots=True)
class Located:
    """A place, in degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Contacted:
    """One's own telephone number, as Telegram knows it."""

    phone: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A note was read."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """The respondent saw the question and chose Skip: not the same as not shown."""


@dataclass(frozen=True, slots=True)
class DontKnow:
    """ "I don't know": an answer, though no value."""


@dataclass(frozen=True, slots=True)
class PreferNot:
    """ "I would rather not say": an answer, though no value."""


Answer = (
    Written
    | Chosen
    | Picked
    | Ranked
    | Judged
    | Rated
    | Counted
    | Dated
    | Timed
    | Sent
    | Located
    | Contacted
    | Seen
    | Skipped
    | DontKnow
    | PreferNot
)

_BARE: dict[str, Answer] = {
    "seen": Seen(),
    "skipped": Skipped(),
    "dont_know": DontKnow(),
    "prefer_not": PreferNot(),
}
"""Answers that say all by their kind."""


def to_json(answer: Answer) -> tuple[str, JsonValue]:
    """The answer as (kind, value) for a table row; `from_json` reads it back."""
    match answer:
        case Written(text):
            return "written", text
        case Chosen(choice, None):
            return "chosen", choice
        case Chosen(choice, other):
            return "chosen_other", [str(choice), other or ""]
        case Picked(choices, None):
            return "picked", [str(c) for c in choices]
        case Picked(choices, other):
            return "picked_other", [other or "", *map(str, choices)]
        case Ranked(choices):
            return "ranked", [str(c) for c in choices]
        case Judged(rounds):
            return "judged", [
                {"shown": [*map(str, r.shown)], "best": str(r.best), "worst": str(r.worst)}
                for r in rounds
            ]
        case Rated(value):
            return "rated", value
        case Counted(number):
            return "counted", number
        case Dated(day):
            return "dated", day.isoformat()
        case Timed(moment):
            return "timed", moment.isoformat("minutes")
        case Sent(files):
            return "sent", [file_to_json(file) for file in files]
        case Located(latitude, longitude):
            return "located", {"latitude": latitude, "longitude": longitude}
        case Contacted(phone):
            return "contacted", phone
        case Seen() | Skipped() | DontKnow() | PreferNot():
            return next(kind for kind, bare in _BARE.items() if bare == answer), None
        case _:
            assert_never(answer)


def from_json(kind: str, value: JsonValue) -> Answer:
    """Read back what `to_json` wrote; raises ValueError for what it cannot have written."""
    if kind in _BARE and value is None:
        return _BARE[kind]
    types, read = _READERS.get(kind, _NO_READER)
    if isinstance(value, types):
        try:
            return read(value)
        except (KeyError, TypeError) as fault:
            raise ValueError(f"not an answer: {kind}") from fault
    raise ValueError(f"not an answer: {kind}")


def _chosen_other(value: list[Any]) -> Answer:
    choice, other = value
    return Chosen(ChoiceKey(choice), other)


def _picked_other(value: list[Any]) -> Answer:
    other, *choices = value
    return Picked(tuple(choices), other)


def _located(value: dict[str, Any]) -> Answer:
    return Located(float(value["latitude"]), float(value["longitude"]))


def _judgement(written: dict[str, Any]) -> Judgement:
    shown = tuple(ChoiceKey(key) for key in written["shown"])
    return Judgement(shown, ChoiceKey(written["best"]), ChoiceKey(written["worst"]))


_READERS: Mapping[str, tuple[type | tuple[type, ...], Callable[[Any], Answer]]] = {
    "written": (str, Written),
    "chosen": (str, Chosen),
    "chosen_other": (list, _chosen_other),
    "picked": (list, lambda value: Picked(tuple(value))),
    "picked_other": (list, _picked_other),
    "ranked": (list, lambda value: Ranked(tuple(value))),
    "judged": (list, lambda value: Judged(tuple(map(_judgement, value)))),
    "rated": (int, Rated),
    "counted": ((int, float), lambda value: Counted(float(value))),
    "dated": (str, lambda value: Dated(date.fromisoformat(value))),
    "timed": (str, lambda value: Timed(time.fromisoformat(value))),
    "sent": (list, lambda value: Sent(tuple(map(file_from_json, value)))),
    "located": (dict, _located),
    "contacted": (str, Contacted),
}
"""By kind: what the value is made of, and how the answer is read. An export reads a million."""
_NO_READER: tuple[tuple[type, ...], Callable[[Any], Answer]] = ((), Written)


def words_in(answer: Answer | None) -> str | None:
    """What the respondent said in their own words, which may tell who they are."""
    match answer:
        case Written(text):
            return text
        case Chosen(_, other) | Picked(_, other):
            return other
    return None
