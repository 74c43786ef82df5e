"""Which questions of a survey are statements to vote on, and when they are read together."""

from collections.abc import Sequence
from dataclasses import replace

from segmentation.run import SegmentationRun
from segmentation.sheets.ballots import MOSTLY, STATEMENTS_MIN, are_ballots
from segmentation.values import AnswerTable, Item, ItemKind, Method, Recipe
from surveys.answers import Chosen, DontKnow, Rated
from surveys.questions import NO, YES

AGREE, PASS, DISAGREE = "agree", "pass", "disagree"
SIDES = {AGREE: 2, YES: 2, PASS: 1, DISAGREE: 0, NO: 0}
"""What the keys of choices mean: for, pass, against."""
VOTED = frozenset({AGREE, PASS, DISAGREE})
"""The keys of choices that say nothing without their statement."""


def as_asked_for(
    recipe: Recipe, table: AnswerTable, previous: SegmentationRun | None = None
) -> Recipe:
    """The recipe by votes, if its items are statements, many, and most votes were not cast.

    The same share as in a file of answers (segmentation.sheets.ballots) decides; segments that
    were found by votes are looked for by votes again, however many people voted since.
    """
    votes = [vote for item in recipe.items if (vote := vote_item(item)) is not None]
    asked = [item for item in recipe.items if item.kind is not ItemKind.THEMES]
    if len(votes) < max(MOSTLY * len(asked), STATEMENTS_MIN):
        return recipe
    before = previous is not None and previous.recipe.method is Method.VOTES
    cells = {str(vote.key): {"cast": _cast(vote, table)} for vote in votes}
    if not before and not are_ballots(list(cells), cells, len(table.people)):
        return recipe
    return replace(recipe, items=tuple(votes), method=Method.VOTES)


def vote_item(item: Item) -> Item | None:
    """The item as a statement to vote on: yes or no, or agree, pass, disagree, or a scale of three
    steps; None for anything else."""
    if item.kind is ItemKind.SCALE and item.low is not None and item.high == item.low + 2:
        sides: Sequence[str] = [str(round(item.low) + step) for step in range(3)]
    elif item.kind is ItemKind.SINGLE and set(item.options) <= SIDES.keys():
        by_side = {SIDES[option]: option for option in item.options}
        if len(by_side) < len(item.options) or not {0, 2} <= by_side.keys():
            return None
        sides = [by_side[0], by_side.get(1, ""), by_side[2]]
    else:
        return None
    return Item(key=item.key, kind=ItemKind.VOTE, options=tuple(sides), construct=item.construct)


def _cast(vote: Item, table: AnswerTable) -> int:
    answers = table.answers.get(vote.key, ())
    return sum(isinstance(answer, Chosen | Rated | DontKnow) for answer in answers)
