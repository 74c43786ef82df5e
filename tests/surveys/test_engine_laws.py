"""What holds for every survey and every way of pressing its buttons, old ones included."""

from hypothesis import given
from hypothesis import strategies as st

from surveys.answers import Sent
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
    question_shown,
    take_reply,
)
from surveys.lots import seed_in
from surveys.maxdiff.asking import standing
from surveys.offering import said_of
from surveys.questions import MaxDiff, MultipleChoice, Survey, choices_of
from surveys.remembering import known_answer
from surveys.replies import Reply, TappedDone, TappedItem, TappedStillTrue
from surveys.routing import counted_answers, way_through
from tests.surveys.random_structure import structured_surveys
from tests.surveys.random_surveys import any_reply, fitting_replies, surveys

TAPS_MAX = 12
"""What answers the longest question: "no" to "Still true?", then three sets of two taps."""

Move = tuple[str, int, Reply]

any_survey = surveys() | structured_surveys()

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
    if question is None:
        return data.draw(any_reply)
    if isinstance(question, MaxDiff):
        return next_tap(question, response, data)
    if response.collects and isinstance(response.answers.get(question.key), Sent):
        return TappedDone()  # The files are all there.
    shown = question_shown(survey, response, question)
    return said_of(data.draw(fitting_replies(shown)), shown, question)


def next_tap(question: MaxDiff, response: Response, data: st.DataObject) -> Reply:
    """The best or the worst of the set that stands there."""
    now = standing(question, response.ticks, seed_in(response.answers))
    left = [key for key in now.shown if key != now.best]
    keys = [choice.key for choice in question.choices]
    return TappedItem(keys.index(data.draw(st.sampled_from(left))), now.step)


def whole_answer(survey: Survey, response: Response, data: st.DataObject) -> list[Reply]:
    """All that has to be tapped or said to answer the question being asked, from its beginning."""
    asked, replies = response.current, []
    response = from_its_beginning(survey, response)
    while asked is not None and response.current == asked:
        replies.append(fitting(survey, response, data))
        response = take_reply(survey, response, asked, replies[-1]).response
    return replies


def said(survey: Survey, response: Response, asked: str, replies: list[Reply]) -> Response:
    """The whole answer: an open question is told that no more words come."""
    response = from_its_beginning(survey, response)
    for reply in replies:
        response = take_reply(survey, response, asked, reply).response
    if not response.collects or response.current != asked:
        return response
    return take_reply(survey, response, asked, TappedDone()).response


def from_its_beginning(survey: Survey, response: Response) -> Response:
    """With the taps of best and worst taken back, one by one."""
    while response.ticks and isinstance(current_question(survey, response), MaxDiff):
        response = go_back(survey, response).response
    return response


def answer_straight(survey: Survey, response: Response, data: st.DataObject) -> Response:
    """Answer whatever is asked until the end; "no" to "Still true?" asks once more."""
    for _ in range(TAPS_MAX * len(survey.questions)):
        if response.current is None:
            break
        reply = fitting(survey, response, data)
        response = take_reply(survey, response, response.current, reply).response
    return response


@given(any_survey, moves, st.data())
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


@given(any_survey, moves, st.data())
def test_no_answer_is_ever_lost(survey: Survey, history: list[Move], data: st.DataObject) -> None:
    """An answer changes only when another one is recorded for the same question."""
    response = begin(survey)
    for move in history:
        step = make_move(survey, response, move, data)
        recorded = {e.key: e.answer for e in step.events if isinstance(e, AnswerRecorded)}
        assert step.response.answers == {**response.answers, **recorded}
        response = step.response


@given(any_survey, moves, st.data())
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


@given(any_survey, st.data())
def test_a_double_tap_changes_nothing(survey: Survey, data: st.DataObject) -> None:
    """Sending every reply twice ends where sending it once does."""
    response = begin(survey)
    while response.current is not None:
        asked, reply = response.current, fitting(survey, response, data)
        once = take_reply(survey, response, asked, reply).response
        twice = take_reply(survey, once, asked, reply)
        assert twice.response == once
        if once.current != asked:  # Half an answer is no answer yet.
            assert twice.events == (AlreadyAnswered(asked, once.answers[asked], repeated=True),)
        response = once


@given(any_survey, moves, st.data())
def test_back_and_forth_ends_where_answering_straight_does(
    survey: Survey, history: list[Move], data: st.DataObject
) -> None:
    """Wander as you like: the end depends on the last answers only."""
    wandered = begin(survey)
    for move in history:
        wandered = make_move(survey, wandered, move, data).response
    if wandered.current in wandered.answers:
        wandered = keep_answer(survey, wandered).response
    straight = begin(survey)
    while (asked := straight.current) is not None:
        replies = whole_answer(survey, straight, data)
        straight = said(survey, straight, asked, replies)
        wandered = said(survey, change(survey, wandered, asked).response, asked, replies)

    assert wandered.current == straight.current
    straight_answers = counted_answers(survey, straight.answers)
    assert counted_answers(survey, wandered.answers) == straight_answers


@given(any_survey, moves, st.data())
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


@given(any_survey, moves, st.data())
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


@given(surveys(), moves, st.data())
def test_what_is_known_already_traps_nobody_and_comes_to_the_same(
    survey: Survey, history: list[Move], data: st.DataObject
) -> None:
    """Whoever says that all is still true ends where answering it all once more does."""
    once = answer_straight(survey, begin(survey), data)
    response = begin(survey, known=once.answers)
    for _ in survey.questions:
        current = current_question(survey, response)
        if current is None:
            break
        replies: list[Reply] = [TappedStillTrue()]
        if known_answer(survey, response, current) is None:
            replies = whole_answer(survey, response, data)
        response = said(survey, response, str(current.key), replies)
    assert (response.current, dict(response.answers)) == (None, dict(once.answers))

    wandered = begin(survey, known=once.answers)
    for move in history:
        wandered = make_move(survey, wandered, move, data).response
    if wandered.current in wandered.answers:
        wandered = keep_answer(survey, wandered).response
    assert answer_straight(survey, wandered, data).current is None


@given(any_survey, any_reply)
def test_a_rejected_reply_changes_nothing(survey: Survey, reply: Reply) -> None:
    """What does not fit leaves everything as it was."""
    start = begin(survey)
    step = take_reply(survey, start, survey.questions[0].key, reply)

    if any(isinstance(event, AnswerRejected) for event in step.events):
        assert step.response == start
