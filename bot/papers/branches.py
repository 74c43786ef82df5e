"""Branches on paper: "go to 7" behind an option, and "only if" above a question."""

from collections.abc import Mapping

from bot.words import Words
from surveys.answers import Chosen
from surveys.expressions.evaluating import holds
from surveys.expressions.tree import (
    Compare,
    Comparison,
    Expression,
    Given,
    Has,
    Literal,
    Not,
    references,
)
from surveys.questions import (
    YES,
    Note,
    Question,
    QuestionKey,
    SingleChoice,
    Survey,
    YesNo,
    choices_of,
)
from surveys.values import look_into

Numbers = Mapping[QuestionKey, int]


def numbers_of(survey: Survey) -> Numbers:
    """The number of each question on paper; notes have none."""
    asked = [question for question in survey.questions if not isinstance(question, Note)]
    return {question.key: number for number, question in enumerate(asked, 1)}


def goes_to(survey: Survey, question: Question, choice: str, numbers: Numbers) -> int | None:
    """The number of the next question after this choice, where some are left out; 0 is the end.

    None where nothing is left out, or where that hangs on other answers too.
    """
    if not isinstance(question, SingleChoice | YesNo):
        return None
    place = survey.questions.index(question)
    look = look_into(survey, {question.key: Chosen(next(
        each.key for each in choices_of(question) if each.key == choice))})  # fmt: skip
    left_out = False
    for later in survey.questions[place + 1 :]:
        if isinstance(later, Note):
            continue
        if later.relevant is None:
            return numbers[later.key] if left_out else None
        if set(references(later.relevant)) != {str(question.key)}:
            return None
        if holds(later.relevant, look):
            return numbers[later.key] if left_out else None
        left_out = True
    return 0 if left_out else None


def only_if(survey: Survey, question: Question, numbers: Numbers, words: Words) -> str:
    """Who answers the question, in words; "" if everybody does."""
    if question.relevant is None:
        return ""
    said = _said(survey, question.relevant, numbers, words)
    if said:
        return words("paper-only-if", condition=said)
    looked_at = set(references(question.relevant))
    for each in reversed(survey.calculated):  # A calculated value stands for the answers in it.
        if str(each.key) in looked_at:
            looked_at |= references(each.formula)
    others = sorted(number for key, number in numbers.items() if str(key) in looked_at)
    return words("paper-only-some", questions=", ".join(map(str, others))) if others else ""


def _said(survey: Survey, node: Expression, numbers: Numbers, words: Words) -> str:
    """A plain condition on one answer, in words; "" where it is not plain."""
    match node:
        case Not(condition):
            inner = _plain(survey, condition, numbers, words)
            return words("paper-if-not", number=inner[0], answer=inner[1]) if inner else ""
        case Compare(Comparison.UNEQUAL, left, right):
            inner = _plain(survey, Compare(Comparison.EQUAL, left, right), numbers, words)
            return words("paper-if-not", number=inner[0], answer=inner[1]) if inner else ""
        case Compare(how, Given(key), Literal(value)) if how in _HOW:
            number = numbers.get(QuestionKey(key))
            return (
                words("paper-if-than", number=number, how=_HOW[how], value=_value(value))
                if number
                else ""
            )
        case _:
            inner = _plain(survey, node, numbers, words)
            return words("paper-if", number=inner[0], answer=inner[1]) if inner else ""


_HOW = {
    Comparison.LESS: "<", Comparison.AT_MOST: "≤", Comparison.MORE: ">", Comparison.AT_LEAST: "≥",
}  # fmt: skip


def _plain(
    survey: Survey, node: Expression, numbers: Numbers, words: Words
) -> tuple[int, str] | None:
    match node:
        case Given(key) if isinstance(survey.question(key), YesNo):
            return _plain(survey, Compare(Comparison.EQUAL, node, Literal(YES)), numbers, words)
        case Compare(Comparison.EQUAL, Given(key), Literal(value)) | Has(
            Given(key), Literal(value)
        ):
            question = survey.question(key)
            number = numbers.get(QuestionKey(key))
            if question is None or number is None:
                return None
            labels = {str(c.key): c.label.in_language(words.language) for c in choices_of(question)}
            return number, labels.get(str(value), _value(value))
    return None


def _value(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
