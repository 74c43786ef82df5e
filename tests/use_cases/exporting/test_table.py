"""Versions united, reasons told apart, names that stay."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from surveys.answers import (
    Answer,
    Chosen,
    Contacted,
    Counted,
    Dated,
    DontKnow,
    Judged,
    Judgement,
    Located,
    Picked,
    PreferNot,
    Ranked,
    Rated,
    Sent,
    Skipped,
    Timed,
    Written,
)
from surveys.media import MediaFile, MediaKind
from surveys.quality.flags import Flag, weight_of
from surveys.questions import (
    Choice,
    ChoiceKey,
    ContactQuestion,
    LocationQuestion,
    MaxDiff,
    MediaQuestion,
    QuestionKey,
    Survey,
)
from surveys.text import Text
from surveys.yaml.reader import read_survey
from tests.use_cases.exporting.makers import a_response, a_table, cells, names
from use_cases.exporting.about import pseudonyms
from use_cases.exporting.table import Table
from use_cases.exporting.values import FAR_BELOW, Column, Measure, Missing

FIRST = """
survey: house
languages: [ru]
title: Наш дом
calculated: {double: rooms * 2}
questions:
  - key: needs
    multiple: Что нужно?
    choices: {benches: Скамейки, fountain: Фонтан}
  - key: home
    single: Квартира?
    choices: {own: Своя, rent: Съёмная}
  - {key: rooms, number: Сколько комнат?, from: 0, to: 99}
  - {key: why, open: Почему?, relevant: home == "rent"}
"""
SECOND = """
survey: house
languages: [ru]
title: Наш дом
questions:
  - key: home
    single: Какая у вас квартира?
    choices: {rent: Снимаем, own: Своя, other: {label: Другое, other: true}}
  - key: needs
    multiple: Что нужно во дворе?
    choices: {trees: Деревья, benches: Лавочки}
  - {key: quiet, scale: Тихо ли у вас?, low: шумно, high: тихо}
"""


def a_survey_of(text: str, version: int = 1) -> Survey:
    survey = read_survey(text)
    assert isinstance(survey, Survey), survey
    return replace(survey, version=version)


@pytest.fixture
def first() -> Survey:
    return a_survey_of(FIRST)


@pytest.fixture
def second() -> Survey:
    return a_survey_of(SECOND, 2)


def test_versions_line_up_by_their_keys(first: Survey, second: Survey) -> None:
    """A choice that is gone keeps its column and code; new ones come behind."""
    table = a_table(first, second)
    told: list[Answer] = [Chosen(ChoiceKey("rent")), Picked((ChoiceKey("fountain"),))]
    old = cells(table, a_response({"home": told[0], "needs": told[1]}))
    told = [Chosen(ChoiceKey("other"), "дача"), Picked((ChoiceKey("trees"),))]
    new = cells(table, a_response({"home": told[0], "needs": told[1]}, version=2))

    needs = ["needs_trees", "needs_benches", "needs_fountain"]
    home = ["home", "home_words", "rooms", "why", "why_status"]
    assert names(table) == [*home, *needs, "quiet", "double"]
    assert [old[name] for name in needs] == [Missing.NOT_SHOWN, 0, 1]
    assert [new[name] for name in needs] == [1, 0, Missing.NOT_SHOWN]
    assert (old["home"], old["home_words"]) == (2, None)
    assert (new["home"], new["home_words"]) == (3, "дача")
    assert (old["quiet"], new["rooms"]) == (Missing.NOT_SHOWN, Missing.NOT_SHOWN)


def test_the_newest_wording_counts_and_earlier_ones_are_remembered(
    first: Survey, second: Survey
) -> None:
    column = column_of(a_table(first, second).columns, "home")

    assert column.label is not None
    assert column.label.in_language("ru") == "Какая у вас квартира?"
    assert [(e.version, e.text.in_language("ru")) for e in column.earlier] == [(1, "Квартира?")]
    rent = next(code for code in column.codes if code.key == "rent")
    assert [(e.version, e.text.in_language("ru")) for e in rent.earlier] == [(1, "Съёмная")]
    assert {code.key: code.value for code in column.codes} == {"own": 1, "rent": 2, "other": 3}


def test_names_and_codes_stay_whatever_is_published_later(first: Survey, second: Survey) -> None:
    alone, later = a_table(first), a_table(first, second)

    assert set(names(alone)) <= set(names(later))
    for before in alone.columns:
        after = column_of(later.columns, before.name)
        kept = {code.key: code.value for code in after.codes}
        assert {code.key: kept[code.key] for code in before.codes} == {
            code.key: code.value for code in before.codes
        }


def test_every_reason_for_no_answer_has_a_number_of_its_own(first: Survey) -> None:
    table = a_table(first)
    home: dict[Answer, Missing] = {
        Skipped(): Missing.SKIPPED,
        DontKnow(): Missing.DONT_KNOW,
        PreferNot(): Missing.PREFER_NOT,
    }
    for answer, why in home.items():
        given: dict[str, Answer] = {"home": answer}
        assert cells(table, a_response(given))["home"] == why
    broke_off = cells(table, a_response(completed=False))
    assert broke_off["needs_benches"] == Missing.NOT_REACHED
    assert broke_off["why_status"] == Missing.NOT_REACHED  # It depends on an answer to come.

    owns: dict[str, Answer] = {"home": Chosen(ChoiceKey("own")), "why": Written("Beside the way")}
    assert cells(table, a_response(owns))["why_status"] == Missing.NOT_SHOWN
    assert cells(table, a_response(owns))["why"] is None


def test_the_reasons_stand_far_off_where_people_may_answer_minus_99() -> None:
    cold = a_survey_of(
        """
