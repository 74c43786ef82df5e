"""By what people are divided: a list instead of a flood, and several subjects together."""

from dataclasses import replace
from datetime import timedelta

import pytest

from segmentation.run import Direction, Marker, Reliability, SegmentationRun
from segmentation.values import AnswerTable, Recipe
from surveys.answers import Answer, Rated
from surveys.questions import Basis, QuestionKey, Scale, Survey
from surveys.text import Text
from tests.bot.chat import Neighbour, Town, segment_here
from tests.bot.segments import in_halves
from tests.makers import a_completed_walk, an_open_survey
from use_cases.records import Role
from use_cases.records.rules import Deed

BASES = (Basis.DEMOGRAPHIC, Basis.NEEDS, Basis.PSYCHOGRAPHIC, Basis.FIRMOGRAPHIC)


@pytest.fixture
async def manager(town: Town) -> Neighbour:
    town.compute = in_halves
    return await town.person("Maria", role=Role.MANAGER)


def a_shop(*bases: Basis, key: str = "shop") -> Survey:
    """A statement on each of the bases."""
    return Survey(
        key=key,
        title=Text({"en": f"Our {key}"}),
        questions=tuple(
            Scale(key=QuestionKey(f"q_{basis.value}"), prompt=Text({"en": basis}), basis=basis)
            for basis in bases
        ),
        languages=("en",),
    )


async def answered(town: Town, survey: Survey, author: Neighbour, count: int = 60) -> None:
    """So many people have answered everything."""
    people = [await town.person(f"Customer {number}") for number in range(count)]
    async with town.work() as work:
        stored = await an_open_survey(work, await author.record(), survey)
        for person in people:
            known = await work.people.by_telegram_id(person.telegram_id)
            assert known is not None
            given: dict[str, Answer] = {str(q.key): Rated(3) for q in survey.questions}
            await a_completed_walk(work, stored, known, given)
        await work.commit()


async def test_four_bases_are_two_messages_and_a_list(town: Town, manager: Neighbour) -> None:
    """What comes out of the box is shown; the rest waits behind a button until it is asked for."""
    await answered(town, a_shop(*BASES), manager)

    assert "what people need" in await manager.says("/segments")
    said = await manager.taps("Divide otherwise")

    assert "By what shall people be divided?" in said
    assert manager.buttons == [
        *("how people live", "what people need", "who they are"),
        "the trade and size of their organisation",
        *("🧩 Several subjects together", "← All divisions"),
    ]


async def test_a_scheme_that_a_manager_asks_for_stays(town: Town, manager: Neighbour) -> None:
    """It is found like the others, is listed, and its people can be written to."""
    await answered(town, a_shop(*BASES), manager)
    await manager.says("/segments")
    await manager.taps("Divide otherwise")
    assert "who they are" in await manager.taps("who they are")
    await manager.taps("Find segments")
    await town.settled()
    assert "Our shop · who they are" in manager.last.text

    assert "Which segments shall we look at?" in await manager.says("/segments")
    assert "Our shop · who they are · 2" in manager.buttons
    await manager.says("/broadcast")
    assert len(manager.buttons) == 2


async def test_several_subjects_are_taken_together(town: Town, manager: Neighbour) -> None:
    await answered(town, a_shop(*BASES), manager)
    await manager.says("/segments")
    await manager.taps("Divide otherwise")
    await manager.taps("Several subjects")
    await manager.taps("what people need")
    assert not any("Take" in label for label in manager.buttons)
    await manager.taps("who they are")
    assert "✅ who they are" in manager.buttons

    assert "Our shop · what people need + who they are" in await manager.taps("Take 2 subjects")
    await manager.taps("Find segments")
    await town.settled()

    assert "the cut into two" in manager.last.text
    await manager.taps("Divide otherwise")
    assert "what people need + who they are · 2" in manager.buttons


async def test_a_survey_without_the_usual_bases_is_offered(town: Town, manager: Neighbour) -> None:
    await answered(town, a_shop(Basis.FIRMOGRAPHIC), manager)

    await manager.says("/segments")

    assert manager.buttons[0] == "🧭 Our shop"
    await manager.taps("Our shop")
    assert manager.buttons[0] == "the trade and size of their organisation"
    assert "← All divisions" in manager.buttons


async def test_forged_buttons_find_nothing(town: Town, manager: Neighbour) -> None:
    """Bases that the survey does not ask about, surveys that are not there, no bases at all."""
    await answered(town, a_shop(Basis.NEEDS), manager, count=1)
    await manager.says("/segments")

    for pressed in ("sc:o:1:1", "sc:o:1:0", "sc:o:99:2", "sc:w:99:0", "sc:o:1:1024"):
        said = await manager.presses(pressed)
        assert "no question" in said or "This division is no more" in said, pressed


