"""The page of a segment: notes, pins, merging."""

from dataclasses import replace

import pytest

from bot.views.alerts import digest_view
from bot.words import Words
from segmentation.run import SegmentationRun
from segmentation.values import AnswerTable, Recipe
from tests.bot.chat import Neighbour, Town
from tests.bot.segments import in_halves, residents_answer, the_second_half_loves_the_yard
from use_cases.fieldwork.alerting import CollectAlerts
from use_cases.records import AlertKind, Role


@pytest.fixture
async def manager(town: Town) -> Neighbour:
    town.compute = in_halves
    return await town.person("Maria", role=Role.MANAGER)


async def _found(town: Town, manager: Neighbour) -> None:
    """Two segments of thirty are in sight."""
    await residents_answer(town, 60, asked_by=manager)
    await manager.says("/segments")
    await manager.taps("Find segments")
    await town.settled()


async def test_a_note_stands_on_the_page_of_its_segment(town: Town, manager: Neighbour) -> None:
    """It is taken as written, told back, and taken away by a dash."""
    await _found(town, manager)

    said = await manager.taps("Who is 1")
    assert "people: 30 · 50 %" in said
    assert "Now:" not in await manager.taps("Note")
    assert "longer than 500" in await manager.says("x" * 501)
    assert "📝 Ask <them> first" in await manager.says("Ask <them> first")
    assert "Ask <them> first" in await manager.taps("Note")
    assert "📝" not in await manager.says("-")


async def test_two_segments_become_one_and_two_again(town: Town, manager: Neighbour) -> None:
    """In the list, in its size, and for whom a message is; through another search, too."""
    await _found(town, manager)
    await manager.taps("Who is 2")
    assert "become a part of?" in await manager.taps("Merge")
    await manager.presses("sp:i:2:1")
    assert "cannot" not in await manager.presses("sp:i:2:1"), "a second tap is the same tap"

    assert "people: 60 · 100 %" in manager.last.text
    assert "Merged from: " in manager.last.text
    await manager.taps("All segments")
    assert "2." not in manager.last.text
    assert "Merged segment 1" in manager.last.text
    assert "Several segments together" in manager.last.text, "half of them are otherwise"
    await manager.taps("Find again")
    await town.settled()
    assert "people: 60 · 100 %" in manager.last.text

    await manager.taps("Who is 1")
    await manager.taps("Take apart")
    await manager.taps("All segments")
    assert manager.last.text.count("people: 30 · 50 %") == 2


async def test_a_pinned_segment_is_not_lost_in_silence(town: Town, manager: Neighbour) -> None:
    """A search that does not find it changes nothing and says so; unpinned, it goes its way."""
    await _found(town, manager)
    await manager.taps("Who is 2")
    assert "📌" in await manager.taps("Pin")

    async def one_is_gone(
        answers: AnswerTable, recipe: Recipe, previous: SegmentationRun | None
    ) -> SegmentationRun:
        run = await in_halves(answers, recipe, previous)
        places = {who: replace(at, segment=1) for who, at in run.memberships.items()}
        return replace(run, segments=run.segments[:1], memberships=places)

    town.compute = one_is_gone
    await manager.says("/segments")
    await manager.taps("Find again")
    await town.settled()
    assert "is pinned, and this time I did not find it" in manager.last.text
    assert manager.last.text.count("people: 30 · 50 %") == 2
    (digest,) = await CollectAlerts(town.database.open_work, town.clock)()
    assert [alert.kind for alert in digest.alerts] == [AlertKind.PINNED]
    said = digest_view(digest, Words("en")).text
    assert "no longer finds what is pinned: Segment 2" in said

    await manager.taps("Who is 2")
    await manager.taps("Unpin")
    await manager.taps("All segments")
    await manager.taps("Find again")
    await town.settled()
    assert "Would end: “" in manager.last.text
    await manager.taps("Take the new ones")
    await manager.taps("← Segments")
    assert "people: 60 · 100 %" in manager.last.text


async def test_only_managers_look_after_segments(town: Town, manager: Neighbour) -> None:
    await _found(town, manager)
    vera = await town.person("Vera", language="ru")
    await vera.says("/segments")
    for act in ("o:1:0", "n:1:0", "p:1:0", "m:1:0", "i:1:2", "a:1:0"):
        assert await vera.presses(f"sp:{act}") == "Это могут только управляющие."


async def test_buttons_of_a_segment_that_is_gone_say_so(town: Town, manager: Neighbour) -> None:
    await _found(town, manager)
    assert "no more" in await manager.presses("sp:o:99:0")
    assert "cannot be merged" in await manager.presses("sp:i:1:1")


async def test_the_portrait_comes_into_the_page(town: Town, manager: Neighbour) -> None:
    """Everybody answered alike here, and that is said; an unlike half is told with its proof."""
    await _found(town, manager)
    await manager.taps("Who is 1")
    await town.settled()
    assert "No strong differences" in manager.last.text
    assert "What all segments agree on" in manager.last.text
    assert "«" not in manager.last.text
    assert "I want quiet" in manager.last.text


async def test_a_portrait_tells_differences_with_their_proof(
    town: Town, manager: Neighbour
) -> None:
    people = await residents_answer(town, 60, asked_by=manager)
    await the_second_half_loves_the_yard(town, people)
    await manager.says("/segments")
    await manager.taps("Find segments")
    await town.settled()
    await manager.taps("Who is 2")
    await town.settled()

    said = manager.last.text
    assert "▲ “I love the yard” — 5.0 of 5, everybody 3.0*" in said
    assert "difference +2.0 (+" in said
    assert "strength 1.0 (" in said
    assert "that they differ proves nothing by itself" in said


async def test_a_persona_is_drawn_and_can_be_changed(town: Town, manager: Neighbour) -> None:
    """The same face and name each time; another name stays, another face comes in its place."""
    await _found(town, manager)
    await manager.taps("Who is 1")
    await town.settled()
    await manager.taps("Persona")
    await town.settled()
    first = manager.last
    assert first.photo.startswith(b"\x89PNG")
    assert "Marina · Agree: “I want quiet”" in first.text

    await manager.taps("Another face")
    await town.settled()
    assert first.id == manager.last.id
    assert manager.last.photo != first.photo
    assert "Marina" not in manager.last.text

    await manager.taps("Another name")
    assert "longer than 24" in await manager.says("x" * 25)
    await manager.says("Sasha & <Co>")
    await town.settled()
    assert "Sasha & <Co> · Agree" in manager.last.text


async def test_of_a_few_people_no_persona_is_drawn(town: Town, manager: Neighbour) -> None:
    async def lopsided(
        answers: AnswerTable, recipe: Recipe, previous: SegmentationRun | None
    ) -> SegmentationRun:
        run = await in_halves(answers, recipe, previous)
        few = {who: place for place, who in enumerate(run.memberships)}
        places = {
            who: replace(at, segment=1 if few[who] < 3 else 2)
            for who, at in run.memberships.items()
        }
        return replace(run, memberships=places)

    town.compute = lopsided
    await _found(town, manager)
    await manager.taps("Who is 1")
    await town.settled()
    assert "fewer than five people here: nothing is told" in manager.last.text
    await manager.taps("Persona")
    await town.settled()
    assert "no portrait is drawn" in manager.last.text