survey: cold
languages: [en]
title: Cold
questions:
  - {key: degrees, number: How cold?, dont_know: true}
  - {key: age, number: How old?, from: 0, to: 120, dont_know: true}
"""
    )
    row = cells(a_table(cold), a_response({"degrees": DontKnow(), "age": DontKnow()}))
    assert (row["degrees"], row["age"]) == (FAR_BELOW - 980, -98)

    table = a_table(cold)
    row = cells(table, a_response({"degrees": Counted(-98.0), "age": Counted(7.0)}))
    assert (row["degrees"], row["age"]) == (-98, 7)
    assert column_of(table.columns, "degrees").reason(-98) is None


def test_each_kind_of_answer_comes_to_cells() -> None:
    survey = a_survey_of(
        """
survey: kinds
languages: [en]
title: Kinds
calculated: {soon: rate > 3}
questions:
  - {key: yes, yes_no: Do you?}
  - {key: rate, nps: Would you?}
  - {key: day, date: When?}
  - {key: hour, time: At what time?}
  - {key: size, number: How big?, whole: false, from: 0}
  - key: order
    ranking: Which first?
    places: 2
    choices: {a: Apples, b: Bread, c: Cheese}
  - {key: read, note: Thank you}
"""
    )
    row = cells(
        a_table(survey),
        a_response(
            {
                "yes": Chosen(ChoiceKey("no")),
                "rate": Rated(9),
                "day": Dated(date(2026, 5, 3)),
                "hour": Timed(time(18, 30)),
                "size": Counted(2.5),
                "order": Ranked((ChoiceKey("c"), ChoiceKey("a"))),
            }
        ),
    )
    assert (row["yes"], row["rate"], row["size"]) == (0, 9, 2.5)
    assert (row["day"], row["day_status"]) == (date(2026, 5, 3), 1)
    assert (row["hour"], row["hour_status"]) == (time(18, 30), 1)
    assert [row[f"order_{key}"] for key in "abc"] == [2, 0, 1]
    assert row["soon"] == 1
    assert "read" not in row


def test_a_choice_that_was_filtered_away_was_not_shown() -> None:
    survey = a_survey_of(
        """
