"""Which way leads through a survey: what is asked, given what is answered.

The way is found anew after every answer. Answers beside it are kept but count for nothing, and
live again as soon as the way leads past them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from surveys.answers import Answer
from surveys.expressions.evaluating import holds
from surveys.expressions.tree import Expression, references
from surveys.lots import SEED_KEY, questions_in_order
from surveys.offering import can_be_shown, still_fits
from surveys.questions import Question, QuestionKey, Survey, filter_of
from surveys.values import SOURCE_KEY, TODAY_KEY, look_into

KEPT_BESIDE = (TODAY_KEY, SEED_KEY, SOURCE_KEY)
"""What a response keeps among its answers though nobody was asked for it."""


@dataclass(frozen=True, slots=True)
class Way:
    """The questions that are asked, in order, and the answers given to them."""

    questions: tuple[Question, ...]
    answers: Mapping[QuestionKey, Answer]

    def place(self, key: str | None) -> int:
        """The index of the question; past the last one if it is not asked."""
        keys = (question.key for question in self.questions)
        return next((i for i, each in enumerate(keys) if each == key), len(self.questions))

    def leads_past(self, key: str) -> bool:
        """Whether the question is asked."""
        return any(question.key == key for question in self.questions)


def way_through(survey: Survey, answers: Mapping[QuestionKey, Answer]) -> Way:
    """The way that those answers lead; a condition sees only answers that stand on it.

    A question whose filter leaves nothing to choose from is not asked, and an answer whose choice
    is filtered away does not count.
    """
    live: dict[QuestionKey, Answer] = {key: answers[key] for key in KEPT_BESIDE if key in answers}
    look = look_into(survey, live)
    asked: list[Question] = []
    for question in questions_in_order(survey, answers):
        if question.relevant is not None and not holds(question.relevant, look):
            continue
        if not can_be_shown(question, look):
            continue
        asked.append(question)
        given = answers.get(question.key)
        if given is not None and still_fits(question, given, look):
            live[question.key] = given
    for key in KEPT_BESIDE:
        live.pop(key, None)
    return Way(tuple(asked), live)


def counted_answers(
    survey: Survey, answers: Mapping[QuestionKey, Answer]
) -> Mapping[QuestionKey, Answer]:
    """The answers that count: those on the way. What was answered on another branch is left out."""
    if not survey.branches and not any(key in answers for key in KEPT_BESIDE):
        return answers
    return way_through(survey, answers).answers


def may_follow(survey: Survey, way: Way) -> int:
    """How many questions more may be asked, depending on answers that are still to come."""
    formulas = {str(each.key): each.formula for each in survey.calculated}
    undecided = {str(q.key) for q in way.questions if q.key not in way.answers}
    more = 0
    for question in survey.questions:
        if looked_at_before(question, formulas) & undecided:
            undecided.add(str(question.key))
            more += not way.leads_past(question.key)
    return more


def looked_at_before(question: Question, formulas: Mapping[str, Expression]) -> frozenset[str]:
    """Every key that decides whether the question is asked, and with which choices."""
    deciding = (question.relevant, filter_of(question))
    return frozenset().union(*(looked_at(each, formulas) for each in deciding if each is not None))


def looked_at(condition: Expression, formulas: Mapping[str, Expression]) -> frozenset[str]:
    """Every key that the condition looks at, by itself or by way of calculated values."""
    found: set[str] = set()
    waiting = set(references(condition))
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting |= references(formulas[key]) if key in formulas else frozenset()
    return frozenset(found)
