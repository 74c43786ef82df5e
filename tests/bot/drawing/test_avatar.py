"""Faces of personas: always the same for a segment, unlike those beside it."""

from bot.drawing.avatar import avatar, is_woman, look_of
from bot.drawing.scene import LIGHT
from bot.drawing.svg import svg
from bot.views.persona_names import proposed_name


def test_a_segment_keeps_its_face() -> None:
    assert svg(avatar(look_of(7), LIGHT["s3"])) == svg(avatar(look_of(7), LIGHT["s3"]))
    assert look_of(7) != look_of(7, face=1)


def test_neighbours_look_unlike_each_other() -> None:
    """Hair, tone and name differ among any six segments that stand together."""
    for first in range(1, 60):
        six = range(first, first + 6)
        looks = [look_of(each) for each in six]
        assert len({(look.hair, look.tone, look.woman) for look in looks}) == 6
        assert len({proposed_name(each, 0, "ru") for each in six}) == 6


def test_the_name_goes_with_the_face_in_every_language() -> None:
    for segment_id in range(1, 40):
        for face in range(5):
            names = [proposed_name(segment_id, face, each) for each in ("ru", "uk", "en")]
            assert all(names)
            assert is_woman(segment_id, face) == look_of(segment_id, face).woman


def test_of_age_means_grey() -> None:
    young, old = look_of(2), look_of(2, older=True)
    assert not young.older
    assert svg(avatar(young, "#E69F00")) != svg(avatar(old, "#E69F00"))
