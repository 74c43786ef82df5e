"""The opinion map: dots grow with the people in them, groups keep their colours."""

from bot.drawing.opinions import Spot, opinion_map
from bot.drawing.parts import Named
from bot.drawing.scene import Ellipse, Hit

GROUPS = (Named(1, "Left"), Named(2, "Right"))
SAYS = {1: "Left · 30", 2: "Right · 10"}


def test_people_who_stand_together_are_one_dot() -> None:
    spots = [Spot(-1.0, 0.0, 1)] * 30 + [Spot(1.0, 0.0, 2)] * 10 + [Spot(0.0, 1.0, 0)]
    scene = opinion_map(spots, GROUPS, SAYS, "Map", "")

    assert scene is not None
    hits = {each.says: each for each in scene.marks if isinstance(each, Hit)}
    assert set(hits) == {"Left · 30", "Right · 10"}
    left = [m for m in hits["Left · 30"].marks if isinstance(m, Ellipse) and m.fill == "s1"]
    right = [m for m in hits["Right · 10"].marks if isinstance(m, Ellipse) and m.fill == "s2"]
    assert left[0].rx > right[0].rx
    assert left[0].x < right[0].x
    assert any(isinstance(each, Ellipse) and each.fill == "all" for each in scene.marks)


def test_a_few_far_away_do_not_shrink_the_rest() -> None:
    """They stand on the rim."""
    crowd = [Spot(i / 100, (i * 7 % 100) / 100, 1 + i % 2) for i in range(100)]
    near = opinion_map(crowd, GROUPS, SAYS, "Map", "")
    far = opinion_map([*crowd, Spot(1e6, 0.5, 1)], GROUPS, SAYS, "Map", "")

    assert near is not None
    assert far is not None
    assert len(far.marks) == len(near.marks)
    places = {m.x for each in far.marks if isinstance(each, Hit) for m in each.marks
              if isinstance(m, Ellipse)}  # fmt: skip
    assert len(places) > 20


def test_without_people_there_is_no_map() -> None:
    assert opinion_map([], GROUPS, SAYS, "Map", "") is None