survey: flats
languages: [en]
title: Flats
questions:
  - {key: city, single: Where?, choices: {kyiv: Kyiv, lviv: Lviv}}
  - key: wants
    multiple: What do you want?
    choices:
      metro: {label: A metro, columns: {city: kyiv}}
      tram: {label: A tram, columns: {city: lviv}}
    choice_filter: column(city) == city
"""
    )
    given: dict[str, Answer] = {"city": Chosen(ChoiceKey("lviv"))}
    row = cells(a_table(survey), a_response(given | {"wants": Picked((ChoiceKey("tram"),))}))

    assert (row["wants_metro"], row["wants_tram"]) == (Missing.NOT_SHOWN, 1)


def test_each_round_of_a_loop_has_columns_of_its_own() -> None:
    survey = a_survey_of(
        """
survey: loops
languages: [en]
title: Loops
questions:
  - key: uses
    multiple: What do you use?
    choices: {lift: Lift, yard: Yard}
  - key: thing
    loop: The things
    over: uses
    questions:
      - {key: good, scale: "Is ${thing} good?"}
"""
    )
    given: dict[str, Answer] = {"uses": Picked((ChoiceKey("yard"),)), "good[yard]": Rated(4)}
    row = cells(a_table(survey), a_response(given))

    assert (row["good_lift"], row["good_yard"]) == (Missing.NOT_SHOWN, 4)


def test_best_and_worst_files_places_and_numbers() -> None:
    asked: dict[str, Any] = {"prompt": Text({"en": "What?"})}
    items = tuple(Choice(key=ChoiceKey(key), label=Text({"en": key})) for key in "abcd")
    survey = Survey(
        key="rich",
        title=Text({"en": "Rich"}),
        questions=(
            MaxDiff(key=QuestionKey("md"), choices=items, **asked),
            MediaQuestion(key=QuestionKey("photo"), accepted=(MediaKind.PHOTO,), **asked),
            LocationQuestion(key=QuestionKey("where"), **asked),
            ContactQuestion(key=QuestionKey("phone"), **asked),
        ),
    )
    a, b, c, d = (item.key for item in items)
    rounds = (Judgement((a, b, c), a, c), Judgement((a, b, d), a, b))
    photo = MediaFile(kind=MediaKind.PHOTO, file_id="1", unique_id="2")
    given: dict[str, Answer] = {
        "md": Judged(rounds),
        "photo": Sent((photo, photo)),
        "where": Located(50.45012, 30.52345),
        "phone": Contacted("+380501234567"),
    }
    row = cells(a_table(survey), a_response(given))

    assert [row[f"md_{key}_best"] for key in "abcd"] == [2, 0, 0, 0]
    assert [row[f"md_{key}_worst"] for key in "abcd"] == [0, 1, 1, 0]
    assert [row[f"md_{key}_shown"] for key in "abcd"] == [2, 2, 1, 1]
    assert row["md_rounds"] == "a b c: a > c; a b d: a > b"
    assert (row["photo"], row["photo_files"]) == (2, "photo photo")
    assert (row["where_latitude"], row["where_longitude"]) == (50.45012, 30.52345)
    masked = cells(a_table(survey, masked=True), a_response(given))
    assert (masked["where_latitude"], masked["phone"]) == (50.45, "•••")


def test_levels_of_measurement(second: Survey) -> None:
    columns = a_table(second).columns
    levels = {name: column_of(columns, name).measure for name in ("home", "quiet", "r_seconds")}

    assert levels == {
        "home": Measure.NOMINAL,
        "quiet": Measure.ORDINAL,
        "r_seconds": Measure.SCALE,
    }


def test_another_kind_of_question_under_an_old_key_is_another_column(second: Survey) -> None:
    """Marks out of five and out of ten are never one column."""
    wider = a_survey_of(SECOND.replace("high: тихо", "high: тихо, to: 10"), 3)
    table = a_table(second, wider)

    old = cells(table, a_response({"quiet": Rated(5)}, version=2))
    new = cells(table, a_response({"quiet": Rated(10)}, version=3))
    assert (old["quiet"], old["quiet_2"]) == (5, Missing.NOT_SHOWN)
    assert (new["quiet"], new["quiet_2"]) == (Missing.NOT_SHOWN, 10)


def test_numbers_for_keys_are_the_codes() -> None:
    """Whoever numbers the choices finds those numbers; 98 stays 98."""
    asked = """
