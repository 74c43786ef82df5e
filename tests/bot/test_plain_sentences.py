"""A plain sentence in the place of a rule: what it probably means, and what was not taken in."""

import pytest

from bot.views.rules.faults import guess_words, is_plain, meant_by
from segmentation.rules.guessing import guessed
from segmentation.rules.mending import mended
from tests.bot.chat import Town
from use_cases.records import Role


@pytest.mark.parametrize(
    ("language", "sentence", "rule"),
    [
        ("ru", "жильцы корпуса 12А старше 35", 'building = "12А" and age > 35'),
        ("ru", "женщины от 30 до 40 лет", 'gender = "female" and age between 30 and 40'),
        ("ru", "кто не платил за последние 30 дней", 'never("payment", within 30 days)'),
        ("ru", "не платили 2 месяца", 'never("payment", within 2 months)'),
        ("ru", "все, кто живёт выше 5 этажа", "floor > 5"),
        ("ru", "Горячие или тёплые", 'rfm = "hot" or rfm = "warm"'),
        ("ru", "не собственники", 'not home_role = "owner"'),
        ("ru", "дом 12а или дом 14", 'building = "12а" or building = "14"'),
        ("ru", "2 подъезд, новички", 'entrance = "2" and added within 30 days'),
        ("uk", "мешканці будинку 12А старші 35", 'building = "12А" and age > 35'),
        ("uk", "хто не платив за останні 30 днів", 'never("payment", within 30 days)'),
        ("uk", "власники 2 під’їзду", 'home_role = "owner" and entrance = "2"'),
        ("en", "residents of block 12A older than 35", 'building = "12A" and age > 35'),
        ("en", "who did not pay within the last 30 days", 'never("payment", within 30 days)'),
    ],
)
def test_sentences_that_mean_a_rule(language: str, sentence: str, rule: str) -> None:
    guess = guessed(sentence, guess_words(language))

    assert is_plain(sentence) and guess is not None
    assert (guess.text, guess.left) == (rule, ())


def test_what_was_not_taken_in_is_told() -> None:
    """Nobody believes that the dogs count."""
    guess = guessed("арендаторы дома 3 с собаками", guess_words("ru"))

    assert guess is not None and guess.left == ("с", "собаками")
    assert guessed("люди с детьми", guess_words("ru")) is None
    assert guessed("дом " * 41 + "5", guess_words("ru")) is None


@pytest.mark.parametrize(
    ("language", "said", "rule"),
    [
        ("ru", "возраст больше 35", "age > 35"),
        ("ru", "этаж не меньше 5 и дом = 3", 'floor >= 5 and building = "3"'),
        ("uk", "вік не старше 60", "age <= 60"),
        ("en", "age older than 35", "age > 35"),
    ],
)
def test_comparisons_in_words_are_mended(language: str, said: str, rule: str) -> None:
    assert mended(said, meant_by(language)) == rule


async def test_a_sentence_is_answered_with_the_rule_or_an_example(town: Town) -> None:
    """One tap counts what was meant; no word of it comes back as unknown."""
    olga = await town.person("Ольга", role=Role.MANAGER, language="ru")
    await olga.says("/rules")
    shown = await olga.says("новички с собаками")
    assert "обычная фраза" in shown and "added within 30 days" in shown
    assert "Не учтено: с, собаками." in shown
    assert "знакомство с ботом: за последние 30 дней" in await olga.taps("Да, посчитать так")
    shown = await olga.says("люди с детьми")
    assert "правила в ней я не вижу" in shown and "age >= 35" in shown
    assert any("Кнопками" in label for label in olga.buttons)
    assert "Здесь может стоять" in await olga.says("age contains 3")
