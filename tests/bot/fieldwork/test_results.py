"""Live results and how far a survey is: pictures with their words, rates, where people leave."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

from bot.reports.result_chart import DOTS, WIDTH, WIDTH_INCHES, wrapped
from surveys.answers import Answer, Chosen, Judged, Judgement, Rated
from surveys.field.settings import FieldSettings, Quota
from surveys.maxdiff.asking import sets_of
from surveys.questions import ChoiceKey, MaxDiff, QuestionKey, Survey
from surveys.yaml.reader import read_survey
from tests.bot.chat import Neighbour, Town
from tests.bot.fieldwork.scene import field
from tests.makers import a_completed_walk, a_resident, an_open_survey
from use_cases.records import StoredSurvey

HOME, QUIET = QuestionKey("home"), QuestionKey("quiet")


async def answer(town: Town, yard: StoredSurvey, own: int, rent: int) -> None:
    people = [await town.person(f"R{number}") for number in range(own + rent)]
    records = [await each.record() for each in people]
    async with town.work() as work:
        for number, person in enumerate(records):
            home = Chosen(ChoiceKey("own" if number < own else "rent"))
            given: dict[str, Answer] = {HOME: home, QUIET: Rated(number % 5 + 1)}
            await a_completed_walk(work, yard, person, given, at=town.clock.now())
        await work.commit()


async def test_results_are_pictures_with_words_and_pages(
    town: Town, manager: Neighbour, yard: StoredSurvey
) -> None:
    await answer(town, yard, 30, 8)
    said = await manager.says("/results")
    assert "79% say: “own”." in said
    assert "own: 79% (64–89)" in said and "rent: 21% (11–36)" in said
    assert "Answered: 38." in said
    shown = manager.last
    assert shown.photo.startswith(b"\x89PNG")
    turned = await manager.taps("On →")
    assert "On average 2.9 of 5" in turned and manager.last.id == shown.id
    assert manager.last.photo != shown.photo
    assert "own" in await manager.taps("← Back")
    assert await manager.taps("← Results of another survey") == "Whose results?"


BENCHES = """
survey: benches
languages: [en]
title: Benches
questions:
  - key: needs
    maxdiff: What matters most?
    per_set: 3
    choices: {lift: A lift, light: Light, bench: Benches, park: Parking}
