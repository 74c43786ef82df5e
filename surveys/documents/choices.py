"""Choices as plain JSON values: a label, or a label with what is special about it."""

from collections.abc import Mapping
from typing import Any

from surveys.questions import Choice, ChoiceKey, MultipleChoice
from surveys.text import Text

Document = dict[str, Any]


def choices_to_dict(choices: tuple[Choice, ...]) -> Document:
    """The choices by their keys."""
    return {str(choice.key): _choice_to_dict(choice) for choice in choices}


def _choice_to_dict(choice: Choice) -> Document:
    label = dict(choice.label.by_language)
    if not (choice.exclusive or choice.other or choice.columns):
        return label
    document: Document = {"label": label}
    if choice.exclusive:
        document["exclusive"] = True
    if choice.other:
        document["other"] = True
    if choice.columns:
        document["columns"] = dict(choice.columns)
    return document


def choices_from_dict(document: Mapping[str, Any]) -> tuple[Choice, ...]:
    """Read back the choices of a question."""
    return tuple(
        Choice(
            key=ChoiceKey(key),
            label=Text(written.get("label", written)),
            exclusive=written.get("exclusive", False),
            other=written.get("other", False),
            columns=written.get("columns", {}),
        )
        for key, written in document["choices"].items()
    )


def picks_to_text(question: MultipleChoice) -> str:
    """ "1-3", or "2+" for two and more."""
    if question.picks_max is None:
        return f"{question.picks_min}+"
    return f"{question.picks_min}-{question.picks_max}"


def picks_from_text(written: str) -> tuple[int, int | None]:
    """Read back the least and most picks."""
    least, _, most = written.replace("+", "-").partition("-")
    return int(least), int(most) if most else None
