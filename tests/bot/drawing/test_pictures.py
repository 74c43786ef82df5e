"""Pictures as shapes: what is told on a tap, what keeps its colour, what fits the width."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.drawing.lettering import width_of, wrapped
from bot.drawing.parts import Named, badge
from bot.drawing.png import drawable, png
from bot.drawing.scene import LIGHT, WIDTH, Ellipse, Hit, Label, Mark, Path, Placed, Scene
from bot.drawing.svg import svg
from bot.reports.charts import SEGMENT_COLOURS
from bot.views.persona import persona_words
from bot.views.pictures import growth_scene, heat_scene, stability_scene, streams_scene
from bot.words import Words
from segmentation.grounds import Grounds
from segmentation.run import Evidence, SegmentationRun, Verdict
from segmentation.values import Recipe
from tests.fakes import NOON
from tests.use_cases.test_portraits import QUIET, two_halves
from use_cases.records import Scheme, StoredSegment
from use_cases.reporting.portraying import portray
from use_cases.segments.following import Flows, Link, Step, WavePoint
from use_cases.segments.personas import Persona

LONG = "Хотят тишины, света у входа & <зелёного> двора, где всем хватает места"
NAMES = {1: LONG, 2: "Другие"}


def labels_of(scene: Scene) -> list[Label]:
    marks: list[Mark] = []
    for each in scene.marks:
        marks += each.marks if isinstance(each, Hit) else (each,)
    inside = [label for m in marks if isinstance(m, Placed) for label in labels_of(m.scene)]
    return [*inside, *(mark for mark in marks if isinstance(mark, Label))]


def flows(*, merged: bool = False) -> Flows:
    """Two waves of two segments, of whom a tenth moved; one stream is of a few people."""
    segments = {
        str(n): StoredSegment(
            id=n, scheme_id=1, key=str(n), number=n, merged_into=1 if merged and n == 2 else None
        )
        for n in (1, 2)
    }
    shares = {("1", "1"): 0.5, ("1", "2"): 0.1, ("2", "2"): 0.4, ("2", "1"): None}
    return Flows(
        scheme=Scheme(id=1, survey_key="house", grounds=Grounds.read("needs")),
        segments=segments,
        waves=(
            WavePoint(at=NOON, shares={"1": 0.6, "2": 0.4}),
            WavePoint(at=NOON + timedelta(days=30), shares={"1": 0.5, "2": 0.5}),
        ),
        links=tuple(
            Link(step=0, before=a, after=b, share=share, of_before=share)
            for (a, b), share in shares.items()
        ),
        steps=(Step(people=100, moved=0.1, low=0.05, high=0.16, counted=0.2, noise=0.1),),
    )


def a_run() -> SegmentationRun:
    evidence = Evidence(
        segments=2, log_likelihood=-1.0, bic=2.0, within_ss=1.0, smallest=30, sizes=(30, 30),
        starts=20, starts_at_best=9, stability=0.8, stability_low=0.7, stability_high=0.9,
        null_independent=0.2, null_level=0.4,
    )  # fmt: skip
    recipe = Recipe(scheme="needs", items=())
    return SegmentationRun(
        recipe=recipe, verdict=Verdict.REPRODUCIBLE, people=60, placed=60, exploratory=True,
        below_floor=False, evidence=(evidence,),
    )  # fmt: skip


def all_scenes(language: str) -> list[Scene]:
    words = Words(language)
    scenes = [
        heat_scene(portray(two_halves()), NAMES, words, 10),
        stability_scene(a_run(), words),
        streams_scene(flows(), NAMES, words),
        growth_scene(flows(), NAMES, words),
    ]
    assert all(scenes)
    return [scene for scene in scenes if scene is not None]


@pytest.mark.parametrize("language", ["ru", "uk", "en"])
def test_every_picture_tells_its_values_and_fits(language: str) -> None:
    """On hover or tap, in words; labels begin within the width; people's words are escaped."""
    for scene in all_scenes(language):
        drawn = svg(scene)
        hits = [each for each in scene.marks if isinstance(each, Hit)]
        assert hits
        assert all(hit.says for hit in hits)
        assert any(c.isdigit() for hit in hits for c in hit.says)
        assert drawn.count('class="hit"') == drawn.count('class="tip"') == len(hits)
        assert "<зелёного>" not in drawn
        assert scene.width == WIDTH
        assert all(0 <= label.x <= WIDTH and 0 < label.y < scene.height
                   for label in labels_of(scene))  # fmt: skip


