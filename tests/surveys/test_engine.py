"""Conversations with the engine, told as stories."""

import pytest

from surveys.answers import Chosen, Picked, Rated, Skipped, Written
from surveys.engine import (
    AlreadyAnswered,
    AnswerRecorded,
    AnswerRejected,
    NotAskedNow,
    Progress,
    Response,
    SurveyCompleted,
    TicksChanged,
    WentBack,
    begin,
    change,
    current_question,
    go_back,
    is_complete,
    keep_answer,
    progress,
    skip,
    take_reply,
    toggle,
)
from surveys.questions import ChoiceKey, QuestionKey, Survey
from surveys.rejections import Reason, Rejected
from surveys.replies import (
    TappedChoice,
    TappedDone,
    TappedScale,
    Typed,
    Unreadable,
)
from tests.surveys.makers import a_multiple_choice, a_scale, a_single_choice, a_survey

YARD = a_survey()  # quiet (scale), needs (multiple), first (open, optional)
QUIET, NEEDS, FIRST = (question.key for question in YARD.questions)
LIFT, HEAT, PARK, NONE = (ChoiceKey(key) for key in ("lift", "heat", "park", "none"))


def at_needs() -> Response:
    return take_reply(YARD, begin(YARD), QUIET, TappedScale(5)).response


def answered_all() -> Response:
    ticked = toggle(YARD, at_needs(), NEEDS, 0).response
    done = take_reply(YARD, ticked, NEEDS, TappedDone()).response
    return take_reply(YARD, done, FIRST, Typed("Лифт")).response


def test_from_the_first_question_to_the_last() -> None:
    """Three replies, three answers, and the survey says that it is complete."""
    assert Progress(1, 3, 3) == progress(YARD, begin(YARD))
    assert Progress(2, 3, 3) == progress(YARD, at_needs())
    response = answered_all()

    assert {QUIET: Rated(5), NEEDS: Picked((LIFT,)), FIRST: Written("Лифт")} == response.answers
    assert response.current is None
    assert current_question(YARD, response) is None
    assert is_complete(YARD, response)
    assert Progress(3, 3, 3) == progress(YARD, response)


def test_the_last_answer_completes() -> None:
    """The last answer is recorded first, then the survey is complete."""
    one = a_survey(a_scale())
    step = take_reply(one, begin(one), "quiet", Typed("4"))

    assert (AnswerRecorded(QUIET, Rated(4), changed=False), SurveyCompleted()) == step.events


def test_a_double_tap_answers_once() -> None:
    """The second tap on the same button changes nothing, and says that it repeats the first."""
    step = take_reply(YARD, at_needs(), QUIET, TappedScale(5))

    assert at_needs() == step.response
    assert (AlreadyAnswered(QUIET, Rated(5), repeated=True),) == step.events


def test_an_old_button_is_answered_politely() -> None:
    """A tap on a question answered before names its answer and changes nothing."""
    step = take_reply(YARD, at_needs(), QUIET, TappedScale(1))

    assert at_needs() == step.response
    assert (AlreadyAnswered(QUIET, Rated(5)),) == step.events


@pytest.mark.parametrize("asked", ["first", "from-another-survey", ""])
def test_a_question_not_asked_yet_takes_no_reply(asked: str) -> None:
    """A forged button or one from further ahead does no harm."""
    step = take_reply(YARD, at_needs(), asked, Typed("x"))

    assert at_needs() == step.response
    assert (NotAskedNow(asked),) == step.events


def test_a_reply_that_does_not_fit_leaves_the_question_open() -> None:
    """A photo is no answer; the same question waits."""
    step = take_reply(YARD, begin(YARD), QUIET, Unreadable("photo"))

    assert begin(YARD) == step.response
    nowhere = Rejected(Reason.NOT_ON_SCALE, {"low": 1, "high": 5})
    assert (AnswerRejected(QUIET, nowhere),) == step.events


def test_ticks_come_and_go() -> None:
    """Ticks stand in the survey's order, whatever the order of taps."""
    two = toggle(YARD, toggle(YARD, at_needs(), NEEDS, 2).response, NEEDS, 0)
    one = take_reply(YARD, two.response, NEEDS, TappedChoice(2))

    assert (TicksChanged(NEEDS, (LIFT, PARK)),) == two.events
    assert one.response.ticks == (LIFT,)


def test_a_double_tap_on_a_tick_that_says_what_it_does_is_harmless() -> None:
    """A button that promises "tick" never unticks."""
    once = toggle(YARD, at_needs(), NEEDS, 0, ticked=True)
    twice = toggle(YARD, once.response, NEEDS, 0, ticked=True)

    assert once.response == twice.response
    assert twice.events == ()


