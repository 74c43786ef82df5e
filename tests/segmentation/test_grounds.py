"""What a scheme rests on has one key, whoever names it in whatever order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segmentation.grounds import Doings, Grounds
from segmentation.values import Recipe
from surveys.questions import Basis, QuestionKey, Scale, Survey
from surveys.text import Text

bases = st.lists(st.sampled_from(Basis), min_size=1)


@given(bases, st.booleans())
def test_the_key_says_everything(named: list[Basis], by_scales: bool) -> None:
    grounds = Grounds.on(*named, by_scales=by_scales)

    assert Grounds.read(grounds.key) == grounds
    assert Grounds.on(*reversed(named), by_scales=by_scales) == grounds


@pytest.mark.parametrize("doings", Doings)
def test_what_people_did_has_a_key_too(doings: Doings) -> None:
    assert Grounds.read(doings.value) == Grounds(doings=doings)


@pytest.mark.parametrize("key", ["", "mood", "needs:scalesx", "needs++needs", "rfm:scales"])
def test_nonsense_is_no_grounds(key: str) -> None:
    with pytest.raises(ValueError):
        Grounds.read(key)


def test_several_bases_make_one_recipe() -> None:
    """The questions stand in the order of the survey; those on other bases are left out."""
    kinds = (Basis.NEEDS, Basis.FIRMOGRAPHIC, Basis.PSYCHOGRAPHIC, None)
    survey = Survey(
        key="shop",
        title=Text({"en": "Shop"}),
        questions=tuple(
            Scale(key=QuestionKey(f"q{n}"), prompt=Text({"en": "?"}), basis=basis)
            for n, basis in enumerate(kinds)
        ),
    )

    recipe = Recipe.from_survey(survey, Grounds.on(Basis.FIRMOGRAPHIC, Basis.NEEDS))

    assert [item.key for item in recipe.items] == ["q0", "q1"]
    assert recipe.scheme == "needs+firmographic"