@pytest.mark.parametrize(
    ("language", "built", "chance"),
    [
        ("ru", "по этому вопросу группы и построены", "случайность: p < 0,001"),
        ("uk", "за цим запитанням групи й побудовано", "випадковість: p < 0,001"),
        ("en", "the segments were built on this question", "chance alone: p < 0.001"),
    ],
)
def test_a_cell_says_how_easily_chance_makes_it(language: str, built: str, chance: str) -> None:
    """Adjusted for the number of comparisons; of what made the segments it says that instead."""
    first, second = portray(two_halves())
    rows = tuple(replace(row, p=None if row.question.key == QUIET else row.p) for row in first.rows)
    names = {1: "One", 2: "Two"}
    heat = heat_scene([replace(first, rows=rows), second], names, Words(language), 15)
    assert heat is not None
    told = [mark.says for mark in heat.marks if isinstance(mark, Hit)]
    assert any(said.endswith(built) for said in told)
    assert any(chance in said for said in told)
    assert not any("…" in each for each in svg(heat).split("<tspan"))


def test_a_picture_is_a_png_of_two_dots_a_unit() -> None:
    content = png(all_scenes("ru")[2])

    assert content.startswith(b"\x89PNG")
    assert int.from_bytes(content[16:20], "big") == 2 * WIDTH
    assert content == png(all_scenes("ru")[2])


def test_a_number_keeps_its_colour() -> None:
    for number in range(1, 20):
        (circle, _) = badge(0, 0, Named(number, "x"))
        assert isinstance(circle, Ellipse)
        assert LIGHT[circle.fill] == SEGMENT_COLOURS[(number - 1) % len(SEGMENT_COLOURS)]


def test_a_stream_of_a_few_is_not_drawn() -> None:
    said = [h.says for h in streams_scene(flows(), NAMES, Words("en")).marks if isinstance(h, Hit)]

    assert any('From "Хотят' in each and "10" in each for each in said)
    assert not any('From "Другие"' in each for each in said)


def test_merged_segments_are_one_column() -> None:
    scene = streams_scene(flows(merged=True), NAMES, Words("en"))

    said = [hit.says for hit in scene.marks if isinstance(hit, Hit)]
    assert not any("Другие" in each for each in said)
    assert any(each.startswith("Stayed") and "100" in each for each in said)


def test_of_few_people_a_cell_holds_no_figure() -> None:
    scene = heat_scene(portray(two_halves()), NAMES, Words("en"), 10)

    assert scene is not None
    cells = {h.says: h for h in scene.marks if isinstance(h, Hit)}
    prams = next(says for says in cells if "pram" in says and "hardly anybody" in says)
    assert not any(c.isdigit() for c in prams.replace("fewer than 5", ""))


def test_long_words_are_cut_with_an_ellipsis() -> None:
    assert wrapped("слово " * 40, 12.0, 100.0, 2)[-1].endswith("…")
    assert wrapped("", 12.0, 100.0) == [""]


def equal_thirds() -> Flows:
    """Three segments of a third each, three times."""
    segments = {str(n): StoredSegment(id=n, scheme_id=1, key=str(n), number=n) for n in (1, 2, 3)}
    waves = (WavePoint(at=NOON + timedelta(days=30 * n), shares=dict.fromkeys(segments, 1 / 3),
                       people=300) for n in range(3))  # fmt: skip
    scheme = Scheme(id=1, survey_key="house", grounds=Grounds.read("needs"))
    return Flows(scheme=scheme, segments=segments, waves=tuple(waves), links=(), steps=(None, None))


