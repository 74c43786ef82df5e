"""Rankings: places in columns of their own, orders in one cell, orders from the chat."""

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import adjusted_rand_score

from segmentation.coding import code
from segmentation.finding import segment, segment_coded
from segmentation.sheets.kinds import ColumnKind
from segmentation.sheets.reading import SheetOptions, read_sheet
from segmentation.values import AnswerTable, Item, ItemKind, Recipe
from surveys.answers import Ranked
from surveys.questions import ChoiceKey, QuestionKey

OPTIONS = ("tea", "water", "milk", "juice")
RECIPE = Recipe(
    scheme="ranks",
    items=(Item(key=QuestionKey("drinks"), kind=ItemKind.RANKING, options=OPTIONS),),
    segments=2,
    pairs=0,
    starts=5,
)


def orders(people: int = 200) -> tuple[list[tuple[str, ...]], np.ndarray]:
    """One kind likes tea best and juice least, the other the reverse, give or take."""
    rng = np.random.default_rng(0)
    kind = rng.integers(0, 2, people)
    liking = np.where(kind[:, None] == 0, [3, 2, 1, 0], [0, 1, 2, 3])
    liking = liking + 0.7 * rng.standard_normal((people, 4))
    return [tuple(OPTIONS[i] for i in np.argsort(-row)) for row in liking], kind


def test_orders_from_the_chat_tell_people_apart() -> None:
    """A ranking is one question, whatever its number of options."""
    ranked, kind = orders()
    key = QuestionKey("drinks")
    table = AnswerTable.of(
        {p: {key: Ranked(tuple(map(ChoiceKey, order)))} for p, order in enumerate(ranked)}
    )
    run = segment(table, RECIPE)
    found = [run.memberships[p].segment or 0 for p in table.people]

    assert adjusted_rand_score(kind, found) > 0.8
    assert sum(f.weight for f in code(table, RECIPE).features) == pytest.approx(4.0)


def test_options_left_unranked_share_what_is_left() -> None:
    """Who names a first place only has said nothing about the order of the others."""
    table = AnswerTable.of(
        {
            0: {QuestionKey("drinks"): Ranked((ChoiceKey("milk"),))},
            1: {QuestionKey("drinks"): Ranked(tuple(map(ChoiceKey, OPTIONS)))},
        }
    )
    values = code(table, RECIPE).values

    assert values[0] == pytest.approx([1 / 3, 1 / 3, 1.0, 1 / 3])
    assert values[1] == pytest.approx([1.0, 2 / 3, 1 / 3, 0.0])


@pytest.mark.parametrize("spread", [True, False])
def test_sheets_of_rankings(spread: bool) -> None:
    """A place a column or an order a cell: the same people, each ranking one question."""
    ranked, kind = orders()
    frame = pd.DataFrame(
        {"shop": [str(k) for k in kind], "drinks": [" > ".join(o) for o in ranked]}
    )
    if spread:
        for option in OPTIONS:
            frame[option] = [str(1 + order.index(option)) for order in ranked]
        del frame["drinks"]
    columns = OPTIONS if spread else ("drinks",)
    kinds = dict.fromkeys(columns, ColumnKind.RANKING)
    sheet = read_sheet(frame, SheetOptions(items=("shop", *columns), kinds=kinds))
    run = segment_coded(sheet.coded, range(200), RECIPE)
    weights: dict[str, float] = {}
    for feature in sheet.coded.features:
        weights[feature.question] = weights.get(feature.question, 0) + feature.weight

    assert len(weights) == 2
    assert len({round(w, 9) for w in weights.values()}) == 1
    assert adjusted_rand_score(kind, [run.memberships[p].segment or 0 for p in range(200)]) > 0.8
