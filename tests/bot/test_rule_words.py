"""A rule said back as people speak: cases, plurals, days, money; in each language."""

import pytest

from bot.views.rules.explaining import explained, speaks_of_money
from bot.words import Words
from segmentation.rules.parsing import parse
from segmentation.rules.writing import write


@pytest.mark.parametrize(
    ("rule", "ru", "uk"),
    [
        ("added within 1 week", "за последнюю неделю", "за останній тиждень"),
        ("added within 21 weeks", "за последние 21 неделю", "за останні 21 тиждень"),
        ("added within 3 hours", "за последние 3 часа", "за останні 3 години"),
        ("added more than 1 week ago", "раньше, чем 1 неделю назад", "раніше, ніж 1 тиждень тому"),
        ("added more than 1 hour ago", "раньше, чем 1 час назад", "раніше, ніж 1 годину тому"),
        ("birthday in next 2 weeks", "в ближайшие 2 недели", "у найближчі 2 тижні"),
        (
            "birthday anniversary within 1 days",
            "годовщина в ближайший день",
            "річниця у найближчий день",
        ),
        (
            'regularly("payment", 3 of 4 months)',
            "хотя бы 3 из последних 4 месяцев",
            "хоча б 3 з останніх 4 місяців",
        ),
        (
            'regularly("visit", 1 of 21 weeks)',
            "хотя бы 1 из последних 21 недели",
            "хоча б 1 з останніх 21 тижня",
        ),
        ('stopped("payment", 1 week)', "но не за последнюю неделю", "але не за останній тиждень"),
        (
            'has_been(stage, "lead", at least 1 week)',
            "этап: «lead» уже 1 неделю или дольше",
            "етап: «lead» вже 1 тиждень або довше",
        ),
        (
            "moved_in between 2020-01-01 and 2020-05-09",
            "с 1 января 2020 по 9 мая 2020",
            "з 1 січня 2020 по 9 травня 2020",
        ),
        (
            "birthday every year between 12-20 and 01-10",
            "каждый год с 20 декабря по 10 января",
            "щороку з 20 грудня по 10 січня",
        ),
        ('total("payment") > 50000', "больше 500,00", "більше 500,00"),
        ("lifetime_value between 1000 and 250050", "от 10,00 до 2 500,50", "від 10,00 до 2 500,50"),
        ('did("visit", amount >= 500)', "было: «визит» (сумма: не меньше 5,00)", "не менше 5,00"),
        ('never("ticket")', "не было: «заявка»", "не було: «заявка»"),
        ('missing has any ("phone", "home")', "«телефон», «дом и квартира»", "«телефон»"),
        ('answered("winter")', "ответ на опрос «winter»: есть", "«winter»: є"),
    ],
)
def test_rules_are_said_in_right_cases(rule: str, ru: str, uk: str) -> None:
    for language, wanted in (("ru", ru), ("uk", uk)):
        assert wanted in explained(parse(rule), Words(language)).replace("\xa0", " ")


def test_did_and_never_are_written_as_they_were_typed() -> None:
    """Nobody who wrote `never` reads of a count that is not at least one."""
    for text in (
        'did("payment", within 30 days)',
        'never("ticket") and age > 3',
        'count("visit") >= 2 or not count("visit") >= 3',
    ):
        assert write(parse(text)) == text


def test_only_rules_on_money_speak_of_money() -> None:
    assert speaks_of_money(parse('age > 3 and did("visit", amount > 5)'))
    assert speaks_of_money(parse('not (average("payment") > 5)'))
    assert not speaks_of_money(parse('count("payment") > 5 and monetary > 3'))
