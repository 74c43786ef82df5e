"""Ticks under a multiple choice: which may stand together, and what one more tap makes of them."""

from collections.abc import Iterable

from surveys.answers import Picked
from surveys.questions import ChoiceKey, MultipleChoice
from surveys.rejections import Reason, Rejected


def picks_allowed(question: MultipleChoice) -> int:
    """The most ticks that the question takes."""
    return len(question.choices) if question.picks_max is None else question.picks_max


def indexes(question: MultipleChoice, ticks: tuple[ChoiceKey, ...]) -> frozenset[int]:
    """Where the ticks stand among the choices."""
    return frozenset(i for i, choice in enumerate(question.choices) if choice.key in ticks)


def toggled(
    question: MultipleChoice, ticks: tuple[ChoiceKey, ...], index: int, ticked: bool | None
) -> tuple[ChoiceKey, ...] | Rejected:
    """The ticks after one more tap; None for `ticked` turns the tick over."""
    if not 0 <= index < len(question.choices):
        return Rejected(Reason.NOT_A_CHOICE, {"count": len(question.choices)})
    choice = question.choices[index]
    if ticked is None:
        ticked = choice.key not in ticks
    if not ticked:
        return tuple(key for key in ticks if key != choice.key)
    if choice.exclusive:
        return (choice.key,)
    wanted = {*ticks, choice.key}
    together = tuple(c.key for c in question.choices if c.key in wanted and not c.exclusive)
    if len(together) > picks_allowed(question):
        return Rejected(Reason.TOO_MANY_PICKS, {"maximum": picks_allowed(question)})
    return together


def pick(question: MultipleChoice, ticks: Iterable[int]) -> Picked | Rejected:
    """The picks at those indexes, in the survey's order, if the question's limits allow them.

    An exclusive choice is enough by itself, whatever the least number of picks.
    """
    wanted = sorted(set(ticks))
    if any(not 0 <= index < len(question.choices) for index in wanted):
        return Rejected(Reason.NOT_A_CHOICE, {"count": len(question.choices)})
    choices = [question.choices[index] for index in wanted]
    alone = next((choice for choice in choices if choice.exclusive), None)
    if alone is not None:
        if len(choices) > 1:
            return Rejected(Reason.EXCLUSIVE_PICK, {"choice": alone.key})
        return Picked((alone.key,))
    if len(choices) < question.picks_min:
        return Rejected(Reason.TOO_FEW_PICKS, {"minimum": question.picks_min})
    if len(choices) > picks_allowed(question):
        return Rejected(Reason.TOO_MANY_PICKS, {"maximum": picks_allowed(question)})
    return Picked(tuple(choice.key for choice in choices))
