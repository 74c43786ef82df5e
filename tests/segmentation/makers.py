"""Made-up residents whose kinds are known, so that what is found can be held against the truth."""

from collections.abc import Mapping

import numpy as np

from segmentation.values import AnswerTable, Item, ItemKind, Recipe
from surveys.answers import Answer, Chosen, Counted, Picked, Rated
from surveys.questions import ChoiceKey, QuestionKey

Sheet = Mapping[QuestionKey, Answer]
HOBBIES = ("garden", "chess", "sport", "music")
TRANSPORT = ("car", "bus", "bike")


def ratings(
    people: int, items: int, *, kinds: int = 3, apart: float = 1.2, seed: int = 0
) -> tuple[dict[int, Sheet], np.ndarray]:
    """Ratings 1-5 of so many kinds of people, `apart` in standard deviations; and the truth."""
    rng = np.random.default_rng(seed)
    truth = rng.integers(0, kinds, people)
    centres = 3 + apart * rng.standard_normal((kinds, items))
    rated = np.clip(np.round(centres[truth] + rng.standard_normal((people, items))), 1, 5)
    sheets: dict[int, Sheet] = {
        person: {QuestionKey(f"q{j}"): Rated(int(value)) for j, value in enumerate(row)}
        for person, row in enumerate(rated)
    }
    return sheets, truth


def rating_recipe(items: int, **changes: object) -> Recipe:
    """The recipe over the questions of `ratings`."""
    scales = tuple(
        Item(key=QuestionKey(f"q{j}"), kind=ItemKind.SCALE, low=1, high=5) for j in range(items)
    )
    return Recipe(scheme="needs", items=scales, **changes)  # type: ignore[arg-type]


MIXED = Recipe(
    scheme="psychographic",
    items=(
        Item(key=QuestionKey("way"), kind=ItemKind.SINGLE, options=TRANSPORT),
        Item(key=QuestionKey("hobbies"), kind=ItemKind.MULTIPLE, options=HOBBIES),
        Item(key=QuestionKey("quiet"), kind=ItemKind.SCALE, low=1, high=5),
        Item(key=QuestionKey("age"), kind=ItemKind.NUMBER),
        Item(key=QuestionKey("owner"), kind=ItemKind.SINGLE, options=("yes", "no")),
    ),
)


def mixed(
    people: int, *, seed: int = 0, missing: float = 0.1
) -> tuple[dict[int, Sheet], np.ndarray]:
    """Two kinds of people who answer one question of every kind; some answers are missing."""
    rng = np.random.default_rng(seed)
    truth = rng.integers(0, 2, people)
    sheets: dict[int, Sheet] = {}
    for person, kind in enumerate(truth):
        likes = rng.random(len(HOBBIES)) < ([0.9, 0.8, 0.1, 0.1], [0.1, 0.1, 0.8, 0.9])[kind]
        way = rng.choice(TRANSPORT, p=([0.8, 0.1, 0.1], [0.1, 0.2, 0.7])[kind])
        sheet: dict[str, Answer] = {
            "way": Chosen(ChoiceKey(str(way))),
            "hobbies": Picked(
                tuple(ChoiceKey(h) for h, like in zip(HOBBIES, likes, strict=True) if like)
            ),
            "quiet": Rated(int(np.clip(round(rng.normal((4.5, 2)[kind], 0.8)), 1, 5))),
            "age": Counted(float(round(rng.normal((60, 30)[kind], 8)))),
            "owner": Chosen(ChoiceKey("yes" if rng.random() < (0.9, 0.2)[kind] else "no")),
        }
        sheets[person] = {
            QuestionKey(key): answer for key, answer in sheet.items() if rng.random() >= missing
        }
    return sheets, truth


def table(sheets: Mapping[int, Sheet]) -> AnswerTable:
    """The sheets as a table."""
    return AnswerTable.of(sheets)
