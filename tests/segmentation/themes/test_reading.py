"""Own words count beside ticks: texts become the themes that they speak of."""

import json
from dataclasses import replace

import pytest

from segmentation.finding import segment
from segmentation.golden.asking import Asker
from segmentation.placing import place
from segmentation.run import SegmentationRun
from segmentation.run_json import from_json, to_json
from segmentation.themes.following import followed
from segmentation.themes.reading import as_read, seek_themes
from segmentation.themes.values import Sought, Themes
from segmentation.themes.vectors import Encoder
from segmentation.themes.wording import TEXTS_MIN, plain_text
from segmentation.values import AnswerTable, Item, ItemKind, Recipe
from surveys.answers import Answer, Picked, Skipped, Written
from surveys.questions import QuestionKey
from tests.segmentation.themes.texts import LIFT, PARKING, answers

WORDS, TICKS = QuestionKey("words"), QuestionKey("ticks")
LIFT_TEXT, PARKING_TEXT = (", ".join(part[1] for part in thing) for thing in (LIFT, PARKING))
RECIPE = Recipe(
    scheme="needs",
    items=(
        Item(key=TICKS, kind=ItemKind.MULTIPLE, options=("lift", "heat", "cars")),
        Item(key=WORDS, kind=ItemKind.THEMES),
    ),
    segments=3,
    pairs=0,
    starts=5,
)


def written(texts: list[str]) -> AnswerTable:
    """Everybody ticks what they write about; one in three ticks nothing."""
    ticks = [option for option in ("lift", "heat", "cars") for _ in range(-(-len(texts) // 3))]
    return AnswerTable.of(
        {
            person: {
                WORDS: Written(text),
                TICKS: Picked((tick,) if person % 3 else ()),  # type: ignore[arg-type]
            }
            for person, (text, tick) in enumerate(zip(texts, ticks, strict=False))
        }
    )


@pytest.fixture(scope="module")
def run() -> SegmentationRun:
    """Over 180 people, by words and letters alone."""
    return segment(written(answers()), RECIPE)


def told(run: SegmentationRun, answer: Answer) -> Answer | None:
    return as_read(run, AnswerTable.of({0: {WORDS: answer}}), None).answers[WORDS][0]


def test_a_newcomer_is_placed_by_words_alone(run: SegmentationRun) -> None:
    """Each where those stand who wrote of the same."""
    placed = []
    for text in (LIFT_TEXT, PARKING_TEXT):
        read = as_read(run, AnswerTable.of({0: {WORDS: Written(text)}}), None)
        (answer,) = read.answers[WORDS]
        assert isinstance(answer, Picked)
        assert answer.choices
        placed.append(place(run, {WORDS: answer}))
    assert all(each.probability > 0.5 for each in placed)
    assert placed[0].segment != placed[1].segment


def test_no_content_is_no_theme_and_what_is_missing_stays_missing(run: SegmentationRun) -> None:
    assert told(run, Written("не знаю")) == Picked(())
    assert told(run, Skipped()) == Skipped()


def test_a_run_keeps_its_themes_and_no_answer(run: SegmentationRun) -> None:
    """Erasing a person therefore needs no search through old runs."""
    text = json.dumps(to_json(replace(run, memberships={})), ensure_ascii=False)
    back = from_json(json.loads(text))
    assert back.sought == run.sought
    assert back.recipe == run.recipe
    assert not any(plain_text(answer) in text for answer in answers())


def test_nobody_is_asked_to_type_by_a_short_survey(run: SegmentationRun) -> None:
    asker = Asker(run)
    assert asker.questions == {TICKS}
    assert asker.following({}, {TICKS, WORDS}) in {TICKS, None}


def test_few_texts_and_texts_without_themes_count_for_nothing() -> None:
    few = written(answers()[: TEXTS_MIN - 1])
    table, recipe, sought = seek_themes(few, RECIPE, None, None)
    assert [item.key for item in recipe.items] == [TICKS]
    assert table == few
    assert sought == {WORDS: Sought(answered=TEXTS_MIN - 1, told=TEXTS_MIN - 1)}


def test_known_themes_stay_until_there_are_many_more_answers(run: SegmentationRun) -> None:
    """A few newcomers do not change what themes there are, nor what they are called."""
    more = [*answers(), *answers()[::20]]
    _, recipe, sought = seek_themes(written(more), RECIPE, run, None)
    assert sought[WORDS].themes == run.themes[WORDS]
    assert sought[WORDS].answered == len(more)
    assert recipe.items == run.recipe.items


def test_themes_of_another_encoder_begin_anew(run: SegmentationRun) -> None:
    """And whoever wrote is missing meanwhile, not silent."""
    known = replace(run.themes[WORDS], encoder="other 1")
    other = replace(run, sought={WORDS: replace(run.sought[WORDS], themes=known)})
    assert told(other, Written(LIFT_TEXT)) is None
    few = written(answers()[: TEXTS_MIN - 1])
    assert seek_themes(few, RECIPE, other, None)[2][WORDS].themes is None


def test_themes_found_again_keep_their_keys(run: SegmentationRun) -> None:
    """Matched by the texts that speak of both, in whatever order they are found."""
    before = run.themes[WORDS]
    turned = before.themes[::-1]
    fresh = replace(
        before,
        themes=tuple(replace(theme, key=str(i)) for i, theme in enumerate(turned, 1)),
    )
    texts = [plain_text(text) for text in answers()]
    after = followed(fresh, before, texts, None)
    assert [theme.key for theme in after.themes] == [theme.key for theme in turned]

    fewer = replace(before, themes=before.themes[1:])
    new = followed(before, fewer, texts, None)
    assert new.themes[0].key == str(before.keys_given + 1)
    assert new.keys[1:] == before.keys[1:]


def test_an_encoder_may_be_anything_that_gives_rows(run: SegmentationRun) -> None:
    """Its name stands with the themes, and only it reads them again."""
    import numpy as np

    def by_length(texts: list[str]) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
        return np.array([[len(text), 10.0] for text in texts]) / 100

    known: Themes = replace(
        run.themes[WORDS],
        encoder="length 1",
        middle=(0.2, 0.1),
        themes=tuple(replace(t, meaning=(0.0, 0.0)) for t in run.themes[WORDS].themes),
    )
    spoken = known.told_by([LIFT_TEXT], Encoder("length 1", by_length))
    assert spoken == run.themes[WORDS].told_by([LIFT_TEXT], None)


def test_themes_of_another_encoder_take_no_key_of_those_before(run: SegmentationRun) -> None:
    """A name that a manager gave to a theme would stand at another one."""
    known = run.sought[WORDS]
    assert known.themes is not None
    old = replace(known, themes=replace(known.themes, encoder="old", keys_given=9))
    before = replace(run, sought={WORDS: old})

    _, _, sought = seek_themes(written(answers()), RECIPE, before, None)

    found = sought[WORDS].themes
    assert found is not None
    assert found.keys_given == 9 + len(found.keys)
    assert all(int(key) > 9 for key in found.keys)
