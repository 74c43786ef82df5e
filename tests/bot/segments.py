"""A house whose people fall into two segments, without waiting for real numbers to be crunched."""

from collections.abc import Mapping
from dataclasses import replace

from segmentation.coding import encode
from segmentation.model import Column, Feature, FeatureKind, Model
from segmentation.placing import memberships
from segmentation.run import Direction, Marker, Membership, Segment, SegmentationRun, Verdict
from segmentation.values import AnswerTable, Recipe
from surveys.answers import Answer, Rated
from surveys.questions import Basis, QuestionKey, Scale, Survey
from surveys.text import Text
from tests.bot.chat import Neighbour, Town
from tests.makers import a_completed_walk, an_open_survey

QUIET, YARD = QuestionKey("quiet"), QuestionKey("yard")


def a_house_survey() -> Survey:
    """Two statements about how people like to live."""
    return Survey(
        key="house",
        title=Text({"en": "Our <house>", "ru": "Наш дом"}),
        questions=(
            Scale(key=QUIET, prompt=Text({"en": "I want quiet."}), basis=Basis.PSYCHOGRAPHIC),
            Scale(key=YARD, prompt=Text({"en": "I love the yard."}), basis=Basis.PSYCHOGRAPHIC),
        ),
        languages=("en", "ru"),
    )


LOVES_QUIET: Mapping[str, Answer] = {QUIET: Rated(5), YARD: Rated(1)}
LOVES_THE_YARD: Mapping[str, Answer] = {QUIET: Rated(1), YARD: Rated(5)}


async def residents_answer(
    town: Town,
    count: int,
    *,
    asked_by: Neighbour,
    answers: Mapping[str, Answer] = LOVES_QUIET,
    named: str = "Resident",
) -> list[Neighbour]:
    """So many residents have answered the house survey."""
    author = await asked_by.record()
    people = [await town.person(f"{named} {number}") for number in range(1, count + 1)]
    async with town.work() as work:
        survey = await work.surveys.open_version("house") or await an_open_survey(
            work, author, a_house_survey()
        )
        for person in people:
            known = await work.people.by_telegram_id(person.telegram_id)
            assert known is not None
            await a_completed_walk(work, survey, known, answers, at=town.clock.now())
        await work.commit()
    return people


def _segment(id_: int, size: int, share: float) -> Segment:
    more, less = (QUIET, YARD) if id_ == 1 else (YARD, QUIET)
    return Segment(
        id=id_,
        size=size,
        decided=size,
        share=share,
        profile=(),
        more=(_marker(more, Direction.MORE),),
        less=(_marker(less, Direction.LESS),),
        typical=(),
    )


def _marker(item: QuestionKey, direction: Direction) -> Marker:
    sign = 1.0 if direction is Direction.MORE else -1.0
    return Marker(item=item, option=None, direction=direction, difference=sign, effect=sign)


async def in_halves(
    answers: AnswerTable, recipe: Recipe, previous: SegmentationRun | None
) -> SegmentationRun:
    """The first half of the people in one segment, the others in another, as if it were found."""
    half = len(answers.people) // 2
    people = {
        person: Membership(1 if place < half else 2, 0.9, True)
        for place, person in enumerate(answers.people)
    }
    run = in_no_segments(answers, recipe, Verdict.REPRODUCIBLE)
    segments = (_segment(1, half, 0.5), _segment(2, len(people) - half, 0.5))
    return replace(run, segments=segments, memberships=people, ids_given=2)


def in_no_segments(answers: AnswerTable, recipe: Recipe, verdict: Verdict) -> SegmentationRun:
    """Nothing was found."""
    return SegmentationRun(
        recipe=recipe,
        verdict=verdict,
        people=len(answers.people),
        placed=len(answers.people),
        exploratory=True,
        below_floor=False,
    )


STEEP = (0.02, 0.03, 0.05, 0.2, 0.7)


def two_camps(ids: tuple[int, ...] = (1, 2)) -> Model:
    """Those who love quiet and those who love the yard, as a run would have learnt them."""
    columns = [
        Column(
            feature=Feature(item=key, kind=FeatureKind.ORDINAL, low=1, high=5),
            probabilities=(STEEP, STEEP[::-1]) if key == QUIET else (STEEP[::-1], STEEP),
        )
        for key in (QUIET, YARD)
    ]
    return Model(segments=ids, shares=(0.5, 0.5), columns=tuple(columns))


async def by_answers(
    answers: AnswerTable, recipe: Recipe, previous: SegmentationRun | None
) -> SegmentationRun:
    """Both camps, everybody placed by what they answered."""
    model = two_camps()
    values = encode([column.feature for column in model.columns], answers)
    placed = memberships(model, answers.people, values, recipe.undecided_below)
    sizes = [sum(m.segment == id_ for m in placed.values()) for id_ in model.segments]
    run = in_no_segments(answers, recipe, Verdict.REPRODUCIBLE)
    segments = tuple(
        _segment(id_, size, size / len(placed))
        for id_, size in zip(model.segments, sizes, strict=True)
    )
    return replace(run, segments=segments, memberships=placed, model=model, ids_given=2)


async def the_second_half_loves_the_yard(town: Town, people: list[Neighbour]) -> None:
    """They changed their answers: 5 for the yard, 1 for quiet."""
    async with town.work() as work:
        for neighbour in people[len(people) // 2 :]:
            known = await work.people.by_telegram_id(neighbour.telegram_id)
            assert known is not None
            walk = await work.responses.of_person("house", known.id)
            assert walk is not None
            answers = {**walk.response.answers, QUIET: Rated(1), YARD: Rated(5)}
            changed = replace(walk, response=replace(walk.response, answers=answers))
            await work.responses.save(changed, changed=[QUIET, YARD], at=town.clock.now())
        await work.commit()
