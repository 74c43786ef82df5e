"""What questions have in common, by name: what reading a document or a YAML file fills in."""

from typing import TypedDict

from surveys.expressions.tree import Expression
from surveys.questions import Basis, Choice, Offered, QuestionKey, Shuffle
from surveys.text import Text


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


class ListOf(TypedDict):
    """What every question with a list of choices has."""

    choices: tuple[Choice, ...]
    shuffle: Shuffle
    choice_filter: Expression | None
