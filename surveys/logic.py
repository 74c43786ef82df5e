"""Checks that a survey's conditions, calculations and piped texts make sense together.

It knows nothing of files: whoever read one finds the line by the question and the place in it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from surveys.expressions.checking import Kind, Known, Problem, check, kind_of
from surveys.expressions.tree import Answered, Expression, Given, every_node, references
from surveys.faults import FaultCode
from surveys.piping import placeholders, survey_texts_with_answers, texts_with_answers
from surveys.questions import Calculated, Question, Survey, choices_of
from surveys.reachability import can_be_answered, can_be_asked
from surveys.routing import looked_at
from surveys.values import known_of


@dataclass(frozen=True, slots=True)
class LogicFault:
    """A problem at a place of a question, or of a calculated value; `inside` is "" elsewhere."""

    inside: str
    place: str
    problem: Problem


def check_logic(survey: Survey) -> list[LogicFault]:
    """All that is wrong; whether people can get through is asked only where the rest is right."""
    names = _Names(survey)
    found = list(names.circles())
    if not found:
        for calculated in survey.calculated:
            problems = check(calculated.formula, names.known, None)
            found += [LogicFault(calculated.key, "calculated", each) for each in problems]
        for place, question in enumerate(survey.questions):
            found += _question_faults(question, names, place)
        for where, text in survey_texts_with_answers(survey):
            found += [LogicFault("", where, each) for each in names.piped(placeholders(text), None)]
    return found or list(_ways_through(survey))


class _Names:
    """What each key stands for, and from where on it is known."""

    def __init__(self, survey: Survey) -> None:
        self.survey = survey
        self.formulas: Mapping[str, Expression] = {c.key: c.formula for c in survey.calculated}
        self.places = {str(question.key): i for i, question in enumerate(survey.questions)}
        self.known: dict[str, Known] = {str(q.key): known_of(q) for q in survey.questions}
        for calculated in _in_order(survey.calculated):
            self.known[calculated.key] = Known(kind_of(calculated.formula, self.known))

    def circles(self) -> Iterator[LogicFault]:
        """Calculated values that follow from one another in a circle."""
        for key, formula in self.formulas.items():
            if key in looked_at(formula, self.formulas):
                names = sorted(k for k in looked_at(formula, self.formulas) if k in self.formulas)
                problem = Problem(0, FaultCode.CYCLE, {"names": ", ".join(names)})
                yield LogicFault(key, "calculated", problem)

    def too_late(self, key: str, place: int | None) -> str | None:
        """The question behind the key that is asked only after the one at `place`, if any."""
        behind = (
            {key, *looked_at(self.formulas[key], self.formulas)} if key in self.formulas else {key}
        )
        if place is None:
            return None
        return next((k for k in sorted(behind) if self.places.get(k, -1) > place), None)

    def piped(self, keys: tuple[str, ...], place: int | None) -> list[Problem]:
        """What is wrong with the keys that a text asks for."""
        asked = [Given(key) for key in keys]
        unknown = [problem for node in asked for problem in check(node, self.known, None)]
        late = [self.too_late(key, place) for key in keys]
        return unknown + [Problem(0, FaultCode.ASKED_LATER, {"name": k}) for k in late if k]


def _in_order(calculated: tuple[Calculated, ...]) -> Iterator[Calculated]:
    """Calculated values, each after those that it follows from, as far as that is possible."""
    waiting = list(calculated)
    while waiting:
        keys = {each.key for each in waiting}
        ready = [each for each in waiting if not references(each.formula) & keys]
        yield from ready or waiting
        waiting = [each for each in waiting if each not in ready] if ready else []


def _question_faults(question: Question, names: _Names, place: int) -> Iterator[LogicFault]:
    for where, condition, before in (
        ("relevant", question.relevant, place - 1),
        ("constraint", question.constraint, place),
    ):
        if condition is not None:
            for problem in check(condition, names.known, Kind.YES_NO):
                yield LogicFault(question.key, where, problem)
            for problem in _out_of_order(condition, question, names, before):
                yield LogicFault(question.key, where, problem)
    for where, text in texts_with_answers(question):
        before = place if where == "constraint_message" else place - 1
        for problem in names.piped(placeholders(text), before):
            yield LogicFault(question.key, where, problem)
    if any(placeholders(choice.label) for choice in choices_of(question)):
        yield LogicFault(question.key, "choices", Problem(0, FaultCode.PIPED_LABEL))


def _out_of_order(
    condition: Expression, question: Question, names: _Names, before: int
) -> Iterator[Problem]:
    for node in every_node(condition):
        if not isinstance(node, Given | Answered):
            continue
        late = names.too_late(node.key, before)
        if late == question.key:
            yield Problem(node.at, FaultCode.REFERS_TO_ITSELF, {"name": late})
        elif late is not None:
            yield Problem(node.at, FaultCode.ASKED_LATER, {"name": late})


def _ways_through(survey: Survey) -> Iterator[LogicFault]:
    """Questions that nobody is ever asked, and those at which somebody would be stuck."""
    for question in survey.questions:
        if question.relevant is not None and not can_be_asked(survey, question):
            yield LogicFault(question.key, "relevant", Problem(0, FaultCode.UNREACHABLE))
        elif question.constraint is not None and not can_be_answered(survey, question):
            yield LogicFault(question.key, "constraint", Problem(0, FaultCode.DEAD_END))
