"""A few questions place people nearly as well as the whole survey, judged on people never seen."""

import numpy as np
import pytest

from segmentation.coding import code
from segmentation.finding import segment, segment_coded
from segmentation.golden.adaptive import Typist, simulated
from segmentation.golden.judging import judged
from segmentation.golden.selecting import golden_questions
from segmentation.run import SegmentationRun
from segmentation.values import AnswerTable, Item, ItemKind, Method, Recipe
from surveys.answers import Answer, Rated
from surveys.questions import QuestionKey
from tests.segmentation.makers import MIXED, mixed, table
from tests.segmentation.open_data import MCDONALDS, choices, needs_data
from tests.segmentation.populations import planted, yes_no

QUICK = Recipe(scheme="golden", items=MIXED.items, segments=2, pairs=0, starts=5)


@pytest.fixture(scope="module")
def house() -> tuple[SegmentationRun, AnswerTable]:
    """Two kinds of people who answered questions of every kind."""
    answers = table(mixed(300)[0])
    return segment(answers, QUICK), answers


def test_questions_that_say_nothing_are_never_golden() -> None:
    """Of twelve questions four tell the classes apart; those come first and nearly suffice."""
    rng = np.random.default_rng(0)
    kind = rng.integers(0, 2, 400)[:, None]
    telling = np.where(rng.random((400, 4)) < 0.93, kind, 1 - kind)
    coded = yes_no(np.hstack([rng.integers(0, 2, (400, 8)), telling]).astype(float))
    run = segment_coded(coded, range(400), Recipe(scheme="g", items=(), segments=2, pairs=0))
    assert run.model is not None
    golden = golden_questions(coded, run.model, most=6)

    assert {"q8", "q9", "q10", "q11"} == {step.item for step in golden.steps[:4]}
    assert golden.steps[3].accuracy > 0.95 * golden.full
    assert golden.proposed <= 4
    assert all(0 <= share <= 1 for step in golden.steps for share in step.recall)


def test_a_border_between_two_steps_of_a_long_scale_is_met_by_the_form() -> None:
    """Eight and nine of ten are different answers; fixed and adaptive ask the same one question,
    and are told as equally good."""
    rng = np.random.default_rng(4)
    told = [Rated(int(rng.choice([6, 7, 8] if i % 4 else [9, 10]))) for i in range(160)]
    other = [Rated(int(step)) for step in rng.integers(3, 6, 160)]
    items = tuple(
        Item(key=QuestionKey(key), kind=ItemKind.SCALE, low=0, high=10) for key in ("safe", "warm")
    )
    answers = AnswerTable(
        people=tuple(range(160)),
        answers={items[0].key: tuple(told), items[1].key: tuple(other)},
    )
    run = segment(answers, Recipe(scheme="g", items=items, segments=2, pairs=0))
    sides = {(t.value >= 9, run.memberships[i].segment) for i, t in enumerate(told)}
    assert len(sides) == 2, "the segments are parted between eight and nine"
    document = judged(run, answers)
    first, typed = document["golden"]["steps"][0], document["adaptive"]

    assert (first["item"], first["accuracy"]) == ("safe", 1.0)
    assert (typed["questions"], typed["accuracy"]) == (1.0, 1.0)
    assert typed["fixed_accuracy"] == first["accuracy"]
    assert (typed["low"], typed["high"]) == (first["low"], first["high"])


def test_as_many_fixed_questions_are_those_of_the_list() -> None:
    """One figure is told of them, judged on the people and in the folds of the list."""
    coded, _ = planted(300, 8, seed=2)
    run = segment_coded(coded, range(300), Recipe(scheme="g", items=(), segments=3, pairs=0))
    assert run.model is not None
    golden = golden_questions(coded, run.model, most=6)
    found = simulated(coded, run.model, golden, most=6)

    step = golden.steps[found.fixed_questions - 1]
    assert (found.fixed_accuracy, found.fixed_low) == (step.accuracy, step.low)
    assert (found.full_accuracy, found.people) == (golden.full, golden.people)
    assert found.low < found.accuracy < found.high


