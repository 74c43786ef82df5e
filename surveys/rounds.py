"""One time that a loop goes round: how expressions and texts of the loop read in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from surveys.expressions.tree import (
    Answered,
    Both,
    Expression,
    Given,
    Label,
    parts,
    rebuilt,
)
from surveys.piping import rewritten
from surveys.questions import Choice
from surveys.text import Text


@dataclass(frozen=True, slots=True)
class Round:
    """One time that a loop goes round: its name, the thing, and when it is asked."""

    name: str
    thing: Expression
    label: Text
    condition: Expression | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the outline something stands: in which rounds, under which conditions."""

    suffix: str = ""
    condition: Expression | None = None
    section: Text | None = None
    names: Mapping[str, str] = field(default_factory=dict)  # Of the same rounds.
    things: Mapping[str, tuple[Expression, Text]] = field(default_factory=dict)

    def expression(self, node: Expression) -> Expression:
        """The expression as it reads in this round."""
        return rebuilt(node, self._here) if self.names or self.things else node

    def _here(self, node: Expression) -> Expression | None:
        match node:
            case Given(key) if key in self.things:
                return replace(self.things[key][0], at=node.at)
            case Given(key) | Answered(key) if key in self.names:
                return replace(node, key=self.names[key])
            case Label(key, place) if key in self.names:
                inner = rebuilt(place, self._here) if place is not None else None
                return replace(node, key=self.names[key], place=inner)
        return None

    def text(self, text: Text) -> Text:
        """The text as it reads in this round, the name of the thing put in."""
        if not (self.names or self.things):
            return text
        labels = {key: label for key, (_, label) in self.things.items()}
        return Text(
            {
                language: rewritten(
                    words,
                    self.names,
                    {key: label.in_language(language) for key, label in labels.items()},
                )
                for language, words in text.by_language.items()
            }
        )


def together(around: Expression | None, own: Expression | None) -> Expression | None:
    """Both conditions, or the one that there is."""
    if around is None or own is None:
        return around if own is None else own
    return Both(around, own)


def moved_by(node: Expression, by: int) -> Expression:
    """The expression with all of its nodes so many signs further on."""
    if not by:
        return node
    whole = rebuilt(node, lambda each: None if parts(each) else replace(each, at=each.at + by))
    return _moved(whole, by)


def _moved(node: Expression, by: int) -> Expression:
    inner = rebuilt(
        node, lambda each: _moved(each, by) if each is not node and parts(each) else None
    )
    return replace(inner, at=inner.at + by) if parts(inner) else inner


def label_of(choice: Choice, key: str) -> Text:
    """The choice's own label; of "other", what the person said."""
    if not choice.other:
        return choice.label
    return Text(dict.fromkeys(choice.label.by_language, f"${{{key}.other}}"))
