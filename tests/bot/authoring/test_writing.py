"""A manager writes a survey by talking to the bot: step by step, nothing lost, nothing mixed up."""

import pytest
from aiogram.methods import AnswerCallbackQuery

from bot.views.editor.parts import kind_name
from bot.words import Words
from surveys.drafting.documents import KINDS
from surveys.yaml.questions import OF_KIND
from surveys.yaml.reader import examine_survey
from surveys.yaml.writer import write_survey
from tests.bot.chat import Neighbour, Town
from use_cases.records import Draft, Role, SurveyStatus

EN = Words("en")


@pytest.fixture
async def maria(town: Town) -> Neighbour:
    return await town.person("Maria", role=Role.MANAGER)


async def begins(manager: Neighbour, title: str = "Our yard") -> None:
    await manager.says("/new")
    await manager.taps("empty page")
    await manager.says(title)


async def asks(manager: Neighbour, kind: str, prompt: str, choices: str = "") -> str:
    """One more question; what the bot shows then."""
    await manager.taps("➕ Question")
    await manager.taps(kind_name(kind, EN))
    said = await manager.says(prompt)
    return await manager.says(choices) if choices else said


async def to_page(manager: Neighbour) -> str:
    return await manager.taps("← To the draft")


async def drafts(town: Town) -> list[Draft]:
    async with town.work() as work:
        return list(await work.drafts.all())


@pytest.mark.parametrize("kind", KINDS)
async def test_a_survey_with_a_question_of_every_kind(
    town: Town, maria: Neighbour, kind: str
) -> None:
    """Written, shelved, published, and asked of a resident."""
    await begins(maria)
    needed = next((place for place in ("choices", "rows", "items") if place in OF_KIND[kind]), "")
    said = await asks(maria, kind, "How is the yard?", "Fine\nSo so\nBad\nAwful" if needed else "")
    assert "How is the yard?" in said and "⚠️" not in said

    assert "All is in order" in await to_page(maria)
    assert "A draft" in await maria.taps("Save as ready")
    assert await drafts(town) == []
    await maria.taps("Publish")
    vera = await town.person("Vera")
    assert "How is the yard?" in await vera.says("/start our_yard")


async def test_a_branching_survey_is_written_tried_and_published(
    town: Town, maria: Neighbour
) -> None:
    """Choices with "other" and "none of these", a condition by buttons, a scale with its ends."""
    await begins(maria)
    await asks(maria, "multiple", "What do you like?", "Trees\nBenches")
    await maria.taps("Other: say what")
    assert "None of these" in await maria.taps("None of these")
    await maria.taps("How many")
    await maria.says("1-2")
    await asks(maria, "scale", "How green is it?")
    await maria.taps("Low end")
    await maria.says("grey")
    await maria.taps("High end")
    assert "High end: green" in await maria.says("green")
    await maria.taps("When to ask")
    assert "Which answer to" in await maria.taps("1. ☑️ What do you like?")
    said = await maria.taps("Trees")
    assert "↳ Only if “☑️ What do you like?” — Trees" in said
    await maria.taps("What it tells of people")
    assert "what people need" in await maria.taps("what people need")

    await to_page(maria)
    assert "What do you like?" in await maria.taps("🧪 Try it")
    await maria.taps("Benches")
    assert "end of the try" in await maria.taps("Done")  # The scale hangs on the trees.
    card = await maria.taps("To the survey")
    assert "For segments by needs: 1" in card

    await maria.says("/new")
    await maria.taps("✏️ Our yard")
    await maria.taps("Save as ready")
    await maria.taps("Publish")
    async with town.work() as work:
        (stored,) = await work.surveys.all_open()
    multiple, scale = stored.survey.questions
    assert [str(choice.key) for choice in multiple.choices] == ["trees", "benches", "other", "none"]  # type: ignore[union-attr]
    assert (scale.low_label, scale.relevant) != (None, None)  # type: ignore[union-attr]


async def test_a_step_takes_two_calls_to_telegram_and_one_message_stays(
    town: Town, maria: Neighbour
) -> None:
    """A tap edits the editor; a typed message brings it below, and the old one goes."""
    await begins(maria)
    calls = len(town.telegram.calls)

    async def costs(step: str, *, typed: bool = False) -> int:
        nonlocal calls
        await (maria.says(step) if typed else maria.taps(step))
        spent, calls = len(town.telegram.calls) - calls, len(town.telegram.calls)
        return spent

    for step in ("➕ Question", "One of several"):
        assert await costs(step) == 2
    for text in ("Where?", "Here\nThere"):
        assert await costs(text, typed=True) == 2
    for step in ("Don't know", "📋 Copy", "⬆️", "🗑", "Yes, take it out", "⚙️"):
        assert await costs(step) == 2
    editors = [shown for shown in maria.chat.messages.values() if shown.buttons]
    assert len(editors) == 1