async def test_residents_may_not(town: Town, manager: Neighbour) -> None:
    await answered(town, a_shop(*BASES), manager, count=1)
    await manager.says("/segments")
    vera = await town.person("Vera", language="ru")
    await vera.says("/points")

    for pressed in ("sc:l:0:0", "sc:w:1:0", "sc:m:1:3", "sc:o:1:2"):
        assert await vera.presses(pressed) == "Это могут только управляющие."


async def paid(town: Town, people: int, category: str | None = None) -> None:
    """So many customers have paid, each another sum."""
    payers = [await town.person(f"Payer {number}") for number in range(people)]
    traits = {"category": category} if category else {}
    async with town.work() as work:
        for number, payer in enumerate(payers):
            known = await work.people.by_telegram_id(payer.telegram_id)
            assert known is not None
            at, amount = town.clock.now() - timedelta(days=number), 100 * (people - number)
            deed = Deed(person_id=known.id, kind="payment", at=at, amount=amount, traits=traits)
            await work.facts.add_deeds([deed])
        await work.commit()


async def test_payments_divide_into_cold_warm_and_hot(town: Town, manager: Neighbour) -> None:
    """By definition, and it says so; the plain words are names that can be written to."""
    town.compute = segment_here
    await paid(town, 30)

    assert "Which segments shall we" in await manager.says("/segments")
    assert manager.buttons == ["🧭 who pays and comes: cold, warm, hot"]
    assert "30" in await manager.taps("who pays")
    await manager.taps("Find segments")
    await town.settled()

    text = manager.last.text
    assert "a cut by agreement, not a discovery" in text
    for name in ("① Cold", "② Warm", "③ Hot"):
        assert name in text
    assert "Seen lately" in text
    await manager.says("/broadcast")
    assert any(label.startswith("Hot · ") for label in manager.buttons)
    assert await manager.says("/segments") == text


async def test_few_who_paid_are_not_divided(town: Town, manager: Neighbour) -> None:
    await paid(town, 24)
    await manager.says("/segments")

    said = await manager.presses("sc:d:0:0")

    assert "Something is known of 24 of the 25 people" in said
    assert manager.buttons == ["← All divisions"]


async def test_interests_are_named_by_their_categories(town: Town, manager: Neighbour) -> None:
    town.compute = in_halves_of_interests
    await paid(town, 60, category="Yoga & tea")

    await manager.says("/segments")
    await manager.taps("what they take an interest in")
    await manager.taps("Find segments")
    await town.settled()

    assert "Yoga &amp; tea" in manager.last.text or "Yoga & tea" in manager.last.text


async def in_halves_of_interests(
    answers: AnswerTable, recipe: Recipe, previous: SegmentationRun | None
) -> SegmentationRun:
    """The first half like the first category."""
    run = await in_halves(answers, recipe, previous)
    item = recipe.items[0]
    mark = Marker(
        item=item.key,
        option=item.options[0],
        direction=Direction.MORE,
        difference=0.5,
        effect=1.0,
    )
    first, second = run.segments
    return replace(
        run, segments=(replace(first, more=(mark,), less=()), replace(second, more=(), less=()))
    )


async def test_scales_of_three_statements_are_offered(town: Town, manager: Neighbour) -> None:
    """Their scores can stand for the answers, and how well they are measured is told."""

    async def measured(
        answers: AnswerTable, recipe: Recipe, previous: SegmentationRun | None
    ) -> SegmentationRun:
        calm = Reliability(items=3, people=60, alpha=0.5, omega=0.61, omega_low=0.4, omega_high=0.7)
        return replace(await in_halves(answers, recipe, previous), scales={"calm": calm})

    town.compute = measured
    statements = tuple(
        Scale(
            key=QuestionKey(f"calm{n}"),
            prompt=Text({"en": "I like it calm"}),
            basis=Basis.PSYCHOGRAPHIC,
            construct="calm",
        )
        for n in range(3)
    )
    await answered(town, replace(a_shop(Basis.NEEDS), questions=statements), manager)
    await manager.says("/segments")
    await manager.taps("Divide otherwise")

    assert "by scales" in await manager.taps("how people live, by scales")
    await manager.taps("Find segments")
    await town.settled()

    assert "how people live, by scales" in manager.last.text
    assert "“calm” (statements: 3) is measured with a reliability of 0.61 (0.40 to 0.70)" in (
        manager.last.text
    )
    assert "That is poor" in manager.last.text
