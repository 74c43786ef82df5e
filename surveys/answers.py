"""The closed family of answers, and how they are written down as plain JSON values."""

from dataclasses import dataclass
from datetime import date, time
from typing import assert_never

from surveys.questions import ChoiceKey

JsonValue = str | int | float | bool | list[str] | None


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
    | Rated
    | Counted
    | Dated
    | Timed
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
        case Rated(value):
            return "rated", value
        case Counted(number):
            return "counted", number
        case Dated(day):
            return "dated", day.isoformat()
        case Timed(moment):
            return "timed", moment.isoformat("minutes")
        case Seen() | Skipped() | DontKnow() | PreferNot():
            return next(kind for kind, bare in _BARE.items() if bare == answer), None
        case _:
            assert_never(answer)


def from_json(kind: str, value: JsonValue) -> Answer:
    """Read back what `to_json` wrote; raises ValueError for what it cannot have written."""
    if value is None and kind in _BARE:
        return _BARE[kind]
    match kind, value:
        case "written", str():
            return Written(value)
        case "chosen", str():
            return Chosen(ChoiceKey(value))
        case "chosen_other", [choice, other]:
            return Chosen(ChoiceKey(choice), other)
        case "picked", list():
            return Picked(tuple(ChoiceKey(c) for c in value))
        case "picked_other", [other, *choices]:
            return Picked(tuple(ChoiceKey(c) for c in choices), other)
        case "ranked", list():
            return Ranked(tuple(ChoiceKey(c) for c in value))
        case "rated", int():
            return Rated(value)
        case "counted", int() | float():
            return Counted(float(value))
        case "dated", str():
            return Dated(date.fromisoformat(value))
        case "timed", str():
            return Timed(time.fromisoformat(value))
    raise ValueError(f"not an answer: {kind}")


def words_in(answer: Answer | None) -> str | None:
    """What the respondent said in their own words, which may tell who they are."""
    match answer:
        case Written(text):
            return text
        case Chosen(_, other) | Picked(_, other):
            return other
    return None
