"""Random surveys in one or two versions, and people who answer them with odd words."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st

from surveys.answers import (
    Answer,
    Chosen,
    DontKnow,
    Judged,
    Judgement,
    PreferNot,
    Skipped,
    Written,
)
from surveys.maxdiff.asking import sets_of
from surveys.questions import (
    ChoiceKey,
    MaxDiff,
    OpenQuestion,
    Question,
    QuestionKey,
    Survey,
    other_of,
)
from surveys.reading.answers import read_answer
from surveys.rejections import Rejected
from tests.fakes import NOON
from tests.surveys.random_surveys import fitting_replies, surveys
from tests.use_cases.exporting.makers import a_table
from use_cases.exporting.table import Table
from use_cases.exporting.values import Row
from use_cases.records.exports import ExportedResponse

ODD = (
    "=1+1",
    "-5",
    "+380501234567",
    "@all",
    "'quoted'",
    'a,"b";c\td',
    "two\nlines\r\nthree",
    "👨‍👩‍👧 семья",
    "zero\u200bwidth",
    "NUL\x00inside",
    "half\ud83d",
    "_x0041_",
    "007",
    "https://example.org",
    "{=SUM(A1)}",
)
odd_words = st.sampled_from(ODD) | st.text(st.characters(exclude_categories=()), max_size=30)


@st.composite
def versions(draw: st.DrawFn) -> tuple[Survey, ...]:
    """One survey, or two that share some questions."""
    first = replace(draw(surveys()), version=1)
    if draw(st.booleans()):
        return (first,)
    other = draw(surveys())
    kept = draw(st.permutations(first.questions))[: draw(st.integers(0, len(first.questions)))]
    keys = {str(question.key) for question in other.questions}
    alone = [replace(q, relevant=None, constraint=None) for q in kept if str(q.key) not in keys]
    second = replace(
        other, key=first.key, version=2, questions=(*other.questions, *alone), calculated=()
    )
    return first, second


@st.composite
def answers(draw: st.DrawFn, question: Question) -> Answer:
    """A fitting answer, or none with its reason."""
    if draw(st.integers(0, 4)) == 0:
        reasons: tuple[Answer, ...] = (Skipped(), DontKnow(), PreferNot())
        return draw(st.sampled_from(reasons))
    if isinstance(question, OpenQuestion):
        return Written(draw(odd_words))
    if isinstance(question, MaxDiff):
        sets = sets_of(question, draw(st.integers(0, 30)))
        return Judged(tuple(Judgement(shown, shown[0], shown[-1]) for shown in sets))
    other = other_of(question)
    answer = read_answer(question, draw(fitting_replies(question)))
    assert not isinstance(answer, Rejected), answer
    if other is not None and isinstance(answer, Chosen) and draw(st.booleans()):
        return Chosen(ChoiceKey(other.key), draw(odd_words))
    return answer


@st.composite
def tables(draw: st.DrawFn) -> tuple[Table, list[Row]]:
    """A table and its rows; sometimes none."""
    published = draw(versions())
    table = a_table(*published)
    rows = []
    for number in range(draw(st.integers(0, 4))):
        survey = draw(st.sampled_from(published))
        answered = [q for q in survey.questions if draw(st.integers(0, 3))]
        given: dict[QuestionKey, Answer] = {q.key: draw(answers(q)) for q in answered}
        finished = draw(st.booleans())
        response = ExportedResponse(
            id=number + 1,
            version=survey.version,
            person_id=number + 7,
            source=draw(st.none() | odd_words),
            started_at=NOON,
            touched_at=NOON + timedelta(seconds=draw(st.integers(0, 9_999))),
            completed_at=NOON + timedelta(seconds=77) if finished else None,
            completed=finished,
            answers=given,
        )
        rows.append(table.row(response))
    return table, rows
