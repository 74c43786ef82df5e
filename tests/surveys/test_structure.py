"""Blocks, loops over what was picked, filters of choices, and orders by lot."""

from datetime import date, time
from textwrap import dedent

import pytest

from surveys import engine
from surveys.answers import (
    Answer,
    Chosen,
    Counted,
    Dated,
    Picked,
    Rated,
    Timed,
    Written,
)
from surveys.documents.surveys import survey_from_dict, survey_to_dict
from surveys.engine import AlreadyAnswered, Response
from surveys.lots import questions_in_order
from surveys.proposals import proposed_answer
from surveys.questions import ChoiceKey, QuestionKey, Survey
from surveys.replies import (
    Reply,
    TappedChoice,
    TappedDone,
    TappedProposal,
    TappedScale,
    Typed,
)
from surveys.routing import counted_answers, way_through
from surveys.values import look_into
from surveys.yaml.reader import read_survey
from surveys.yaml.writer import write_survey

HEAD = "survey: yard\ntitle: Двор\nquestions:\n"

LOOPED = """
  - key: used
    multiple: Чем пользуетесь?
    choices:
      lift: Лифт
      yard: Двор
      other: {label: Другое, other: yes}
      none: {label: Ничем, exclusive: yes}
  - key: each
    loop: "О чём: ${each}"
    over: used
    questions:
      - {key: stars, rating: "Как вам ${each}?"}
      - {key: why, open: "Почему ${each} — только ${stars}?", relevant: stars < 4}
  - {key: best, note: "Лучшее: ${most}, вместе ${sum}, хорошо ответили ${told}"}
calculated: {most: max(stars), sum: sum(stars), told: count(stars)}
"""


def survey_of(lines: str) -> Survey:
    read = read_survey(HEAD + dedent(lines).strip("\n").replace("\n  - ", "\n  - "))
    assert isinstance(read, Survey), list(read)
    return read


def asked(survey: Survey, response: Response) -> list[str]:
    return [str(each.key) for each in way_through(survey, response.answers).questions]


def answered(survey: Survey, response: Response, *replies: Reply) -> Response:
    for reply in replies:
        step = engine.take_reply(survey, response, response.current or "", reply)
        assert step.response != response, step.events
        response = step.response
        if response.collects:  # One message is all that is said.
            response = engine.take_reply(
                survey, response, response.current or "", TappedDone()
            ).response
    return response


@pytest.fixture
def looped() -> Survey:
    return survey_of(LOOPED)


def test_each_thing_picked_is_asked_about(looped: Survey) -> None:
    """The questions come once for each pick, the thing's name in them; none about "none"."""
    begun = answered(looped, engine.begin(looped), TappedDone((0, 1)))

    assert asked(looped, begun) == ["used", "stars[lift]", "stars[yard]", "best"]
    question = looped.question("stars[yard]")
    assert question is not None and question.section is not None
    assert question.prompt.in_language("ru") == "Как вам Двор?"
    assert question.section.in_language("ru") == "О чём: Двор"
    alone = answered(looped, engine.begin(looped), TappedDone((3,)))
    assert asked(looped, alone) == ["used", "best"]


def test_inside_a_loop_a_name_means_the_same_round(looped: Survey) -> None:
    """Why is asked about the one thing that has few stars; from outside, all stars count."""
    response = answered(
        looped,
        engine.begin(looped),
        TappedDone((0, 1)),
        TappedScale(2),
        Typed("Стоит"),
        TappedScale(5),
    )

    assert asked(looped, response) == ["used", "stars[lift]", "why[lift]", "stars[yard]", "best"]
    look = look_into(looped, way_through(looped, response.answers).answers)
    assert (look("most"), look("sum"), look("told")) == (5, 7, 2)


def test_a_thing_picked_no_more_keeps_its_answers(looped: Survey) -> None:
    """They do not count while it is not picked, and live again when it is."""
    done = answered(
        looped, engine.begin(looped), TappedDone((0, 1)), TappedScale(5), TappedScale(4)
    )
    back = engine.change(looped, done, "used").response
    only_yard = answered(looped, back, TappedDone((1,)))

    assert QuestionKey("stars[lift]") in only_yard.answers
    assert QuestionKey("stars[lift]") not in counted_answers(looped, only_yard.answers)
    again = engine.change(looped, only_yard, "used").response
    both = answered(looped, again, TappedDone((0, 1)))
    assert QuestionKey("stars[lift]") in counted_answers(looped, both.answers)
    assert both.current == "best"


