"""Themes are found where people speak of different things, and nowhere else."""

import csv
import json
from itertools import product

import numpy as np
import pytest
from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score

from bot.language_model import language_model
from segmentation.themes.finding import find_themes
from segmentation.themes.naming import names_of
from segmentation.themes.values import NAMELESS, OtherEncoder, Themes
from segmentation.themes.vectors import Encoder
from segmentation.themes.wording import TEXTS_MIN, clauses_of, has_content, is_ukrainian, plain_text
from tests.segmentation.open_data import FOLDER, needs_data
from tests.segmentation.themes.texts import HEATING, LIFT, PARKING, answers, shuffled

SECRET = ("лифт застрял, звонить Калиостро", "лифт чинил Калиостро, лифт стоит")


@pytest.fixture(scope="module")
def themes() -> Themes:
    """Of the made-up answers, by words and letters alone."""
    found = find_themes([*answers(), *SECRET], None)
    assert found is not None
    return found


def told(themes: Themes, text: str) -> frozenset[str] | None:
    return themes.told_by([text], None)[0]


def test_each_thing_that_people_speak_of_is_a_theme_of_its_own(themes: Themes) -> None:
    by_thing = [
        frozenset[str]().union(*(told(themes, ", ".join(parts)) or () for parts in product(*thing)))
        for thing in (LIFT, HEATING, PARKING)
    ]
    assert all(by_thing)
    assert not by_thing[0] & by_thing[1]
    assert not by_thing[1] & by_thing[2]
    assert not by_thing[0] & by_thing[2]
    assert len(set(themes.names)) == len(themes.names)


def test_an_answer_about_two_things_has_both_themes(themes: Themes) -> None:
    lift, heating = (", ".join(part[0] for part in thing) for thing in (LIFT, HEATING))
    both = told(themes, f"{lift}. {heating}!")
    assert both is not None
    assert len(both) == 2


def test_no_answer_is_missing_and_no_content_has_no_theme(themes: Themes) -> None:
    assert told(themes, "  ") is None
    for nothing in ("нет", "Не знаю.", "все добре", "All good!", "...", "42", "😡"):
        assert told(themes, nothing) == frozenset(), nothing


def test_the_order_of_people_changes_nothing(themes: Themes) -> None:
    texts = [*answers(), *SECRET]
    mixed = [texts[i] for i in np.random.default_rng(5).permutation(len(texts))]
    assert find_themes(mixed, None) == themes


def test_shuffled_words_have_no_themes() -> None:
    assert find_themes(shuffled(answers(), 0), None) is None


def test_few_answers_have_no_themes() -> None:
    few = answers()[:: len(answers()) // (TEXTS_MIN - 2)][: TEXTS_MIN - 1]
    assert find_themes([*few, *["нет"] * 100, *[""] * 100], None) is None


def test_themes_survive_json_and_hold_no_answer(themes: Themes) -> None:
    text = json.dumps(themes.to_json(), ensure_ascii=False)
    assert Themes.from_json(json.loads(text)) == themes
    assert not any(plain_text(answer) in text for answer in answers())


def test_a_word_that_few_people_say_names_nothing(themes: Themes) -> None:
    assert not any("калиостро" in name for name in themes.names)


def test_a_word_names_the_theme_that_says_it_most() -> None:
    """Five of one speak of water, nine of the other; a theme without a word has a number."""
    texts = [*["вода"] * 5, *[f"{a}яма" for a in "абвгд"], *["вода"] * 9, *["щель"] * 2]
    labels = np.repeat([0, 1, 0, 2], [5, 5, 0, 11])
    assert names_of(texts, labels) == ["№ 1", "№ 2", "вода"]


def test_themes_of_another_encoder_are_refused(themes: Themes) -> None:
    other = Themes(encoder="other 1", rarity=themes.rarity, themes=themes.themes, answered=1)
    with pytest.raises(OtherEncoder, match="other 1"):
        other.told_by(["лифт"], None)


def test_rules_of_wording() -> None:
    assert is_ukrainian("немає світла в під'їзді")
    assert not is_ukrainian("нет света в подъезде")
    assert clauses_of("лифт стоит. батареи холодные") == ["лифт стоит", "батареи холодные"]
    assert not clauses_of("лифт стоит, и давно")
    assert has_content("лифт")


@pytest.mark.skipif(language_model() is None, reason="no model of language here")
@pytest.mark.data
@needs_data[1]
def test_the_probe_of_housing_answers_is_told_apart() -> None:
    """168 answers about 12 things: NMI .62 and ARI .42 were measured."""
    with (FOLDER / "housing_probe.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    texts, labels = [row["text"] for row in rows], [row["label"] for row in rows]
    encoder = language_model()
    assert isinstance(encoder, Encoder)
    found = find_themes(texts, encoder)
    assert found is not None
    nearest = found.scores([plain_text(text) for text in texts], encoder).argmax(axis=1)
    assert normalized_mutual_info_score(labels, nearest) > 0.54
    assert adjusted_rand_score(labels, nearest) > 0.33
    assert sum(not name.startswith(NAMELESS) for name in found.names) >= 11  # 12 were measured
