"""One number for one thing: the profile of a report tells what its portraits tell."""

from dataclasses import replace
from random import Random

from bot.reports.making import MakeReport
from segmentation.finding import segment
from segmentation.grounds import Grounds
from segmentation.run import SegmentationRun
from segmentation.values import AnswerTable, Recipe
from surveys.answers import Answer, Rated
from surveys.questions import Basis, Gauge, QuestionKey, Scale, Survey
from surveys.text import Text
from tests.bot.chat import WorkerHere
from tests.use_cases.test_reporting import House
from use_cases.goals.setting import UTC
from use_cases.reporting.illustrating import Illustration
from use_cases.reporting.suppression import Kind
from use_cases.reporting.values import SchemeReport
from use_cases.segments.segmenting import FindSegments

STEPS = tuple(QuestionKey(f"step{n}") for n in range(5))
SURVEY = Survey(
    key="yard",
    title=Text({"en": "Yard"}),
    questions=tuple(
        Scale(
            key=key,
            prompt=Text({"en": f"Statement {key}"}),
            basis=Basis.NEEDS,
            gauge=Gauge.PLAIN,
        )
        for key in STEPS
    ),
)


async def in_two(
    answers: AnswerTable, recipe: Recipe, previous: SegmentationRun | None
) -> SegmentationRun:
    """Segmentation without the long search for the number."""
    return segment(answers, replace(recipe, segments=2, pairs=0), previous)


def apart(scheme: SchemeReport) -> float:
    """How far the two segments lie from each other, over all statements."""
    ends = ([c.estimate.value or 0.0 for c in row.cells] for row in scheme.rows)
    return sum(abs(one - other) for one, other in ends)


async def two_camps_that_overlap() -> tuple[SchemeReport, SchemeReport, Illustration]:
    """Four scales on which one half tends up and the other down: some stand on the wrong side."""
    dice, house = Random(1), House()
    given: list[dict[QuestionKey, Answer]] = [
        {
            key: Rated(min(max(round(dice.gauss(3.7 if person % 2 else 2.3, 1.1)), 1), 5))
            for key in STEPS
        }
        for person in range(300)
    ]
    await house.answered(*given, survey=SURVEY)
    grounds = Grounds.on(Basis.NEEDS)
    await FindSegments(house.database.open_work, house.clock, in_two)(
        house.manager, "yard", grounds
    )
    counted = next(s for s in (await house.report()).schemes if s.grounds == grounds)
    make = MakeReport(house.database.open_work, house.clock, UTC, WorkerHere())
    report, drawn = await make(house.manager, "yard")
    scheme = next(s for s in report.schemes if s.grounds == grounds)
    return counted, scheme, drawn[grounds]


async def test_bars_tables_and_portraits_tell_one_number() -> None:
    """Errors of placing are taken out of all of them, and the report says so."""
    counted, scheme, drawn = await two_camps_that_overlap()

    assert scheme.corrected
    assert len(scheme.segments) == len(drawn.portraits) == 2
    assert apart(scheme) > apart(counted)  # Whoever stands on the wrong side blurs the means.
    for place, portrait in enumerate(drawn.portraits):
        for trait in portrait.rows:
            row = next(row for row in scheme.rows if row.item == trait.item)
            cell = row.cells[place]
            assert cell.estimate.kind is Kind.EXACT
            assert cell.estimate.value == trait.value
            assert row.everybody.value == trait.everybody
            assert cell.difference is not None
            assert abs(cell.difference - trait.difference) < 1e-12
            assert cell.estimate.low is not None and cell.estimate.high is not None
            assert cell.estimate.low < trait.value < cell.estimate.high
        assert len(portrait.rows) == len(STEPS)