def test_other_is_called_as_the_person_called_it(looped: Survey) -> None:
    """What stands in the text is the place of those words, filled when it is shown."""
    question = looped.question("stars[other]")

    assert question is not None
    assert question.prompt.in_language("ru") == "Как вам ${used.other}?"


def test_so_many_times() -> None:
    """A number asked for says how often; its rounds are numbered."""
    survey = survey_of("""
  - {key: people, number: Сколько вас?, from: 0, to: 9}
  - key: one
    loop: Человек ${one}
    times: people
    at_most: 3
    questions: [{key: age, number: "Сколько лет человеку ${one}?"}]
""")
    two = answered(survey, engine.begin(survey), Typed("2"))

    assert asked(survey, two) == ["people", "age[1]", "age[2]"]
    assert engine.progress(survey, engine.begin(survey)).most == 4
    assert asked(survey, answered(survey, engine.begin(survey), Typed("9")))[-1] == "age[3]"


def test_again_and_again() -> None:
    """One more? is asked before each round, until the answer is no."""
    survey = survey_of("""
  - key: pets
    loop:
    again: Есть ещё питомец?
    at_most: 3
    questions: [{key: pet, open: Как зовут?}]
  - {key: end, note: "${n}"}
calculated: {n: count(pets)}
""")
    yes, no = TappedChoice(0), TappedChoice(1)
    response = answered(survey, engine.begin(survey), yes, Typed("Рекс"), yes, Typed("Мурка"), no)

    assert asked(survey, response) == ["pets[1]", "pet[1]", "pets[2]", "pet[2]", "pets[3]", "end"]
    assert look_into(survey, response.answers)("n") == 2


def test_loops_inside_loops() -> None:
    """Each inner round knows the outer one."""
    survey = survey_of("""
  - {key: rooms, multiple: Где?, choices: {a: А, b: Б}}
  - key: room
    loop: ${room}
    over: rooms
    questions:
      - {key: what, multiple: "Что в ${room}?", choices: {x: Икс, y: Игрек}}
      - key: thing
        loop: ${room}, ${thing}
        over: what
        questions: [{key: count, number: "Сколько ${thing} в ${room}?"}]
  - {key: end, note: "${all}"}
calculated: {all: sum(count)}
""")
    response = answered(
        survey, engine.begin(survey), TappedDone((0, 1)), TappedDone((1,)), Typed("3"),
        TappedDone((0, 1)), Typed("4"), Typed("5"),
    )  # fmt: skip

    assert asked(survey, response) == [
        "rooms", "what[a]", "count[a][y]", "what[b]", "count[b][x]", "count[b][y]", "end",
    ]  # fmt: skip
    assert look_into(survey, response.answers)("all") == 12


CITIES = """
  - {key: city, single: Город?, choices: {kyiv: Киев, lviv: Львов, none: Нигде}}
  - key: district
    single: Район?
    choice_filter: column(city) == city
    choices:
      podil: {label: Подол, columns: {city: kyiv}}
      rynok: {label: Рынок, columns: {city: lviv}}
      sykhiv: {label: Сыхов, columns: {city: lviv}}
  - {key: end, note: Спасибо}
"""


def test_choices_follow_from_an_earlier_answer() -> None:
    """What is typed counts among what is shown; a button names its choice for ever."""
    survey = survey_of(CITIES)
    lviv = answered(survey, engine.begin(survey), TappedChoice(1))
    question = engine.current_question(survey, lviv)
    assert question is not None
    shown = engine.question_shown(survey, lviv, question)

    assert [choice.key for choice in shown.choices] == ["rynok", "sykhiv"]  # type: ignore[union-attr]
    typed = answered(survey, lviv, Typed("2"))
    tapped = answered(survey, lviv, TappedChoice(2))
    assert typed == tapped
    refused = engine.take_reply(survey, lviv, "district", TappedChoice(0))
    assert refused.response == lviv


def test_an_answer_filtered_away_waits() -> None:
    """After the city has changed the district is asked again; changed back, it counts again."""
    survey = survey_of(CITIES)
    done = answered(survey, engine.begin(survey), TappedChoice(1), TappedChoice(2), TappedDone())
    moved = answered(survey, engine.change(survey, done, "city").response, TappedChoice(0))

    assert moved.current == "district"
    assert QuestionKey("district") not in counted_answers(survey, moved.answers)
    back = answered(survey, engine.change(survey, moved, "city").response, TappedChoice(1))
    assert back.current is None
    nowhere = answered(survey, engine.change(survey, back, "city").response, TappedChoice(2))
    assert asked(survey, nowhere) == ["city", "end"]