async def test_every_step_is_kept_and_can_be_gone_on_with_after_days(
    town: Town, maria: Neighbour
) -> None:
    """/cancel asks; going on shows the draft as it was; dropping is said twice."""
    await begins(maria)
    await asks(maria, "open", "What is missing?")
    await maria.taps("✏️ Words")
    assert "It is kept until you drop it" in await maria.says("/cancel")
    assert "What is missing?" in await maria.taps("Go on writing")

    await maria.says("/cancel")
    assert "left as it was" in await maria.taps("Yes, drop it")
    assert await drafts(town) == []
    assert "This draft is no longer there" in await maria.presses("ed:1:2:p:0:0:")
    assert "draft" in await maria.says("/cancel") and not maria.buttons


async def test_another_command_leaves_the_draft_where_it_is(maria: Neighbour) -> None:
    """It is said so, and the draft is a tap away."""
    await begins(maria)
    await asks(maria, "open", "What is missing?")
    await maria.taps("✏️ Words")
    await maria.says("/points")
    said = [shown.text for shown in maria.chat.messages.values()]
    assert "The draft of the survey is kept" in said[-2]
    await maria.says("/new")
    assert "What is missing?" in await maria.taps("✏️ Our yard")


async def test_an_old_button_changes_nothing(town: Town, maria: Neighbour) -> None:
    """Two taps on "down" in a row move the question once."""
    await begins(maria)
    for words in ("One?", "Two?", "Three?"):
        await asks(maria, "open", words)
        await to_page(maria)
    await maria.taps("1")
    down = maria.last.data_of("⬇️")
    assert down is not None
    await maria.presses(down)
    assert "The draft has changed since" in "".join(
        str(call.text)
        for call in [*town.telegram.calls, *(await _calls_of(town, maria, down))]
        if isinstance(call, AnswerCallbackQuery)
    )
    (draft,) = await drafts(town)
    assert [question["key"] for question in draft.document["questions"]] == ["two", "one", "three"]


async def _calls_of(town: Town, maria: Neighbour, data: str) -> list[object]:
    before = len(town.telegram.calls)
    await maria.presses(data)
    return list(town.telegram.calls[before:])


async def test_two_managers_at_one_draft_lose_nothing(town: Town, maria: Neighbour) -> None:
    """One types while the other adds: both are there."""
    await begins(maria)
    await asks(maria, "open", "What is missing?")
    oleh = await town.person("Oleh", role=Role.MANAGER)
    await maria.taps("✏️ Words")
    await oleh.says("/new")
    await oleh.taps("✏️ Our yard")
    await asks(oleh, "yes_no", "Do you have a dog?")

    await maria.says("What do you miss?")

    (draft,) = await drafts(town)
    first, second = draft.document["questions"]
    assert (first["open"], second["yes_no"]) == (
        {"en": "What do you miss?"},
        {"en": "Do you have a dog?"},
    )


async def test_words_for_a_question_that_somebody_took_out(town: Town, maria: Neighbour) -> None:
    await begins(maria)
    await asks(maria, "open", "What is missing?")
    await maria.taps("✏️ Words")
    oleh = await town.person("Oleh", role=Role.MANAGER)
    await oleh.says("/new")
    await oleh.taps("✏️ Our yard")
    await oleh.taps("1")
    await oleh.taps("🗑")
    await oleh.taps("Yes, take it out")

    assert "taken this question out" in await maria.says("What do you miss?")


async def test_translations_are_asked_for_one_after_another(town: Town, maria: Neighbour) -> None:
    await begins(maria)
    await asks(maria, "single", "Where?", "Here\nThere")
    await to_page(maria)
    await maria.taps("⚙️")
    await maria.taps("▫️ Українська")
    assert "Translate: 4 left" in str((await to_page(maria), maria.buttons))

    assert "Our yard" in await maria.taps("Translate")
    assert "Where?" in await maria.says("Наш двір")
    assert "Here" in await maria.taps("Leave this one")
    assert "There" in await maria.says("Тут")
    said = await maria.says("Там")
    assert "1. 🔘 Where?" in said and "Translate: 1 left" in str(maria.buttons)

    await maria.taps("1")
    await maria.taps("✏️ Words")
    await maria.taps("Українська")
    assert "Де?" in await maria.says("Де?")
    (draft,) = await drafts(town)
    assert draft.document["questions"][0] == {
        "key": "where",
        "single": {"en": "Where?", "uk": "Де?"},
        "choices": {"here": {"en": "Here", "uk": "Тут"}, "there": {"en": "There", "uk": "Там"}},
    }


async def test_what_is_at_fault_is_told_by_question_and_not_by_line(maria: Neighbour) -> None:
    """And neither a try nor the shelf takes it."""
    await begins(maria)
    await asks(maria, "single", "Where?", "Here\nThere")
    await asks(maria, "open", "Why there?")
    await maria.taps("When to ask")
    await maria.taps("1. 🔘 Where?")
    await maria.taps("There")
    said = await maria.taps("⬆️")
    assert "⚠️ Its condition speaks of a question that comes later" in said
    assert "Line" not in said

    page = await to_page(maria)
    assert "Why there? ↳ ⚠️" in page and "1 place is to be mended" in page
    await maria.taps("Save as ready")
    assert "Something is still to be mended" in maria.chat.toasts[-1]


