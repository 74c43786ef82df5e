"""Random conditions and calculations over questions, of the right types."""

from collections.abc import Sequence

from hypothesis import strategies as st

from surveys.expressions.checking import Kind
from surveys.expressions.tree import (
    Answered,
    Arithmetic,
    Both,
    Call,
    Compare,
    Comparison,
    Count,
    Either,
    Expression,
    Function,
    Given,
    Has,
    Literal,
    Negative,
    Not,
    Operation,
    Today,
    When,
)
from surveys.questions import Calculated, Question, QuestionKey, choices_of
from surveys.values import known_of

DEPTH_MAX = 3
COMPARISONS, OPERATIONS = tuple(Comparison), tuple(Operation)
SAME = (Comparison.EQUAL, Comparison.UNEQUAL)
small = st.integers(0, 99)
which = st.integers(0, 9)


@st.composite
def conditions(draw: st.DrawFn, questions: Sequence[Question]) -> Expression:
    """What may stand under `relevant`, looking at these questions."""
    return _condition(draw, questions, 0)


@st.composite
def numbers(draw: st.DrawFn, questions: Sequence[Question]) -> Expression:
    """What comes to a number."""
    return _number(draw, questions, 0)


def _condition(draw: st.DrawFn, questions: Sequence[Question], depth: int) -> Expression:
    def below() -> Expression:
        return _condition(draw, questions, depth + 1)

    match draw(which) if depth < DEPTH_MAX else 9:
        case 0:
            return Not(below())
        case 1:
            return Both(below(), below())
        case 2:
            return Either(below(), below())
        case 3:
            return When(below(), below(), below())
        case 4:
            return Literal(value=True)
    return _about(draw, draw(st.sampled_from(list(questions))))


def _number(draw: st.DrawFn, questions: Sequence[Question], depth: int) -> Expression:
    def below() -> Expression:
        return _number(draw, questions, depth + 1)

    given = [q.key for q in questions if known_of(q).kind is Kind.NUMBER]
    match draw(which) if depth < DEPTH_MAX else 9:
        case 0:
            return Arithmetic(draw(st.sampled_from(OPERATIONS)), below(), below())
        case 1:
            return Negative(below())
        case 2:
            return When(_condition(draw, questions, depth + 1), below(), below())
        case 3:
            return Call(Function.MAX, (below(), below()))
        case 4:
            return Call(Function.ROUND, (below(),))
        case 5:
            return Literal(draw(small) / 2)
    return Given(draw(st.sampled_from(given))) if given else Literal(float(draw(small)))


@st.composite
def calculations(
    draw: st.DrawFn, questions: Sequence[Question], taken: Sequence[str]
) -> list[Calculated]:
    """Up to two calculated values."""
    keys = [key for key in ("score", "group") if key not in taken]
    return [Calculated(QuestionKey(key), draw(numbers(questions))) for key in keys]


def _about(draw: st.DrawFn, question: Question) -> Expression:
    """A condition on one question."""
    key, kind = question.key, known_of(question).kind
    if kind not in (Kind.YES_NO, Kind.CHOICES) and draw(st.booleans()):
        return Answered(key)
    match kind:
        case Kind.NUMBER:
            how = draw(st.sampled_from(COMPARISONS))
            return Compare(how, Given(key), Literal(float(draw(small))))
        case Kind.CHOICE:
            return Compare(draw(st.sampled_from(SAME)), Given(key), _choice(draw, question))
        case Kind.CHOICES if not choices_of(question) or draw(st.booleans()):
            how = draw(st.sampled_from(COMPARISONS))
            return Compare(how, Count(Given(key)), Literal(float(draw(which))))
        case Kind.CHOICES:
            return Has(Given(key), _choice(draw, question))
        case Kind.YES_NO:
            return Given(key)
        case Kind.DATE:
            return Compare(draw(st.sampled_from(COMPARISONS)), Given(key), Today())
    return Answered(key)


def _choice(draw: st.DrawFn, question: Question) -> Literal:
    return Literal(str(draw(st.sampled_from(choices_of(question))).key))
