"""Names of themes: words that enough people say, or what these words are about."""

import numpy as np

from segmentation.themes.families import FAMILIES, family_name, family_of
from segmentation.themes.naming import names_of
from segmentation.themes.wording import LANGUAGES_TOLD, STOP, language_of

ONE, OTHER = np.zeros(6, dtype=int), np.ones(6, dtype=int)
LABELS = np.concatenate([ONE, OTHER])
NOISE = ("соседи шумят", "громкая музыка", "сверлят стены", "shumyat", "гучна музика", "noisy bar")
LIFTS = ("лифт стоит", "в лифте темно", "lift ne rabotaet", "ліфт зламаний", "лифт", "лифты старые")


def test_many_words_for_one_thing_name_it_together() -> None:
    """No word of the noisy is said by five people; what they speak of is."""
    assert names_of([*NOISE, *LIFTS], LABELS) == ["шум", "лифт"]


def test_the_language_of_most_texts_is_that_of_the_name() -> None:
    loud = ("noisy bar", "loud music", "drilling", "they shout so loud", "barking", "no quiet")
    assert names_of([*loud, *("the lift is broken",) * 6], LABELS) == ["noise", "lift · broken"]
    assert language_of(["ліфт зламаний", "коли вже полагодять ліфт", "lift"]) == "uk"


def test_what_fewer_than_five_speak_of_names_nothing() -> None:
    """Also where the list knows the words; and one name is nobody's family."""
    few = (*NOISE[1:5], "калиостро", "петров иванович")
    assert names_of([*few, *LIFTS], LABELS) == ["№ 1", "лифт"]
    assert family_of("калиостро") is None


def test_a_short_answer_that_many_give_counts_as_many() -> None:
    """Six people who wrote the same word are six."""
    labels = np.array([0, 1])
    assert names_of(["лифт", "печеньки"], labels, [6, 6]) == ["лифт", "печеньки"]
    assert names_of(["лифт", "печеньки"], labels, [6, 4]) == ["лифт", "№ 2"]


def test_every_family_has_a_name_in_each_language_and_words_of_its_own() -> None:
    """No word belongs to two families by the same beginning."""
    seen: set[str] = set()
    for place, (names, whole, starts) in enumerate(FAMILIES):
        assert len(names) == len(LANGUAGES_TOLD)
        assert all(family_name(place, language) for language in LANGUAGES_TOLD)
        assert not (whole | set(starts)) & STOP
        assert not (whole | set(starts)) & seen, names
        assert all(len(root) > 2 for root in starts), names
        seen |= whole | set(starts)