survey: codes
languages: [en]
title: Codes
questions:
  - key: area
    single: Where?
    choices: {choices}
"""
    first = a_survey_of(asked.replace("{choices}", '{"10": North, "98": Elsewhere}'))
    second = a_survey_of(asked.replace("{choices}", '{"10": North, new: New, "7": South}'), 2)
    area = column_of(a_table(first, second).columns, "area")

    codes = {code.key: code.value for code in area.codes}
    assert codes == {"10": 10, "98": 98, "new": 10_001, "7": 7}


def test_a_person_has_another_name_for_every_recipient() -> None:
    mine, yours = pseudonyms("secret", "me"), pseudonyms("secret", "you")

    assert mine(7) == pseudonyms("secret", "me")(7)
    assert len({mine(7), yours(7), mine(8), pseudonyms("other", "me")(7)}) == 4
    assert mine(7) != "7"


def test_managers_get_words_with_contacts_covered(first: Survey) -> None:
    said: dict[str, Answer] = {
        "home": Chosen(ChoiceKey("rent")),
        "why": Written("Звоните +79161234567\x00"),
    }
    open_words = cells(a_table(first), a_response(said))["why"]
    masked = cells(a_table(first, masked=True), a_response(said))["why"]

    assert (open_words, masked) == ("Звоните +79161234567", "Звоните •••")


def test_about_the_response(first: Survey) -> None:
    row = cells(a_table(first), a_response())

    assert (row["r_id"], row["r_version"], row["r_source"]) == (1, 1, "door")
    assert (row["r_state"], row["r_mode"], row["r_seconds"]) == (1, 1, 120)
    assert cells(a_table(first), a_response(completed=False))["r_state"] == 0


CAREFUL = """
survey: yard
languages: [ru]
title: Двор
questions:
"""
CAREFUL += "".join(f"  - {{key: q{n}, scale: Хорошо ли вам живётся во дворе?}}\n" for n in range(8))


def test_how_carefully_it_was_answered() -> None:
    """One point down the row in no time: the weight, and each sign as yes or no."""
    survey = read_survey(CAREFUL)
    assert isinstance(survey, Survey)
    keys = [question.key for question in survey.questions]
    table = Table([survey], pseudonym=str, masked=False, usual=dict.fromkeys(keys, 9.0))
    same = a_response({key: Rated(4) for key in keys})
    hasty = replace(same, seconds=dict.fromkeys(keys, 0.4), language="ru")

    row = cells(table, hasty)
    signs = {name: row[f"r_flag_{name}"] for name in ("reading", "hurry", "straight", "nonsense")}
    assert signs == {"reading": 1, "hurry": 1, "straight": 1, "nonsense": 0}
    assert row["r_weight"] == weight_of(frozenset({Flag.READING, Flag.HURRY, Flag.STRAIGHT}))
    assert cells(table, same)["r_weight"] == weight_of(frozenset({Flag.STRAIGHT}))


def test_what_is_not_complete_is_not_judged(first: Survey) -> None:
    row = cells(a_table(first), a_response(completed=False))

    assert row["r_weight"] is None
    assert row["r_flag_nonsense"] is None
    assert cells(a_table(first), a_response())["r_weight"] == 1


def column_of(columns: tuple[Column, ...], name: str) -> Column:
    return next(column for column in columns if column.name == name)