"""


async def test_the_best_and_the_worst_have_scores(town: Town, manager: Neighbour) -> None:
    """From the best to the worst, each with its interval; with four people nothing at all."""
    survey = read_survey(BENCHES)
    assert isinstance(survey, Survey)
    question = survey.questions[0]
    async with town.work() as work:
        stored = await an_open_survey(work, await manager.record(), survey)
        assert isinstance(question, MaxDiff)
        order = ["bench", "lift", "park", "light"]
        for number in range(12):
            if number == 4:
                await work.commit()
                assert "Fewer than 5 people" in await manager.says("/results")
            person = await a_resident(work)
            rounds = tuple(
                Judgement(tuple(sorted(s)), min(s, key=order.index), max(s, key=order.index))
                for s in sets_of(question, number)
            )
            await a_completed_walk(work, stored, person, {"needs": Judged(rounds)})
        await work.commit()

    said = await manager.says("/results")

    assert "Best of all: “Benches”." in said
    places = [said.index(f"\n{label}: ") for label in ("Benches", "A lift", "Parking", "Light")]
    assert places == sorted(places)
    assert "Benches: +100 (+100 … +100)" in said and "Light: −100" in said
    assert manager.last.photo.startswith(b"\x89PNG")


@given(st.text(st.sampled_from("ШЩЖЫМабв -"), max_size=90), st.sampled_from([7, 8.5, 11]))
@settings(max_examples=30)
def test_no_line_of_a_picture_leaves_the_margins(text: str, size: float) -> None:
    """Wide letters too: what stands in the lines is the text, and each is as wide as it may be."""
    ruler = FigureCanvasAgg(Figure(dpi=DOTS)).get_renderer()  # type: ignore[no-untyped-call]
    lines = wrapped(text, ruler, size=size, weight="bold")

    font = FontProperties(size=size, weight="bold")
    widths = [ruler.get_text_width_height_descent(line, font, ismath=False)[0] for line in lines]
    assert all(width <= WIDTH * WIDTH_INCHES * DOTS for width in widths)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


async def test_nothing_is_shown_of_four(town: Town, manager: Neighbour, yard: StoredSurvey) -> None:
    await answer(town, yard, 2, 2)
    said = await manager.says("/results")
    assert "Fewer than 5 people have answered" in said and "<5" in said and "rent" not in said


async def test_a_small_group_is_not_told_and_not_to_be_reckoned(
    town: Town, manager: Neighbour, yard: StoredSurvey
) -> None:
    await answer(town, yard, 30, 3)
    said = await manager.says("/results")
    assert "rent: <5" in said and "91%" not in said


async def test_respondents_see_results_that_change_by_fives(
    town: Town, manager: Neighbour, yard: StoredSurvey
) -> None:
    """Only where the author allows, only after their answer, and nobody is a difference."""
    await answer(town, yard, 10, 5)
    vera = await town.person("Vera")
    await vera.says("/start yard")
    await vera.taps("own")
    await vera.taps("5")
    assert vera.buttons == ["Change my answers"]
    assert "Only managers" in await vera.presses(f"rs:{yard.id}:0")
    await field(town, results_shown=True)
    first = await vera.presses(f"rs:{yard.id}:0")
    assert "Answered: 16." in first and "changes with every five" in first
    oleh = await town.person("Oleh")
    assert "Only managers" in await _look(oleh, yard)
    await oleh.says("/start yard")
    await oleh.taps("rent")
    await oleh.taps("1")
    assert "Answered: 16." in await oleh.taps("Results")
    await answer(town, yard, 0, 4)
    assert "Answered: 21." in await _look(oleh, yard)


async def _look(who: Neighbour, yard: StoredSurvey) -> str:
    await who.says("/help")
    return await who.presses(f"rs:{yard.id}:0")


async def test_quotas_weigh_and_throw_nobody_out(
    town: Town, manager: Neighbour, yard: StoredSurvey
) -> None:
    async with town.work() as work:
        quota = Quota("home", {"own": 0.5, "rent": 0.5})
        await work.fields.set("yard", FieldSettings(quotas=(quota,)))
        await work.commit()
    await answer(town, yard, 30, 10)
    said = await manager.says("/results")
    assert "own: 50%" in said and "rent: 50%" in said
    assert "Answered: 40." in said and "design effect 1.33" in said
    assert "as telling as 30 unweighted" in said


async def test_a_manager_sees_how_far_a_survey_is(
    town: Town, manager: Neighbour, yard: StoredSurvey
) -> None:
    people = [await town.person(f"N{number}") for number in range(9)]
    people[0].chat.blocked = True
    await manager.says("/invite")
    await manager.taps("Our yard")
    await manager.taps("Send to 10")
    await town.letters_arrive()
    for done in people[1:4]:
        await done.taps("Answer")
        await done.taps("own")
        await done.taps("5")
    await people[4].taps("Not for me")
    await people[4].taps("I would rather not")
    await people[5].taps("Not for me")
    await people[5].taps("I do not live here")
    for half in people[6:8]:
        await half.taps("Answer")
    await people[7].taps("own")
    town.clock.passes(timedelta(days=4))

    said = await _status(manager, yard)
    assert "10 people were invited:" in said
    for line in (
        "3 — finished",
        "1 — unreachable",
        "1 — would rather not",
        "1 — do not live here",
        "1 — broke off before half",
        "1 — left after half",
        "2 — got it and said nothing",
    ):
        assert line in said
    assert "3 of 10 invited have answered. The others can be reminded." in said
    assert "33% (12–65) of all who were asked finished. RR1" in said
    assert "Where people leave" in said


async def _status(manager: Neighbour, yard: StoredSurvey) -> str:
    await manager.says("/surveys")
    await manager.taps("Our yard")
    await manager.taps("Field")
    return await manager.taps("How far we are")


async def test_a_look_too_early_puts_nothing_off(town: Town, yard: StoredSurvey) -> None:
    """Four have answered and one of them looks; with the fifth the picture is there."""
    await field(town, results_shown=True)
    await answer(town, yard, own=3, rent=0)
    for name in ("Vera", "Oleh"):
        person = await town.person(name)
        await person.says("/start yard")
        await person.taps("own")
        await person.taps("5")
        said = await person.taps("Results")
        assert ("nothing is shown yet" in said) == (name == "Vera"), said
