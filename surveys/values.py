"""What answers come to in conditions and calculations."""

from collections.abc import Mapping

from surveys.answers import (
    Answer,
    Chosen,
    Counted,
    Dated,
    Picked,
    Ranked,
    Rated,
    Timed,
    Written,
)
from surveys.expressions.checking import Kind, Known
from surveys.expressions.evaluating import TODAY, Look, evaluate
from surveys.expressions.tree import Expression, Value
from surveys.questions import (
    YES,
    DateQuestion,
    MultipleChoice,
    Note,
    NumberQuestion,
    OpenQuestion,
    Question,
    QuestionKey,
    Ranking,
    Scale,
    SingleChoice,
    Survey,
    TimeQuestion,
    YesNo,
)

TODAY_KEY = QuestionKey(TODAY)
"""Under this key a response keeps the day on which it began, where the survey asks for it."""


def value_of(question: Question, answer: Answer | None) -> Value:
    """What the answer comes to; None for those that are no value."""
    match answer:
        case Chosen(choice):
            return choice == YES if isinstance(question, YesNo) else str(choice)
        case Picked(choices) | Ranked(choices):
            return tuple(str(choice) for choice in choices)
        case Rated(value) | Counted(value):
            return float(value)
        case Written(text):
            return text
        case Dated(day):
            return day
        case Timed(moment):
            return moment
    return None


def known_of(question: Question) -> Known:
    """What conditions may take the question's answers for."""
    match question:
        case OpenQuestion():
            return Known(Kind.TEXT)
        case SingleChoice(choices=choices):
            return Known(Kind.CHOICE, tuple(str(choice.key) for choice in choices))
        case MultipleChoice(choices=choices) | Ranking(choices=choices):
            return Known(Kind.CHOICES, tuple(str(choice.key) for choice in choices))
        case YesNo():
            return Known(Kind.YES_NO)
        case Scale() | NumberQuestion():
            return Known(Kind.NUMBER)
        case DateQuestion():
            return Known(Kind.DATE)
        case TimeQuestion():
            return Known(Kind.TIME)
        case Note():
            return Known(Kind.NOTHING)


def look_into(survey: Survey, answers: Mapping[QuestionKey, Answer]) -> Look:
    """A way to look up what those answers come to; calculated values are worked out on demand."""
    formulas: dict[str, Expression] = {each.key: each.formula for each in survey.calculated}
    questions: dict[str, Question] = {question.key: question for question in survey.questions}

    def look(key: str) -> Value:
        if key in formulas:
            return evaluate(formulas[key], look)
        if key == TODAY:
            began = answers.get(TODAY_KEY)
            return began.day if isinstance(began, Dated) else None
        question = questions.get(key)
        return value_of(question, answers.get(question.key)) if question is not None else None

    return look