def test_what_is_chosen_does_not_depend_on_who_stands_first() -> None:
    coded, _ = planted(200, 8, seed=1)
    run = segment_coded(coded, range(200), Recipe(scheme="g", items=(), segments=3, pairs=0))
    assert run.model is not None
    other = coded.take(np.random.default_rng(5).permutation(200))

    assert golden_questions(coded, run.model, most=3) == golden_questions(other, run.model, most=3)


def test_adaptive_typing_asks_what_tells_most_and_ends(
    house: tuple[SegmentationRun, AnswerTable],
) -> None:
    """A person is asked until sure enough; the places agree with the whole survey's."""
    run, answers = house
    typist = Typist.of(run)
    agreed = asked_in_all = 0
    for row, person in enumerate(answers.people[:60]):
        known: dict[QuestionKey, Answer] = {}
        asked: set[QuestionKey] = set()
        while not typist.placed(known, 0.9).decided:
            item = typist.next_question(known, asked)
            if item is None:
                break
            asked.add(item)
            reply = answers.answers[item][row]
            if reply is not None:
                known[item] = reply
        agreed += typist.placed(known).segment == run.memberships[person].segment
        asked_in_all += len(asked)

    assert agreed >= 54
    assert asked_in_all < 60 * 4


def test_a_person_who_answered_nothing_is_nowhere(
    house: tuple[SegmentationRun, AnswerTable],
) -> None:
    typist = Typist.of(house[0])

    assert typist.placed({}).segment is None
    assert typist.next_question({}, {item.key for item in MIXED.items}) is None


def test_questions_of_every_kind_can_be_golden(house: tuple[SegmentationRun, AnswerTable]) -> None:
    """Choices, ticks, ratings and numbers with gaps stand side by side."""
    run, answers = house
    assert run.model is not None
    golden = golden_questions(code(answers, QUICK), run.model, most=5)

    assert {step.item for step in golden.steps} == {item.key for item in MIXED.items}
    assert golden.steps[2].accuracy > 0.85


@pytest.mark.data
@needs_data[1]
@pytest.mark.parametrize(
    ("name", "columns", "segments", "wanted"),
    [
        ("mcdonalds", MCDONALDS, 4, {2: 0.88, 6: 0.985}),
        ("vacmot", 20, 6, {7: 0.82, 10: 0.88}),
    ],
)
def test_published_segments_are_met_by_few_questions(
    name: str, columns: list[str] | int, segments: int, wanted: dict[int, float]
) -> None:
    """In the sample few items place as many people as is known to be possible; newcomers nearly."""
    coded = choices(name, columns)
    recipe = Recipe(
        scheme="open", items=(), segments=segments, method=Method.KMEANS, pairs=0, starts=5
    )
    run = segment_coded(coded, range(len(coded.values)), recipe)
    assert run.model is not None
    golden = golden_questions(coded, run.model, most=max(wanted))

    for size, accuracy in wanted.items():
        assert golden.steps[size - 1].in_sample >= accuracy
        assert golden.steps[size - 1].accuracy >= accuracy - 0.05


@pytest.mark.data
@needs_data[1]
def test_adaptive_typing_beats_as_many_fixed_questions() -> None:
    """On the vacation motives, out of sample, by at least three people in a hundred."""
    coded = choices("vacmot", 20)
    recipe = Recipe(scheme="open", items=(), segments=6, method=Method.KMEANS, pairs=0, starts=5)
    run = segment_coded(coded, range(1000), recipe)
    assert run.model is not None
    golden = golden_questions(coded, run.model, most=8)
    found = simulated(coded, run.model, golden, confidence=0.8, most=20)

    assert found.questions < 7
    assert found.accuracy > found.fixed_accuracy + 0.03
