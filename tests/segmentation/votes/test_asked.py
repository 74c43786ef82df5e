"""When a survey's questions are statements to vote on; nobody stands alone on the map."""

import numpy as np
import pytest

from segmentation.values import AnswerTable, Item, ItemKind, Method, Recipe
from segmentation.votes.asked import as_asked_for, vote_item
from surveys.answers import Answer, Chosen, DontKnow, Skipped
from surveys.questions import ChoiceKey, QuestionKey
from use_cases.reporting.opining import _stands


def statements(count: int, *options: str) -> Recipe:
    items = [
        Item(key=QuestionKey(f"s{j}"), kind=ItemKind.SINGLE, options=options) for j in range(count)
    ]
    return Recipe(scheme="opinions", items=tuple(items))


def answered(recipe: Recipe, each: int) -> AnswerTable:
    """Everybody votes on so many of the statements, and skips the others."""
    vote: list[Answer] = [Chosen(ChoiceKey("yes")), DontKnow()]
    return AnswerTable.of(
        {
            person: {
                item.key: vote[j % 2] if (j + person) % len(recipe.items) < each else Skipped()
                for j, item in enumerate(recipe.items)
            }
            for person in range(70)
        }
    )


@pytest.mark.parametrize(
    ("count", "each", "method"),
    [(12, 6, Method.VOTES), (12, 12, Method.MIXTURE), (9, 4, Method.MIXTURE)],
)
def test_many_statements_with_most_votes_uncast_are_votes(
    count: int, each: int, method: Method
) -> None:
    recipe = statements(count, "yes", "no")

    assert as_asked_for(recipe, answered(recipe, each)).method is method


def test_what_is_for_and_what_against() -> None:
    three = vote_item(statements(1, "agree", "pass", "disagree").items[0])
    assert three is not None and three.options == ("disagree", "pass", "agree")
    assert vote_item(statements(1, "own", "rent").items[0]) is None


@pytest.mark.parametrize("people", [0, 4, 5, 9, 10, 83])
def test_a_dot_is_five_people_or_more(people: int) -> None:
    stands = list(_stands(np.random.default_rng(0).normal(size=(people, 2)), 1))

    assert sum(stand.people for stand in stands) == (people if people >= 5 else 0)
    assert all(5 <= stand.people <= 9 for stand in stands)
