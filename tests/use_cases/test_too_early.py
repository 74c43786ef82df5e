"""Too few or too hasty answers are called so; nobody is told that people differ by degrees."""

from dataclasses import dataclass, field

import pytest

from bot.views.segments import scheme_view
from bot.words import Words
from segmentation.finding import segment
from segmentation.grounds import Grounds
from segmentation.run import SegmentationRun, Verdict
from segmentation.values import AnswerTable, Recipe
from surveys.answers import Answer, Rated, Written
from surveys.questions import Basis, OpenQuestion, QuestionKey, Scale
from surveys.text import Text
from tests.fakes import FixedClock, MemoryDatabase
from tests.makers import a_completed_walk, a_resident, a_survey, an_open_survey
from use_cases.records import Role
from use_cases.segments.segmenting import FindSegments, SchemeView, view_scheme

ITEMS = 9


def of_group(group: int, number: int, says: str) -> dict[str, Answer]:
    """Three items high, the others low, all a little apart from the neighbour's."""
    high = {
        f"q{i}": Rated((5 if i % 3 == group else 1) + (-1 if i % 3 == group else 1) * (i == number))
        for i in range(ITEMS)
    }
    return {**high, "word": Written(says)}


@dataclass
class House:
    """A house of three crisp groups of so many people each, all of whom say `says`."""

    each: int
    says: str
    tables: list[AnswerTable] = field(default_factory=list)
    database: MemoryDatabase = field(default_factory=MemoryDatabase)

    async def _look(
        self, table: AnswerTable, recipe: Recipe, previous: SegmentationRun | None
    ) -> SegmentationRun:
        self.tables.append(table)
        return segment(table, recipe, previous)

    async def found(self) -> SchemeView:
        """What a manager finds who looks for segments."""
        database, clock = self.database, FixedClock()
        scales = [
            Scale(
                key=QuestionKey(f"q{i}"), prompt=Text({"ru": f"Утверждение {i}"}), basis=Basis.NEEDS
            )
            for i in range(ITEMS)
        ]
        word = OpenQuestion(key=QuestionKey("word"), prompt=Text({"ru": "Скажите"}))
        async with database.open_work() as work:
            manager = await a_resident(work, "Мария", role=Role.MANAGER)
            survey = a_survey(key="yard", questions=[*scales, word])
            stored = await an_open_survey(work, manager, survey)
            for number in range(3 * self.each):
                person = await a_resident(work, f"{number}")
                given = of_group(number % 3, number % ITEMS, self.says)
                await a_completed_walk(work, stored, person, given)
            await work.commit()
        find = FindSegments(database.open_work, clock, self._look)
        return await find(manager, "yard", Grounds.on(Basis.NEEDS))


@pytest.mark.parametrize(("says", "hasty"), [("asdfgh", True), ("Лифт стоит", False)])
async def test_three_groups_of_twenty_four_are_too_small_to_judge(says: str, hasty: bool) -> None:
    """The sign that everybody shows takes nobody away; the smallness of the groups is told."""
    view = await House(24, says).found()

    assert view.run is not None
    assert (view.run.verdict, view.run.placed) == (Verdict.NONE, 72)
    assert view.run.held_by_floor
    said = scheme_view(view, Words("en")).text
    assert "parts of fewer than 30 people" in said
    assert ("Nearly all answers look hasty." in said) is hasty
    assert "by degrees" not in said


async def test_how_hasty_answers_were_is_kept_with_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looking at a division reads no answer anew."""
    house = House(24, "asdfgh")
    found = await house.found()

    async def never(*_: object) -> bool:
        raise AssertionError("all answers are read again")

    monkeypatch.setattr("use_cases.segments.segmenting.looked_hasty", never)
    async with house.database.open_work() as work:
        assert (await view_scheme(work, found.scheme)).hasty


async def test_three_groups_of_forty_are_found_though_all_were_hasty() -> None:
    view = await House(40, "asdfgh").found()

    assert view.run is not None
    assert (view.run.chosen, view.hasty) == (3, False)
