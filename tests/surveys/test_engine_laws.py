"""What holds for every survey and every way of pressing its buttons, old ones included."""

from hypothesis import given
from hypothesis import strategies as st

from surveys.engine import (
    AlreadyAnswered,
    AnswerRecorded,
    AnswerRejected,
    Response,
    Step,
    SurveyCompleted,
    begin,
    change,
    current_question,
    go_back,
    is_complete,
    keep_answer,
    progress,
    take_reply,
)
from surveys.questions import MultipleChoice, Survey, choices_of
from surveys.replies import Reply
from surveys.routing import counted_answers, way_through
from tests.surveys.random_surveys import any_reply, fitting_replies, surveys, unhurried

Move = tuple[str, int, Reply]

moves = st.lists(
    st.tuples(
        st.sampled_from(("reply", "reply", "reply", "stale", "back", "change", "keep", "answer")),
        st.integers(0, 5),
        any_reply,
    ),
    max_size=30,
)


def make_move(survey: Survey, response: Response, move: Move, data: st.DataObject) -> Step:
    """One press of some button, sensible or not."""
    what, place, reply = move
    somewhere = survey.questions[place % len(survey.questions)].key
    match what:
        case "stale":
            return take_reply(survey, response, somewhere, reply)
        case "back":
            return go_back(survey, response)
        case "change":
            return change(survey, response, somewhere)
        case "keep":
            return keep_answer(survey, response)
        case "answer":
            return take_reply(
                survey, response, response.current or "", fitting(survey, response, data)
            )
        case _:
            return take_reply(survey, response, response.current or "", reply)


def fitting(survey: Survey, response: Response, data: st.DataObject) -> Reply:
    question = current_question(survey, response)
    return data.draw(any_reply if question is None else fitting_replies(question))


def answer_straight(survey: Survey, response: Response, data: st.DataObject) -> Response:
    """Answer whatever is asked until the end."""
    for _ in survey.questions:
        if response.current is None:
            break
        reply = fitting(survey, response, data)
        response = take_reply(survey, response, response.current, reply).response
    return response


@unhurried
@given(surveys(), moves, st.data())
def test_nobody_is_ever_trapped(survey: Survey, history: list[Move], data: st.DataObject) -> None:
    """Whatever was pressed, answering what is asked leads to the end."""
    response = begin(survey)
    for move in history:
        response = make_move(survey, response, move, data).response

    if response.current in response.answers:  # Reopened, and kept.
        response = keep_answer(survey, response).response
    ended = answer_straight(survey, response, data)

    assert ended.current is None
    assert is_complete(survey, ended)


@unhurried
@given(surveys(), moves, st.data())
def test_no_answer_is_ever_lost(survey: Survey, history: list[Move], data: st.DataObject) -> None:
    """An answer changes only when another one is recorded for the same question."""
    response = begin(survey)
    for move in history:
        step = make_move(survey, response, move, data)
        recorded = {e.key: e.answer for e in step.events if isinstance(e, AnswerRecorded)}
        assert step.response.answers == {**response.answers, **recorded}
        response = step.response


@unhurried
@given(surveys(), moves, st.data())
def test_the_cursor_and_the_ticks_make_sense(
    survey: Survey, history: list[Move], data: st.DataObject
) -> None:
    """The end is the end only with all answers; ticks are choices of the question being asked."""
    response = begin(survey)
    for move in history:
        step = make_move(survey, response, move, data)
        response = step.response
        question = current_question(survey, response)
        now = progress(survey, response)
        assert min(1, now.total) <= now.position <= now.total <= now.most
        assert (question is None) == (response.current is None)
        assert question is not None or is_complete(survey, response)
        if SurveyCompleted() in step.events:
            assert response.current is None
        offered = [choice.key for choice in choices_of(question)] if question else []
        assert set(response.ticks) <= set(offered)
        if isinstance(question, MultipleChoice):
            assert list(response.ticks) == [key for key in offered if key in response.ticks]


@unhurried
@given(surveys(), st.data())
def test_a_double_tap_changes_nothing(survey: Survey, data: st.DataObject) -> None:
    """Sending every reply twice ends where sending it once does."""
    response = begin(survey)
    while response.current is not None:
        asked, reply = response.current, fitting(survey, response, data)
        once = take_reply(survey, response, asked, reply).response
        twice = take_reply(survey, once, asked, reply)
        assert twice.response == once
        assert twice.events == (AlreadyAnswered(asked, once.answers[asked], repeated=True),)
        response = once


@unhurried
@given(surveys(), moves, st.data())
def test_back_and_forth_ends_where_answering_straight_does(
    survey: Survey, history: list[Move], data: st.DataObject
) -> None:
    """Wander as you like: the end depends on the last answers only."""
    wandered = begin(survey)
    for move in history:
        wandered = make_move(survey, wandered, move, data).response
    if wandered.current in wandered.answers:
        wandered = keep_answer(survey, wandered).response
    final = {q.key: data.draw(fitting_replies(q)) for q in survey.questions}

    straight = begin(survey)
    for question in survey.questions:
        straight = take_reply(survey, straight, question.key, final[question.key]).response
        wandered = change(survey, wandered, question.key).response
        wandered = take_reply(survey, wandered, question.key, final[question.key]).response

    assert wandered.current == straight.current
    assert counted_answers(survey, wandered.answers) == straight.answers


@unhurried
@given(surveys(), moves, st.data())
def test_answers_beside_the_way_wait_and_live_again(
    survey: Survey, history: list[Move], data: st.DataObject
) -> None:
    """What counts is just what stands on the way; each answer kept counts where it is asked."""
    response = begin(survey)
    for move in history:
        response = make_move(survey, response, move, data).response
    way = way_through(survey, response.answers)
    counted = counted_answers(survey, response.answers)

    asked = {question.key for question in way.questions}
    assert counted == {key: a for key, a in response.answers.items() if key in asked}
    assert response.current is None or response.current in asked
    assert is_complete(survey, response) == (asked == set(counted))


@unhurried
@given(surveys(), moves, st.data())
def test_progress_never_promises_less_than_what_comes(
    survey: Survey, history: list[Move], data: st.DataObject
) -> None:
    """However the rest is answered, no more questions come than were announced."""
    response = begin(survey)
    for move in history:
        response = make_move(survey, response, move, data).response
    if response.current in response.answers:
        response = keep_answer(survey, response).response
    announced = progress(survey, response).most

    ended = answer_straight(survey, response, data)

    assert progress(survey, ended).total <= announced


@unhurried
@given(surveys(), any_reply)
def test_a_rejected_reply_changes_nothing(survey: Survey, reply: Reply) -> None:
    """What does not fit leaves everything as it was."""
    start = begin(survey)
    step = take_reply(survey, start, survey.questions[0].key, reply)

    if any(isinstance(event, AnswerRejected) for event in step.events):
        assert step.response == start
