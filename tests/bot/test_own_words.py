"""Own words where people are divided: told plainly, left out by a tap, read for newcomers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from bot.reports.html import write_html
from segmentation.finding import segment
from segmentation.run import SegmentationRun
from segmentation.values import AnswerTable, Recipe
from surveys.answers import Answer, Picked, Written
from surveys.questions import (
    Basis,
    Choice,
    ChoiceKey,
    MultipleChoice,
    OpenQuestion,
    QuestionKey,
    Survey,
)
from surveys.text import Text
from tests.bot.chat import Neighbour, Town, WorkerHere
from tests.makers import a_completed_walk, an_open_survey
from tests.segmentation.themes.texts import HEATING, LIFT, PARKING, answers
from use_cases.access import NotAllowed
from use_cases.records import Role
from use_cases.reporting.building import BuildReport
from use_cases.reporting.portraying import portray
from use_cases.reporting.sitting import gather_material, read_material
from use_cases.segments.theme_names import ListThemes, NameTheme, ThemeGone
from use_cases.segments.themes import ReadTexts

TICKS, WORDS = QuestionKey("ticks"), QuestionKey("words")
LABELS = {"lift": "The lift", "heat": "Heating", "cars": "Parking"}
ABOUT = {
    key: ", ".join(part[1] for part in thing)
    for key, thing in zip(LABELS, (LIFT, HEATING, PARKING), strict=True)
}


def a_survey_of_needs() -> Survey:
    choices = tuple(Choice(key=ChoiceKey(k), label=Text({"en": v})) for k, v in LABELS.items())
    return Survey(
        key="house",
        title=Text({"en": "Our house"}),
        languages=("en",),
        questions=(
            MultipleChoice(
                key=TICKS,
                prompt=Text({"en": "What needs mending?"}),
                basis=Basis.NEEDS,
                choices=choices,
                picks_min=0,
            ),
            OpenQuestion(key=WORDS, prompt=Text({"en": "What is the trouble?"}), basis=Basis.NEEDS),
        ),
    )


def everybodys(texts: Sequence[str]) -> list[Mapping[str, Answer]]:
    """Texts about three things, one after the other; two people in three tick theirs too."""
    ticks = [key for key in LABELS for _ in range(-(-len(texts) // len(LABELS)))]
    return [
        {WORDS: Written(text), TICKS: Picked((ChoiceKey(tick),) if person % 3 else ())}
        for person, (text, tick) in enumerate(zip(texts, ticks, strict=False))
    ]


async def in_three(
    table: AnswerTable, recipe: Recipe, previous: SegmentationRun | None
) -> SegmentationRun:
    """The real segmentation without its long proof; words are read without a model of language."""
    quick = replace(recipe, segments=3, pairs=0, starts=5)
    return segment(table, quick, previous)


class ReadHere(WorkerHere):
    """Reads at once, without a model of language."""

    async def read(self, run: SegmentationRun, answers: AnswerTable) -> AnswerTable:
        from segmentation.themes.reading import as_read

        return as_read(run, answers, None)


@pytest.fixture
async def manager(town: Town) -> Neighbour:
    town.compute = in_three
    return await town.person("Maria", role=Role.MANAGER)


async def people_answer(
    town: Town, manager: Neighbour, given: Sequence[Mapping[str, Answer]]
) -> None:
    author = await manager.record()
    async with town.work() as work:
        survey = await an_open_survey(work, author, a_survey_of_needs())
        for number, answers_ in enumerate(given):
            met = await work.people.add(50_000 + number, language="en", at=town.clock.now())
            known = replace(met, name=f"Resident {number}", consented_at=town.clock.now())
            await work.people.save(known)
            await a_completed_walk(work, survey, known, answers_, at=town.clock.now())
        await work.commit()


async def finds(town: Town, manager: Neighbour) -> str:
    await manager.says("/segments")
    await manager.taps("Find")
    await town.settled()
    return manager.last.text


async def test_a_newcomers_words_place_them(town: Town, manager: Neighbour) -> None:
    """By ticks at once, by words a moment later; the page names the themes, and says what they are
    worth."""
    await people_answer(town, manager, everybodys(answers()))
    said = await manager.says("/segments")
    assert "heed what people write in their own words: “What is the trouble”" in said
    assert "✅ Own words count" in manager.buttons

    found = await finds(town, manager)
    assert "In answers to “What is the trouble” people speak of “" in found
    assert "a hint, not a fact" in found
    assert not any(text in found for text in answers())

    vera = await town.person("Vera")
    await vera.says("/start house")
    await vera.taps("Done")
    await vera.says(ABOUT["lift"])
    person = await vera.record()
    read = ReadTexts(town.services.open_work, town.clock, ReadHere().read)
    async with town.work() as work:
        (scheme,) = [s for s in await work.segments.schemes() if s.grounds.bases == (Basis.NEEDS,)]
        before = {m.person_id: m for m in await work.segments.memberships(scheme.id)}
        assert [(scheme.id, person.id)] == list(await work.segments.unread(10))
    assert await read() == 1
    async with town.work() as work:
        after = {m.person_id: m for m in await work.segments.memberships(scheme.id)}
        assert not await work.segments.unread(10)
        material = await gather_material(work, scheme, town.services.zone, town.services.clock)
    assert person.id in before
    assert after[person.id].confidence > before[person.id].confidence

    portraits = portray(read_material(material, None))
    labels = [
        trait.label.in_language("en")
        for portrait in portraits
        for trait in portrait.rows
        if trait.label is not None and trait.question.key == WORDS
    ]
    assert labels
    assert all(label.startswith("“") for label in labels)

    await manager.says("/segments")
    await manager.taps("Who is 1")
    assert "In “quotes” are themes" in manager.last.text


async def test_a_manager_leaves_own_words_out(town: Town, manager: Neighbour) -> None:
    """By one tap, seen at once, heeded by the next search; and back."""
    await people_answer(town, manager, everybodys(answers()[::2]))
    await manager.says("/segments")
    assert "does not count" in await manager.taps("Own words count")
    assert "▫️ Own words do not count" in manager.buttons

    found = await finds(town, manager)
    assert "What people write in their own words does not count." in found
    async with town.work() as work:
        assert not await work.segments.unread(10)

    assert "will also heed" in await manager.taps("Own words do not count")


async def test_a_manager_names_a_theme_and_the_name_stays(town: Town, manager: Neighbour) -> None:
    """In the chat, in portraits and in the report, through the next search too; it is noted who."""
    await people_answer(town, manager, everybodys(answers()))
    await finds(town, manager)
    listed = await manager.taps("Name the themes")
    assert "its name stays" in listed
    first, other, *_ = manager.buttons
    assert f"Now: “{first}”" in await manager.taps(first)
    assert "must not be empty" in await manager.says(other.upper())
    assert "must not be empty" in await manager.says("x" * 33)
    await manager.says("  The old   lift ")
    assert manager.buttons[0] == "The old lift"
    assert manager.buttons[1] == other

    again = await finds(town, manager)
    assert "speak of “The old lift”," in again
    async with town.work() as work:
        (scheme,) = [s for s in await work.segments.schemes() if s.grounds.bases == (Basis.NEEDS,)]
        material = await gather_material(work, scheme, town.services.zone, town.services.clock)
        stored = await work.segments.latest_run(scheme.id)
        told = await BuildReport(work, town.clock, read=ReadHere().read)(None, "house")
        acts = [act for _, _, act, _ in await work.audit.recent(50)]
    assert acts.count("segments.themes.name") == 1
    assert stored is not None
    assert "The old lift" not in str(stored.document)  # What a search found stays as it was found.
    labels = {
        trait.label.in_language("en")
        for portrait in portray(read_material(material, None))
        for trait in portrait.rows
        if trait.label is not None and trait.question.key == WORDS
    }
    assert "“The old lift”" in labels
    assert "“The old lift”" in write_html(told, "en")

    vera = await town.person("Vera")
    with pytest.raises(NotAllowed):
        async with town.work() as work:
            await NameTheme(work, town.clock)(await vera.record(), scheme.id, WORDS, "1", "Mine")


async def test_a_theme_that_is_gone_is_said_to_be_gone(town: Town, manager: Neighbour) -> None:
    person = await manager.record()
    async with town.work() as work:
        with pytest.raises(ThemeGone):
            await ListThemes(work, town.clock)(person, 99)


async def test_where_too_few_write_it_is_said(town: Town, manager: Neighbour) -> None:
    """And where nobody is asked for own words there is nothing to tick."""
    given = [{**each, WORDS: Written("no")} for each in everybodys(answers()[::3])]
    await people_answer(town, manager, given)
    found = await finds(town, manager)
    assert "do not count yet: 0 said something in their own words, themes need 60" in found


async def test_a_run_that_takes_over_meanwhile_reads_again(town: Town, manager: Neighbour) -> None:
    """Nobody is placed by the themes of a run that is no longer in force, and nobody is lost."""
    await people_answer(town, manager, everybodys(answers()))
    await finds(town, manager)
    vera = await town.person("Vera")
    await vera.says("/start house")
    await vera.taps("Done")
    await vera.says(ABOUT["cars"])

    async def slowly(run: SegmentationRun, answers: AnswerTable) -> AnswerTable:
        async with town.work() as work:
            (scheme, _) = (await work.segments.unread(1))[0]
            stored = await work.segments.latest_run(scheme)
            assert stored is not None
            await work.segments.add_run(
                scheme, stored.document, people=stored.people, at=town.clock.now()
            )
            await work.commit()
        return await ReadHere().read(run, answers)

    await ReadTexts(town.services.open_work, town.clock, slowly)()
    async with town.work() as work:
        assert await work.segments.unread(10)
    await ReadTexts(town.services.open_work, town.clock, ReadHere().read)()
    async with town.work() as work:
        assert not await work.segments.unread(10)
