"""A house votes on statements, most of them uncast: groups of opinion, a map, newcomers placed."""

import io
import random
from collections.abc import Mapping

import pytest
from openpyxl import load_workbook

from bot.library import ready_survey
from segmentation.values import Method
from surveys.answers import Answer, Chosen, Picked, Skipped
from surveys.questions import ChoiceKey, SingleChoice
from tests.bot.chat import Neighbour, Town
from tests.makers import a_completed_walk, an_open_survey
from use_cases.records import Role
from use_cases.segments.placing import place_person, read_run

SURVEY = ready_survey("residents_opinions")
STATEMENTS = [q for q in SURVEY.questions if isinstance(q, SingleChoice)]
PER_SUBJECT = 5


def vote(says: str) -> Answer:
    return Chosen(ChoiceKey(says))


def votes_of(camp: int, rng: random.Random) -> dict[str, Answer]:
    """Two or three subjects; the camps stand against each other on all but the last of each, on
    which all agree."""
    picked = rng.sample(["cars", "quiet", "money", "safety", "together"], rng.choice([2, 3]))
    answers: dict[str, Answer] = {"subjects": Picked(tuple(map(ChoiceKey, sorted(picked))))}
    for place, question in enumerate(STATEMENTS):
        if ["cars", "quiet", "money", "safety", "together"][place // PER_SUBJECT] not in picked:
            continue
        side = place % 2 == camp or place % PER_SUBJECT == PER_SUBJECT - 1
        drawn = rng.random()
        if drawn < 0.05:
            answers[question.key] = Skipped()
        elif drawn < 0.12:
            answers[question.key] = vote("pass")
        else:
            answers[question.key] = vote("agree" if side == (drawn < 0.9) else "disagree")
    return answers


async def answers_come(town: Town, neighbour: Neighbour, answers: Mapping[str, Answer]) -> int:
    """A resident completes the survey; the id of the person."""
    async with town.work() as work:
        survey = await work.surveys.open_version(SURVEY.key)
        person = await work.people.by_telegram_id(neighbour.telegram_id)
        assert survey is not None and person is not None
        walk = await a_completed_walk(work, survey, person, answers, at=town.clock.now())
        await place_person(work, survey, walk, at=town.clock.now())
        await work.commit()
        return person.id


@pytest.fixture
async def manager(town: Town) -> Neighbour:
    """Eighty people have voted, forty of each camp, and their groups were looked for."""
    maria = await town.person("Maria", role=Role.MANAGER)
    author = await maria.record()
    async with town.work() as work:
        await an_open_survey(work, author, SURVEY)
        await work.commit()
    rng = random.Random(4)
    for number in range(80):
        resident = await town.person(f"Resident {number}")
        await answers_come(town, resident, votes_of(number % 2, rng))
    await maria.says("/segments")
    await maria.taps("Find segments")
    await town.settled()
    return maria


async def test_groups_of_opinion_their_map_and_a_newcomer(town: Town, manager: Neighbour) -> None:
    async with town.work() as work:
        scheme = next(s for s in await work.segments.schemes() if s.survey_key == SURVEY.key)
        stored = await work.segments.latest_run(scheme.id)
        assert stored is not None
        run = read_run(stored)
    assert (run.recipe.method, run.chosen) == (Method.VOTES, 2)
    assert run.model is not None and run.model.opinions is not None

    await manager.taps("Pictures")
    await town.settled()
    assert manager.last.photo.startswith(b"\x89PNG")
    assert "What all segments agree on" in manager.last.text
    assert "👍" in manager.last.text and "👎" in manager.last.text
    assert [label[0] for label in manager.buttons] == ["🟦", "📶", "🌊", "📈"]
    await manager.taps("Who answers what")
    await town.settled()
    assert [label[0] for label in manager.buttons] == ["📶", "🌊", "📈", "🗺"]

    rng = random.Random(9)
    vera, oleg, anna = [await town.person(name) for name in ("Vera", "Oleg", "Anna")]
    sides = [await answers_come(town, p, votes_of(c, rng)) for p, c in ((vera, 0), (oleg, 1))]
    few: dict[str, Answer] = {q.key: vote("agree") for q in STATEMENTS[:3]}
    silent = await answers_come(town, anna, few)
    async with town.work() as work:
        places = {m.person_id: m for m in await work.segments.memberships(scheme.id)}
    first, second = (places[each].segment_id for each in sides)
    assert None not in (first, second) and first != second
    assert places[silent].segment_id is None, "three votes place nobody"


async def test_the_report_has_the_map_and_the_statements(town: Town, manager: Neighbour) -> None:
    await manager.says("/report")
    await town.settled()
    page = next(f for f in manager.files if (f.name or "").endswith(".html")).content.decode()

    assert "The map of opinions" in page
    assert "What each segment stands for" in page
    assert "The yard needs a barrier" in page
    assert "The lift first, everything else later: For" in page, "a bar says what it is for"
    assert "Resident 1" not in page

    book = next(f for f in manager.files if (f.name or "").endswith(".xlsx")).content
    sheet = load_workbook(io.BytesIO(book))["Opinions"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2) if row[2].value]
    assert {row[1] for row in rows} >= {"What all segments agree on"}
    assert {row[3] for row in rows} == {"for", "against"}
    assert any(row[2] == "The yard needs a barrier." for row in rows)
    assert all(
        isinstance(row[4], float) or row[4].startswith(("nearly all", "hardly anybody"))
        for row in rows
    )


async def test_a_short_survey_asks_for_the_votes_that_tell_most(
    town: Town, manager: Neighbour
) -> None:
    """Statements stand behind the subjects picked: these are asked first, then votes, seven at
    least; whoever stays unsure is asked on, fifteen times at most."""
    await manager.says("/segments")
    await manager.taps("Golden questions")
    await town.settled()
    text = manager.last.text
    assert "questions on average" in text
    await manager.taps("Publish the short survey")
    vera = await town.person("Vera")
    await vera.says("/survey")
    assert "Pick two or three subjects" in await vera.taps("⚡")
    await vera.taps("Cars and the yard")
    await vera.taps("Money and repairs")
    await vera.taps("Done")
    asked = 0
    while "that is enough" not in vera.last.text:
        await vera.taps("For" if asked % 2 else "Against")
        asked += 1
        assert asked <= 15
    assert asked >= 7