async def test_what_does_not_fit_is_asked_for_again(maria: Neighbour) -> None:
    await begins(maria)
    await asks(maria, "number", "How many are you?")
    await maria.taps("From")
    assert "A number is needed here" in await maria.says("one")
    assert "From 1" in await maria.says("1")
    await to_page(maria)
    await asks(maria, "date", "When?")
    await maria.taps("To")
    assert "A date is needed here" in await maria.says("soon")
    assert "To 2026-05-31" in await maria.says("31.05.2026")


async def test_a_ready_survey_is_looked_at_taken_and_sent_back_as_a_file(
    town: Town, maria: Neighbour
) -> None:
    """What is downloaded is the same survey when it comes again."""
    await maria.says("/new")
    await maria.taps("ready survey")
    assert "1. How likely are you to recommend us" in await maria.taps("One question about us")
    await maria.taps("Take this one")
    await maria.taps("As a file")
    first = maria.files[-1].content

    await maria.taps("Save as ready")
    await maria.taps("As a file")
    downloaded = maria.files[-1].content
    await maria.sends("nps.yaml", downloaded)

    drafted = examine_survey(first.decode()).survey
    assert drafted is not None and examine_survey(write_survey(drafted)).survey == drafted
    async with town.work() as work:
        one, two = await work.surveys.get(1), await work.surveys.get(2)
    assert one is not None and two is not None
    assert one.survey.questions == two.survey.questions == drafted.questions
    assert (one.survey.version, two.survey.version) == (1, 2)


async def test_a_survey_on_the_shelf_is_changed_into_its_next_version(
    town: Town, maria: Neighbour
) -> None:
    await begins(maria)
    await asks(maria, "open", "What is missing?")
    await to_page(maria)
    await maria.taps("Save as ready")
    await maria.taps("Publish")
    await maria.taps("✏️ Change")
    await asks(maria, "open", "And what is good?")
    await to_page(maria)
    await maria.taps("Save as ready")

    async with town.work() as work:
        draft, published = await work.surveys.newest_versions()
    assert (draft.survey.key, draft.survey.version, draft.status) == (
        "our_yard",
        2,
        SurveyStatus.DRAFT,
    )
    assert published.status is SurveyStatus.OPEN


async def test_the_spreadsheet_comes_back_without_a_fault(town: Town, maria: Neighbour) -> None:
    """In each language, with the example rows as they are."""
    for language in ("en", "ru", "uk"):
        manager = await town.person("M", role=Role.MANAGER, language=language)
        await manager.says("/new")
        await manager.taps("📗")
        said = await manager.sends("survey.xlsx", manager.files[-1].content)
        assert "⚠" not in said and "50" not in said
        assert Words(language)("sheet-title") in said


async def test_a_rehearsal_says_what_becomes_of_simulated_people(
    town: Town, maria: Neighbour
) -> None:
    """In the worker; marked as simulated."""
    await begins(maria)
    await asks(maria, "yes_no", "Do you have a dog?")
    await asks(maria, "open", "What is its name?")
    await maria.taps("When to ask")
    await maria.taps("1. 👍 Do you have a dog?")
    await maria.taps("Yes")
    await to_page(maria)
    await maria.taps("👥 Rehearse")
    await town.settled()

    said = maria.last.text
    assert "Simulated people" in said and "Reached the end: 300 of 300." in said
    assert "Asked of some only:" in said and "2. What is its name? — " in said


async def test_only_managers_write_surveys(town: Town, maria: Neighbour) -> None:
    await begins(maria)
    vera = await town.person("Vera")
    for said in [await vera.says("/new"), await vera.presses("ed:1:1:p:0:0:", maria.last)]:
        assert "Only managers can do this" in said
    assert "Only managers" in await vera.presses("nw:t:nps_pulse:0", maria.last)


async def test_thirty_surveys_are_leafed_through(town: Town, maria: Neighbour) -> None:
    """Ten a page, round and round."""
    for number in range(30):
        file = f"survey: s{number}\ntitle: Survey {number}\nquestions:\n- {{key: a, open: What?}}"
        await maria.sends("s.yaml", file.encode())
    assert "Survey 29" in await maria.says("/surveys")
    assert "Survey 19" in await maria.taps("2 ›")
    assert "Survey 0\n" in await maria.taps("3 ›")
    assert "Survey 29" in await maria.taps("1 ›")


async def test_words_before_the_kind_of_question_bring_the_kinds_again(maria: Neighbour) -> None:
    """Nobody is told that nothing is asked; a tap then leads on as ever."""
    await begins(maria)
    await maria.taps("➕ Question")

    assert "First choose what kind of question" in await maria.says("How is the yard?")
    await maria.taps(kind_name("open", EN))
    assert "How is the yard?" in await maria.says("How is the yard?")


async def test_a_draft_without_questions_says_that_it_has_none(
    town: Town, maria: Neighbour
) -> None:
    await begins(maria)
    (draft,) = await drafts(town)
    await maria.presses(f"ed:{draft.id}:{draft.revision}:y:0:0:")

    told = [call for call in town.telegram.calls if isinstance(call, AnswerCallbackQuery)]
    assert any("No questions yet" in (call.text or "") for call in told)
