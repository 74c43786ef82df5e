"""What an earlier survey knows: when it is offered, and what is said to it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from surveys.answers import (
    Answer,
    Chosen,
    Counted,
    Dated,
    DontKnow,
    Picked,
    Rated,
    Skipped,
    Written,
)
from surveys.engine import AlreadyAnswered, AnswerRecorded, begin, change, go_back, take_reply
from surveys.expressions.parsing import parse
from surveys.questions import (
    ChoiceKey,
    DateQuestion,
    Question,
    QuestionKey,
    YesNo,
)
from surveys.remembering import Memory, fits, known_answer, remembered
from surveys.replies import TappedStillTrue, Typed
from tests.fakes import NOON
from tests.surveys.makers import (
    a_choice,
    a_multiple_choice,
    a_number,
    a_scale,
    a_single_choice,
    a_survey,
    a_text,
    an_open_question,
)

OWN, RENT, GONE = a_choice("own"), a_choice("rent"), a_choice("gone")
BORN = DateQuestion(key=QuestionKey("born"), prompt=a_text("Когда?"), latest=date(2020, 1, 1))
CAR = YesNo(key=QuestionKey("car"), prompt=a_text("Машина?"))


def memory(question: Question, answer: Answer, *, hours: int = 0) -> Memory:
    at = NOON + timedelta(hours=hours)
    return Memory(a_survey(question), {question.key: answer}, {question.key: at})


def picked(*keys: str) -> Picked:
    return Picked(tuple(map(ChoiceKey, keys)))


@pytest.mark.parametrize(
    ("now", "asked", "answer", "fit"),
    [
        (a_single_choice("q", RENT, OWN), a_single_choice("w", OWN, GONE), Chosen(OWN.key), True),
        (a_single_choice("q", RENT, OWN), a_single_choice("w", OWN, GONE), Chosen(GONE.key), False),
        (a_single_choice("q", RENT), a_single_choice("w", RENT), Chosen(RENT.key, "so"), False),
        (a_multiple_choice(picks_max=1), a_multiple_choice(), picked("lift", "heat"), False),
        (a_multiple_choice(picks_max=2), a_multiple_choice(), picked("lift", "heat"), True),
        (a_scale(high=5), a_scale(high=5), Rated(3), True),
        (a_scale(high=10), a_scale(high=5), Rated(3), False),
        (a_number(maximum=5), a_number(), Counted(5), True),
        (a_number(maximum=5), a_number(), Counted(6), False),
        (a_number(), a_number(whole=False), Counted(1.5), False),
        (a_number(unit=a_text("м²")), a_number(), Counted(6), False),
        (BORN, replace(BORN, latest=None), Dated(date(2021, 1, 1)), False),
        (BORN, BORN, Dated(date(1980, 5, 3)), True),
        (an_open_question(), an_open_question(), Written("a"), True),
        (an_open_question(), a_number(), Counted(5), False),
        (an_open_question(), an_open_question(), Skipped(), False),
        (an_open_question(), an_open_question(), DontKnow(), False),
    ],
)
def test_only_what_would_be_an_answer_here_is_offered(
    now: Question, asked: Question, answer: Answer, fit: bool
) -> None:
    """The same kind, choices that are there, the same scale, within the bounds."""
    assert fits(now, asked, answer) is fit


def test_the_newest_answer_under_the_same_name_counts() -> None:
    """Whatever the questions are called, and whichever survey is older."""
    job, work = (replace(an_open_question(key), remembers="job") for key in ("job", "work"))
    other = replace(an_open_question("job"), remembers="hobby")
    told = [memory(work, Written("new"), hours=2), memory(work, Written("old"))]

    known = remembered(a_survey(job), [*told, memory(other, Written("chess"), hours=3)])

    assert known == {"job": Written("new")}


def test_an_answer_beside_the_way_is_not_remembered() -> None:
    """What was said on a branch that was left does not count."""
    job = replace(an_open_question("job"), remembers="job", relevant=parse("car"))
    survey = a_survey(CAR, job)
    answers: dict[QuestionKey, Answer] = {
        CAR.key: Chosen(ChoiceKey("no")), job.key: Written("x"),
    }  # fmt: skip
    times = dict.fromkeys(answers, NOON)

    assert remembered(survey, [Memory(survey, answers, times)]) == {}


def test_a_tap_or_a_yes_confirms_once() -> None:
    """It is an ordinary answer with a mark; a second tap says that it stands."""
    survey = a_survey(a_number("people"), an_open_question("job"))
    first, then = survey.questions
    start = begin(survey, known={first.key: Counted(3), then.key: Written("I bake")})
    step = take_reply(survey, start, "people", TappedStillTrue())
    again = take_reply(survey, step.response, "people", TappedStillTrue())
    done = take_reply(survey, step.response, "job", Typed("Да"))

    recorded = AnswerRecorded(first.key, Counted(3), changed=False, confirmed=True)
    assert step.events == (recorded,)
    assert again.events == (AlreadyAnswered(first.key, Counted(3), repeated=True),)
    assert done.response.answers == {"people": Counted(3), "job": Written("I bake")}


def test_no_asks_anew_and_so_does_a_yes_that_may_mean_the_answer() -> None:
    """ "Yes" where No is known may be either."""
    survey = a_survey(CAR, a_scale())
    known = {CAR.key: Chosen(ChoiceKey("no"))}
    for reply in ("нет", "yes"):
        step = take_reply(survey, begin(survey, known=known), "car", Typed(reply))
        assert (step.events, step.response) == ((), begin(survey))
    assert change(survey, begin(survey, known=known), "car").response == begin(survey)


def test_another_answer_takes_the_place_of_what_was_known() -> None:
    """A number is a number, also one that reads like a choice; the way back asks as ever."""
    survey = a_survey(a_number("people"), a_scale())
    people = survey.questions[0]
    start = begin(survey, known={people.key: Counted(3)})
    typed = take_reply(survey, start, "people", Typed("1")).response
    confirmed = take_reply(survey, start, "people", TappedStillTrue()).response

    assert (typed.answers, typed.known) == ({"people": Counted(1)}, {})
    back = go_back(survey, confirmed).response
    assert (back.current, back.known) == ("people", {})
    assert back.answers == {"people": Counted(3)}


def test_the_constraint_is_asked_when_the_question_comes() -> None:
    """What the author would not take now is not offered."""
    few = replace(a_number("few"), constraint=parse("few < many"))
    survey = a_survey(a_number("many"), few)
    start = begin(survey, known={few.key: Counted(3)})
    for many, offered in (("2", None), ("9", Counted(3))):
        response = take_reply(survey, start, "many", Typed(many)).response
        assert known_answer(survey, response, few) == offered
