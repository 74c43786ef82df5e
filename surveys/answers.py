"""The closed family of answers, and how they are written down as plain JSON values."""

from dataclasses import dataclass
from typing import assert_never

from surveys.questions import ChoiceKey

JsonValue = str | int | float | bool | list[str] | None


@dataclass(frozen=True, slots=True)
class Written:
    """Own words, as sent (trimmed)."""

    text: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """One choice."""

    choice: ChoiceKey


@dataclass(frozen=True, slots=True)
class Picked:
    """Some choices, in the order of the survey; may be empty where the survey allows none."""

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
class Skipped:
    """The respondent saw the question and chose Skip: not the same as not shown."""


Answer = Written | Chosen | Picked | Rated | Counted | Skipped


def to_json(answer: Answer) -> tuple[str, JsonValue]:
    """The answer as (kind, value) for a table row; `from_json` reads it back."""
    match answer:
        case Written(text):
            return "written", text
        case Chosen(choice):
            return "chosen", choice
        case Picked(choices):
            return "picked", [str(c) for c in choices]
        case Rated(value):
            return "rated", value
        case Counted(number):
            return "counted", number
        case Skipped():
            return "skipped", None
        case _:
            assert_never(answer)


def from_json(kind: str, value: JsonValue) -> Answer:
    """Read back what `to_json` wrote; raises ValueError for what it cannot have written."""
    match kind, value:
        case "written", str():
            return Written(value)
        case "chosen", str():
            return Chosen(ChoiceKey(value))
        case "picked", list():
            return Picked(tuple(ChoiceKey(c) for c in value))
        case "rated", int():
            return Rated(value)
        case "counted", int() | float():
            return Counted(float(value))
        case "skipped", None:
            return Skipped()
    raise ValueError(f"not an answer: {kind}")
