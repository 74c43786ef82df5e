"""Ticks under a question: which may stand together, and what one more tap makes of them."""

from collections.abc import Iterable

from surveys.answers import Picked, Ranked
from surveys.questions import ChoiceKey, MultipleChoice, Ranking, SingleChoice
from surveys.rejections import Reason, Rejected

Ticked = SingleChoice | MultipleChoice | Ranking
"""Questions that can stand half answered; a single choice only while it waits for "other: …"."""


def picks_allowed(question: MultipleChoice) -> int:
    """The most ticks that the question takes."""
    return len(question.choices) if question.picks_max is None else question.picks_max


def indexes(question: Ticked, ticks: tuple[ChoiceKey, ...]) -> tuple[int, ...]:
    """Where the ticks stand among the choices, in the order of the ticks."""
    places = {choice.key: place for place, choice in enumerate(question.choices)}
    return tuple(places[key] for key in ticks if key in places)


def places_of(question: Ranking) -> int:
    """How many places are to be given."""
    return len(question.choices) if question.places is None else question.places


def ranked_further(
    question: Ranking, ticks: tuple[ChoiceKey, ...], index: int, ticked: bool | None
) -> tuple[ChoiceKey, ...] | Rejected:
    """The order after one more tap: the next place is given, or a place given is taken back."""
    if not 0 <= index < len(question.choices):
        return Rejected(Reason.NOT_A_CHOICE, {"count": len(question.choices)})
    key = question.choices[index].key
    if ticked is None:
        ticked = key not in ticks
    others = tuple(each for each in ticks if each != key)
    if not ticked:
        return others
    if key in ticks:
        return ticks
    if len(ticks) >= places_of(question):
        return Rejected(Reason.TOO_MANY_PICKS, {"maximum": places_of(question)})
    return (*ticks, key)


def rank(question: Ranking, order: Iterable[int]) -> Ranked | Rejected:
    """The choices in that order, if all places are given; the last of all places goes by itself."""
    wanted = list(dict.fromkeys(order))
    if any(not 0 <= index < len(question.choices) for index in wanted):
        return Rejected(Reason.NOT_A_CHOICE, {"count": len(question.choices)})
    left = [index for index in range(len(question.choices)) if index not in wanted]
    if len(left) == 1 and places_of(question) == len(question.choices):
        wanted += left
    if len(wanted) != places_of(question):
        return Rejected(Reason.RANK_ALL, {"count": places_of(question)})
    return Ranked(tuple(question.choices[index].key for index in wanted))


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
