"""What an author puts around questions: blocks with a heading, loops, orders by lot."""

from dataclasses import dataclass

from surveys.expressions.tree import Expression
from surveys.questions import Calculated, Question, QuestionKey, Shuffle
from surveys.text import Text

AT_MOST = 10
"""How often a loop goes round where nobody can tell beforehand and the author does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Questions that belong together; `relevant` is met where any of them is asked."""

    key: str
    heading: Text | None = None
    relevant: Expression | None = None
    shuffle: Shuffle = False
    items: tuple["Item", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Loop:
    """Questions asked about one thing after another, by one of three ways to tell about what.

    `over` names the question whose picks they are asked about; `times` says how often; `again` is
    the question "one more?" before each round. `key` stands for the thing inside: for a choice in
    conditions, its label in texts; for its number, counted from 1, in the other two ways.
    """

    key: str
    heading: Text | None = None
    relevant: Expression | None = None
    shuffle: Shuffle = False
    over: QuestionKey | None = None
    times: Expression | None = None
    again: Text | None = None
    at_most: int = AT_MOST
    items: tuple["Item", ...] = ()


Item = Question | Block | Loop | Calculated
"""A calculated value stands in an outline where it belongs to a loop."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Question keys in the survey's order, stretches of them together; by lot where it says so."""

    key: str
    shuffle: Shuffle
    parts: tuple["str | Stretch", ...]
