"""Whatever is done to a draft in whatever order: it stays readable, and a survey once sound."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from surveys.drafting.checking import check, written
from surveys.drafting.choices import put_choices, turn_special
from surveys.drafting.conditions import answers_to, condition, earlier_questions
from surveys.drafting.documents import KINDS, Document, blank, key_of, questions_of
from surveys.drafting.languages import turn_language
from surveys.drafting.questions import (
    add_question,
    copy_question,
    drop_question,
    move_question,
    put_value,
    turn,
)
from surveys.yaml.reader import examine_survey
from surveys.yaml.writer import write_survey

Step = Callable[[Document, str], Document]

LABEL = {"en": "Something else", "ru": "Другое"}


def ask_if(document: Document, key: str) -> Document:
    """Only if the nearest earlier question was answered in the first way."""
    before = earlier_questions(document, key)
    made = condition(before[-1], answers_to(before[-1])[0]) if before else None
    return put_value(document, key, "relevant", made)


ON_A_QUESTION: tuple[Step, ...] = (
    drop_question,
    ask_if,
    lambda document, key: copy_question(document, key)[0],
    lambda document, key: move_question(document, key, -1),
    lambda document, key: move_question(document, key, 1),
    lambda document, key: turn(document, key, "optional"),
    lambda document, key: turn(document, key, "dont_know"),
    lambda document, key: put_choices(document, key, "choices", ["Trees", "Light"], "en"),
    lambda document, key: turn_special(document, key, "other", LABEL),
)

steps = st.lists(
    st.tuples(st.sampled_from((*KINDS, *ON_A_QUESTION, "uk")), st.integers(0, 5)), max_size=15
)


def walked(done: list[tuple[str | Step, int]]) -> Document:
    document = blank("yard", "Our yard", ["en"])
    for step, place in done:
        listed = questions_of(document)
        if step == "uk":
            document = turn_language(document, "uk")
        elif isinstance(step, str):
            document = add_question(document, step, "How is it?", "en")[0]
        elif listed:
            document = step(document, key_of(listed[place % len(listed)]))
    return document


@given(steps)
def test_any_steps_leave_a_draft_that_is_a_survey_or_says_why_not(
    done: list[tuple[str | Step, int]],
) -> None:
    """A sound one is the same survey when it is written out and read again."""
    document = walked(done)
    checked = check(document)

    assert (checked.survey is None) == bool(checked.faults)
    keys = [key_of(question) for question in questions_of(document)]
    assert len(keys) == len(set(keys))
    assert set(checked.faults) <= {"", *keys}
    if checked.survey is not None:
        assert examine_survey(write_survey(checked.survey)).survey == checked.survey
        assert examine_survey(written(document)).survey == checked.survey
