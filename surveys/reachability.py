"""Whether a question can ever be asked, and whether everybody asked can answer it.

Decided by trying every combination of answers that the condition can tell apart, where those are
few; where they are not, a question is given the benefit of the doubt (a rehearsal finds the rest).
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations, pairwise, product
from math import prod

from surveys.answers import Answer, Chosen, Counted, Picked, Rated, Written
from surveys.expressions.evaluating import evaluate
from surveys.expressions.tree import (
    Answered,
    Compare,
    Expression,
    Given,
    Literal,
    parts,
    uses_today,
)
from surveys.questions import (
    NO,
    YES,
    MultipleChoice,
    NumberQuestion,
    OpenQuestion,
    Question,
    QuestionKey,
    Scale,
    SingleChoice,
    Survey,
    YesNo,
    filter_of,
)
from surveys.rounds import together
from surveys.routing import looked_at, way_through
from surveys.values import look_into

COMBINATIONS_MAX = 1_000
SUBSETS_OF_MAX = 6  # Choices of which all sets of ticks are tried.

Tried = Mapping[QuestionKey, Answer]


def can_be_asked(survey: Survey, question: Question) -> bool:
    """False only if no answers lead to the question."""
    chosen = filter_of(question)
    condition = together(question.relevant, chosen)
    assert condition is not None, "anything else is always asked"
    small = _only_behind(survey, question, condition)
    tried = _combinations(small, question, condition)
    if tried is None:
        return True
    return any(_leads_to(small, question, answers) for answers in tried)


def can_be_answered(survey: Survey, question: Question) -> bool:
    """False only if some answers lead to the question and leave none that its constraint takes."""
    constraint = question.constraint
    assert constraint is not None, "anything else can be answered"
    if question.optional or question.dont_know or question.prefer_not:
        return True
    survey = _only_behind(survey, question, constraint)
    tried = _combinations(survey, question, constraint)
    own = _domain(question, [constraint])
    if tried is None or own is None:
        return True
    formulas = _formulas(survey)
    for answers in tried:
        if not _leads_to(survey, question, answers):
            continue
        live = way_through(survey, answers).answers
        if not any(_takes(survey, constraint, formulas, {**live, question.key: a}) for a in own):
            return False
    return True


def _only_behind(survey: Survey, question: Question, condition: Expression) -> Survey:
    """The survey without the questions that have no say in the matter."""
    asked, _ = _behind(survey, question, condition)
    kept = tuple(each for each in survey.questions if each in asked or each.key == question.key)
    return replace(survey, questions=kept)


def _takes(
    survey: Survey, constraint: Expression, formulas: Mapping[str, Expression], answers: Tried
) -> bool:
    look = look_into(survey, answers)
    if any(look(key) is None for key in looked_at(constraint, formulas)):
        return True
    return evaluate(constraint, look) is not False


def _leads_to(survey: Survey, question: Question, answers: Tried) -> bool:
    if question.relevant is None and filter_of(question) is None:
        return True
    return way_through(survey, answers).leads_past(question.key)


def _combinations(
    survey: Survey, question: Question, condition: Expression
) -> Iterator[Tried] | None:
    """All answers that the condition can tell apart, or None if they are too many."""
    asked, conditions = _behind(survey, question, condition)
    if any(uses_today(each) for each in conditions):
        return None
    domains: list[tuple[tuple[QuestionKey, Answer | None], ...]] = []
    for other in asked:
        answers = _domain(other, conditions)
        if answers is None:
            return None
        way_out = other.optional or other.dont_know or other.prefer_not or not answers
        pairs = tuple((other.key, answer) for answer in answers)
        domains.append((*pairs, (other.key, None)) if way_out else pairs)
    if prod(map(len, domains)) > COMBINATIONS_MAX:
        return None
    return (
        {key: answer for key, answer in each if answer is not None} for each in product(*domains)
    )


def _behind(
    survey: Survey, question: Question, condition: Expression
) -> tuple[list[Question], list[Expression]]:
    """The questions that decide whether the condition is met, and every expression in play."""
    formulas = _formulas(survey)
    keys: set[str] = set()
    conditions = [condition] + ([question.relevant] if question.relevant is not None else [])
    waiting = list(conditions)
    while waiting:
        for key in looked_at(waiting.pop(), formulas) - keys - {str(question.key)}:
            keys.add(key)
            other = survey.question(key)
            if key in formulas:
                conditions.append(formulas[key])
            elif other is not None:
                deciding = together(other.relevant, filter_of(other))
                if deciding is not None:
                    conditions.append(deciding)
                    waiting.append(deciding)
    return [each for each in survey.questions if each.key in keys], conditions


def _formulas(survey: Survey) -> Mapping[str, Expression]:
    return {str(each.key): each.formula for each in survey.calculated}


def _domain(question: Question, conditions: list[Expression]) -> tuple[Answer, ...] | None:
    """The answers that the conditions can tell apart, or None if they cannot be listed."""
    match question:
        case SingleChoice(choices=choices):
            return tuple(Chosen(choice.key) for choice in choices)
        case YesNo():
            return Chosen(YES), Chosen(NO)
        case Scale(low=low, high=high):
            return tuple(Rated(value) for value in range(low, high + 1))
        case MultipleChoice():
            return _sets_of_picks(question)
        case NumberQuestion():
            return _numbers(question, conditions)
        case OpenQuestion() if _only_answered(question.key, conditions):
            return (Written("…"),)
    return None


def _sets_of_picks(question: MultipleChoice) -> tuple[Answer, ...] | None:
    together = [choice.key for choice in question.choices if not choice.exclusive]
    if len(together) > SUBSETS_OF_MAX:
        return None
    most = len(together) if question.picks_max is None else question.picks_max
    sizes = range(question.picks_min, most + 1)
    some = [Picked(picks) for size in sizes for picks in combinations(together, size)]
    alone = [Picked((choice.key,)) for choice in question.choices if choice.exclusive]
    return (*some, *alone)


def _numbers(question: NumberQuestion, conditions: list[Expression]) -> tuple[Answer, ...] | None:
    """Numbers at, between and beyond those with which the answer is compared."""
    edges: set[float] = set()
    for condition in conditions:
        found = _compared_with(str(question.key), condition)
        if found is None:
            return None
        edges |= found
    edges |= {end for end in (question.minimum, question.maximum) if end is not None}
    ordered = sorted(edges or {0.0})
    tried = {*ordered, ordered[0] - 1, ordered[-1] + 1}
    tried |= {(a + b) / 2 for a, b in pairwise(ordered)}
    if question.whole:
        tried = {shifted for n in tried for shifted in (n // 1 - 1, n // 1, n // 1 + 1)}
    return tuple(Counted(number) for number in sorted(tried) if _within(question, number))


def _within(question: NumberQuestion, number: float) -> bool:
    too_low = question.minimum is not None and number < question.minimum
    too_high = question.maximum is not None and number > question.maximum
    return not (too_low or too_high)


def _compared_with(key: str, node: Expression) -> set[float] | None:
    """The numbers written out beside the key; None if it is used in any other way."""
    match node:
        case Given(name) if name == key:
            return None
        case Compare(_, Given(name), Literal(value)) | Compare(_, Literal(value), Given(name)) if (
            name == key
        ):
            return {float(value)} if isinstance(value, float | int) else None
    found: set[float] = set()
    for part in parts(node):
        below = _compared_with(key, part)
        if below is None:
            return None
        found |= below
    return found


def _only_answered(key: str, conditions: list[Expression]) -> bool:
    """Whether nothing is asked of the key but whether it has an answer."""
    return not any(_uses(key, condition) for condition in conditions)


def _uses(key: str, node: Expression) -> bool:
    if isinstance(node, Answered):
        return False
    if isinstance(node, Given) and node.key == key:
        return True
    return any(_uses(key, part) for part in parts(node))