def test_equal_segments_do_not_hide_each_other() -> None:
    """Their points stand beside each other, their lines take turns, each end has its own words."""
    names = {1: "One", 2: "Two", 3: "Three"}
    scene = growth_scene(equal_thirds(), names, Words("en"))
    hits = [each for each in scene.marks if isinstance(each, Hit)]
    dots = {(mark.x, mark.y) for hit in hits for mark in hit.marks
            if isinstance(mark, Ellipse) and mark.rx < 10}  # fmt: skip
    legs = [mark for mark in scene.marks if isinstance(mark, Path) and mark.stroke in LIGHT]
    drawn = {colour: [m.steps for m in legs if m.stroke == colour] for colour in ("s1", "s2", "s3")}
    ends = [label for label in labels_of(scene) if label.text == "33\xa0%"]

    assert len(dots) == 9
    assert all(len(pieces) > 5 for pieces in drawn.values())
    assert not set(drawn["s1"]) & set(drawn["s2"])
    assert len({round(label.y) for label in ends}) == 3


def test_sizes_over_time_have_intervals() -> None:
    """After Wilson, drawn and told; none where it is not known of how many people a share is."""
    said = [hit.says for hit in growth_scene(equal_thirds(), NAMES, Words("en")).marks
            if isinstance(hit, Hit)]  # fmt: skip
    unknown = [hit.says for hit in growth_scene(flows(), NAMES, Words("en")).marks
               if isinstance(hit, Hit)]  # fmt: skip

    assert all("33\xa0% (28…39\xa0%)" in each for each in said)
    assert not any("…" in each.split(":")[-1] for each in unknown)


def test_an_interval_is_seen_and_the_highest_point_has_room() -> None:
    """The line ends in caps beyond the point; a stability of 1 lies below the upper edge."""
    run = a_run()
    sure = replace(run.evidence[0], stability=1.0, stability_low=0.97, stability_high=1.0)
    scene = stability_scene(replace(run, evidence=(sure,)), Words("en"))

    assert scene is not None
    title = max(label.y for label in labels_of(scene) if label.bold and label.size > 15)
    (hit,) = (each for each in scene.marks if isinstance(each, Hit))
    (dot,) = (mark for mark in hit.marks if isinstance(mark, Ellipse))
    caps = [m for m in hit.marks if isinstance(m, Path) and m.stroke == "accent"]
    assert dot.y - dot.ry > title + 12
    assert len(caps) == 3
    assert any(label.text == "1.00" for label in labels_of(scene))


def test_titles_fill_the_width_evenly_and_emoji_leave_no_hollow_squares() -> None:
    """Lines are measured by the letters in them; a PNG draws what its font has."""
    title = "In the last step 10 % moved to another segment of the house (5 to 16 %)"
    lines = wrapped(title, 17.0, 358.0, bold=True, balanced=True)
    wide = [width_of(line, 17.0, bold=True) for line in lines]

    assert len(lines) == 3
    assert min(wide) > 0.75 * max(wide)
    assert max(wide) <= 358.0
    assert len(wrapped("i" * 60, 12.0, 358.0)) == 1
    assert len(wrapped("Щ" * 60, 12.0, 358.0)) > 1
    assert drawable("🐶 Собаки 👩‍👧 во дворе") == "Собаки во дворе"
    assert drawable("Тишина · ≈ 5 %") == "Тишина · ≈ 5 %"


@pytest.mark.parametrize("language", ["ru", "uk", "en"])
def test_a_persona_with_little_to_tell_says_what_sets_its_people_apart(language: str) -> None:
    """Few headings are filled by the strongest differences; of the silent ones three are named."""
    words = Words(language)
    full = next(each for each in portray(two_halves()) if each.more)
    bare = replace(full, ages=None, values=(), needs=(), goals=(), problems=(), unsure=(),
                   channels=(), wordy=None, hours=None)  # fmt: skip
    nobody = replace(bare, more=(), less=())
    said, like_all = (
        persona_words(each, Persona(name=None, face=0), "Quiet", words) for each in (bare, nobody)
    )

    assert words("persona-apart") in [heading for heading, _ in said.facts]
    assert said.silent.count(",") <= 3
    assert any(c.isdigit() for c in said.silent)
    assert not like_all.facts
    assert like_all.silent == words("persona-like-all")