def test_none_of_these_stands_alone() -> None:
    """An exclusive choice clears the others, and another choice clears it."""
    lift = toggle(YARD, at_needs(), NEEDS, 0).response
    none = toggle(YARD, lift, NEEDS, 3).response
    heat = toggle(YARD, none, NEEDS, 1).response

    assert [lift.ticks, none.ticks, heat.ticks] == [(LIFT,), (NONE,), (HEAT,)]


def test_one_tick_too_many_changes_nothing() -> None:
    """The limit is told and the ticks stay."""
    survey = a_survey(a_multiple_choice(picks_max=1))
    lift = toggle(survey, begin(survey), NEEDS, 0).response
    step = toggle(survey, lift, NEEDS, 1)

    assert lift == step.response
    assert (AnswerRejected(NEEDS, Rejected(Reason.TOO_MANY_PICKS, {"maximum": 1})),) == step.events


def test_done_without_enough_ticks_keeps_them() -> None:
    """Done comes too early: the ticks so far are not lost."""
    survey = a_survey(a_multiple_choice(picks_min=2))
    lift = toggle(survey, begin(survey), NEEDS, 0).response
    step = take_reply(survey, lift, NEEDS, TappedDone())

    assert lift == step.response
    assert (AnswerRejected(NEEDS, Rejected(Reason.TOO_FEW_PICKS, {"minimum": 2})),) == step.events


def test_a_tick_where_there_is_no_choice() -> None:
    """A forged index is refused, on multiple and single choices alike."""
    survey = a_survey(a_single_choice(), a_multiple_choice())
    at_home = begin(survey)
    forged = take_reply(survey, at_home, "home", TappedChoice(7))
    at_multiple = toggle(survey, at_home, "home", 0).response
    forged_tick = toggle(survey, at_multiple, "needs", -1)

    nowhere = Rejected(Reason.NOT_A_CHOICE, {"count": 2})
    assert (AnswerRejected(QuestionKey("home"), nowhere),) == forged.events
    assert {"home": Chosen(ChoiceKey("alone"))} == at_multiple.answers
    assert at_multiple == forged_tick.response


def test_back_change_and_on() -> None:
    """Back to the first question, another answer, and on where the walk had stopped."""
    back = go_back(YARD, at_needs())
    step = take_reply(YARD, back.response, QUIET, TappedScale(2))

    assert (WentBack(QUIET),) == back.events
    assert at_needs().answers == back.response.answers
    assert (AnswerRecorded(QUIET, Rated(2), changed=True),) == step.events
    assert step.response.current == NEEDS


def test_back_at_the_first_question_stays_there() -> None:
    """There is nothing before the first question, and nothing breaks."""
    assert begin(YARD) == go_back(YARD, begin(YARD)).response


def test_back_from_the_end_reopens_the_last_question() -> None:
    """Thanks were said, but the last answer can still be changed."""
    assert go_back(YARD, answered_all()).response.current == FIRST


def test_going_back_shows_the_ticks_as_they_were() -> None:
    """A multiple choice is reopened with its ticks, so that one of them can be taken off."""
    reopened = change(YARD, answered_all(), NEEDS)
    heat_too = toggle(YARD, reopened.response, NEEDS, 1).response
    step = take_reply(YARD, heat_too, NEEDS, TappedDone())

    assert reopened.response.ticks == (LIFT,)
    recorded = AnswerRecorded(NEEDS, Picked((LIFT, HEAT)), changed=True)
    assert (recorded, SurveyCompleted()) == step.events


def test_a_reopened_answer_can_be_kept() -> None:
    """Nobody has to type a long answer again only because they looked at it."""
    reopened = change(YARD, answered_all(), FIRST).response
    step = keep_answer(YARD, reopened)

    assert answered_all() == step.response
    assert (SurveyCompleted(),) == step.events


def test_only_an_answer_can_be_kept_or_changed() -> None:
    """What is not answered cannot be kept or reopened; at the end there is nothing to keep."""
    assert (NotAskedNow(NEEDS),) == keep_answer(YARD, at_needs()).events
    assert (NotAskedNow(FIRST),) == change(YARD, at_needs(), FIRST).events
    assert keep_answer(YARD, answered_all()).events == ()


def test_skip_only_where_the_survey_allows_it() -> None:
    """Skip is an answer of its own where allowed, and refused elsewhere."""
    refused = skip(YARD, at_needs(), NEEDS)
    at_first = take_reply(YARD, at_needs(), NEEDS, TappedDone(frozenset({0}))).response
    skipped = skip(YARD, at_first, FIRST)

    assert (AnswerRejected(NEEDS, Rejected(Reason.SKIP_NOT_ALLOWED)),) == refused.events
    assert Skipped() == skipped.response.answers[FIRST]


def test_a_survey_can_be_one_question() -> None:
    """The shortest survey there is."""
    one: Survey = a_survey(a_scale("only"))

    assert Progress(1, 1, 1) == progress(one, begin(one))
