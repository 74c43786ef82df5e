"""A survey's marked questions become a recipe."""

from segmentation.values import ItemKind, Recipe
from surveys.questions import (
    Basis,
    Choice,
    ChoiceKey,
    MultipleChoice,
    OpenQuestion,
    QuestionKey,
    Scale,
    Survey,
)
from surveys.text import Text


def test_a_recipe_takes_the_questions_of_its_basis() -> None:
    """Needs are segmented on questions about needs; open ones and others are left out."""
    words = Text({"en": "?"})
    survey = Survey(
        key="yard",
        title=words,
        questions=(
            Scale(key=QuestionKey("quiet"), prompt=words, basis=Basis.NEEDS, reversed=True),
            MultipleChoice(
                key=QuestionKey("wishes"),
                prompt=words,
                basis=Basis.NEEDS,
                choices=(Choice(key=ChoiceKey("trees"), label=words),),
            ),
            OpenQuestion(key=QuestionKey("more"), prompt=words, basis=Basis.NEEDS),
            Scale(key=QuestionKey("mood"), prompt=words, basis=Basis.PSYCHOGRAPHIC),
        ),
    )
    recipe = Recipe.from_survey(survey, Basis.NEEDS, seed=3)

    assert [item.key for item in recipe.items] == ["quiet", "wishes"]
    assert [item.kind for item in recipe.items] == [ItemKind.SCALE, ItemKind.MULTIPLE]
    assert recipe.items[1].options == ("trees",)
    assert recipe.items[0].reversed
    assert (recipe.scheme, recipe.seed) == ("needs", 3)


def test_the_floor_is_the_larger_of_share_and_people() -> None:
    """Thirty people at least, and five in a hundred of many."""
    recipe = Recipe(scheme="needs", items=())

    assert recipe.floor(100) == 30
    assert recipe.floor(1001) == 51
