"""Checks that a survey's conditions, calculations and piped texts make sense together.

It knows nothing of files: whoever read one finds the line by the question and the place in it.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from itertools import islice

from surveys.expressions.checking import Kind, Known, Problem, check, kind_of
from surveys.expressions.evaluating import COLUMN
from surveys.expressions.tree import (
    Answered,
    Expression,
    Given,
    Label,
    every_node,
    references,
)
from surveys.faults import FaultCode
from surveys.outlines import origin_of, source_of
from surveys.piping import placeholders, survey_texts_with_answers, texts_with_answers
from surveys.questions import Calculated, Question, Survey, choices_of, filter_of
from surveys.reachability import can_be_answered, can_be_asked
from surveys.routing import looked_at
from surveys.structure import Stretch
from surveys.values import known_of

TOLD_MAX = 200


@dataclass(frozen=True, slots=True)
class LogicFault:
    """A problem at a place of a question, or of a calculated value; `inside` is "" elsewhere."""

    inside: str
    place: str
    problem: Problem


def check_logic(survey: Survey) -> list[LogicFault]:
    """What is wrong; whether people can get through is asked only where the rest is right.

    What is wrong in every round of a loop is told once, at what the author wrote. After the first
    faults nobody reads on: there are TOLD_MAX at most.
    """
    names = _Names(survey)
    found = list(names.circles()) or _at_each_place(survey, names)
    found = list(islice(_as_written(survey, found), TOLD_MAX))
    return found or list(_as_written(survey, _ways_through(survey)))


def unknown_names(survey: Survey, written: Set[str]) -> list[LogicFault]:
    """The names that nothing has, or only something later, where only a part could be read.

    `written` are the names of what could not be read.
    """
    found = islice(_as_written(survey, _at_each_place(survey, _Names(survey))), TOLD_MAX)
    unknown, later = FaultCode.UNKNOWN_NAME, FaultCode.ASKED_LATER
    return [
        each
        for each in found
        if each.problem.code is later
        or (each.problem.code is unknown and each.problem.facts.get("name") not in written)
    ]


def _at_each_place(survey: Survey, names: "_Names") -> Iterator[LogicFault]:
    """What is wrong with each expression and each text."""
    for calculated in survey.calculated:
        for problem in check(calculated.formula, names.known, None):
            yield LogicFault(calculated.key, "calculated", problem)
    for place, question in enumerate(survey.questions):
        yield from _question_faults(question, names, place)
    for where, text in survey_texts_with_answers(survey):
        for problem in names.piped(placeholders(text), None):
            yield LogicFault("", where, problem)


def _as_written(survey: Survey, faults: Iterable[LogicFault]) -> Iterator[LogicFault]:
    """Each fault where the author wrote what is wrong, and once."""
    many = {source_of(q.key) for q in survey.questions} - {str(q.key) for q in survey.questions}
    told: set[tuple[str, str, int, FaultCode, str]] = set()
    for fault in faults:
        problem = fault.problem
        name = problem.facts.get("name")
        if problem.code is FaultCode.UNKNOWN_NAME and name in many:
            facts = {"name": str(name)}
            problem = Problem(problem.at, FaultCode.INSIDE_A_LOOP, facts, f"sum({name})")
        elif isinstance(name, str):
            problem = replace(problem, facts={**problem.facts, "name": source_of(name)})
        origin = origin_of(survey.outline, problem.at)
        inside, place, at = origin or (source_of(fault.inside), fault.place, problem.at)
        key = (inside, place, at, problem.code, str(problem.facts.get("name")))
        if key not in told:
            told.add(key)
            yield LogicFault(inside, place, replace(problem, at=at))


class _Names:
    """What each key stands for, and from where on it is known."""

    def __init__(self, survey: Survey) -> None:
        self.survey = survey
        self.formulas: Mapping[str, Expression] = {c.key: c.formula for c in survey.calculated}
        self.places = {str(question.key): i for i, question in enumerate(survey.questions)}
        self.keys = [str(question.key) for question in survey.questions]
        self.known: dict[str, Known] = {str(q.key): known_of(q) for q in survey.questions}
        self.paths = dict(_paths(survey.order, ())) if survey.order is not None else {}
        for calculated in _in_order(survey.calculated):
            self.known[calculated.key] = Known(kind_of(calculated.formula, self.known))

    def beside(self, question: Question) -> Mapping[str, Known]:
        """The names that the filter of the choices may use: columns too."""
        columns = {name for choice in choices_of(question) for name in choice.columns}
        keys = tuple(str(choice.key) for choice in choices_of(question))
        values = {n: tuple(c.columns.get(n, "") for c in choices_of(question)) for n in columns}
        own = {COLUMN + name: Known(Kind.TEXT, values[name]) for name in columns}
        return {**self.known, COLUMN + "name": Known(Kind.CHOICE, keys), **own}

    def in_any_order(self, key: str, place: int) -> bool:
        """Whether nobody can tell which of the two comes first."""
        mine, other = self.paths.get(self.keys[place]), self.paths.get(key)
        if mine is None or other is None or key == self.keys[place]:
            return False
        for (_, by_lot, part), (_, _, its) in zip(mine, other, strict=False):
            if part != its:
                return by_lot
        return False

    def circles(self) -> Iterator[LogicFault]:
        """Calculated values that follow from one another in a circle."""
        for key, formula in self.formulas.items():
            if key in looked_at(formula, self.formulas):
                names = sorted(k for k in looked_at(formula, self.formulas) if k in self.formulas)
                problem = Problem(0, FaultCode.CYCLE, {"names": ", ".join(names)})
                yield LogicFault(key, "calculated", problem)

    def too_late(self, key: str, place: int | None) -> str | None:
        """The question behind the key that is asked only after the one at `place`, if any."""
        if place is None:
            return None
        behind = self.behind(key)
        return next((k for k in sorted(behind) if self.places.get(k, -1) > place), None)

    def behind(self, key: str) -> set[str]:
        """The key, and what a calculated value follows from."""
        if key not in self.formulas:
            return {key}
        return {key, *looked_at(self.formulas[key], self.formulas)}

    def unordered(self, key: str, place: int | None) -> str | None:
        """The question behind the key that may be asked only after the one at `place`."""
        if place is None or not self.paths:
            return None
        found = (k for k in sorted(self.behind(key)) if self.in_any_order(k, place))
        return next(found, None)

    def piped(
        self, keys: tuple[str, ...], place: int | None, *, itself: bool = True
    ) -> list[Problem]:
        """What is wrong with the keys that a text asks for; `itself`: its own answer is known."""
        asked = [Given(key) for key in keys]
        unknown = [problem for node in asked for problem in check(node, self.known, None)]
        before = place if place is None or itself else place - 1
        late = [self.too_late(key, before) for key in keys]
        lots = [self.unordered(key, place) for key in keys]
        return [
            *unknown,
            *(Problem(0, FaultCode.ASKED_LATER, {"name": k}) for k in late if k),
            *(Problem(0, FaultCode.IN_ANY_ORDER, {"name": k}) for k in lots if k),
        ]


def _in_order(calculated: tuple[Calculated, ...]) -> Iterator[Calculated]:
    """Calculated values, each after those that it follows from, as far as that is possible."""
    waiting = list(calculated)
    while waiting:
        keys = {each.key for each in waiting}
        ready = [each for each in waiting if not references(each.formula) & keys]
        yield from ready or waiting
        waiting = [each for each in waiting if each not in ready] if ready else []


def _question_faults(question: Question, names: _Names, place: int) -> Iterator[LogicFault]:
    chosen = filter_of(question)
    default = known_of(question).kind if question.default is not None else None
    for where, condition, before, needed in (
        ("relevant", question.relevant, place - 1, Kind.YES_NO),
        ("constraint", question.constraint, place, Kind.YES_NO),
        ("choice_filter", chosen, place - 1, Kind.YES_NO),
        ("default", question.default, place - 1, default),
    ):
        if condition is None:
            continue
        known = names.beside(question) if condition is chosen else names.known
        for problem in _type_faults(condition, known, needed):
            yield LogicFault(question.key, where, problem)
        for problem in _out_of_order(condition, question, names, before):
            yield LogicFault(question.key, where, problem)
    for where, text in texts_with_answers(question):
        itself = where == "constraint_message"
        for problem in names.piped(placeholders(text), place, itself=itself):
            yield LogicFault(question.key, where, problem)
    if any(placeholders(choice.label) for choice in choices_of(question)):
        yield LogicFault(question.key, "choices", Problem(0, FaultCode.PIPED_LABEL))


def _type_faults(
    condition: Expression, known: Mapping[str, Known], needed: Kind | None
) -> list[Problem]:
    """Wrong names and types; a text is taken where a choice, a list or a time is proposed."""
    if needed in (Kind.CHOICE, Kind.CHOICES, Kind.TIME, Kind.NOTHING):
        found = check(condition, known, None)
        came = kind_of(condition, known) if not found else None
        if came not in (None, Kind.TEXT, needed, Kind.CHOICE):
            return [Problem(condition.at, FaultCode.BAD_DEFAULT)]
        return found
    return check(condition, known, needed)


def _out_of_order(
    condition: Expression, question: Question, names: _Names, before: int
) -> Iterator[Problem]:
    for node in every_node(condition):
        if not isinstance(node, Given | Answered | Label):
            continue
        late = names.too_late(node.key, before)
        unordered = names.unordered(node.key, names.places[str(question.key)])
        if late == question.key:
            yield Problem(node.at, FaultCode.REFERS_TO_ITSELF, {"name": late})
        elif unordered is not None:
            yield Problem(node.at, FaultCode.IN_ANY_ORDER, {"name": unordered})
        elif late is not None:
            yield Problem(node.at, FaultCode.ASKED_LATER, {"name": late})


def _ways_through(survey: Survey) -> Iterator[LogicFault]:
    """Questions that nobody is ever asked, and those at which somebody would be stuck."""
    reached: dict[str, bool] = {}
    dead: set[str] = set()
    for question in survey.questions:
        source, chosen = source_of(question.key), filter_of(question)
        if question.relevant is not None or chosen is not None:
            if not reached.get(source):
                reached[source] = can_be_asked(survey, question)
        else:
            reached[source] = True
        checked = question.constraint is not None and source not in dead
        if checked and reached[source] and not can_be_answered(survey, question):
            dead.add(source)
            yield LogicFault(question.key, "constraint", Problem(0, FaultCode.DEAD_END))
    for source, can_be in reached.items():
        if not can_be:
            question = next(q for q in survey.questions if source_of(q.key) == source)
            if question.relevant is not None:
                yield LogicFault(source, "relevant", Problem(0, FaultCode.UNREACHABLE))
            else:
                yield LogicFault(source, "choice_filter", Problem(0, FaultCode.NO_CHOICE_EVER))


def _paths(
    stretch: Stretch, above: tuple[tuple[str, bool, str], ...]
) -> Iterator[tuple[str, tuple[tuple[str, bool, str], ...]]]:
    """Of each question the stretches that it stands in, outermost first, and its part of each."""
    for part in stretch.parts:
        name = part if isinstance(part, str) else part.key
        path = (*above, (stretch.key, stretch.shuffle is not False, name))
        if isinstance(part, str):
            yield part, path
        else:
            yield from _paths(part, path)