SHUFFLED = """
  - key: b
    block: Дом
    shuffle: yes
    questions:
      - key: used
        multiple: Чем?
        shuffle: yes
        choices:
          a: А
          b: Б
          c: В
          d: Г
          other: {label: Другое, other: yes}
          none: {label: Нет, exclusive: yes}
      - {key: two, open: Два?}
      - {key: three, open: Три?}
      - {key: four, open: Четыре?}
"""


def test_orders_by_lot_stay_with_the_response() -> None:
    """The same seed shows the same order; other seeds others; "other" and "none" stay last."""
    survey = survey_of(SHUFFLED)
    orders, choices = set(), set()
    for seed in range(40):
        begun = engine.begin(survey, seed=seed)
        assert asked(survey, begun) == asked(survey, engine.begin(survey, seed=seed))
        orders.add(tuple(asked(survey, begun)))
        shown = engine.question_shown(survey, begun, survey.questions[0])
        choices.add(tuple(choice.key for choice in shown.choices))  # type: ignore[union-attr]
    assert len(orders) > 10
    assert len(choices) > 10
    assert {each[-2:] for each in choices} == {("other", "none")}


def test_the_order_shown_can_be_told_afterwards() -> None:
    """From the survey and the answers as they are stored."""
    survey = survey_of(SHUFFLED)
    begun = engine.begin(survey, seed=11)

    ordered = questions_in_order(survey, begun.answers)
    assert [str(question.key) for question in ordered] == asked(survey, begun)


def test_picks_are_kept_in_the_surveys_order() -> None:
    """Whatever the order on the buttons, equal picks are equal answers."""
    survey = survey_of(SHUFFLED)
    for seed in (1, 2, 3):
        begun = engine.begin(survey, seed=seed)
        while begun.current != "used":
            begun = answered(survey, begun, Typed("да"))
        for index in (3, 0):
            begun = engine.toggle(survey, begun, "used", index).response
        assert begun.ticks == ("a", "d")
        step = engine.take_reply(survey, begun, "used", TappedDone())
        assert step.response.answers[QuestionKey("used")].choices == ("a", "d")  # type: ignore[union-attr]
        late = engine.take_reply(survey, step.response, "used", TappedDone((0, 3)))
        assert isinstance(late.events[0], AlreadyAnswered)


@pytest.mark.parametrize("lines", [LOOPED, CITIES, SHUFFLED])
def test_structure_is_written_as_it_was_read(lines: str) -> None:
    """In YAML for the author, in JSON for the table."""
    survey = survey_of(lines)

    assert read_survey(write_survey(survey)) == survey
    assert survey_from_dict(survey_to_dict(survey)) == survey


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        ("{key: a, number: Сколько?, default: 3}", Counted(3)),
        ("{key: a, number: Сколько?, default: 2 + 2}", Counted(4)),
        ("{key: a, open: Город?, default: Киев}", Written("Киев")),
        ("{key: a, single: Что?, choices: {x: А, y: Б}, default: y}", Chosen(ChoiceKey("y"))),
        ("{key: a, multiple: Что?, choices: {x: А, y: Б}, default: y}", Picked((ChoiceKey("y"),))),
        ("{key: a, yes_no: Да?, default: yes}", Chosen(ChoiceKey("yes"))),
        ("{key: a, date: Когда?, default: 2026-05-03}", Dated(date(2026, 5, 3))),
        ("{key: a, date: Когда?, default: today()}", Dated(date(2026, 5, 3))),
        ("{key: a, time: Во сколько?, default: '18:30'}", Timed(time(18, 30))),
        ("{key: a, rating: Как?, default: 4}", Rated(4)),
    ],
)
def test_an_answer_is_proposed(lines: str, kind: Answer) -> None:
    """One tap takes it; a second tap on the same button does no harm."""
    survey = survey_of(f"\n  - {lines}\n")
    begun = engine.begin(survey, today=date(2026, 5, 3))

    step = engine.take_reply(survey, begun, "a", TappedProposal())
    again = engine.take_reply(survey, step.response, "a", TappedProposal())

    assert step.response.answers[QuestionKey("a")] == kind
    assert step.response.current is None
    assert again.events == (AlreadyAnswered(QuestionKey("a"), kind, repeated=True),)


def test_what_fits_no_more_is_not_proposed() -> None:
    """A number beyond the bounds, a choice that is filtered away."""
    survey = survey_of("""
  - {key: n, number: Сколько?}
  - {key: m, number: Столько же?, to: 10, default: n}
""")
    small, large = (answered(survey, engine.begin(survey), Typed(n)) for n in ("3", "30"))

    question = survey.questions[1]
    assert proposed_answer(survey, small, question) == Counted(3)
    assert proposed_answer(survey, large, question) is None
