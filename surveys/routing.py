"""Which way leads through a survey: what is asked, given what is answered.

The way is found anew after every answer. Answers beside it are kept but count for nothing, and
live again as soon as the way leads past them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from surveys.answers import Answer
from surveys.expressions.evaluating import holds
from surveys.expressions.tree import Expression, references
from surveys.questions import Question, QuestionKey, Survey
from surveys.values import TODAY_KEY, look_into


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
    """The way that those answers lead; a condition sees only answers that stand on it."""
    live: dict[QuestionKey, Answer] = {}
    if TODAY_KEY in answers:
        live[TODAY_KEY] = answers[TODAY_KEY]
    look = look_into(survey, live)
    asked: list[Question] = []
    for question in survey.questions:
        if question.relevant is None or holds(question.relevant, look):
            asked.append(question)
            if question.key in answers:
                live[question.key] = answers[question.key]
    live.pop(TODAY_KEY, None)
    return Way(tuple(asked), live)


def counted_answers(
    survey: Survey, answers: Mapping[QuestionKey, Answer]
) -> Mapping[QuestionKey, Answer]:
    """The answers that count: those on the way. What was answered on another branch is left out."""
    if not survey.branches and TODAY_KEY not in answers:
        return answers
    return way_through(survey, answers).answers


def may_follow(survey: Survey, way: Way) -> int:
    """How many questions more may be asked, depending on answers that are still to come."""
    formulas = {str(each.key): each.formula for each in survey.calculated}
    undecided = {str(q.key) for q in way.questions if q.key not in way.answers}
    more = 0
    for question in survey.questions:
        if question.relevant is None or way.leads_past(question.key):
            continue
        if looked_at(question.relevant, formulas) & undecided:
            undecided.add(str(question.key))
            more += 1
    return more


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
