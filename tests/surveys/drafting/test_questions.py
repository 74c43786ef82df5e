"""Writing a survey question by question: names that last, steps that take nothing else along."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.drafting.checking import check, written
from surveys.drafting.choices import LinesDiffer, put_choices, translate_choices, turn_special
from surveys.drafting.conditions import (
    answers_to,
    condition,
    earlier_questions,
    read_back,
)
from surveys.drafting.documents import (
    KINDS,
    Document,
    QuestionGone,
    blank,
    in_question,
    key_of,
    put,
    question_at,
    questions_of,
)
from surveys.drafting.keys import key_for
from surveys.drafting.languages import missing_texts, spoken, turn_language
from surveys.drafting.questions import (
    add_question,
    copy_question,
    drop_question,
    move_question,
    put_value,
    turn,
)
from surveys.yaml.questions import OF_KIND

OTHER = {"ru": "Другое", "en": "Other"}


def a_page() -> tuple[Document, str]:
    """One question with three choices."""
    page, key = add_question(blank("house", "Дом", ["ru"]), "single", "С кем вы живёте?", "ru")
    return put_choices(page, key, "choices", ["Один", "Вдвоём", "С детьми"], "ru"), key


def test_words_become_names_that_a_condition_can_speak_of() -> None:
    """Latin letters, four words at most, never a word of the language of conditions."""
    assert key_for("Сколько вам лет?", (), otherwise="q") == "skolko_vam_let"
    assert key_for("Чи є у вас авто?", (), otherwise="q") == "chi_ye_u_vas"
    assert key_for("3 rooms", (), otherwise="q") == "q_3_rooms"
    assert key_for("And?", (), otherwise="q") == "q_and"
    assert key_for("???", {"q"}, otherwise="q") == "q_2"


@given(st.text(max_size=80), st.sets(st.text(max_size=5)))
def test_any_words_make_a_name_that_a_survey_file_takes(words: str, taken: set[str]) -> None:
    page, key = add_question(blank("x", "X", ["en"]), "open", f"{words}?", "en")

    assert key not in taken or key_for(words, taken, otherwise="q") not in taken
    assert all(fault.code != "bad-key" for fault in check(page).of(key))


def test_a_label_that_is_mended_keeps_its_name_and_a_new_thought_gets_a_new_one() -> None:
    """Answers already given never change their meaning."""
    page, key = a_page()
    page = turn_special(page, key, "other", OTHER)

    mended = put_choices(page, key, "choices", ["Вдвоем", "С собакой", "Один"], "ru")

    listed = question_at(mended, key)["choices"]
    assert list(listed) == ["vdvoyom", "s_sobakoy", "odin", "other"]
    assert listed["vdvoyom"] == {"ru": "Вдвоем"}
    assert listed["other"] == {"label": OTHER, "other": True}
    assert "other" not in question_at(turn_special(mended, key, "other", OTHER), key)["choices"]


def test_choices_are_translated_line_by_line() -> None:
    page, key = a_page()

    said = translate_choices(page, key, "choices", ["Alone", "Two", "Children"], "en")
    assert question_at(said, key)["choices"]["odin"] == {"ru": "Один", "en": "Alone"}

    with pytest.raises(LinesDiffer):
        translate_choices(page, key, "choices", ["Alone"], "en")


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_of_every_kind_is_sound_as_soon_as_it_has_what_it_needs(kind: str) -> None:
    page, key = add_question(blank("x", "X", ["en"]), kind, "How is it?", "en")
    if "choices" in OF_KIND[kind]:
        assert [fault.facts["place"] for fault in check(page).of(key)] == ["choices"]
        page = put_choices(page, key, "choices", ["Well", "So so", "Badly"], "en")

    assert check(page).survey is not None


def test_questions_move_and_are_copied_and_go() -> None:
    page, first = a_page()
    page, second = add_question(page, "open", "Почему?", "ru", after=first)
    page, twin = copy_question(page, first)
    assert [key_of(each) for each in questions_of(page)] == [first, twin, second]

    page = move_question(move_question(page, second, -1), first, 5)
    assert [key_of(each) for each in questions_of(page)] == [second, twin, first]

    page = drop_question(page, twin)
    with pytest.raises(QuestionGone):
        drop_question(page, twin)


def test_what_goes_without_saying_is_not_written() -> None:
    page, key = a_page()
    optional = turn(page, key, "optional")
    assert question_at(optional, key)["optional"] is True
    assert turn(optional, key, "optional") == page

    number, age = add_question(page, "number", "Сколько вам лет?", "ru")
    assert question_at(turn(number, age, "whole", plain=True), age)["whole"] is False
    hinted = put_value(page, key, "hint", {"ru": "Один ответ", "en": "One"})
    assert question_at(hinted, key)["hint"] == {"ru": "Один ответ", "en": "One"}
    assert put_value(hinted, key, "hint", None) == page


def test_every_condition_by_button_is_sound_and_reads_back() -> None:
    """Of every kind of question, every answer that a button offers."""
    page, _ = a_page()
    for kind in KINDS:
        page, key = add_question(page, kind, f"A {kind}?", "ru")
        if "choices" in OF_KIND[kind]:
            page = put_choices(page, key, "choices", ["Да", "Нет", "Как когда"], "ru")
    page, last = add_question(page, "open", "Почему?", "ru")
    before = earlier_questions(page, last)
    assert "a_note" not in {key_of(each) for each in before}

    for asked in before:
        for tells in answers_to(asked):
            made = condition(asked, tells)
            asking = put_value(page, last, "relevant", made)
            assert check(asking).survey is not None, made
            assert read_back(before, made) == (asked, tells)
    assert read_back(before, "a_number > 3 and a_yes_no") is None


def test_a_condition_on_what_is_asked_later_is_a_fault_of_that_question() -> None:
    page, first = a_page()
    page, second = add_question(page, "yes_no", "Есть дети?", "ru")
    page = put_value(page, second, "relevant", f'{first} == "odin"')
    assert check(page).survey is not None

    faults = check(move_question(page, second, -1))
    assert [fault.code for fault in faults.of(second)] == ["asked-later"]
    assert [fault.code for fault in check(drop_question(page, first)).of(second)] == [
        "unknown-name"
    ]


def test_what_is_not_said_in_a_language_is_found_and_words_left_out_are_kept() -> None:
    page, key = a_page()
    two = turn_language(page, "en")
    missing = [(path[-1], language) for path, _, language in missing_texts(two)]
    assert missing == [("title", "en"), ("single", "en")] + [
        (name, "en") for name in ("odin", "vdvoyom", "s_detmi")
    ]

    said = put(two, (*in_question(two, key, "single"), "en"), "Who do you live with?")
    only_russian = turn_language(said, "en")
    assert "en:" not in written(only_russian)
    assert spoken(turn_language(only_russian, "en"))["questions"][0]["single"]["en"]
    assert turn_language(page, "ru") == page  # The last language stays.
