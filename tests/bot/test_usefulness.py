"""Is a division of any use? Four checks, and two divisions compared on what neither was made of."""

from dataclasses import replace

import pytest

from segmentation.run import Membership, SegmentationRun
from segmentation.values import AnswerTable, Recipe
from surveys.answers import Answer, Rated
from surveys.questions import Basis, Gauge, QuestionKey, Scale, Survey
from surveys.text import Text
from tests.bot.chat import Neighbour, Town
from tests.bot.segments import in_halves
from tests.makers import a_completed_walk, an_open_survey
from use_cases.records import Role

QUIET, NEED, LOYAL = map(QuestionKey, ("quiet", "need", "loyal"))


@pytest.fixture
async def manager(town: Town) -> Neighbour:
    town.compute = by_basis
    return await town.person("Maria", role=Role.MANAGER)


async def by_basis(
    answers: AnswerTable, recipe: Recipe, previous: SegmentationRun | None
) -> SegmentationRun:
    """Psychographic segments are the first and the second half; those by needs go by turns."""
    run = await in_halves(answers, recipe, previous)
    if recipe.scheme == "needs":
        turns = {p: Membership(1 + p % 2, 0.9, True) for p in answers.people}
        return replace(run, memberships=turns)
    return run


async def a_house(town: Town, author: Neighbour, people: int = 80, *, loyal: bool = True) -> None:
    """The first half of the people would recommend the house, the others would not."""
    scales = (
        Scale(key=QUIET, prompt=Text({"en": "Quiet?"}), basis=Basis.PSYCHOGRAPHIC),
        Scale(key=NEED, prompt=Text({"en": "A ramp?"}), basis=Basis.NEEDS),
        Scale(
            key=LOYAL,
            prompt=Text({"en": "Recommend <us>?"}),
            low=0,
            high=10,
            gauge=Gauge.NPS,
        ),
    )
    survey = Survey(
        key="house",
        title=Text({"en": "Our house"}),
        questions=scales if loyal else scales[:2],
        languages=("en",),
    )
    residents = [await town.person(f"Resident {number}") for number in range(people)]
    async with town.work() as work:
        stored = await an_open_survey(work, await author.record(), survey)
        for place, resident in enumerate(residents):
            known = await work.people.by_telegram_id(resident.telegram_id)
            assert known is not None
            given: dict[str, Answer] = {QUIET: Rated(1), NEED: Rated(1)}
            if loyal:
                given[LOYAL] = Rated((9 if place < people // 2 else 3) + place % 2)
            await a_completed_walk(work, stored, known, given)
        await work.commit()


async def tap(manager: Neighbour, label: str, message: int) -> str:
    """Tap a button of that message."""
    shown = manager.chat.messages[message]
    data = shown.data_of(label)
    assert data is not None, f"no {label!r} under {shown.text}"
    return await manager.presses(data, shown)


async def divided(town: Town, manager: Neighbour) -> tuple[int, int]:
    """Both schemes are found; the messages that show them."""
    await manager.says("/segments")
    needs = manager.last.id
    await manager.taps("Find segments")
    await town.settled()
    values = max(number for number in manager.chat.messages if number < needs)
    await tap(manager, "Find segments", values)
    await town.settled()
    return values, needs


async def test_the_four_checks_stand_beside_a_scheme(town: Town, manager: Neighbour) -> None:
    """What the segments were not made of is foretold by the one scheme, not by the other."""
    await a_house(town, manager)
    values, needs = await divided(town, manager)

    await tap(manager, "Is it of use", values)
    await town.settled()
    said = manager.chat.messages[values].text.replace("\xa0", " ")
    assert "🔹 Measurable: 100 % of those" in said
    assert "🔹 Reachable: 100 %" in said
    assert "🔹 Substantial: the smallest segment has 40 people (30 or more" in said
    assert "🔹 Differing in what matters: of 1 answers" in said
    assert "· Recommend <us>? — 78 % (77 % to 80 %)" in said
    assert "Cut too fine" not in said

    await tap(manager, "Is it of use", needs)
    await town.settled()
    assert "⚠️ No difference in what matters" in manager.chat.messages[needs].text


async def test_two_schemes_are_compared(town: Town, manager: Neighbour) -> None:
    await a_house(town, manager)
    values, _ = await divided(town, manager)
    await tap(manager, "Is it of use", values)
    await town.settled()

    assert "With which?" in await tap(manager, "Compare", values)
    await tap(manager, "what people need", values)
    await town.settled()

    said = manager.chat.messages[values].text
    assert "1. Our house · how people live" in said
    assert "2. Our house · what people need" in said
    assert "Division 1 tells more: it is better in 1 of 1" in said
    assert "the first is better." in said
    await tap(manager, "Back to the division", values)
    assert "the cut into two" in manager.chat.messages[values].text


async def test_without_other_answers_nobody_can_tell(town: Town, manager: Neighbour) -> None:
    """Nothing to try it on is said, and is no failure of the scheme."""
    await a_house(town, manager, loyal=False)
    values, needs = await divided(town, manager)

    await tap(manager, "Is it of use", values)
    await town.settled()
    assert "❔ Whether it differs in what matters cannot be tried" in (
        manager.chat.messages[values].text
    )
    await tap(manager, "Compare", values)
    await tap(manager, "what people need", values)
    await town.settled()
    assert "There is nothing to compare them on" in manager.chat.messages[values].text
    assert needs


async def test_small_segments_are_cut_too_fine(town: Town, manager: Neighbour) -> None:
    """Fewer than thirty in a segment is a warning, with its name."""
    await a_house(town, manager, people=60)
    await manager.says("/segments")

    async def lopsided(
        answers: AnswerTable, recipe: Recipe, previous: SegmentationRun | None
    ) -> SegmentationRun:
        run = await in_halves(answers, recipe, previous)
        places = {
            person: replace(m, segment=1 if place < 8 else 2)
            for place, (person, m) in enumerate(run.memberships.items())
        }
        return replace(run, memberships=places)

    town.compute = lopsided
    await manager.taps("Find segments")
    await town.settled()
    await manager.taps("Is it of use")
    await town.settled()

    assert "⚠️ Substantial: the smallest segment has 8 people" in manager.last.text
    assert "⚠️ Cut too fine: “" in manager.last.text


async def test_residents_may_not(town: Town, manager: Neighbour) -> None:
    await a_house(town, manager)
    await divided(town, manager)
    vera = await town.person("Vera", language="ru")
    await vera.says("/points")

    for pressed in ("sc:c:1:0", "sc:r:1:0", "sc:v:1:2", "sc:b:1:0"):
        assert await vera.presses(pressed) == "Это могут только управляющие."
